"""Which rows a person has to see to judge a reading: rows -> some of them, and why.

The first ones show how codes and texts are told apart. What is no code, or no text, shows in the
rows that are like no others: a date among numbers of four digits, the name of the guide twice.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Row

_FIRST = 3
_MOST = 12  # rows that are shown
_FEW = 20  # one row in so many is like few others
_FAR = 4  # times as long as others, or as short
_FROM = 4  # rows: among fewer nothing is usual
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"[0-9]")


class Example(NamedTuple):
    """A row, and what is unlike the others about it; empty where it is shown for its place."""

    row: Row
    why: str


def of(rows: Sequence[Row]) -> list[Example]:
    """Return the first rows, the last one, and those that are like few others, in their order."""
    reasons: dict[int, str] = dict.fromkeys([*range(min(_FIRST, len(rows))), len(rows) - 1], "")
    if len(rows) >= _FROM:
        for place, why in (*_shapes(rows), *_order(rows), *_repeated(rows), *_lengths(rows)):
            if place in reasons or len(reasons) < _MOST:
                reasons[place] = reasons.get(place) or why
    return [Example(rows[place], reasons[place]) for place in sorted(reasons) if rows]


def _shapes(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield the first row of each kind of codes that there are few of."""
    shapes = [_DIGIT.sub("0", _LETTERS.sub("A", row.code)) for row in rows]
    for shape, count in Counter(shapes).items():
        if count == 1:
            yield shapes.index(shape), "no other code looks like it"
        elif count * _FEW <= len(rows):
            yield shapes.index(shape), f"{count} codes look like it"


def _order(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield the rows whose number is above that of the next, where nearly all are in order."""
    numbers = [int(row.code) if row.code.isascii() and row.code.isdigit() else -1 for row in rows]
    falls = [place for place, (one, next_) in enumerate(pairwise(numbers)) if one > next_ >= 0]
    if len(falls) * _FROM <= len(rows):
        for place in falls:
            yield place, f"stands before {rows[place + 1].code}"


def _repeated(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield the rows that say what one above them says, where few do."""
    first: dict[str, int] = {}
    again = [
        (place, first[row.message])
        for place, row in enumerate(rows)
        if first.setdefault(row.message, place) != place
    ]
    if len(again) * _FROM <= len(rows):
        for place, before in again:
            yield place, f"says what {rows[before].code} says"


def _lengths(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield the row with the longest and that with the shortest text, where they stand out."""
    lengths = [len(row.message) for row in rows]
    usual = median(lengths)
    for most, word in ((max(lengths), "longest"), (min(lengths), "shortest")):
        if most > usual * _FAR or most * _FAR < usual:
            yield lengths.index(most), f"the {word} text"
