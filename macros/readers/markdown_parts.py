"""A page in Markdown -> its parts: kind, first line and end of each, counted from 0.

A table has no line that is none of it, and all of its rows, though a blank line cuts some off; raw
HTML has all parts of a table.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.readers import markdown_blocks
from macros.readers.loose_tables import are_dashes, bare, cells_of, may_be_a_code, mended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

Part = tuple[str, int, int]


def tokens_of(lines: Sequence[str], references: dict[str, Any]) -> list[Token]:
    """Return what a parser finds in a page, with tables that Markdown itself would not know.

    Args:
        lines: those of the page.
        references: takes what its links lead to.
    """
    return markdown_blocks.parse("\n".join(mended(lines)), references)


def parts(tokens: Sequence[Token], lines: Sequence[str]) -> list[Part]:
    """Return the parts of a page, each table with its own lines alone."""
    return list(_parted(_with_more_rows(_blocks(tokens), lines), lines))


class _OpenTable(NamedTuple):
    """Raw HTML whose tables are not all closed yet: its first line, its end, how many are open."""

    first: int
    end: int
    depth: int


def _blocks(tokens: Sequence[Token]) -> Iterator[Part]:
    """Yield the kind, first line and end of each block, counted from 0.

    A blank line ends a block of raw HTML; the parts of one table are put together again, unless
    something else stands between them: `html_cut`.
    """
    table: _OpenTable | None = None
    for token in tokens:
        if token.level or not token.map:
            continue
        first, end = token.map
        if token.type == "html_block":
            start, depth = (table.first, table.depth) if table else (first, 0)
            depth += _depth(token.content)
            table = _OpenTable(start, end, depth) if depth > 0 else None
            if not table:
                yield token.type, start, end
        else:
            if table:
                yield "html_cut", table.first, first
                table = None
            yield token.type, first, end
    if table:
        yield "html_block", table.first, table.end


def _with_more_rows(blocks: Iterable[Part], lines: Sequence[str]) -> Iterator[Part]:
    """Yield the blocks; paragraphs that are tables without a row of dashes as tables."""
    for block, first, end in _with_cut_rows(blocks, lines):
        if block != "paragraph_open":
            yield block, first, end
            continue
        for is_table, start, stop in bare(lines[first:end]):
            yield "table_open" if is_table else block, first + start, first + stop


def _with_cut_rows(blocks: Iterable[Part], lines: Sequence[str]) -> Iterator[Part]:
    """Yield the blocks; rows that a blank line has cut off a table belong to it.

    These stand right behind it, between pipes, with as many cells as its heading row.
    """
    table: Part | None = None
    for block, first, end in blocks:
        if table and block == "paragraph_open" and _are_cut_rows(lines, table, first, end):
            table = table[0], table[1], end
            continue
        if table:
            yield table
        table = (block, first, end) if block == "table_open" else None
        if not table:
            yield block, first, end
    if table:
        yield table


def _are_cut_rows(lines: Sequence[str], table: Part, first: int, end: int) -> bool:
    _, head, behind = table
    rows = [line.strip() for line in lines[first:end]]
    return (
        not any(map(str.strip, lines[behind:first]))
        and all(row[:1] == row[-1:] == "|" for row in rows)
        and {len(cells_of(row)) for row in rows} == {len(cells_of(lines[head]))}
    )


def _parted(blocks: Iterable[Part], lines: Sequence[str]) -> Iterator[Part]:
    """Yield the blocks; part a table whose rows end with a pipe from lines that have none.

    Rows of the same table can stand below such lines: these are refused within it.
    """
    for block, first, end in blocks:
        apart: dict[int, int] = {}
        if block == "table_open" and lines[first].rstrip().endswith("|"):
            parts = groupby(range(first, end), lambda number: _is_prose(lines[number]))
            for numbers in [list(part) for is_prose, part in parts if is_prose]:
                behind = numbers[-1] + 1
                if behind == end or any(map(are_dashes, map(cells_of, lines[behind + 1 :][:1]))):
                    apart[numbers[0]] = behind
        starts = sorted({first, end, *apart, *apart.values()})
        for place, stop in pairwise(starts):
            yield "paragraph_open" if place in apart else block, place, stop


def _is_prose(line: str) -> bool:
    """Tell whether a line below a row is none; a code alone may be what is left of one."""
    text = line.strip()
    is_row = may_be_a_code(text) or are_dashes(cells_of(line))
    return bool(text) and "|" not in text and not is_row


def _depth(html: str) -> int:
    """Count the tables that a piece of raw HTML opens and does not close."""
    return len(re.findall(r"<table\b", html, re.IGNORECASE)) - len(
        re.findall(r"</table\b", html, re.IGNORECASE)
    )
