"""Reader for Markdown pages with a bullet for each code: "- `4001`: message".

Lines "4001 :: message" and definitions below a code, ": message", are read, too. Of a list in which
one item begins with a code all must, but for those that are declared or have such a list below
them. What stands below an item says more about its code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers import blocks, prose
from macros.readers.entries import Entry, Head, Shape, take_in
from macros.readers.ledger import leftover, shown
from macros.readers.printed import is_code
from macros.readers.rows import Row
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.blocks import Block
    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document
    from macros.sources.reader_options import BulletsOptions


def read(document: Document, ledger: Ledger[BulletsOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each item that begins with a code."""
    text, problems = prose.front_matter(document.text, ledger)
    yield from problems
    page = _Page(ledger, list(blocks.of_markdown(text)))
    codes: set[str] = set()
    for result in page.read():
        if isinstance(result, Row):
            codes.add(result.code)
        yield result
    yield from prose.examples(ledger, page.examples, codes)


class _Page:
    """A page on its way through the reader.

    Args:
        ledger: accounts for what is no entry.
        page: its blocks.
    """

    def __init__(self, ledger: Ledger[BulletsOptions], page: Sequence[Block]) -> None:
        self._ledger = ledger
        self._shape = Shape(ledger.options)
        self._page = page
        self._heads = {block.line: self._head(block) for block in page if block.kind == "item"}
        self._code_lists = {
            block.lists[-1] for block in page if block.lists and self._heads.get(block.line)
        }
        self._groups = set(self._titles())
        self._entry: Entry | None = None
        self.examples: list[prose.Line] = []

    def read(self) -> Iterator[Row | Problem]:
        """Yield the rows and problems of all blocks."""
        for block in self._page:
            # An entry has the depth of its list; what follows outside of that is no part of it.
            if self._entry and len(block.lists) < self._entry.level:
                yield from self._close()
            if block.kind == "example":
                self.examples += block.numbered
            elif block.kind == "item":
                yield from self._item(block)
            elif self._entry and block.kind == "paragraph":
                yield from take_in(self._entry, block, self._shape, self._ledger)
            elif block.kind == "paragraph" and not block.lists:
                yield from self._definitions(block)
            elif block.kind == "heading":
                yield from self._heading(block)
            else:
                yield from prose.unread(self._ledger, block.numbered)
        yield from self._close()

    def _head(self, block: Block) -> Head | None:
        text = one_line(block.lines[0])
        if self._ledger.is_heading(text) or self._ledger.ignores(text):
            return None
        return self._shape.head(block.shown().text)

    def _item(self, block: Block) -> Iterator[Row | Problem]:
        head, depth = self._heads[block.line], len(block.lists)
        written = one_line(block.lines[0])
        if head:
            yield from self._close()
            cell = block.shown()
            if fault := cell.fault or self._shape.fault(head):
                what = f'"{shown(one_line(cell.text))}": {fault}.'
                do = "Mend the reader's options in provider.yml, or ignore the line."
                yield Problem(self._ledger.file, block.line, what, do)
            else:
                self._entry = Entry(head.code, block.line, "", depth)
                yield from self._begin(self._entry, block)
        elif self._entry and depth > self._entry.level and block.lists[-1] not in self._code_lists:
            yield from take_in(self._entry, block, self._shape, self._ledger)
        else:
            yield from self._close()
            is_title = block.line in self._groups
            known = self._ledger.is_heading(written) or self._ledger.ignores(written)
            if not known and self._holds_code(block):
                yield leftover(self._ledger.file, block.line, written)
            elif not known and block.lists[-1] in self._code_lists and not is_title:
                what = f'"{shown(written)}" does not begin with a code as others of its list do.'
                do = "Mend `pattern` or `before`, or add a pattern for it to `headings`."
                yield Problem(self._ledger.file, block.line, what, do)
            elif not known and not is_title:
                yield from prose.unread(self._ledger, block.numbered)

    def _begin(self, entry: Entry, block: Block) -> Iterator[Problem]:
        """Take in an item's own lines: the message, and what has a label behind it."""
        yield from take_in(entry, block, self._shape, self._ledger)
        first = self._shape.head("\n".join(entry.texts[:1]))
        entry.title, entry.texts = first.title if first else "", entry.texts[1:]

    def _holds_code(self, block: Block) -> bool:
        return any(prose.holds_any_code(line, self._ledger) for line in block.lines)

    def _titles(self) -> Iterator[int]:
        """Yield the lines of items that have a list with codes below them, at any depth."""
        open_: list[int] = []
        for block in self._page:
            if block.kind == "item":
                depth = len(block.lists)
                if self._heads[block.line]:
                    yield from open_[: depth - 1]
                open_[depth - 1 :] = [block.line]

    def _heading(self, block: Block) -> Iterator[Problem]:
        texts = {one_line(line) for line in block.lines} | {one_line(block.shown().text)}
        if any(prose.holds_any_code(text, self._ledger) for text in texts):
            for number, line in block.numbered:
                if not self._ledger.ignores(one_line(line)):
                    yield leftover(self._ledger.file, number, one_line(line))

    def _definitions(self, block: Block) -> Iterator[Row | Problem]:
        """Read a paragraph of lines "4001 :: message", or of a code above ": message" lines."""
        options, file = self._ledger.options, self._ledger.file
        found: list[Entry] = []
        left: list[tuple[int, str]] = []
        for index, (number, line) in enumerate(block.numbered):
            text = block.shown(index, index + 1).text
            code, sign, message = text.partition("::")
            below = text.startswith(": ") and bool(found) and not left
            if below:
                found[-1].add("", text[2:].strip())
            elif sign and is_code(code.strip(), options.pattern) and message.strip():
                found.append(Entry(code.strip(), number, message.strip()))
            elif is_code(text.strip(), options.pattern):
                found.append(Entry(text.strip(), number, ""))
            elif not self._ledger.ignores(one_line(line)):
                left.append((number, line))
        if not found:
            yield from prose.unread(self._ledger, left)
            return
        for number, line in left:
            yield leftover(file, number, one_line(line))
        for entry in found:
            yield entry.row(self._ledger, "")

    def _close(self) -> Iterator[Row | Problem]:
        if self._entry:
            yield self._entry.row(self._ledger, "")
        self._entry = None
