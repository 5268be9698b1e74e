"""Rows with a number before what may be their code, as in `1,DOCK_BUSY,Dock is busy`: -> doubts.

Where a table has no headings, nothing tells whether the number of a row or its name is the code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about codes that count the rows of a table, and stand beside names."""
    tables = result.options.get("tables")
    if not isinstance(tables, list) or len(tables) != 1 or len(result.rows) < LEAST:
        return
    (table,) = tables
    counts = all(row.code == str(at) for at, row in enumerate(result.rows, start=1))
    if table.get("heading_row") != "false" or not isinstance(table["code"], str) or not counts:
        return
    for column in table["columns"]:
        names = [row.columns.get(column, "") for row in result.rows]
        if len(set(names)) == len(names) and all(map(_is_name, names)):
            yield _doubt(document, result, column, names)
            return


def _is_name(text: str) -> bool:
    return shapes.looks_like_a_code(text) or (text.isupper() and text.isidentifier())


def _doubt(document: Document, result: Reading, column: str, names: Sequence[str]) -> Doubt:
    first: Row = result.rows[0]
    what = (
        f'"{first.code}" is read as a code, as each number to {len(names)} is: these perhaps count'
        f' the rows, and "{shown(names[0])}" is the first code.'
    )
    change = _turned(column, names)
    taken = tried(document, change(result.options))
    do = f"If the numbers are the codes, add --as-read {first.line}."
    if taken and [row.code for row in taken.rows] == list(names):
        do = f'If "{shown(column)}" has the codes, add --as-meant {first.line}. {do}'
        return Doubt(document.file, first.line, what, do, change=change)
    return Doubt(document.file, first.line, what, do)


def _turned(column: str, names: Sequence[str]) -> Callable[[Options], Options]:
    """Return what says that the codes stand in another column."""

    def changed(options: Options) -> Options:
        (table,) = options["tables"]
        kept = {name: one for name, one in table.get("named", {}).items() if one != column}
        better = {**table, "code": column, "pattern": shapes.pattern(names)}
        better.pop("named", None)
        return {**options, "tables": [better | ({"named": kept} if kept else {})]}

    return changed
