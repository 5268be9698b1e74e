"""The synonyms held against the atlas: what is said means one thing, which some message says."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from macros import texts
from macros.errors import ProblemsError
from macros.sources import synonyms as synonyms_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.catalog.catalog import Catalog
    from macros.errors import Problem
    from macros.review.conditions import Conditions
    from macros.sources.synonyms import Synonym, SynonymsFile
    from macros.sources.yaml_file import Written


def load(
    data: Path, catalogs: Mapping[str, Catalog], conditions: Conditions
) -> tuple[Synonym, ...]:
    """Read the synonyms, and hold them against the messages and the names of the conditions.

    Args:
        data: the folder.
        catalogs: all catalogs, by provider.
        conditions: what the codes have in common.

    Returns:
        all synonyms; none where there is no file of them.

    Raises:
        ProblemsError: with each word that is said for two things, and each that nothing says.
    """
    written = synonyms_file.read(data)
    if not written.content.synonyms:
        return ()
    words = _words(catalogs, conditions)
    if problems := [*_doubled(written), *_unheard(written, words)]:
        raise ProblemsError(problems)
    return tuple(written.content.synonyms)


def _words(catalogs: Mapping[str, Catalog], conditions: Conditions) -> list[str]:
    """Return all words of messages and of names of conditions, in order.

    What an older revision says counts, and what an observation says that a document has overtaken:
    a document that is taken in says much in other words, and asks nobody to look after these here.
    """
    codes = [code for catalog in catalogs.values() for code in catalog.codes]
    observed = [
        observation
        for catalog in catalogs.values()
        for of_code_set in catalog.observations.content.codes.values()
        for observation in of_code_set.values()
    ]
    said = {
        *(text for code in codes for text in (*code.meanings, *code.sent)),
        *(row.message for code in codes for one in code.listings for row in one.all_rows),
        *(observation.says.text for observation in observed if observation.says),
        *(name for one in conditions.by_id.values() for name in (one.title, *one.synonyms)),
    }
    return sorted({word for text in said for word in texts.words(text)})


def _doubled(written: Written[SynonymsFile]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for index, synonym in enumerate(written.content.synonyms):
        for place, said in enumerate(synonym.said):
            bare = synonyms_file.bare(said)
            if bare in seen:
                what = f'"{said}" is said for "{seen[bare]}" already.'
                do = "Keep one: a word means one thing here, with spaces or without."
                yield written.problem(what, do, "synonyms", index, "said", place)
            seen.setdefault(bare, synonym.means[0])


def _unheard(written: Written[SynonymsFile], words: list[str]) -> Iterator[Problem]:
    for index, synonym in enumerate(written.content.synonyms):
        for place, means in enumerate(synonym.means):
            at = bisect_left(words, means)
            found = words[at] if at < len(words) else ""
            if len(means) > synonyms_file.WHOLE_WORD:
                heard = found.startswith(means)
            else:
                heard = found == means or f"{means}s" in words
            if not heard:
                what = f'no message and no name of a condition has "{means}".'
                do = "Remove it, or write it as they do; up to four letters are a whole word."
                yield written.problem(what, do, "synonyms", index, "means", place)
