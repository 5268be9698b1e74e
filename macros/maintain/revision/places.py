"""Where a new revision belongs: its day, what is held already -> id, file name, place in the list.

What can be dated is put in by its day, between two others too. Where days do not tell the order,
somebody has to: of two of one day, and of one without a day among others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Literal

from macros.errors import Problem, ProblemsError
from macros.maintain.revision import days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.sources.provider import Revision

_DAY = re.compile(
    r"(?<![0-9])(20[0-9]{2})[-._/]?(0[1-9]|1[0-2])[-._/]?(0[1-9]|[12][0-9]|3[01])(?![0-9])"
)


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


@dataclass(frozen=True, slots=True)
class Order:
    """Where somebody says that a revision goes.

    Attributes:
        side: on which side of another one.
        of: that one's id.
    """

    side: Literal["after", "before"]
    of: str


def found_day(name: str, text: str) -> Day:
    """Return the day that a file's name tells, else the one that the document says of itself."""
    if day := _first(name):
        return Day(day, f"The file was called {name} when it was taken in.")
    if said := days.own_day(text):
        return Day(said[0], f'It says so itself: "{said[1][:80]}".')
    return Day(None, "Only the order is known: it was taken in after the others.")


def _first(text: str) -> date | None:
    for match in _DAY.finditer(text):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            continue
    return None


def place(
    revisions: Sequence[Revision], day: date | None, name: str, order: Order | None = None
) -> Place:
    """Return where a revision of its own goes.

    Args:
        revisions: those that are held, oldest first.
        day: its day; None where it is unknown.
        name: the document, as errors call it.
        order: beside which one it goes, where somebody has said that.

    Raises:
        ProblemsError: when the order is not known, is another one than that of the days, or the
            day is taken and nobody has said what comes first.
    """
    ident = _ident(revisions, day)
    if order:
        index = _beside(revisions, order)
        if day and not _fits(revisions, day, index):
            what = f"a revision of {day} cannot stand {order.side} {order.of}."
            do = f"The revisions are {_named(revisions)}, and days have to follow each other."
            raise ProblemsError([Problem(f"--{order.side}", 0, what, do)])
        return Place(ident, index)
    dated = [one.date for one in revisions if isinstance(one.date, date)]
    if day is None:
        if dated:
            what = "the other revisions have a day, and nothing says of which day this one is."
            do = (
                "Say it: --date 2026-01-31. Where nobody knows, say its place: --date unknown"
                f" --after {revisions[-1].id}."
            )
            raise ProblemsError([Problem(name, 0, what, do)])
        return Place(ident, len(revisions))
    if day in dated:
        what = f"the revision {day} is here already."
        do = (
            "Give this one its own day with --date; say which of the two came first, as"
            f" --after {day} does; or say that it belongs to that revision, as a further part of it"
            f" or in another language: --of {day}."
        )
        raise ProblemsError([Problem(name, 0, what, do)])
    fitting = [at for at in range(len(revisions) + 1) if _fits(revisions, day, at)]
    if len(fitting) > 1:
        what = f"revisions without a day leave open where one of {day} belongs."
        undated = ", or ".join(f"--of {one.id}" for one in revisions if one.date == "unknown")
        newest = f"--date {day} --after {revisions[-1].id} where it is the newest; else "
        do = (
            f"Say it: {newest if fitting[-1] == len(revisions) else ''}--after, or --before, one of"
            f" {_named(revisions)}; or {undated}, where it is that revision in another language, or"
            " a further part of it."
        )
        raise ProblemsError([Problem(name, 0, what, do)])
    return Place(ident, fitting[0])


def _ident(revisions: Sequence[Revision], day: date | None) -> str:
    """Return the id of a new revision: its day, the next of that day, or the next without one."""
    taken = {one.id for one in revisions}
    if day is None:
        numbers = [int(ident[1:]) for ident in taken if ident.startswith("r")]
        return f"r{max(numbers, default=0) + 1}"
    if day.isoformat() not in taken:
        return day.isoformat()
    return next(ident for number in count(2) if (ident := f"{day}.{number}") not in taken)


def _beside(revisions: Sequence[Revision], order: Order) -> int:
    ids = [one.id for one in revisions]
    if order.of not in ids:
        what = f'there is no revision "{order.of}".'
        do = f"The revisions are {_named(revisions)}."
        raise ProblemsError([Problem(f"--{order.side}", 0, what, do)])
    return ids.index(order.of) + (order.side == "after")


def _fits(revisions: Sequence[Revision], day: date, index: int) -> bool:
    """Tell whether days stay in order when one is put in at a place."""
    return all(
        one.date <= day if place < index else day <= one.date
        for place, one in enumerate(revisions)
        if isinstance(one.date, date)
    )


def _named(revisions: Sequence[Revision]) -> str:
    return ", ".join(one.id for one in revisions)
