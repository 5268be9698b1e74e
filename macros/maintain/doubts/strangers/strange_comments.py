"""Constants below a comment that says what they are: rows -> groups that are perhaps none of codes.

A comment that stands alone is the heading of what is below it: `/* Flags for open() */`. Most are
about what the codes are of, so that only those are asked about that speak of other numbers.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import other_numbers, source, source_blocks
from macros.maintain.doubts.strangers import dead_code
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Document, Row

_MOST_WORDS = 8  # of a heading
_AROUND = " \t/*#=-_~+<>!:;."
_DECORATED = re.compile(r"[-=*#~_]{3}|[/*#-]+\s*[-=*#~_]{2}")


class _Heading(NamedTuple):
    """A comment that stands alone.

    Attributes:
        text: its first line.
        last: its last line, counted from 0.
        is_strong: whether a line without text is above it, or signs are around it.
    """

    text: str
    last: int
    is_strong: bool


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows of each group that is perhaps none of codes, and what is said of them."""
    if format_ != "pattern":
        return
    lines = document.text.split("\n")
    groups: list[tuple[_Heading, list[Row]]] = []
    others = list(rows)
    for heading, below in _groups(lines, rows):
        known = set(map(id, below))
        if group := [row for row in others if id(row) in known]:
            groups.append((heading, group))
            others = [row for row in others if id(row) not in known]
    for heading, group in groups:
        fails = 2 * sum(other_numbers.tells_failure(row.message) for row in group) > len(group)
        apart = {_shape(row) for row in group}.isdisjoint(_shape(row) for row in others)
        if others and (apart or not fails):
            stand = "stand" if group[1:] else "stands"
            yield group, f'{stand} below the comment "{shown(heading.text)}", beside other codes'


def _says_others(text: str) -> bool:
    """Tell whether a heading speaks of other numbers; "since version 3" is about what is below."""
    is_of_version = any(map(str.isdigit, text))
    said = other_numbers.says_others(text) and not is_of_version
    return said or other_numbers.says_switches(text)


def _groups(lines: Sequence[str], rows: Sequence[Row]) -> Iterator[tuple[_Heading, list[Row]]]:
    """Yield each heading of other numbers, and the rows up to the next one or the block's end."""
    headings = list(_headings(lines, {row.line: row for row in rows}))
    around = source_blocks.around(lines)
    for place, heading in enumerate(headings):
        if not _says_others(heading.text):
            continue
        further = headings[place + 1 :]
        end = next((one.last for one in further if one.is_strong or not heading.is_strong), None)
        below = [row for row in rows if heading.last < row.line - 1]
        below = [row for row in below if end is None or row.line - 1 < end]
        group = [
            row
            for row in below
            if around[row.line - 1] == around[below[0].line - 1]
            and not other_numbers.is_marked(row.named.get("name", ""))
        ]
        if group:
            yield heading, group


def _headings(lines: Sequence[str], rows: dict[int, Row]) -> Iterator[_Heading]:
    """Yield the comments that stand alone above a row, and say nothing of it."""
    inner = {number - 1 for part in dead_code.parts(lines) for number in part.lines}
    is_comment = [source.is_comment(line) or at in inner for at, line in enumerate(lines)]
    starts = [at for at, one in enumerate(is_comment) if one and not (at and is_comment[at - 1])]
    for first, following in pairwise([*starts, len(lines)]):
        ends = (at for at in range(first, following) if not is_comment[at])
        below = next(ends, following)
        row = rows.get(next((at for at in range(below, following) if lines[at].strip()), -1) + 1)
        texts = [text for line in lines[first:below] if (text := one_line(line).strip(_AROUND))]
        if not row or not texts or len(texts[0].split()) > _MOST_WORDS:
            continue
        if any(_says(text, one_line(row.message)) for text in texts):
            continue
        is_decorated = any(map(_DECORATED.search, lines[first:below]))
        is_strong = is_decorated or first == 0 or not lines[first - 1].strip()
        yield _Heading(texts[0], below - 1, is_strong)


def _says(text: str, message: str) -> bool:
    """Tell whether a line of a comment is one of a message, or has it: @Message("Dock is busy")."""
    return text in message or bool(re.search(rf"[\"'>(]{re.escape(message)}[\"'<)]", text))


def _shape(row: Row) -> tuple[bool, bool]:
    """Return what tells numbers of another kind: a sign, and whether it is hexadecimal."""
    return row.code.startswith("-"), row.code.lower().startswith(("0x", "-0x"))
