"""Entries of copied pages that stand on several lines each: lines -> an entry.

Codes stand alone on lines, each with its text on the next one or two. Or the headings of a table of
Markdown stand on one line, and say how many cells a row has; below, a line ends behind some of its
cells, wherever the page had an element of its own, and the row goes on with the next line.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.maintain.document import meanings, other_numbers, shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers import words
from macros.maintain.sniffers.copies import copy_entries
from macros.maintain.sniffers.copies.copy_entries import MOST
from macros.maintain.sniffers.pages.pages import says_message
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, shown_codes, tried
from macros.readers.advice import shown
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Options
    from macros.maintain.sniffers.copies.copy_entries import Line
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


def alternating(
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


_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_BETWEEN = r"[ \t]*\n?\|[ \t]*\n?"
_CELL = r"[^|\n]*[^|\s]"
_NAME = re.compile(r"[A-Za-z]+(?:[_.-][A-Za-z0-9]+)+|[A-Z]{3,}", re.ASCII)
_GROUP = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


def broken_rows(document: Document, code_set: str) -> Sniffed | None:
    """Guess a table whose codes stand on lines of their own, with other cells of the row below."""
    lines = [one_line(line) for line in document.text.split("\n")]
    rule = next((at for at, line in enumerate(lines) if at and _RULE.fullmatch(line)), 0)
    headings = _cells(lines[rule - 1]) if rule else []
    alone = [_cells(line) for line in lines[rule + 1 :] if line.endswith("|")]
    codes = [cells[0] for cells in alone if len(cells) == 1 and _is_code(cells[0])]
    width = len(headings)
    if width < 2 or len(codes) < LEAST or len(set(headings)) < width:  # noqa: PLR2004 - code and text
        return None
    groups = _groups(headings)
    pattern = shapes.pattern(codes)
    cells = [f"(?P<code>{pattern})", *(f"(?P<{group}>{_CELL})?" for group in groups)]
    entry = rf"(?:\|[ \t]*)?{_BETWEEN.join(cells)}[ \t]*(?:\n?\|)?"
    named = {name: name for name in ("http", "name", "cause", "remedy", "note") if name in groups}
    options: Options = {"format": "pattern", "code_set": code_set, "pattern": pattern}
    options |= {"entry": entry, "lines": 2 * width, "every_line": "true"}
    options["prose"] = lines[rule - 1 : rule + 1]
    options |= {"named": named} if named else {}
    result = tried(document, options)
    if not result or len(result.rows) < LEAST:
        return None
    line = result.rows[0].line
    doubts: list[Problem] = list(_rivals(document.file, line, headings, groups))
    if all(map(words.is_word, codes)):
        doubts.append(words.doubt(document.file, line, codes))
    why = (
        f"format pattern: the rows have {width} cells, on several lines",
        f"pattern {pattern}: {shown_codes(codes)}",
    )
    return Sniffed(replace(result, problems=(*result.problems, *doubts)), why, doubts=tuple(doubts))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def _is_code(text: str) -> bool:
    return shapes.looks_like_a_code(text) or bool(_NAME.fullmatch(text))


def _groups(headings: Sequence[str]) -> list[str]:
    """Return what the groups of the columns behind that of the code are called."""
    said = [place for place, text in enumerate(headings) if place and says_message(text)]
    message = said[0] if said else len(headings) - 1
    groups: list[str] = []
    for place, heading in enumerate(headings[1:], start=1):
        name = meanings.says(meanings.Text(heading, [])) or re.sub(r"\W+", "_", heading.lower())
        is_free = _GROUP.fullmatch(name) and name not in {"message", "code", *groups}
        groups.append("message" if place == message else name if is_free else f"column_{place}")
    return groups


def _rivals(
    file: str, line: int, headings: Sequence[str], groups: Sequence[str]
) -> Iterator[Doubt]:
    """Yield the doubt about several columns whose headings say that they have the message."""
    said = [text for text in headings[1:] if says_message(text)]
    if len(said) == 1:
        return
    chosen = headings[groups.index("message") + 1]
    named = series([f'"{shown(text)}"' for text in said or headings[1:]])
    what = f'{named} can each be the message; it is read from "{shown(chosen)}".'
    do = (
        "If that is right, save the reader below to a file, and add --reader FILE; else call"
        " another group of its `entry` `message` before."
    )
    yield Doubt(file, line, what, do)
