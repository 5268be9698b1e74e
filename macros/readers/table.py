"""A table's cells -> rows: what all formats with tables share.

Takes cells as text; which characters of a document are which cell is the formats' own matter.
Refuses what could be read in two ways: see `_codes` and `_row`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.model import Row
from macros.readers.ignored import leftover, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.reader_options import Table
    from macros.readers.ignored import Ignored

# Providers print full-width forms of ASCII on East Asian pages; their APIs send ASCII.
FULL_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)}

_BETWEEN_CODES = re.compile(r"\s*[,;/\n、，；]\s*")  # noqa: RUF001 - separators of East Asian pages
_RANGE = re.compile(r"~|〜|～|–|—|…|\.\.|\bto\b|\S\s+-\s+\S|[0-9]-[0-9]")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: its text, line breaks as line feeds.
        line: the line on which the text begins.
        fault: why the text alone does not say what the page shows; empty when it does.
    """

    text: str
    line: int
    fault: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table, and whether its markup says that it is a heading."""

    cells: tuple[Cell, ...]
    line: int
    heading: bool = False

    @property
    def texts(self) -> list[str]:
        """The texts of the cells."""
        return [cell.text for cell in self.cells]

    @property
    def joined(self) -> str:
        """The row as one line, as `ignore` patterns see it."""
        return " | ".join(text.replace("\n", " ") for text in self.texts)


def rows(
    file: str, grid: Sequence[TableRow], tables: Sequence[Table], ignored: Ignored
) -> Iterator[Row | Problem]:
    """Yield the rows of one table of the document, or the problems that it has."""
    grid = [row for row in grid if any(cell.text or cell.fault for cell in row.cells)]
    table = _table(grid, tables)
    for row in grid:
        if ignored.matches(row.joined):
            continue
        if table is None:
            what = f"provider.yml describes no table that begins {shown(str(row.texts))}."
            do = "Describe its columns under the reader's `tables`, or ignore its rows."
            yield Problem(file, row.line, what, do)
            return
        if fault := next((cell.fault for cell in row.cells if cell.fault), None):
            what = f'"{shown(row.joined)}" {fault}.'
            do = "Look at the provider's page, and ignore the row if nothing can be quoted from it."
            yield Problem(file, row.line, what, do)
        elif row.texts != table.columns and not _is_heading(row, table):
            yield from _row(file, row, table)


def holds_a_code(heading: str, tables: Sequence[Table]) -> bool:
    """Tell whether a heading of the document holds a code, so that it may be more than that."""
    return any(_holds_a_code(heading, table.pattern) for table in tables)


def _table(grid: Sequence[TableRow], tables: Sequence[Table]) -> Table | None:
    if not grid:
        return None
    for table in tables:
        if table.heading_row and grid[0].texts == table.columns:
            return table
    for table in tables:
        if not table.heading_row and len(grid[0].cells) == len(table.columns):
            return table
    return None


def _is_heading(row: TableRow, table: Table) -> bool:
    """Tell whether a row has text in one place alone, and nothing in it that may be a code."""
    texts = [text for text in row.texts if text]
    if len(texts) != 1 or not (row.heading or row.texts[0]):
        return False
    return not (_is_code(texts[0], table.pattern) or _holds_a_code(texts[0], table.pattern))


def _row(file: str, row: TableRow, table: Table) -> Iterator[Row | Problem]:
    if len(row.cells) != len(table.columns):
        numbers = f"number of cells: {len(row.cells)}, of columns: {len(table.columns)}"
        what = f'"{shown(row.joined)}" does not fit its table ({numbers}).'
        do = "If two rows run together or a cell is missing, ignore the row or describe the table."
        yield Problem(file, row.line, what, do)
        return
    cells = dict(zip(table.columns, row.cells, strict=True))
    code_cell, message = cells.pop(table.code), cells.pop(table.message).text
    found = _codes(code_cell.text, table.pattern)
    if not found:
        yield _not_a_code(file, code_cell, row, table)
    elif not message:
        what = f'the code "{shown(code_cell.text)}" has no message.'
        yield Problem(file, row.line, what, "Ignore the row if it is of no use.")
    else:
        success = None
        if table.success:
            success = cells[table.success.column].text == table.success.value
        columns = {name: cell.text for name, cell in cells.items()}
        for code in found:
            yield Row(code, message, columns, table.code_set, file, code_cell.line, success)


def _codes(text: str, pattern: str) -> list[str]:
    """Return the code in a cell, or the several that stand there with clear signs between them."""
    parts = [text] if _is_code(text, pattern) else _BETWEEN_CODES.split(text)
    if all(_is_code(part, pattern) for part in parts):
        return [part.translate(FULL_WIDTH) for part in parts]
    return []


def _is_code(text: str, pattern: str) -> bool:
    return bool(re.fullmatch(pattern, text.translate(FULL_WIDTH), re.ASCII))


def _holds_a_code(text: str, pattern: str) -> bool:
    """Tell whether a code with a digit stands anywhere in a text; words alone may be just words."""
    found = re.finditer(pattern, text.translate(FULL_WIDTH), re.ASCII)
    return any(re.search("[0-9]", match[0]) for match in found)


def _not_a_code(file: str, cell: Cell, row: TableRow, table: Table) -> Problem:
    if not cell.text:
        return leftover(file, row.line, row.joined)
    if _RANGE.search(cell.text):
        what = f'"{shown(cell.text)}" is a range of codes, not a code.'
        do = "Ignore the row; provider.yml can give the range a title under `ranges`."
    else:
        what = f'"{shown(cell.text)}" does not match the pattern of codes, {table.pattern}.'
        do = "Mend the pattern in provider.yml, or ignore the row."
    return Problem(file, cell.line, what, do)
