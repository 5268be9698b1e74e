"""Ranges that are perhaps headings: rows -> those that hold codes listed below them, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import codes
from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_FEWEST = 2  # codes of a chapter


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each range of which codes are listed, as "1000-1999 Accounts" has some.

    Such a row is the heading of a chapter; a range of codes that are not told apart has none.
    """
    ranges = [row for row in result.rows if row.ends]
    asked = reading.asked(document, result.options) if ranges else []
    for row in ranges:
        inside = [one for one in result.rows if one.ends is None and _is_within(one, row)]
        if len(inside) >= _FEWEST:
            what = (
                f'"{shown(row.code)}" is a range, and "{shown(inside[0].code)}" and'
                f" {len(inside) - 1} more codes of it have rows: is it a heading?"
            )
            do = (
                "If it is, quote its line under `prose` in the reader below; if it is a row, save"
                " the reader to a file as it is. Add --reader FILE."
            )
            quoted = reading.quotes([row], asked) or _with_ends(row, asked)
            yield Doubt(document.file, row.line, what, do, tuple(quoted))


def _is_within(one: Row, row: Row) -> bool:
    if one.code_set != row.code_set or not row.ends:
        return False
    first, last = map(codes.order, row.ends)
    return first <= codes.order(one.code) <= last


def _with_ends(row: Row, asked: list[str]) -> list[str]:
    """Return the shortest line that has both ends of a range: as printed, it has other signs."""
    first, last = row.ends or ("", "")
    able = [text for text in asked if first in text and last in text]
    return [min(able, key=len)] if able else []
