"""The numbers of a text in any language, each with all that it may say: text -> amounts.

`1,000`, `1천` and `1000` say the same, in digits of any width, as do `24 hours` and `1일`, `9 PM`
and `21시`. What is written in words (`numerals.py`) is found too, and marked: it can bear out a
number, and no more.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.review import moments, numerals
from macros.review.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What is in these is not said by the text: addresses, and places that something is put into.
ELSEWHERE = re.compile(
    r"https?://\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}|[{%$][{(]?\w{0,64}[)}]|%[0-9$]{0,9}[sd]",
    re.ASCII,
)
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.])(?P<number>[0-9]{1,3}(?:[,.' ][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)?)"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:([,.' ])[0-9]{3})(?:\1[0-9]{3})*")
_RUN = re.compile(r"[0-9]+")
_LONGEST = 20  # digits and signs; more of them are no amount of anything
# What stands behind a number and makes it larger; 만료 and 만약 are other words.
_MANY = r"(?:[십백천억조十百千万萬亿億兆]|만(?!료|약|족|나|큼))+"
_MORE = re.compile(rf"(?P<many>{_MANY})(?:\s?(?P<number>[0-9]+(?=[십백천만十百千万萬])))?")
_LATIN = re.compile(r"\s?(?P<word>[kK]|thousand|million)(?![A-Za-z])")
_NAME = re.compile(r"(?!(?:st|nd|rd|th)\b)[A-Za-z_]")
_LATIN_MANY = {"k": 1_000, "thousand": 1_000, "million": 1_000_000}

_TIMES = {
    Decimal("0.001"): r"ms|msec|milliseconds?|밀리초|毫秒|ミリ秒",
    Decimal(1): r"s|secs?|seconds?|초|秒",
    Decimal(60): r"mins?|minutes?|분|分",
    Decimal(3600): r"h|hrs?|hours?|시간|小时|小時|時間|个小时|個小時",
    Decimal(86400): r"days?|일|天|日",
    Decimal(604800): r"weeks?|주|周|週",
}
_BYTES = {
    0: r"B|bytes?|바이트|字节|字節|バイト",
    1: r"K|KB|KiB|kb|kilobytes?|킬로바이트",
    2: r"MB|MiB|mb|megabytes?|메가바이트",
    3: r"GB|GiB|gb|gigabytes?|기가바이트",
}
_TIME_UNITS = [
    (factor, re.compile(rf"[\s-]?(?:{unit})(?![A-Za-z])")) for factor, unit in _TIMES.items()
]
_BYTE_UNITS = [
    (power, re.compile(rf"[\s-]?(?:{unit})(?![A-Za-z])")) for power, unit in _BYTES.items()
]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text.

    Attributes:
        start: the place of its first character.
        end: the place behind its last one.
        values: what it may be, in the shortest decimal form, or as a day or a time of day.
        measures: the same in seconds or bytes, where its unit is known: `s 86400`.
        written: whether it stands in digits, so that another text has to say the same.
    """

    start: int
    end: int
    values: frozenset[str]
    measures: frozenset[str] = frozenset()
    written: bool = True

    def is_said(self, other: Amount) -> bool:
        """Tell whether another amount may say the same.

        Where both have a unit of one kind, that has to fit; `5` may be anything.
        """
        kinds = {measure[0] for measure in self.measures} & {one[0] for one in other.measures}
        if kinds:
            return bool(self.measures & other.measures)
        return bool(self.values & other.values)


@remembered
def amounts(text: str, language: str) -> tuple[Amount, ...]:
    """Return the amounts of a text; `language` says which words may be numbers."""
    folded = _folded(text)
    found = []
    for start, end, values in moments.moments(folded):
        found.append(Amount(start, end, values))
        # Another text may write the same day or time in a way that is not known here.
        found += [
            Amount(start + run.start(), start + run.end(), _values(run[0]), written=False)
            for run in _RUN.finditer(folded[start:end])
        ]
    folded = _without(folded, found)
    numbers = list(_numbers(folded, language))
    found += numbers
    rest = _without(folded, numbers)
    # Those in names: `base64`. They can bear out a number, and are none.
    for run in _RUN.finditer(rest):
        found.append(Amount(*run.span(), _values(run[0]), written=False))
    for start, end, value in numerals.numerals(rest, language):
        day = folded[start:end].strip().lower() in numerals.DAYS
        measures = {f"s {_short(value * 86400)}"} if day else _measures({value}, rest, end)
        found.append(
            Amount(start, end, frozenset({_short(value)}), frozenset(measures), written=False)
        )
    return tuple(found)


def _without(text: str, found: Iterable[Amount]) -> str:
    """Return a text of the same length in which spaces stand for amounts."""
    signs = list(text)
    for amount in found:
        signs[amount.start : amount.end] = " " * (amount.end - amount.start)
    return "".join(signs)


def _folded(text: str) -> str:
    """Return a text of the same length: plain digits and widths, nothing where numbers are none."""
    signs = []
    for sign in text:
        digit = unicodedata.decimal(sign, None)
        plain = str(digit) if digit is not None else unicodedata.normalize("NFKC", sign)
        signs.append(plain if len(plain) == 1 else sign)
    return ELSEWHERE.sub(lambda other: " " * len(other[0]), "".join(signs))


def _numbers(text: str, language: str) -> Iterator[Amount]:
    """Yield the numbers of a text in digits, with what makes them larger and their units."""
    past = 0
    for match in _NUMBER.finditer(text):
        if match.start() < past or len(match["number"]) > _LONGEST:
            continue
        numbers, past = _decimals(match["number"], language), match.end()
        if more := _MORE.match(text, past):
            numbers, past = _larger(numbers, more, text)
        elif latin := _LATIN.match(text, past):
            many = _LATIN_MANY[latin["word"].lower()]
            numbers |= {number * many for number in numbers}
        elif _NAME.match(text, past) and not _measures(numbers, text, past):
            continue  # a part of a name: `3rdPartyId`
        values = frozenset(map(_short, numbers))
        yield Amount(match.start(), past, values, _measures(numbers, text, past))


def _larger(numbers: set[Decimal], more: re.Match[str], text: str) -> tuple[set[Decimal], int]:
    """Return numbers with all signs behind them that make them larger, and where these end."""
    steps = [(max(numbers), more["many"])]
    while more["number"]:
        following = _MORE.match(text, more.end())
        if not following:
            break
        steps.append((Decimal(more["number"]), following["many"]))
        more = following
    return {numerals.joined(steps)}, more.end("many")


def _decimals(printed: str, language: str) -> set[Decimal]:
    """Return what a number in digits may be: `1.000` is 1 in English, and may be 1000 in German."""
    found = set()
    point = language.partition("-")[0] in numerals.KNOWN
    if (grouped := _GROUPED.fullmatch(printed)) and not (point and grouped[1] == "."):
        found.add(Decimal(re.sub(r"[,.' ]", "", printed)))
        if point or grouped[1] not in ",." or printed.count(grouped[1]) > 1:
            return found
    whole, sign, rest = re.sub(r"[' ]", "", printed).replace(",", ".").rpartition(".")
    found.add(Decimal(whole.replace(".", "") + "." + rest) if sign else Decimal(rest))
    return found


def _measures(numbers: set[Decimal], text: str, place: int) -> frozenset[str]:
    """Return numbers in seconds or bytes, by the unit that stands at a place; none without one."""
    found = {
        f"s {_short(number * factor)}"
        for factor, unit in _TIME_UNITS
        if unit.match(text, place)
        for number in numbers
    } or {
        f"b {_short(number * base**power)}"
        for power, unit in _BYTE_UNITS
        if unit.match(text, place)
        for number in numbers
        for base in (1000, 1024)
    }
    return frozenset(found)


def _values(digits: str) -> frozenset[str]:
    return frozenset({_short(Decimal(digits)) if len(digits) <= _LONGEST else digits})


def _short(number: Decimal) -> str:
    """Return the shortest decimal form: `1.50` and `1.5` are one."""
    return f"{number.normalize():f}"
