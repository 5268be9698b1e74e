"""Which column of a table without headings has the codes, where several have numbers: a guess.

Beside its codes a table has statuses of HTTP, counts, pages and the numbers of its rows. What tells
codes is that they are of one length, ascend and differ. It is asked which it is where that is not
enough, or the likeliest column stands behind another one.
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

_FEWEST = 2  # rows of which one can tell something
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
    return len(cells) >= _FEWEST and numbers


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
