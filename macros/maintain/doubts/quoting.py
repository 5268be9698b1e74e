"""How what is doubted is passed over: rows -> their lines, and what to write.

A line that `prose` quotes is passed over wherever it stands, so that none is quoted that is needed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_QUOTED = 20  # lines that an advice quotes
_NEAR = 5  # lines below a code, in which its text may stand


def quotes(
    document: Document, result: Reading, strange: Sequence[Row], asked: Sequence[str]
) -> list[str] | None:
    """Return the lines of some rows as `prose` quotes them; None where others are written alike.

    Two headings can have the same code alone, each with its own text below it. In source code, the
    line of a code can be that of a row that is needed, with another text around it. Then the line
    below that has the text is quoted, if it is another one.

    Args:
        document: the document.
        result: what came of it.
        strange: the rows.
        asked: the lines that can be quoted.
    """
    # Several rows can be written alike, as the first steps of codes are.
    quoted = [quote for row in strange for quote in reading.quotes([row], asked)]
    if len(quoted) < len(strange):
        return []
    known = {(row.code_set, row.code, row.line) for row in strange}
    others = [row for row in result.rows if (row.code_set, row.code, row.line) not in known]
    if result.options["format"] != "pattern":
        codes = {row.code for row in strange}
        again = reading.quotes([row for row in others if row.code in codes], asked)
        return None if set(again) & set(quoted) else list(dict.fromkeys(quoted))
    lines = [one_line(line) for line in document.text.split("\n")]
    needed = {lines[row.line - 1] for row in others}
    found = []
    for row, quote in zip(strange, quoted, strict=True):
        text = one_line(row.message.split("\n")[0])
        below = [line for line in lines[row.line : row.line + _NEAR] if text in line]
        able = [quote] if quote not in needed else [one for one in below if lines.count(one) == 1]
        found += able[:1]
    return found if len(found) == len(strange) else None


def advice(
    result: Reading, rows: Sequence[Row], quoted: Sequence[str] | None, if_so: str
) -> tuple[str, tuple[str, ...]]:
    """Return what to do about rows that are doubted, and the lines that `prose` then quotes.

    Args:
        result: what came of the document.
        rows: the rows.
        quoted: their lines, as `quotes` returns them.
        if_so: when they are passed over: `they are none`.
    """
    lines = reading.line_ranges(row.line for row in rows)
    if quoted is None:
        do = (
            f"If {if_so}, take the whole of it out of the file before it is read: what is needed"
            f" has lines that are written alike ({lines})."
        )
        return do, ()
    # What stands below a heading has to be passed over with it.
    format_ = result.options["format"]
    prose = result.options.get("prose", "skip" if format_ == "headings" else [])
    if quoted and len(quoted) <= _QUOTED:
        listed = [*(prose if isinstance(prose, list) else [prose]), *quoted]
        how = f"write `prose: {json.dumps(listed, ensure_ascii=False)}` in it"
    else:
        how = f"quote the lines ({lines}) under `prose` in it"
    do = f"Save the reader below to a file, and add --reader FILE. If {if_so}, {how} before."
    return do, tuple(quoted)
