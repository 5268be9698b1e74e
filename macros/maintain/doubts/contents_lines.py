"""Messages that end with dots and the number of a page, as in a table of contents: -> the doubt.

As in `101 Dock is busy ........ 12`: such a line leads to the place that says more of the code. It
is perhaps the only list of the codes; so what the message is without the dots can be taken instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts import quoting
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

# Three dots alone can stand for what is between two numbers, as in "from 1 ... 9".
_LEADS = re.compile(
    r"(?P<text>.*?\S)\s*(?:\.{4,}|(?:\s\.){3,}|…{2,}|[·_‧]{4,}|\s-{4,}\s)"
    r"\s*(?:p(?:ages?)?\b[.\s]*)?(?:(?:[0-9]{1,3}[-–.])?[0-9]{1,4}|[ivxlc]{1,7})",  # noqa: RUF001
    re.DOTALL | re.IGNORECASE,
)


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about messages of rows that end as lines of a table of contents do."""
    rows = [row for row in result.rows if row.ends is None]
    pairs = ((row, _LEADS.fullmatch(row.message)) for row in rows)
    found = [(row, ends["text"]) for row, ends in pairs if ends]
    if not found:
        return
    strange = [row for row, _ in found]
    quotes = quoting.quotes(document, result, strange, reading.asked(document, result.options))
    last, text = found[-1]
    more = f", and so do {len(found) - 1} more texts" if found[1:] else ""
    what = (
        f'"{shown(last.message)}" ends with dots and a number, as a line of a table of contents'
        f" does{more}."
    )
    how, quoted = quoting.advice(result, strange, quotes, "the codes are listed elsewhere, too")
    said = _by_hand(found, quotes or ())
    if said:
        so = f'add --as-meant {last.line}, which takes "{shown(text)}" for the message.'
    else:
        so = "take the dots and the numbers out of a copy of it, and read that."
    do = f"If this is the list of the codes, {so} {how}"
    yield Doubt(document.file, last.line, what, do, quoted, rows=said)


def _by_hand(found: Sequence[tuple[Row, str]], quotes: Sequence[str]) -> tuple[dict[str, Any], ...]:
    """Return what the rows say without the dots; nothing where a line alone has not all of it."""
    if len(quotes) < len(found):
        return ()
    several = len({row.code_set for row, _ in found}) > 1
    whole = [
        all(text in line for text in row.columns.values())
        for line, (row, _) in zip(quotes, found, strict=True)
    ]
    said = (
        {"line": line, "code": row.code, "message": message}
        | ({"columns": dict(row.columns)} if row.columns else {})
        | ({"code_set": row.code_set} if several else {})
        for line, (row, message) in zip(quotes, found, strict=True)
    )
    return tuple(said) if all(whole) else ()
