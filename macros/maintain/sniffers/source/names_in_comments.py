"""Comments that begin with the name of their constant, as in `QUAY_BUSY: The quay is taken`.

GTK-Doc and some of Go write so, in one paragraph or with the text in a second one. The name is no
text of the code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.maintain.sniffers.sniffed import LEAST, account

if TYPE_CHECKING:
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_MESSAGE = "(?P<message>"
_NAME_ALONE = r"(?:[A-Za-z_$][\w$]*:?(?:[ \t]*\n[ \t]*(?:\*+|//+)[ \t]*)+)?"
_NAME = r"(?:[A-Za-z_$][\w$]*:[ \t]*)?"
_MOST = 0.8  # of the comments begin so


def without(document: Document, result: Reading) -> Reading:
    """Return how a document is read without these names, if its comments begin with them."""
    entry = result.options["entry"]
    least = max(LEAST, _MOST * len(result.rows))
    alone, before = (
        sum(bool(pattern(row)) for row in result.rows) for pattern in (_is_name, _begins_with_name)
    )
    if alone >= LEAST and _MESSAGE in entry:
        return _better(document, result, entry.replace(_MESSAGE, _NAME_ALONE + _MESSAGE, 1))
    if before >= least and _MESSAGE in entry:
        return _better(document, result, entry.replace(_MESSAGE, _NAME + _MESSAGE, 1))
    return result


def _is_name(row: Row) -> bool:
    return row.message.rstrip(": .") == row.named.get("name", "")


def _begins_with_name(row: Row) -> bool:
    name = row.named.get("name")
    return bool(name) and bool(re.match(rf"{re.escape(name or '')}:[ \t]*\S", row.message))


def _better(document: Document, result: Reading, entry: str) -> Reading:
    """Return how a document is read with another expression, where no other text is lost then."""
    options = {**result.options, "entry": entry}
    if reading.fault(options):
        return result
    better = account(document, options)
    if [row.code for row in better.rows] != [row.code for row in result.rows]:
        return result
    kept = all(
        after.message == before.message or _is_name(before) or _begins_with_name(before)
        for before, after in zip(result.rows, better.rows, strict=True)
    )
    is_told = not any(_is_name(row) or _begins_with_name(row) for row in better.rows)
    return better if kept and is_told else result
