"""Reader for HTML pages and fragments whose tables list the codes.

An HTML5 parser builds the tree a browser would build, so unclosed cells and rows come out as on
the provider's page. All text outside tables must be a heading or ignored. Refuses markup in which
text is lost or changes its meaning when only the characters are kept: see `_lost`, `_fault`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from justhtml import JustHTML

from macros.errors import Problem
from macros.readers import html_cells, prose
from macros.readers.cells import Cell, TableRow
from macros.readers.ledger import Account, Ledger
from macros.readers.printed import holds_a_code
from macros.readers.rows import Line as Shown
from macros.readers.table import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from justhtml.dom import Node

    from macros.readers.rows import Document, Row
    from macros.sources.reader_options.pages import HtmlOptions

# Elements whose text may stand in a cell. Not here: <sup> (a footnote mark would become a digit of
# the code), <del> and <s> (withdrawn), <q> (the browser adds the marks), <pre> (keeps its lines),
# <table>, controls, and tags that are really words of the provider, such as <access_token>.
IN_CELLS = frozenset(
    "a abbr b bdi bdo big br center cite code dd div dl dt em font i ins kbd li mark ol p samp"
    " small span strong tt u ul var wbr".split()
)
BREAKS = frozenset(
    "address article aside blockquote body br button center dd details dialog div dl dt fieldset"
    " figcaption figure footer form header hr html legend li main nav ol option p pre section"
    " select summary ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 title caption".split())
# Of these, the nearest one above a table says which it is.
_TITLES = frozenset("h1 h2 h3 h4 h5 h6".split())
NOT_SHOWN = frozenset("script style template".split())
_BOLD = frozenset({"b", "strong", "th"})
# A tag without its end takes the text behind it into its name or its attributes.
_NAME = re.compile(r"h[1-6]|[a-z_:-]+", re.ASCII | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[a-z_:@][a-z0-9_:@.-]*", re.ASCII | re.IGNORECASE)
# The parser passes over these tags once the page has begun, as a browser does.
_PASSED_OVER = re.compile(r"<(html|head|body|frameset)\b", re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# Browsers themselves stop at 512; work that grows with the depth stays small.
DEEPEST = 500
DEEPEST_TABLE = 10
# Cells of one table, with those that reach into other rows and columns counted in each.
MOST_CELLS = 2_000_000

Line = tuple[int, str]
# In a stream of lines: here a browser begins a new one.
_BREAK: Line = (0, "")


def read(document: Document, ledger: Ledger[HtmlOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of the document's tables."""
    yield from read_html(document.text, 1, ledger)


def read_html(html: str, first_line: int, ledger: Ledger[HtmlOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of the tables in a piece of HTML that begins on `first_line` of its file."""
    file = ledger.file
    root, lost = parse(html, first_line)
    ledger.fill(Account.REFUSED if lost else Account.MARKUP, html, first_line)
    if lost:
        yield Problem(file, lost[0], lost[1], "Find the tag in the document and see what it hides.")
        return
    yield from html_cells.prepared(root, first_line, ledger)
    tops = [one.element for one in _walk(root) if _is_heading(one) and not one.heading]
    for shown in _lines([root], first_line, _HEADINGS | NOT_SHOWN | {"table"}):
        yield from prose.outside(shown, ledger)
    for shown in _lines(tops, first_line, frozenset()):
        if any(holds_a_code(shown.text, table.pattern) for table in ledger.options.tables):
            yield from prose.outside(shown, ledger)
        else:
            ledger.mark(Account.HEADING, shown.line, shown.last)
    yield from _tables(root, first_line, ledger)
    _take_apart(root)


def _take_apart(root: Node) -> None:
    """Let a tree be freed at once: what knows its parent is held until somebody looks for it."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        waiting.extend(node.children or ())
        node.parent = None


def _tables(root: Node, first_line: int, ledger: Ledger[HtmlOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of all tables, each known by its caption or the heading above it."""
    for element in _elements(root):
        if element.name in _TITLES:
            ledger.above = _text(element, first_line)
        if element.name != "table":
            continue
        caption = next((one for one in element.children or () if one.name == "caption"), None)
        above = _text(caption, first_line) if caption else None
        grid = grid_of(element, first_line)
        if grid is None:
            what = f"this table has more than {MOST_CELLS:,} cells, by what they span."
            do = "Look at the provider's page; this reader cannot read the document as it is."
            yield Problem(ledger.file, first_line + (element.origin_line or 1) - 1, what, do)
        else:
            yield from rows(grid, ledger, above=above or None)


def grids(document: Document) -> Iterator[list[TableRow]]:
    """Yield all tables of a document, whatever is in them; none where tags have lost text."""
    yield from grids_of_html(document.text, 1)


def grids_of_html(html: str, first_line: int) -> Iterator[list[TableRow]]:
    """Yield all tables in a piece of HTML that begins on `first_line` of its file."""
    root, lost = parse(html, first_line)
    if not lost:
        for table in root.query("table"):
            yield grid_of(table, first_line) or []


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
    _leave_out_furniture(tree.root)
    return tree.root, lost


def _leave_out_furniture(root: Node) -> None:
    """Take out of a tree what a page has for its visitors alone: buttons, signs that are not read.

    Whoever listens to the page does not hear the latter, so that nothing is said by them; nor by a
    sign that links to its own place.
    """
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.children:
            node.children[:] = [one for one in node.children if not _is_furniture(one)]
            waiting += node.children


def _is_furniture(node: Node) -> bool:
    if not _is_element(node):
        return False
    attributes = node.attrs or {}
    # As in: Dock is busy <a href="#1001">¶</a>
    links_here = node.name == "a" and (attributes.get("href") or "").startswith("#")
    is_sign = links_here and not any(map(str.isalnum, html_cells.text_of(node)))
    return node.name == "button" or attributes.get("aria-hidden") == "true" or is_sign


def cell_of(node: Node, first_line: int, above: str | None = None) -> Cell:
    """Return a node's text as a cell, with a fault where text alone cannot show the node.

    Args:
        node: the node.
        first_line: the line of the file on which its HTML begins.
        above: the fault of what is around it, where that is known.
    """
    around = fault_around(node) if above is None else above
    if all(child.name == "#text" for child in node.children or ()):
        return _plain_cell(node, first_line, around)
    lines = list(_lines([node], first_line, frozenset()))
    line, last = (lines[0].line, lines[-1].last) if lines else (0, 0)
    text = "\n".join(text for _, text, _ in lines)
    return Cell(text, line, _fault_within(node) or around, last, _is_bold(node))


def _plain_cell(node: Node, first_line: int, fault: str) -> Cell:
    """Return a cell that holds no elements, as nearly all do: the same as of its lines, quickly."""
    children = list(node.children or ())
    text = "".join(str(child.data or "") for child in children)
    if not text.strip():
        return Cell("", 0, fault)
    first = first_line + (children[0].origin_line or 1) - 1
    before, behind = len(text) - len(text.lstrip()), len(text.rstrip())
    line, last = first + text.count("\n", 0, before), first + text.count("\n", 0, behind)
    return Cell(" ".join(text.split()), line, fault, last, node.name in _BOLD)


def _is_bold(node: Node) -> bool:
    """Tell whether all text within a node is in bold."""
    waiting = [node]
    while waiting:
        child = waiting.pop()
        if child.name == "#text" and str(child.data or "").strip():
            return False
        waiting += (child.children or ()) if child.name not in _BOLD else ()
    return True


def _fault_within(node: Node) -> str:
    for element in _elements(node):
        if element.name not in IN_CELLS:
            return f"has a <{element.name}>, which text alone cannot show"
        if is_hidden(element):
            return f"has a hidden <{element.name}>"
    return ""


def fault_around(node: Node | None) -> str:
    """Say why nobody sees what stands in a node, if nobody does."""
    above = node
    while above is not None:
        if is_hidden(above) or above.name in {"template", "noscript"}:
            return f"stands in a hidden <{above.name}>"
        above = above.parent
    return ""


def is_hidden(element: Node) -> bool:
    """Tell whether an element's own attributes hide it."""
    if not (attributes := element.attrs):
        return False
    return "hidden" in attributes or bool(_HIDING.search(attributes.get("style") or ""))


def _lost(root: Node, html: str, first_line: int) -> Line | None:
    """Return the first place at which a tag has taken in text that a reader of the page sees."""
    source = html.lower()
    unclosed = {name for name in NOT_SHOWN if source.count(f"<{name}") > source.count(f"</{name}")}
    blocks = (BREAKS - {"br"}) | {"table"}
    for element, depth, tables, heading in _walk(root):
        loss = _strange_name(element) or _strange_attribute(element)
        if loss or element.name in unclosed:
            loss = loss or _hides(element)
        elif heading is not None and element.name in blocks:
            element, loss = heading, _hides(heading)  # noqa: PLW2901 - it is the heading's line
        elif depth > DEEPEST or tables > DEEPEST_TABLE:
            thing = "tags" if depth > DEEPEST else "tables"
            most = DEEPEST if depth > DEEPEST else DEEPEST_TABLE
            loss = f"more than {most} {thing} stand within each other; no page is like that."
        if loss:
            return first_line + (element.origin_line or 1) - 1, loss
    table = _TABLE.search(source)
    if table and (passed_over := _PASSED_OVER.search(source, table.end())):
        line = first_line + source.count("\n", 0, passed_over.start(1))
        return line, f"no browser shows the tag <{passed_over[1]}> here; it may be a word."
    return None


def _hides(element: Node) -> str:
    return f"<{element.name}> is never closed, and hides all that follows."


class _Place(NamedTuple):
    """An element with the numbers of elements and tables it stands in, and a heading, if in one."""

    element: Node
    depth: int
    tables: int
    heading: Node | None


def _walk(root: Node) -> Iterator[_Place]:
    """Yield all elements below a node, in the order of the document, with what is above them."""
    waiting = [_Place(root, 0, 0, None)]
    while waiting:
        place = waiting.pop()
        node, depth, tables, heading = place
        if node is not root:
            yield place
        heading = node if node.name in _HEADINGS else heading
        waiting += [
            _Place(child, depth + 1, tables + (child.name == "table"), heading)
            for child in reversed(node.children or ())
            if _is_element(child)
        ]


def _is_heading(place: _Place) -> bool:
    return place.element.name in _HEADINGS


def _strange_name(element: Node) -> str:
    if _NAME.fullmatch(element.name):
        return ""
    return f"there is no tag <{element.name}>; it may have taken in some text."


def _strange_attribute(element: Node) -> str:
    for attribute, value in (element.attrs or {}).items():
        if not _ATTRIBUTE.fullmatch(attribute) or "<" in (value or ""):
            return f"the tag <{element.name}> is not closed before the next begins."
    return ""


def _elements(node: Node) -> Iterator[Node]:
    """Yield all elements below a node, in the order of the document."""
    waiting = [node]
    while waiting:
        child = waiting.pop()
        if child is not node:
            yield child
        waiting += [one for one in reversed(child.children or ()) if _is_element(one)]


def _is_element(node: Node) -> bool:
    """Tell whether a node is no text, comment or doctype."""
    return bool(node.name) and node.name[0] not in "#!"


def _text(node: Node, first_line: int) -> str:
    """Return the text of a heading in one line."""
    return " ".join(text for _, text, _ in _lines([node], first_line, frozenset()))


def _lines(nodes: Iterable[Node], first_line: int, without: frozenset[str]) -> Iterator[Shown]:
    """Yield the lines of text that a browser shows for nodes, white space folded."""
    line = last = 0
    pieces: list[str] = []
    for where, text in _pieces(nodes, without):
        if (where, text) == _BREAK:
            if pieces:
                shown = " ".join("".join(pieces).split())
                yield Shown(first_line + line - 1, shown, first_line + last - 1)
            line, pieces = 0, []
        elif pieces or text.strip():
            before = text[: len(text) - len(text.lstrip())]
            line = line or where + before.count("\n")
            if text.strip():
                last = where + text.rstrip().count("\n")
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
                if child.name in BREAKS:
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


def _own_rows(table: Node) -> Iterator[Node]:
    """Yield the rows of a table, without those of tables in its cells."""
    waiting = list(reversed(table.children or ()))
    while waiting:
        node = waiting.pop()
        if node.name == "tr":
            yield node
        elif node.name != "table":
            waiting.extend(reversed(node.children or ()))


def grid_of(table: Node, first_line: int) -> list[TableRow] | None:
    """Lay the cells out as a browser does, with those that reach down from rows above.

    Returns:
        the rows; None where there would be more cells than anybody can read.
    """
    grid: list[TableRow] = []
    spans = _Spans()
    group: Node | None = None
    above = ""
    count = 0
    for tr in _own_rows(table):
        if tr.parent is not group:
            group, spans, above = tr.parent, _Spans(), fault_around(tr.parent)
        cells = spans.next_row()
        nodes = [child for child in tr.children or () if child.name in {"td", "th"}]
        is_wide, column = False, 0
        around = above or (f"stands in a hidden <{tr.name}>" if is_hidden(tr) else "")
        for node in nodes:
            while column in cells:
                column += 1
            cell, height, width = _laid(node, first_line, around)
            is_wide = is_wide or width > 1
            count += width
            if count > MOST_CELLS:
                return None
            for offset in range(width):
                part = Cell("", cell.line) if offset else cell
                cells[column + offset] = part
                spans.fall(column + offset, part, height)
        count += len(cells)
        if count > MOST_CELLS:
            return None
        if nodes:
            # A cell that spans columns is a title between rows, as one made of headings is.
            heading = is_wide or all(node.name == "th" for node in nodes)
            row = tuple(cells.get(index, Cell("", 0)) for index in range(max(cells) + 1))
            line = first_line + (tr.origin_line or 1) - 1
            grid.append(TableRow(row, line, heading, is_wide))
    return grid


def _laid(node: Node, first_line: int, around: str) -> tuple[Cell, int, int]:
    """Return a cell with the numbers of rows and columns that it takes."""
    around = around or (f"stands in a hidden <{node.name}>" if is_hidden(node) else "")
    cell = cell_of(node, first_line, around)
    height, width = _span(node, "row"), _span(node, "col")
    if height and width:
        return cell, height, width
    fault = "has a rowspan or colspan that is no number from 1 to 9999"
    return Cell(cell.text, cell.line, fault, cell.last), 1, 1


def _span(node: Node, direction: str) -> int:
    """Return the number of rows or columns that a cell takes; 0 where it names none."""
    value = (node.attrs or {}).get(f"{direction}span") or "1"
    if value == "1":
        return 1
    return int(value) if re.fullmatch(r"[1-9][0-9]{0,3}", value, re.ASCII) else 0
