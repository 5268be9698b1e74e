"""Constants that say where a range of codes begins or ends: rows -> those that are perhaps none.

`DOCK_ERR_FIRST` has the number of a code, or one that no error has, and `DOCK_ERR_COUNT` counts
them. What is called so may also be an error, such as `ERR_STREAM_END`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Row

_ENDS = frozenset("first last min max minimum maximum num number total count".split())
_BOUNDS = _ENDS | frozenset("begin end start base".split())
_MARKS = frozenset("e er err errno error errors code codes".split())
_SAYS_BOUND = re.compile(
    r"\b(?:first|last|lowest|highest|smallest|largest|min(?:imum)?|max(?:imum)?|lower|upper"
    r"|numbers? of|total|count|range|base|begin\w*|end|start\w*)\b",
    re.IGNORECASE,
)
# What speaks of no failure, though it has words that often do.
_IS_LAST = re.compile(
    r"\b(?:must|has to|should) (?:be|stay|remain|come)\b|\bnot (?:an?|a real|really an?) \w+",
    re.IGNORECASE,
)
_ERROR = re.compile(r"\b(?:error|fault)s?\b", re.IGNORECASE)
_MOST_NAMED = 4


def found(rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the constants that are called as the ends of a range, if there are some."""
    if format_ != "pattern":
        return
    times = Counter(row.code for row in rows)
    ends = {id(row) for row in (rows[0], rows[-1])} if rows else set()
    names = {id(row): row.named.get("name") or row.message for row in rows}
    begins = Counter(
        words[:size]
        for name in names.values()
        for words in [tuple(other_numbers.words(name))]
        for size in range(len(words))
    )
    bounds = [
        row
        for row in rows
        if _is_called_so(name := names[id(row)], begins)
        and (times[row.code] > 1 or _says_bound(row, name, is_end=id(row) in ends))
    ]
    if not bounds or 2 * len(bounds) > len(rows):
        return
    listed = [f'"{shown(names[id(row)])}"' for row in bounds]
    more = f" and {len(listed) - _MOST_NAMED} more" if listed[_MOST_NAMED:] else ""
    called = ", ".join(listed[:_MOST_NAMED]) + more if more else series(listed)
    are = "are called" if bounds[1:] else "is called"
    yield bounds, f"{are} {called}, as the ends of a range or a count of codes"


def _is_called_so(name: str, begins: Counter[tuple[str, ...]]) -> bool:
    """Tell whether a name is that of several others with a word for the end of a range.

    Args:
        name: the name.
        begins: how many names begin with some words, the names of ends among them.
    """
    words = other_numbers.words(name)
    while len(words) > 1 and words[-1] in _MARKS and words[-2] in _ENDS | _MARKS:
        words.pop()  # as in MAX_ERROR
    *rest, last = words or [""]
    kind = [word for word in rest if word not in _MARKS]
    if last not in _BOUNDS or other_numbers.tells_failure(" ".join(kind)):
        return False
    return not kind or begins[tuple(rest)] > 1


def _says_bound(row: Row, name: str, *, is_end: bool) -> bool:
    """Tell whether nothing is said of a constant but that it is the end of a range.

    Args:
        row: the constant.
        name: its name.
        is_end: whether it is the first or the last one.
    """
    if row.message == name:
        return is_end
    # The last error, not an error: a word for errors alone tells none.
    told = _ERROR.sub(" ", _IS_LAST.sub(" ", row.message))
    return bool(_SAYS_BOUND.search(told)) and not other_numbers.tells_failure(told)
