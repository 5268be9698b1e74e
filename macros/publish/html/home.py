"""The home page: the box, what every provider has, which changes break clients -> HTML."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from macros.kinds import Kind
from macros.publish.answer import shortened
from macros.publish.html.environment import Context, render
from macros.texts import letters, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.publish.html.environment import Link
    from macros.readers.rows import Row
    from macros.review.changes import Change
    from macros.review.differences import Piece
    from macros.sources.provider import Revision

# What a visitor can click to see what the box takes.
EXAMPLES = {
    "-3016": "-3016",
    "E915": "E915",
    '{"errcode":40029,…}': '{"errcode":40029,"errmsg":"invalid code"}',
}
MOST_BROKEN = 4  # changes; the rest is a link
FEW_PROVIDERS = 8  # that leave what changed in sight below them
_LINE = 80  # signs of two quoted texts that fit in a line
_KEPT = 0.4  # of a text, below which its words are told one after the other, not compared


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """What the home page says of a provider.

    Attributes:
        catalog: its codes.
        breaking: how many changes of its newest revision make older clients wrong.
    """

    catalog: Catalog
    breaking: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A change that makes older clients wrong, in a line.

    Attributes:
        change: the change.
        pieces: the words that went and came, where most stayed; else nothing.
        was: what the code no longer says, shortened; empty where it still says all it said.
        now: what it says besides or instead, shortened; empty where it says less.
    """

    change: Change
    pieces: tuple[Piece, ...]
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class HomePage(Context):
    """The home page.

    Attributes:
        rows: the providers, those with the most codes first.
        broken: the newest changes that break clients, the worst of a revision first.
        breaking: how many there are of the newest revisions of all providers.
        few: whether the providers leave what is below them in sight.
        examples: what a visitor can click, and what that pastes.
    """

    template: ClassVar[str] = "home.html"

    rows: list[ProviderRow]
    broken: list[Broken]
    breaking: int
    few: bool
    examples: Mapping[str, str]


def home(atlas: Atlas, link: Link) -> str:
    """Return the body of the home page."""
    rows = [ProviderRow(one, _breaking(atlas, one)) for one in atlas.catalogs.values()]
    rows.sort(key=lambda row: -len(row.catalog.current))
    changes = [
        change
        for review in atlas.reviews.values()
        for change in review.changes
        if change.kind.breaks and change.of_text
    ]
    kinds = list(Kind)
    changes.sort(key=lambda change: kinds.index(change.kind))
    changes.sort(key=lambda change: _day(change.after), reverse=True)
    shown = [broken(change) for change in changes[:MOST_BROKEN]]
    few = len(rows) <= FEW_PROVIDERS
    return render(HomePage(rows, shown, sum(row.breaking for row in rows), few, EXAMPLES), link)


def broken(change: Change) -> Broken:
    """Return a change that makes older clients wrong as it is told in a line."""
    old, new = ({letters(row.message): row for row in rows} for rows in (change.old, change.new))
    went = [row for key, row in old.items() if key not in new]
    came = [row for key, row in new.items() if key not in old]
    counts: Counter[str] = Counter()
    for piece in change.pieces:
        counts[piece.kind] += len(piece.text)
    if went and came and counts["same"] >= _KEPT * max(counts["removed"], counts["added"]):
        return Broken(change, change.pieces, "", "")
    return Broken(change, (), *_fitting(_joined(went), _joined(came)))


def _joined(rows: Sequence[Row]) -> str:
    return one_line(" / ".join(row.message for row in rows))


def _fitting(was: str, now: str) -> tuple[str, str]:
    """Return two texts cut so that they fit in a line: a short one leaves its room to the other."""
    half = _LINE // 2
    room = _LINE - min(len(was), half), _LINE - min(len(now), half)
    return shortened(was, max(half, room[1])), shortened(now, max(half, room[0]))


def _breaking(atlas: Atlas, catalog: Catalog) -> int:
    provider = catalog.provider
    return sum(
        change.kind.breaks and change.after is provider.latest
        for change in atlas.reviews[provider.id].changes
    )


def _day(revision: Revision) -> date:
    """Return the day of a revision; of one without a date that on which it came here."""
    return revision.added if revision.date == "unknown" else revision.date
