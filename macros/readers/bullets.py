"""Reader for Markdown or HTML pages with a bullet for each code: "- `4001`: message".

Lines "4001 :: message" and definitions below a code, ": message", are read, too. Of a list in which
one item begins with a code all must, but for those that are declared or have such a list below
them. What stands below an item says more about its code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemKind, advised
from macros.readers import blocks, html_blocks, nested, nested_html, prose
from macros.readers.advice import if_heading, shown
from macros.readers.definitions import Terms
from macros.readers.doubts import Doubts
from macros.readers.entries import Entry, begun, outside, repeated, take_in
from macros.readers.heads import Head, Shape, advice
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.blocks import Block, Key
    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document, Row
    from macros.sources.reader_options import BulletsOptions


# A link within the page, in Markdown.
_PLACE = re.compile(r"\]\(#[^)\s]*\)")


def read(document: Document, ledger: Ledger[BulletsOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each item that begins with a code."""
    if ledger.options.markup == "html":
        yield from _in_html(document, ledger)
        return
    text, results = prose.front_matter(document.text, ledger)
    yield from results
    page = _Page(ledger, list(blocks.of_markdown(text)))
    yield from prose.with_examples(ledger, page.read)


def _in_html(document: Document, ledger: Ledger[BulletsOptions]) -> Iterator[Row | Problem]:
    begins = Shape(ledger.options).begins
    parts = html_blocks.of_html(document.text, document.file, begins, ledger)
    if isinstance(parts, Problem):
        ledger.fill(Account.REFUSED, document.text)
        yield parts
        return
    ledger.fill(Account.MARKUP, document.text)
    yield from prose.with_examples(ledger, _Page(ledger, parts).read)


class _Page:
    """A page on its way through the reader.

    Args:
        ledger: accounts for what is no entry.
        page: its blocks.
    """

    def __init__(self, ledger: Ledger[BulletsOptions], page: Sequence[Block]) -> None:
        self._ledger = ledger
        self._shape = Shape(ledger.options)
        self._doubts = Doubts(ledger)
        self._page = page
        self._heads = {block.key: self._head(block) for block in page if block.kind == "item"}
        self._code_lists = {
            block.lists[-1] for block in page if block.lists and self._heads.get(block.key)
        }
        # The item that stands over each entry, and the texts of such items.
        self._over = dict(self._titles())
        self._groups = {
            block.key: one_line(block.shown().text)
            for block in page
            if block.key in self._over.values()
        }
        self._entry: Entry | None = None
        self._terms = Terms(ledger, self._shape, self._doubts)

    def read(self, examples: prose.Examples) -> Iterator[Row | Problem]:
        """Yield the rows and problems of all blocks; collect the lines of examples."""
        for block in self._page:
            # An entry has the depth of its list; what follows outside of that is no part of it.
            if self._entry and len(block.lists) < self._entry.level:
                yield from self._close()
            if self._terms.takes(block):
                yield from self._terms.further(block)
            else:
                yield from self._terms.close()
                yield from self._block(block, examples)
        yield from self._close()
        yield from self._terms.close()
        yield from self._doubts.problems()

    def _block(self, block: Block, examples: prose.Examples) -> Iterator[Row | Problem]:
        """Yield the rows and problems of a block that belongs to no term."""
        if block.kind == "example":
            examples.append(block.numbered)
        elif block.kind == "markup":
            self._ledger.mark(Account.MARKUP, block.line, block.last)
        elif block.kind == "item":
            yield from self._item(block, examples)
        elif self._entry and nested.is_drawn(block):
            yield from nested.drawn(self._entry, block, self._ledger)
        elif self._entry and block.kind == "paragraph":
            yield from take_in(self._entry, block, self._shape, self._ledger)
        elif block.kind == "paragraph" and not block.lists:
            yield from self._terms.read(block)
        elif block.kind == "heading":
            yield from self._heading(block)
        elif self._entry and nested_html.is_in_table(block):
            yield from nested_html.read(self._entry, block, self._shape, self._ledger)
        elif not (self._entry and nested.take_in(self._entry, block, self._ledger)):
            yield from outside(block, self._shape, self._ledger)

    def _head(self, block: Block) -> Head | None:
        """Return the code that an item begins with, unless provider.yml says what the item is."""
        text, ledger = one_line(block.lines[0]), self._ledger
        if ledger.is_heading(text) or ledger.ignores(text) or ledger.quotes(text):
            return None
        return self._shape.head(block.shown().text)

    def _item(self, block: Block, examples: prose.Examples) -> Iterator[Row | Problem]:
        head, depth, ledger = self._heads[block.key], len(block.lists), self._ledger
        if lines := self._contents(block):
            yield from self._close()
            examples.repeated += lines
        elif head:
            yield from self._close()
            cell = block.shown()
            if fault := cell.fault or self._shape.fault(head):
                ledger.mark(Account.REFUSED, block.line, block.last)
                what = f'"{shown(one_line(cell.text))}": {fault}.'
                do = advice(head, one_line(block.lines[0]), cell.fault)
                yield advised(ledger.file, block.line, what, *do)
            else:
                self._entry = begun(head, block, "", depth, ledger)
                over = self._over.get(block.key)
                self._entry.section = self._groups[over] if over else ledger.above
                yield from self._begin(self._entry, block)
        elif self._entry and depth > self._entry.level and block.lists[-1] not in self._code_lists:
            yield from take_in(self._entry, block, self._shape, ledger)
        else:
            yield from self._close()
            yield from self._without_a_code(block)

    def _contents(self, block: Block) -> list[prose.Repeated]:
        """Return the lines of an item that is a code with a link to a place of this page."""
        head = self._heads[block.key]
        has_link = any(_PLACE.search(source) for source in block.sources)
        if not head or head.title or head.more or not has_link:
            return []
        return repeated(block, self._shape, self._ledger)

    def _begin(self, entry: Entry, block: Block) -> Iterator[Row | Problem]:
        """Take in an item's own lines: the message, and what has a label behind it."""
        yield from take_in(entry, block, self._shape, self._ledger)
        first = self._shape.head("\n".join(entry.texts[:1]))
        entry.title, entry.texts = first.title if first else "", entry.texts[1:]
        # What stands on the line of the code is its title, which is looked at by itself.
        entry.seen = [label for label in entry.seen if label.line > block.line]

    def _without_a_code(self, block: Block) -> Iterator[Row | Problem]:
        """Yield what an item is that begins with no code, or of which provider.yml says more."""
        ledger, written = self._ledger, one_line(block.lines[0])
        if ledger.is_heading(written) or block.key in self._groups:
            if self._holds_code(block) and not ledger.is_heading(written):
                yield from outside(block, self._shape, ledger, skip=False)
            else:
                ledger.is_heading(written, block.line)
                ledger.mark(Account.HEADING, block.line, block.last)
        elif (
            block.lists[-1] in self._code_lists
            and not self._holds_code(block)
            and not (ledger.ignores(written) or ledger.quotes(written))
        ):
            ledger.mark(Account.REFUSED, block.line, block.last)
            what = f'"{shown(written)}" does not begin with a code as others of its list do.'
            do = "If it begins with a code, mend `pattern` or `before` so that it fits;"
            kind = ProblemKind.ITEM_WITHOUT_CODE
            yield advised(
                *(ledger.file, block.line, what, do, if_heading(written)), kind=kind, text=written
            )
        else:
            yield from outside(block, self._shape, ledger)

    def _holds_code(self, block: Block) -> bool:
        return any(prose.holds_any_code(line, self._ledger) for line in block.lines)

    def _titles(self) -> Iterator[tuple[Key, Key]]:
        """Yield the key of each item with that of the nearest one it stands below, at any depth.

        Only of those that begin with a code, or have such items below them.
        """
        open_: list[Key] = []
        for block in self._page:
            if block.kind == "item":
                depth = len(block.lists)
                if self._heads[block.key]:
                    chain = [*open_[: depth - 1], block.key]
                    yield from zip(chain[1:], chain[:-1], strict=True)
                open_[depth - 1 :] = [block.key]

    def _heading(self, block: Block) -> Iterator[Row | Problem]:
        text = one_line(block.shown().text)
        if any(prose.holds_any_code(one, self._ledger) for one in (*block.lines, text)):
            yield from outside(block, self._shape, self._ledger, skip=False)
        else:
            self._ledger.mark(Account.HEADING, block.line, block.last)
            self._ledger.above = text

    def _close(self) -> Iterator[Row | Problem]:
        if self._entry:
            entry = self._entry
            rows = list(entry.rows(self._ledger, []))
            self._doubts.add(entry.title, entry.line, entry.seen, rows[-1])
            yield from rows
            yield from entry.below
        self._entry = None
