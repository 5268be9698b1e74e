"""Texts below a blank line, where other codes have theirs right below them: a reading -> doubts.

Such a code has perhaps no text, and what is read as its text is of the page.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from macros.maintain.document import code_lines, source_file
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import as_pattern, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_FORMATS = frozenset({"headings", "pattern"})
_MOST = 2 / 3  # of the codes have their text right below


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each code whose text stands further below than those of most."""
    if result.options["format"] not in _FORMATS or source_file.is_source(document):
        return
    lines = code_lines.lines_of(document.text)
    usual = code_lines.usual(lines, result.rows)
    if not usual or usual.below:
        return
    framed = [(row, code_lines.frame(lines, row.line, row.code)) for row in result.rows]
    apart = [row for row, frame in framed if frame and frame.below]
    near = [row for row, frame in framed if frame and not frame.below]
    if len(near) < _MOST * len(result.rows):
        return
    labels = {_label(lines[row.line + 1]) for row in near}
    for row in apart:
        below = _below(lines, row, {one.line for one in result.rows})
        if below and not (_label(below[0]) and labels == {_label(below[0])}):
            yield _doubt(document.file, row, lines[row.line], below)


def _below(lines: Sequence[str], row: Row, starts: set[int]) -> list[str]:
    """Return the lines of the paragraph below a code that stands alone."""
    first = next((at for at in range(row.line + 1, len(lines)) if lines[at]), len(lines))
    numbers = takewhile(lambda at: lines[at] and at not in starts, range(first, len(lines)))
    return [lines[at] for at in numbers]


def _label(line: str) -> str:
    """Return what stands before a colon; where all texts have it, it tells that one is a text."""
    label, sign, _ = line.partition(":")
    return label if sign else ""


def _doubt(file: str, row: Row, line: str, below: Sequence[str]) -> Doubt:
    what = (
        f'"{shown(below[0])}" is read as the text of "{row.code}", and stands below a blank line,'
        " where other codes have their texts right below them."
    )
    do = (
        f"If it is of the page, and the code has no text, add --as-meant {row.line}; if it is its"
        f" text, add --as-read {row.line}."
    )
    more = {"ignore": (as_pattern(line),), "unreadable": (row.code,), "prose": tuple(below)}
    return Doubt(file, row.line, what, do, more=more)
