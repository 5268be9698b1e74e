"""Headings that are names of errors, passed over beside those of numbers: a reading -> doubts.

`## NOT_FOUND` with a text below it may be a code as `### 404001` is, in another list or at another
level. No title of a page has an underscore; what else is in capitals stands beside such a name, or
is one that HTTP or gRPC has.
"""

from __future__ import annotations

import re
from collections import Counter
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.passed_over import (
    headings_passed_over,
    lists_passed_over,
    words_passed_over,
)
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_HEADING = re.compile(
    r"\s*(?:(?P<signs>#{1,6})\s|<h(?P<level>[1-6])\b[^<>]*>)"
    r"(?:\s|[`*]|<\w+[^<>]*>)*(?P<word>[A-Z][A-Z0-9]{2,}(?:_[A-Z0-9]+)*)?(?P<end>[`*\s]*(?:#*$|</))?",
    re.ASCII,
)
_KNOWN = {one.name for one in HTTPStatus} | set(
    "ABORTED CANCELLED INTERNAL TIMEOUT UNAUTHENTICATED UNAVAILABLE UNKNOWN".split()
)


class _Heading(NamedTuple):
    """A heading: its line, its level, and the word that it is, if it is one."""

    line: int
    level: int
    word: str


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each heading that is passed over, and is perhaps the name of an error."""
    if result.options["format"] != "headings":
        return
    lines = document.text.split("\n")
    found = [*_headings(lines)]
    passed = {number for number, _ in lists_passed_over.passed(document, result.accounts)}
    # One at a lower level is read as what stands beside the text of the code above it.
    labels = Counter(heading for row in result.rows for heading in row.columns)
    # Of those that are set as the headings of codes are is asked anyway.
    declared = result.options.get("headings", ())
    names = [
        one
        for place, one in enumerate(found)
        if one.word not in {"", *declared}
        and (one.line in passed or labels[one.word] == 1)
        and words_passed_over.may_be_code(one.word)
        and _has_a_text(lines, found[place:])
        and not _has_codes(result, found[place:])
    ]
    levels = {one.level for one in names if "_" in one.word or one.word in _KNOWN}
    asked = reading.asked(document, result.options) if levels else []
    quotes = {line.strip("#`* "): line for line in asked}
    for one in names:
        quote = quotes.get(one.word, "")
        if one.level in levels and quote not in result.options.get("prose", ()):
            yield _doubt(document.file, one, quote)


def _headings(lines: list[str]) -> Iterator[_Heading]:
    for number, line in enumerate(lines, start=1):
        if found := _HEADING.match(line):
            level = len(found["signs"] or "") or int(found["level"])
            word = found["word"] if found["word"] and found["end"] is not None else ""
            yield _Heading(number, level, word)


def _has_a_text(lines: list[str], found: list[_Heading]) -> bool:
    """Tell whether there is anything below the first of some headings and above the next one."""
    end = found[1].line - 1 if len(found) > 1 else len(lines)
    below = lines[found[0].line : end]
    return any(line.strip() for line in below) or "</h" in lines[found[0].line - 1]


def _has_codes(result: Reading, found: list[_Heading]) -> bool:
    """Tell whether codes stand in the section below the first of some headings."""
    first, *others = found
    end = next((one.line for one in others if one.level <= first.level), float("inf"))
    return any(first.line < row.line < end for row in result.rows)


def _doubt(file: str, one: _Heading, quote: str) -> Doubt:
    what = f'the heading "{shown(one.word)}" may name an error, and is read as none.'
    do = f"If it is a code, add --as-meant {one.line}; if it is none, add --as-read {one.line}."
    quoted = (quote,) if quote else ()
    change = headings_passed_over.listing(one.word)
    return Doubt(file, one.line, what, do, quoted, change=change)
