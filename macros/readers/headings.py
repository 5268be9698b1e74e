"""Reader for pages with a heading for each code: Markdown, or text without markup.

Headings of the level on which codes stand must have one, or be declared; deeper ones are labels of
what stands below them. Refuses a code in any other heading, and a paragraph that begins as an entry
of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers import blocks, prose
from macros.readers.entries import Entry, Head, Shape, holds_code, take_in
from macros.readers.ledger import shown
from macros.readers.rows import Row
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.blocks import Block
    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document
    from macros.sources.reader_options import HeadingsOptions

# `{#busy}` behind a heading names its anchor, where the page's own renderer knows it.
_ANCHOR = re.compile(r"\s*\{[#.:][^{}]*\}\s*$")


def read(document: Document, ledger: Ledger[HeadingsOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each heading that begins with a code."""
    text, problems = prose.front_matter(document.text, ledger)
    yield from problems
    page = _Page(ledger)
    codes: set[str] = set()
    if ledger.options.markup == "plain":
        results = page.read([part for block in blocks.of_text(text) for part in page.split(block)])
    else:
        results = page.read(list(blocks.of_markdown(text)))
    for result in results:
        if isinstance(result, Row):
            codes.add(result.code)
        yield result
    yield from prose.examples(ledger, page.examples, codes)


class _Page:
    """A page on its way through the reader.

    Args:
        ledger: accounts for what is no entry.
    """

    def __init__(self, ledger: Ledger[HeadingsOptions]) -> None:
        self._ledger = ledger
        self._shape = Shape(ledger.options)
        self._entry: Entry | None = None
        self.examples: list[prose.Line] = []

    def split(self, block: Block) -> Iterator[Block]:
        """Cut a heading off a block of plain text: a first line with a code, a sign behind it."""
        head = self._shape.head(block.shown(0, 1).text)
        declared = self._ledger.is_heading(one_line(block.lines[0]))
        if not declared and not (head and head.is_apart):
            yield block
            return
        yield blocks.Block("heading", block.line, block.lines[:1], block.sources[:1], 1)
        if block.lines[1:]:
            line = block.line + 1
            yield blocks.Block("paragraph", line, block.lines[1:], block.sources[1:])

    def read(self, page: Sequence[Block]) -> Iterator[Row | Problem]:
        """Yield the rows and problems of all blocks."""
        heads = {block.line: self._head(block) for block in page if block.kind == "heading"}
        levels = {block.level for block in page if heads.get(block.line)}
        for block in page:
            if block.kind == "heading":
                yield from self._heading(block, heads[block.line], levels)
            elif block.kind == "example":
                self.examples += block.numbered
            elif self._entry and block.kind in {"paragraph", "item"}:
                yield from take_in(self._entry, block, self._shape, self._ledger)
            else:
                yield from prose.unread(self._ledger, block.numbered)
        yield from self._close()

    def _head(self, block: Block) -> Head | None:
        text = _bare(block.shown().text)
        return None if self._ledger.is_heading(text) else self._shape.head(text)

    def _heading(
        self, block: Block, head: Head | None, levels: set[int]
    ) -> Iterator[Row | Problem]:
        cell = block.shown()
        text = _bare(cell.text)
        written = one_line(block.lines[0])
        if self._ledger.ignores(written):
            yield from self._close()
        elif head:
            yield from self._close()
            if fault := cell.fault or self._shape.fault(head):
                what = f'"{shown(text)}": {fault}.'
                do = "Mend the reader's options in provider.yml, or ignore the line."
                yield Problem(self._ledger.file, block.line, what, do)
            else:
                self._entry = Entry(head.code, block.line, one_line(head.title), block.level)
        elif self._ledger.is_heading(text):
            yield from self._close()
        elif block.level in levels or holds_code(f"{text} {_bare(written)}", self._ledger):
            yield from self._close()
            what = f'the heading "{shown(text)}" does not begin with a code as others here do.'
            do = "Mend `pattern` or `before`, or add a pattern for it to `headings`."
            yield Problem(self._ledger.file, block.line, what, do)
        elif self._entry and block.level > self._entry.level:
            self._entry.add(text, "")
        else:
            yield from self._close()

    def _close(self) -> Iterator[Row | Problem]:
        if self._entry:
            yield self._entry.row(self._ledger, self._ledger.options.message)
        self._entry = None


def _bare(text: str) -> str:
    """Return a heading's text in one line, without the name of its anchor."""
    return one_line(_ANCHOR.sub("", text))
