"""Rows in Markdown with a cell too many, whose message may have a pipe in it: -> the doubt.

A pipe within a text has to be escaped, which people forget. Where the message
is the last column, what is too much is a part of it, or belongs below no heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.tables import tables
from macros.readers import markdown_blocks
from macros.readers.advice import shown
from macros.readers.printed import codes_in_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.document.seen_table import Seen
    from macros.readers.cells import TableRow
    from macros.readers.rows import Document


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about rows whose message perhaps has a pipe in it, if there are some."""
    if result.options["format"] != "markdown":
        return
    refused = {one.line for one in result.problems if "does not fit its table" in one.what}
    lines = document.text.split("\n")
    several = len({table["code_set"] for table in result.options["tables"]}) > 1
    rows = []
    found = []
    for table in tables.seen(document, "markdown") if refused else ():
        kind = _kind(table, result.options)
        for row in table.rows if kind else ():
            if row.line in refused and (said := _said(row, lines[row.line - 1], kind)):
                rows.append({**said, "code_set": kind["code_set"]} if several else said)
                found.append(row.line)
    if rows:
        yield _doubt(document.file, found[0], rows)


def _kind(table: Seen, options: Options) -> Options:
    """Return how a table is read whose message is its last column; nothing where it is another."""
    for kind in options["tables"]:
        last = kind["message"] == table.names[-1]
        if kind["columns"] == list(table.headings) and last and isinstance(kind["code"], str):
            return dict(kind)
    return {}


def _said(row: TableRow, source: str, kind: Options) -> dict[str, Any]:
    """Return what a row says by hand, with all that is too much in its message."""
    width, place = len(kind["columns"]), kind["columns"].index(kind["code"])
    raw = markdown_blocks.split(source.strip().removeprefix("|").removesuffix("|"))
    if len(row.cells) <= width or len(raw) != len(row.cells):
        return {}
    codes = codes_in_cell(row.texts[place], kind["pattern"])
    is_faulty = any(cell.fault for cell in row.cells)
    others = any(codes_in_cell(text, kind["pattern"]) for text in row.texts[place + 1 :])
    if len(codes) != 1 or is_faulty or others:  # of two rows in one line
        return {}
    message = row.texts[width - 1]
    for at in range(width, len(raw)):
        left = " " if raw[at - 1].endswith(" ") else ""
        right = " " if raw[at].startswith(" ") else ""
        message = f"{message}{left}|{right}{row.texts[at]}".strip()
    before = zip(kind["columns"][:-1], row.texts, strict=False)
    columns = {name: text for name, text in before if text and name != kind["code"]}
    said: dict[str, Any] = {"line": row.joined, "code": codes[0], "message": message}
    return {**said, "columns": columns} if columns else said


def _doubt(file: str, line: int, rows: list[dict[str, Any]]) -> Doubt:
    first, more = rows[0], f" and {len(rows) - 1} more" if rows[1:] else ""
    has = "have pipes in them" if rows[1:] else "has a pipe in it"
    what = (
        f'"{shown(first["message"])}", of the code "{shown(first["code"])}",{more} perhaps {has},'
        " which cuts a cell where it is not escaped."
    )
    do = "If that is so, add the option below for what is meant as the question has it."
    return Doubt(file, line, what, do, rows=tuple(rows))
