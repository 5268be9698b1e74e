"""Codes with a part behind a slash, as 1007/17, which are read as two codes: rows -> doubts.

A cell can list several codes so. But these are alike, and each of them could stand alone.
"""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import TYPE_CHECKING

from macros.maintain.document import shapes
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about rows whose code is perhaps a part of one."""
    lines = document.text.split("\n")
    found: dict[str, Row] = {}
    alone: list[str] = []
    for _, same in groupby(result.rows, lambda row: (row.line, row.code_set, row.message)):
        rows = list(same)
        written = _written(rows, lines[rows[0].line - 1])
        if written:
            found.setdefault(written, rows[0])
        else:
            alone += [row.code for row in rows]
    parts = {_shape(written.rpartition("/")[2]) for written in found}
    if found and parts.isdisjoint(map(_shape, alone)):
        where = "`tables`" if "tables" in result.options else "it"
        yield _doubt(document.file, found, alone, where)


def _written(rows: Sequence[Row], line: str) -> str:
    """Return two codes of unlike forms as a line has them with a slash between; else nothing."""
    first, *others = [row.code for row in rows]
    if len(others) != 1 or _shape(first) == _shape(others[0]):
        return ""
    said = re.search(rf"(?<![\w/]){re.escape(first)}\s*/\s*{re.escape(others[0])}(?![\w/])", line)
    return said[0] if said else ""


def _shape(code: str) -> str:
    return re.sub(r"[0-9]", "9", code.strip())


def _doubt(file: str, found: dict[str, Row], alone: Sequence[str], where: str) -> Doubt:
    written = list(found)
    first = found[written[0]]
    before, _, behind = written[0].partition("/")
    more = f", as are {len(written) - 1} more" if written[1:] else ""
    what = (
        f'"{shown(written[0])}" is read as two codes, "{shown(before.strip())}" and'
        f' "{shown(behind.strip())}"{more}; no code like the second stands alone.'
    )
    pattern = json.dumps(shapes.pattern([*alone, *written]))
    spaced = any(" " in one for one in written)
    signs = f', and `code_signs: {{" ": ""}}` beside {where} with what the API sends for the space,'
    do = (
        f"If it is one code, write `pattern: {pattern}`{signs if spaced else ''} in the reader"
        " below; if it is two, change nothing. Save it to a file, and add --reader FILE."
    )
    return Doubt(file, first.line, what, do)
