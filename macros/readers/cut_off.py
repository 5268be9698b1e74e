"""Headings that no markup tells: a paragraph that begins with a code -> a heading, and the rest.

Part of the reader `headings`. In plain text the first line is the heading. In Markdown, where a
paragraph is broken anywhere, it goes on up to a break that the page shows, or to a label.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers.advice import shown
from macros.readers.blocks import CUT_OFF
from macros.readers.heads import Shape
from macros.readers.labelled import label_of
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.blocks import Block
    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import HeadingsOptions

_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
_ENDS = re.compile(r"[.:;!?。！？：；)\]）」>|]$")  # noqa: RUF001 - signs of East Asian pages
# A code that marks alone set apart from its text, those of a link, too: [1001](#e1001) Dock is busy
_SET_APART = re.compile(
    r"\s*(?P<around>\*\*|__|`)?(?P<link>\[(?P<within>\*\*|__|`)?)?(?P<code>[^][*`\s]+)"
    r"(?(link)(?(within)(?P=within))\](?:\([^)\n]*\)|\[[^]\n]*\]))(?(around)(?P=around))\s+(?=\w)"
)
_MARKED_CODE = re.compile(r"\s*(?:\*\*|__|`)")
_MARKS = re.compile(
    r"(?<!\w)(?P<mark>\*\*|__|`)(?=\S)[^`\n]*?\S(?P=mark)(?!\w)|\[[^\]\n]+\]\([^)\s]+\)"
)
_LOOKED_AT = 300  # characters of a line, for marks


class Cutter:
    """What cuts the paragraphs of a page.

    Args:
        ledger: knows what provider.yml says of the page.
    """

    def __init__(self, ledger: Ledger[HeadingsOptions]) -> None:
        self._ledger = ledger
        self._shape = Shape(ledger.options)
        self._is_plain = ledger.options.markup == "plain"
        self._going_on: list[tuple[int, str]] = []  # lines that a heading may go on with
        self._marked: list[tuple[int, str]] = []  # lines with marks of Markdown
        self._has_marks = False  # around a code

    def cut(self, block: Block) -> Iterator[Block]:
        """Yield a heading and the paragraph below it, for each code that a line begins with."""
        if block.kind != "paragraph" or block.lists:
            yield block
            return
        if not self._is_declared(block) and not self._begins(block, 0):
            yield block
            return
        further = [] if self._is_plain else range(1, len(block.lines))
        starts = [0, *(number for number in further if self._begins(block, number))]
        for first, end in zip(starts, [*starts[1:], len(block.lines)], strict=True):
            behind = self._end(block, first, end)
            yield _part(block, first, behind, is_heading=True)
            if behind < end:
                yield _part(block, behind, end, is_heading=False)
            self._look_at(block, first, behind, end)

    def problems(self) -> Iterator[Problem]:
        """Yield what plain text cannot tell: whether a heading goes on, what marks mean."""
        if not self._is_plain or self._ledger.options.one_column:
            return
        file = self._ledger.file
        for line, text in self._going_on[:1]:
            what = f'"{shown(text)}" may go on with the heading above it.'
            do = (
                "Write `markup: paragraphs` if it does: its lines are joined then. Write"
                " `one_column: true` if the heading ends above it."
            )
            yield Problem(file, line, what, do)
        for line, text in self._marked[:1] if self._has_marks else ():
            what = f'"{shown(text)}" has marks of Markdown, and is read as plain text.'
            do = (
                "Write `markup: paragraphs` if a page shows it without them; `one_column: true` if"
                " they are part of the text."
            )
            yield Problem(file, line, what, do)

    def _is_declared(self, block: Block) -> bool:
        written = one_line(block.lines[0])
        return self._ledger.is_heading(written) or self._ledger.quotes(written)

    def _begins(self, block: Block, number: int) -> bool:
        """Tell whether a line begins with a code and a sign, or with one in marks, or is one."""
        head = self._shape.head(block.shown(number, number + 1).text)
        marked = "" if self._is_plain else set_apart(block.sources[number])
        return bool(head and (head.is_apart or head.code == marked))

    def _end(self, block: Block, first: int, end: int) -> int:
        """Return the number of the line behind a heading."""
        head = self._shape.head(block.shown(first, first + 1).text)
        if self._is_plain or not head or not head.title:
            return first + 1
        for number in range(first + 1, end):
            label = label_of(block.sources[number], self._ledger.options)
            if label or _HARD_BREAK.search(block.sources[number - 1]):
                return number
        return end

    def _look_at(self, block: Block, first: int, behind: int, end: int) -> None:
        """Keep what somebody has to decide about an entry."""
        lines = [one_line(line) for line in block.lines[first:end]]
        self._has_marks = self._has_marks or bool(_MARKED_CODE.match(lines[0]))
        head = self._shape.head(lines[0])
        texts = [head.title if head else "", *lines[1:]]
        self._marked += [
            (block.line + first + number, text)
            for number, text in enumerate(texts)
            if _MARKS.search(text[:_LOOKED_AT])
        ]
        title = texts[0]
        if title and behind < end and not _ENDS.search(title) and lines[1][:1].islower():
            self._going_on.append((block.line + behind, lines[1]))


def set_apart(source: str) -> str:
    """Return the code that marks set apart at the beginning of a line; nothing where none do."""
    found = _SET_APART.match(source)
    return found["code"] if found and (found["around"] or found["link"]) else ""


def _part(block: Block, first: int, end: int, *, is_heading: bool) -> Block:
    lines, sources = block.lines[first:end], block.sources[first:end]
    if is_heading:
        # A break at the end of a heading shows nothing.
        sources = (*sources[:-1], _HARD_BREAK.sub("", sources[-1]))
    return replace(
        block,
        kind="heading" if is_heading else "paragraph",
        line=block.line + first,
        lines=lines,
        sources=sources,
        level=CUT_OFF if is_heading else 0,
        memory={},
    )
