"""Comments above constants that seem to say nothing of the code: titles of parts, and versions.

Where comments are the messages, `// ---- Billing ----` and `/** Since 2.4 */` are read as such, be
they all that stands above a constant or a line of its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.errors import more_advised
from macros.maintain.document import asides, source
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import as_pattern, by_hand_advice, hiding_advice, quoted, shown
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_MOST = 3  # lines that are quoted


class _Strange(NamedTuple):
    """A row, those lines of its comment that say nothing of the code, and whether it has others."""

    row: Row
    lines: tuple[str, ...]
    is_all: bool


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubts about messages that are no texts of a code, or have a line that is none."""
    if result.options["format"] != "pattern":
        return
    lines = document.text.split("\n")
    found = [strange for row in result.rows if (strange := _strange(row, lines))]
    if parts := [one for one in found if not one.is_all]:
        yield _of_parts(document.file, parts)
    for one in found:
        if one.is_all:
            yield _of_whole(document.file, one.row, lines)


def _strange(row: Row, lines: Sequence[str]) -> _Strange | None:
    """Return what of a row's comment says nothing of the code; None where it all may."""
    if not row.text_line:
        return None
    comment = [line for line in lines[row.text_line - 1 : row.line - 1] if source.is_comment(line)]
    comment = comment or [source.remark(lines[row.line - 1])]
    texts = {one_line(line): text for line in comment if (text := asides.bare(line))}
    strange = [line for line, text in texts.items() if asides.is_aside(text)]
    read = tuple(line for line in strange if texts[line] in row.message)
    return _Strange(row, read, len(strange) == len(texts)) if read else None


def _of_parts(file: str, found: Sequence[_Strange]) -> Doubt:
    """Return the doubt about lines that are perhaps of no message."""
    strange = list(dict.fromkeys(line for one in found for line in one.lines))
    first = found[0].row
    more = f", and {len(strange) - _MOST} lines more" if strange[_MOST:] else ""
    what = (
        f"{series([quoted(line) for line in strange[:_MOST]])}{more}: it is read as a part of the"
        f' message of "{first.code}", and is perhaps the title of a part, or a version, which says'
        " nothing of the code."
    )
    patterns = tuple(map(as_pattern, strange))
    do = f"If it is none of the message, add {', '.join(map(quoted, patterns))} to `ignore`."
    return Doubt(file, first.text_line, what, do, more={"ignore": patterns})


def _of_whole(file: str, row: Row, lines: Sequence[str]) -> Doubt:
    """Return the doubt about a message that is perhaps none."""
    what = (
        f'"{shown(one_line(row.message))}" is read as the message of "{row.code}", and is perhaps'
        " the title of a part, or a version, which says nothing of the code."
    )
    entry = "\n".join(one_line(line) for line in lines[row.text_line - 1 : row.line])
    constant = one_line(lines[row.line - 1])
    ways = by_hand_advice(entry, row.code), hiding_advice([row.code], constant)
    return more_advised(Doubt(file, row.line, what, ""), *ways)
