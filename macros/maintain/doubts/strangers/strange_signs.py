"""Days, times and versions among codes: rows -> those with signs that no other code has.

`2026-01-01: published`, `12:30 | Office opens` and `# 2.0 What is new` begin as codes do. Digits
that a sign parts are known by that, whatever the document, unless other codes are parted so, or
they are a part of one that is listed, as 404.1 is of 404.
"""

from __future__ import annotations

import re
from itertools import groupby, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from macros.readers.rows import Document, Row

Found = tuple[list["Row"], str]

_DAY = re.compile(
    r"(?:19|20)[0-9]{2}(?P<sign>[-./])(?:0?[1-9]|1[0-2])(?:(?P=sign)(?:0?[1-9]|[12][0-9]|3[01]))?"
    r"|(?:0?[1-9]|[12][0-9]|3[01])(?P<other>[-./])(?:0?[1-9]|1[0-2])(?P=other)(?:19|20)?[0-9]{2}",
    re.ASCII,
)
_TIME = re.compile(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?", re.ASCII)
_VERSION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}", re.ASCII)
_SLASHES = re.compile(
    r"(?<![\w/])(?:[0-9]{1,2}/[0-9]{1,2}/(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}/[0-9]{1,2}/[0-9]{1,2})"
    r"(?![\w/])",
    re.ASCII,
)
_SMALL = re.compile(r"[0-9]{1,2}", re.ASCII)
_FEWEST = 3  # rows with another sign
_OF_CHAPTERS = frozenset({".", ")"})
_OF_NONE = _OF_CHAPTERS | {""}
_PARTED = re.compile(r"[0-9]+(?:[-.:/][0-9]+)+", re.ASCII)


def found(document: Document, rows: Sequence[Row]) -> Iterator[Found]:
    """Yield the rows that are perhaps days, times or versions, and what is said of them."""
    if cut := list(_of_cut_days(document, rows)):
        yield cut, f"{'are parts' if cut[1:] else 'is a part'} of what looks like a day"
    if numbered := _numbered(document, rows):
        are = "are numbered as paragraphs are" if numbered[1:] else "is numbered as a paragraph is"
        yield numbered, f"{are}, with another sign than the codes have"
    parted = [row for row in rows if _PARTED.fullmatch(row.code)]
    whole = {row.code for row in rows if row not in parted}
    days = [row for row in parted if _DAY.fullmatch(row.code)]
    times = [row for row in parted if _TIME.fullmatch(row.code)]
    versions = [row for row in parted if _VERSION.fullmatch(row.code)]
    if days and whole and len(days) == len(parted):
        yield days, "look like days" if days[1:] else "looks like a day"
    elif not parted or 2 * len(parted) > len(whole) or any(_is_part(one, whole) for one in parted):
        return
    elif len(times) == len(parted):
        yield times, "look like times" if times[1:] else "looks like a time"
    elif len(versions) == len(parted):
        yield versions, "look like versions" if versions[1:] else "looks like a version"


def _numbered(document: Document, rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a full stop or a bracket behind a small number, where most have none.

    As `<p>1. Ask us</p>` below `<li>1 - Dock is busy</li>`.
    """
    lines = document.text.split("\n")
    small = [row for row in rows if _SMALL.fullmatch(row.code)]
    found = [row for row in small if _sign(lines, row) in _OF_CHAPTERS]
    others = (row for row in rows if row not in found and _sign(lines, row) not in _OF_NONE)
    least = max(_FEWEST, len(found))
    return found if found and len([*islice(others, least)]) == least else []


def _sign(lines: Sequence[str], row: Row) -> str:
    """Return the sign between a code and the first word of its text; nothing where none is."""
    word = re.escape(row.message[:1])
    between = re.compile(rf"(?<![\w.-]){re.escape(row.code)}\s*([^\w\s<]+)\s*{word}")
    found = between.search(lines[row.line - 1])
    return found[1] if found else ""


def _of_cut_days(document: Document, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the first row of each day with slashes, read as several codes: `12/31/2024`."""
    lines = document.text.split("\n")
    for line, same in groupby(rows, lambda row: row.line):
        codes = {row.code: row for row in same}
        for day in _SLASHES.finditer(lines[line - 1]):
            parts = [codes[part] for part in day[0].split("/") if part in codes]
            yield from parts[:1] if parts[1:] else ()


def _is_part(row: Row, whole: Container[str]) -> bool:
    """Tell whether what stands before a sign is a code by itself."""
    return re.split(r"[-.:/]", row.code)[0] in whole
