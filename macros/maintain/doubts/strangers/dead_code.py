"""Rows that stand in what a program passes over: lines of source code -> those rows, and why.

A list that is written in comments is read as any other. Where most of a document is no comment, an
entry in one of several lines, behind `#if 0` or in a text that is no value is an old one, and a
person is asked.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import conditionals, source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Document, Row

# Readers of other formats know comments by themselves.
_SOURCE = frozenset({"pattern", "text_lines"})
_PAGES = frozenset({"text_lines", "bullets", "headings"})
# What begins a comment of several lines, whatever stands before it, and what ends it.
_ANYWHERE = {"<!--": "-->", "--[[": "]]"}
_FIRST = {"=begin": "=end", "=pod": "=cut"}  # at the beginning of a line alone
_STRING = re.compile(r"\"{3}|'{3}")
_NO_VALUE = re.compile(r"\s*[rRuUbB]{0,2}(?:\"{3}|'{3})")
_VALUE_BELOW = re.compile(r"[=(\[{,+\\]\s*$")
# Of reStructuredText, where a comment has all indented lines below it.
_DOTS = re.compile(r"\.\.(?:[ \t]+(?![_\[|])(?:(?!::).)*)?")


class Part(NamedTuple):
    """Lines that a program passes over: the first and the last one, and what they are."""

    first: int
    last: int
    what: str

    @property
    def lines(self) -> range:
        """Their numbers."""
        return range(self.first, self.last + 1)

    @property
    def where(self) -> str:
        """Where something stands that stands in it."""
        return f"in {self.what} (lines {self.first}-{self.last})"


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows of each part that a program passes over, and what is said of them.

    None is yielded where all rows stand in comments, nor is one that says what another row says.
    """
    lines = document.text.split("\n")
    # Of two of which one stands in the other, the outer one comes last.
    dead = {
        number: part
        for formats, parts_of in ((_SOURCE, parts), (_PAGES, parts_of_page))
        if format_ in formats
        for part in parts_of(lines)
        for number in part.lines
    }
    live = {
        (row.code, row.message)
        for row in rows
        if row.line not in dead
        and not (format_ == "pattern" and source.is_comment(lines[row.line - 1]))
    }
    inside: dict[Part, list[Row]] = {}
    for row in rows if live else ():
        if row.line in dead and (row.code, row.message) not in live:
            inside.setdefault(dead[row.line], []).append(row)
    for part, old in inside.items():
        stand = "stand" if old[1:] else "stands"
        yield old, f"{stand} {part.where}"


def parts(lines: Sequence[str]) -> Iterator[Part]:
    """Yield the parts of source code that a program passes over, without those of one line."""
    left_out = list(_left_out(lines))
    yield from left_out
    known = {number for part in left_out for number in part.lines}
    number = 0
    while number < len(lines):
        opened = _opened(lines, number)
        last = _closed(lines, number, opened[0]) if opened else 0
        if opened and last:
            first = number + (1 if opened.is_below else 0)
            if opened.what and first < last and number + 1 not in known:
                yield Part(first + 1, last + 1, opened.what)
            number = last
        number += 1


def parts_of_page(lines: Sequence[str]) -> Iterator[Part]:
    """Yield the comments of several lines that reStructuredText has."""
    for number, line in enumerate(lines, start=1):
        if _DOTS.fullmatch(line.rstrip()):
            below = takewhile(lambda one: not one.strip() or one[0].isspace(), lines[number:])
            if inside := "\n".join(below).rstrip():
                yield Part(number, number + inside.count("\n") + 1, "a comment")


class _Opened(NamedTuple):
    """What ends what a line opens, what that is, and whether it begins behind code.

    A string that is a value is nothing that is passed over.
    """

    end: str
    what: str
    is_below: bool = False


def _opened(lines: Sequence[str], number: int) -> _Opened | None:
    """Return what a line opens that goes on below it."""
    line = lines[number]
    begins = line.lstrip()
    remark = begins if begins.startswith("/*") else source.remark(line)
    if remark.startswith("/*") and "*/" not in remark[2:]:
        return _Opened("*/", "a comment", is_below=remark != begins)
    for start, end in _ANYWHERE.items():
        before, sign, behind = line.rpartition(start)
        if sign and end not in behind:
            return _Opened(end, "a comment", is_below=bool(before.strip()))
    for start, end in _FIRST.items():
        if line.startswith(start):
            return _Opened(end, "a comment")
    marks = _STRING.findall(line)
    if len(marks) % 2 == 0 or source.is_comment(line):
        return None
    above = next((one for one in reversed(lines[:number]) if one.strip()), "")
    is_value = not _NO_VALUE.match(line) or _VALUE_BELOW.search(above)
    return _Opened(marks[-1], "" if is_value else "a text that is no value")


def _closed(lines: Sequence[str], opened: int, end: str) -> int:
    """Return the line that ends what one opens, both counted from 0; 0 where none does."""
    below = range(opened + 1, len(lines))
    if end in _FIRST.values():
        return next((number for number in below if lines[number].startswith(end)), 0)
    return next((number for number in below if end in lines[number]), 0)


def _left_out(lines: Sequence[str]) -> Iterator[Part]:
    """Yield what stands behind `#if 0`, and what behind the `#else` of `#if 1`."""
    for chain in conditionals.chains(lines):
        for branch in chain.branches:
            if branch.is_left_out:
                yield Part(branch.first, branch.last, f'what "{chain.said}" leaves out')
