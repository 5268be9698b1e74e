"""The headings of a page with their levels: document -> which headings stand above a line."""

from __future__ import annotations

import bisect
import html
import re
from typing import TYPE_CHECKING, NamedTuple

from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Document

_HASHES = re.compile(r"(?P<level>#{1,6})\s+(?P<text>.*?)\s*#*\s*")
_TAG = re.compile(
    r"<h(?P<level>[1-6])\b[^>]*>(?P<text>.{0,400}?)</h(?P=level)\s*>", re.IGNORECASE | re.DOTALL
)
_UNDERLINE = re.compile(r"(?P<sign>[=~^\"'`#*+-])(?P=sign){2,}\s*")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})")
_MARKS = re.compile(r"<[^>]*>|[*_`\\]|\{#[^}]*\}|\[(?=[^\]]*\]\()|\]\([^)]*\)")


class Heading(NamedTuple):
    """A heading of a page.

    Attributes:
        line: its line, counted from 1.
        text: its text, without marks.
        above: the texts of the headings that it stands below, the highest first.
    """

    line: int
    text: str
    above: tuple[str, ...]


def outline(document: Document) -> list[Heading]:
    """Return the headings of a page in Markdown, HTML or reStructuredText, in order."""
    stack: list[tuple[int, str]] = []
    headings = []
    for line, level, text in sorted(_headings(document.text)):
        while stack and stack[-1][0] >= level:
            stack.pop()
        headings.append(Heading(line, text, tuple(one for _, one in stack)))
        stack.append((level, text))
    return headings


def _headings(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the line of each heading, its level, of which 1 is the highest, and its text."""
    signs: list[str] = []
    lines = text.split("\n")
    fenced = _fenced(lines)
    for number, line in enumerate(lines, start=1):
        if number in fenced:
            continue
        if hashes := _HASHES.fullmatch(line):
            yield number, len(hashes["level"]), bare(hashes["text"])
        elif (under := _UNDERLINE.fullmatch(line)) and number > 1 and lines[number - 2].strip():
            if under["sign"] not in signs:
                signs.append(under["sign"])
            yield number - 1, signs.index(under["sign"]) + 1, bare(lines[number - 2])
    line_number, place = 1, 0
    for tag in _TAG.finditer(text):
        line_number += text.count("\n", place, tag.start())
        place = tag.start()
        yield line_number, int(tag["level"]), bare(html.unescape(tag["text"]))


def _fenced(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines between fences, and of these.

    The line below a title can look like a fence; it is as long as the title.
    """
    able = [
        number
        for number, line in enumerate(lines, start=1)
        if _FENCE.match(line)
        if not (
            _UNDERLINE.fullmatch(line)
            and number > 1
            and 0 < len(lines[number - 2].strip()) <= len(line.strip())
        )
    ]
    pairs = zip(able[::2], able[1::2], strict=False)
    return {number for first, last in pairs for number in range(first, last + 1)}


def bare(text: str) -> str:
    """Return a heading without its marks."""
    return one_line(_MARKS.sub("", text)).strip()


def nearest(headings: Sequence[Heading], text: str, line: int) -> Heading | None:
    """Return the last of some headings with a text that stands above a line, or on it."""
    above = headings[: bisect.bisect_right(headings, line, key=lambda one: one.line)]
    wanted = bare(text)
    return next((one for one in reversed(above) if one.text == wanted), None)
