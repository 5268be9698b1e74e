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
    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

_MESSAGE, _NOTE = "(?P<message>", "(?P<note>"
_NAME = r"(?:[A-Za-z_$][\w$]*:[ \t]*)?"
_MOST = 0.8  # of the comments begin so


def without(document: Document, result: Reading) -> Reading:
    """Return how a document is read without these names, if its comments begin with them."""
    entry = result.options["entry"]
    least = max(LEAST, _MOST * len(result.rows))
    alone, before = (
        sum(bool(pattern(row)) for row in result.rows) for pattern in (_is_name, _begins_with_name)
    )
    if alone >= least and _MESSAGE in entry and _NOTE in entry:
        named = {key: one for key, one in result.options.get("named", {}).items() if key != "note"}
        read = entry.replace(_MESSAGE, "(?:", 1).replace(_NOTE, _MESSAGE, 1)
        return _better(document, result, {"entry": read, "named": named})
    if before >= least and _MESSAGE in entry:
        return _better(document, result, {"entry": entry.replace(_MESSAGE, _NAME + _MESSAGE, 1)})
    return result


def _is_name(row: Row) -> bool:
    return row.message.rstrip(": .") == row.named.get("name", "")


def _begins_with_name(row: Row) -> bool:
    name = row.named.get("name")
    return bool(name) and bool(re.match(rf"{re.escape(name or '')}:[ \t]*\S", row.message))


def _better(document: Document, result: Reading, changed: Options) -> Reading:
    """Return how a document is read with other options, where it has all codes then, and texts."""
    options = {**result.options, **changed}
    if not options.get("named"):
        options.pop("named", None)
    if reading.fault(options):
        return result
    better = account(document, options)
    same = [row.code for row in better.rows] == [row.code for row in result.rows]
    is_told = not any(_is_name(row) or _begins_with_name(row) for row in better.rows)
    return better if same and is_told else result
