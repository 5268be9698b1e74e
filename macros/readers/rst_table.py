"""Tables in reStructuredText, as docutils has them -> cells.

docutils knows on which line a paragraph begins, or nearly so; the words of it tell the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from macros.readers.cells import Cell, TableRow
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


class Grid:
    """What lays out the cells of tables.

    Args:
        lines: the lines of the document.
        near: the line of what stands above the table.
    """

    def __init__(self, lines: Sequence[str], near: int) -> None:
        self._lines = lines
        self._line = near

    def rows(self, table: nodes.table) -> list[TableRow]:
        """Return the rows of a table; a cell that reaches down stands in each of its rows."""
        reaching: dict[int, tuple[Cell, int]] = {}
        grid: list[TableRow] = []
        for part in table.children:
            for group in part.children:
                if isinstance(group, nodes.thead | nodes.tbody):
                    reaching.clear()
                    grid += [self._row(row, reaching) for row in group.children]  # type: ignore[arg-type]
        return grid

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
                first, end = span_of(node, self._line, self._lines)
                line, last = line or first, max(last, end)
        if texts:
            line = self._line = line_of(texts[:1], line or self._line, self._lines)
        bold = all(isinstance(node.parent, nodes.strong) for node in entry.findall(nodes.Text))
        return Cell("\n".join(texts), line, fault, max(line, last), bold)


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


def line_of(texts: Sequence[str], near: int, lines: Sequence[str]) -> int:
    """Return the line on which texts begin; docutils may name their end, or a title's underline."""
    begin = [" ".join(text.split()[:1]) for text in texts[:3]]
    for first in (near, near - 1, near + 1, *range(near - 2, near - len(texts) - 2, -1)):
        there = lines[max(first - 1, 0) : max(first - 1, 0) + len(begin)]
        same = (word in line for word, line in zip(begin, there, strict=False))
        if first > 0 and len(there) == len(begin) and all(same):
            return int(first)
    return near


def span_of(node: nodes.Element, near: int, lines: Sequence[str]) -> tuple[int, int]:
    """Return the first and the last line of a node, as it is written; `near` where none is told."""
    near = int(getattr(node, "line", None) or near)
    texts = (node.rawsource or node.astext()).rstrip("\n").split("\n")
    first = line_of(texts, near, lines)
    return first, first + len(texts) - 1
