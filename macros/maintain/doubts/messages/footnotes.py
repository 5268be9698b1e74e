"""Marks of footnotes in messages: a reading -> the doubt whether they are part of them.

An API sends none. A raised number or a dagger behind a word is one; an asterisk or a number in
brackets at the end of a text is one where a line of the document begins with it, or where several
texts have one: the notes may be cut off.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

# Of these a row said by hand is the whole row.
_WHOLE = frozenset({"html_table", "markdown", "rst", "box_table", "stacked", "csv", "text_lines"})
# Of these where all of an entry stands on one line.
_ENTRIES = frozenset({"bullets", "headings"})
_RAISED = r"[\xb9\xb2\xb3\u2070\u2074-\u2079]{1,2}"
# Behind a word; behind two letters it is a unit: 40 km².
_SURE = re.compile(rf"(?<=[^\W\d_]{{3}})(?:\s?{_RAISED}\)?|\s?[†‡]+)(?!\w)")
_LAST = re.compile(
    rf"\s*(?P<mark>\(\*{{1,3}}\)|\*{{1,3}}\)?|[†‡§]+|{_RAISED}\)?|\[(?:[0-9]{{1,2}}|[a-z])\]"
    r"|\((?:[0-9]{1,2}|[a-z])\)|[①-⑳]|※ ?[0-9]*)(?P<end>[.!。]?)$"
)
_MARKUP = re.compile(r"<[^>]*>|^[\s>|\\]+", re.MULTILINE)
# "Missing name(s)" has none.
_APART = re.compile(r".*(?:\s\(\w+\)|[^\W(]\s?[*†‡§]{1,3}|\s?\[\w+\])[.!。]?$", re.DOTALL)
_QUOTED = 20  # rows that an advice has


def doubts(document: Document, result: Reading, rows: Sequence[Row] | None = None) -> list[Doubt]:
    """Return the doubt about texts that have marks of footnotes, if any has one.

    Args:
        document: the document.
        result: what came of it.
        rows: those of its rows that are asked about; all where there are none.
    """
    if result.options["format"] not in _WHOLE | _ENTRIES:
        return []
    listed = {row.line for row in result.rows}
    lines = enumerate(document.text.split("\n"), start=1)
    other = {
        number: _MARKUP.sub("", html.unescape(line)).replace("\\", "")
        for number, line in lines
        if number not in listed
    }
    notes = [*other.values()]
    texts = [row.message for row in result.rows if row.ends is None]
    alike = [found["mark"] for text in texts if (found := _marked(text))]
    if alike[1:]:
        notes += [f"{mark} note" for mark in alike]
    asked = [row for row in (result.rows if rows is None else rows) if row.ends is None]
    marked = [(row, text) for row in asked if (text := _without(row.message, notes))]
    if not marked:
        return []
    used = {found["mark"] for row, _ in marked if (found := _LAST.search(row.message))}
    used |= {unicodedata.normalize("NFKC", mark) for mark in used}
    lines_of_notes = [
        number for number, text in other.items() if any(_begins(text, mark) for mark in used)
    ]
    doubt = _doubt(document, result, marked, lines_of_notes)
    is_way = result.options["format"] in _WHOLE or _reads_alike(document, result, doubt.rows)
    return [doubt] if is_way else []


def _reads_alike(document: Document, result: Reading, said: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a document reads as it does but for the messages of rows said by hand."""
    options = {**result.options, "rows": [*result.options.get("rows", []), *said]}
    if not said or reading.fault(options):
        return False
    own = {one["code"]: one["message"] for one in said}
    again = reading.read(document, options)
    return again.is_whole and [
        (row.code, row.message, row.columns, row.section) for row in again.rows
    ] == [
        (row.code, own.get(row.code, row.message), row.columns, row.section) for row in result.rows
    ]


def _marked(message: str) -> re.Match[str] | None:
    """Return the mark at the end of a message that is one without a note, too."""
    return _LAST.search(message) if _APART.match(message) else None


def _without(message: str, notes: Sequence[str]) -> str:
    """Return a message without its marks; nothing where it has none."""
    rest = _SURE.sub("", message)
    if (last := _LAST.search(rest)) and any(_begins(note, last["mark"]) for note in notes):
        rest = f"{rest[: last.start()]}{last['end']}"
    return rest if rest != message else ""


def _begins(note: str, mark: str) -> bool:
    """Tell whether a line begins with a mark and has a text behind it."""
    rest = note.removeprefix(mark)
    return rest != note and any(map(str.isalpha, rest)) and rest[0] not in mark


def _doubt(
    document: Document,
    result: Reading,
    marked: Sequence[tuple[Row, str]],
    notes: Sequence[int],
) -> Doubt:
    named = series([f'"{shown(row.message)}"' for row, _ in marked[:3]])
    more = f" and {len(marked) - 3} more" if marked[3:] else ""
    have = "have what look like marks" if marked[1:] else "has what looks like a mark"
    what = f"{named}{more} {have} of footnotes."
    asked = reading.asked(document, result.options)
    several = len({row.code_set for row in result.rows}) > 1
    rows = [_said(row, text, asked, several=several) for row, text in marked]
    said = f"`rows: {json.dumps(rows[:_QUOTED], ensure_ascii=False)}`"
    if marked[_QUOTED:]:
        lines = reading.line_ranges(row.line for row, _ in marked[_QUOTED:])
        said += f", and further ones like these for the lines {lines},"
    do = (
        f"If the API does not send them, write {said} in the reader below. Save it to a file, and"
        " add --reader FILE."
    )
    if notes:
        do += f" The note (line {reading.line_ranges(notes)}) is passed over: read what it says."
    known = all(row["line"] != "…" for row in rows)
    return Doubt(document.file, marked[0][0].line, what, do, (), tuple(rows) if known else ())


def _said(row: Row, text: str, asked: Sequence[str], *, several: bool) -> dict[str, Any]:
    """Return a row as provider.yml says it by hand."""
    line = next(iter(reading.quotes([row], asked)), row.message)
    columns = {heading: cell for heading, cell in row.columns.items() if cell}
    said: dict[str, Any] = {"line": line, "code": row.code, "message": text}
    if columns:
        said["columns"] = columns
    if several:
        said["code_set"] = row.code_set
    return said
