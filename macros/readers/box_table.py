"""Reader for tables drawn with signs, as databases print them, wherever they stand in a text.

Lines of `+` and `-`, or of box-drawing signs, are the borders. Where such a line stands between all
rows, a row can go over several lines. A text without borders is none of these tables.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.readers import prose
from macros.readers.cells import Cell, TableRow
from macros.readers.ledger import Account
from macros.readers.table import rows
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.errors import Problem
    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document, Row
    from macros.sources.reader_options import BoxTableOptions

_SIGNS = "|\u2502\u2503\u2551"  # between the cells of a row
# +----+----+, |----+----|, ----+---- and their like in box-drawing signs; no row of Markdown.
_BORDER = re.compile(r"[+|]?[-=]+(?:\+[-=]+)*[+|]?|[\u2500-\u257f]{2,}")
_HORIZONTAL = "+\u2500\u2501\u2550"  # one of these is in each border
_COUNT = re.compile(r"\(?[0-9]+ rows?(?: in set)?\b.*")  # below a table, as databases count
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<text>\S.*)")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[\w-]*")


class _Drawn(NamedTuple):
    """A table: the index of its first line, that behind its last one, its rows."""

    first: int
    end: int
    grid: list[TableRow]


def read(document: Document, ledger: Ledger[BoxTableOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of the document's tables; what stands around them is prose."""
    text, problems = prose.front_matter(document.text, ledger)
    yield from problems
    lines = text.split("\n")
    behind = 0
    for first, end, grid in _tables(lines):
        yield from _around(lines, behind, first, ledger)
        yield from rows(grid, ledger)
        ledger.fill(Account.MARKUP, "\n".join(lines[first:end]), first + 1)
        behind = end
    yield from _around(lines, behind, len(lines), ledger)


def grids(document: Document) -> Iterator[list[TableRow]]:
    """Yield all tables of a document, whatever is in them."""
    for table in _tables(document.text.split("\n")):
        yield table.grid


def _around(
    lines: Sequence[str], first: int, end: int, ledger: Ledger[BoxTableOptions]
) -> Iterator[Row | Problem]:
    """Yield what the lines between two tables are; the last one can be a heading of the next."""
    for line in prose.numbered(lines[first:end], first + 1):
        heading = _HEADING.fullmatch(line.text)
        if _FENCE.fullmatch(line.text):
            ledger.mark(Account.MARKUP, line.line)
        elif first and _COUNT.fullmatch(line.text) and ledger.options.skips_prose:
            ledger.mark(Account.SKIPPED, line.line)
        elif heading and not prose.holds_any_code(line.text, ledger):
            ledger.mark(Account.HEADING, line.line)
            ledger.above = heading["text"]
        else:
            yield from prose.outside(line, ledger)


def _tables(lines: Sequence[str]) -> Iterator[_Drawn]:
    """Yield the tables of a text: lines with signs between cells, of which some are borders."""
    first = 0
    while first < len(lines):
        end = first
        while end < len(lines) and _belongs(lines, end, begun=end > first):
            end += 1
        drawn = lines[first:end]
        if any(_is_border(line) for line in drawn) and any(map(_is_row, drawn)):
            yield _Drawn(first, end, list(_rows(lines, first, end)))
        first = max(end, first + 1)


def _belongs(lines: Sequence[str], place: int, *, begun: bool) -> bool:
    """Tell whether a line is one of a table, where the one before it is one or not.

    A blank line in the middle of a table is, too: a row stands below it, and no border above.
    """
    line = lines[place]
    if line.strip():
        return _is_border(line) or _is_row(line)
    below = next((other for other in lines[place + 1 : place + 3] if other.strip()), "")
    return begun and not _is_border(lines[place - 1]) and _is_row(below) and not _is_border(below)


def _is_border(line: str) -> bool:
    return any(sign in line for sign in _HORIZONTAL) and bool(_BORDER.fullmatch(line.strip()))


def _is_row(line: str) -> bool:
    return any(sign in line for sign in _SIGNS) and not _is_border(line)


def _rows(lines: Sequence[str], first: int, end: int) -> Iterator[TableRow]:
    """Yield the rows of a table; where borders are between all, the lines of each are joined."""
    parts: list[list[list[Cell]]] = [[]]
    for place in range(first, end):
        if _is_border(lines[place]):
            parts.append([])
        elif lines[place].strip():
            parts[-1].append([Cell(one_line(text), place + 1) for text in _split(lines[place])])
    parts = [part for part in parts if part]
    if len(parts) > 2 and all(map(_is_one_row, parts[1:])):  # noqa: PLR2004 - heading row, others
        yield from map(_joined, parts)
    else:
        yield from (_joined([cells]) for part in parts for cells in part)


def _is_one_row(part: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether lines can be one row: none but the first has a text in its first cell."""
    widths = {len(cells) for cells in part}
    return len(widths) == 1 and not any(cells[0].text for cells in part[1:])


def _joined(row: Sequence[Sequence[Cell]]) -> TableRow:
    """Return the lines of a row as one, the texts of each cell behind each other."""
    cells = []
    for parts in zip(*row, strict=False):
        filled = [cell for cell in parts if cell.text] or [parts[0]]
        text = " ".join(cell.text for cell in filled)
        cells.append(Cell(text, filled[0].line, last=row[-1][0].line))
    return TableRow(tuple(cells), row[0][0].line)


def _split(line: str) -> list[str]:
    """Cut a line at the signs between cells; those at its ends are the frame."""
    cells = re.split(rf"[{_SIGNS}]", line.strip())
    if not cells[0].strip():
        cells.pop(0)
    if cells[1:] and not cells[-1].strip():
        cells.pop()
    return cells
