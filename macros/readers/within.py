"""Blocks of source code by their names: a text -> the lines of a class, an enum or a list alone.

A block reaches from the line that names it to the bracket that closes what opens there, or, where
a colon or no sign opens it, as far as lines are indented below it. What cannot be told so is none.
A name that ends with an underscore is that of no block: constants begin with it, as in `QUAY_ERR_`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Problem
from macros.readers import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Texts and comments, in which brackets open and close nothing.
_APART = re.compile(
    r'"""(?:.*?)"""|//[^\n]*|/\*.*?\*/|#[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|`[^`]*`',
    re.DOTALL,
)
# Comments of several lines, which can name constants.
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_OPENED = {"}": "{", "]": "[", ")": "("}
_OPEN = frozenset(_OPENED.values())
_LONGEST = 500  # characters; on a longer line no name of a block is looked for
_NAME = r"[A-Za-z_$][\w$]*"
# As in: typedef NS_ENUM(NSInteger, ErrorCode) {
_OF_APPLE = re.compile(rf"[^(]*_(?:ENUM|OPTIONS)\s*\([^,()]*,\s*(?P<name>{_NAME})\s*\)", re.ASCII)
_ENDS_NAMED = re.compile(rf"\s*\}}\s*(?P<name>{_NAME})\s*;", re.ASCII)

_HEAD = re.compile(r"[^\"'`=]*(?:=[^\"'`=]*)?[{(\[:]\s*")


class Span(NamedTuple):
    """The first and the last line of a block, counted from 0."""

    first: int
    last: int


def heads(text: str, spans: Sequence[Span]) -> set[int]:
    """Return the first lines of blocks that do no more than open one, counted from 0."""
    lines = text.split("\n")
    return {span.first for span in spans if _HEAD.fullmatch(lines[span.first])}


def only(text: str, spans: Sequence[Span]) -> str:
    """Return a text in which all lines are blank that stand in none of some blocks."""
    return "\n".join(
        line if any(span.first <= number <= span.last for span in spans) else ""
        for number, line in enumerate(text.split("\n"))
    )


def spans(file: str, text: str, names: Sequence[str]) -> list[Span] | Problem:
    """Return the blocks with some names; a problem where one of them is none, or several.

    Constants whose names begin so can stand in several stretches.

    Args:
        file: the document.
        text: its text.
        names: the names.
    """
    found = list(_blocks(text))
    kept: list[Span] = []
    for name in names:
        if name.endswith("_") and (begun := beginning(text, name)):
            kept += begun
            continue
        fitting = [span for called, span in found if called == name]
        if len(fitting) != 1:
            known = ", ".join(dict.fromkeys(called for called, _ in found)) or "none with a name"
            lines = ", ".join(str(span.first + 1) for span in fitting)
            what = (
                f'several blocks are called "{name}" (lines {lines}), so that nobody knows which.'
                if fitting
                else f'no block of this document is called "{name}", as `within` says.'
            )
            do = (
                "Cut the block out of the file, and read that."
                if fitting
                else f"Its blocks are: {known}. Mend or remove `within` in provider.yml, or --in."
            )
            return Problem(file, fitting[0].first + 1 if fitting else 0, what, do)
        kept.append(fitting[0])
    return kept


def beginning(text: str, prefix: str) -> list[Span]:
    """Return the stretches of a text with constants whose names begin with a prefix."""
    lines, code = text.split("\n"), _COMMENTS.sub(_blank, text).split("\n")
    return [Span(*one) for one in stretches.of(lines, code, prefix, _brackets(_bare(text)))]


def names(text: str) -> list[tuple[str, Span]]:
    """Return the blocks of a text that have a name which no other one has, in their order."""
    found = list(_blocks(text))
    called = [name for name, _ in found]
    return [one for one in found if called.count(one[0]) == 1]


def _blocks(text: str) -> Iterator[tuple[str, Span]]:
    """Yield all blocks of several lines, each with its name."""
    lines = _bare(text)
    ends = _brackets(lines)
    for number, line in enumerate(lines):
        if not (name := _called(line)):
            continue
        last = _last(lines, ends, number)
        if last > number:
            yield name, Span(number, last)
    for first, name in _named_at_end(lines, ends).items():
        if not _called(lines[first]):
            yield name, Span(first, ends[first])


def named_at_end(text: str) -> dict[int, str]:
    """Return the lines, counted from 0, that open a block named at its end, each with the name."""
    lines = _bare(text)
    return _named_at_end(lines, _brackets(lines)) if any(map(_ENDS_NAMED.match, lines)) else {}


def _named_at_end(lines: Sequence[str], ends: Mapping[int, int]) -> dict[int, str]:
    """Return what `named_at_end` does; C has such blocks: typedef enum { … } ErrorCode."""
    starts = {last: first for first, last in ends.items()}
    return {
        starts[number]: found["name"]
        for number, line in enumerate(lines)
        if number in starts and (found := _ENDS_NAMED.match(line))
    }


def _bare(text: str) -> list[str]:
    """Return the lines of a text without its strings and comments."""
    return _APART.sub(_blank, text).split("\n")


def _blank(found: re.Match[str]) -> str:
    """Return as many lines and signs as there are, and nothing in them."""
    return re.sub(r"[^\n]", " ", found[0])


def _called(line: str) -> str:
    """Return what a line calls the block that it may open; nothing where it opens none."""
    if len(line) > _LONGEST:
        return ""
    head = re.match(
        rf"\s*(?:[\w$]+\s+|@\w+\s+)*?(?:class|enum|struct|interface|object|trait|namespace|module"
        rf"|package|type)\s+(?:class\s+|struct\s+)?(?P<name>{_NAME})",
        line,
        re.ASCII,
    )
    if head:
        return head["name"]
    if found := _OF_APPLE.match(line):
        return found["name"]
    value = re.match(
        rf"\s*(?:[\w$<>,*&\[\]?.]+\s+)*?(?:[\w$]+\.)*(?P<name>{_NAME})\s*(?:\[\w*\]\s*)?"
        rf"(?::[^=]+)?(?:=|:=|:)(?!=)[^;]*[{{\[(]\s*$",
        line,
        re.ASCII,
    )
    return value["name"] if value else ""


def _brackets(lines: Sequence[str]) -> dict[int, int]:
    """Return the lines on which brackets stay open, each with the line on which the last closes."""
    opened: list[tuple[str, int]] = []
    ends: dict[int, int] = {}
    for number, line in enumerate(lines):
        for sign in line:
            if sign in _OPEN:
                opened.append((sign, number))
            elif any(one == _OPENED.get(sign) for one, _ in opened):
                while (pair := opened.pop())[0] != _OPENED[sign]:
                    pass
                if pair[1] != number:
                    ends[pair[1]] = number
    # What closes deeper than it opens was misread, as in a text with a bracket.
    return {one: last for one, last in ends.items() if _indent(lines[last]) <= _indent(lines[one])}


def _last(lines: Sequence[str], ends: dict[int, int], number: int) -> int:
    """Return the last line of a block that begins on a line; that one where it has no others."""
    line = lines[number]
    if any(line.count(sign) > line.count(closing) for closing, sign in _OPENED.items()):
        return ends.get(number, number)
    below = next((at for at in range(number + 1, len(lines)) if lines[at].strip()), number)
    if lines[below].strip()[:1] == "{" and not lines[number].rstrip().endswith(";"):
        return ends.get(below, number)
    if lines[number].rstrip()[-1:] in set(";,"):
        return number
    edge = _indent(lines[number])
    last = number
    for at in range(number + 1, len(lines)):
        if lines[at].strip():
            if _indent(lines[at]) <= edge:
                break
            last = at
    return last


def _indent(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())
