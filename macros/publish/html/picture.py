"""A provider's whole code space as a picture: review -> cells in rows, by code set and range.

Each cell has a sign of its own, so that the picture is readable without colour. A strip shows where
in a range its codes stand.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from macros.codes import order
from macros.kinds import Kind
from macros.publish.wording import range_title
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.catalog.model import Code
    from macros.review.model import Review
    from macros.sources.provider import CodeSet, Range

COLUMNS = 24
CELL = 15  # pixels from one square to the next
LABEL = 17  # pixels from one line of text to the next
LINKED = 3_000  # so many codes can each have a link and a title in the picture
_SQUARE = "h13v13h-13z"
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


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text: `level` is `set` or `range`, `y` its base line in pixels from the top."""

    text: str
    level: str
    y: int


@dataclass(frozen=True, slots=True)
class Cell:
    """The square of one code; `x` and `y` are its upper left corner, in pixels.

    The words are those by which the page counts its changes, so that the legend counts the same.
    """

    code: Code
    state: str
    words: str
    x: int
    y: int

    @property
    def glyph(self) -> str:
        """The sign in the square; none where nothing happened."""
        return STATES[self.state]

    @property
    def title(self) -> str:
        """The code, what happened to it, and its message."""
        message = one_line(self.code.meanings[0])
        return f"{self.code.code}, {self.words}: {message}"


@dataclass(frozen=True, slots=True)
class Picture:
    """All labels and cells, and the size that they need, in pixels."""

    labels: tuple[Label, ...]
    cells: tuple[Cell, ...]
    width: int
    height: int

    @property
    def linked(self) -> list[Cell]:
        """The cells that lead to their codes: of many codes those to which something happened."""
        if len(self.cells) <= LINKED:
            return list(self.cells)
        return [cell for cell in self.cells if cell.state != "unchanged"]

    @property
    def others(self) -> str:
        """The squares of all other cells in one, as the path that draws them."""
        if len(self.cells) <= LINKED:
            return ""
        unchanged = (cell for cell in self.cells if cell.state == "unchanged")
        return "".join(f"M{cell.x} {cell.y}{_SQUARE}" for cell in unchanged)

    @property
    def legend(self) -> list[tuple[str, str, str, int]]:
        """State, sign, words and number of cells, as far as there are any."""
        counts = Counter((cell.state, cell.words) for cell in self.cells)
        labels = [kind.label.lower() for kind in Kind]
        states = list(STATES)

        def place(one: tuple[str, str]) -> tuple[int, int]:
            state, words = one
            return states.index(state), labels.index(words) if words in labels else 0

        return [
            (state, STATES[state], words, counts[state, words])
            for state, words in sorted(counts, key=place)
        ]


def draw(review: Review) -> Picture:
    """Return the picture of one provider."""
    labels: list[Label] = []
    cells: list[Cell] = []
    y = 0
    for code_set in review.catalog.provider.code_sets:
        labels.append(Label(code_set.title, "set", y + LABEL - 5))
        y += LABEL
        for span, group in groupby(_documented(review, code_set), lambda code: code.range):
            if code_set.ranges:
                labels.append(Label(range_title(span), "range", y + LABEL - 5))
                y += LABEL
            codes = list(group)
            for place, code in enumerate(codes):
                row, column = divmod(place, COLUMNS)
                cells.append(Cell(code, *state(review, code), column * CELL, y + row * CELL))
            y += -(-len(codes) // COLUMNS) * CELL
        y += CELL // 2
    return Picture(tuple(labels), tuple(cells), COLUMNS * CELL, y)


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
        return "gone", "dropped earlier"
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
