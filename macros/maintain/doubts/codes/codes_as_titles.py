"""Titles within tables that look like codes without texts, as `0 |` above 1001: -> doubts.

A row whose first cell alone has a text is the title of those below. A code that the provider gave
no text stands there in the same way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.tables import tables
from macros.readers.advice import shown
from macros.readers.ledger import Account

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each number that is read as the title of the rows below it."""
    sections = {row.section for row in result.rows if row.section}
    able = {one for one in sections if shapes.looks_like_a_code(one) and re.search("[0-9]", one)}
    if not able or "tables" not in result.options:
        return
    for table in tables.seen(document, result.options["format"]):
        for row in table.rows:
            first, *others = row.texts
            is_title = result.accounts.get(row.line) is Account.HEADING
            if is_title and others and first in able and not any(others) and not row.spans:
                yield _doubt(document.file, row.line, first, table.headings)


def _doubt(file: str, line: int, code: str, headings: tuple[str, ...]) -> Doubt:
    what = f'"{shown(code)}" is read as the title of the rows below it, and looks like a code.'
    do = (
        "If it is a code without a text, let the table's `pattern` fit it, too, in the reader"
        " below: what to write of such a code is said then. If it is a title, change nothing. Save"
        " it to a file, and add --reader FILE."
    )
    return Doubt(file, line, what, do, change=_fitting(code, [*headings]))


def _fitting(code: str, headings: list[str]) -> Callable[[Options], Options]:
    """Return what lets the pattern of a table fit a code, too."""

    def changed(options: Options) -> Options:
        fitted = [
            {**one, "pattern": f"{one['pattern']}|{re.escape(code)}"}
            if one["columns"] == headings
            else one
            for one in options["tables"]
        ]
        return {**options, "tables": fitted}

    return changed
