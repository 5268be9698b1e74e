"""Readers: one module per document format, each with one function, document -> rows.

A reader knows nothing but the model. It reads a document right or refuses it: it yields a `Row`
for every code and place, and a `Problem` for every line of text that it cannot account for as
row, heading or something that the provider's file says to ignore.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers import html_table, markdown, text_lines
from macros.readers.ledger import Ledger, shown
from macros.readers.printed import plain
from macros.sources.reader_options import HtmlTableOptions, MarkdownOptions, TextLinesOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.model import Document, Row
    from macros.sources.reader_options import ReaderOptions

LONGEST_CODE = 64  # characters; a longer one is a fault of the pattern

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def read(document: Document, options: ReaderOptions) -> Iterator[Row | Problem]:
    """Yield the document's rows in order, and a problem for each place that cannot be read."""
    tables = () if isinstance(options, TextLinesOptions) else options.tables
    headings = options.headings if isinstance(options, TextLinesOptions) else ()
    ledger = Ledger(document.file, options.ignore, headings, tables)
    lines = document.text.split("\n")
    problems = found = False
    for result in _read(document, options, ledger):
        checked = result if isinstance(result, Problem) else _checked(result, lines)
        problems = problems or isinstance(checked, Problem)
        found = True
        yield checked
    # What a problem hides may be what a pattern or table was for.
    if found and not problems:
        yield from ledger.stale()
    if not found:
        what = "the reader finds no code in this document."
        do = "Look at the file, and at the revision's reader and its options in provider.yml."
        yield Problem(document.file, 0, what, do)


def _read(document: Document, options: ReaderOptions, ledger: Ledger) -> Iterator[Row | Problem]:
    if isinstance(options, HtmlTableOptions):
        return html_table.read(document, ledger)
    if isinstance(options, MarkdownOptions):
        return markdown.read(document, ledger)
    return text_lines.read(document, options, ledger)


def _checked(row: Row, lines: list[str]) -> Row | Problem:
    """Return a row with the line of its own code; refuse what no page or address can show."""
    if _CONTROL.search("".join((row.code, row.message, *row.columns.values()))):
        what = f'"{shown(row.message)}" has a control character.'
        do = "Look at the provider's page; the atlas cannot quote the row as it is."
        return Problem(row.file, row.line, what, do)
    if len(row.code) > LONGEST_CODE:
        what = f'the code "{shown(row.code)}" has more than {LONGEST_CODE} characters.'
        return Problem(row.file, row.line, what, "Mend the pattern in provider.yml.")
    # A cell can hold several codes on several lines; it is known where the first one stands.
    nearby = range(row.line, min(row.line + 50, len(lines) + 1))
    line = next((one for one in nearby if row.code in plain(lines[one - 1])), row.line)
    return replace(row, line=line)
