"""Rows that sum up or count those above, as the last one of a table may: rows -> those that do.

In `3 | Total`, `Anzahl: 7 | 7` and `共 5 个` the number is no code, however it looks. Words tell
such a row, the foot that HTML has for them, or a number that is that of all rows above.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import more_advised
from macros.maintain.document import sums
from macros.readers.advice import if_none
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.errors import Problem
    from macros.readers.rows import Document, Row

Found = tuple[list["Row"], str]

_FEWEST = 3  # rows that somebody counts
_FEW_WORDS = 3  # of what stands beside a count
_FOOT = re.compile(r"<tfoot\b.*?(?:</tfoot|</table|<tbody\b|\Z)", re.IGNORECASE | re.DOTALL)
_PAGES = frozenset({"html_table", "markdown"})


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[Found]:
    """Yield the rows that sum up or count others, and what is said of them.

    Args:
        document: the document.
        rows: those that it has.
        format_: its format.
    """
    feet = _feet(document.text) if format_ in _PAGES else []
    told = [row for row in rows if any(_has(foot, row) for foot in feet)]
    if told and len(told) < len(rows):
        yield told, f"{'stand' if told[1:] else 'stands'} in the foot of a table, as sums do"
    rest = [row for row in rows if row not in told]
    sums = [row for row in rest if _is_sum(row, rest)]
    if sums and len(sums) < len(rest):
        have = "have words for sums" if sums[1:] else "has a word for a sum"
        yield sums, f"{have} beside {'them' if sums[1:] else 'it'}, as what counts other rows has"
    rest = [row for row in rest if row not in sums]
    if rest and _counts(rest[-1], rest[:-1]):
        yield rest[-1:], "is the number of the rows above it, and not in the order of their codes"


def with_way(problem: Problem) -> Problem:
    """Return what is refused with a way to say that it lists no code, where it is a sum.

    Of `6 | Total` a reader knows alone that 6 can be a code of another form.
    """
    line = next((line for line, _ in problem.ways.rows), "")
    if problem.ways.none or not sums.are_of_foot(line.split(" | ")):
        return problem
    says = "If it sums up or counts other rows, quote it under `prose`."
    return more_advised(problem, if_none(line, says))


def _is_sum(row: Row, rows: Sequence[Row]) -> bool:
    """Tell whether a row has a number that sums up, or a word for a sum, and says that it does.

    What is counted can be the text of a code, too, of one that has the length of others.
    """
    text = one_line(row.message)
    if not row.code.lstrip("-").isdigit():
        return sums.says(row.code) and sums.are_of_foot([row.code, text])
    if not sums.says_what(text):
        return sums.says(text)
    beside = any(map(sums.says, map(one_line, row.columns.values())))
    return beside or all(len(one.code) != len(row.code) for one in rows if one is not row)


def _counts(last: Row, others: Sequence[Row]) -> bool:
    """Tell whether a code is the number of all rows above it, and has a length that none has."""
    if len(others) < _FEWEST or last.code != str(len(others)):
        return False
    is_short = len(one_line(last.message).split()) <= _FEW_WORDS
    return is_short and all(len(row.code) > len(last.code) + 1 for row in others)


class _Foot(NamedTuple):
    """The foot of a table: its lines, and its source on one line."""

    lines: range
    source: str


def _feet(html: str) -> list[_Foot]:
    """Return the feet of all tables."""
    return [
        _Foot(range(_line(html, foot.start()), _line(html, foot.end()) + 1), one_line(foot[0]))
        for foot in _FOOT.finditer(html)
    ]


def _has(foot: _Foot, row: Row) -> bool:
    """Tell whether a row stands in a foot; on its lines other rows can stand, too."""
    first = row.message.split("\n")[0]
    return row.line in foot.lines and row.code in foot.source and first in foot.source


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
