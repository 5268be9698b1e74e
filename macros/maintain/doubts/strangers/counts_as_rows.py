"""Rows that count: steps, sums, or what a sentence speaks of: rows -> those perhaps none.

`24 hours later it is reset` below `102 Rate limit exceeded` begins as a row does, and so does `429
Too Many Requests`. The numbers of codes ascend, and those of such lines stand in no order with
them. In `3 | Total`, `Anzahl: 7 | 7` and `共 5 个` the number is no code, however it looks. Words
tell such a row, the foot that HTML has for them, or a number that is that of all rows above.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import more_advised
from macros.maintain.document import source_file, sums
from macros.readers.advice import if_none
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.errors import Problem
    from macros.readers.rows import Document, Row


Found = tuple[list["Row"], str]

_FEWEST = 3  # codes of which one can tell that they ascend
# What is counted, where nouns have capitals, or no letter has one.
_COUNTED = re.compile(
    r"(?:Sekunden?|Minuten?|Stunden?|Tagen?|Wochen?|Monaten?|Versuchen?|Zeichen|Anfragen|Mal)\b"
    r"|[个個]|次|秒|分[钟鐘]?|小[时時]|[时時]間|天|日|周|週|回|件|초|분|시간|일|회|번|개",
)
_PHRASES = {str(one.value): one.phrase.lower() for one in HTTPStatus}


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[Found]:
    """Yield the rows of a text whose numbers are perhaps counts, and those with statuses of HTTP.

    Args:
        document: the document.
        rows: those that it has.
        format_: its format.
    """
    if not source_file.is_text(document, format_):
        return
    if counted := steps(rows):
        yield counted, "count from 1 on below other codes, as the numbers of steps do"
        known = set(map(id, counted))
        rows = [row for row in rows if id(row) not in known]
    if counts := _out_of_order(rows, _begins_as_counts):
        begin = "begin" if counts[1:] else "begins"
        yield counts, f"{begin} a text as a count does, out of the order of the codes"
    statuses = _out_of_order(rows, _is_status)
    # Those of HTTP can stand together, above or below all others.
    if statuses and _are_apart(statuses, rows):
        have = "have" if statuses[1:] else "has"
        are = "statuses" if statuses[1:] else "a status"
        yield statuses, f"{have} the number and the text of {are} of HTTP, between other codes"


def steps(rows: Sequence[Row]) -> list[Row]:
    """Return the rows whose numbers count from 1 on, again and again, below rows with others."""
    runs: list[list[Row]] = []
    above = None
    for row in rows:
        goes_on = bool(runs) and runs[-1][-1] is above and row.code == str(len(runs[-1]) + 1)
        if goes_on:
            runs[-1].append(row)
        elif row.code == "1":
            runs.append([row])
        above = row
    found = [row for run in runs for row in run]
    known = set(map(id, found))
    others = [row for row in rows if id(row) not in known]
    several = len(runs) > 1 and any(run[1:] for run in runs) and len(others) >= _FEWEST
    return found if several and all(len(row.code) > 1 for row in others) else []


def _begins_as_counts(row: Row) -> bool:
    """Tell whether a number and the text behind it can be the beginning of a sentence."""
    return row.message[:1].islower() or bool(_COUNTED.match(row.message))


def _is_status(row: Row) -> bool:
    return _PHRASES.get(row.code) == row.message.strip(" .").lower()


def _out_of_order(rows: Sequence[Row], is_odd: Callable[[Row], bool]) -> list[Row]:
    """Return the rows of a kind that do not fit between the others, which ascend."""
    odd = [row for row in rows if row.code.isdecimal() and is_odd(row)]
    others = [row for row in rows if not is_odd(row)]
    if not odd or len(others) < _FEWEST or not all(row.code.isdecimal() for row in others):
        return []
    if any(int(one.code) >= int(after.code) for one, after in pairwise(others)):
        return []
    places = {id(row): place for place, row in enumerate(rows)}
    return [row for row in odd if not _fits(row, places, others)]


def _fits(row: Row, places: dict[int, int], others: Sequence[Row]) -> bool:
    """Tell whether a number is more than those above it and less than those below it."""
    number, place = int(row.code), places[id(row)]
    return all((int(one.code) < number) == (places[id(one)] < place) for one in others)


def _are_apart(some: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Tell whether other rows stand between some rows, or on both sides of them."""
    places = [place for place, row in enumerate(rows) if row in some]
    together = places[-1] - places[0] == len(places) - 1
    return not together or (places[0] > 0 and places[-1] < len(rows) - 1)


_FEW_WORDS = 3  # of what stands beside a count
_FOOT = re.compile(r"<tfoot\b.*?(?:</tfoot|</table|<tbody\b|\Z)", re.IGNORECASE | re.DOTALL)
_PAGES = frozenset({"html_table", "markdown"})


def summing_up(document: Document, rows: Sequence[Row], format_: str) -> Iterator[Found]:
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
    if rest and _counts_rows(rest[-1], rest[:-1]):
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


def _counts_rows(last: Row, others: Sequence[Row]) -> bool:
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
