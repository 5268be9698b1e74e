"""Rows whose texts have a part that is perhaps none of them: rows -> what they say by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

Shorter = tuple["Row", str]  # a row, and its message without that part


def by_hand(
    document: Document, result: Reading, found: Sequence[Shorter]
) -> tuple[dict[str, Any], ...]:
    """Return what provider.yml says of some rows by hand; nothing where it cannot say all of them.

    A line can be said so that has the whole of its row, and is written as no other one.
    """
    asked = reading.asked(document, result.options)
    said = [one for row, text in found if (one := _said(row, text, asked))]
    whole = len(said) == len(found) == len({one["line"] for one in said})
    return tuple(said) if whole else ()


def _said(row: Row, text: str, asked: Sequence[str]) -> dict[str, Any] | None:
    fitting = (line for line in asked if row.code in line and one_line(text) in line)
    line = min(fitting, key=len, default="")
    if not line or row.ends or "\n" in row.message:
        return None
    if any(one not in line for one in (text, *row.columns.values())):
        return None
    columns = {"columns": dict(row.columns)} if row.columns else {}
    return {"line": line, "code": row.code, "message": text, **columns}
