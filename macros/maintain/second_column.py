"""A column that makes a code together with that of the codes: a table, its columns -> its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.code_column import codes_like

if TYPE_CHECKING:
    from macros.maintain.columns import Columns
    from macros.maintain.seen_table import Seen

# A part of a code: a number or a short word.
_PART = re.compile(r"[A-Za-z0-9_.-]{1,16}", re.ASCII)
_REPEATED = 0.25  # of the rows have a code that others have with another text


def find(table: Seen, found: Columns) -> int | None:
    """Return a column without which the codes repeat, and with which each row has one of its own.

    As where a module has a number, and its errors have others: 10 and 01, 10 and 02, 20 and 01.
    """
    width = len(table.headings)
    rows = [
        row.texts
        for row in table.rows
        if len(row.cells) == width and codes_like(row.texts[found.code])
    ]
    said: dict[str, set[str]] = {}
    for texts in rows:
        said.setdefault(texts[found.code], set()).add(texts[found.message])
    repeated = sum(len(said[texts[found.code]]) > 1 for texts in rows)
    if repeated <= _REPEATED * len(rows):
        return None
    for index in range(width):
        if index in {found.code, found.message, found.success}:
            continue
        cells = [texts[index] for texts in rows]
        short = all(cells) and all(map(_PART.fullmatch, cells))
        pairs = {(texts[found.code], texts[index]) for texts in rows}
        if short and len(pairs) == len(rows):
            return index
    return None
