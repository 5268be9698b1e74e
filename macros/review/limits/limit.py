"""Limits that a message names: text -> bound, numbers, unit, and the words that name the thing.

A limit is reported only where the words leave no doubt: `exceeds 50 characters`, `up to 5 buttons`,
`must be 1 to 2`. A number beside words of another kind (a wait, a window of time, a choice among
names, a condition of something else) is none, and so is every number in a language other than
English. In order: 1. brackets and quotations are masked, and brackets looked at by themselves;
2. the text is cut into sentences; 3. the words before and behind each number say what bound it is
(`bound`); 4. the words before those name the thing (`thing`).

Takes linear time: a sentence that is longer than `_ROOM` around a number says nothing sure of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.review.fields import names
from macros.review.limits import english, thing
from macros.review.limits.bound import Bound, Told, bound_of
from macros.review.limits.quantity import Quantity, quantities, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ROOM = 400
_BRACKETS = re.compile(r"\([^()\n]{1,400}\)")
_QUOTED = re.compile(r"\"[^\"\n]{1,200}\"|“[^”\n]{1,200}”")
_LABELS = frozenset("parameter param field argument attribute property".split())
_END = re.compile(r"[.!?;](?=[\s\x00])|[。；！？\n]")  # noqa: RUF001 - as texts print it
_ABBREVIATED = ("max", "min", "approx", "e.g", "i.e", "incl", "excl")
# A number in such a sentence is no limit: it tells how long to wait, or what is left.
_HINT = re.compile(r"\b(?:wait|retry|again|later|ago|left|remaining|within)\b", re.IGNORECASE)
_MASK = "\x00"  # no word and no space
_TOO_LARGE = re.compile(
    r"\b(?:exceed(?:s|ed|ing)?|over (?:the )?limit|limit|restriction|maximum"
    r"|too (?:long|many|much|large|big))\b",
    re.IGNORECASE,
)
_TOO_SMALL = re.compile(r"\b(?:too (?:short|few|small)|minimum|less than|below)\b", re.IGNORECASE)
_OF_RANGE = re.compile(r"\b(?:range|length|limit|number|quantity|size)\b", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"\bnumber of (?P<unit>[a-z-]+(?: [a-z-]+){0,2}?)(?= (?:in|of|for|per|on)\b|$)", re.IGNORECASE
)
_COUNT = re.compile(r"\b(?:maximum|minimum) [\w ]*\bnumber$", re.IGNORECASE)
# A bare number beside these may be a value, not how much there may be.
_VALUES = re.compile(
    r"(?:code|status|version|type|mode|year|port|error|id|level|\.js)s?$", re.IGNORECASE
)
# Things with numbers of their own, what the provider does (`we keep logs`), and no thing at all.
_OTHER = re.compile(
    r"(?<![\w.\[])[0-9][0-9.]*(?!\w)|^(?:we|(?:maximum|minimum) for)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit that a message names.

    Attributes:
        bound: on which side of its number it keeps things.
        printed: its numbers, as printed; two where it lies between them.
        unit: what the numbers count, as printed; None where the text does not say.
        of: the words that name the thing, as they stand, maybe from two places with "…" between;
            None where none do.
        field: the identifier in those words, if there is one.
        applies: the words that say when, or how, it applies, `; ` between those of several places;
            None where none do.
        start: the place in the message of the first character that says so.
        end: the place behind the last one.
    """

    bound: Bound
    printed: tuple[str, ...]
    unit: str | None
    of: str | None
    field: str | None
    applies: str | None
    start: int
    end: int

    @property
    def said(self) -> str:
        """The limit in words: `at most 1,300 characters`, `between 1 and 2`.

        The unit is left out where the words of the thing say it: `number of buttons`.
        """
        numbers = " and ".join(self.printed)
        unit = self.unit or ""
        if f"number of {unit}".lower() in (self.of or "").lower():
            unit = ""
        gap = "" if unit.startswith(("%", "/")) else " "
        return f"{self.bound.replace('-', ' ')} {numbers}{gap}{unit}".rstrip()

    @property
    def least(self) -> int | float | None:
        """The least number that it allows; None where there is none."""
        return None if self.bound is Bound.AT_MOST else value(self.printed[0])

    @property
    def most(self) -> int | float | None:
        """The largest number that it allows; None where there is none."""
        return None if self.bound is Bound.AT_LEAST else value(self.printed[-1])


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of a message: a sentence, or what stands in brackets, with the sentence before."""

    start: int
    end: int
    outer: tuple[int, int] | None = None


# Revisions repeat most of their messages.
@lru_cache(maxsize=100_000)
def limits(message: str) -> tuple[Limit, ...]:
    """Return the limits that a message names, in its order, each once."""
    found: dict[tuple[object, ...], Limit] = {}
    for limit in sorted(_all(message), key=lambda limit: limit.start):
        same = (limit.bound, limit.printed, limit.unit, limit.of, limit.applies)
        found.setdefault(same, limit)
    return tuple(found.values())


def _all(message: str) -> Iterator[Limit]:
    brackets = [match.span() for match in _BRACKETS.finditer(message)]
    unquoted = _QUOTED.sub(lambda quoted: _MASK * len(quoted[0]), message)
    masked = _masked(unquoted, brackets)
    waiting = iter([*brackets, (len(message), len(message))])
    bracket = next(waiting)
    for start, end in _sentences(masked):
        silent = _says_nothing(masked[start:end])
        if not silent:
            yield from _in(message, masked, _Span(start, end))
        while bracket[0] < end:
            outer = (start, bracket[0]) if bracket[0] - start <= _ROOM else None
            inner = _Span(bracket[0] + 1, bracket[1] - 1, outer)
            if not silent and not _says_nothing(unquoted[inner.start : inner.end]):
                yield from _in(message, unquoted, inner)
            bracket = next(waiting)


def _says_nothing(sentence: str) -> bool:
    return bool(_HINT.search(sentence)) or english.foreign(sentence)


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    """Return a text of the same length, in which stretches say nothing."""
    pieces, place = [], 0
    for start, end in spans:
        pieces += [text[place:start], _MASK * (end - start)]
        place = end
    return "".join([*pieces, text[place:]])


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        if not text[max(start, match.start() - 6) : match.start()].lower().endswith(_ABBREVIATED):
            yield start, match.end()
            start = match.end()
    yield start, len(text)


def _in(message: str, text: str, span: _Span) -> Iterator[Limit]:
    """Yield the limits of one stretch of a message, whose masked text is given."""
    behind, subject = span.start, ""
    for quantity in quantities(text, span.start, span.end):
        if max(quantity.start - span.start, span.end - quantity.end) > _ROOM:
            continue
        told = bound_of(text, span.start, span.end, quantity)
        told = told or _bare(text, span, quantity, follows=behind > span.start)
        if not told:
            continue
        of = _named(message, *thing.thing_of(text, behind, told.subject))
        subject = _resolved(of, subject) or _outer(message, text, span)
        limit = _limit(quantity, told, subject, _applies(message, text, span, told))
        behind = told.end
        if limit and not english.doubtful(limit.unit or "", text[span.start : span.end]):
            yield limit


def _named(message: str, start: int, end: int) -> str:
    """Return the words that name a thing, and its identifier: `name (shipName)`, `field "name"`."""
    quoted = _QUOTED.match(message, end + 1)
    if quoted and message[start:end].lower() in _LABELS and message[end] == " ":
        return message[start : quoted.end()]
    bracket = _BRACKETS.match(message, end + message[end : end + 1].startswith(" "))
    identified = start < end and bracket and names(bracket[0]) and bracket[0][1:-1].isidentifier()
    return message[start : bracket.end() if bracket and identified else end]


def _resolved(of: str, before: str) -> str:
    """Return the name of a thing, where need be from the limit before in the same sentence."""
    if not of or thing.points_back(of):
        return before
    whole = thing.whole_of(before)
    return f"{of} … {whole}" if whole and thing.is_part(of) else of


def _outer(message: str, text: str, span: _Span) -> str:
    """Return the thing that the sentence before a bracket names."""
    return message[slice(*thing.thing_of(text, *span.outer))] if span.outer else ""


def _bare(text: str, span: _Span, quantity: Quantity, *, follows: bool) -> Told | None:
    """Return the bound of a number that stands in brackets alone: `too long (50 characters)`."""
    lone = not text[span.start : quantity.start].strip()
    if not span.outer or not quantity.unit or not (lone or follows):
        return None
    if quantity.is_time:
        return None  # how long it takes, or took
    behind = text[quantity.end : span.end].strip()
    if (
        behind
        and not behind.startswith(",")
        and not thing.cases_behind(text, quantity.end, span.end)
    ):
        return None
    outer = text[slice(*span.outer)]
    if quantity.joint:
        low, high = map(value, quantity.printed)
        sure = quantity.joint != "and" and low < high and _OF_RANGE.search(outer)
        return Told(Bound.BETWEEN, quantity.start, quantity.end, quantity.start) if sure else None
    large, small = _TOO_LARGE.search(outer), _TOO_SMALL.search(outer)
    if bool(large) == bool(small):
        return None
    bound = Bound.AT_MOST if large else Bound.AT_LEAST
    return Told(bound, quantity.start, quantity.end, quantity.start)


def _limit(quantity: Quantity, told: Told, subject: str, applies: Iterable[str]) -> Limit | None:
    counted = _NUMBER_OF.search(subject)
    unit = quantity.unit or (counted["unit"] if counted else None)
    if quantity.is_size and _COUNT.search(subject):
        unit = None  # how many there may be is not counted in characters, whatever the text says
    if not unit and (not subject or _VALUES.search(subject)):
        return None
    if _OTHER.search(subject):
        return None
    identifiers = [name for _, name in names(subject)]
    return Limit(
        told.bound,
        quantity.printed,
        unit,
        subject or None,
        identifiers[0] if identifiers else None,
        "; ".join(dict.fromkeys(applies)) or None,
        told.start,
        told.end,
    )


def _applies(message: str, text: str, span: _Span, told: Told) -> Iterator[str]:
    """Yield the words that say when a limit applies."""
    for start, end in ([span.outer] if span.outer else []) + [(span.start, told.subject)]:
        if before := thing.cases_before(text, start, end):
            yield before
    if tail := thing.cases_behind(text, told.end, span.end):
        yield tail
    bracket = _BRACKETS.match(message, told.end + message[told.end : told.end + 1].startswith(" "))
    if bracket and thing.case_in_brackets(bracket[0][1:-1]):
        yield bracket[0][1:-1]
