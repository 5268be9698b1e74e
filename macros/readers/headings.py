"""Reader for pages with a heading for each code: Markdown, HTML, or text without markup.

Headings of the level on which codes stand must have one, or be declared; deeper ones are labels of
what stands below them. Refuses a code in any other heading, and a paragraph that begins as an entry
of its own.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemKind, advised
from macros.readers import blocks, html_blocks, nested, nested_html, prose
from macros.readers.advice import as_pattern, by_hand_advice, if_heading, shown
from macros.readers.cut_off import Cutter
from macros.readers.doubts import Doubts
from macros.readers.entries import Entry, begun, coded, outside, repeated, take_in
from macros.readers.facts import codes_named
from macros.readers.heads import Head, Shape, advice
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.blocks import Block
    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document, Row
    from macros.sources.reader_options import HeadingsOptions

# `{#busy}` behind a heading names its anchor, where the page's own renderer knows it.
_ANCHOR = re.compile(r"\s*\{[#.:][^{}]*\}\s*$")


def read(document: Document, ledger: Ledger[HeadingsOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each heading that begins with a code."""
    if ledger.options.markup in {"html", "html_paragraphs"}:
        yield from _in_html(document, ledger)
        return
    text, results = prose.front_matter(document.text, ledger)
    yield from results
    page = _Page(ledger)
    is_plain = ledger.options.markup == "plain"
    if ledger.options.markup == "markdown":
        parts = list(blocks.of_markdown(text, page.has_code))
    else:
        parts = list(blocks.of_text(text) if is_plain else blocks.of_markdown(text))
        cutter = Cutter(ledger)
        parts = [part for block in parts for part in cutter.cut(block)]
        page.before.extend(cutter.problems())
    yield from prose.with_examples(ledger, lambda examples: page.read(parts, examples))


def _in_html(document: Document, ledger: Ledger[HeadingsOptions]) -> Iterator[Row | Problem]:
    in_paragraphs = ledger.options.markup == "html_paragraphs"
    begins = Shape(ledger.options).begins if in_paragraphs else None
    parts = html_blocks.of_html(document.text, document.file, begins, ledger)
    if isinstance(parts, Problem):
        ledger.fill(Account.REFUSED, document.text)
        yield parts
        return
    ledger.fill(Account.MARKUP, document.text)
    page = _Page(ledger)
    read = [_cut_off(part) if in_paragraphs else part for part in parts]
    yield from prose.with_examples(ledger, lambda examples: page.read(read, examples))


def _cut_off(block: Block) -> Block:
    """Return a paragraph that begins with a code as a heading; any other block as it is."""
    is_entry = block.kind == "item" and block.lists == html_blocks.NO_LIST
    return replace(block, kind="heading", level=blocks.CUT_OFF, lists=()) if is_entry else block


class _Page:
    """A page on its way through the reader.

    Args:
        ledger: accounts for what is no entry.
    """

    def __init__(self, ledger: Ledger[HeadingsOptions]) -> None:
        self._ledger = ledger
        self._shape = Shape(ledger.options)
        self._doubts = Doubts(ledger)
        self._entry: Entry | None = None
        self._above: list[Entry] = []  # codes that share the text of the one below
        self._refused = False  # whether the heading above was
        self._in_footer = False  # or the like, whether that heading is
        self.before: list[Problem] = []  # of the page as a whole

    def has_code(self, text: str, line: str) -> bool:
        """Tell whether the text of a line begins with a code, and nobody has said what it is."""
        written = one_line(line)
        known = self._ledger.quotes(written) or self._ledger.ignores(written)
        return not known and self._shape.head(bare(text)) is not None

    def read(self, page: Sequence[Block], examples: prose.Examples) -> Iterator[Row | Problem]:
        """Yield the rows and problems of all blocks; collect the lines of examples."""
        heads = {block.key: self._head(block) for block in page if block.kind == "heading"}
        levels = {block.level for block in page if heads.get(block.key)}
        for block in page:
            if self._entry and self._is_outside(self._entry, block):
                yield from self._close()
            if block.kind == "heading":
                self._in_footer = block.apart
                yield from self._heading(block, heads[block.key], levels)
            elif block.kind == "example":
                examples.append(block.numbered)
            elif block.kind == "markup":
                self._ledger.mark(Account.MARKUP, block.line, block.last)
            elif self._entry and (
                block.kind in {"paragraph", "item"} or nested_html.is_in_table(block)
            ):
                yield from self._take_in(self._entry, block)
            elif self._refused and self._is_below(block):
                self._ledger.mark(Account.REFUSED, block.line, block.last)
            elif not self._entry and (lines := repeated(block, self._shape, self._ledger)):
                examples.repeated += lines
            elif not (self._entry and nested.take_in(self._entry, block, self._ledger)):
                yield from outside(block, self._shape, self._ledger)
        yield from self._close()
        yield from self.before
        yield from self._doubts.problems()

    def _take_in(self, entry: Entry, block: Block) -> Iterator[Row | Problem]:
        """Put a paragraph into an entry, or a table that is drawn or stands in HTML."""
        if nested_html.is_in_table(block):
            yield from nested_html.read(entry, block, self._shape, self._ledger)
        elif nested.is_drawn(block):
            yield from nested.drawn(entry, block, self._ledger)
        else:
            yield from take_in(entry, block, self._shape, self._ledger)

    def _is_outside(self, entry: Entry, block: Block) -> bool:
        """Tell whether a block stands outside of an entry's list, or in the footer of its page."""
        return block.level < blocks.TERM == entry.level or block.apart > self._in_footer

    def _head(self, block: Block) -> Head | None:
        text = bare(block.shown().text)
        return None if self._ledger.is_heading(text) else self._shape.head(text)

    def _heading(
        self, block: Block, head: Head | None, levels: set[int]
    ) -> Iterator[Row | Problem]:
        ledger, cell = self._ledger, block.shown()
        self._refused = False
        text, written = bare(cell.text), one_line(block.lines[0])
        if self._entry and block.level > self._entry.level and self._is_label(block, head, levels):
            self._entry.spans.append((block.line, block.last))
            self._entry.written.append(written)
            self._entry.add(text, "")
            return
        if head and self._entry and self._shares(self._entry, block):
            self._above.append(self._entry)
            self._entry = None
        else:
            yield from self._close()
        if by_hand := ledger.by_hand(written, block.line, ledger.above, block.last):
            yield from by_hand
            codes = [code for _, code in coded(head, ledger)]
            yield from ledger.forgets(by_hand, written, block.line, codes)
        elif ledger.ignores(written, block.line, block.last):
            yield from ledger.hides(written, block.line, coded(head, ledger))
        elif head and not (fault := cell.fault or self._shape.fault(head)):
            self._entry = begun(head, block, one_line(head.title), block.level, ledger)
        elif head:
            ledger.mark(Account.REFUSED, block.line, block.last)
            what = f'"{shown(text)}": {fault}.'
            self._refused = True
            yield advised(ledger.file, block.line, what, *advice(head, written, cell.fault))
        elif not ledger.is_heading(text) and block.level in levels and self._names(text):
            ledger.mark(Account.REFUSED, block.line, block.last)
            self._refused = True
            yield self._of_codes(block, text)
        elif not ledger.is_heading(text) and self._must_have_a_code(block, text, levels):
            ledger.mark(Account.REFUSED, block.line, block.last)
            what = f'the heading "{shown(text)}" does not begin with a code as others here do.'
            do = "If it begins with a code, mend `pattern` or `before` so that it fits;"
            kind = ProblemKind.HEADING_WITHOUT_CODE
            yield advised(
                *(ledger.file, block.line, what, do, if_heading(text)), kind=kind, text=text
            )
        else:
            ledger.is_heading(text, block.line)
            ledger.mark(Account.HEADING, block.line, block.last)
            ledger.above = text

    def _of_codes(self, block: Block, text: str) -> Problem:
        """Return the problem of a heading that may be one of codes, behind other words."""
        what = f'the heading "{shown(text)}" does not begin with a code, but names one.'
        kind, at = ProblemKind.CODE_WITHIN_HEADING, (self._ledger.file, block.line)
        codes = codes_named(text, self._ledger.options.pattern)
        lead = text.partition(codes[0])[0]
        if not any(map(str.isalnum, lead)):  # nobody can tell where its codes end
            by_hand = by_hand_advice(one_line(block.lines[0]), *codes)
            return advised(*at, what, by_hand, kind=kind, text=text)
        leads = [self._ledger.options.before or "", as_pattern(lead)]
        before = json.dumps("|".join(filter(None, leads)), ensure_ascii=False)
        do = (
            f"If it has the code of what stands below it, write `before: {before}`, and"
            " `shares_text: true` if there are several;"
        )
        return advised(*at, what, do, if_heading(text), kind=kind, text=text)

    def _names(self, text: str) -> bool:
        """Tell whether a heading names a code."""
        return bool(codes_named(text, self._ledger.options.pattern))

    def _is_below(self, block: Block) -> bool:
        """Tell whether a paragraph is refused with the heading above it, being its text."""
        known = any(
            self._ledger.ignores(line.text) or self._ledger.quotes(line.text)
            for line in block.numbered
        )
        return block.kind in {"paragraph", "item"} and not known

    def _shares(self, entry: Entry, block: Block) -> bool:
        """Tell whether a code has the text of the one below it, that is of the same kind."""
        shares = self._ledger.options.shares_text
        return shares and entry.is_bare and not entry.below and entry.level == block.level

    def _is_label(self, block: Block, head: Head | None, levels: set[int]) -> bool:
        """Tell whether a heading below that of an entry says what stands below it."""
        text, written = bare(block.shown().text), one_line(block.lines[0])
        known = self._ledger.is_heading(text) or self._ledger.quotes(written)
        return not (
            head
            or known
            or self._ledger.ignores(written)
            or self._must_have_a_code(block, text, levels)
        )

    def _must_have_a_code(self, block: Block, text: str, levels: set[int]) -> bool:
        """Tell whether a heading stands where others begin with a code, or holds one."""
        texts = (text, bare(one_line(block.lines[0])))
        return block.level in levels or any(
            prose.holds_any_code(one, self._ledger) for one in texts
        )

    def _close(self) -> Iterator[Row | Problem]:
        if self._entry:
            entry = self._entry
            rows = list(entry.rows(self._ledger, self._above))
            self._doubts.add(entry.title, entry.line, entry.seen, rows[-1])
            yield from rows
            yield from entry.below
        else:
            yield from (one.row(self._ledger) for one in self._above)
        self._entry, self._above = None, []


def bare(text: str) -> str:
    """Return a heading's text in one line, without the name of its anchor."""
    return one_line(_ANCHOR.sub("", text))
