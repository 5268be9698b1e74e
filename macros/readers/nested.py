"""Tables below a code: a table in Markdown -> columns of the entry that it stands in.

What `headings` and `bullets` share. The headings of the table are those of the columns, and the
cells below one heading its text. Left to `prose` is a table that lists codes of its own, one that
has a row with another number of cells, and one without headings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.readers import markdown, markdown_blocks
from macros.readers.printed import codes_in_cell, plain
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.readers.blocks import Block
    from macros.readers.cells import Cell
    from macros.readers.entries import Entry
    from macros.readers.ledger import Ledger
    from macros.sources.reader_options.entries import PageOptions

_DELIMITERS = re.compile(r"[\s|:-]+")
_LEAST_LINES = 3  # headings, delimiters, a row


def take_in(entry: Entry, block: Block, ledger: Ledger[PageOptions]) -> bool:
    """Put a table into an entry; False where it is none, or cannot be a part of one."""
    if len(block.lines) < _LEAST_LINES or not _DELIMITERS.fullmatch(block.lines[1]):
        return False
    if any(ledger.ignores(text) or ledger.quotes(text) for text in map(one_line, block.lines)):
        return False
    headings, _, *rows = (
        _cells(block, number, source) for number, source in enumerate(block.lines)
    )
    names = [one_line(cell.text) for cell in headings]
    cells = [cell for row in (headings, *rows) for cell in row]
    if (
        not all(names)
        or len(set(names)) < len(names)
        or any(len(row) != len(names) for row in rows)
        or any(cell.fault for cell in cells)
        or _lists_codes(entry, rows, ledger)
    ):
        return False
    for place, name in enumerate(names):
        texts = [row[place].text for row in rows if row[place].text]
        if texts:
            entry.columns.setdefault(name, []).extend(texts)
    entry.label = ""
    entry.spans.append((block.line, block.last))
    return True


def _cells(block: Block, number: int, source: str) -> list[Cell]:
    cells = markdown_blocks.split(source.strip().lstrip("> "))
    if cells and not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    line = block.line + number
    return [markdown.cell(cell.strip(), line, block.references or {}) for cell in cells]


def _lists_codes(entry: Entry, rows: Sequence[Sequence[Cell]], ledger: Ledger[PageOptions]) -> bool:
    """Tell whether a cell is a code that is not the entry's own: the table may be a list."""
    found = (
        code
        for row in rows
        for cell in row
        for code in codes_in_cell(plain(cell.text), ledger.options.pattern)
    )
    return any(code != entry.code for code in found)
