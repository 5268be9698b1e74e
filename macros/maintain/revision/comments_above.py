"""Comments that only a later document has above its constants: passed over, and told.

Where texts stand beside the codes a comment above is no part of them, and source code is full of
comments. Where the document before had none above its codes, what they say is new all the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import asides, reading, source
from macros.readers.advice import shown
from macros.texts import counted, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.maintain.revision.likes import Likened
    from macros.readers.rows import Document, Row

_MOST = 3  # that are quoted


def told(document: Document, likened: Likened, before: Document) -> Likened:
    """Return how a document is read, with a word on comments above codes that are new.

    Args:
        document: the document.
        likened: how it is read.
        before: the document whose options these are.
    """
    result, options = likened.fitted.reading, likened.like.options
    if result.options["format"] != "pattern" or options["format"] != "pattern":
        return likened
    found = _above(document, result.rows)
    if not found or _above(before, reading.read(before, options).rows):
        return likened
    quotes = [f'"{shown(text)}" in line {line}' for line, text in found[:_MOST]]
    more = f" and {len(found) - _MOST} more" if found[_MOST:] else ""
    stand = counted(len(found), "comment stands", "comments stand")
    said = f"{stand} right above codes, none did before, and all are passed over"
    changes = (*likened.fitted.changes, f"{said}: {', '.join(quotes)}{more}")
    return replace(likened, fitted=replace(likened.fitted, changes=changes))


def _above(document: Document, rows: Iterable[Row]) -> list[tuple[int, str]]:
    """Return the comments right above rows that have their texts elsewhere, and no titles."""
    lines = document.text.split("\n")
    found = []
    for row in rows:
        above = min(row.line, row.text_line or row.line) - 1
        text = lines[above - 1] if above else ""
        is_text = row.text_line and row.text_line < row.line
        if source.is_comment(text) and not is_text and not asides.is_title(asides.bare(text)):
            found.append((above, one_line(text)))
    return found
