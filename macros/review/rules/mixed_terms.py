"""`mixed-terms`: one thing under several names in one document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.review.rules.rule import Harm, Hit, Mark, Quote, Rule, Subject, apart
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(subject: Subject) -> Iterator[Hit]:
    """Yield, for each thing that has several names here, the rows with another than its first."""
    for names in subject.terms:
        uses = {name: list(_uses(name, names, subject)) for name in names}
        used = [name for name in names if uses[name]]
        if len(used) < 2:  # noqa: PLR2004 - one name is no mix
            continue
        first, *others = used
        marks: dict[int, list[Mark]] = {}
        for name in others:
            for use in uses[name]:
                marks.setdefault(use.place, []).append(_mark(use, first, subject))
        told = series([f'"{name}" ({_count(uses[name])})' for name in others])
        says = f'What is called "{first}" ({_count(uses[first])}) is also called {told}.'
        yield Hit(tuple(_quote(subject, place, marks[place]) for place in sorted(marks)), says)


class _Use(NamedTuple):
    """Where a name stands: the place of the row, and of the name in its message."""

    place: int
    start: int
    end: int


def _mark(use: _Use, first: str, subject: Subject) -> Mark:
    """Return the mark of a name that should be `first`, with a capital where it has one."""
    said = subject.rows[use.place].message[use.start : use.end]
    should = first[0].upper() + first[1:] if said[0].isupper() else first
    return Mark(use.start, use.end, should)


def _quote(subject: Subject, place: int, marks: list[Mark]) -> Quote:
    return Quote(subject.rows[place], tuple(apart(marks)))


def _uses(name: str, names: Sequence[str], subject: Subject) -> Iterator[_Use]:
    """Yield where `name` stands, in any case and number; not within a longer name."""
    pattern = _pattern(name)
    longer = [_pattern(other) for other in names if name in other and other != name]
    for place, row in enumerate(subject.rows):
        taken = [match.span() for other in longer for match in other.finditer(row.message)]
        for match in pattern.finditer(row.message):
            if not any(start <= match.start() < end for start, end in taken):
                yield _Use(place, *match.span())


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?:s|es)?(?!\w)", re.IGNORECASE)


def _count(uses: list[_Use]) -> str:
    rows = len({use.place for use in uses})
    return f"{rows} row" if rows == 1 else f"{rows} rows"


RULE = Rule(
    "mixed-terms",
    "One thing, several names",
    "The document calls one thing by several names, which a reader can take for several things.",
    find,
    Harm.UNCLEAR,
    is_mistake=False,
    makes_badge=False,
)
