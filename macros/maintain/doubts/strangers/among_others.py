"""Constants that stand among others which are passed over: rows that are perhaps no codes.

Of constants that begin alike, a group of options is quoted under `prose`; what a later version has
more in that group is an option as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import source
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row


def found(
    document: Document, result: Reading, rows: Sequence[Row]
) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows among whose neighbours most are quoted, up to the next blank lines.

    Args:
        document: the document.
        result: what came of it.
        rows: those of it that are looked at.
    """
    quoted = set(result.options.get("prose", ()))
    if result.options["format"] != "pattern" or not quoted:
        return
    places, passed = _paragraphs(document, result, quoted)
    strange = []
    for place in dict.fromkeys(places[row.line - 1] for row in rows):
        own = [row for row in rows if places[row.line - 1] == place]
        strange += own if passed.count(place) > len(own) else []
    if strange:
        stand = "stand" if strange[1:] else "stands"
        yield strange, f"{stand} among constants that are passed over"


def _paragraphs(
    document: Document, result: Reading, quoted: set[str]
) -> tuple[list[int], list[int]]:
    """Return the blank line above each line, and that above each line that is passed over."""
    places, passed, blank = [], [], 0
    for number, line in enumerate(document.text.split("\n"), start=1):
        blank = blank if line.strip() else number
        places.append(blank)
        is_passed = result.accounts.get(number) is Account.IGNORED and one_line(line) in quoted
        if is_passed and not source.is_comment(line):
            passed.append(blank)
    return places, passed
