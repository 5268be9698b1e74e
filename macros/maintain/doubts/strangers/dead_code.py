"""What a program passes over, or takes by a condition: lines of source code -> rows, doubts.

A list that is written in comments is read as any other. Where most of a document is no comment, an
entry in one of several lines, behind `#if 0` or in a text that is no value is an old one, and a
person is asked. Of the branches of `#ifdef`, `#else` a program takes one: what two of them say of
the same thing cannot both be so, and the text of a code can stand in one that is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import conditionals, reading, source, source_file
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts import quoting
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.conditionals import Branch, Chain
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row


# Readers of other formats know comments by themselves.
_SOURCE = frozenset({"pattern", "text_lines"})
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
        for formats, parts_of in ((_SOURCE, parts), (source_file.OF_TEXT, parts_of_page))
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


class _Part(NamedTuple):
    """Lines in which texts stand apart from their codes, and what is said of them there."""

    first: int
    last: int
    what: str


def branches(document: Document, result: Reading, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield the doubts about rows that a condition decides of, branch by branch."""
    if result.options["format"] != "pattern":
        return
    lines = [one_line(line) for line in document.text.split("\n")]
    by_name = "constants" in result.options
    chains = list(conditionals.chains(document.text.split("\n")))
    rest = list(rows)
    for part in _parts(document, chains, by_name=by_name):
        apart = [row for row in rest if _is_in(part, row.text_line) and not _is_in(part, row.line)]
        if apart and len(apart) < len(rows):
            rest = [row for row in rest if row not in apart]
            yield _of_texts(document.file, result, apart, part.what, _quotes(lines, apart))
    asked = reading.asked(document, result.options) if chains else []
    for chain in chains:
        for branch, own, other in _clashes(chain, rest):
            quoted = (
                _quotes(lines, own) if by_name else quoting.quotes(document, result, own, asked)
            )
            yield _of_branch(document.file, result, own, other, _told(chain, branch), quoted)


def _quotes(lines: Sequence[str], rows: Sequence[Row]) -> list[str] | None:
    """Return the lines of the texts of some rows; None where others are written alike."""
    told = [lines[row.text_line - 1] for row in rows]
    return told if all(lines.count(line) == 1 for line in told) else None


def _parts(document: Document, chains: Sequence[Chain], *, by_name: bool) -> Iterator[_Part]:
    """Yield the parts of a text in which the text of a code outside of them is doubted.

    Where codes have names, texts stand apart from them, and often all of a module under one
    condition; but a text that is left out is none. Where comments are the texts, none is doubted.
    """
    for chain in chains:
        for one in chain.branches:
            if one.is_left_out or not by_name:
                yield _Part(one.first, one.last, _told(chain, one))
    if by_name:
        dead = parts(document.text.split("\n"))
        yield from (_Part(one.first, one.last, one.where) for one in dead)


def _told(chain: Chain, branch: Branch) -> str:
    """Say which branch it is."""
    where = f"(lines {branch.first}-{branch.last})"
    if branch.is_left_out:
        return f'in what "{chain.said}" leaves out {where}'
    return f'in a branch of "{shown(chain.said)}" {where}'


def _is_in(part: _Part | Branch, line: int) -> bool:
    return part.first <= line <= part.last


def _clashes(chain: Chain, rows: Sequence[Row]) -> Iterator[tuple[Branch, list[Row], Row]]:
    """Yield the rows of each branch that another one contradicts, and the first such row.

    They have one code and different texts, or one name or text and different codes.
    """
    placed = [(row, branch) for row in rows if (branch := chain.branch(row.text_line))]
    inside = {id(row) for row, _ in placed}
    names = Counter(_name(row) for row in rows if id(row) not in inside)
    for branch in chain.branches:
        own = [row for row, where in placed if where is branch]
        others = [row for row, where in placed if where is not branch]
        pairs = [
            (row, other)
            for row in own
            if (other := next((one for one in others if _clash(row, one, names)), None))
        ]
        if pairs:
            yield branch, [row for row, _ in pairs], pairs[0][1]


def _clash(row: Row, other: Row, names: Counter[str]) -> bool:
    if row.code == other.code:
        return row.message != other.message
    is_named = _name(row) == _name(other) != "" and not names[_name(row)]
    return is_named or row.message == other.message


def _name(row: Row) -> str:
    """Return the name of the constant of a row: what `define DOCK_BUSY` ends with."""
    return row.columns.get("name") or row.columns.get("value", "").rpartition(" ")[2]


def _of_texts(
    file: str, result: Reading, rows: Sequence[Row], where: str, quoted: Sequence[str] | None
) -> Doubt:
    """Return the doubt about codes whose texts alone stand where they are perhaps left out."""
    several = len(rows) > 1
    texts, stand, do_not = (
        ("texts", "stand", "codes do") if several else ("text", "stands", "code does")
    )
    more = f" and {len(rows) - 1} more" if several else ""
    what = f'the {texts} of "{shown(rows[0].code)}"{more} {stand} {where}, and the {do_not} not.'
    if_so = "the texts do not hold" if several else "the text does not hold"
    return Doubt(file, rows[0].text_line, what, *quoting.advice(result, rows, quoted, if_so))


def _of_branch(  # noqa: PLR0913, PLR0917 - all that is said of it
    file: str,
    result: Reading,
    rows: Sequence[Row],
    other: Row,
    where: str,
    quoted: Sequence[str] | None,
) -> Doubt:
    """Return the doubt about what one branch says, and another one says otherwise."""
    more = f" and {len(rows) - 1} more" if rows[1:] else ""
    stand = "stand" if rows[1:] else "stands"
    what = (
        f'"{shown(rows[0].code)}"{more} {stand} {where}, and another branch has'
        f' "{shown(other.code)}", "{shown(other.message)}" in its place.'
    )
    if_so = "the API is built with that other branch"
    line = rows[0].text_line if "constants" in result.options else rows[0].line
    return Doubt(file, line, what, *quoting.advice(result, rows, quoted, if_so))
