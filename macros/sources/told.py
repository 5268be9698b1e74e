"""When the feeds last said something new: `data/feed.txt`, which `make published` writes.

A line for each entry of a feed, `<entry> <day> <digest>`: the day is the first on which the entry
said what it says, and the digest tells whether it still does. The documents have no such day, since
notes are written later.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Problem, ProblemsError
from macros.sources import text_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "feed.txt"
HEAD = "# When each entry of the feeds last said something new. Written by `make published`.\n"


class Told(NamedTuple):
    """Since which day an entry says what has this digest."""

    day: date
    digest: str


def read(data: Path) -> dict[str, Told]:
    """Return what is known of each entry, by its id; nothing where there is no list.

    Raises:
        ProblemsError: with each line that is none.
    """
    name = f"{data.name}/{FILE}"
    told: dict[str, Told] = {}
    problems: list[Problem] = []
    for line, text in text_file.lines(data / FILE, name):
        try:
            entry, day, digest = text.split()
            told[entry] = Told(date.fromisoformat(day), digest)
        except ValueError:
            what = f'"{text}" is not an entry, a day and a digest, with spaces between.'
            do = "Nobody writes this file by hand: restore it, then run `make published`."
            problems.append(Problem(name, line, what, do))
    if problems:
        raise ProblemsError(problems)
    return told


def write(data: Path, told: Mapping[str, Told]) -> None:
    """Write the list, in the order of the entries."""
    lines = [f"{entry} {one.day.isoformat()} {one.digest}\n" for entry, one in told.items()]
    (data / FILE).write_text(HEAD + "".join(sorted(lines)), encoding="utf-8")
