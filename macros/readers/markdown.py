"""Reader for Markdown pages: pipe tables, and raw HTML tables, which the HTML reader takes over.

markdown-it-py finds the blocks and renders the cells. It drops surplus cells, pads short rows and
takes two tables without a blank line between them for one, all without a word; so cells are
counted from the source line, and a delimiter row begins a table of its own. It takes a line without
pipes right below a table for a row, as GFM has it; pages that were copied often lack the blank line
between, so no line without pipes belongs to a table whose rows end with one. Every line of text
must belong to a table or a heading, be ignored, or be prose that may be skipped.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.errors import Problem
from macros.readers import bodies, html_table, markdown_blocks, prose
from macros.readers.cells import Cell, TableRow
from macros.readers.ledger import Account, Ledger
from macros.readers.loose_tables import are_dashes, bare, cells_of, mended
from macros.readers.markdown_cells import MARKUP, cell, inline, rendered
from macros.readers.printed import holds_a_code
from macros.readers.table import rows
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

    from macros.readers.rows import Document, Row
    from macros.sources.reader_options.pages import HtmlOptions


def read(document: Document, ledger: Ledger[HtmlOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of the document's tables, in order."""
    text, problems = prose.front_matter(document.text, ledger)
    yield from problems
    yield from prose.with_examples(ledger, lambda examples: _read(text, ledger, examples))


def _read(
    source: str, ledger: Ledger[HtmlOptions], examples: prose.Examples
) -> Iterator[Row | Problem]:
    """Yield the rows of the tables; collect the lines of code fences."""
    lines = source.split("\n")
    references: dict[str, Any] = {}
    tokens = markdown_blocks.parse("\n".join(mended(lines)), references)
    for definition in definitions(references):
        _mark(ledger, Account.MARKUP, lines, definition, definition + 1)
        lines[definition] = ""
    titles = {token.map[0]: token for token in tokens if token.type == "inline" and token.map}
    accounted = 0
    for block, first, end in _parted(_with_more_rows(_blocks(tokens), lines), lines):
        yield from _around(ledger, lines, accounted, first, examples)
        accounted = end
        if block == "table_open":
            for grid in _tables(lines, first, end, references, ledger):
                yield from rows(grid, ledger)
            _mark(ledger, Account.MARKUP, lines, first, end)
        elif block == "html_block":
            yield from html_table.read_html("\n".join(lines[first:end]), first + 1, ledger)
        elif block == "html_cut":
            what = "a blank line takes this HTML table apart, and what follows is outside of it."
            do = "Look at the provider's page; this reader cannot read the document as it is."
            yield Problem(ledger.file, first + 1, what, do)
            _mark(ledger, Account.REFUSED, lines, first, end)
        elif block == "heading_open":
            children = inline(titles[first].content, references)
            yield from _heading(children, ledger, lines, first, end)
        elif block in {"fence", "code_block"} and ledger.options.skips_prose:
            examples.append(prose.numbered(lines[first:end], first + 1))
        elif block == "hr":
            _mark(ledger, Account.MARKUP, lines, first, end)
        else:
            yield from _around(ledger, lines, first, end, examples)
    yield from _around(ledger, lines, accounted, len(lines), examples)


def grids(document: Document) -> Iterator[list[TableRow]]:
    """Yield all tables of a document, whatever is in them."""
    lines = document.text.split("\n")
    references: dict[str, Any] = {}
    for block, first, end in _parted(_parsed(lines, references), lines):
        if block == "table_open":
            yield from _tables(lines, first, end, references)
        elif block == "html_block":
            yield from html_table.grids_of_html("\n".join(lines[first:end]), first + 1)


def pieces_of_html(document: Document) -> Iterator[tuple[str, int]]:
    """Yield the raw HTML of a document that tables can stand in, each with its first line."""
    lines = document.text.split("\n")
    for block, first, end in _parsed(lines, {}):
        if block == "html_block":
            yield "\n".join(lines[first:end]), first + 1


def cells_as_html(document: Document) -> Iterator[tuple[str, int]]:
    """Yield the cells of pipe tables as HTML, each row on its line, with the first line of each.

    Rows without any marks are empty lines.
    """
    lines = document.text.split("\n")
    references: dict[str, Any] = {}
    for block, first, end in _parted(_parsed(lines, references), lines):
        if block == "table_open":
            marked = (line if MARKUP.search(line) else "" for line in lines[first:end])
            rows_ = [
                "".join(f"<td>{rendered(text, references)}</td>" for text in cells_of(line))
                for line in marked
            ]
            yield "<table>" + "\n".join(f"<tr>{row}</tr>" for row in rows_) + "</table>", first + 1


def _mark(
    ledger: Ledger[HtmlOptions], account: Account, lines: Sequence[str], first: int, end: int
) -> None:
    """Note what the lines from `first` to before `end`, counted from 0, are taken for."""
    for index in range(first, end):
        if lines[index].strip():
            ledger.mark(account, index + 1)


def definitions(references: dict[str, Any]) -> Iterator[int]:
    """Yield the lines, counted from 0, of link definitions, which no page shows."""
    definitions = dict(references.get("references", {}))
    for label, definition in definitions.items():
        if not label.startswith("^"):
            yield from range(*definition["map"])
    for definition in references.get("duplicate_refs", []):
        if not definition.get("label", "").startswith("^"):
            yield from range(*definition["map"])


def _heading(
    children: Sequence[Token],
    ledger: Ledger[HtmlOptions],
    lines: Sequence[str],
    first: int,
    end: int,
) -> Iterator[Row | Problem]:
    """Keep the text of a heading for what stands below it; refuse one with a code."""
    shown = "".join("\n" if child.type.endswith("break") else child.content for child in children)
    ledger.above = one_line(shown)
    if _holds_a_code([*lines[first:end], shown], ledger):
        yield from _unread(ledger, lines, first, end, skip=False)
    else:
        _mark(ledger, Account.HEADING, lines, first, end)


def _holds_a_code(texts: Sequence[str], ledger: Ledger[HtmlOptions]) -> bool:
    """Tell whether a heading holds a code, as it is written or as it is shown."""
    return any(
        holds_a_code(text, table.pattern) for text in texts for table in ledger.options.tables
    )


class _OpenTable(NamedTuple):
    """Raw HTML whose tables are not all closed yet: its first line, its end, how many are open."""

    first: int
    end: int
    depth: int


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
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


def _parsed(lines: Sequence[str], references: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    """Yield the blocks of a page, its tables whole."""
    tokens = markdown_blocks.parse("\n".join(mended(lines)), references)
    yield from _with_more_rows(_blocks(tokens), lines)


def _with_more_rows(
    blocks: Iterable[tuple[str, int, int]], lines: Sequence[str]
) -> Iterator[tuple[str, int, int]]:
    """Yield the blocks; paragraphs that are tables without a row of dashes as tables."""
    for block, first, end in _with_cut_rows(blocks, lines):
        if block != "paragraph_open":
            yield block, first, end
            continue
        for is_table, start, stop in bare(lines[first:end]):
            yield "table_open" if is_table else block, first + start, first + stop


def _with_cut_rows(
    blocks: Iterable[tuple[str, int, int]], lines: Sequence[str]
) -> Iterator[tuple[str, int, int]]:
    """Yield the blocks; rows that a blank line has cut off a table belong to it.

    These stand right behind it, between pipes, with as many cells as its heading row.
    """
    table: tuple[str, int, int] | None = None
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


def _are_cut_rows(lines: Sequence[str], table: tuple[str, int, int], first: int, end: int) -> bool:
    _, head, behind = table
    rows = [line.strip() for line in lines[first:end]]
    return (
        not any(map(str.strip, lines[behind:first]))
        and all(row[:1] == row[-1:] == "|" for row in rows)
        and {len(cells_of(row)) for row in rows} == {len(cells_of(lines[head]))}
    )


def _parted(
    blocks: Iterable[tuple[str, int, int]], lines: Sequence[str]
) -> Iterator[tuple[str, int, int]]:
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
    may_be_a_code = text.isascii() and " " not in text and any(map(str.isdigit, text))
    is_row = may_be_a_code or are_dashes(cells_of(line))
    return bool(text) and "|" not in text and not is_row


def _depth(html: str) -> int:
    """Count the tables that a piece of raw HTML opens and does not close."""
    return len(re.findall(r"<table\b", html, re.IGNORECASE)) - len(
        re.findall(r"</table\b", html, re.IGNORECASE)
    )


def _around(
    ledger: Ledger[HtmlOptions],
    lines: Sequence[str],
    first: int,
    end: int,
    examples: prose.Examples,
) -> Iterator[Row | Problem]:
    """Yield what lines of text are that are no table; collect the bodies among them as examples."""
    place = first
    for start, stop in bodies.spans(lines[first:end]) if ledger.options.skips_prose else ():
        yield from _unread(ledger, lines, place, first + start)
        place = first + stop
        examples.bodies.append(prose.numbered(lines[first + start : place], first + start + 1))
    yield from _unread(ledger, lines, place, end)


def _unread(
    ledger: Ledger[HtmlOptions],
    lines: Sequence[str],
    first: int,
    end: int,
    *,
    skip: bool | None = None,
) -> Iterator[Row | Problem]:
    for line in prose.numbered(lines[first:end], first + 1):
        yield from prose.outside(line, ledger, skip=skip)


def _tables(
    lines: Sequence[str],
    first: int,
    end: int,
    references: dict[str, Any],
    ledger: Ledger[HtmlOptions] | None = None,
) -> Iterator[list[TableRow]]:
    """Yield the tables in what the parser takes for one, cut at delimiter rows.

    Args:
        lines: those of the document.
        first: the first one of the table, counted from 0.
        end: the one behind its last.
        references: what links lead to.
        ledger: knows what is left out of cells, if anything is.
    """
    split = [cells_of(line) for line in lines[first:end]]
    starts = [index - 1 for index, cells in enumerate(split) if index and are_dashes(cells)]
    for start, stop in pairwise([*(starts or [0]), len(split)]):
        grid: list[TableRow] = []
        for index in [start, *range(start + (2 if starts else 1), stop)]:
            line = first + index + 1
            cells = tuple(cell(text, line, references, ledger) for text in split[index])
            grid.append(TableRow(cells or (Cell("", line),), line))
        yield grid
