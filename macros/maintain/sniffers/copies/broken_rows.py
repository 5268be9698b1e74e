"""Rows of Markdown whose cells stand on several lines, as copies of pages have them: -> an entry.

The headings stand on one line, and say how many cells a row has. Below, a line ends behind some of
its cells, wherever the page had an element of its own, and the row goes on with the next line.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import meanings, shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers import words
from macros.maintain.sniffers.pages.pages import says_message
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, shown_codes, tried
from macros.readers.advice import shown
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Options
    from macros.readers.rows import Document

_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_BETWEEN = r"[ \t]*\n?\|[ \t]*\n?"
_CELL = r"[^|\n]*[^|\s]"
_NAME = re.compile(r"[A-Za-z]+(?:[_.-][A-Za-z0-9]+)+|[A-Z]{3,}", re.ASCII)
_GROUP = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


def sniff(document: Document, code_set: str) -> Sniffed | None:
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
