"""Titles of groups with a number, as `400 Client errors` above 40001: rows -> doubts.

Lines of a text and its items have no other mark of a title. A general error can have such a number,
too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import source_file
from macros.maintain.document.groups import groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Document, Row

_FORMATS = frozenset({"text_lines", "bullets", "headings"})
_ONE = "stands above codes that begin with it"


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows whose codes are numbers of groups, and what is said of them.

    Args:
        document: the document.
        rows: those of a document.
        format_: its format.
    """
    is_text = format_ in _FORMATS or source_file.is_text_as_yaml(document, format_)
    heads = groups([row.code for row in rows]) if is_text else []
    if heads:
        stand = "stand above codes that begin with them" if heads[1:] else _ONE
        yield [rows[place] for place in heads], f"{stand}, as the title of a group does"
