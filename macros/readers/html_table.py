"""Reader for HTML pages and fragments whose tables list the codes.

An HTML5 parser builds the tree a browser would build, so unclosed cells and rows come out as on
the provider's page. All text outside tables must be a heading or ignored. Refuses markup in which
text is lost or changes its meaning when only the characters are kept: see `_lost` and `_IN_CELLS`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from justhtml import JustHTML

from macros.errors import Problem
from macros.readers.ignored import Ignored, leftover
from macros.readers.table import Cell, TableRow, holds_a_code, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from justhtml.dom import Node

    from macros.model import Document, Row
    from macros.reader_options import HtmlTableOptions, Table

# Elements whose text may stand in a cell. Not here: <sup> (a footnote mark would become a digit of
# the code), <del> and <s> (withdrawn), <table>, controls, and tags that are really words of the
# provider, such as <access_token>, which a browser does not show.
_IN_CELLS = frozenset(
    "a abbr b bdi bdo big br center cite code dd div dl dt em font i ins kbd li mark ol p pre"
    " q samp small span strong tt u ul var wbr".split()
)
_BLOCKS = frozenset(["dd", "div", "dl", "dt", "li", "ol", "p", "pre", "ul"])
_BREAKS = _BLOCKS | frozenset(
    "address article aside blockquote body br button details dialog fieldset figcaption"
    " figure footer form header hr html legend main nav option section select summary".split()
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "title", "caption"])
_NOT_SHOWN = frozenset(["script", "style", "template"])
# A tag without its end takes the text behind it into its name or its attributes.
_NAME = re.compile(r"h[1-6]|[a-z_:-]+", re.ASCII | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[a-z_:@][a-z0-9_:@.-]*", re.ASCII | re.IGNORECASE)

Line = tuple[int, str]


def read(
    document: Document, options: HtmlTableOptions, ignored: Ignored
) -> Iterator[Row | Problem]:
    """Yield the rows of the document's tables."""
    yield from read_html(document.file, document.text, 1, options.tables, ignored)


def read_html(
    file: str, html: str, first_line: int, tables: Sequence[Table], ignored: Ignored
) -> Iterator[Row | Problem]:
    """Yield the rows of the tables in a piece of HTML that begins on `first_line` of `file`."""
    root, lost = parse(html, first_line)
    if lost:
        yield Problem(file, lost[0], lost[1], "Find the tag in the document and see what it hides.")
        return
    for line, text in _lines(root, first_line, _HEADINGS | _NOT_SHOWN | {"table"}):
        if not ignored.matches(text):
            yield leftover(file, line, text)
    for heading in (element for element in _elements(root) if element.name in _HEADINGS):
        for line, text in _lines(heading, first_line, frozenset()):
            if holds_a_code(text, tables) and not ignored.matches(text):
                yield leftover(file, line, text)
    for table in root.query("table"):
        yield from rows(file, _grid(table, first_line), tables, ignored)


def parse(html: str, first_line: int) -> tuple[Node, Line | None]:
    """Return the tree, and where and how it has lost text, if it has."""
    tree = JustHTML(
        html,
        sanitize=False,
        collect_errors=True,
        track_node_locations=True,
        scripting_enabled=False,
    )
    lost = _lost(tree.root, html, first_line)
    for error in tree.errors:
        if not lost and error.code.startswith("eof-in"):
            lost = first_line + (error.line or 1) - 1, "a tag or comment is never closed."
    return tree.root, lost


def cell_of(node: Node, first_line: int) -> Cell:
    """Return a node's text as a cell, with a fault where text alone cannot show the node."""
    names = [element.name for element in _elements(node) if element.name not in _IN_CELLS]
    fault = f"has a <{names[0]}>, which text alone cannot show" if names else ""
    lines = list(_lines(node, first_line, frozenset()))
    line = lines[0][0] if lines else first_line + (node.origin_line or 1) - 1
    return Cell("\n".join(text for _, text in lines), line, fault)


def _lost(root: Node, html: str, first_line: int) -> Line | None:
    source = html.lower()
    for element in _elements(root):
        line = first_line + (element.origin_line or 1) - 1
        if not _NAME.fullmatch(element.name):
            return line, f"there is no tag <{element.name}>; it may have taken in some text."
        for name, value in (element.attrs or {}).items():
            if not _ATTRIBUTE.fullmatch(name) or "<" in (value or ""):
                return line, f"the tag <{element.name}> is not closed before the next begins."
        name = element.name
        if name in _NOT_SHOWN and source.count(f"<{name}") > source.count(f"</{name}"):
            return line, f"<{name}> is never closed, and hides all that follows."
    return None


def _elements(node: Node) -> Iterator[Node]:
    for child in node.children or ():
        if child.name and not child.name.startswith(("#", "!")):
            yield child
            yield from _elements(child)


def _lines(node: Node, first_line: int, without: frozenset[str]) -> Iterator[Line]:
    """Yield the lines of text that a browser shows for a node, white space folded."""
    line = 0
    pieces: list[str] = []
    for where, text in _pieces(node, without):
        if text is None:
            if pieces:
                yield first_line + line - 1, " ".join("".join(pieces).split())
            line, pieces = 0, []
        elif pieces or text.strip():
            before = text[: len(text) - len(text.lstrip())]
            line = line or where + before.count("\n")
            pieces.append(text)
    if pieces:
        yield first_line + line - 1, " ".join("".join(pieces).split())


def _pieces(node: Node, without: frozenset[str]) -> Iterator[tuple[int, str | None]]:
    """Yield texts with the lines they begin on, and (0, None) where a browser breaks the line."""
    for child in node.children or ():
        if child.name == "#text":
            yield child.origin_line or 1, child.data or ""
        elif child.name in without:
            yield 0, None
        else:
            edge = child.name in _BREAKS
            if edge:
                yield 0, None
            yield from _pieces(child, without)
            if edge:
                yield 0, None


def _grid(table: Node, first_line: int) -> list[TableRow]:
    grid: list[TableRow] = []
    spanning: dict[int, tuple[Cell, int]] = {}
    for tr in table.query("tr"):
        cells: list[Cell] = []
        nodes = [child for child in tr.children or () if child.name in {"td", "th"}]
        heading = all(node.name == "th" for node in nodes)
        for node in nodes:
            _fill(cells, spanning)
            cell = cell_of(node, first_line)
            height, width = _span(node, "rowspan"), _span(node, "colspan")
            if not height or not width:
                cell = replace(cell, fault="has a rowspan or colspan that is no number from 1")
            elif height > 1:
                spanning[len(cells)] = (cell, height - 1)
            heading = heading or width != 1
            cells.append(cell)
        _fill(cells, spanning)
        grid.append(TableRow(tuple(cells), first_line + (tr.origin_line or 1) - 1, heading))
    return grid


def _fill(cells: list[Cell], spanning: dict[int, tuple[Cell, int]]) -> None:
    """Put the cells that reach down from rows above where they stand in this one."""
    while len(cells) in spanning:
        column = len(cells)
        cell, left = spanning.pop(column)
        if left > 1:
            spanning[column] = (cell, left - 1)
        cells.append(cell)


def _span(node: Node, name: str) -> int | None:
    value = (node.attrs or {}).get(name) or "1"
    return int(value) if re.fullmatch(r"[1-9][0-9]{0,3}", value, re.ASCII) else None
