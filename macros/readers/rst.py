"""Reader for reStructuredText: grid and simple tables, list-table and csv-table.

docutils reads the page, without files of elsewhere and without anything raw. All else on the page
is a heading or prose. Refuses what docutils complains of where text would be lost, and comments
that hold a code: a directive with one colon is a comment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from macros.errors import Problem
from macros.readers import prose
from macros.readers.ledger import Account, shown
from macros.readers.rst_markup import TooMuchError, parse
from macros.readers.table import Cell, TableRow, rows
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document, Row
    from macros.sources.reader_options import RstOptions

# docutils takes some ten seconds for so many.
LONGEST = 500_000  # characters
MOST_LINES = 30_000

_IN_CELLS = (
    nodes.paragraph,
    nodes.bullet_list,
    nodes.enumerated_list,
    nodes.list_item,
    nodes.line_block,
    nodes.line,
    nodes.block_quote,
    nodes.definition_list,
    nodes.definition_list_item,
    nodes.term,
    nodes.definition,
    nodes.emphasis,
    nodes.strong,
    nodes.literal,
    nodes.inline,
    nodes.reference,
    nodes.target,
    nodes.title_reference,
    nodes.abbreviation,
    nodes.acronym,
    nodes.generated,
)
_NOT_SHOWN = (nodes.substitution_definition, nodes.target, nodes.pending, nodes.transition)
# Lines, white space folded, without text that a page shows: underlines, borders, directives and
# their options, what links lead to.
_BARE_MARKS = re.compile(r"[^\w]*$|\.\.( |$)|:[^:]+:( |$)|__ ")
_UNKNOWN = "Unknown directive type"


def read(document: Document, ledger: Ledger[RstOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of the document's tables, in order."""
    lines = document.text.split("\n")
    if len(document.text) > LONGEST or len(lines) > MOST_LINES:
        what = (
            f"this document is too long: {LONGEST} characters and {MOST_LINES} lines can be read."
        )
        ledger.fill(Account.REFUSED, document.text)
        yield Problem(document.file, 0, what, "Take a smaller part of the page.")
        return
    try:
        tree = parse(document.text)
    except TooMuchError as error:
        ledger.fill(Account.REFUSED, document.text)
        do = "Look for marks that are never closed, or take a smaller part of the page."
        yield Problem(document.file, error.line, f"{error}.", do)
        return
    except Exception as error:  # noqa: BLE001 - docutils raises whatever it meets
        ledger.fill(Account.REFUSED, document.text)
        what = f"docutils cannot read this: {one_line(str(error)) or type(error).__name__}."
        yield Problem(document.file, 0, what, "Look for what is nested too deep in the document.")
        return
    page = _Page(lines, ledger)
    yield from prose.with_examples(ledger, lambda examples: page.read(tree, examples))
    yield from page.rest()


class _Page:
    """A page on its way through the reader.

    Args:
        lines: its lines.
        ledger: accounts for them.
    """

    def __init__(self, lines: Sequence[str], ledger: Ledger[RstOptions]) -> None:
        self._lines = lines
        self._ledger = ledger
        self._line = 1

    def read(self, parent: nodes.Element, examples: list[prose.Line]) -> Iterator[Row | Problem]:
        """Yield the rows and problems of a part of the page; collect the lines of examples."""
        for node in parent.children:
            self._line = int(getattr(node, "line", None) or self._line)
            if isinstance(node, nodes.table):
                yield from self._table(node)
            elif isinstance(node, nodes.system_message):
                yield from self._not_taken_in(node)
            elif isinstance(node, nodes.comment):
                yield from self._comment(node)
            elif isinstance(node, _NOT_SHOWN):
                self._ledger.mark(Account.MARKUP, *self._span(node))
            elif isinstance(node, nodes.TextElement):
                yield from self._text(node, examples)
            elif isinstance(node, nodes.Element):
                yield from self.read(node, examples)

    def _text(self, node: nodes.TextElement, examples: list[prose.Line]) -> Iterator[Row | Problem]:
        if isinstance(node, nodes.title | nodes.subtitle | nodes.rubric):
            yield from self._heading(node)
        elif isinstance(node, nodes.literal_block | nodes.doctest_block):
            examples += self._numbered(node)
        else:
            for line in self._numbered(node):
                yield from prose.outside(line, self._ledger)

    def rest(self) -> Iterator[Row | Problem]:
        """Yield what the lines are that docutils has made nothing of: marks alone, or text."""
        for line in prose.numbered(self._lines, 1):
            if line.line in self._ledger.accounts:
                continue
            if _BARE_MARKS.match(line.text):
                self._ledger.mark(Account.MARKUP, line.line)
            else:
                yield from prose.outside(line, self._ledger)

    def _numbered(self, node: nodes.Element) -> list[prose.Line]:
        """Return the lines of a node with their numbers in the document."""
        texts = node.astext().split("\n")
        return prose.numbered(texts, _line_of(texts, self._line, self._lines))

    def _span(self, node: nodes.Element) -> tuple[int, int]:
        """Return the first and the last line of a node, as it is written."""
        near = int(getattr(node, "line", None) or self._line)
        texts = (node.rawsource or node.astext()).rstrip("\n").split("\n")
        first = _line_of(texts, near, self._lines)
        return first, first + len(texts) - 1

    def _heading(self, node: nodes.Element) -> Iterator[Row | Problem]:
        if isinstance(node.parent, nodes.section | nodes.document) or isinstance(
            node, nodes.rubric
        ):
            self._ledger.above = one_line(node.astext())
        for line in self._numbered(node):
            if prose.holds_any_code(line.text, self._ledger):
                yield from prose.outside(line, self._ledger, skip=False)
            else:
                self._ledger.mark(Account.HEADING, line.line)

    def _comment(self, node: nodes.comment) -> Iterator[Row | Problem]:
        for line in self._numbered(node):
            if prose.holds_any_code(line.text, self._ledger):
                yield from prose.outside(line, self._ledger, skip=False)
            else:
                self._ledger.mark(Account.SKIPPED, line.line)

    def _not_taken_in(self, message: nodes.system_message) -> Iterator[Row | Problem]:
        """Account for text that docutils has not taken in, if there is any."""
        told = message.children[0].astext() if message.children else ""
        for node in message.children[1:]:
            if not isinstance(node, nodes.literal_block):
                continue
            self._line = int(message.get("line") or self._line)
            lines = self._numbered(node)
            if told.startswith(_UNKNOWN) and "include" not in told:
                for line in lines:
                    yield from prose.outside(line, self._ledger)
            elif not all(self._ledger.ignores(line.text, line.line) for line in lines):
                for line in lines:
                    self._ledger.mark(Account.REFUSED, line.line)
                what = f'"{shown(lines[0].text)}": {one_line(told).rstrip(".")}.'
                do = "Look at the provider's page; this reader cannot read the document as it is."
                yield Problem(self._ledger.file, lines[0].line, what, do)

    def _table(self, table: nodes.table) -> Iterator[Row | Problem]:
        reaching: dict[int, tuple[Cell, int]] = {}
        grid: list[TableRow] = []
        above: str | None = None
        for part in table.children:
            if isinstance(part, nodes.title):
                above = one_line(part.astext())
                yield from self._heading(part)
            for group in part.children:
                if isinstance(group, nodes.thead | nodes.tbody):
                    reaching.clear()
                    grid += [self._row(row, reaching) for row in group.children]  # type: ignore[arg-type]
        yield from rows(grid, self._ledger, above=above)

    def _row(self, row: nodes.row, reaching: dict[int, tuple[Cell, int]]) -> TableRow:
        """Return a row with the cells that reach down into it from above."""
        cells = {column: cell for column, (cell, left) in reaching.items() if left}
        for column, cell in cells.items():
            reaching[column] = cell, reaching[column][1] - 1
        column, spans = 0, False
        for entry in row.children:
            while column in cells:
                column += 1
            cell = self._cell(entry)  # type: ignore[arg-type]
            width = 1 + int(entry.get("morecols", 0))  # type: ignore[attr-defined]
            spans = spans or width > 1
            for offset in range(width):
                cells[column + offset] = Cell("", cell.line) if offset else cell
                reaching[column + offset] = (
                    cells[column + offset],
                    int(entry.get("morerows", 0)),  # type: ignore[attr-defined]
                )
            column += width
        texts = tuple(cells[index] for index in sorted(cells))
        line = min((cell.line for cell in texts if cell.line), default=self._line)
        heading = spans or isinstance(row.parent, nodes.thead)
        return TableRow(texts, line, heading, spans)

    def _cell(self, entry: nodes.Element) -> Cell:
        fault = next((fault for node in _within(entry) if (fault := _fault(node))), "")
        texts = [text for text in _texts(entry) if text]
        line = last = 0
        for node in _within(entry):
            if isinstance(node, nodes.TextElement) and getattr(node, "line", None):
                first, end = self._span(node)
                line, last = line or first, max(last, end)
        if texts:
            line = self._line = _line_of(texts[:1], line or self._line, self._lines)
        return Cell("\n".join(texts), line, fault, max(line, last))


def _within(entry: nodes.Element) -> Iterator[nodes.Element]:
    """Yield all that stands in a cell."""
    yield from (node for node in entry.findall(nodes.Element) if node is not entry)


def _fault(node: nodes.Element) -> str:
    """Say why the characters of a part of a cell are not what the page shows, if they are not."""
    if isinstance(node, nodes.problematic | nodes.system_message):
        return "has markup that cannot be read"
    if isinstance(node, nodes.footnote_reference | nodes.citation_reference | nodes.superscript):
        return "has a footnote mark"
    if isinstance(node, nodes.enumerated_list) and node.get("enumtype") != "arabic":
        return "has a list with letters or Roman numbers"
    if not isinstance(node, _IN_CELLS) and not (
        isinstance(node, nodes.comment) and not node.astext()
    ):
        return f"has a {node.tagname}, which text alone cannot show"
    return ""


def _texts(node: nodes.Element) -> Iterator[str]:
    """Yield the lines that a page shows for a cell, white space folded."""
    number = int(node.get("start", 1)) if isinstance(node, nodes.enumerated_list) else 0
    for child in node.children:
        if isinstance(child, nodes.system_message):
            continue
        if isinstance(child, nodes.TextElement):
            yield one_line(child.astext())
        elif isinstance(child, nodes.Element) and number:
            first, *others = [*_texts(child), ""]
            yield f"{node.get('prefix', '')}{number}{node.get('suffix', '.')} {first}"
            yield from others
            number += 1
        elif isinstance(child, nodes.Element):
            yield from _texts(child)


def _line_of(texts: Sequence[str], near: int, lines: Sequence[str]) -> int:
    """Return the line on which texts begin; docutils may name their end, or a title's underline."""
    begin = [" ".join(text.split()[:1]) for text in texts[:3]]
    for first in (near, near - 1, near + 1, *range(near - 2, near - len(texts) - 2, -1)):
        there = lines[max(first - 1, 0) : max(first - 1, 0) + len(begin)]
        same = (word in line for word, line in zip(begin, there, strict=False))
        if first > 0 and len(there) == len(begin) and all(same):
            return int(first)
    return near
