"""The cells of the rows of codes in HTML tables, as elements: a document -> cells.

What a text alone does not tell: badges, links and attributes within a cell.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import reading
from macros.readers import html_table, markdown
from macros.readers.html_cells import text_of
from macros.readers.ledger import shown
from macros.readers.printed import codes_in_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from justhtml.dom import Node

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FORMATS = frozenset({"html_table", "markdown"})


class SeenCell(NamedTuple):
    """A cell of a row of a table, and the line on which that begins."""

    node: Node
    line: int
    text: str
    kind: str
    """Whether it has a "message" or a "code", is "empty" where a message is missing, or "other"."""
    refused: bool
    """Whether its row cannot be read."""


def cells(document: Document, result: Reading) -> Iterator[SeenCell]:
    """Yield the cells of a document in HTML tables."""
    # What stands in blocks of its own has a line of its own in a message, and no space in the cell.
    messages = {"".join(row.message.split()) for row in result.rows}
    codes = {row.code for row in result.rows}
    patterns = reading.code_patterns(result.options)
    without = {one.line for one in result.problems if "has no message" in one.what}
    refused = {one.what.partition('" ')[0] for one in result.problems}
    for root, first in _trees(document, result.options["format"]):
        for tr in root.query("tr"):
            line = first + (tr.origin_line or 1) - 1
            row = [(node, text_of(node)) for node in tr.children or () if node.name == "td"]
            texts = [said for _, said in row]
            quoted = {f'"{shown(one)}' for one in (*filter(None, texts), " | ".join(texts))}
            is_refused = not refused.isdisjoint(quoted)
            for node, said in row:
                is_code = said in codes or any(codes_in_cell(said, one) for one in patterns)
                kind = "code" if is_code else "other"
                if not is_code and ("".join(said.split()) in messages or (said and is_refused)):
                    kind = "message"
                kind = "empty" if not said and line in without else kind
                yield SeenCell(node, line, said, kind, is_refused)


@lru_cache(maxsize=1)  # several ask
def _trees(document: Document, format_: str) -> tuple[tuple[Node, int], ...]:
    """Return the HTML of a document as trees, each with its first line."""
    if format_ not in _FORMATS or "<td" not in document.text.lower():
        return ()
    whole = format_ == "html_table"
    pieces = [(document.text, 1)] if whole else markdown.pieces_of_html(document)
    trees = ((html_table.parse(text, first), first) for text, first in pieces)
    return tuple((root, first) for (root, lost), first in trees if not lost)
