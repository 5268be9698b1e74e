"""The tables of a document that nobody has described yet, by its format.

Where cells stand one below the other, nothing but the texts says where the headings begin and how
many there are. Of all ways that lead to rows with codes the one counts that has the most rows and
the fewest lines between them; then the one whose headings stand as near to each other as its cells,
which a title above them does not; then the one whose headings are words for columns, and whose
first row has none of these; then one that begins with the code, and one that leaves no line over
below it.
"""

from __future__ import annotations

import csv as csv_module
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import code_headings, meanings, seen_table
from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.tables.code_column import codes_like, has_digit
from macros.readers import box_table, csv, html_table, markdown, rst, stacked
from macros.readers.cells import Cell, TableRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.readers.rows import Document, Line


_WIDTHS = range(2, 9)  # columns
_MOST_BETWEEN = 2  # rows
_HEADING = re.compile(r"(?:[^\W\d]|[ _()/.#-]){1,40}")


class _Way(NamedTuple):
    """A way to read a table: what speaks for it, the place behind it, and its rows."""

    worth: tuple[int, ...]
    end: int
    grid: list[TableRow]


def stacked_grids(document: Document) -> Iterator[list[TableRow]]:
    """Yield the tables whose cells stand one below the other, as far as their rows are whole."""
    lines = stacked.cells_of(document.text)
    known: list[list[str]] = []
    place = 0
    while place < len(lines):
        if not _ways(lines, place, known):
            place += 1
            continue
        near = range(place, min(place + _WIDTHS.stop, len(lines)))
        best = max(way for start in near for way in _ways(lines, start, known))
        known.append(best.grid[0].texts)
        yield best.grid
        place = best.end


def _ways(lines: Sequence[Line], place: int, known: Sequence[list[str]]) -> list[_Way]:
    """Return the ways to read a table whose headings begin at a place.

    Where it has those of a table above, a single row is enough.
    """
    again = [len(texts) for texts in known if _texts(lines, place, len(texts)) == texts]
    if again:
        ways = [_way(lines, place, width, 1) for width in again]
        return [way._replace(worth=(1, *way.worth)) for way in ways if way]
    ways = [_way(lines, place, width, LEAST) for width in _WIDTHS]
    return [way._replace(worth=(0, *way.worth)) for way in ways if way]


def _texts(lines: Sequence[Line], place: int, width: int) -> list[str]:
    return [line.text for line in lines[place : place + width]]


def _way(lines: Sequence[Line], place: int, width: int, least: int) -> _Way | None:
    headings = _texts(lines, place, width)
    named = [column for column, text in enumerate(headings) if code_headings.names(text)]
    if not named or len(set(headings)) < width or not all(map(_HEADING.fullmatch, headings)):
        return None
    grid = [_stacked_row(lines[place : place + width])]
    first = end = place + width
    coded = {column for column, line in enumerate(lines[first : first + width]) if _is_code(line)}
    named = [column for column in named if column in coded]
    comes_again = False
    # Rows that are not whole stand between others; no more lines than two of them have.
    while named and end <= first <= min(end + _MOST_BETWEEN * width, len(lines) - width):
        cells = lines[first : first + width]
        if _texts(lines, first, width) == headings:
            comes_again = True
            break
        own = {column for column, line in enumerate(cells) if _is_code(line)}
        if not own <= coded or own.isdisjoint(named):
            first += 1
            continue
        named = [column for column in named if column in own]
        grid.append(_stacked_row(cells))
        first = end = first + width
    texts = [text for row in grid[1:] for text in row.texts]
    # With the same headings below it, a table may be small.
    if len(grid) <= (1 if comes_again else least) or not set(headings).isdisjoint(texts):
        return None
    spoken = sum(map(_names_a_column, headings)) - sum(map(_names_a_column, grid[1].texts))
    at = [cell.line for row in grid for cell in row.cells]
    gaps = [after - before for before, after in pairwise(at)]
    apart = max(gaps)
    is_even = max(gaps[: width - 1]) <= max(gaps[width:])
    is_clean = end == len(lines) or lines[end].line - at[-1] > apart
    strays = end - place - len(grid) * width
    return _Way((len(grid) - strays, is_even, spoken, named[0] == 0, is_clean, -place), end, grid)


def _stacked_row(lines: Sequence[Line]) -> TableRow:
    return TableRow(tuple(Cell(line.text, line.line) for line in lines), lines[0].line)


def _is_code(line: Line) -> bool:
    return any(map(has_digit, codes_like(line.text)))


def _names_a_column(text: str) -> bool:
    """Tell whether a text is a word for a column, of codes or of texts."""
    says = meanings.count(text) or meanings.says(meanings.Text(text, []))
    return bool(says) or (code_headings.names(text) and len(text.split()) <= 2)  # noqa: PLR2004


_RST_TABLE = re.compile(
    r"^ *(?:=+(?: +=+)+|\+[-=]+(?:\+[-=]+)*\+|\.\. +(?:list|csv)-table::.*) *$", re.MULTILINE
)
_DASHES = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_LONGEST_DASHES = 1000  # characters
_FIRST_LINES = 1000  # of separated values, to find the separator in
_MOST_LINES = 0.7  # of these, at least, have the same number of cells


def _rst_grids(document: Document) -> Iterator[list[TableRow]]:
    if _RST_TABLE.search(document.text):
        yield from rst.grids(document)


def _csv_grids(document: Document) -> Iterator[list[TableRow]]:
    """Yield the tables of separated values; a part without a heading row belongs to the last."""
    separator = separator_of(document)
    table: list[TableRow] = []
    for grid in csv.grids(document, separator) if separator else ():
        found = seen_table.seen(grid)
        if table and (found is None or found.heading_row):
            yield table
            table = []
        table = [*table, *grid]
    if table:
        yield table


def has_pipe_table(document: Document) -> bool:
    """Tell whether a row of dashes and pipes stands in a document, as in a page in Markdown."""
    lines = document.text.split("\n")
    return any(
        _DASHES.fullmatch(line)
        for line in lines
        if len(line) <= _LONGEST_DASHES and "-" in line and "|" in line
    )


def separator_of(document: Document) -> str:
    """Return the sign that cuts most lines into the same number of cells, if there is one."""
    written = (line for line in document.text.split("\n") if line.strip())
    lines = [line for line in written if not csv.is_remark(line)][:_FIRST_LINES]
    best, most = "", 0
    # The pipes of a page in Markdown have a row of dashes below the headings.
    for sign in ",\t;" if any(map(_DASHES.fullmatch, lines)) else ",\t;|":
        try:
            numbers = Counter(len(cells) for cells in csv_module.reader(lines, delimiter=sign))
        except csv_module.Error:
            continue
        number, times = max(numbers.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
        if (
            number > 1
            and times >= LEAST
            and times > _MOST_LINES * sum(numbers.values()) > 0
            and (times > most)
        ):
            best, most = sign, times
    return best


# The tables of a document, in formats that have some.
GRIDS: dict[str, Callable[[Document], Iterator[list[TableRow]]]] = {
    "html_table": html_table.grids,
    "markdown": markdown.grids,
    "rst": _rst_grids,
    "box_table": box_table.grids,
    "stacked": stacked_grids,
    "csv": _csv_grids,
}
