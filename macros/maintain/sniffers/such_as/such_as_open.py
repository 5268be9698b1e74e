"""Entries that end some lines below, where those that are shown end on their line: -> doubts.

A cell of a table in a text can have several lines: `| 3 | One of these:`, and `|` four lines below.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.readers.linear import Budget, Expression, TooMuchError
from macros.readers.printed import compiled, plain
from macros.sources.reader_options.entries import LONGEST_ENTRY
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_STEPS = 2_000_000  # of the expression


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about each line with a code that is an entry with some lines below it."""
    if result.options["format"] == "pattern":
        with suppress(TooMuchError):
            yield from _doubts(document, result)


def _doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    lines = [one_line(line) for line in document.text.split("\n")]
    expression, budget = Expression(result.options["entry"]), Budget(_STEPS)
    another = compiled(rf"\W*(?:{result.options['pattern']})(?!\w)")
    begins = {one.line for one in result.problems if one.ways.rows}
    for first in sorted(begins):
        for last in range(first + 1, min(first + LONGEST_ENTRY, len(lines) + 1)):
            if last in begins or another.match(lines[last - 1]):
                break
            text = one_line(" ".join(lines[first - 1 : last]))
            found = expression.match(text, 0, len(text), budget)
            if found and lines[last - 1]:
                said = {name: text[slice(*span)] for name, span in found.items() if name}
                quoted = "\n".join(lines[first - 1 : last])
                yield _doubt(document.file, first, last, _by_hand(quoted, said))
                break


def _by_hand(line: str, said: dict[str, str]) -> dict[str, Any]:
    """Return what provider.yml says of an entry that has several lines."""
    columns = {name: text for name, text in said.items() if name.startswith("column_") and text}
    row = {"line": line, "code": plain(said["code"]), "message": said["message"]}
    return {**row, "columns": columns} if columns else row


def _doubt(file: str, first: int, last: int, row: dict[str, Any]) -> Doubt:
    what = (
        f'the lines {first}-{last} read like one entry, of "{shown(row["code"])}", with the text'
        f' "{shown(row["message"])}".'
    )
    do = f"If they are, add --as-meant {first}, which says that by hand."
    return Doubt(file, first, what, do, rows=(row,))
