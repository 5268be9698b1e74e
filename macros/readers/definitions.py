"""Lists of definitions in Markdown, and lines "4001 :: message", on their way to rows.

A term is a code alone, or several; below it stand lines ": message". What a page shows as a part of
a definition is one: a line that goes on with it, a second definition, a paragraph that is indented.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from macros.errors import Problem, advised
from macros.readers import prose
from macros.readers.advice import if_no_rest, shown
from macros.readers.entries import Entry, begun, coded, take_in
from macros.readers.heads import advice
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.blocks import Block
    from macros.readers.doubts import Doubts
    from macros.readers.heads import Head, Shape
    from macros.readers.ledger import Ledger
    from macros.readers.rows import Row
    from macros.sources.reader_options import BulletsOptions

_SIGN = ": "  # before a definition
_FENCES = ("```", "~~~")


class Terms:
    """The terms of a page, and what stands below them.

    Args:
        ledger: accounts for what is no entry.
        shape: how an entry begins.
        doubts: of the whole page.
    """

    def __init__(self, ledger: Ledger[BulletsOptions], shape: Shape, doubts: Doubts) -> None:
        self._ledger = ledger
        self._shape = shape
        self._doubts = doubts
        self._entry: Entry | None = None
        self._above: list[Entry] = []  # codes that share the text of the one below
        self._refused = False  # whether the last term was

    def takes(self, block: Block) -> bool:
        """Tell whether a block goes on with the term above it: being indented, or a definition."""
        if not (self._entry or self._refused) or block.kind == "markup":
            return False
        first = block.lines[0]
        if block.kind == "example" and first.lstrip().startswith(_FENCES):
            return False
        if block.kind == "paragraph" and first.startswith(_SIGN):
            return True
        is_text = block.kind in {"paragraph", "example", "item"}
        return is_text and first[:1].isspace() and not self._shape.head(one_line(first))

    def further(self, block: Block) -> Iterator[Row | Problem]:
        """Take in a block that goes on with the term above it."""
        for is_blank, numbers in groupby(
            range(len(block.lines)), lambda n: not block.lines[n].strip()
        ):
            first, *_, last = [*numbers] * 2
            if not is_blank:
                yield from self.read(_part(block, first, last + 1))

    def read(self, block: Block) -> Iterator[Row | Problem]:
        """Read a paragraph: terms with what stands below them, or lines of prose."""
        begins = self._begins(block)
        for first, end in zip(begins, [*begins[1:], len(block.lines)], strict=True):
            part = _part(block, first, end)
            head, text = self._term(part)
            if self._is_known(part.lines[0]):
                if not part.lines[0].startswith(_SIGN):
                    yield from self.close()
                yield from self._outside(part)
            elif head:
                yield from self._open(head, text, part)
            elif self._refused and not self._shape.head(part.lines[0]):
                self._ledger.mark(Account.REFUSED, part.line, part.last)
            elif self._entry and _is_below(part.lines[0]):
                sources = part.sources[0].removeprefix(_SIGN), *part.sources[1:]
                below = replace(part, sources=sources, memory={})
                yield from take_in(self._entry, below, self._shape, self._ledger)
            elif first and self._entry:
                code = self._entry.code
                yield from self.close()
                yield self._goes_on(code, part)
            else:
                yield from self._outside(part)
                yield from self.close()
                # Below a term that cannot be read its definition is no prose to pass over.
                over = "".join(block.lines[end : end + 1]).startswith(_SIGN)
                self._refused = over and prose.holds_any_code(part.lines[0], self._ledger)

    def close(self) -> Iterator[Row | Problem]:
        """Yield the rows of the last term."""
        entry, above = self._entry, self._above
        self._entry, self._above, self._refused = None, [], False
        if entry:
            rows = list(entry.rows(self._ledger, above))
            self._doubts.add(entry.title, entry.line, entry.seen, rows[-1])
            yield from rows
            yield from entry.below

    def _open(self, head: Head, text: str, part: Block) -> Iterator[Row | Problem]:
        ledger = self._ledger
        if self._entry and self._entry.is_bare and ledger.options.shares_text:
            self._above.append(self._entry)
        else:
            yield from self.close()
        self._refused = bool(fault := self._shape.fault(head))
        self._entry = None if fault else begun(head, part, text, 0, ledger)
        if fault:
            yield from self.close()
            self._refused = True
            ledger.mark(Account.REFUSED, part.line, part.last)
            written = one_line(part.lines[0])
            what = f'"{shown(written)}": {fault}.'
            yield advised(ledger.file, part.line, what, *advice(head, written))

    def _begins(self, block: Block) -> list[int]:
        """Return which lines begin something: a term, a definition, or what belongs to neither."""
        begins = [0]
        goes_on = inline = False  # whether a line can go on with the one above it, behind "::"
        for number, line in enumerate(block.lines):
            head, text = self._term(_part(block, number, number + 1))
            is_indented, is_definition = line[:1].isspace(), line.startswith(_SIGN)
            over = not is_indented and "".join(block.lines[number + 1 : number + 2])
            is_term = head is not None or bool(over and over.startswith(_SIGN))
            is_known = self._is_known(line)
            apart = is_term or is_definition or is_known or (inline and not is_indented)
            if number and (apart or not goes_on):
                begins.append(number)
            if is_definition or not number or is_term:
                goes_on = is_definition or bool(text) or (is_indented and not head)
                inline = bool(text)
            goes_on = goes_on and not is_known
        return begins

    def _is_known(self, line: str) -> bool:
        """Tell whether provider.yml says what a line is."""
        text = one_line(line)
        return self._ledger.quotes(text) or self._ledger.ignores(text)

    def _term(self, part: Block) -> tuple[Head | None, str]:
        """Return the code that a part begins with as a term, and the message behind "::"."""
        code, sign, text = map(str.strip, part.shown().text.partition("::"))
        head = self._shape.head(code)
        if not head or head.title or head.goes_on or (sign and not text):
            return None, ""
        return head, text

    def _goes_on(self, code: str, part: Block) -> Problem:
        """Refuse what stands below a definition and is none, with all that is below it."""
        self._refused = True
        self._ledger.mark(Account.REFUSED, part.line, part.last)
        text = one_line(part.lines[0])
        what = (
            f'"{shown(text)}" stands right below the code "{code}", and may go on with its message.'
        )
        return advised(
            *(self._ledger.file, part.line, what),
            "If it does, read the document with `format: pattern` and `lines: 2` or more;",
            if_no_rest(text, "if it says something else, quote it under `prose`."),
        )

    def _outside(self, part: Block) -> Iterator[Row | Problem]:
        skip = False if self._entry else None
        for line in part.numbered:
            head = self._shape.head(line.text)
            yield from prose.outside(line, self._ledger, coded(head, self._ledger), skip=skip)


def _part(block: Block, first: int, end: int) -> Block:
    """Return some lines of a block as a paragraph."""
    sources = tuple(source.strip() for source in block.sources[first:end])
    lines = block.lines[first:end]
    line = block.line + first
    return replace(block, kind="paragraph", line=line, lines=lines, sources=sources, memory={})


def _is_below(line: str) -> bool:
    """Tell whether a line is a definition, or stands below one."""
    return line.startswith(_SIGN) or line[:1].isspace()
