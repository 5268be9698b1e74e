"""Lists of source code whose codes have other texts in another list: a reading -> a doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import source_blocks
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers import repeated
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_FEWEST = 2  # codes: one may be a misprint
_NAMED = 3


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about codes that stand in two named lists, in each with another text.

    Where a quarter of all rows are such, that is asked anyway.
    """
    rows = result.rows
    if result.options["format"] != "pattern" or repeated.doubts(document.file, rows):
        return
    around = source_blocks.around(document.text.split("\n"))
    said: dict[str, dict[source_blocks.Block, Row]] = {}
    for row in rows:
        if blocks := around[row.line - 1]:
            said.setdefault(row.code, {}).setdefault(blocks[0], row)
    clashing = {
        code: lists
        for code, lists in said.items()
        if len({row.message for row in lists.values()}) > 1
    }
    pairs = {tuple(lists) for lists in clashing.values()}
    if len(clashing) < _FEWEST or len(pairs) > 1:
        return
    (blocks,) = pairs
    codes = series([f'"{shown(code)}"' for code in list(clashing)[:_NAMED]])
    more = (
        f" and {len(clashing) - _NAMED} more" if clashing.keys() - list(clashing)[:_NAMED] else ""
    )
    names = series([f'"{shown(block.name)}"' for block in blocks])
    first = next(iter(next(iter(clashing.values())).values()))
    what = f"{codes}{more} stand in each of {names}, with different texts."
    lines = series([str(block.line) for block in blocks])
    do = (
        f"If these are lists of different things, cut the document in two (they begin in lines"
        f" {lines}), and read each part; if each code has all of these texts, save the reader below"
        " to a file, and add --reader FILE."
    )
    yield Doubt(document.file, first.line, what, do)
