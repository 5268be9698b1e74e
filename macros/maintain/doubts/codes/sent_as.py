"""Constants that are sent as something else than their number: rows -> what is asked of them.

`[EnumMember(Value = "E101")]` above `BUSY = 1,` says what a program writes for it into a body.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading, shapes
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_NAMES = (
    r"(?:@|#?\[)\s*(?:\w+\.)*(?:EnumMember|JsonProperty|JsonStringEnumMemberName|SerializedName"
    r"|SerialName|XmlEnum\w*|JsonKey|JsonValue|Json|serde)\b"
)
_SENT = re.compile(rf"\s*{_NAMES}[^\"\n]*\"(?P<value>[^\"\n]*)\"[^\"\n\]]*[)\]]\s*")
_BETWEEN = re.compile(r"\s*(?:@|#?\[|///?|\*|/\*)")
_FARTHEST = 4  # lines above a constant


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about codes that are written otherwise where they are sent."""
    if result.options["format"] != "pattern":
        return
    lines = document.text.split("\n")
    sent = [(row, value) for row in result.rows if (value := _value(lines, row))]
    sent = [(row, value) for row, value in sent if value != row.code]
    if not sent:
        return
    row, value = sent[0]
    what = (
        f'"{shown(value)}" is what the constant of "{shown(row.code)}" is sent as, by the attribute'
        f" above it (line {reading.line_ranges(one.line for one, _ in sent)}), and so perhaps the"
        " code that the API answers with."
    )
    do = "If the API answers with what is read, say so"
    options = _changed(result.options, [value for _, value in sent])
    if len(reading.read(document, options).rows) == len(result.rows) == len(sent):
        do = f"{do}; if with the other, that is the code, and what is read is kept beside."
        yield Doubt(document.file, row.line, what, do, change=lambda _: dict(options))
    else:
        do = f"{do}; if with the other, write an `entry` that takes it as the code."
        yield Doubt(document.file, row.line, what, do)


def _value(lines: Sequence[str], row: Row) -> str:
    """Return what the attribute above a row sends for it, if that has a number in it."""
    for number in range(row.line - 2, max(row.line - 2 - _FARTHEST, -1), -1):
        found = _SENT.fullmatch(lines[number])
        if found:
            return found["value"] if any(map(str.isdigit, found["value"])) else ""
        if not _BETWEEN.match(lines[number]):
            break
    return ""


def _changed(options: Mapping[str, Any], values: Sequence[str]) -> dict[str, Any]:
    """Return options by which what is sent is the code, and the number above is kept."""
    own = options["entry"].replace("(?P<code>", "(?P<number>", 1)
    entry = rf"{_NAMES}[^\"\n]*\"(?P<code>[^\"\n]*)\"[^\"\n]*\n{own}"
    lines = str(int(options.get("lines", 1)) + 1)
    kept = {key: one for key, one in options.items() if key not in {"prose", "ignore"}}
    return {**kept, "entry": entry, "pattern": shapes.pattern(values), "lines": lines}
