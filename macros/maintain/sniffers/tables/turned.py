"""Tables whose codes stand side by side, in a row: tables -> what to do about the first of them.

No reader reads one: a message would belong to its code by its column alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import code_headings, shapes
from macros.maintain.sniffers.tables.code_column import has_digit
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.maintain.document.seen_table import Seen

_FEWEST = 3  # cells: what they are, and two codes


def told(tables: Iterable[Seen]) -> str:
    """Say where codes stand side by side, and how they can be read; nothing where none do."""
    for table in tables:
        for cells in (table.headings, *(row.texts for row in table.rows)):
            if _has_codes(cells) and table.rows:
                return (
                    f'In the table of line {table.line} the codes stand side by side: "'
                    f'{shown(cells[1])}", "{shown(cells[2])}". Turn it, as spreadsheets do with'
                    ' "Transpose", so that each code begins a row; save it as CSV, and run `read`'
                    " on that file: it is the document then."
                )
    return ""


def _has_codes(cells: Sequence[str]) -> bool:
    """Tell whether a row says that it has codes, and has nothing but different ones."""
    first, *codes = cells
    alike = all(shapes.looks_like_a_code(one) and has_digit(one) for one in codes)
    whole = len(cells) >= _FEWEST and len(set(codes)) == len(codes)
    return whole and alike and code_headings.is_code(first)
