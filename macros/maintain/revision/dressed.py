"""Codes of a new form that stand in the text of an entry: a document, its reading -> codes.

Where each code of a page stands at the beginning of a paragraph, in bold or as source code, one of
another form, as `**11600**` beside `**1003**`, would be a part of the entry above it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import shapes
from macros.readers.ledger import Account

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FEWEST = 3  # rows that show what codes stand in
_WORD = re.compile(r"([-\w.]+)(.?)")


def fits(document: Document, result: Reading) -> bool:
    """Tell whether options read a document whole, and no code of a new form is in a text."""
    return result.is_whole and not codes(document, result)


def codes(document: Document, result: Reading) -> list[str]:
    """Return what stands in a text as all codes do in their entries, looks like one, has a digit.

    The marks before it say so: where nothing stands before codes, nothing is returned.
    """
    lines = [line.lstrip() for line in document.text.split("\n")]
    if result.options["format"] != "headings" or len(result.rows) < _FEWEST:
        return []
    around = [*_around(lines, result)]
    mark, behind = around[0][0], {after for _, after in around}
    if not mark or any(before != mark for before, _ in around):
        return []
    listed = {row.code for row in result.rows}
    return [
        word[1]
        for number, line in enumerate(lines, start=1)
        if line.startswith(mark) and result.accounts.get(number) == Account.ROW
        if (word := _WORD.match(line.removeprefix(mark)))
        if word[1] not in listed and word[2] in behind
        if any(sign.isdigit() for sign in word[1]) and shapes.looks_like_a_code(word[1])
    ]


def _around(lines: list[str], result: Reading) -> Iterator[tuple[str, str]]:
    """Yield what stands before each code, in its line or, of HTML, in the next, and a sign more."""
    for row in result.rows:
        near = lines[row.line - 1 : row.line + 1]
        parts = next((line.partition(row.code) for line in near if row.code in line), ("", "", ""))
        yield parts[0], parts[2][:1]
