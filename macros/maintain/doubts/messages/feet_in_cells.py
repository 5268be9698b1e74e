"""Feet of simple tables in reStructuredText that are read as a part of the last text: -> doubts.

In such a table a line whose first column is blank goes on with the row above, and so it is shown. A
sentence of its own below the last row is perhaps meant for the whole table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.texts.breaks import HANGING
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_BORDER = re.compile(r"\s*=+(?:\s+=+)+\s*")


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each last row of a simple table that alone goes on in a further line."""
    if result.options["format"] != "rst":
        return
    lines = document.text.split("\n")
    wrapped = [row for row in result.rows if _end(lines, row) > row.line]
    for row in wrapped if len(wrapped) == 1 else ():
        end = _end(lines, row)
        foot = one_line(" ".join(lines[row.line : end]))
        text = row.message.removesuffix(foot).rstrip()
        is_last = end < len(lines) and bool(_BORDER.fullmatch(lines[end]))
        if is_last and "" != text != row.message and not _goes_on(text, foot):
            yield _doubt(document, result, row, text, foot)


def _end(lines: Sequence[str], row: Row) -> int:
    """Return the number of the last line of a row: those below its first one are indented."""
    end = row.line
    while end < len(lines) and lines[end][:1] == " " and lines[end].strip():
        end += 1
    return end


def _goes_on(text: str, further: str) -> bool:
    """Tell whether a line goes on with a sentence."""
    return further[:1].islower() or text.rsplit(maxsplit=1)[-1].casefold() in HANGING


def _doubt(document: Document, result: Reading, row: Row, text: str, foot: str) -> Doubt:
    what = (
        f'"{shown(foot)}" goes on with the text of "{row.code}", as reStructuredText has it, and is'
        " perhaps a foot of the whole table."
    )
    do = f"If it is a part of the text, add --as-read {row.line}."
    quoted = reading.quotes([row], reading.asked(document, result.options))
    if len(quoted) != 1 or row.columns:
        do += " If it is none, say the row by hand under `rows` in the reader below."
        return Doubt(document.file, row.line, what, do)
    said = {"line": quoted[0], "code": row.code, "message": text, "code_set": row.code_set}
    do = f"If it is a foot, add --as-meant {row.line}, which leaves it out. {do}"
    return Doubt(document.file, row.line, what, do, rows=(said,))
