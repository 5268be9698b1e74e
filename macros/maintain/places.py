"""Where a new revision belongs: its day, what is held already -> id, file name, place in the list.

What can be dated is put in by its day, between two others too. What cannot is the newest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.sources.provider import Revision

_DAY = re.compile(
    r"(?<![0-9])(20[0-9]{2})[-._/]?(0[1-9]|1[0-2])[-._/]?(0[1-9]|[12][0-9]|3[01])(?![0-9])"
)
_SAYS_SO = re.compile(
    r"updat|revis|publish|modified|version|date|as of|更新|发布|修订|改訂|수정|개정|갱신",
    re.IGNORECASE,
)
_HEAD, _TAIL = 15, 5  # lines in which a document says of which day it is


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a document.

    Attributes:
        day: the day; None where it is unknown.
        by: how that is known, as a sentence for `dated_by`.
    """

    day: date | None
    by: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a revision goes.

    Attributes:
        id: its id.
        index: its place among the revisions, oldest first.
    """

    id: str
    index: int


def found_day(name: str, text: str) -> Day:
    """Return the day that a file's name tells, else the one that the document says of itself."""
    if day := _first(name):
        return Day(day, f"The file was called {name} when it was taken in.")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in [*lines[:_HEAD], *lines[-_TAIL:]]:
        if _SAYS_SO.search(line) and (day := _first(line)):
            said = re.sub(r"<[^>]*>|[#*_`|]", "", line)
            return Day(day, f'It says so itself: "{" ".join(said.split())[:80]}".')
    return Day(None, "Only the order is known: it was taken in after the others.")


def _first(text: str) -> date | None:
    for match in _DAY.finditer(text):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            continue
    return None


def place(revisions: Sequence[Revision], day: date | None, name: str) -> Place:
    """Return where a revision of a day goes.

    Args:
        revisions: those that are held, oldest first.
        day: its day; None where it is unknown.
        name: the document, as errors call it.

    Raises:
        ProblemsError: when the order would not be known, or the day is taken.
    """
    dated = [one.date for one in revisions if isinstance(one.date, date)]
    if day is None:
        if dated:
            what = "the other revisions have a day, and nothing says of which day this one is."
            do = "Say it: --date 2026-01-31."
            raise ProblemsError([Problem(name, 0, what, do)])
        numbers = [int(one.id[1:]) for one in revisions]
        return Place(f"r{max(numbers, default=0) + 1}", len(revisions))
    if len(dated) < len(revisions):
        what = "the other revisions have no day, so nothing says where one with a day belongs."
        do = "Leave its day out: --date unknown makes it the newest."
        raise ProblemsError([Problem(name, 0, what, do)])
    if day in dated:
        what = f"the revision {day} is here already."
        do = "Give this one its own day: --date 2026-01-31."
        raise ProblemsError([Problem(name, 0, what, do)])
    return Place(day.isoformat(), sum(other < day for other in dated))
