"""Days and times of day in a text, whatever the way of writing: text -> places and readings.

`2025-12-10`, `2025년 12월 10일` and `December 10, 2025` are one day; `20:50`, `8:50 PM` and
`오후 8시 50분` one time. What may be two days, 10/12/2025, is read as both.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>[12][0-9]{3})"
_DAY = r"(?P<day>[0-3]?[0-9])"
_NUMBER = r"(?P<month>[01]?[0-9])"
_DAYS = [
    re.compile(rf"(?<![0-9.]){pattern}", re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}(?P<sign>[-./]){_NUMBER}(?P=sign){_DAY}(?![0-9])",
        rf"{_YEAR}\s?[年년]\s?{_NUMBER}\s?[月월]\s?{_DAY}\s?[日일号號]",
        rf"{_DAY}(?P<sign>[/.]){_NUMBER}(?P=sign){_YEAR}(?![0-9])",
        rf"{_DAY}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH},?\s{_YEAR}(?![0-9])",
        rf"{_NUMBER}\s?[月월]\s?{_DAY}\s?[日일号號]",
    )
]
_BY_NAME = re.compile(
    rf"\b{_MONTH}\s{_DAY}(?:st|nd|rd|th)?(?![0-9])(?:,?\s{_YEAR}(?![0-9]))?", re.IGNORECASE
)
_MORNING = "오전|上午|早上|凌晨|午前|새벽|아침"
_EVENING = "오후|下午|晚上|午後|저녁|밤"
_TIME = re.compile(
    rf"(?P<half>{_MORNING}|{_EVENING})?\s?(?<![0-9:.])(?P<hour>[0-2]?[0-9])"
    r"(?::(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:])"
    r"|\s?[点點시时時](?![간间間])(?:\s?(?P<past>[0-5]?[0-9])\s?[분分])?|(?=\s?[ap]\.?m\b))"
    r"(?P<after>\s?[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_NOON = 12
_LAST_HOUR = 24

Moment = tuple[int, int, frozenset[str]]


def moments(text: str) -> Iterator[Moment]:
    """Yield the days and the times of a text, none within another, with their ends."""
    taken = bytearray(len(text))
    for moment in chain(_days(text), _times(text)):
        start, end, _ = moment
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield moment


def _days(text: str) -> Iterator[Moment]:
    for pattern in (*_DAYS, _BY_NAME):
        for match in pattern.finditer(text):
            parts = match.groupdict()
            number = _MONTHS.index(parts["name"][:3].lower()) + 1 if parts.get("name") else None
            month, day = number or int(parts["month"]), int(parts["day"])
            either = {(month, day)} if number else {(month, day), (day, month)}
            # A year that stands first is followed by the month.
            ordered = not number and (not parts.get("year") or match[0].startswith(parts["year"]))
            pairs = {(month, day)} if ordered else either
            known = {pair for pair in pairs if 0 < pair[0] <= 12 and 0 < pair[1] <= 31}  # noqa: PLR2004
            readings = {f"--{month:02}-{day:02}" for month, day in known}
            if year := parts.get("year"):
                readings |= {f"{year}-{month:02}-{day:02}" for month, day in known}
            if readings:
                yield *match.span(), frozenset(readings)


def _times(text: str) -> Iterator[Moment]:
    for match in _TIME.finditer(text):
        hour = int(match["hour"])
        if hour > _LAST_HOUR:
            continue
        said = match["half"] or ""
        late = bool(re.fullmatch(_EVENING, said)) or "p" in (match["after"] or "").lower()
        early = bool(re.fullmatch(_MORNING, said)) or "a" in (match["after"] or "").lower()
        if late and hour < _NOON:
            hour += _NOON
        if early and hour == _NOON:
            hour = 0
        minute = int(match["minute"] or match["past"] or 0)
        place = match.start("half") if match["half"] else match.start("hour")
        yield place, match.end(), frozenset({f"{hour % _LAST_HOUR:02}:{minute:02}"})
