"""Codes that stand alone on lines, each with its text on the next one or two: -> an entry."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers import words
from macros.maintain.sniffers.copies import copy_entries
from macros.maintain.sniffers.copies.copy_entries import MOST
from macros.maintain.sniffers.sniffed import LEAST
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.errors import Problem
    from macros.maintain.sniffers.copies.copy_entries import Line
    from macros.maintain.sniffers.sniffed import Sniffed
    from macros.readers.rows import Document, Row

_APART = 3  # lines from one code to the next, at the most
_PIPES = 2  # lines of pipes alone, below a row
# In capitals, with dots, or of words joined: NO-DOCK, dock.gone, DockGone.
_ALONE = re.compile(
    r"(?P<capitals>[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+)|(?P<dots>[A-Za-z]\w*(?:\.\w+)+)"
    r"|(?P<joined>[A-Z][A-Za-z0-9]*[a-z][A-Z][A-Za-z0-9]*)|(?P<small>[a-z][a-z0-9]*(?:_[a-z0-9]+)+)"
    r"|(?P<number>-?[0-9]{1,8})",
    re.ASCII,
)
_WORD = re.compile(r"[A-Z]{3,}", re.ASCII)  # beside such names


def sniff(
    document: Document, code_set: str, lines: Sequence[Line], *, pipes: bool = False
) -> Sniffed | None:
    """Guess codes that stand alone on lines, each with its text on the next one.

    Args:
        document: the document.
        code_set: the id of its code set.
        lines: its lines.
        pipes: whether pipes stand around what they say.
    """
    kinds = {place: kind for place, line in enumerate(lines) if (kind := _kind(line.text))}
    usual_kind = Counter(kinds.values()).most_common(1)[0][0] if kinds else ""
    usual_places = [place for place, kind in kinds.items() if kind == usual_kind]
    if len(usual_places) < LEAST:
        return None
    first, last = usual_places[0], usual_places[-1]
    joined = [place for place in kinds if first <= place <= last + _APART]
    places = [
        place
        for place, line in enumerate(lines)
        if place in joined or (first < place <= last + _APART and _WORD.fullmatch(line.text))
    ]
    texts = [lines[place + 1].text for place in places if place + 1 < len(lines)]
    gaps = [after - place - 1 for place, after in pairwise(places)]
    usual, times = Counter(gaps).most_common(1)[0]
    spoken = sum(" " in text.strip() or not text.isascii() for text in texts)
    if usual not in {1, 2} or times < MOST * len(gaps) or spoken < MOST * len(places):
        return None
    codes = list(dict.fromkeys(lines[place].text for place in places))
    if len(codes) < MOST * len(places):
        return None
    around, sign = (r"(?:[ \t]*\|)?[ \t]*", "|") if pipes else ("", "")
    text = rf"{around}\n+{around}(?P<{{}}>[^{sign}\n]*[^{sign}\s]){around}"
    rest = text.format("message") + (text.format("text") if usual > 1 else "")
    spans = [lines[min(place + usual, len(lines) - 1)].number for place in places]
    rest += r"(?:\n+[ \t]*\|[ \t|]*)*" if pipes else ""  # lines of pipes alone
    most = max(end - lines[place].number for place, end in zip(places, spans, strict=True)) + 1
    most += _PIPES if pipes else 0
    result = copy_entries.read(document, code_set, codes, f"{around}{{code}}{rest}", most)
    if not result or len(result.rows) < MOST * len(places):
        return None
    doubts: list[Problem] = list(copy_entries.twice(document.file, result.rows))
    if usual > 1:
        doubts.append(_two_texts(document.file, result.rows[0]))
    if not any(map(words.is_word, codes)) and not copy_entries.speaks_of_codes(
        lines, lines[first].number
    ):
        doubts.append(_steps(document.file, result.rows))
    if any(words.is_word(code) for code in codes):
        doubts.append(words.doubt(document.file, result.rows[0].line, codes))
    return copy_entries.sniffed(result, codes, doubts)


def _kind(text: str) -> str:
    """Return which kind of code stands alone in a line; nothing where none does."""
    found = None if other_numbers.is_year(text) else _ALONE.fullmatch(text)
    return found.lastgroup or "" if found else ""


def _steps(file: str, rows: Sequence[Row]) -> Doubt:
    """Return the doubt about numbers above which nothing speaks of codes."""
    what = (
        f'"{rows[0].code}" and {len(rows) - 1} more numbers stand alone above texts, and no heading'
        " right above them speaks of codes: they are perhaps those of steps or chapters."
    )
    do = "If they are codes, save the reader below to a file, and add --reader FILE."
    return Doubt(file, rows[0].line, what, do)


def _two_texts(file: str, row: Row) -> Doubt:
    """Return the doubt about which of two texts is the message."""
    first, second = row.message, row.columns["text"]
    what = f'"{shown(first)}" and "{shown(second)}" can each be the message of "{row.code}".'
    do = (
        "The first is the message in the reader below, and the second is kept as `text`. Call the"
        " groups of its `entry` as you decide, save it to a file, and add --reader FILE."
    )
    return Doubt(file, row.line, what, do)
