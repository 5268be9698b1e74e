"""Data that can be read as lines of a text, too: document, guesses -> those that are likely.

As a text, data keeps its quotation marks and remarks in the messages, and loses in which of its
lists an item stands.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from macros.readers.tree import TWICE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.sniffers.sniffed import Sniffed
    from macros.readers.rows import Document, Row

YAML = frozenset({".yaml", ".yml"})
# Files in which # begins a remark, and no heading.
_WITH_REMARKS = frozenset(".bash .cfg .conf .env .ini .properties .sh .toml .yaml .yml".split())
LINES = frozenset({"text_lines", "headings", "bullets", "pattern"})


def is_yaml(document: Document) -> bool:
    """Tell whether the name of a file says that it is YAML."""
    return PurePath(document.file).suffix.lower() in YAML


def is_data(document: Document) -> bool:
    """Tell whether a file is JSON, by its first sign, or is called YAML."""
    return document.text.lstrip()[:1] in {"{", "["} or is_yaml(document)


def in_remarks(document: Document, rows: Sequence[Row]) -> list[Row]:
    """Return the rows that begin in remarks of data, which a program passes over."""
    if PurePath(document.file).suffix.lower() not in _WITH_REMARKS:
        return []
    lines = document.text.split("\n")
    return [row for row in rows if lines[row.line - 1].lstrip()[:1] in {"#", ";", "!"}]


def likely(document: Document, found: Sequence[Sniffed]) -> list[Sniffed]:
    """Return guesses without those that take data for a text, and read no more of it so."""
    found = [one for one in found if not _is_of_remarks(document, one)] or found
    formats = {guess.reading.options["format"]: guess for guess in found}
    if "json" in formats:
        return [one for one in found if one.reading.options["format"] != "pattern"]
    if "yaml" not in formats or not is_yaml(document):
        return list(found)
    if any(TWICE in one.what for one in formats["yaml"].reading.problems):
        return [formats["yaml"]]  # as lines, both values of a key would be read
    codes = _codes(formats["yaml"])
    return [
        one for one in found if one.reading.options["format"] not in LINES or _codes(one) - codes
    ]


def _is_of_remarks(document: Document, guess: Sniffed) -> bool:
    """Tell whether a guess finds most rows in remarks of data."""
    rows = guess.reading.rows
    return 2 * len(in_remarks(document, rows)) > len(rows)


def _codes(guess: Sniffed) -> set[str]:
    return {row.code for row in guess.reading.rows}
