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
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.readers.rst_markup import TooMuchError, parse
from macros.readers.rst_table import Grid, line_of, span_of
from macros.readers.table import rows
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.cells import TableRow
    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document, Line, Row
    from macros.sources.reader_options import RstOptions

# docutils takes some ten seconds for so many.
LONGEST = 500_000  # characters
MOST_LINES = 30_000

_NOT_SHOWN = (nodes.substitution_definition, nodes.target, nodes.pending, nodes.transition)
# Lines, white space folded, without text that a page shows: underlines, borders, directives and
# their options, what links lead to.
_BARE_MARKS = re.compile(r"[^\w]*$|\.\.( |$)|:[^:]+:( |$)|__ ")
_UNKNOWN = "Unknown directive type"


def read(document: Document, ledger: Ledger[RstOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of the document's tables, in order."""
    lines = document.text.split("\n")
    if _is_long(document.text):
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

    def read(self, parent: nodes.Element, examples: prose.Examples) -> Iterator[Row | Problem]:
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
                self._ledger.mark(Account.MARKUP, *span_of(node, self._line, self._lines))
            elif isinstance(node, nodes.TextElement):
                yield from self._text(node, examples)
            elif isinstance(node, nodes.Element):
                yield from self.read(node, examples)

    def _text(self, node: nodes.TextElement, examples: prose.Examples) -> Iterator[Row | Problem]:
        if isinstance(node, nodes.title | nodes.subtitle | nodes.rubric):
            yield from self._heading(node)
        elif isinstance(node, nodes.literal_block | nodes.doctest_block):
            examples.append(self._numbered(node))
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

    def _numbered(self, node: nodes.Element) -> list[Line]:
        """Return the lines of a node with their numbers in the document."""
        texts = node.astext().split("\n")
        return prose.numbered(texts, line_of(texts, self._line, self._lines))

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
        above: str | None = None
        for part in table.children:
            if isinstance(part, nodes.title):
                above = one_line(part.astext())
                yield from self._heading(part)
        yield from rows(Grid(self._lines, self._line).rows(table), self._ledger, above=above)


def grids(document: Document) -> Iterator[list[TableRow]]:
    """Yield all tables of a document, whatever is in them; none where it cannot be read."""
    lines = document.text.split("\n")
    if _is_long(document.text):
        return
    try:
        tree = parse(document.text)
    except Exception:  # noqa: BLE001 - docutils raises whatever it meets
        return
    for table in tree.findall(nodes.table):
        yield Grid(lines, int(getattr(table, "line", None) or 1)).rows(table)


def _is_long(text: str) -> bool:
    return len(text) > LONGEST or text.count("\n") >= MOST_LINES
