"""Numbers at the ends of all texts, as in `1001 Invalid token (401)`: a reading -> a doubt.

They are statuses, or the codes, where the numbers that the lines begin with are statuses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers, shapes, source_file
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.messages import columns_named, run_together
from macros.maintain.sniffers.copies.copy_entries import BETWEEN
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

_FORMATS = frozenset({"text_lines", "bullets", "headings"})
_IN_BRACKETS = re.compile(r"(?P<text>.*\S)\s*[(\[](?P<number>[0-9]{2,})[)\]]", re.ASCII)
_BARE = re.compile(r"(?P<text>.*[^\W\d_][^\w]*?)[\s,;–-]+(?P<number>[1-5][0-9]{2})", re.ASCII)  # noqa: RUF001
# With what the status is called: 401 Unauthorized
_CALLED = re.compile(
    r"(?P<text>.*\S)[\s,;(–-]+(?P<number>[1-5][0-9]{2}):? (?P<phrase>[A-Z][A-Za-z' -]+)\)?",  # noqa: RUF001
    re.ASCII | re.DOTALL,
)
_ITEM = r"(?:[-*+•][ \t]+)?[`*]*"
_MARK = "[`*]*"


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts that all end with a number."""
    rows, format_ = result.rows, result.options["format"]
    is_text = format_ in _FORMATS or source_file.is_text_as_yaml(document, format_)
    is_text |= format_ == "pattern" and not source_file.is_source(document)
    if not is_text or len(rows) < LEAST or "one_column" in result.options:
        return
    ends = _IN_BRACKETS
    found = [ends.fullmatch(row.message) for row in rows]
    for other in (_CALLED, _BARE):
        if not all(found):
            ends, found = other, [other.fullmatch(row.message) for row in rows]
            found = [
                one if one and other_numbers.is_status(one["number"]) else None for one in found
            ]
    parted = [(one["text"], one["number"]) for one in found if one]
    if len(parted) < len(rows) or (ends is _BARE and _is_asked(document, result)):
        return
    first, number = rows[0], parted[0][1]
    what = (
        f'"{shown(first.message)}" and {len(rows) - 1} more texts end with a number, which may be'
        " a status, or the code."
    )
    do = (
        f"If it is a part of the text, add --as-read {first.line}; else read the document with"
        " `format: pattern` and an `entry` that has a group for each part."
    )
    change = None
    last = _called(rows, [one for _, one in parted])
    able = last and format_ != "headings" and ends is _IN_BRACKETS
    better = _parted(result.options, rows, [one for _, one in parted], last) if able else None
    taken = tried(document, better) if better else None
    if taken and [row.message for row in taken.rows] == [text for text, _ in parted]:
        change = lambda _: dict(taken.options)  # noqa: E731
        code, status = (number, first.code) if last == "code" else (first.code, number)
        do = (
            f"If it is a part of the text, add --as-read {first.line}; else add --as-meant"
            f' {first.line}, which reads the code "{code}", the message "{shown(parted[0][0])}" and'
            f' "{status}" as its status. Save the reader then, and mend its `entry`, if both are'
            " something else."
        )
    yield Doubt(document.file, first.line, what, do, change=change)


def _is_asked(document: Document, result: Reading) -> bool:
    """Tell whether it is asked anyway which columns lines of text have."""
    asks = (columns_named.doubts, run_together.doubts)
    return any(any(ask(document, result)) for ask in asks)


def _called(rows: Sequence[Row], numbers: Sequence[str]) -> str:
    """Return what the numbers at the ends are: a status, the code, or nothing that is known."""
    if all(map(other_numbers.is_status, numbers)):
        return "http"
    begin = all(other_numbers.is_status(row.code) for row in rows)
    differ = len(set(numbers)) == len(numbers)
    return "code" if begin and differ and not any(map(other_numbers.is_status, numbers)) else ""


def _parted(options: Options, rows: Sequence[Row], numbers: Sequence[str], last: str) -> Options:
    """Return options for lines with a number at each end, of which the last one is called so."""
    first = "http" if last == "code" else "code"
    pattern = shapes.pattern(numbers if last == "code" else [row.code for row in rows])
    before = "[1-5][0-9]{2}" if first == "http" else pattern
    behind = pattern if first == "http" else "[0-9]{2,}"
    lead = options.get("before", "")
    entry = (
        rf"{_ITEM}{lead}(?P<{first}>{before}){_MARK}{BETWEEN}(?P<message>\S[^\n]*\S)[ \t]*"
        rf"[(\[](?P<{last}>{behind})[)\]]"
    )
    return {
        "format": "pattern",
        "code_set": options["code_set"],
        "pattern": pattern,
        "entry": entry,
        "every_line": "true",
        "named": {"http": "http"},
    }
