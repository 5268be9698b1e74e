"""Tables in HTML below a code -> columns of the entry they stand in.

Those with a row of headings are read as in Markdown. One that has a heading, or a bold text, before
a text in each row says a fact in each. Nobody can tell what others say of the code.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.errors import Problem, Ways
from macros.readers import doubts, html_blocks, html_table, nested
from macros.readers.advice import shown
from macros.readers.entries import Entry, outside
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from justhtml.dom import Node

    from macros.readers.blocks import Block
    from macros.readers.cells import Cell, TableRow
    from macros.readers.heads import Shape
    from macros.readers.ledger import Ledger
    from macros.readers.rows import Row
    from macros.sources.reader_options.entries import PageOptions

_FACT = 2  # cells: what it is, and what is said


def is_in_table(block: Block) -> bool:
    """Tell whether a block stands in a table in HTML."""
    return isinstance(block, html_blocks.HtmlBlock) and block.table is not None


def read(
    entry: Entry, block: Block, shape: Shape, ledger: Ledger[PageOptions]
) -> Iterator[Row | Problem]:
    """Put the table that a block stands in into an entry, or refuse it.

    One that may list other codes, and one that provider.yml passes over, is no part of it.
    """
    table = block.table if isinstance(block, html_blocks.HtmlBlock) else None
    if table and any(one is table for one in entry.tables):
        entry.spans.append((block.line, block.last))
        return
    grid = html_table.grid_of(table, 1) if table else None
    rows = [row for row in grid or [] if any(row.texts)]
    texts = [one_line(text) for row in rows for text in row.texts if text]
    is_other = nested.lists_codes(entry, [row.cells for row in rows], ledger)
    if table is None or is_other or all(ledger.ignores(text) for text in texts):
        yield from outside(block, shape, ledger)
        return
    entry.tables.append(table)
    entry.label = ""
    entry.spans.append((block.line, block.last))
    columns = _columns(rows)
    for name, said in columns or ():
        entry.columns.setdefault(name, []).extend(said)
    if columns is None:
        yield _problem(entry, table, texts, ledger)


def names(table: Node) -> list[str]:
    """Return what the columns are called that a table becomes."""
    rows = [row for row in html_table.grid_of(table, 1) or [] if any(row.texts)]
    return [name for name, _ in _columns(rows) or ()]


def _columns(rows: Sequence[TableRow]) -> list[tuple[str, list[str]]] | None:
    """Return the columns that a table says, each with its texts; None where nobody can tell."""
    cells = [row.cells for row in rows]
    if not cells or any(cell.fault for row in cells for cell in row):
        return None
    if any(row.spans for row in rows) or len({len(row) for row in cells}) > 1:
        return None
    first = [row[0] for row in cells]
    has_facts = len(cells[0]) == _FACT and not any(row[1].bold for row in cells)
    across, down = bool(cells[1:]) and _are_names(cells[0]), has_facts and _are_names(first)
    if across and not down:
        listed = zip(cells[0], zip(*cells[1:], strict=True), strict=True)
        return [(_name(name), _said(texts)) for name, texts in listed]
    return [(_name(name), _said([text])) for name, text in cells] if down and not across else None


def _are_names(cells: Sequence[Cell]) -> bool:
    """Tell whether cells are set as headings are, or have words of the field, each another."""
    texts = {_name(cell) for cell in cells}
    said = all(cell.text and (cell.bold or doubts.is_known(_name(cell))) for cell in cells)
    return said and len(texts) == len(cells)


def _name(cell: Cell) -> str:
    return one_line(cell.text).rstrip(":：")  # noqa: RUF001 - of East Asian pages


def _said(cells: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in cells if cell.text]


def _problem(
    entry: Entry, table: Node, texts: Sequence[str], ledger: Ledger[PageOptions]
) -> Problem:
    line = table.origin_line or 1
    what = f'below the code "{shown(entry.code)}" stands a table that cannot be a part of it.'
    different = tuple(dict.fromkeys(texts))
    quoted = json.dumps(different, ensure_ascii=False)
    do = f"If it says nothing that is needed, quote {quoted} under `prose`; else say it by hand."
    return Problem(ledger.file, line, what, do, ways=Ways(none={"prose": different}))
