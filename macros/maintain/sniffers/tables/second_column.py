"""What makes a code together with a column, or stands behind the codes in it: a table -> its place.

Words behind codes, as in `400 Bad Request`, are taken out of the cells.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import code_headings, shapes, translations
from macros.maintain.sniffers.tables.code_column import LEAST, codes_like, has_digit
from macros.readers.printed import code_and_rest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.seen_table import Seen
    from macros.maintain.sniffers.tables.columns import Columns
    from macros.readers.cells import TableRow


# What words behind a code begin with; a text that begins otherwise may be a part of it.
_OPENS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ(abcdefghijklmnopqrstuvwxyz[（")  # noqa: RUF001


def without_words(table: Seen) -> tuple[Seen, str]:
    """Return a table without the words behind its codes, and what to call them; as it is if none.

    As where a column has `400 Bad Request`, `404 Not Found`.
    """
    width = len(table.headings)
    for index in range(width):
        cells = [text for text in table.column(index) if text]
        parted = [code_and_rest(text, shapes.ANY_CODE.pattern) for text in cells]
        words = [one for one in parted if one and has_digit(one[0]) and one[1][0] in _OPENS]
        alone = [text for text in cells if codes_like(text)]
        if (
            table.heading_row
            and code_headings.hints(table.headings[index])
            and len(words) > len(alone)
            and len(words) + len(alone) >= LEAST * len(cells)
        ):
            rows = tuple(
                _parted(row, index) if len(row.cells) == width else row for row in table.rows
            )
            name = next(one for one in ("Name", "Behind the code") if one not in table.names)
            return replace(table, rows=rows), name
    return table, ""


def _parted(row: TableRow, index: int) -> TableRow:
    """Return a row without the words behind the code in one of its cells."""
    found = code_and_rest(row.texts[index], shapes.ANY_CODE.pattern)
    if not found:
        return row
    cell = replace(row.cells[index], text=found[0])
    return replace(row, cells=(*row.cells[:index], cell, *row.cells[index + 1 :]))


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
