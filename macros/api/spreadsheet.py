"""The codes as CSV (RFC 4180): public shape -> text, a line per code and meaning.

A spreadsheet takes a cell for a number, a date or a formula by its looks. So that no code changes
and no cell runs, some cells begin with an apostrophe: codes that are not plain numbers, and every
text that begins with a sign that starts a formula, or with an apostrophe itself.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.api.shape import Code, Meaning

COLUMNS = (
    *("name", "provider", "product", "code_set", "code", "status", "revision", "date", "message"),
    *("meaning_condition", "condition", "rpc", "http_status", "retry", "classified_by", "range"),
    *("first_revision", "last_revision", "file", "line", "url"),
)
# Also their full-width forms, which some spreadsheets read alike.
_STARTS = tuple("=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20")
# A spreadsheet keeps 15 digits of a number, and no zeros before it.
_PLAIN = re.compile(r"0|[1-9][0-9]{0,14}", re.ASCII)


def csv_text(codes: Iterable[Code]) -> str:
    """Return the lines, the head first, each ended by a carriage return and a line feed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(line(code, meaning) for code in codes for meaning in code.meanings)
    return text.getvalue()


def line(code: Code, meaning: Meaning) -> list[str]:
    """Return the cells of one meaning of one code, in the order of `COLUMNS`."""
    cells: dict[str, object] = {
        **vars(code),
        **{name: value for name, value in vars(meaning).items() if name != "condition"},
        "meaning_condition": meaning.condition,
        "classified_by": code.classification.by if code.classification else None,
        "range": code.range.title if code.range else None,
    }
    texts = {name: "" if cells[name] is None else str(cells[name]) for name in COLUMNS}
    texts = {name: guarded(text) for name, text in texts.items()}
    if _PLAIN.fullmatch(code.code) is None:
        texts["code"] = f"'{code.code}"
    return list(texts.values())


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_STARTS) else text
