"""The contents of a page, which name what stands below: their headings, and rows in them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.readers.rows import Document, Row

_HEADING = re.compile(
    r"(?:table of )?contents?|toc|(?:on|in) this (?:page|section|document|article|chapter|guide)"
    r"|inhalt(?:sverzeichnis)?|auf dieser seite|[ií]ndice|(?:tabla de )?contenidos?|sommaire"
    r"|table des mati[eè]res|sommario|sum[aá]rio|inhoud(?:sopgave)?|spis treści|içindekiler"
    r"|содержание|оглавление|目[录錄次]|本页内容|목차",
    re.IGNORECASE,
)
_FEWEST = 3  # rows of a list
_TAG = re.compile(r"<[^<>]*>")
_AROUND = " \t#*_=~:：-"  # noqa: RUF001 - a colon of East Asia


def says(name: str) -> bool:
    """Tell whether a heading says that the contents of a page stand below it."""
    return bool(_HEADING.fullmatch(one_line(_TAG.sub(" ", name)).strip(_AROUND)))


def alone(document: Document, rows: Sequence[Row], sections: Sequence[str]) -> list[str]:
    """Return the headings of rows, none for those that only seem to stand in contents.

    In a text without marks, the codes below the contents have no other heading. What contents say
    of a code is no question where a row below says the same.

    Args:
        document: the document.
        rows: its rows.
        sections: the heading of each.
    """
    lines = document.text.split("\n")
    named = list(zip(rows, sections, strict=True))
    within = {row.line for row, name in named if says(name) and _stands_in(lines, row.line)}
    below = {(row.code, row.message) for row in rows if row.line not in within}
    return [
        "" if says(name) and (row.line not in within or (row.code, row.message) in below) else name
        for row, name in named
    ]


def outside(document: Document, rows: Sequence[Row]) -> list[Row]:
    """Return the rows that stand in no contents; all of them where none is left."""
    sections = alone(document, rows, [row.section or "" for row in rows])
    heading = {id(row) for row in at_head(rows)}
    left = [
        row
        for row, name in zip(rows, sections, strict=True)
        if not says(name) and id(row) not in heading
    ]
    return left or list(rows)


def at_head(rows: Sequence[Row]) -> list[Row]:
    """Return the rows on the lines of a list that has the same codes as all entries below it.

    Without a heading, such lines can be contents: those of the entries stand further apart.
    """
    codes = [row.code for row in rows]
    again = codes.index(codes[0], 1) if codes[:1] and codes[0] in codes[1:] else 0
    head, rest = rows[:again], rows[again:]
    together = all(after.line - row.line == 1 for row, after in pairwise(head))
    apart = all(after.line - row.line > 1 for row, after in pairwise(rest))
    is_one = len(head) >= _FEWEST and together and apart
    return list(head) if is_one and {row.code for row in rest}.issuperset(codes) else []


def _stands_in(lines: Sequence[str], line: int) -> bool:
    """Tell whether a row is one of the lines below the heading of contents, up to a blank one."""
    is_apart = False
    for text in reversed(lines[: line - 1]):
        if says(text):
            return True
        is_text = any(map(str.isalnum, _TAG.sub(" ", text)))
        if is_text and is_apart:
            return False
        is_apart = is_apart or not text.strip()
    return False
