"""Titles that begin as the rows of codes do, as `4DOCK Harbour:` above a list: rows -> doubts.

A text without markup has its titles on lines of their own, with blank ones around. Rows stand below
each other there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Document, Row

_FEWEST = 3  # rows of which one can tell how they stand
_COLONS = (":", "：")  # noqa: RUF001 - of East Asian pages


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows that stand alone as titles do, where others stand together.

    A title ends with a colon, or what it begins with is of another form than all codes.
    """
    if format_ != "text_lines":
        return
    lines = ["", *(line.strip() for line in document.text.split("\n")), ""]
    alone = [row for row in rows if not (lines[row.line - 1] or lines[row.line + 1])]
    others = [row for row in rows if row not in alone]
    if len(others) < max(_FEWEST, len(alone)):
        return
    shapes = {_shape(row.code) for row in others}
    last = max(row.line for row in others)
    titles = [
        row
        for row in alone
        if row.line < last and (row.message.endswith(_COLONS) or _shape(row.code) not in shapes)
    ]
    if titles:
        yield titles, f"{'stand' if titles[1:] else 'stands'} alone above others, as a title does"


def _shape(code: str) -> str:
    return re.sub(r"[0-9]+", "0", re.sub(r"[^\W\d_]+", "A", code))
