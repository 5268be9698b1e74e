"""Two lines of most entries that are read as one text: a reading -> a doubt.

Markdown goes on with a text on the next line, and so does a text without markup. Nobody wraps a
line of a few words, though: `Invalid token` and `Get a new one.` below it are perhaps two texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.copies.copy_entries import BETWEEN
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.maintain.sniffers.texts.wraps import WIDE
from macros.readers.advice import shown
from macros.readers.text_wrapped import is_open
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

_FORMATS = frozenset({"headings", "bullets"})
_MOST = 0.6  # of the entries are of two lines
_NEAR = 4  # lines below a code on which its text begins


class _Joined(NamedTuple):
    """A row, and the two lines that its text is made of."""

    row: Row
    first: str
    second: str


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts of two lines, of which the first is short and could be whole."""
    if result.options["format"] not in _FORMATS or len(result.rows) < LEAST:
        return
    lines = [one_line(line) for line in document.text.split("\n")]
    found = [one for row in result.rows if (one := _joined(lines, row))]
    if len(found) < max(LEAST, _MOST * len(result.rows)):
        return
    row, first, second = found[0]
    what = (
        f'"{shown(first)}" and "{shown(second)}" stand on two lines, and are read as one text, as'
        f" those of {len(found) - 1} more codes are."
    )
    do = f"If it is one, add --as-read {row.line};"
    taken = tried(document, _apart(result.options)) if len(found) == len(result.rows) else None
    if taken and [one.message for one in taken.rows] == [one.first for one in found]:
        do += f" if the second line says more, add --as-meant {row.line}, which keeps it apart."
        yield Doubt(document.file, row.line, what, do, change=lambda _: dict(taken.options))
        return
    do += (
        " if the second line says more, read the document with `format: pattern` and an `entry`"
        " that has a group for each line."
    )
    yield Doubt(document.file, row.line, what, do)


def _joined(lines: Sequence[str], row: Row) -> _Joined | None:
    """Return the two lines of a text, if it is of two that seem to be whole each."""
    for place in range(row.line, min(row.line + _NEAR, len(lines))):
        second = lines[place]
        first = row.message.removesuffix(f" {second}")
        if second and first != row.message and lines[place - 1].endswith(first):
            short = len(lines[place - 1]) < WIDE and is_open(first) and first[-1].isalnum()
            own = second[0].isalpha() and not second[0].islower()
            return _Joined(row, first, second) if short and own else None
    return None


def _apart(options: Options) -> Options:
    """Return options for entries of a code, its message and a line below that."""
    lead = r"(?:(?:[-*+•]|#{1,6})[ \t]+)?[`*]*"
    code = rf"{options.get('before', '')}(?P<code>{options['pattern']})[`*]*"
    text = r"(?P<message>\S[^\n]*)\n[ \t]*(?P<text>\S[^\n]*)"
    return {
        "format": "pattern",
        "code_set": options["code_set"],
        "pattern": options["pattern"],
        "entry": rf"{lead}{code}(?:{BETWEEN}|\n+)[ \t]*{text}",
        "lines": "4",
        "every_line": "true",
    }
