"""Documents that end in the middle of a table, as a page that was not saved whole: -> a doubt.

Browsers close what a page leaves open, and so do readers; whatever stood behind is missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_OPENED = re.compile(r"<table\b", re.IGNORECASE)
_CLOSED = re.compile(r"</table\s*>", re.IGNORECASE)
_FORMATS = frozenset({"html_table", "markdown"})


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt where the last table of a document is never closed, or its last row is not."""
    if result.options["format"] not in _FORMATS or not result.rows:
        return
    last = max(row.line for row in result.rows)
    if why := _unclosed(document.text, last) or _unended(document.text, last):
        do = (
            "If the page was not saved whole, save it anew: what stood behind is missing. If it is"
            " whole, all is right as it is read."
        )
        yield Doubt(document.file, last, f"the document may be cut off: {why}.", do)


def _unclosed(text: str, last: int) -> str:
    """Return that the table of the last row is never closed; nothing where it is."""
    opened = [found.start() for found in _OPENED.finditer(text)]
    if not opened or _CLOSED.search(text, opened[-1]):
        return ""
    line = text.count("\n", 0, opened[-1]) + 1
    return f"the table of line {line} is never closed" if line <= last else ""


def _unended(text: str, last: int) -> str:
    """Return that the last row lacks the pipe that the one above it ends with."""
    lines = text.rstrip("\n").split("\n")
    if last != len(lines) or text.endswith("\n") or last == 1:
        return ""
    above, row = (line.rstrip() for line in lines[-2:])
    has_pipes = row.lstrip().startswith("|") and above.endswith("|") and not row.endswith("|")
    return f'the row "{shown(row)}" lacks the pipe that others end with' if has_pipes else ""
