"""`mixed-terms`: one thing under several names in one document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.rules.rule import Checked, Hit, Mark, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(document: Checked) -> Iterator[Hit]:
    """Yield, for each thing that has several names here, the rows with another than its first."""
    for names in document.provider.terms:
        found = {name: list(_using(name, names, document)) for name in names}
        used = [name for name in names if found[name]]
        if len(used) < 2:  # noqa: PLR2004 - one name is no mix
            continue
        first, *others = used
        marks: dict[int, list[Mark]] = {}
        for name in others:
            for place, start, end in found[name]:
                said = document.rows[place].message[start:end]
                should = first[0].upper() + first[1:] if said[0].isupper() else first
                marks.setdefault(place, []).append(Mark(start, end, should))
        told = [f'"{name}" ({_count(found[name])})' for name in others]
        listed = " and ".join([", ".join(told[:-1]), told[-1]] if told[1:] else told)
        says = f'What is called "{first}" ({_count(found[first])}) is also called {listed}.'
        places = sorted(marks)
        by_place = (tuple(sorted(marks[one], key=lambda mark: mark.start)) for one in places)
        yield Hit(tuple(document.rows[one] for one in places), tuple(by_place), says)


def _using(name: str, names: list[str], document: Checked) -> Iterator[tuple[int, int, int]]:
    """Yield the places of rows with `name`, in any case and number; not within a longer name."""
    pattern = _pattern(name)
    longer = [_pattern(one) for one in names if name in one and one != name]
    for place, row in enumerate(document.rows):
        taken = [found.span() for one in longer for found in one.finditer(row.message)]
        for found in pattern.finditer(row.message):
            if not any(start <= found.start() < end for start, end in taken):
                yield place, *found.span()


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?:s|es)?(?!\w)", re.IGNORECASE)


def _count(found: list[tuple[int, int, int]]) -> str:
    number = len({place for place, _, _ in found})
    return f"{number} row" if number == 1 else f"{number} rows"


RULE = Rule(
    "mixed-terms",
    "One thing, several names",
    "The document calls one thing by several names, which a reader can take for several things.",
    find,
)
