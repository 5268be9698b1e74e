"""Lines that begin with `#` and a code, without a blank, among headings of codes: -> doubts.

Markdown has no heading there, and `#4002` can be the number of a ticket: what is read as a code is
asked about, and what is read as a text and looks like a code of another form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import shapes
from macros.maintain.document.doubt import Doubt
from macros.readers import heading_signs
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about each line with one sign, whether it begins an entry or not."""
    options = result.options
    if options["format"] != "headings" or options.get("markup", "markdown") != "markdown":
        return
    codes = {row.line: row.code for row in result.rows}
    for number, line in enumerate(document.text.split("\n"), start=1):
        text = heading_signs.begins_with_one(line)
        if not text or result.accounts.get(number) is not Account.ROW:
            continue
        first = text.strip("*_`\"'[(").partition(" ")[0].rstrip("*_`\"'])(:.,;")
        if number in codes:
            yield _read(document.file, number, one_line(line), codes[number])
        elif shapes.looks_like_a_code(first) and re.search("[0-9]{2}", first):
            yield _passed(document.file, number, one_line(line), first)


def _read(file: str, line: int, text: str, code: str) -> Doubt:
    what = (
        f'"{shown(text)}" is read as the heading of the code "{shown(code)}", and has no blank'
        " behind its sign: it may be a part of the text above, such as the number of a ticket."
    )
    do = "Save the reader below to a file, and add --reader FILE. If it is a part of that text,"
    return Doubt(file, line, what, f"{do} quote it under `prose` in it before.", (text,))


def _passed(file: str, line: int, text: str, code: str) -> Doubt:
    what = (
        f'"{shown(text)}" is read as a text of the code above it, and may be a heading without the'
        f' blank behind its sign, that of the code "{shown(code)}".'
    )
    do = (
        "If it is one, let `pattern` fit the code, too, in the reader below; if it is none, change"
        " nothing. Save it to a file, and add --reader FILE."
    )
    return Doubt(file, line, what, do, change=_fitting(code))


def _fitting(code: str) -> Callable[[Options], Options]:
    """Return what lets the pattern fit a code, too."""

    def changed(options: Options) -> Options:
        return {**options, "pattern": f"{options['pattern']}|{re.escape(code)}"}

    return changed
