"""Rows of tables that are in bold throughout, where most are not: rows -> those, and why.

As in `| **1000** | **Accounts** |`, a chapter of a list that has a number as its codes have one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.sniffers.tables import tables
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.cells import TableRow
    from macros.readers.rows import Document, Row


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows of each table that are perhaps headings."""
    for table in tables.seen(document, format_):
        bold = [row for row in table.rows if row.bold and not row.heading]
        if 2 * len(bold) < len(table.rows):
            found_here = [row for row in rows if any(_says(one, row) for one in bold)]
            if found_here:
                are = "are" if found_here[1:] else "is"
                yield found_here, f"{are} in bold throughout, as headings among the rows are"


def _says(row: TableRow, listed: Row) -> bool:
    """Tell whether the row of a table is that of a code."""
    return listed.code in row.texts and one_line(listed.message) in map(one_line, row.texts)
