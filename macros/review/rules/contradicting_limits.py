"""`contradicting-limits`: rows that give one thing different limits.

Two rows are about one thing only where they call it by the same words, but for articles, the order
around `of`, and words such as `length`; where the same is said of when the limit applies; and where
the words are no fewer than two, or than three in different code sets: a mere `name` may be that of
anything, and code sets may be about messages of unlike types.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.review.limits import limits
from macros.review.limits.quantity import value
from macros.review.rules.english import singular
from macros.review.rules.rule import Harm, Hit, Mark, Quote, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Row
    from macros.review.limits import Limit

_WORD = re.compile(r"[^\W_]+(?:[_'’-][^\W_]+)*")
# What a limit is of can stand before a colon, or in parentheses behind it: at most 5 MB (JPEG).
_LABEL = re.compile(r"([^:.(]{1,40}):\s")
_REMARK = re.compile(r"\s*\(([^()]{1,60})\)")
_OF = re.compile(r" (?:of|in) ")
# These name no thing: a `title` and the `maximum length of the title` are the same.
_EMPTY = frozenset(
    "a an the of in length size number maximum minimum max min limit restriction field parameter"
    " characters".split()
)
_WORDS, _WORDS_ACROSS = 2, 3
_CASES = ("with", "without")


class _Thing(NamedTuple):
    """What limits are compared of: the words of the thing, the bound and the unit."""

    words: tuple[str, ...]
    bound: str
    unit: str


class _Stated(NamedTuple):
    """A limit of a row, and the place of the row in the document."""

    place: int
    row: Row
    limit: Limit


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows that contradict each other about one thing."""
    things: dict[_Thing, list[_Stated]] = {}
    for place, row in enumerate(subject.rows):
        for limit in limits(row.message):
            thing = _Thing(_folded(limit.of or ""), limit.bound, " ".join(_words(limit.unit or "")))
            things.setdefault(thing, []).append(_Stated(place, row, limit))
    for thing, stated in things.items():
        contradicting = [*_same_case(stated), *_all_cases(stated)]
        sets = {one.row.code_set for one in contradicting}
        least = _WORDS if len(sets) == 1 else _WORDS_ACROSS
        if contradicting and len(thing.words) >= least:
            yield _hit(contradicting)


def _same_case(stated: Sequence[_Stated]) -> list[_Stated]:
    """Return what several rows say of one case, where their numbers differ."""
    found: list[_Stated] = []
    cases: dict[tuple[str, ...], list[_Stated]] = {}
    for one in stated:
        cases.setdefault(_case(one), []).append(one)
    for same in cases.values():
        rows = _alone(same)
        if len({_numbers(one) for one in rows}) > 1:
            found += rows
    return found


def _alone(stated: Sequence[_Stated]) -> list[_Stated]:
    """Return the limits whose rows have no other of the same thing and case."""
    places = Counter(one.place for one in stated)
    return [one for one in stated if places[one.place] == 1]


def _all_cases(stated: Sequence[_Stated]) -> list[_Stated]:
    """Return a row that has a limit with something and another without it, and those that have one.

    A limit that stands for all cases contradicts at least one of two that differ.
    """
    general = [one for one in stated if not _case(one)]
    rows: dict[int, dict[tuple[str, ...], _Stated]] = {}
    for one in stated:
        rows.setdefault(one.place, {})[_case(one)] = one
    for cases in rows.values():
        for what in [case[1:] for case in cases if case[:1] == ("with",)]:
            pair = [cases.get((word, *what)) for word in _CASES]
            both = [one for one in pair if one]
            if general and len({_numbers(one) for one in both}) > 1:
                return [*general, *both]
    return []


def _hit(contradicting: Sequence[_Stated]) -> Hit:
    rows: dict[int, list[_Stated]] = {}
    for one in sorted(contradicting, key=lambda one: (one.place, one.limit.start)):
        rows.setdefault(one.place, []).append(one)
    quotes = [
        Quote(said[0].row, tuple(Mark(one.limit.start, one.limit.end) for one in said))
        for said in rows.values()
    ]
    told = [f"{said[0].row.code}: {', '.join(map(_said, said))}" for said in rows.values()]
    of = next(iter(rows.values()))[0].limit.of
    return Hit(tuple(quotes), f'"{of}" has different limits. {"; ".join(told)}.')


def _said(one: _Stated) -> str:
    case = f" ({one.limit.applies})" if one.limit.applies else ""
    return f"{one.limit.said}{case}"


def _numbers(one: _Stated) -> tuple[int | float, ...]:
    return tuple(map(value, one.limit.printed))


def _case(one: _Stated) -> tuple[str, ...]:
    """Return the words of what a limit applies to, said with it, before a colon or behind it."""
    text, limit = one.row.message, one.limit
    before = _LABEL.match(text[: limit.start])
    behind = _REMARK.match(text, limit.end)
    said = (limit.applies, before and before[1], behind and behind[1])
    return tuple(word for part in said for word in _words(part or ""))


def _folded(of: str) -> tuple[str, ...]:
    """Return the words of a thing: those of `mast of the ship` as those of `ship mast`."""
    parts = reversed(_OF.split(of.casefold()))
    return tuple(word for part in parts for word in _words(part) if word not in _EMPTY)


def _words(text: str) -> tuple[str, ...]:
    """Return words in one case, without articles, in the singular."""
    words = _WORD.findall(text.casefold())
    return tuple(singular(word) for word in words if word not in {"a", "an", "the"})


RULE = Rule(
    "contradicting-limits",
    "Limits that contradict each other",
    "Rows call one thing by the same words and give it different limits, and do not say that these"
    " apply to different cases.",
    find,
    Harm.MISLEADS,
)
