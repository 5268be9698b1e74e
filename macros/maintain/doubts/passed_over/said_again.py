"""Refused lines that entries have word for word, which go with them: a reading -> doubts.

What `prose` quotes is passed over wherever it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FORMATS = frozenset({"headings", "bullets", "text_lines"})


def doubts(document: Document, result: Reading) -> Iterator[Problem]:
    """Yield a doubt for each refused line that parts of entries go with where it is passed over."""
    if result.options["format"] not in _FORMATS:
        return
    asked = [
        (one, texts)
        for one in result.problems
        if not isinstance(one, Doubt) and (texts := one.ways.none.get("prose", ()))
    ]
    if not asked:
        return
    begins = {row.line for row in result.rows}
    wrapped = result.options.get("wrapped", ())  # which is asked for before `prose`
    of_entries: dict[str, list[int]] = {}
    for number, line in enumerate(map(one_line, document.text.split("\n")), start=1):
        if result.accounts.get(number) is Account.ROW and number not in begins:
            of_entries.setdefault(line, []).append(number)
    of_entries = {line: numbers for line, numbers in of_entries.items() if line not in wrapped}
    for problem, texts in asked:
        for text in texts:
            lines = [line for line in of_entries.get(text, ()) if line != problem.line]
            if lines:
                yield _doubt(document.file, problem.line, text, lines)


def _doubt(file: str, line: int, text: str, lines: list[int]) -> Problem:
    where = f"line{'s' if lines[1:] else ''} {reading.line_ranges(lines)}"
    what = f'"{shown(text)}" stands in entries, too ({where}), and would be passed over there.'
    do = (
        f"If it says nothing of their codes either, add --as-read {line} beside the answer to what"
        " is refused. If it does, take what lists no code out of the file before it is read."
    )
    return Problem(file, line, what, do)
