"""Names of errors beside statuses of HTTP: a table, its code -> the columns with a name for each.

Several errors share a status, as 404 is that of DOCK_GONE and SHIP_GONE: where each row has a name
of its own, alone or within a piece of an answer, `{"error": "dock_gone"}`, that may be the code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers
from macros.maintain.sniffers.tables import code_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.seen_table import Seen

_NAME = re.compile(
    r"(?<![\w.-])(?:[A-Z][A-Z0-9]*(?:[._-][A-Z0-9]+)+|[a-z][a-z0-9]*(?:[._-][a-z0-9]+)+"
    r"|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+)(?![\w-]|\.\w)",
    re.ASCII,
)
_FEWEST = 3  # rows
_MOST_WORDS = 3  # beside a name, in a piece of an answer


def find(table: Seen, code: int) -> tuple[int, ...]:
    """Return the columns with a name in each row where that of the codes has statuses alone."""
    cells = table.column(code)
    if (
        not table.heading_row
        or len(cells) < _FEWEST
        or not all(map(other_numbers.is_status, cells))
    ):
        return ()
    if not code_column.is_http(table, code) and len(set(cells)) == len(cells):
        return ()
    others = [index for index in range(len(table.headings)) if index != code]
    named = tuple(index for index in others if names(table.column(index)))
    # Of two columns the other one has the message.
    return named if named and len(others) > len(named) else ()


def names(cells: Sequence[str]) -> list[str]:
    """Return the name that each of some cells has; nothing where one has none, or no own one."""
    found = [_name(text) for text in cells]
    return found if all(found) and len(set(found)) == len(found) else []


def _name(text: str) -> str:
    """Return the one name of a text that says little else; else nothing."""
    found = _NAME.findall(text)
    rest = _NAME.sub("", text)
    is_piece = len(re.findall(r"\w+", rest)) <= _MOST_WORDS and rest[-1:] not in {".", "!"}
    return found[0] if len(found) == 1 and is_piece else ""
