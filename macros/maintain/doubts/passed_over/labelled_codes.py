"""Numbers that a page calls codes, below headings that are read as codes: a reading -> doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import code_headings, shapes
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FORMATS = frozenset({"headings", "bullets"})  # of tables, it is asked which column has the codes
_FEWEST = 3


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each label "Code" whose numbers tell apart the names that are the codes."""
    rows = result.rows
    if result.options["format"] not in _FORMATS or len(rows) < _FEWEST:
        return
    if any(sign.isdigit() for row in rows for sign in row.code):
        return
    for label in dict.fromkeys(heading for row in rows for heading in row.columns):
        texts = [row.columns.get(label, "").strip("`*") for row in rows]
        if not code_headings.is_code(label) or len(set(texts)) < len(rows):
            continue
        if all(shapes.looks_like_a_code(text) and _has_digit(text) for text in texts):
            what = f'"{shown(rows[0].code)}" is read as a code, and "{shown(label)}" of it is'
            do = (
                "Look what the API answers with. If it is the name, save the reader below to a"
                " file, and add --reader FILE; if it is the number, read the document with"
                " `format: pattern` and an `entry` with groups for `name`, `code` and `message`."
            )
            yield Doubt(document.file, rows[0].line, f'{what} "{shown(texts[0])}".', do)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
