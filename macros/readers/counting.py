"""Numbers that a program counts: enums -> the same lines, each name with its number.

Part of the reader `pattern`. In C, C++, C#, Objective-C, Rust, Swift and TypeScript a name without
a number has that of the name above plus one, and the first one 0. Where the number above is not
written as digits, or a condition decides which name is above, nobody can tell, and nothing is
written. In Swift, a name of an enum of texts has itself. Constants of Go are counted as `iota` has
it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.readers import iota

if TYPE_CHECKING:
    from collections.abc import Iterator

# Files of languages that count on like this.
SUFFIXES: Final = frozenset(
    ".h .hh .hpp .hxx .c .cc .cpp .cxx .cs .go .m .mm .rs .swift .ts .mts .cts .tsx".split()
)

_TOKEN = re.compile(
    r"(?P<remark>//[^\n]*|/\*(?:.*?\*/|.*))"
    r"|(?P<text>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')"
    r"|(?P<condition>^[ \t]*\#[ \t]*(?:if|el|end)[^\n]*)"
    r"|(?P<line>^[ \t]*\#[ \t]*[a-z][^\n]*)"
    r"|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<space>\s+)"
    r"|(?P<sign>[0-9][\w.]*|.)",
    re.ASCII | re.DOTALL | re.MULTILINE,
)
_NUMBER = re.compile(
    r"\(*\s*(?P<sign>-?)\s*(?:0[xX](?P<hex>[0-9A-Fa-f]+)|(?P<number>0|[1-9][0-9]*))[uUlL]*\s*\)*",
    re.ASCII,
)
_INTEGER = re.compile(r"U?Int(?:8|16|32|64)?")  # a type of Swift, where others are not counted
_OPEN, _CLOSED = frozenset("([{"), frozenset(")]}")
_PASSED = frozenset({"remark", "space", "line"})


@dataclass(slots=True)
class _Enum:
    """An enum on the way through it.

    Attributes:
        types: the words behind its name: a type that it is of.
        number: that of the next name; None where nobody can tell.
        digits: the hexadecimal digits of the number above; empty where it has none.
        by_case: whether its names stand behind `case`, as in Swift.
        is_case: whether the present one does.
        words: those of the present name, each with its end.
        value: what stands behind the sign = of it; None where there is none.
        is_odd: whether the present name has something else beside it.
    """

    types: list[str]
    number: int | None = 0
    digits: str = ""
    by_case: bool = False
    is_case: bool = False
    words: list[tuple[str, int]] = field(default_factory=list)
    value: str | None = None
    is_odd: bool = False

    @property
    def is_of_texts(self) -> bool:
        """Whether it is one of Swift in which a name without a value is that of itself."""
        return self.by_case and "String" in self.types

    def begins_case(self) -> Iterator[tuple[int, str]]:
        """Begin a name behind `case`; yield what `ends` does of the one before."""
        yield from self.ends()
        if not self.by_case and not any(map(_INTEGER.fullmatch, self.types)):
            self.number = None
        self.by_case = self.is_case = True

    def ends(self) -> Iterator[tuple[int, str]]:
        """Go on to the next name; yield where the number of this one is missing, as `_missing`."""
        words, value, is_odd = self.words, self.value, self.is_odd
        self.words, self.value, self.is_odd = [], None, False
        if not words or (self.by_case and not self.is_case):
            return
        if len(words) > 1 or is_odd:
            self.number = None
        elif self.is_of_texts:
            if value is None:
                yield words[0][1], f'"{words[0][0]}"'
        elif value is not None:
            self._take(value.strip())
        elif self.number is None:
            yield words[0][1], ""
        else:
            yield words[0][1], self._told(self.number)
            self.number += 1

    def _take(self, value: str) -> None:
        """Count on from a number that is written."""
        found = _NUMBER.fullmatch(value)
        if not found:
            self.number = None
            return
        self.digits = found["hex"] or ""
        number = int(self.digits, 16) if self.digits else int(found["number"])
        self.number = (-number if found["sign"] else number) + 1

    def _told(self, number: int) -> str:
        if not self.digits or number < 0:
            return str(number)
        digits = f"{number:0{len(self.digits)}X}"
        return f"0x{digits if self.digits.upper() == self.digits else digits.lower()}"

    def takes(self, kind: str, sign: str, end: int, depth: int) -> None:
        """Take in a token of a name, or of what stands beside it."""
        if self.value is not None:
            self.value += sign
        elif sign == "=" and depth == 1:
            self.value = ""
        elif kind == "word" and depth == 1:
            self.words.append((sign, end))
        elif self.words and (sign in "({" or (depth == 1 and sign != "]")):
            self.is_odd = True


def written(text: str) -> str:
    """Return a text in which each name of an enum has its number, on the same lines."""
    text = iota.written(text)
    pieces, begin = [], 0
    for place, number in _missing(text):
        if number:
            pieces += [text[begin:place], f" = {number}"]
            begin = place
    return "".join([*pieces, text[begin:]])


def untold(text: str) -> set[int]:
    """Return the lines with names whose number nobody can tell, counted from 0."""
    lines = {text.count("\n", 0, place) for place, number in _missing(text) if not number}
    return lines | iota.untold(text)


def _missing(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a number is missing, and the number; an empty text where nobody can tell it."""
    head: list[str] | None = None  # the words behind `enum`, up to its bracket
    enum: _Enum | None = None
    depth, before = 0, ""
    for token in _TOKEN.finditer(text):
        kind, sign = str(token.lastgroup), token[0]
        if enum is None:
            head, enum, depth = _outside(kind, sign, head)
        elif kind == "condition":
            enum.number = None
        elif kind == "space" and "\n" in sign and enum.is_case and before != ",":
            yield from enum.ends()
            enum.is_case = False
        elif kind not in _PASSED:
            before = sign
            depth += (sign in _OPEN) - (sign in _CLOSED)
            if depth == 0 or (depth == 1 and sign == ","):
                yield from enum.ends()
                enum = enum if depth else None
            elif depth == 1 and sign == "case":
                yield from enum.begins_case()
            else:
                enum.takes(kind, sign, token.end(), depth)


def _outside(
    kind: str, sign: str, head: list[str] | None
) -> tuple[list[str] | None, _Enum | None, int]:
    """Return what is known once a token outside of enums is read."""
    if kind in _PASSED:
        return head, None, 0
    if kind == "word" and sign == "enum":
        return [], None, 0
    if head is None or sign in ";()=}":
        return None, None, 0
    if sign == "{":
        return None, _Enum(head[1:]), 1
    return [*head, sign] if kind == "word" else head, None, 0
