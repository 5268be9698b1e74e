"""The tables of a document that nobody has described yet, by its format."""

from __future__ import annotations

import csv as csv_module
import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain.document import seen_table
from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.tables import stacks
from macros.readers import box_table, csv, html_table, markdown, rst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.readers.cells import TableRow
    from macros.readers.rows import Document

_RST_TABLE = re.compile(
    r"^ *(?:=+(?: +=+)+|\+[-=]+(?:\+[-=]+)*\+|\.\. +(?:list|csv)-table::.*) *$", re.MULTILINE
)
_DASHES = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_LONGEST_DASHES = 1000  # characters
_FIRST_LINES = 1000  # of separated values, to find the separator in
_MOST_LINES = 0.7  # of these, at least, have the same number of cells


def _rst_grids(document: Document) -> Iterator[list[TableRow]]:
    if _RST_TABLE.search(document.text):
        yield from rst.grids(document)


def _csv_grids(document: Document) -> Iterator[list[TableRow]]:
    """Yield the tables of separated values; a part without a heading row belongs to the last."""
    separator = separator_of(document)
    table: list[TableRow] = []
    for grid in csv.grids(document, separator) if separator else ():
        found = seen_table.seen(grid)
        if table and (found is None or found.heading_row):
            yield table
            table = []
        table = [*table, *grid]
    if table:
        yield table


def has_pipe_table(document: Document) -> bool:
    """Tell whether a row of dashes and pipes stands in a document, as in a page in Markdown."""
    lines = document.text.split("\n")
    return any(
        _DASHES.fullmatch(line)
        for line in lines
        if len(line) <= _LONGEST_DASHES and "-" in line and "|" in line
    )


def separator_of(document: Document) -> str:
    """Return the sign that cuts most lines into the same number of cells, if there is one."""
    written = (line for line in document.text.split("\n") if line.strip())
    lines = [line for line in written if not csv.is_remark(line)][:_FIRST_LINES]
    best, most = "", 0
    # The pipes of a page in Markdown have a row of dashes below the headings.
    for sign in ",\t;" if any(map(_DASHES.fullmatch, lines)) else ",\t;|":
        try:
            numbers = Counter(len(cells) for cells in csv_module.reader(lines, delimiter=sign))
        except csv_module.Error:
            continue
        number, times = max(numbers.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
        if (
            number > 1
            and times >= LEAST
            and times > _MOST_LINES * sum(numbers.values()) > 0
            and (times > most)
        ):
            best, most = sign, times
    return best


# The tables of a document, in formats that have some.
GRIDS: dict[str, Callable[[Document], Iterator[list[TableRow]]]] = {
    "html_table": html_table.grids,
    "markdown": markdown.grids,
    "rst": _rst_grids,
    "box_table": box_table.grids,
    "stacked": stacks.grids,
    "csv": _csv_grids,
}
