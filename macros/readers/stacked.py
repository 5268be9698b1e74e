"""Reader for copies of pages whose tables have each cell on a line of its own.

A table begins with its headings, one below the other, and goes on as far as each row has as many
lines as there are headings, with a code in the place of the code. A row that lacks a cell or has a
line too many cannot be told from what stands around it: its lines are refused, and the table goes
on with the next row that is whole. What stands right below the last row may be the rest of it, so
it has to be accounted for as well. Blank lines say nothing, nor does a pipe at an end of a line, as
some copies have it around each cell.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Problem, advised
from macros.readers import prose
from macros.readers.advice import if_none, if_rest, quoted, shown
from macros.readers.cells import Cell, TableRow
from macros.readers.ledger import Account
from macros.readers.printed import codes_in_cell
from macros.readers.table import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document, Line, Row
    from macros.sources.reader_options import StackedOptions, Table

_MOST_BETWEEN = 2  # rows; of more lines than these have, the next table has no headings


class _Stack(NamedTuple):
    """A table, and what may go on with it.

    Attributes:
        grid: its rows, the heading row first. Lines that are none of a row are rows of too few.
        above: the text that ends right above each such row, by its first line.
        end: the place of the line behind the table.
    """

    grid: list[TableRow]
    above: dict[int, str]
    end: int


def read(document: Document, ledger: Ledger[StackedOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of the document's tables; what stands around them is prose."""
    text, problems = prose.front_matter(document.text, ledger)
    yield from problems
    lines = cells_of(text)
    cells = {line.line for line in lines}
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and number not in cells:  # pipes alone
            ledger.mark(Account.MARKUP, number)
    place = 0
    while place < len(lines):
        table = _headed(lines, place, ledger.options.tables)
        if not table:
            ledger.above = lines[place].text
            yield from prose.outside(lines[place], ledger)
            place += 1
            continue
        stack = _stack(lines, place, table, ledger)
        for result in rows(stack.grid, ledger):
            yield _advised(result, stack, table) if isinstance(result, Problem) else result
        place = stack.end


def cells_of(text: str) -> list[Line]:
    """Return the lines of a text, each as the cell that it may be."""
    lines = (line.strip().removeprefix("|").removesuffix("|") for line in text.split("\n"))
    return prose.numbered(lines, 1)


def _headed(lines: Sequence[Line], place: int, tables: Sequence[Table]) -> Table | None:
    """Return the kind of the table whose headings begin at a place, if one does."""
    for table in tables:
        headings = [line.text for line in lines[place : place + len(table.columns)]]
        if headings == table.columns:
            return table
    return None


def _stack(
    lines: Sequence[Line], start: int, table: Table, ledger: Ledger[StackedOptions]
) -> _Stack:
    """Return the table whose headings begin at a place."""
    width = len(table.columns)
    stack = _Stack([_row(lines[start : start + width])], {}, start + width)
    place = stack.end
    numbered: set[int] = set()
    while (following := _next(lines, place, table, ledger.options.tables, numbered)) is not None:
        _put_beside(lines[place:following], stack, table, ledger)
        stack.grid.append(_row(lines[following : following + width]))
        numbered = _numbered(stack.grid[-1].texts, table)
        place = following + width
    cells = [cell.line for row in stack.grid for cell in row.cells]
    apart = max(after - before for before, after in pairwise(cells))
    known = len(stack.above)
    while len(stack.above) == known and _is_adjacent(lines, place, stack, apart):
        if _headed(lines, place, ledger.options.tables):
            break
        end = place + 1
        if codes_in_cell(lines[place].text, table.pattern):  # of a row that lacks a cell
            end = min(place + width - 1, len(lines))
        _put_beside(lines[place:end], stack, table, ledger)
        place = end
    return stack._replace(end=place)


def _is_adjacent(lines: Sequence[Line], place: int, stack: _Stack, apart: int) -> bool:
    """Tell whether a line stands as near to a table as its cells to each other."""
    return place < len(lines) and lines[place].line - stack.grid[-1].last <= apart


def _put_beside(
    lines: Sequence[Line], stack: _Stack, table: Table, ledger: Ledger[StackedOptions]
) -> None:
    """Join lines that go on with the last cell to it; make rows of too few cells of others."""
    broken: list[Line] = []
    for line in lines:
        *cells, last = stack.grid[-1].cells
        if not broken and len(stack.grid) > 1 and ledger.wraps(line.text, line.line):
            joined = replace(last, text=f"{last.text}\n{line.text}", last=line.line)
            stack.grid[-1] = replace(stack.grid[-1], cells=(*cells, joined))
            continue
        if broken and codes_in_cell(line.text, table.pattern):
            _put_broken(broken, stack, table)
            broken = []
        broken.append(line)
    if broken:
        _put_broken(broken, stack, table)


def _put_broken(lines: Sequence[Line], stack: _Stack, table: Table) -> None:
    """Put lines below the last row: as one that is broken, or each that may go on with the last."""
    is_row = len(lines) == len(table.columns) or _holds_codes([one.text for one in lines], table)
    apart = [lines] if is_row or not _ends_with_message(table) else [[line] for line in lines]
    for part in apart:
        stack.above[part[0].line] = stack.grid[-1].texts[-1]
        stack.grid.append(_row(part))


def _next(
    lines: Sequence[Line], place: int, table: Table, tables: Sequence[Table], numbered: set[int]
) -> int | None:
    """Return the place of the next row of a table, be there a few lines above it.

    Args:
        lines: all lines.
        place: where it can begin.
        table: the table.
        tables: all kinds of tables.
        numbered: the columns beside that of the code in which the row above has a number like one.
    """
    width = len(table.columns)
    for start in range(place, min(place + _MOST_BETWEEN * width + 1, len(lines))):
        if _headed(lines, start, tables):
            return None
        if _has_codes(lines, start, table):
            cells = [line.text for line in lines[start : start + width]]
            # Else it may lack a cell, and have taken in the code of the next row.
            if (
                _numbered(cells, table) <= numbered
                or start + width == len(lines)
                or _has_codes(lines, start + width, table)
            ):
                return start
    return None


def _has_codes(lines: Sequence[Line], start: int, table: Table) -> bool:
    """Tell whether the lines of a row begin at a place, with a code in the place of the code."""
    cells = [line.text for line in lines[start : start + len(table.columns)]]
    return len(cells) == len(table.columns) and all(
        codes_in_cell(cells[table.names.index(name)], table.pattern) for name in table.codes
    )


def _numbered(cells: Sequence[str], table: Table) -> set[int]:
    """Return the columns beside that of the code in which a row has what looks like one."""
    return {
        place
        for place, (name, cell) in enumerate(zip(table.names, cells, strict=True))
        if name not in table.codes and codes_in_cell(cell, table.pattern)
    }


def _row(lines: Sequence[Line]) -> TableRow:
    return TableRow(tuple(Cell(line.text, line.line) for line in lines), lines[0].line)


def _advised(problem: Problem, stack: _Stack, table: Table) -> Problem:
    """Say of a line beside the rows, which has no code, that it may go on with the one above.

    A text that is wrapped in another column than the last moves all that follows it.
    """
    row = next((row for row in stack.grid if row.line == problem.line), None)
    is_whole = row is not None and len(row.cells) == len(table.columns)
    if not row or is_whole or row.line not in stack.above or _holds_codes(row.texts, table):
        return problem
    none = "If it says nothing of a code"
    do = [if_none(row.joined, f"{none}, quote {quoted(row.joined)} under `prose`.")]
    if _ends_with_message(table) and len(row.cells) == 1:
        above = shown(stack.above[row.line])
        do.insert(0, if_rest(row.joined, f'If it goes on with "{above}"'))
    return advised(problem.file, problem.line, problem.what, *do)


def _holds_codes(cells: Sequence[str], table: Table) -> bool:
    return any(codes_in_cell(cell, table.pattern) for cell in cells)


def _ends_with_message(table: Table) -> bool:
    return table.messages == table.names[-1:]
