"""Texts that a program fills with the number beside them: a reading -> a doubt.

`fmt.Errorf("E%d: dock is busy", 101)` says "E101: dock is busy", and its code may be E101.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_PLACE = re.compile(r"%0?[0-9]*[divsuxX]|\{(?:0|:0?[0-9]*[dx]?)?\}")
_STRING = r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`)"
# What calls a form with the number behind it, and what stands behind a form before its number.
_CALLED = rf"(?:printf|[eE]rrorf|[fF]ormat|Newf|Wrapf)!?\s*\(\s*{_STRING}\s*,\s*"
_BEHIND = rf"{_STRING}\s*(?:%\s*\(?|\.format\(|\.formatted\()\s*"


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts in which a program puts the code that is read beside them."""
    if result.options["format"] != "pattern":
        return
    lines = document.text.split("\n")
    rows = [row for row in result.rows if _is_filled(row, lines[row.line - 1])]
    if not rows:
        return
    first = rows[0]
    filled = _PLACE.sub(first.code, one_line(first.message), count=1)
    what = (
        f'"{shown(first.message)}" is a form that the program fills with the number beside it'
        f" (line {reading.line_ranges(row.line for row in rows)}): what it says is"
        f' "{shown(filled)}", in which the code may be another one than "{shown(first.code)}".'
    )
    do = (
        "Find a document that shows what the API answers, and read that one instead; if code and"
        " text are right as they are written here, say so."
    )
    yield Doubt(document.file, first.line, what, do)


def _is_filled(row: Row, line: str) -> bool:
    """Tell whether the line of a row puts its code into its text."""
    filled = rf"(?:{_CALLED}|{_BEHIND}){re.escape(row.code)}\b"
    return bool(_PLACE.search(row.message)) and bool(re.search(filled, line))
