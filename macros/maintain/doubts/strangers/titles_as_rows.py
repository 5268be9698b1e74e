"""Rows that are perhaps titles of those around them: rows -> those, and why.

They are in bold throughout (`| **1000** | **Accounts** |`), have the number that the codes below
begin with (`400 Client errors` above 40001), or stand alone above others. An item within that of a
code goes on with its text. A general error can stand so, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import source_file
from macros.maintain.document.groups import groups
from macros.maintain.sniffers.pages.pages import page_of
from macros.maintain.sniffers.tables import tables
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.cells import TableRow
    from macros.readers.rows import Document, Row


def in_bold(
    document: Document, rows: Sequence[Row], format_: str
) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows of each table that are perhaps headings."""
    for table in tables.seen(document, format_):
        bold = [row for row in table.rows if row.bold and not row.heading]
        if 2 * len(bold) < len(table.rows):
            found_here = [row for row in rows if any(_says(one, row) for one in bold)]
            if found_here:
                are = "are" if found_here[1:] else "is"
                yield found_here, f"{are} in bold throughout, as headings among the rows are"


def _says(row: TableRow, listed: Row) -> bool:
    """Tell whether the row of a table is that of a code."""
    return listed.code in row.texts and one_line(listed.message) in map(one_line, row.texts)


_ONE = "stands above codes that begin with it"


def of_groups(
    document: Document, rows: Sequence[Row], format_: str
) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows whose codes are numbers of groups, and what is said of them.

    Args:
        document: the document.
        rows: those of a document.
        format_: its format.
    """
    is_text = source_file.is_text(document, format_)
    heads = groups([row.code for row in rows]) if is_text else []
    if heads:
        stand = "stand above codes that begin with them" if heads[1:] else _ONE
        yield [rows[place] for place in heads], f"{stand}, as the title of a group does"


_FEWEST = 3  # rows of which one can tell how they stand
_COLONS = (":", "：")  # noqa: RUF001 - of East Asian pages


def alone(document: Document, rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows that stand alone as titles do, where others stand together.

    A title ends with a colon, or what it begins with is of another form than all codes.
    """
    if format_ != "text_lines":
        return
    lines = ["", *(line.strip() for line in document.text.split("\n")), ""]
    alone = [row for row in rows if not (lines[row.line - 1] or lines[row.line + 1])]
    others = [row for row in rows if row not in alone]
    if len(others) < max(_FEWEST, len(alone)):
        return
    shapes = {_shape(row.code) for row in others}
    last = max(row.line for row in others)
    titles = [
        row
        for row in alone
        if row.line < last and (row.message.endswith(_COLONS) or _shape(row.code) not in shapes)
    ]
    if titles:
        yield titles, f"{'stand' if titles[1:] else 'stands'} alone above others, as a title does"


def _shape(code: str) -> str:
    return re.sub(r"[0-9]+", "0", re.sub(r"[^\W\d_]+", "A", code))


_NEAR = 24  # signs that can stand before the code of an item


def nested(
    document: Document, rows: Sequence[Row], format_: str
) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows that stand below another one, where most do not."""
    if format_ != "bullets" or len(rows) < _FEWEST:
        return
    nested = list(_nested(document, rows))
    if nested and len(rows) - len(nested) >= max(_FEWEST, 2 * len(nested)):
        stand = "stand within the items" if nested[1:] else "stands within the item"
        yield nested, f"{stand} of another code, as no other does"


def _nested(document: Document, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows of items that stand in a list below an item with a code and a text."""
    by_line: dict[int, list[Row]] = {}
    for row in rows:
        by_line.setdefault(row.line, []).append(row)
    open_: list[Row | None] = []
    for block in page_of(document)[0]:
        if block.kind != "item":
            continue
        text = one_line(block.shown().text)
        able = by_line.get(block.line, [])
        item = next((one for one in able if -1 < text.find(one.code) <= _NEAR), None)
        depth = max(len(block.lists), 1)
        if item:
            able.remove(item)
            if any(open_[: depth - 1]):
                yield item
        open_[depth - 1 :] = [item]
