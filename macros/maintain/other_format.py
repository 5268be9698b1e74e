"""A document that is given a reader of another format: what came of it -> what it seems to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain import sniff
from macros.maintain.sniffers.sniffed import counted

if TYPE_CHECKING:
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document


def told(document: Document, result: Reading) -> str:
    """Say what a document seems to be of which a given reader reads nothing; else nothing.

    Args:
        document: the document.
        result: what came of it.
    """
    found = sniff.sniff(document) if not result.rows else None
    format_ = result.options["format"]
    if found is None or not found.reading.rows or found.reading.options["format"] == format_:
        return ""
    seems, rows = found.reading.options["format"], counted(len(found.reading.rows), "row")
    return (
        f"Nothing is read as `format: {format_}`. The file seems to be of `format: {seems}`, as"
        f" which it has {rows}: run `read` without this reader, and take what it prints."
    )
