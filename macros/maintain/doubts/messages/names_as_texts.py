"""Names of codes that are read as their messages, with texts below them: a reading -> doubts.

In `### 1001 INVALID_TOKEN` above a paragraph the heading has the name, and the paragraph may be the
message. Where few codes have such a text, or some a title of several words, names are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.pages.beginnings import is_name
from macros.maintain.sniffers.sniffed import tried
from macros.readers.advice import shown
from macros.readers.entries import TEXT, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FORMATS = frozenset({"headings", "bullets"})


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about names with texts below them, where most of the messages are names."""
    names = [row for row in result.rows if is_name(row.message)]
    told = [row for row in names if row.columns.get(TEXT)]
    if result.options["format"] not in _FORMATS or not told or 2 * len(names) < len(result.rows):
        return
    row = told[0]
    text = row.columns[TEXT].partition("\n")[0]
    more = f", as do {len(told) - 1} more" if told[1:] else ""
    what = (
        f'"{shown(row.message)}" is read as the message of "{row.code}", and looks like its name;'
        f' "{shown(text)}" stands below it{more}.'
    )
    taken = tried(document, {**result.options, "message": [TEXT, TITLE]})
    change = None
    do = f'If the texts are the messages, show one: --such-as {row.code} "{shown(text)}".'
    if taken and len(taken.rows) == len(result.rows):
        change = lambda _: dict(taken.options)  # noqa: E731
        do = f"If the texts are the messages where there are some, add --as-meant {row.line}."
    do += f" If the names are, add --as-read {row.line}."
    yield Doubt(document.file, row.line, what, do, change=change)
