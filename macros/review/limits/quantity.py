"""Numbers with what they count, as a text prints them: text -> quantities.

A number that may be something else is none: parts of codes, versions, dates, times, ratios and
ordinals, numbers beside other numbers, and those whose unit is not plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50}
_NUMBER = (
    r"(?:(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\.[0-9]{1,2})?|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + ")"
)
_SIZES = "%|px|[KMGT]i?B|kb|mb|gb|bytes?|ms"  # these may stand right behind the number
_QUANTITY = re.compile(
    rf"(?<![^\s(\[])(?P<low>{_NUMBER})"
    rf"(?:(?P<joint> ?[-–~～] ?| (?:to|and) )(?P<high>{_NUMBER}))?"  # noqa: RUF001 - as texts print it
    rf"(?=(?:{_SIZES})?(?!\w|[-–~.,:/'’*+=@]\w))",  # noqa: RUF001 - the same
    re.IGNORECASE,
)
_WORD = re.compile(r" ?([A-Za-z]+(?:['’-][A-Za-z]+)*|%)(?!\w)")
_PER = re.compile(
    r" ?/ ?(?:second|minute|hour|day|week|month|user|person)\b"
    r"| (?:per|each|every) [a-z]+(?: per (?:IP address|[a-z]+))?"
    r"| an? (?:second|minute|hour|day|week|month|year|time)\b"
    r"| at (?:a|one) time\b| at once\b",
    re.IGNORECASE,
)
_LENGTHS = frozenset(
    "character characters char chars letter letters digit digits byte bytes kb mb gb tb kib mib gib"
    " pixel pixels px %".split()
)
_TIMES = frozenset(
    "ms millisecond milliseconds second seconds minute minutes hour hours day days week weeks month"
    " months year years".split()
)
# Where the name of what is counted ends.
_STOPS = frozenset(
    "a above after allowed allows an and are as at available be because been before below but by"
    " can cannot could did do does due during each every exceeded excluding fewer for from had has"
    " have high if in including into is it less limit long max maximum may might minimum more most"
    " must need needs of on only or over per permitted please reached required shall should since"
    " so supported than that the then they this to too under until was were when where which while"
    " wide will with within without would you".split()
)
# What may be counted, or may be something else.
_UNCLEAR = frozenset("min m k s h b x".split())
_MOST_WORDS = 3
_IN_ADVANCE = re.compile(r" in advance\b", re.IGNORECASE)
_NO_UNIT = re.compile(r" ?[0-9°€£¥₩$]| of\b", re.IGNORECASE)  # `5 of them`, `1 300`, `60 °C`
# A part, or a difference: `5% of ships`, `3 characters shorter`, `5 pilots saw the ship`.
_PART = re.compile(r"(?:%|percent) of\b", re.IGNORECASE)
_COMPARED = re.compile(
    r" (?:(?:short|long|high|low|larg|small|bigg|great|lat|earli|old|young)er|fewer|more|less|above"
    r"|below|apart|different|th(?:is|at|e|ese|ose))\b",
    re.IGNORECASE,
)
# A time from another one: `2 days before sunset`.
_SINCE = re.compile(
    r" (?:ago|ahead|after|before|from|old|prior|since|in the (?:future|past))\b", re.IGNORECASE
)
_OR_ELSE = re.compile(r",? or [0-9][0-9,]*(?: [a-z]+)? (?:if|when|for)\b", re.IGNORECASE)
_YEAR = re.compile(r"20[0-3][1-9]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One or two numbers with their unit.

    Attributes:
        start: the place of the first number.
        end: the place behind the unit, or behind the number where it has none.
        printed: the numbers, as printed.
        joint: what stands between two numbers: `to`, `and`, `-`; empty where there is one.
        unit: the words of what they count, as printed; None where there are none.
    """

    start: int
    end: int
    printed: tuple[str, ...]
    joint: str
    unit: str | None

    @property
    def is_size(self) -> bool:
        """Whether it counts characters, bytes or pixels."""
        return bool(self.unit) and (self.unit or "").split()[-1].lower() in _LENGTHS

    @property
    def is_time(self) -> bool:
        """Whether it counts seconds, days or the like."""
        return bool(self.unit) and (self.unit or "").split()[0].lower() in _TIMES


def value(printed: str) -> int | float:
    """Return the value of a number as a text prints it: `1,300`, `0.5`, `ten`."""
    plain = printed.replace(",", "").lower()
    if plain in _WORDS:
        return _WORDS[plain]
    return float(plain) if "." in plain else int(plain)


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the quantities between two places of a text, in order."""
    for match in _QUANTITY.finditer(text, start, end):
        low, high = match["low"], match["high"]
        unit = _unit(text, match.end(), end)
        if unit is None or text[max(start, match.start() - 2) : match.start()].strip().isdigit():
            continue
        printed = (low, high) if high else (low,)
        words = text[match.end() : unit].strip() or None
        found = Quantity(match.start(), unit, printed, (match["joint"] or "").strip(), words)
        if not _is_other(text, found, end):
            yield found


def _is_other(text: str, found: Quantity, end: int) -> bool:
    """Tell whether a quantity is a part, a difference, a year, one of two, or of no fixed time."""
    of_year = found.unit and not found.is_size and _YEAR.fullmatch(found.printed[0])
    return bool(
        of_year
        or _COMPARED.match(text, found.end, end)
        or _OR_ELSE.match(text, found.end, end)
        or _PART.match(text, found.end - len(found.unit or ""), end)
        or (found.is_time and _SINCE.match(text, found.end, end))
    )


def _stops(text: str, place: int, word: re.Match[str]) -> bool:
    return word[1].lower() in _STOPS or bool(_COMPARED.match(text, place))


def _unit(text: str, start: int, end: int) -> int | None:
    """Return where the unit of a number ends; None where that is not plain."""
    place, words, happened = start, 0, False
    while (word := _WORD.match(text, place, end)) and not _stops(text, place, word):
        words += 1
        if word[1].lower() in _UNCLEAR or words > _MOST_WORDS:
            return None
        happened = word[1].endswith("ed")
        place = word.end()
        if word[1].lower() in _LENGTHS | _TIMES:
            break
    if happened or (not words and _NO_UNIT.match(text, place, end)):
        return None
    if text[start:place].strip().lower() in _TIMES and (
        advance := _IN_ADVANCE.match(text, place, end)
    ):
        place = advance.end()
    per = _PER.match(text, place, end)
    return per.end() if per else place
