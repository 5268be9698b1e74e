"""Readers: one module per document format, each with one function, document -> rows.

A module is called as its format, and its function is a `Reader`. It knows nothing of providers. It
reads a document right or refuses it: it yields a `Row` for every code and place, and a `Problem`
for every line of text that it cannot account for as row, heading or something that the provider's
file says to ignore.
"""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from macros.errors import Problem
from macros.readers.ledger import Ledger, shown
from macros.readers.printed import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.rows import Document, Row
    from macros.sources.reader_options import ReaderOptions

LONGEST_CODE = 64  # characters; a longer one is a fault of the pattern

# No page and no feed can show these.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Reader(Protocol):
    """What the function `read` of every format's module is."""

    def __call__(self, document: Document, ledger: Ledger[Any], /) -> Iterator[Row | Problem]:
        """Yield the rows in the document's order, and a problem for each line it cannot read.

        Whatever a library raises on the way is a problem with its line, too.

        Args:
            document: the document.
            ledger: accounts for the lines that are no rows; holds the reader's own options.
        """


def reader(format_: str) -> Reader:
    """Return the reader of a format."""
    return cast("Reader", import_module(f"macros.readers.{format_}").read)


def read(document: Document, options: ReaderOptions) -> Iterator[Row | Problem]:
    """Yield the document's rows in order, and a problem for each place that cannot be read."""
    ledger = Ledger(document.file, options)
    lines = document.text.split("\n")
    problems = rows = 0
    for result in reader(options.format)(document, ledger):
        checked = result if isinstance(result, Problem) else _checked(result, lines)
        if isinstance(checked, Problem):
            problems += 1
        else:
            rows += 1
        yield checked
    # Where a line could not be read, the pattern or table that seems unused may be the one for it.
    if rows and not problems:
        yield from ledger.stale()
    if not rows and not problems:
        what = "the reader finds no code in this document."
        do = "Look at the file, and at the revision's reader and its options in provider.yml."
        yield Problem(document.file, 0, what, do)


def _checked(row: Row, lines: list[str]) -> Row | Problem:
    """Return a row with the line of its own code; refuse what no page or address can show."""
    if _CONTROL.search("".join((row.code, row.message, *row.columns.values()))):
        what = f'"{shown(row.message)}" has a control character.'
        do = "Look at the provider's page; the atlas cannot quote the row as it is."
        return Problem(row.file, row.line, what, do)
    if re.search(r"\s", row.code):
        what = f'the code "{shown(row.code)}" has white space.'
        return Problem(row.file, row.line, what, "Mend the pattern in provider.yml.")
    if len(row.code) > LONGEST_CODE:
        what = f'the code "{shown(row.code)}" has more than {LONGEST_CODE} characters.'
        return Problem(row.file, row.line, what, "Mend the pattern in provider.yml.")
    # A cell can hold several codes on several lines; it is known where the first one stands.
    nearby = range(row.line, min(row.line + 50, len(lines) + 1))
    line = next((near for near in nearby if row.code in plain(lines[near - 1])), row.line)
    return replace(row, line=line)
