"""A column that makes a code together with that of the codes: a table, its columns -> its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import code_headings, translations
from macros.maintain.sniffers.tables.code_column import codes_like

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.seen_table import Seen
    from macros.maintain.sniffers.tables.columns import Columns

# A part of a code: a number or a short word.
_PART = re.compile(r"[A-Za-z0-9_.-]{1,16}", re.ASCII)
_REPEATED = 0.25  # of the rows have a code that others have with another text


def by_heading(table: Seen, found: Columns) -> int | None:
    """Return the column that the headings tie to that of the codes, as Code and Sub-code do.

    A sub-code needs its code, however seldom it comes again; a code needs no sub-code where each
    row has another one.
    """
    if not table.heading_row:
        return None
    parts = {index for index, one in enumerate(table.headings) if code_headings.is_part(one)}
    whole = {index for index, one in enumerate(table.headings) if code_headings.is_code(one)}
    whole -= {*parts, found.message}
    codes = [text for text in table.column(found.code) if text]
    if found.code in whole and len(set(codes)) == len(codes):
        return None
    others = whole if found.code in parts else parts if found.code in whole else set[int]()
    able = (one for one in sorted(others - {found.message}) if _is_able(table.column(one)))
    return next(able, None)


def in_order(table: Seen, *places: int) -> list[int]:
    """Return the places of the parts of a code: as they stand, but a sub-code behind its code."""
    return sorted(places, key=lambda one: (code_headings.is_part(table.headings[one]), one))


def _is_able(cells: Sequence[str]) -> bool:
    """Tell whether the texts of a column are parts of codes, and not all empty."""
    return any(cells) and all(_PART.fullmatch(text) for text in cells if text)


def find(table: Seen, found: Columns) -> int | None:
    """Return a column without which the codes repeat, and with which each row has one of its own.

    As where a module has a number, and its errors have others: 10 and 01, 10 and 02, 20 and 01.
    """
    width = len(table.headings)
    if (other := by_heading(table, found)) is not None:
        return other
    rows = [
        row.texts
        for row in table.rows
        if len(row.cells) == width and codes_like(row.texts[found.code])
    ]
    said: dict[str, set[str]] = {}
    for texts in rows:
        said.setdefault(texts[found.code], set()).add(texts[found.message])
    repeated = sum(len(said[texts[found.code]]) > 1 for texts in rows)
    if repeated <= _REPEATED * len(rows):
        return None
    for index in range(width):
        if index in {found.code, found.message, found.success, *found.codes}:
            continue
        cells = [texts[index] for texts in rows]
        short = all(cells) and all(map(_PART.fullmatch, cells))
        pairs = {(texts[found.code], texts[index]) for texts in rows}
        # Texts of a code in several languages are no several codes.
        spoken = all(map(translations.is_language, cells))
        if short and not spoken and len(pairs) == len(rows):
            return index
    return None
