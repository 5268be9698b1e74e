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
    """One cell: its text (line breaks as line feeds) and the line on which the text begins."""

    text: str
    line: int


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
    grid = [row for row in grid if any(row.texts)]
    table = _table(grid, tables)
    for row in grid:
        if ignored.matches(row.joined):
            continue
        if table is None:
            what = f"provider.yml describes no table that begins {shown(str(row.texts))}."
            do = "Describe its columns under the reader's `tables`, or ignore its rows."
            yield Problem(file, row.line, what, do)
            return
        if row.texts == table.columns or _is_heading(row, table):
            continue
        yield from _row(file, row, table)


def names_a_code(heading: str, tables: Sequence[Table]) -> bool:
    """Tell whether a heading begins with a code, so that it may be more than a heading."""
    first = heading.translate(FULL_WIDTH).split(maxsplit=1)[0]
    return any(re.fullmatch(table.pattern, first, re.ASCII) for table in tables)


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
    """A row with text in one place alone and nothing like a code in it."""
    texts = [text for text in row.texts if text]
    alone = len(texts) == 1 and (row.heading or row.texts[0] == texts[0])
    return alone and not re.search(table.pattern, texts[0].translate(FULL_WIDTH), re.ASCII)


def _row(file: str, row: TableRow, table: Table) -> Iterator[Row | Problem]:
    if len(row.cells) != len(table.columns):
        what = f"this row has {len(row.cells)} cells, its table {len(table.columns)} columns:"
        what = f'{what} "{shown(row.joined)}".'
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
    parts = [text.translate(FULL_WIDTH)]
    if not re.fullmatch(pattern, parts[0], re.ASCII):
        parts = _BETWEEN_CODES.split(parts[0])
    if all(re.fullmatch(pattern, part, re.ASCII) for part in parts):
        return parts
    return []


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
