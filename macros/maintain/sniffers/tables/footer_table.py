"""Tables that stand at the end of a page, as a version and a day: a table -> whether it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import code_headings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.seen_table import Seen


def is_one(table: Seen, tables: Sequence[Seen]) -> bool:
    """Tell whether a table has one row and no headings, where those of others speak of codes.

    It is asked whether it lists a code all the same.
    """
    if table.heading_row or len(table.rows) > 1:
        return False
    others = (one for one in tables if one.heading_row and len(one.rows) > 1)
    return any(code_headings.is_code(heading) for one in others for heading in one.headings)
