"""Names with a number in brackets, as in `BUSY (4001)`: which is the code? A reading -> a doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.maintain.document import shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.pages import sections
from macros.maintain.sniffers.sniffed import LEAST, account
from macros.readers.advice import shown
from macros.readers.entries import TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FORMATS = frozenset({"headings", "bullets"})
_NUMBER = re.compile(r"[(\[]\s*([-+]?[0-9]+|0[xX][0-9A-Fa-f]+)\s*[)\]]", re.ASCII)
_ENDS = re.compile(r"[0-9]\\?[)\]]$", re.ASCII)
_MOST = 0.6  # of the names have a number


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about names that are read as codes, with a number of their own in brackets.

    The number can be what the API answers with; then the name is kept by name.
    """
    rows = result.rows
    if result.options["format"] not in _FORMATS or len(rows) < LEAST:
        return
    behind = {row.code: _NUMBER.fullmatch(row.columns.get(TITLE, "")) for row in rows}
    found = {code: one for code, one in behind.items() if one}
    numbers = [one[1] for one in found.values()]
    if len(numbers) < max(LEAST, _MOST * len(rows)) or any(map(str.isdigit, found)):
        return

    def by_number(options: dict[str, Any]) -> dict[str, Any]:
        lead = options.get("before", "")
        before = rf"{lead}(?P<name>{options['pattern']})\s*[(\[]"
        named = {**options.get("named", {}), "name": "name"}
        changed = {**options, "before": before, "named": named, "pattern": shapes.pattern(numbers)}
        changed.pop("under", None)
        # What has a number and no name is asked about then.
        declared = [one for one in changed.pop("headings", []) if not _ENDS.search(one)]
        changed |= {"headings": declared} if declared else {}
        return sections.parted(document, account(document, changed))[0].options

    first = next(row for row in rows if row.code in found)
    what = (
        f'"{shown(first.code)}" is read as a code, with {found[first.code][1]} behind it, which may'
        " be the code itself."
    )
    do = (
        "Look what the API answers with. If it is the name, save the reader below to a file, and"
        f" add --reader FILE; if it is the number, add --as-meant {first.line}, which keeps the"
        " name by name."
    )
    yield Doubt(document.file, first.line, what, do, change=by_number)
