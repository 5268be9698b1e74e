"""Rows that are read as texts of the code above them, as `4004Dock is gone`: a reading -> doubts.

A copy of a page can have some of its cells on lines of their own, and the cells of other rows glued
to one line. Such a line begins with a code, without a sign or blank behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.readers.printed import compiled
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FORMATS = frozenset({"headings", "bullets"})
_DIGITS = re.compile(r"[A-Z]{0,4}-?[0-9]{2,}", re.ASCII)


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about each line of a text that begins with a code, as rows do."""
    if result.options["format"] not in _FORMATS or "<" in document.text[:1]:
        return
    starts = {row.line for row in result.rows}
    begins = compiled(result.options["pattern"])
    for number, line in enumerate(document.text.split("\n"), start=1):
        text = one_line(line)
        if number in starts or result.accounts.get(number) != Account.ROW:
            continue
        found = begins.match(text)
        if not found or not _DIGITS.fullmatch(found[0]):
            continue
        rest = text[found.end() :]
        if rest[:1].isalpha() and " " in rest:
            said = {"line": text, "code": found[0], "message": rest}
            what = (
                f'"{shown(text)}" is read as a text of the code above it, and begins with what may'
                f' be a code of its own, "{found[0]}".'
            )
            do = (
                f"If it is one, add --as-meant {number}: its message is what stands behind it. If"
                " it is none, save the reader below to a file, and add --reader FILE."
            )
            yield Doubt(document.file, number, what, do, rows=(said,))
