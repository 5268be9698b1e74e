"""Items within the item of a code that begin with a number: rows -> those that are perhaps none.

`- 103 ships wait` below `- **102**: Gate is shut` goes on with the text of 102. Where codes have
codes below them, most have; a few that do alone are asked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.sniffers.pages.pages import page_of
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Document, Row

_FEWEST = 3  # items of which one can tell how they stand
_NEAR = 24  # signs that can stand before the code of an item


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
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
