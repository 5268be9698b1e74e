"""Messages that are perhaps none: all alike, or all cut off. A reading -> doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FEWEST = 4  # codes with one text, of which one can tell that it is none
_MOST = 0.6  # of the texts are cut off
_CUT = ("…", "...")


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts that all codes have, or that a page shows in part alone."""
    texts = [row.message for row in result.rows]
    if len(texts) < _FEWEST:
        return
    first = result.rows[0]
    do = (
        "Look at the page: a program may fill in the texts, or show them in part. If they are what"
        " the API says, save the reader below to a file, and add --reader FILE; else save the page"
        " with its whole texts, or choose another `message`."
    )
    if len(set(texts)) == 1:
        what = f'all {len(texts)} codes have the text "{shown(first.message)}".'
        yield Doubt(document.file, first.line, what, do)
    elif sum(text.endswith(_CUT) for text in texts) > _MOST * len(texts):
        what = f'"{shown(next(text for text in texts if text.endswith(_CUT)))}" and most other'
        yield Doubt(document.file, first.line, f"{what} texts are cut off.", do)
