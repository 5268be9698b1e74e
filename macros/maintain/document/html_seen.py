"""The texts of codes that are marked up, as elements: a document -> cells, items, headings.

What a text alone does not tell: badges, links and attributes within it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from justhtml.dom import Node

from macros.maintain.document import reading
from macros.readers import html_blocks, html_table, markdown
from macros.readers.advice import shown
from macros.readers.html_cells import text_of
from macros.readers.printed import codes_in_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FORMATS = frozenset({"html_table", "markdown"})
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_BEFORE = 60  # signs, of what stands before a message: its code, and words before that


class SeenCell(NamedTuple):
    """A cell of a row of a table, and the line on which that begins."""

    node: Node
    line: int
    text: str
    kind: str
    """Whether it has a "message" or a "code", is "empty" where a message is missing, or "other"."""
    refused: bool
    """Whether its row cannot be read."""
    begins: int = 0
    """How many signs stand before the message, spaces apart."""


def cells(document: Document, result: Reading) -> Iterator[SeenCell]:
    """Yield the cells of a document in HTML tables."""
    yield from _cells(result, _trees(document, result.options["format"]))


def texts(document: Document, result: Reading) -> Iterator[SeenCell]:
    """Yield all that can have elements in it: cells, also of pipe tables, items and headings."""
    format_ = result.options["format"]
    yield from cells(document, result)
    if format_ == "markdown":
        yield from _cells(result, _piped(document))
    elif str(result.options.get("markup", "")).startswith("html"):
        yield from _of_page(document, result)


def _of_page(document: Document, result: Reading) -> Iterator[SeenCell]:
    """Yield the texts of a page in HTML that have messages, behind their codes or without."""
    messages = {"".join(row.message.split()) for row in result.rows}
    for node in html_blocks.texts(_tree(document.text)):
        own = _own(node)
        said = "".join(text_of(own).split())
        begins = next((n for n in range(min(len(said), _BEFORE)) if said[n:] in messages), None)
        if begins is not None:
            line = node.origin_line or 1
            yield SeenCell(own, line, text_of(own), "message", refused=False, begins=begins)


def _own(node: Node) -> Node:
    """Return a node without the lists and paragraphs that stand in it below its own text."""
    own = Node(node.name, node.attrs)
    own.children = list(
        takewhile(lambda one: one.name not in html_table.BREAKS, node.children or ())
    )
    return own


def _cells(result: Reading, trees: Iterable[tuple[Node, int]]) -> Iterator[SeenCell]:
    # What stands in blocks of its own has a line of its own in a message, and no space in the cell.
    messages = {"".join(row.message.split()) for row in result.rows}
    codes = {row.code for row in result.rows}
    patterns = reading.code_patterns(result.options)
    without = {one.line for one in result.problems if "has no message" in one.what}
    # A cell of a pipe table that cannot be read is quoted with the tags in it.
    refused = {_TAG.sub("", one.what.partition('" ')[0]) for one in result.problems}
    for root, first in trees:
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
    return tuple(_parsed(pieces))


@lru_cache(maxsize=1)
def _piped(document: Document) -> tuple[tuple[Node, int], ...]:
    """Return the cells of pipe tables as trees, each with its first line."""
    return tuple(_parsed(markdown.cells_as_html(document)))


def _parsed(pieces: Iterable[tuple[str, int]]) -> Iterator[tuple[Node, int]]:
    """Yield pieces of HTML as trees, but for those in which text is lost."""
    for text, first in pieces:
        root, lost = html_table.parse(text, first)
        if not lost:
            yield root, first


@lru_cache(maxsize=1)
def _tree(text: str) -> Node:
    """Return a page in HTML as a tree."""
    return html_table.parse(text, 1)[0]
