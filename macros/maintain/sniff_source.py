"""Which shape the constants of source code have: lines -> the options that read them.

A shape is a regular expression for an entry with the name, the code and the message; the one that
most lines have is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.maintain import shapes
from macros.maintain.sniffed import LEAST, Sniffed, account, shown_codes
from macros.readers.linear import Budget, Expression, TooMuchError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.reading import Options
    from macros.readers.rows import Document

_LONGEST = 1_000_000  # characters
_LONGEST_LINE = 1000
_MOST_STEPS = 1_000_000  # for one shape; some second

_STRINGS = (r'"(?P<message>(?:[^"\\]|\\.)*)"', r"'(?P<message>(?:[^'\\]|\\.)*)'")
_CODES = (
    r"(?P<code>-?(?:0[xX][0-9A-Fa-f]+|[0-9]+))[uUlL]*",
    r"[\"'](?P<code>[A-Za-z0-9_.-]+)[\"']",
)
_NAME = r"(?P<name>[A-Za-z_$][A-Za-z0-9_$]*)"
_TYPE = r"[A-Za-z_][A-Za-z0-9_.]*"
_KEY = r"[\"']?[A-Za-z_][A-Za-z0-9_]*[\"']?\s*(?::|=>|=)\s*"
_CONSTANT = rf"(?:#?{_TYPE}\s+)*{_NAME}(?:\s*:?\s*{_TYPE})?"
_REMARK = r"(?P<message>[^\s*/][^\n]*?)"
_END = r"\s*[,;)}\]]*\s*(?://.*|#.*)?"


class _Shape(NamedTuple):
    """A shape of entries: what it is, its expression, and how many lines one has at the most."""

    what: str
    entry: str
    lines: int = 1


def _of_strings(code: str, text: str) -> Iterator[_Shape]:
    """Yield the shapes with a string for the message."""
    # As in: BUSY(4001, "Dock is busy"),
    yield _Shape("names with code and message", rf"{_NAME}\s*\(\s*{code}\s*,\s*{text}{_END}")
    # As in: 4001 => 'Dock is busy',
    yield _Shape("codes with their messages", rf"{code}\s*(?:=>|:|=)\s*{text}{_END}")
    # As in: BUSY: { code: 4001, message: 'Dock is busy' },
    named = rf"(?:[\"']?{_NAME}[\"']?\s*(?::|=>|:?=)\s*)?(?:new\s+)?(?:&?{_TYPE}\s*)?"
    inner = rf"[{{\[(]+\s*(?:{_KEY})?{code}\s*,\s*(?:{_KEY})?{text}"
    yield _Shape("an object for each", f"{named}{inner}{_END}")


def _of_remarks(code: str) -> Iterator[_Shape]:
    """Yield the shapes with a comment for the message."""
    # As in: const BUSY = 4001; // Dock is busy
    behind = rf"[,;]?\s*(?:///?<?|#|/\*+<?|--)\s*{_REMARK}\s*(?:\*/)?"
    yield _Shape(
        "constants with a remark behind", rf"{_CONSTANT}(?:\s*:?=\s*|\s+){code}\s*{behind}"
    )
    constant = rf"{_CONSTANT}\s*:?=\s*{code}{_END}"
    above = rf"(?:/\*+|///?|#|--)\s*{_REMARK}\s*(?:\*/)?\n\s*"
    yield _Shape("constants with a remark above", above + constant, 2)
    block = rf"/\*+\s*\n\s*\*+\s*{_REMARK}\s*\n\s*\*+/\s*\n\s*"
    yield _Shape("constants with a remark above", block + constant, 4)


_SHAPES = [
    shape
    for code in _CODES
    for shape in (
        *(one for text in _STRINGS for one in _of_strings(code, text)),
        *_of_remarks(code),
    )
]


class _Found(NamedTuple):
    """The entries of one shape: their codes, and whether a message has a backslash."""

    shape: _Shape
    codes: list[str]
    escaped: bool


def pattern(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of source code with constants, enums or arrays of codes."""
    if document.text.lstrip()[:1] == "<" or len(document.text) > _LONGEST:
        return None
    lines = [line.strip() for line in document.text.split("\n")]
    found = [_entries(lines, shape) for shape in _SHAPES]
    best = max(found, key=lambda one: len(one.codes))
    if len(best.codes) < LEAST:
        return None
    options: Options = {
        "format": "pattern",
        "code_set": code_set,
        "pattern": shapes.pattern(best.codes),
        "entry": best.shape.entry,
    }
    if best.shape.lines > 1:
        options["lines"] = str(best.shape.lines)
    if best.escaped:
        options["escapes"] = "backslash"
    why = (
        f"format pattern: {len(best.codes)} entries are {best.shape.what}",
        f"pattern {options['pattern']}: {shown_codes(best.codes)}",
    )
    return Sniffed(account(document, options), why)


def _entries(lines: list[str], shape: _Shape) -> _Found:
    """Return the entries of a shape, each in as many lines as it can have."""
    expression, budget = Expression(shape.entry), Budget(_MOST_STEPS)
    found = _Found(shape, [], escaped=False)
    for number in range(len(lines)):
        text = "\n".join(lines[number : number + shape.lines])
        if len(text) > _LONGEST_LINE or not any(sign in text for sign in "\"'/#-"):
            continue
        try:
            spans = expression.match(text, 0, len(text), budget)
        except TooMuchError:
            break
        if spans:
            found.codes.append(text[slice(*spans["code"])])
            escaped = found.escaped or "\\" in text[slice(*spans["message"])]
            found = found._replace(escaped=escaped)
    return found
