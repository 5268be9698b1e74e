"""Code sets that are left once something lists no codes: a reading -> one without the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.maintain.sniffers.under import EXTRA_SETS

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document


def without_headings(document: Document, result: Reading) -> Reading:
    """Read a document without the headings that had a code set of which no code is left."""
    kept = {row.code_set for row in result.rows}
    options = dict(result.options)
    if "under" in options and kept:
        under = {heading: one for heading, one in options.pop("under").items() if one in kept}
        options |= {"under": under} if under else {}
    return reading.read(document, options)


def of_tables(document: Document, result: Reading, asked: Options) -> Reading:
    """Give tables the first code set where nothing is left that they were told apart from.

    Args:
        document: the document.
        result: how it is read.
        asked: the options as they were, before something was answered.
    """
    tables = result.options.get("tables", [])
    left = {row.code_set for row in result.rows}
    left = set() if left == {EXTRA_SETS[0]} else left
    if not tables or {one["code_set"] for one in tables} <= left:
        return result
    first = asked["tables"][0]["code_set"]
    named = [
        {**one, "code_set": one["code_set"] if one["code_set"] in left else first} for one in tables
    ]
    return reading.read(document, {**result.options, "tables": named})
