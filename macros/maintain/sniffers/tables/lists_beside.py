"""Codes side by side in one table: two lists, or a table that is turned: -> columns, doubts.

Where the same headings come again, each part is read. Without headings this is asked. Where those
of the parts differ, what stands beside the first code could as well say more of it; so the rows of
the second list are offered by hand. Where the codes stand in a row, no reader reads them: a message
would belong to its code by its column alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.maintain.document import code_headings, other_numbers, shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.tables import code_column, columns
from macros.maintain.sniffers.tables.code_column import has_digit
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.document.seen_table import Seen
    from macros.maintain.sniffers.tables.columns import Columns


_FEWEST = 3  # rows of which one can tell that they are of a list
# Numbers that the first code has with those of others: a parent, what it was, what it leads to.
_OF_THE_FIRST = re.compile(
    r"\b(?:parent|related|see|old|new|former|sub|group|category|module|http|status|next|legacy"
    r"|alternative|similar|replaced?|mapped|target|maps to)\b",
    re.IGNORECASE,
)


class Beside(NamedTuple):
    """Lists that stand side by side.

    Attributes:
        columns: those of the first list.
        sides: the places of the code and the message of each list.
    """

    columns: Columns
    sides: tuple[tuple[int, int], ...]


def find(table: Seen) -> Beside | None:
    """Return the lists of a table with headings, where several columns have codes with texts."""
    if not table.heading_row or table.sides > 1:
        return None
    codes = [index for index in range(len(table.headings)) if _has_codes(table, index)]
    listed = [text for index in codes for text in table.column(index) if text]
    if not codes[1:] or codes[0] or len(set(listed)) < len(listed):
        return None
    sides = []
    for first, end in pairwise([*codes, len(table.headings)]):
        texts = [index for index in range(first + 1, end) if _has_texts(table, index)]
        if not texts:
            return None
        sides.append((first, texts[0]))
    found = columns.guess(table)
    if found is None:
        return None
    code, message = sides[0]
    named = {name: place for name, place in found.named.items() if place not in {code, message}}
    own = replace(found, code=code, message=message, named=named, rivals=(), codes=())
    return Beside(own, tuple(sides))


def _has_codes(table: Seen, index: int) -> bool:
    """Tell whether each cell of a column, if it has any text, is a code of an error."""
    heading, cells = table.headings[index], [text for text in table.column(index) if text]
    said = code_headings.names(heading) and not _OF_THE_FIRST.search(heading)
    return (
        said
        and len(cells) >= _FEWEST
        and all(code_column.codes_like(text) and code_column.has_digit(text) for text in cells)
        and not all(map(other_numbers.is_status, cells))
    )


def _has_texts(table: Seen, index: int) -> bool:
    cells = [text for text in table.column(index) if text]
    return 2 * sum(" " in text for text in cells) > len(cells) > 0


def doubts(
    file: str, table: Seen, found: Columns, beside: Beside | None, described: Options
) -> Iterator[Doubt]:
    """Yield the doubt about what stands beside the codes of a table, if there may be a second list.

    Args:
        file: the document.
        table: the table.
        found: its columns.
        beside: its lists, where their headings differ.
        described: the options of the table, as the first list is read.
    """
    if beside:
        yield _beside(file, table, beside, described)
    elif not table.heading_row and table.sides > 1:
        yield _without_headings(file, table, found)


def _without_headings(file: str, table: Seen, found: Columns) -> Doubt:
    """Return the question whether parts that are read one after the other are lists."""
    row = next(iter(table.rows))
    codes = list(dict.fromkeys(table.column(found.code)))
    first, other = codes[0], codes[len(codes) // table.sides]
    names = ", ".join(f'"Column {at}"' for at in range(1, len(table.headings) * table.sides + 1))
    what = (
        f'"{shown(first)}" and codes such as "{shown(other)}" in the same rows are read as'
        f" {table.sides} lists side by side."
    )
    do = (
        "If only one of them is a code, remove `side_by_side` from the table in the reader below,"
        f" and write `columns: [{names}]` there. Save it to a file, and add --reader FILE."
    )
    return Doubt(file, row.line, what, do)


def _beside(file: str, table: Seen, beside: Beside, described: Options) -> Doubt:
    """Return the question whether what stands beside the codes is a list of its own."""
    names = series([f'"{shown(table.names[code])}"' for code, _ in beside.sides])
    rows = tuple(_by_hand(table, beside.sides, described["code_set"]))
    others = [text for code, _ in beside.sides[1:] for text in table.column(code) if text]
    what = (
        f"{names} each have codes with texts beside them, and the first ones alone are read: these"
        " may be lists side by side."
    )
    do = (
        f"If they are, add --as-meant {table.line}, which says the rows of each by hand. If what"
        " stands beside the first codes says more of them, save the reader below to a file, and add"
        " --reader FILE."
    )

    def changed(options: Options) -> Options:
        more = shapes.pattern(others)
        tables = [
            {**one, "pattern": f"{one['pattern']}|{more}"}
            if one["columns"] == described["columns"] and more != one["pattern"]
            else one
            for one in options["tables"]
        ]
        return {**options, "tables": tables}

    return Doubt(file, table.line, what, do, rows=rows, change=changed)


def _by_hand(
    table: Seen, sides: Sequence[tuple[int, int]], code_set: str
) -> Iterator[dict[str, Any]]:
    """Yield what the rows of a table say, each code with its own text."""
    for row in table.rows:
        if len(row.cells) != len(table.headings) or row.spans or row.heading:
            continue
        texts = row.texts
        if sum(bool(texts[code]) for code, _ in sides) < 2:  # noqa: PLR2004 - else as it is read
            continue
        for code, message in sides:
            if texts[code]:
                yield {
                    "line": row.joined,
                    "code": texts[code],
                    "message": texts[message],
                    "code_set": code_set,
                }


def told_turned(tables: Iterable[Seen]) -> str:
    """Say where codes stand side by side, and how they can be read; nothing where none do."""
    for table in tables:
        for cells in (table.headings, *(row.texts for row in table.rows)):
            if _is_row_of_codes(cells) and table.rows:
                return (
                    f'In the table of line {table.line} the codes stand side by side: "'
                    f'{shown(cells[1])}", "{shown(cells[2])}". Turn it, as spreadsheets do with'
                    ' "Transpose", so that each code begins a row; save it as CSV, and run `read`'
                    " on that file: it is the document then."
                )
    return ""


def _is_row_of_codes(cells: Sequence[str]) -> bool:
    """Tell whether a row says that it has codes, and has nothing but different ones."""
    first, *codes = cells
    alike = all(shapes.looks_like_a_code(one) and has_digit(one) for one in codes)
    whole = len(cells) >= _FEWEST and len(set(codes)) == len(codes)
    return whole and alike and code_headings.is_code(first)
