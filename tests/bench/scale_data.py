"""A project of any size: `python tests/bench/scale_data.py SIZE FOLDER`, then `mkdocs build` there.

It has real data folders of invented providers, with documents in three formats, two or three
revisions each, notes, conditions, observations and published addresses; the rest of the project is
linked. Invented codes take after real ones, so the shares of all that is said of codes are those of
the real data: `scale_models.py` has them. There are more providers and larger ones the more codes
there are, the largest with a quarter of them; what part of the codes is like which real provider,
and what part has a third revision, is the same at every size, so that sizes can be compared. A size
always gives the same files.
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(PROJECT))

from macros import atlas as whole  # noqa: E402 - the path has to be known first
from macros.sources import conditions, others  # noqa: E402 - the same
from tests.bench import scale_documents as documents  # noqa: E402 - the same
from tests.bench import scale_models  # noqa: E402 - the same
from tests.bench.scale_provider import InventedProvider  # noqa: E402 - the same
from tests.bench.scale_words import Words  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Iterator

LINKED = ("mkdocs.yml", "docs", "macros", "overrides")
REAL_PROVIDERS, REAL_CODES = 3, 790
LEAST = 1000  # each real code has one that takes after it, so that each condition has a code
OFTEN_REVISED = 1 / 3  # of the codes, whatever the size: a revision more costs a code more
SYLLABLES = "ba co da fe ga hi jo ku la me na po qui ra so ta ul va wo xe ya zu".split()


def sizes(size: int) -> list[int]:
    """Return how many codes each provider has, the largest first.

    The number of providers grows with the root of the codes; the second one has half as many codes
    as the first, the third one a third.
    """
    count = max(1, round(REAL_PROVIDERS * (size / REAL_CODES) ** 0.5))
    parts = sum(1 / place for place in range(1, count + 1))
    shares = [int(size / parts / place) for place in range(1, count + 1)]
    return [shares[0] + size - sum(shares), *shares[1:]]


def names(count: int) -> list[str]:
    """Return different names of providers."""
    choose = random.Random(count)  # noqa: S311 - the same data in every run, no secret
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(choose.sample(SYLLABLES, 4))] = None
    return list(made)


def revisions(sizes: list[int]) -> list[int]:
    """Return how many revisions each provider has: three, where as few codes have so many."""
    counts, often = [], 0
    for place, size in enumerate(sizes):
        is_often = often + size <= OFTEN_REVISED * sum(sizes[: place + 1])
        often += size * is_often
        counts.append(3 if is_often else 2)
    return counts


def likes(sizes: list[int], shares: list[float]) -> list[int]:
    """Return which real provider each is like: the one that most codes are missing to its share."""
    held = [0] * len(shares)
    chosen = []
    for place, size in enumerate(sizes):
        total = sum(sizes[: place + 1])
        missing = [share * total - count for share, count in zip(shares, held, strict=True)]
        chosen.append(missing.index(max(missing)))
        held[chosen[-1]] += size
    return chosen


def providers(size: int) -> Iterator[InventedProvider]:
    """Yield providers with `size` codes in all, each like one of the real ones."""
    models = scale_models.models(whole.load(PROJECT / "data"))
    lives = [one for like in models if like.ages for one in like.models if any(one.texts)]
    words = Words(scale_models.texts(models), size)
    # The largest one is like the one with two code sets.
    models = sorted(models, key=lambda like: -len(like.models))
    real = sum(len(like.models) for like in models)
    counts = sizes(size)
    chosen = likes(counts, [len(like.models) / real for like in models])
    made = zip(names(len(counts)), chosen, counts, revisions(counts), strict=True)
    for ident, place, count, revised in made:
        like = models[place]
        yield InventedProvider(ident, like, lives, count=count, revisions=revised, words=words)


def write(folder: Path, size: int) -> None:
    """Write a project with `size` codes into a new folder.

    Raises:
        SystemExit: when that are too few to be like the real ones.
    """
    if size < LEAST:
        raise SystemExit(f"{size} codes are too few: there have to be {LEAST:,} or more.")
    data = folder / "data"
    data.mkdir(parents=True)
    for part in LINKED:
        (folder / part).symlink_to(PROJECT / part)
    shutil.copy(PROJECT / "data" / others.FILE, data / others.FILE)
    reviewed: list[str] = []
    chosen: list[str] = []
    for made in providers(size):
        (data / made.ident).mkdir()
        for name, text in documents.files(made):
            (data / made.ident / name).write_text(text, encoding="utf-8")
        reviewed.append(f'  {made.ident}: "{documents.revision_id(made.revisions - 1)}"')
        chosen += documents.conditions(made)
    # Families and conditions are the real ones; what is chosen for codes stands behind them.
    real = (PROJECT / "data" / conditions.FILE).read_text("utf-8")
    head = real[: real.index("\nreviewed:")]
    lines = [head, "reviewed:", *reviewed, "codes:", *chosen, ""]
    (data / conditions.FILE).write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    """Write one project."""
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        raise SystemExit("Usage: python tests/bench/scale_data.py SIZE FOLDER")
    folder = Path(sys.argv[2])
    if folder.exists():
        raise SystemExit(f"{folder} is there already: name a new folder.")
    write(folder, int(sys.argv[1]))


if __name__ == "__main__":
    main()
