"""A provider's whole code space as a picture: review -> a square for each code, by set and range.

Each square has a sign of its own, so that the picture is readable without colour. How many stand in
a row is the page's matter: as many as it has room for. A strip shows where in a range its codes
stand.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from macros import addresses
from macros.codes import order
from macros.kinds import Kind
from macros.publish.wording import range_title
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.catalog.model import Code
    from macros.review.model import Review
    from macros.sources.provider import CodeSet, Provider, Range, Revision

LINKED = 3_000  # so many codes can each have a link and a title in the picture
_LARGE = 600  # so many squares can each be large enough for a finger
_TITLED = 60  # so many ranges of many codes can each have a line of their own
_VISIBLE = 0.004  # the least part of a strip that can be seen

# state: its sign, in the order of what they break
STATES: dict[str, str] = {
    "meaning": "!",
    "dropped": "×",  # noqa: RUF001 - the sign is meant
    "gone": "-",
    "added": "+",
    "reworded": "~",
    "formatting": "·",
    "discrepancy": "?",
    "unchanged": "",
}
_EARLIER = "dropped earlier"


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of a legend: what a square looks like, how many there are, where these stand.

    Attributes:
        state: a state of `STATES`.
        words: what it means.
        count: how many codes there are.
        address: where they stand; None where nowhere together.
    """

    state: str
    words: str
    count: int
    address: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """The square of one code; the words are those by which the page counts its changes."""

    code: Code
    state: str
    words: str

    @property
    def title(self) -> str:
        """The code, what happened to it, and its message."""
        message = one_line(self.code.meanings[0])
        return f"{self.code.code}, {self.words}: {message}"


class Section(NamedTuple):
    """The squares of one range, or of the codes of a set that stand in none.

    Attributes:
        code_set: the title of the code set, where it is the first of several sections or sets.
        title: the range's title; None where the set has no ranges, or too many.
        cells: of all its codes, in order.
    """

    code_set: str | None
    title: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All squares, and the lines of the legend for those to which the newest revision did nothing.

    What it did is counted by those who list it.
    """

    sections: tuple[Section, ...]
    others: tuple[Mark, ...]

    @property
    def count(self) -> int:
        """How many squares there are."""
        return sum(len(section.cells) for section in self.sections)

    @property
    def size(self) -> Literal["large", "middle", "small"]:
        """How large a square can be, so that the picture stays one that can be looked over."""
        if self.count <= _LARGE:
            return "large"
        return "middle" if self.links_all else "small"

    @property
    def links_all(self) -> bool:
        """Whether each square leads to its code; of many those to which something happened do."""
        return self.count <= LINKED


def draw(review: Review) -> Picture:
    """Return the picture of one provider."""
    sections = list(_sections(review, by_range=True))
    if len(sections) > _TITLED and len(review.catalog.documented) > LINKED:
        sections = list(_sections(review, by_range=False))
    return Picture(tuple(sections), tuple(_others(review, sections)))


def _sections(review: Review, *, by_range: bool) -> Iterator[Section]:
    """Yield the squares of each range, or of each code set."""
    code_sets = review.catalog.provider.code_sets
    for code_set in code_sets:
        title = code_set.title if len(code_sets) > 1 else None
        ranged = by_range and bool(code_set.ranges)
        codes = _documented(review, code_set)
        for span, group in groupby(codes, lambda code: code.range if by_range else None):
            cells = tuple(Cell(code, *state(review, code)) for code in group)
            yield Section(title, range_title(span) if ranged else None, cells)
            title = None


def _others(review: Review, sections: Iterable[Section]) -> Iterator[Mark]:
    """Yield the lines of the legend for what is no change in the newest revision."""
    counts = Counter((cell.state, cell.words) for section in sections for cell in section.cells)
    provider = review.catalog.provider
    labels = {kind.label.lower() for kind in Kind}
    addressed = {
        "gone": _dropped_last(review),
        "discrepancy": addresses.WRONG(provider=provider.id),
    }
    for one, words in sorted(counts, key=lambda pair: list(STATES).index(pair[0])):
        if words not in labels:
            yield Mark(one, words, counts[one, words], addressed.get(one))


def _dropped_last(review: Review) -> str | None:
    """Return where the codes stand that an earlier revision dropped, the latest of these."""
    provider = review.catalog.provider
    dropped = [change.after for change in review.changes if change.kind is Kind.DROPPED]
    earlier = [after for after in dropped if after is not provider.latest]
    return kind_mark(provider, earlier[-1], Kind.DROPPED, 0).address if earlier else None


def kind_mark(provider: Provider, after: Revision, kind: Kind, count: int) -> Mark:
    """Return the line of a legend for the changes of one kind that a revision made."""
    address = addresses.CHANGES_OF_KIND(provider=provider.id, kind=kind, after=after.id)
    return Mark(kind.state, kind.label.lower(), count, address)


def _documented(review: Review, code_set: CodeSet) -> list[Code]:
    """Return the codes of a code set that a document lists, in order."""
    return [code for code in review.catalog.documented if code.code_set is code_set]


def state(review: Review, code: Code) -> tuple[str, str]:
    """Return what happened to a code in the newest revision, else whether it looks wrong there.

    Returns:
        a state of `STATES`, and its words in the legend.
    """
    provider = review.catalog.provider
    for change in review.changes_of(code):
        if change.after is provider.latest:
            return change.kind.state, change.kind.label.lower()
    if code.dropped:
        return "gone", _EARLIER
    if not provider.steps:
        mistakes = review.mistakes_in(code)
        return ("discrepancy", "with a possible mistake") if mistakes else ("unchanged", "without")
    if review.mistakes_in(code):
        return "discrepancy", "unchanged, possible mistake"
    return "unchanged", "unchanged"


def strip(span: Range, codes: Sequence[Code]) -> list[tuple[float, float]]:
    """Return where the codes of a range stand in it: left edges and widths, in parts of it."""
    first, last = _number(span.first), _number(span.last)
    width = 1 / (abs(last - first) + 1)
    edges = [abs(_number(code.code) - first) * width for code in codes]
    return [(round(min(x, 1 - _VISIBLE), 4), round(max(width, _VISIBLE), 4)) for x in edges]


def _number(code: str) -> int:
    """Return the absolute number of a code; of several runs of digits the first."""
    _, numbers, _, _ = order(code)
    return numbers[0] if numbers else 0
