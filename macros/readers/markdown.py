"""Reader for Markdown pages: pipe tables, and raw HTML tables, which the HTML reader takes over.

markdown-it-py finds the blocks and renders the cells. It drops surplus cells, pads short rows and
takes two tables without a blank line between them for one, all without a word; so cells are
counted from the source line, and a delimiter row begins a table of its own. Every line of text
must belong to a table or a heading, or be ignored.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit

from macros.readers import html_table
from macros.readers.ignored import Ignored, leftover
from macros.readers.table import Cell, TableRow, holds_a_code, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from macros.errors import Problem
    from macros.model import Document, Row
    from macros.reader_options import MarkdownOptions

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_DELIMITER = re.compile(r":?-+:?", re.ASCII)
# The characters of these are not what the page shows, so the HTML reader has to judge the cell.
_NEEDS_HTML = frozenset({"html_inline", "image", "s_open"})


def read(document: Document, options: MarkdownOptions, ignored: Ignored) -> Iterator[Row | Problem]:
    """Yield the rows of the document's tables, in order."""
    lines = document.text.split("\n")
    references: dict[str, Any] = {}
    blocks = list(_blocks(_PARSER.parse(document.text, references)))
    for definition in _definitions(references):
        lines[definition] = ""
    accounted = 0
    for block, first, end in blocks:
        yield from _unread(document.file, lines, accounted, first, ignored)
        accounted = end
        if block == "table_open":
            for grid in _tables(lines, first, end, references):
                yield from rows(document.file, grid, options.tables, ignored)
        elif block == "html_block":
            html = "\n".join(lines[first:end])
            yield from html_table.read_html(document.file, html, first + 1, options.tables, ignored)
        elif block != "hr" and not (block == "heading_open" and _is_heading(lines, first, options)):
            yield from _unread(document.file, lines, first, end, ignored)
    yield from _unread(document.file, lines, accounted, len(lines), ignored)


def _definitions(references: dict[str, Any]) -> Iterator[int]:
    """Yield the lines, counted from 0, of link definitions, which no page shows."""
    known = [*references.get("references", {}).values(), *references.get("duplicate_refs", [])]
    for definition in known:
        yield from range(*definition["map"])


def _is_heading(lines: Sequence[str], first: int, options: MarkdownOptions) -> bool:
    return not holds_a_code(lines[first], options.tables)


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
    """Yield the kind, first line and end of each block, counted from 0.

    A blank line ends a block of raw HTML; the parts of one table are put together again.
    """
    opened: tuple[int, int] | None = None
    for token in tokens:
        if token.level or not token.map:
            continue
        first, end = token.map
        if token.type == "html_block":
            start = opened[0] if opened else first
            depth = (opened[1] if opened else 0) + _depth(token.content)
            if depth > 0:
                opened = (start, depth)
                continue
            opened = None
            yield token.type, start, end
        else:
            if opened:
                yield "html_block", opened[0], first
                opened = None
            yield token.type, first, end
    if opened:
        yield "html_block", opened[0], end


def _depth(html: str) -> int:
    """Count the tables that a piece of raw HTML opens and does not close."""
    return len(re.findall(r"<table\b", html, re.IGNORECASE)) - len(
        re.findall(r"</table\b", html, re.IGNORECASE)
    )


def _unread(
    file: str, lines: Sequence[str], first: int, end: int, ignored: Ignored
) -> Iterator[Problem]:
    for index in range(first, end):
        text = " ".join(lines[index].split())
        if text and not ignored.matches(text):
            yield leftover(file, index + 1, text)


def _tables(
    lines: Sequence[str], first: int, end: int, references: dict[str, Any]
) -> Iterator[list[TableRow]]:
    """Yield the tables in what the parser takes for one, cut at delimiter rows."""
    split = [_split(line) for line in lines[first:end]]
    starts = [
        index - 1
        for index, cells in enumerate(split)
        if index and all(_DELIMITER.fullmatch(cell) for cell in cells)
    ]
    for start, stop in zip(starts, [*starts[1:], len(split)], strict=True):
        grid: list[TableRow] = []
        for index in [start, *range(start + 2, stop)]:
            line = first + index + 1
            cells = tuple(_cell(text, line, references) for text in split[index])
            grid.append(TableRow(cells, line))
        yield grid


def _split(line: str) -> list[str]:
    """Cut a line into its cells, as GFM does: one pipe at each end does not count."""
    cells = escapedSplit(line.strip())
    if cells and not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return [cell.strip() for cell in cells]


def _cell(source: str, line: int, references: dict[str, Any]) -> Cell:
    """Return what the page shows for a cell."""
    children = _PARSER.parseInline(source, references)[0].children or []
    if any(token.type in _NEEDS_HTML for token in children):
        root, lost = html_table.parse(_PARSER.renderInline(source, references), line)
        cell = html_table.cell_of(root.query("body")[0], line)
        return Cell(cell.text, line, f"has {lost[1].rstrip('.')}" if lost else cell.fault)
    text = "".join(
        "\n" if token.type == "hardbreak" else " " if token.type == "softbreak" else token.content
        for token in children
    )
    return Cell("\n".join(" ".join(part.split()) for part in text.split("\n")).strip(), line)
