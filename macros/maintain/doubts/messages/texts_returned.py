"""Texts that a program returns for some codes whose comments or names are read as their messages.

As in `case ErrBusy: return "dock is busy"`, where `ErrBusy = 1002` has a comment above it. Where
all codes have such a text, these are read; where only some have, either can be the message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading, source
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import tried
from macros.maintain.sniffers.source import cases
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.sniffers.source.source_entry import Entry
    from macros.readers.rows import Document, Row

_FEWEST = 2  # texts: a program says something else of one code, too


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts that are returned for some of the codes."""
    if result.options["format"] != "pattern" or "constants" in result.options:
        return
    if not result.rows or _are_strings(document.text, result.rows):
        return
    codes = {row.code for row in result.rows}
    for entry in cases.cases(document.text, _FEWEST):
        if not codes.issuperset(entry.codes) or not cases.are_messages(document.text, entry):
            continue
        returned = tried(document, _options(document, result, entry))
        if returned and returned.is_whole and {row.code for row in returned.rows} == codes:
            yield from _doubt(document.file, result.rows, returned)
            return


def _are_strings(text: str, rows: Sequence[Row]) -> bool:
    """Tell whether most messages are strings of a program, rather than comments or names."""
    found = sum(any(f"{mark}{row.message}{mark}" in text for mark in "\"'`") for row in rows)
    return 2 * found > len(rows)


def _options(document: Document, result: Reading, entry: Entry) -> Options:
    """Return how the texts that are returned are read, with the other codes by hand."""
    kept: Options = {key: result.options[key] for key in ("format", "code_set", "pattern")}
    lines = document.text.split("\n")
    rows: list[dict[str, Any]] = [
        {"line": _quoted(lines, row.line - 1), "code": row.code, "message": row.message}
        for row in result.rows
        if row.code not in entry.codes
    ]
    return {**kept, "entry": entry.entry, **entry.more, **({"rows": rows} if rows else {})}


def _quoted(lines: Sequence[str], index: int) -> str:
    """Return the line of a constant, and those of the comment right above it."""
    first = index
    while first and source.is_comment(lines[first - 1]):
        first -= 1
    return "\n".join(map(one_line, lines[first : index + 1]))


def _doubt(file: str, rows: Sequence[Row], returned: Reading) -> Iterator[Doubt]:
    before = {row.code: row.message for row in rows}
    told = [row for row in returned.rows if row.message != before[row.code] and row.text_line]
    if not told:
        return
    first = told[0]
    what = (
        f'"{shown(first.message)}" is returned for "{shown(first.code)}", of which'
        f' "{shown(before[first.code])}" is read as the message; either can be it'
        f" (line {reading.line_ranges(row.text_line for row in told)})."
    )
    do = (
        "If what is returned is the message, add --as-meant"
        f" {first.text_line}; the codes for which nothing is returned keep theirs. If it is not,"
        f" add --as-read {first.text_line}."
    )
    options = returned.options
    yield Doubt(file, first.text_line, what, do, change=lambda _: dict(options))
