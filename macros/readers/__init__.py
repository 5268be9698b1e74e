"""Readers: one module per document format, each with one function, document -> rows.

A reader knows nothing but the model. It reads a document right or refuses it: it yields a `Row`
for every code and place, and a `Problem` for every line of text that it cannot account for as
row, heading or something that the provider's file says to ignore.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.reader_options import HtmlTableOptions, MarkdownOptions
from macros.readers import html_table, markdown, text_lines
from macros.readers.ignored import Ignored, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model import Document, Row
    from macros.reader_options import ReaderOptions

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def read(document: Document, options: ReaderOptions) -> Iterator[Row | Problem]:
    """Yield the document's rows in order, and a problem for each place that cannot be read."""
    ignored = Ignored(options.ignore)
    found = False
    for result in _read(document, options, ignored):
        found = True
        yield result if isinstance(result, Problem) else _printable(result)
    for pattern in ignored.unused():
        what = f'no line of this document matches the ignored pattern "{pattern}".'
        yield Problem(document.file, 0, what, "Remove the pattern from provider.yml.")
    if not found:
        what = "the reader finds no code in this document."
        do = "Look at the file, and at the revision's reader and its options in provider.yml."
        yield Problem(document.file, 0, what, do)


def _printable(row: Row) -> Row | Problem:
    """Refuse control characters, which no HTML page can show, not even escaped."""
    if _CONTROL.search("".join((row.code, row.message, *row.columns.values()))):
        what = f'"{shown(row.message)}" has a control character.'
        do = "Look at the provider's page; the atlas cannot quote the row as it is."
        return Problem(row.file, row.line, what, do)
    return row


def _read(document: Document, options: ReaderOptions, ignored: Ignored) -> Iterator[Row | Problem]:
    if isinstance(options, HtmlTableOptions):
        return html_table.read(document, options, ignored)
    if isinstance(options, MarkdownOptions):
        return markdown.read(document, options, ignored)
    return text_lines.read(document, options, ignored)
