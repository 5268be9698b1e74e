"""Reader for Markdown pages: pipe tables, and raw HTML tables, which the HTML reader takes over.

markdown-it-py finds the blocks and renders the cells. It drops surplus cells, pads short rows and
takes two tables without a blank line between them for one, all without a word; so cells are
counted from the source line, and a delimiter row begins a table of its own. It takes a line without
pipes right below a table for a row, as GFM has it; pages that were copied often lack the blank line
between, so no line without pipes belongs to a table whose rows end with one. Every line of text
must belong to a table or a heading, be ignored, or be prose that may be skipped.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from macros.errors import Problem
from macros.readers import bodies, html_table, prose, titles
from macros.readers.cells import Cell, TableRow
from macros.readers.ledger import Account, Ledger
from macros.readers.loose_tables import are_dashes, cells_of, commented, going_on
from macros.readers.markdown_cells import MARKUP, cell, inline, rendered
from macros.readers.markdown_parts import parts, tokens_of
from macros.readers.printed import holds_a_code
from macros.readers.rows import Line
from macros.readers.table import rows
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from macros.readers.markdown_parts import Part
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
    tokens = tokens_of(lines, references)
    for definition in definitions(references):
        _mark(ledger, Account.MARKUP, lines, definition, definition + 1)
        lines[definition] = ""
    inlines = {token.map[0]: token for token in tokens if token.type == "inline" and token.map}
    accounted = 0
    found = parts(tokens, lines)
    named = _titled(found, lines, references, ledger)
    for block, first, end in found:
        yield from _around(ledger, lines, accounted, first, examples)
        accounted = end
        if block == "table_open":
            for grid in _tables(lines, first, end, references, ledger):
                yield from rows(grid, ledger, above=named.get(first))
            _mark(ledger, Account.MARKUP, lines, first, end)
        elif block == "html_block":
            yield from html_table.read_html("\n".join(lines[first:end]), first + 1, ledger)
        elif block == "html_cut":
            what = "a blank line takes this HTML table apart, and what follows is outside of it."
            do = "Look at the provider's page; this reader cannot read the document as it is."
            yield Problem(ledger.file, first + 1, what, do)
            _mark(ledger, Account.REFUSED, lines, first, end)
        elif block == "heading_open":
            children = inline(inlines[first].content, references)
            yield from _heading(children, ledger, lines, first, end)
        elif block in {"fence", "code_block"} and ledger.options.skips_prose:
            examples.append(prose.numbered(lines[first:end], first + 1))
        elif block == "hr":
            _mark(ledger, Account.MARKUP, lines, first, end)
        else:
            yield from _around(ledger, lines, first, end, examples)
    yield from _around(ledger, lines, accounted, len(lines), examples)


def _titled(
    blocks: Sequence[Part],
    lines: list[str],
    references: dict[str, Any],
    ledger: Ledger[HtmlOptions],
) -> dict[int, str]:
    """Return the titles of tables that are lines of text, and take these out of the lines."""
    found: dict[int, str] = {}
    for block, first, _ in blocks:
        title = titles.declared(lines, first, references, ledger) if block == "table_open" else None
        if title:
            found[first] = title.text
            ledger.mark(Account.HEADING, title.line)
            lines[title.line - 1] = ""
    return found


def titles_of(document: Document) -> Iterator[Line]:
    """Yield the lines of text right above tables, each with the line that its table begins on."""
    lines = document.text.split("\n")
    references: dict[str, Any] = {}
    for block, first, _ in parts(tokens_of(lines, references), lines):
        title = titles.above(lines, first, references) if block == "table_open" else None
        if block == "table_open":
            yield Line(first + 1, title.text if title else "")


def grids(document: Document) -> Iterator[list[TableRow]]:
    """Yield all tables of a document, whatever is in them."""
    lines = document.text.split("\n")
    references: dict[str, Any] = {}
    for block, first, end in parts(tokens_of(lines, references), lines):
        if block == "table_open":
            yield from _tables(lines, first, end, references)
        elif block == "html_block":
            yield from html_table.grids_of_html("\n".join(lines[first:end]), first + 1)


def pieces_of_html(document: Document) -> Iterator[tuple[str, int]]:
    """Yield the raw HTML of a document that tables can stand in, each with its first line."""
    lines = document.text.split("\n")
    for block, first, end in parts(tokens_of(lines, {}), lines):
        if block == "html_block":
            yield "\n".join(lines[first:end]), first + 1


def cells_as_html(document: Document) -> Iterator[tuple[str, int]]:
    """Yield the cells of pipe tables as HTML, each row on its line, with the first line of each.

    Rows without any marks are empty lines.
    """
    lines = document.text.split("\n")
    references: dict[str, Any] = {}
    for block, first, end in parts(tokens_of(lines, references), lines):
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
        yield from _unread(ledger, lines, first, end)
    else:
        _mark(ledger, Account.HEADING, lines, first, end)


def _holds_a_code(texts: Sequence[str], ledger: Ledger[HtmlOptions]) -> bool:
    """Tell whether a heading holds a code, as it is written or as it is shown."""
    return any(
        holds_a_code(text, table.pattern) for text in texts for table in ledger.options.tables
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
        ends = dict(going_on(lines[: first + stop], first + start)) if starts else {}
        within = {line for begin, behind in ends.items() for line in range(begin + 1, behind)}
        within.update(commented(lines[: first + stop], first + start) if starts else ())
        for index in [start, *range(start + (2 if starts else 1), stop)]:
            number = first + index
            if number not in within:
                whole = "\n".join(lines[number : ends.get(number, number + 1)])
                grid.append(_row(whole, number + 1, references, ledger))
        yield grid


def _row(
    source: str, line: int, references: dict[str, Any], ledger: Ledger[HtmlOptions] | None
) -> TableRow:
    """Return a row as the page shows it; a cell of several lines has them all."""
    cells: list[Cell] = []
    for text in cells_of(source):
        parts_ = [cell(one.strip(), line, references, ledger) for one in text.split("\n")]
        whole = "\n".join(one.text for one in parts_ if one.text)
        fault = next((one.fault for one in parts_ if one.fault), "")
        cells.append(replace(parts_[0], text=whole, fault=fault) if parts_[1:] else parts_[0])
    if cells and "\n" in source:
        cells[-1] = replace(cells[-1], last=line + source.count("\n"))
    return TableRow(tuple(cells) or (Cell("", line),), line)
