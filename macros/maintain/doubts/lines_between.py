"""Lines without a code between those of a text, which may be the rest of a message: -> doubts.

In a text with a blank line behind each line nothing tells a wrapped message from a heading but the
sentence itself: it goes on in a small letter where messages begin with capitals, or behind a word
or comma that ends none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.wraps import HANGING
from macros.readers.ledger import Account, quoted, shown
from macros.readers.text_wrapped import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_PASSED = frozenset({Account.HEADING, Account.IGNORED})
_MOST = 2 / 3  # of the messages begin with a capital


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each line that is passed over, and may go on with the message above."""
    options = result.options
    if options["format"] != "text_lines" or "columns" in options:
        return
    at = {row.line: row for row in result.rows}
    capitals = _begin_with_capitals(result.rows)
    above: Row | None = None
    before = ""
    for number, line in enumerate(document.text.split("\n"), start=1):
        text = " ".join(line.split())
        if not text:
            continue
        if number in at:
            above = at[number]
        elif result.accounts.get(number) not in _PASSED or text in options.get("prose", ()):
            above = above if text in options.get("wrapped", ()) else None
        elif above and _goes_on(before, text, capitals=capitals):
            yield _doubt(document.file, number, text, above.code)
        else:
            above = None
        before = text


def _begin_with_capitals(rows: Sequence[Row]) -> bool:
    letters = [next(filter(str.isalpha, row.message), "") for row in rows]
    return sum(map(str.isupper, letters)) >= _MOST * len(letters)


def _goes_on(before: str, text: str, *, capitals: bool) -> bool:
    """Tell whether a line goes on with the sentence of the line before it."""
    is_small = capitals and bool(re.match(r"[^\W\d_]", text)) and text[0].islower()
    is_broken_off = before[-1] in ",-" or before.rsplit(maxsplit=1)[-1].casefold() in HANGING
    return is_open(before) and (is_small or is_broken_off)


def _doubt(file: str, number: int, text: str, code: str) -> Doubt:
    what = f'"{shown(text)}" has no code, and may go on with the message of "{code}" above it.'
    whole = quoted(text, len(text))
    do = (
        f"If it does, add {whole} to `wrapped` in the reader below, and take its pattern out"
        " of `headings` or `ignore`; if it does not, change nothing. Save it to a file, and add"
        " --reader FILE."
    )
    return Doubt(file, number, what, do)
