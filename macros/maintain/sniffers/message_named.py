"""Columns that a person names as that of the messages, which no guess could choose from.

A guess, the headings that are given -> the guess with what is then to choose. What is named is
taken, or refused by name: nobody should have to ask why nothing changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemsError
from macros.maintain.sniffers.sniffed import Choice
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.sniffers.sniffed import Sniffed
    from macros.readers.rows import Document


def with_choices(document: Document, guess: Sniffed, given: Sequence[str]) -> Sniffed:
    """Return a guess in which each heading that is given can be chosen.

    Raises:
        ProblemsError: when no column that could have the messages is called so.
    """
    tables = guess.reading.options.get("tables", ())
    open_ = {choice.place: choice for choice in guess.choices}
    known = {heading: 0 for choice in guess.choices for heading in choice.headings}
    for place, table in enumerate(tables):
        able = list(_able(guess, table))
        known |= dict.fromkeys(able, 0)
        choice = open_.get(place)
        heading = next((one for one in given if one in able), None)
        if heading and heading != table["message"] and heading not in _offered(choice):
            offered = _offered(choice) or _listed(table["message"])
            line = choice.line if choice else _line(guess, table)
            open_[place] = Choice(line, place, (*offered, heading), ())
    unknown = [one for one in given if one not in known]
    if unknown and (tables or known):
        what = f'--message has "{shown(unknown[0])}", and no column that can be it is called so.'
        do = f"Name one of {series([shown(one) for one in known])}."
        raise ProblemsError([Problem(document.file, 0, what, do)])
    return replace(guess, choices=tuple(open_.values()))


def _offered(choice: Choice | None) -> tuple[str, ...]:
    return choice.headings if choice else ()


def _able(guess: Sniffed, table: Options) -> Iterator[str]:
    """Yield the headings of a table, without those of its codes."""
    codes = _listed(table["code"])
    seen = (one.names for one in guess.tables if list(one.headings) == table["columns"])
    yield from (name for name in next(seen, table["columns"]) if name not in codes)
    if behind := table.get("behind_code"):
        yield behind


def _line(guess: Sniffed, table: Options) -> int:
    lines = (one.line for one in guess.tables if list(one.headings) == table["columns"])
    return next(lines, 0)


def _listed(said: str | list[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)
