"""Columns that could as well have the codes: a table, its code -> these columns.

Without headings a table has statuses of HTTP, counts, pages and the numbers of its rows beside its
codes. What tells codes is that they are of one length, ascend and differ. And several errors share
a status, as 404 is that of DOCK_GONE and SHIP_GONE: where each row has a name of its own, alone or
within a piece of an answer, `{"error": "dock_gone"}`, that may be the code.
"""

from __future__ import annotations

import re
from itertools import pairwise
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


def names_beside(table: Seen, code: int) -> tuple[int, ...]:
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


_FEWEST_ROWS = 2  # rows of which one can tell something
_LONG = 3  # signs of a code
_SURE = 4  # points that nothing else comes near
_PARTED = re.compile(r"[0-9]+(?:[-.:/][0-9]+)+", re.ASCII)  # days and versions


def choose(table: Seen, code: int) -> tuple[int, tuple[int, ...]]:
    """Return the column that has the codes, and those that can as well have them.

    Args:
        table: a table without headings.
        code: the column that looks like it by its cells.
    """
    able = [index for index in range(len(table.headings)) if _has_numbers(table, index)]
    others = [index for index in range(len(table.headings)) if index not in able]
    if code not in able or not able[1:] or not others:
        return code, ()
    points = {index: _points(table.column(index)) for index in able}
    best = max(able, key=lambda index: (points[index], -index))
    rivals = tuple(
        index
        for index in able
        if index != best and points[best] - points[index] < _SURE
        if index < best or points[index] == points[best] or points[best] == 1
    )
    return best, rivals


def _has_numbers(table: Seen, index: int) -> bool:
    cells = [text for text in table.column(index) if text]
    numbers = code_column.score(table, index) > 0 and any(map(code_column.has_digit, cells))
    return len(cells) >= _FEWEST_ROWS and numbers


def _points(column: Sequence[str]) -> int:
    """Return how much cells look like codes, and like no other numbers."""
    cells = [text for text in column if text]
    if cells == [str(place) for place in range(1, len(cells) + 1)] or all(
        map(_PARTED.fullmatch, cells)
    ):
        return 0
    if all(map(other_numbers.is_status, cells)):
        return 1
    letters = all(any(map(str.isalpha, text)) for text in cells)
    return (
        1
        + letters
        + all(len(text) >= _LONG for text in cells)
        + (len(set(map(len, cells))) == 1)
        + all((len(one), one) < (len(after), after) for one, after in pairwise(cells))
        + (len(set(cells)) == len(cells))
    )
