"""Reader for HTML pages and fragments whose tables list the codes.

An HTML5 parser builds the tree a browser would build, so unclosed cells and rows come out as on
the provider's page. All text outside tables must be a heading or ignored. Refuses markup in which
text is lost or changes its meaning when only the characters are kept: see `_lost`, `_fault`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from justhtml import JustHTML

from macros.errors import Problem
from macros.readers.ledger import Ledger, leftover
from macros.readers.printed import holds_a_code
from macros.readers.table import Cell, TableRow, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from justhtml.dom import Node

    from macros.readers.rows import Document, Row
    from macros.sources.reader_options import TableOptions

# Elements whose text may stand in a cell. Not here: <sup> (a footnote mark would become a digit of
# the code), <del> and <s> (withdrawn), <q> (the browser adds the marks), <pre> (keeps its lines),
# <table>, controls, and tags that are really words of the provider, such as <access_token>.
IN_CELLS = frozenset(
    "a abbr b bdi bdo big br center cite code dd div dl dt em font i ins kbd li mark ol p samp"
    " small span strong tt u ul var wbr".split()
)
_BREAKS = frozenset(
    "address article aside blockquote body br button center dd details dialog div dl dt fieldset"
    " figcaption figure footer form header hr html legend li main nav ol option p pre section"
    " select summary ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 title caption".split())
_NOT_SHOWN = frozenset("script style template".split())
# A tag without its end takes the text behind it into its name or its attributes.
_NAME = re.compile(r"h[1-6]|[a-z_:-]+", re.ASCII | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[a-z_:@][a-z0-9_:@.-]*", re.ASCII | re.IGNORECASE)
# The parser passes over these tags once the page has begun, as a browser does.
_PASSED_OVER = re.compile(r"<table\b.*?<(html|head|body|frameset)\b", re.DOTALL | re.IGNORECASE)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

Line = tuple[int, str]
# In a stream of lines: here a browser begins a new one.
_BREAK: Line = (0, "")


def read(document: Document, ledger: Ledger[TableOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of the document's tables."""
    yield from read_html(document.text, 1, ledger)


def read_html(html: str, first_line: int, ledger: Ledger[TableOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of the tables in a piece of HTML that begins on `first_line` of its file."""
    file = ledger.file
    root, lost = parse(html, first_line)
    if lost:
        yield Problem(file, lost[0], lost[1], "Find the tag in the document and see what it hides.")
        return
    headings = [element for element in _elements(root) if element.name in _HEADINGS]
    for line, text in _lines([root], first_line, _HEADINGS | _NOT_SHOWN | {"table"}):
        if not ledger.ignores(text):
            yield leftover(file, line, text)
    for line, text in _lines(headings, first_line, frozenset()):
        codes = any(holds_a_code(text, table.pattern) for table in ledger.options.tables)
        if codes and not ledger.ignores(text):
            yield leftover(file, line, text)
    for table in root.query("table"):
        yield from rows(_grid(table, first_line), ledger)


def grids(document: Document) -> Iterator[list[TableRow]]:
    """Yield all tables of a document, whatever is in them; none where tags have lost text."""
    yield from grids_of_html(document.text, 1)


def grids_of_html(html: str, first_line: int) -> Iterator[list[TableRow]]:
    """Yield all tables in a piece of HTML that begins on `first_line` of its file."""
    root, lost = parse(html, first_line)
    if not lost:
        yield from (_grid(table, first_line) for table in root.query("table"))


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
    lines = list(_lines([node], first_line, frozenset()))
    line = lines[0][0] if lines else 0
    return Cell("\n".join(text for _, text in lines), line, _fault(node))


def _fault(node: Node) -> str:
    for element in _elements(node):
        if element.name not in IN_CELLS:
            return f"has a <{element.name}>, which text alone cannot show"
        if _is_hidden(element):
            return f"has a hidden <{element.name}>"
    above: Node | None = node
    while above is not None:
        if _is_hidden(above) or above.name in {"template", "noscript"}:
            return f"stands in a hidden <{above.name}>"
        above = above.parent
    return ""


def _is_hidden(element: Node) -> bool:
    attributes = element.attrs or {}
    return "hidden" in attributes or bool(_HIDING.search(attributes.get("style") or ""))


def _lost(root: Node, html: str, first_line: int) -> Line | None:
    """Return the first place at which a tag has taken in text that a reader of the page sees."""
    source = html.lower()
    unclosed = {name for name in _NOT_SHOWN if source.count(f"<{name}") > source.count(f"</{name}")}
    for element in _elements(root):
        loss = (
            _strange_name(element)
            or _strange_attribute(element)
            or _never_closed(element, unclosed)
        )
        if loss:
            return first_line + (element.origin_line or 1) - 1, loss
    if passed_over := _PASSED_OVER.search(source):
        line = first_line + source.count("\n", 0, passed_over.start(1))
        return line, f"no browser shows the tag <{passed_over[1]}> here; it may be a word."
    return None


def _strange_name(element: Node) -> str:
    if _NAME.fullmatch(element.name):
        return ""
    return f"there is no tag <{element.name}>; it may have taken in some text."


def _strange_attribute(element: Node) -> str:
    for attribute, value in (element.attrs or {}).items():
        if not _ATTRIBUTE.fullmatch(attribute) or "<" in (value or ""):
            return f"the tag <{element.name}> is not closed before the next begins."
    return ""


def _never_closed(element: Node, unclosed: set[str]) -> str:
    """Tell of an element that hides what follows, as a heading does that has taken in blocks."""
    blocks = (_BREAKS - {"br"}) | {"table"}
    is_heading = element.name in _HEADINGS
    if element.name in unclosed or (
        is_heading and any(inner.name in blocks for inner in _elements(element))
    ):
        return f"<{element.name}> is never closed, and hides all that follows."
    return ""


def _elements(node: Node) -> Iterator[Node]:
    """Yield all elements below a node, in the order of the document."""
    waiting = list(reversed(node.children or ()))
    while waiting:
        child = waiting.pop()
        if child.name and not child.name.startswith(("#", "!")):
            yield child
            waiting.extend(reversed(child.children or ()))


def _lines(nodes: Iterable[Node], first_line: int, without: frozenset[str]) -> Iterator[Line]:
    """Yield the lines of text that a browser shows for nodes, white space folded."""
    line = 0
    pieces: list[str] = []
    for where, text in _pieces(nodes, without):
        if (where, text) == _BREAK:
            if pieces:
                yield first_line + line - 1, " ".join("".join(pieces).split())
            line, pieces = 0, []
        elif pieces or text.strip():
            before = text[: len(text) - len(text.lstrip())]
            line = line or where + before.count("\n")
            pieces.append(text)


def _pieces(nodes: Iterable[Node], without: frozenset[str]) -> Iterator[Line]:
    """Yield texts with the lines they begin on, and `_BREAK` where a browser breaks the line."""
    for node in nodes:
        waiting: list[Node | None] = list(reversed(node.children or ()))
        while waiting:
            child = waiting.pop()
            if child is None or child.name in without:
                yield _BREAK
            elif child.name == "#text":
                yield child.origin_line or 1, str(child.data or "")
            else:
                if child.name in _BREAKS:
                    yield _BREAK
                    waiting.append(None)
                waiting.extend(reversed(child.children or ()))
        yield _BREAK


class _Spans:
    """The cells of one group of rows that reach down into the rows below them."""

    def __init__(self) -> None:
        self._left: dict[int, tuple[Cell, int]] = {}

    def next_row(self) -> dict[int, Cell]:
        """Return the cells by column that stand in the next row already."""
        cells = {column: cell for column, (cell, _) in self._left.items()}
        self._left = {column: (cell, left - 1) for column, (cell, left) in self._left.items()}
        self._left = {column: entry for column, entry in self._left.items() if entry[1]}
        return cells

    def fall(self, column: int, cell: Cell, height: int) -> None:
        """Let a cell of so many rows stand in the rows below the one that it begins in."""
        if height > 1:
            self._left[column] = (cell, height - 1)


def _grid(table: Node, first_line: int) -> list[TableRow]:
    """Lay the cells out as a browser does, with those that reach down from rows above."""
    grid: list[TableRow] = []
    spans = _Spans()
    group: Node | None = None
    for tr in table.query("tr"):
        if tr.parent is not group:
            group, spans = tr.parent, _Spans()
        cells = spans.next_row()
        nodes = [child for child in tr.children or () if child.name in {"td", "th"}]
        is_wide, column = False, 0
        for node in nodes:
            while column in cells:
                column += 1
            cell, height, width = _laid(node, first_line)
            is_wide = is_wide or width > 1
            for offset in range(width):
                part = Cell("", cell.line) if offset else cell
                cells[column + offset] = part
                spans.fall(column + offset, part, height)
        if nodes:
            # A cell that spans columns is a title between rows, as one made of headings is.
            heading = is_wide or all(node.name == "th" for node in nodes)
            row = tuple(cells.get(index, Cell("", 0)) for index in range(max(cells) + 1))
            line = first_line + (tr.origin_line or 1) - 1
            grid.append(TableRow(row, line, heading, is_wide))
    return grid


def _laid(node: Node, first_line: int) -> tuple[Cell, int, int]:
    """Return a cell with the numbers of rows and columns that it takes."""
    cell, height, width = cell_of(node, first_line), _span(node, "row"), _span(node, "col")
    if height and width:
        return cell, height, width
    fault = "has a rowspan or colspan that is no number from 1 to 9999"
    return Cell(cell.text, cell.line, fault), 1, 1


def _span(node: Node, direction: str) -> int:
    """Return the number of rows or columns that a cell takes; 0 where it names none."""
    value = (node.attrs or {}).get(f"{direction}span") or "1"
    return int(value) if re.fullmatch(r"[1-9][0-9]{0,3}", value, re.ASCII) else 0
