"""Badges in items and headings of Markdown: a reading -> the doubt about words in marks.

`4001: Dock is busy **New**` is one sentence to a reader of the text alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.messages import without
from macros.maintain.doubts.messages.furniture import BADGE, LEADS
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.maintain.doubts.messages.without import Shorter
    from macros.readers.rows import Document, Row

_FORMATS = frozenset({"bullets", "headings"})  # in tables they are left out by an option
_SET_APART = re.compile(r"(?P<mark>\*\*|__|[`*_])(?P<text>\w[^`*_\n]*)(?P=mark)(?!\w)")
_QUOTED = 3  # badges


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about badges at an end of messages, which are perhaps no part of these."""
    options = result.options
    if options["format"] not in _FORMATS or options.get("markup", "markdown") != "markdown":
        return
    lines = document.text.split("\n")
    found: list[Shorter] = []
    badges: list[str] = []
    for row in result.rows:
        for apart in _SET_APART.finditer(lines[(row.text_line or row.line) - 1]):
            rest = _rest(row, apart["text"]) if BADGE.fullmatch(apart["text"]) else ""
            if rest:
                found.append((row, rest))
                badges.append(apart["text"])
                break
    if found:
        by_hand = without.by_hand(document, result, found)
        yield _doubt(document.file, [row for row, _ in found], badges, by_hand)


def _rest(row: Row, badge: str) -> str:
    """Return the message of a row without a badge at its end or beginning; nothing where none is.

    Behind some words it is what the sentence speaks of: "The key is `Deprecated`".
    """
    text = row.message
    before, behind = text.removesuffix(f" {badge}"), text.removeprefix(f"{badge} ")
    if before != text and not LEADS.search(before):
        return before
    return behind if behind != text and behind[:1].isupper() else ""


def _doubt(
    file: str, rows: list[Row], badges: list[str], by_hand: tuple[dict[str, object], ...]
) -> Doubt:
    named = series([f'"{shown(text)}"' for text in dict.fromkeys(badges)][:_QUOTED])
    what = (
        f'{named} set apart in texts, as in "{shown(rows[0].message)}", may be a badge and no part'
        f" of the message (line {reading.line_ranges(row.line for row in rows)})."
    )
    so = f"add --as-meant {rows[-1].line}" if by_hand else "say their lines by hand under `rows`"
    do = (
        f"If so, {so}; if it is of the message, save the reader below to a file, and add --reader"
        " FILE."
    )
    return Doubt(file, rows[-1].line, what, do, rows=by_hand)
