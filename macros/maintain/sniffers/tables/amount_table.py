"""Tables of limits, ports and versions, which list no codes: a table -> whether it is one.

A row of such a table that has a code in a cell of its own is refused all the same, as that of each
table which is said to list none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import code_headings
from macros.maintain.sniffers.tables.code_column import codes_like, has_digit

if TYPE_CHECKING:
    from macros.maintain.document.seen_table import Seen


def is_one(table: Seen) -> bool:
    """Tell whether all numbers of a table stand below headings that deny to have codes."""
    if any(map(code_headings.hints, table.headings)) or not table.heading_row:
        return False
    numbered = [
        heading
        for index, heading in enumerate(table.headings)
        if any(has_digit(one) for text in table.column(index) for one in codes_like(text))
    ]
    denied = list(map(code_headings.denies, table.headings))
    return any(denied) and all(map(code_headings.denies, numbered))
