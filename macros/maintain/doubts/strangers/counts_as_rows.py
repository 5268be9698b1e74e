"""Lines between rows that begin with a count, a status or a step: rows -> those perhaps none.

`24 hours later it is reset` below `102 Rate limit exceeded` begins as a row does, and so does
`429 Too Many Requests`. The numbers of codes ascend, and those of such lines stand in no order with
them.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.maintain.document import source_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.readers.rows import Document, Row

Found = tuple[list["Row"], str]

_FORMATS = frozenset({"text_lines", "bullets", "headings"})
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
    if format_ not in _FORMATS and not source_file.is_text_as_yaml(document, format_):
        return
    if counted := steps(rows):
        yield counted, "count from 1 on below other codes, as the numbers of steps do"
        known = set(map(id, counted))
        rows = [row for row in rows if id(row) not in known]
    if counts := _out_of_order(rows, _counts):
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


def _counts(row: Row) -> bool:
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
