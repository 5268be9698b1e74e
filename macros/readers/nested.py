"""Tables below a code, in Markdown or reStructuredText -> columns of the entry they stand in.

What `headings` and `bullets` share. The headings of the table are those of the columns, and the
cells below one heading its text. Left to `prose` is a table that lists codes of its own, one that
has a row with another number of cells, and one without headings.
"""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers import markdown_blocks, markdown_cells, rst
from macros.readers.advice import as_pattern, shown
from macros.readers.ledger import Account
from macros.readers.printed import codes_in_cell, plain
from macros.readers.rows import Document
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.blocks import Block
    from macros.readers.cells import Cell
    from macros.readers.entries import Entry
    from macros.readers.ledger import Ledger
    from macros.sources.reader_options.entries import PageOptions

_DELIMITERS = re.compile(r"[\s|:-]+")
_BORDER = re.compile(r"\s*(?:=+(?: +=+)+|\+[-=]+(?:\+[-=]+)+\+)\s*")
_LEAST_LINES = 3  # headings, delimiters, a row


def is_drawn(block: Block) -> bool:
    """Tell whether a paragraph has the borders of a table, as reStructuredText draws them."""
    is_text = block.kind == "paragraph"
    return is_text and any(_BORDER.fullmatch(line) for line in block.lines)


def drawn(entry: Entry, block: Block, ledger: Ledger[PageOptions]) -> Iterator[Problem]:
    """Put a table that is drawn with signs into an entry; refuse one that is no part of it."""
    lines = block.numbered
    if take_in(entry, block, ledger) or all(ledger.ignores(one.text, one.line) for one in lines):
        return
    ledger.mark(Account.REFUSED, block.line, block.last)
    what = f'below the code "{shown(entry.code)}" a table is drawn that cannot be a part of it.'
    patterns = ", ".join(json.dumps(as_pattern(one.text), ensure_ascii=False) for one in lines)
    do = f"If it says nothing that is needed, add {patterns} to `ignore`; else say it by hand."
    yield Problem(ledger.file, block.line, what, do)


def take_in(entry: Entry, block: Block, ledger: Ledger[PageOptions]) -> bool:
    """Put a table into an entry; False where it is none, or cannot be a part of one."""
    if any(ledger.ignores(text) or ledger.quotes(text) for text in map(one_line, block.lines)):
        return False
    headings, *rows = _drawn(block) if is_drawn(block) else _piped(block) or [[]]
    names = [one_line(cell.text) for cell in headings]
    cells = [cell for row in (headings, *rows) for cell in row]
    if (
        not (names and rows and all(names))
        or len(set(names)) < len(names)
        or any(len(row) != len(names) for row in rows)
        or any(cell.fault for cell in cells)
        or lists_codes(entry, rows, ledger)
    ):
        return False
    for place, name in enumerate(names):
        texts = [row[place].text for row in rows if row[place].text]
        if texts:
            entry.columns.setdefault(name, []).extend(texts)
    entry.label = ""
    entry.spans.append((block.line, block.last))
    return True


def _drawn(block: Block) -> list[list[Cell]]:
    """Return the cells of a table that is drawn, if the block is that and has a heading row."""
    if not (_BORDER.fullmatch(block.lines[0]) and _BORDER.fullmatch(block.lines[-1])):
        return [[]]
    text = textwrap.dedent("\n".join(block.lines))
    grids = list(rst.grids(Document("", text)))
    rows = grids[0] if len(grids) == 1 else []
    has_heading = bool(rows) and rows[0].heading and not any(row.spans for row in rows)
    return [list(row.cells) for row in rows] if has_heading else [[]]


def _piped(block: Block) -> list[list[Cell]]:
    """Return the cells of a table in Markdown; none where the block is no such table."""
    if len(block.lines) < _LEAST_LINES or not _DELIMITERS.fullmatch(block.lines[1]):
        return []
    rows = [_cells(block, number, source) for number, source in enumerate(block.lines)]
    return [rows[0], *rows[2:]]


def _cells(block: Block, number: int, source: str) -> list[Cell]:
    cells = markdown_blocks.split(source.strip().lstrip("> "))
    if cells and not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    line = block.line + number
    return [markdown_cells.cell(cell.strip(), line, block.references or {}) for cell in cells]


def lists_codes(entry: Entry, rows: Sequence[Sequence[Cell]], ledger: Ledger[PageOptions]) -> bool:
    """Tell whether a cell is a code that is not the entry's own: the table may be a list."""
    found = (
        code
        for row in rows
        for cell in row
        for code in codes_in_cell(plain(cell.text), ledger.options.pattern)
    )
    return any(code != entry.code for code in found)
