"""Tables of what happened on which day, which list no codes: a table -> whether it is one.

A row of such a table that has a code in a cell of its own is refused all the same, as that of each
table which is said to list none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import code_headings

if TYPE_CHECKING:
    from macros.maintain.document.seen_table import Seen

_YEAR, _MONTH, _NUMBER = "(?:19|20)[0-9]{2}", "(?:0?[1-9]|1[0-2])", "(?:0?[1-9]|[12][0-9]|3[01])"
_DAY = re.compile(
    rf"{_YEAR}[-./]{_MONTH}(?:[-./]{_NUMBER})?|{_NUMBER}[-./]{_NUMBER}[-./]{_YEAR}"
    r"|[0-9]{4}[年년] ?[0-9]{1,2}[月월](?: ?[0-9]{1,2}[日일])?"
    r"|(?:[0-9]{1,2}\.? )?[^\W\d_]{3,9}\.?,? (?:[0-9]{1,2},? )?[0-9]{4}"
)


def is_one(table: Seen) -> bool:
    """Tell whether a column has days alone, and no heading says that codes stand below it."""
    if any(map(code_headings.hints, table.headings)) or not table.heading_row:
        return False
    return any(has_days(table, place) for place in range(len(table.headings)))


def has_days(table: Seen, place: int) -> bool:
    """Tell whether a column has days alone, and its heading says nothing of codes."""
    cells = table.column(place)
    is_named = table.heading_row and not code_headings.hints(table.headings[place])
    return is_named and bool(cells) and all(map(_DAY.fullmatch, cells))
