"""Titles between the entries of a text without markup, which are read as texts: -> doubts.

Below `1003` and its text, `Codes of ships` stands above `1004` as one more paragraph of 1003. Most
entries have none such, so a person is asked.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.messages import titles_above
from macros.maintain.sniffers.sniffed import LEAST
from macros.readers import blocks
from macros.readers.advice import as_pattern, shown
from macros.readers.doubts import label
from macros.readers.ledger import Account
from macros.readers.text_wrapped import is_open
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.blocks import Block
    from macros.readers.rows import Document

_MARKUPS = frozenset({"plain", "paragraphs"})
_MOST = 0.6  # of the entries have as many paragraphs
_MOST_WORDS = 6


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each title that stands last below an entry, where most have none."""
    starts = {row.line for row in result.rows}
    if result.options.get("markup") not in _MARKUPS or len(starts) < LEAST:
        return
    entries: list[list[Block]] = []
    for block in blocks.of_text(document.text):
        if starts.intersection(range(block.line, block.last + 1)):
            entries.append([block])
        elif entries and result.accounts.get(block.line) is Account.ROW:
            entries[-1].append(block)
    usual, times = Counter(map(len, entries)).most_common(1)[0]
    if times < _MOST * len(entries) or any(titles_above.doubts(document, result)):
        return  # each has a title, which is asked about
    for entry in entries[:-1]:
        text = one_line(entry[-1].lines[0])
        if len(entry) > usual and len(entry[-1].lines) == 1 and _is_title(text):
            yield _doubt(document.file, entry[-1].line, text)


def _is_title(text: str) -> bool:
    """Tell whether a line is a few words that make no sentence, and no label with its value."""
    is_short = is_open(text) and len(text.split()) <= _MOST_WORDS
    return is_short and text[0].isupper() and label(text, 0, first=True) is None


def _doubt(file: str, line: int, text: str) -> Doubt:
    what = (
        f'"{shown(text)}" is read as a text of the code above it, and may be the title of what'
        " stands below."
    )
    do = (
        f"If so, add --as-meant {line}, which adds it to `headings`; if it is of the code above it,"
        " save the reader below to a file, and add --reader FILE."
    )
    return Doubt(file, line, what, do, more={"headings": (as_pattern(text),)})
