"""Codes that are perhaps sent otherwise than they are printed: rows -> doubts.

Of 1O05 and 1.007 among those of four digits nobody can tell from the page what the API sends; and
`[EnumMember(Value = "E101")]` above `BUSY = 1,` says what a program writes for it into a body.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading, shapes
from macros.maintain.document.doubt import Doubt, becomes
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row


_FEWEST = 4  # codes of one shape, among which another one is strange
_MOST = 0.7  # of all codes have that shape
_NEAR = 10  # between the codes before and behind one with a digit too many
SLIPS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", ".": None, ",": None})


def misprints(
    document: Document, result: Reading, held: Container[tuple[str, str]] = ()
) -> Iterator[Doubt]:
    """Yield a doubt for each code of a document that is perhaps misprinted.

    Args:
        document: the document.
        result: what came of it.
        held: code sets and codes of which it is decided already that they are some.
    """
    rows = [row for row in result.rows if row.ends is None]
    found = list(_slips(rows)) or list(_with_a_digit_too_many(rows))
    pairs = [(row, code) for row, code in found if (row.code_set, row.code) not in held]
    lines = reading.asked(document, result.options) if pairs else []
    for row, code in pairs:
        yield _doubt(document.file, lines, row, code)


def _slips(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Yield rows whose code has a letter for a digit, or a sign within, with what is meant."""
    shapes = Counter(_shape(row.code) for row in rows)
    usual, times = shapes.most_common(1)[0] if shapes else ("", 0)
    if times < max(_FEWEST, _MOST * len(rows)):
        return
    codes = {row.code for row in rows}
    for row in rows:
        meant = _meant(row.code, usual) if _shape(row.code) != usual else ""
        if meant and meant not in codes:
            yield row, meant


def _meant(code: str, usual: str) -> str:
    """Return the code of a shape that another code is, but for a slip; nothing if it is none.

    Letters that all codes begin with stay as they are.
    """
    letters = re.match(r"[^9]*", usual)
    begin = letters[0] if letters and code.startswith(letters[0]) else ""
    meant = begin + code[len(begin) :].translate(SLIPS)
    return meant if _shape(meant) == usual else ""


def _shape(code: str) -> str:
    return re.sub(r"[0-9]", "9", code)


def _with_a_digit_too_many(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Yield the one row whose code breaks an ascending order by a digit that came in twice."""
    numbers = [row.code for row in rows]
    lengths = Counter(map(len, numbers))
    if not all(map(str.isdecimal, numbers)) or len(lengths) != 2:  # noqa: PLR2004 - usual, odd
        return
    (usual, times), (odd, once) = lengths.most_common()
    if once != 1 or odd != usual + 1 or times < _FEWEST:
        return
    at = next(place for place, number in enumerate(numbers) if len(number) == odd)
    if not 0 < at < len(rows) - 1:
        return
    before, behind = int(numbers[at - 1]), int(numbers[at + 1])
    for place in range(odd):
        meant = numbers[at][:place] + numbers[at][place + 1 :]
        if before < int(meant) < behind <= before + _NEAR:
            yield rows[at], meant
            return


def _doubt(file: str, asked: Sequence[str], row: Row, code: str) -> Doubt:
    what = f'"{shown(row.code)}" is written as no other code here is: a misprint of "{code}"?'
    do = (
        "Look what the API sends. If it is that, or nobody knows, save the reader below to a file,"
        " and add --reader FILE: the document says what it says. If it is"
        f' "{shown(code)}", quote the line under `prose` before, and say in observations.yml that'
        " this code is sent."
    )
    return Doubt(file, row.line, what, do, tuple(reading.quotes([row], asked)))


_NAMES = (
    r"(?:@|#?\[)\s*(?:\w+\.)*(?:EnumMember|JsonProperty|JsonStringEnumMemberName|SerializedName"
    r"|SerialName|XmlEnum\w*|JsonKey|JsonValue|Json|serde)\b"
)
_SENT = re.compile(rf"\s*{_NAMES}[^\"\n]*\"(?P<value>[^\"\n]*)\"[^\"\n\]]*[)\]]\s*")
_BETWEEN = re.compile(r"\s*(?:@|#?\[|///?|\*|/\*)")
_FARTHEST = 4  # lines above a constant


def by_attributes(document: Document, result: Reading) -> Iterator[Doubt]:
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
        yield Doubt(document.file, row.line, what, do, change=becomes(options))
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
