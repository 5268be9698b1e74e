"""A table's cells -> rows: what all formats with tables share.

Takes cells as text; which characters of a document are which cell is the formats' own matter.
Refuses whatever could be read in two ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers.ledger import leftover, shown
from macros.readers.printed import codes_in_cell, holds_a_code, looks_like_a_range
from macros.readers.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import Table, TableOptions


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: its text, line breaks as line feeds.
        line: the line on which the text begins; 0 where there is none.
        fault: why the text alone does not say what the page shows; empty when it does.
    """

    text: str
    line: int
    fault: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table.

    Attributes:
        cells: a cell for each column; one that spans columns is followed by empty ones.
        line: where the row begins.
        heading: whether its markup makes all of it a heading.
        spans: whether a cell spans columns.
    """

    cells: tuple[Cell, ...]
    line: int
    heading: bool = False
    spans: bool = False

    @property
    def texts(self) -> list[str]:
        """The texts of the cells."""
        return [cell.text for cell in self.cells]

    @property
    def joined(self) -> str:
        """The row as one line, as `ignore` patterns see it."""
        return " | ".join(text.replace("\n", " ") for text in self.texts)


def rows(grid: Sequence[TableRow], ledger: Ledger[TableOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of one table of the document, or the problems that it has."""
    file = ledger.file
    filled = [row for row in grid if any(cell.text or cell.fault for cell in row.cells)]
    kept = [row for row in filled if not ledger.ignores(row.joined)]
    table = _table(kept, ledger.options.tables)
    if table is None:
        for row in kept[:1]:
            what = f"provider.yml describes no table that begins {shown(str(row.texts))}."
            do = "Describe its columns under the reader's `tables`, or ignore its rows."
            yield Problem(file, row.line, what, do)
        return
    ledger.use(table)
    for row in kept:
        if fault := next((cell.fault for cell in row.cells if cell.fault), None):
            what = f'"{shown(row.joined)}" {fault}.'
            do = "Look at the provider's page, and ignore the row if nothing can be quoted from it."
            yield Problem(file, row.line, what, do)
        elif row.texts != table.columns and not _is_heading(row, table):
            yield from _row(file, row, table)


def _table(grid: Sequence[TableRow], tables: Sequence[Table]) -> Table | None:
    """Return the kind of table whose heading row comes first; a title may stand above it."""
    for row in grid:
        for table in tables:
            if table.heading_row and row.texts == table.columns:
                return table
        if len([text for text in row.texts if text]) > 1:
            break
    for table in tables:
        if grid and not table.heading_row and len(grid[0].cells) == len(table.columns):
            return table
    return None


def _is_heading(row: TableRow, table: Table) -> bool:
    """Tell whether a row has text in its first cell alone, and nothing in it that may be a code."""
    first, *others = row.texts
    if not first or any(others) or holds_a_code(first, table.pattern):
        return False
    # A lone text that is not marked as a heading could go on with the message above it.
    return row.heading or (
        len(row.cells) == len(table.columns) and table.message != table.columns[0]
    )


def _row(file: str, row: TableRow, table: Table) -> Iterator[Row | Problem]:
    if len(row.cells) != len(table.columns) or row.spans or row.heading:
        numbers = f"number of cells: {len(row.cells)}, of columns: {len(table.columns)}"
        what = f'"{shown(row.joined)}" does not fit its table ({numbers}).'
        do = "If two rows run together or a cell is missing, ignore the row or describe the table."
        yield Problem(file, row.line, what, do)
        return
    cells = dict(zip(table.columns, row.cells, strict=True))
    code_cell, message = cells.pop(table.code), cells.pop(table.message).text
    codes = codes_in_cell(code_cell.text, table.pattern)
    if not codes:
        yield _not_a_code(file, code_cell, row, table)
    elif not message:
        what = f'the code "{shown(code_cell.text)}" has no message.'
        yield Problem(file, row.line, what, "Ignore the row if it is of no use.")
    else:
        success = None
        if table.success:
            success = cells[table.success.column].text == table.success.value
        columns = {name: cell.text for name, cell in cells.items()}
        for code in codes:
            yield Row(code, message, columns, table.code_set, file, code_cell.line, success)


def _not_a_code(file: str, cell: Cell, row: TableRow, table: Table) -> Problem:
    if not cell.text:
        return leftover(file, row.line, row.joined)
    if looks_like_a_range(cell.text):
        what = f'"{shown(cell.text)}" is a range of codes, not a code.'
        do = "Ignore the row; provider.yml can give the range a title under `ranges`."
    else:
        what = f'"{shown(cell.text)}" does not match the pattern of codes, {table.pattern}.'
        do = "Mend the pattern in provider.yml, or ignore the row."
    return Problem(file, cell.line, what, do)
