"""Rows that stand in remarks of data, which a program passes over: a reading -> a doubt.

In a file of properties, `# 101=Dock is busy` is no heading with a code, but what was there before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.data import data_files
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about codes that are read in remarks alone."""
    rows = data_files.in_remarks(document, result.rows)
    if not rows:
        return
    first = rows[0]
    text = one_line(document.text.split("\n")[first.line - 1])
    what = (
        f'"{shown(text)}" is a remark of the file, and read as the code "{shown(first.code)}" with'
        f" its text (line {reading.line_ranges(row.line for row in rows)}): a program that loads"
        " the file passes over it."
    )
    do = (
        "If the remarks list the codes, say that it is right as it is read; if they are commented"
        " out, or the texts stand elsewhere in it, show a code with its whole text:"
        ' --such-as 40029 "invalid code".'
    )
    yield Doubt(document.file, first.line, what, do)
