"""What `#if` and its like let a program pass over: lines of source code -> chains of branches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DIRECTIVE = re.compile(
    r"\s*#\s*(?P<word>if(?:n?def)?|eli?f|elsif|else|endif)\b\s*(?P<said>.*?)\s*(?://.*|/\*.*)?"
)
_NEVER, _ALWAYS = re.compile(r"\(?(?:0|(?i:false))\)?"), re.compile(r"\(?(?:1|(?i:true))\)?")


@dataclass(frozen=True, slots=True)
class Branch:
    """What stands behind a directive, up to the one that ends it.

    Attributes:
        first: the line of the directive, counted from 1.
        last: the line of the one that ends it.
        is_left_out: whether the program passes over it; None where that depends.
    """

    first: int
    last: int
    is_left_out: bool | None

    def has(self, line: int) -> bool:
        """Tell whether a line stands in it."""
        return self.first < line < self.last


@dataclass(frozen=True, slots=True)
class Chain:
    """The branches of which a program takes one at the most.

    Attributes:
        said: the directive that begins it, as it is told: `#if 0`.
        branches: in their order.
    """

    said: str
    branches: tuple[Branch, ...]

    def branch(self, line: int) -> Branch | None:
        """Return the branch that a line stands in."""
        return next((one for one in self.branches if one.has(line)), None)


def chains(lines: Sequence[str]) -> Iterator[Chain]:
    """Yield the chains of a text, those within another one before it."""
    opened: list[tuple[str, list[tuple[int, bool | None]]]] = []
    for number, line in enumerate(lines, start=1):
        if not (found := _DIRECTIVE.fullmatch(line)):
            continue
        if found["word"].startswith("if"):
            never, always = _NEVER.fullmatch(found["said"]), _ALWAYS.fullmatch(found["said"])
            begun = (number, True if never else False if always else None)
            opened.append((f"#{found['word']} {found['said']}", [begun]))
        elif opened and found["word"] == "endif":
            said, begins = opened.pop()
            ends = [*(first for first, _ in begins[1:]), number]
            pairs = zip(begins, ends, strict=True)
            yield Chain(said, tuple(Branch(first, last, out) for (first, out), last in pairs))
        elif opened:
            begins = opened[-1][1]
            begins.append((number, _is_left_out([out for _, out in begins], found["word"])))


def _is_left_out(before: Sequence[bool | None], word: str) -> bool | None:
    """Tell whether a branch is left out, by those before it in its chain."""
    if False in before:
        return True
    return False if word == "else" and all(before) else None
