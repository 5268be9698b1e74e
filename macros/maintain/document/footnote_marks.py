"""Marks of footnotes in a document: behind its codes or before them, and references in texts."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_REFERENCE = r"\s?\[\^[^\]\s]{1,20}\]|\s?\[(?:[0-9]{1,2}|#[\w-]*|\*)\]_(?!_)"
_STAR = r"(?:\\?\*|＊){1,3}"  # noqa: RUF001 - East Asian
_SIGN = rf"(?:[0-9]{{1,2}}|[a-z]|{_STAR}|[†‡§]+)"
# An element that is set apart from the code, and has nothing but such a sign.
_RAISED = (
    r"\s?<sup\b[^>]*>(?:(?!</sup|<sup).)*</sup>"
    rf"|<(?P<tag>sub|small|a(?= [^<>]*href=[\"']?#)|span(?= [^<>]*(?:note|ref|fn|sup)))\b[^>]*>"
    rf"\s*[\[(]?{_SIGN}[\])]?\s*</(?P=tag)>"
)
_ONE = (
    rf"(?:{_REFERENCE}|{_RAISED}|{_STAR}|\s{_STAR}(?=\s*(?:\||<|$))|\s?[†‡§]+"
    rf"|[\xb9\xb2\xb3\u2070\u2074-\u2079]{{1,2}}|\s?[(（](?:注|註|note )?{_SIGN}?[)）]"  # noqa: RUF001
    r"|\[(?:[0-9]{1,2}|[a-z])\]|\s?[①-⑳]|\s?※[0-9]*|\^\(?[0-9]{1,2}\)?\^?"
    r"|&(?:[dD]agger|sup[123]|sect|ast|#(?:8224|8225|42|185|178|179));)"
)
_BARE = r"[A-Za-z]{0,6}[-_]?[0-9]{1,8}|0[xX][0-9A-Fa-f]{1,8}|[A-Z]{1,20}(?:_[A-Z0-9]+)+"
# The signs that set a code apart end before the mark.
_CLOSES = r"(?P<closes>`{1,2}|\*\*|__|(?:</(?:code|b|strong|em|i|tt|span)>)+)?"
_CODE = re.compile(
    rf"(?<![\w.\\-])(?P<code>{_BARE}){_CLOSES}"
    rf"(?P<mark>{_ONE}(?:,?{_ONE.replace('tag', 'other')})?)"
    r"(?![\w*])",
    re.ASCII | re.MULTILINE,
)
_BEFORE = re.compile(
    rf"(?:^|[|>,;\t])[ ]*(?P<mark>{_STAR}|[†‡§]+|※)(?P<code>{_BARE})(?=\s*(?:[|<,;\t:]|$))",
    re.ASCII | re.MULTILINE,
)
_NUMBER = re.compile(r"\s?[(（][0-9]")  # noqa: RUF001 - East Asian
_NUMBERED = re.compile(r"[A-Za-z]{0,6}[-_]?[0-9]+|0[xX].*", re.ASCII)
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=[^\s*,]|$)")  # begins
_IN_TEXTS = re.compile(rf"(?<=[^\s|>])(?:{_REFERENCE})")
_MARKUP = re.compile(r"<[^>]*>|^[\s>|\\]+|\\(?=\*)", re.MULTILINE)


class Mark(NamedTuple):
    """A mark of a footnote: its place, its text, and the code right before it, if one is."""

    first: int
    end: int
    line: int
    written: str
    code: str
    leads: bool = False  # whether it stands before the code

    @property
    def shown(self) -> str:
        """The mark as a page shows it, or, of a reference, as it is written."""
        return _MARKUP.sub("", html.unescape(self.written)).strip().removesuffix("_")

    @property
    def quoted(self) -> str:
        """The code with it, as both are written."""
        pair = (self.written, self.code) if self.leads else (self.code, self.written)
        return "".join(pair).strip()

    @property
    def forms(self) -> set[str]:
        """How a reader can have it with its code: as it is written, or as it is shown."""
        signs = {self.written, self.shown, f" {self.shown}", f" {self.shown.strip('[]')}"}
        return {f"{sign}{self.code}" if self.leads else f"{self.code}{sign}" for sign in signs}


def found(text: str) -> Iterator[Mark]:
    """Yield what can be marks: behind codes, where no emphasis begins, and references in texts."""
    ends = [one.start() for one in re.finditer("\n", text)]
    taken = set()
    for one in (*_CODE.finditer(text), *_BEFORE.finditer(text)):
        place, end = one.span("mark")
        number = bisect_left(ends, place)
        begins = text[ends[number - 1] + 1 if number else 0 : min(one.start("code"), place)]
        closes = one.groupdict().get("closes") or ""
        # As in: **Error 1001**, **1001: Dock is busy**
        behind = text[one.end("code") : text.find("\n", one.end("code"))]
        leads = place < one.start("code")
        is_open = _EMPHASIS.search(begins.removesuffix(closes)) or (leads and "*" in behind)
        is_bold = "*" in one["mark"] and is_open
        # Behind a name its number can stand: DOCK_BUSY (1)
        is_number = _NUMBER.match(one["mark"]) and not _NUMBERED.fullmatch(one["code"])
        if not (is_bold or is_number):
            taken.add(place)
            yield Mark(place, end, number + 1, one["mark"], one["code"], leads)
    for one in _IN_TEXTS.finditer(text):
        if one.start() not in taken:
            number = bisect_left(ends, one.start())
            yield Mark(*one.span(), number + 1, one[0], "")


def begins(line: str, mark: Mark) -> bool:
    """Tell whether a line begins with a mark and has a text behind it."""
    text = _MARKUP.sub("", html.unescape(line)).removeprefix(".. ").lstrip()
    rest = text.removeprefix(mark.shown)
    is_apart = rest != text and not rest[:1].isalnum() and rest[:1] not in mark.shown
    return is_apart and any(map(str.isalpha, rest))
