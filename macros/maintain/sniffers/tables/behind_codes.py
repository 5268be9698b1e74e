"""Words behind the codes of a column, as in `400 Bad Request`: a table -> the same without them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import code_headings, shapes
from macros.maintain.sniffers.tables.code_column import LEAST, codes_like, has_digit
from macros.readers.printed import code_and_rest

if TYPE_CHECKING:
    from macros.maintain.document.seen_table import Seen
    from macros.readers.cells import TableRow

# What words behind a code begin with; a text that begins otherwise may be a part of it.
_OPENS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ(abcdefghijklmnopqrstuvwxyz[（")  # noqa: RUF001


def without_words(table: Seen) -> tuple[Seen, str]:
    """Return a table without the words behind its codes, and what to call them; as it is if none.

    As where a column has `400 Bad Request`, `404 Not Found`.
    """
    width = len(table.headings)
    for index in range(width):
        cells = [text for text in table.column(index) if text]
        parted = [code_and_rest(text, shapes.ANY_CODE.pattern) for text in cells]
        words = [one for one in parted if one and has_digit(one[0]) and one[1][0] in _OPENS]
        alone = [text for text in cells if codes_like(text)]
        if (
            table.heading_row
            and code_headings.hints(table.headings[index])
            and len(words) > len(alone)
            and len(words) + len(alone) >= LEAST * len(cells)
        ):
            rows = tuple(
                _parted(row, index) if len(row.cells) == width else row for row in table.rows
            )
            name = next(one for one in ("Name", "Behind the code") if one not in table.names)
            return replace(table, rows=rows), name
    return table, ""


def _parted(row: TableRow, index: int) -> TableRow:
    """Return a row without the words behind the code in one of its cells."""
    found = code_and_rest(row.texts[index], shapes.ANY_CODE.pattern)
    if not found:
        return row
    cell = replace(row.cells[index], text=found[0])
    return replace(row, cells=(*row.cells[:index], cell, *row.cells[index + 1 :]))
