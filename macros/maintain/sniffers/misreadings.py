"""Guesses that take a document for what it is not, beside one that does not: guesses -> the others.

A line of a text can be read as cells, cells as a text, and a table below its headings as entries.
Each such guess reads rows; what is wrong with these is seen by what another one makes of the lines.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from macros.maintain.document import links, source_file
from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.texts import wraps
from macros.readers.ledger import Account
from macros.readers.text_columns import SEVERAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.maintain.sniffers.sniffed import Sniffed
    from macros.readers.rows import Document

_ITEM = re.compile(r"[-*+•]\s")
# As in - 1001; Dock is busy; 409 and 1001=Dock is busy;409
_CODED_ITEM = re.compile(
    r"\s*(?:[-*+•]\s+(?P<item>[A-Z]{0,6}[-_]?[0-9]{2,})(?!\w)"
    r"|(?P<key>[A-Z]{0,6}[-_]?[0-9]{3,})\s*[:=](?![0-9]))",
    re.ASCII,
)
_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_MARKS = re.compile(r"</?(?:d[tdl]|t[rdh]|li|[uo]l|table|div|p|h[1-6])\b[^>\n]*>", re.IGNORECASE)
# As in 1001: Dock is busy, and 1001=Dock is busy.
_CODED = re.compile(r"[A-Z]{0,6}[-_]?[0-9]{3,}(?:\s*[:=]|\s+[-–—])?\s*[^\W\d_]", re.ASCII)  # noqa: RUF001
# As in BUSY : Fault(4001, "The dock is busy"); and 4001: "The dock is busy",
_CALL = re.compile(
    r"(?:extends |new )*[A-Za-z_][\w.]*\(.*[\"'].*\)\s*[;,{]*|\(?\s*([\"'`]).*\1\s*[,;)]+",
    re.DOTALL,
)
_TWO_COLUMNS = 2  # a code and one text
_TABLES = ("html_table", "markdown", "rst", "box_table", "stacked", "csv")


def without(document: Document, found: Sequence[Sniffed], taken: frozenset[int]) -> list[Sniffed]:
    """Return guesses without those that misread the document, as others show.

    Args:
        document: the document.
        found: a guess for each format.
        taken: the lines of its tables that have codes.
    """
    cells = max((_rows(one) for one in found if _is_of_cells(one)), default=0)
    # As lines, the cells of each row would be one text where one row has too many.
    found = [one for one in found if not (_joins_cells(one) and _rows(one) <= 2 * cells)]
    others = max((_rows(one) for one in found if not _is_of_cells(one)), default=0)
    # As cells, a comma within the text of an item, or of a line with a code, would end it.
    found = [one for one in found if not (_cuts_texts(document, one) and _rows(one) <= others)]
    found = [one for one in found if not _passes_over_items(document, one)]
    found = [one for one in found if not _takes_headings(one, found)]
    stacked = max((_rows(one) for one in found if _is_stacked(one)), default=0)
    # As entries, the cells below each code would be one text.
    found = [one for one in found if not (_is_plain(one) and _rows(one) <= stacked)]
    said = {one.reading.options["format"]: _said(one) for one in found}
    in_lines = said.get("text_lines", {("", "")})
    if said.get("pattern") in (in_lines, {(code, text.split("\n")[0]) for code, text in in_lines}):
        # As source code, lines between those with codes are passed over: rests of messages, too.
        found = [one for one in found if one.reading.options["format"] != "pattern"]
    if said.get("text_lines") == said.get("yaml") and _has_rests(document, found):
        # As YAML, no line can go on with another one.
        found = [one for one in found if one.reading.options["format"] != "yaml"]
    return [
        one
        for one in found
        if not (_takes(one, taken) or _has_calls(one) or _is_of_marks(document, one))
    ]


def _rows(guess: Sniffed) -> int:
    return len(guess.reading.rows)


def _joins_cells(guess: Sniffed) -> bool:
    """Tell whether a guess takes what looks like several columns for one text."""
    of_lines = guess.reading.options["format"] == "text_lines"
    return of_lines and any(one.what == SEVERAL for one in guess.reading.problems)


def _cuts_texts(document: Document, guess: Sniffed) -> bool:
    """Tell whether a guess takes items of a list, or codes with their texts, for lines of cells."""
    if not _is_of_cells(guess):
        return False
    lines = document.text.split("\n")
    own = [(lines[row.line - 1].lstrip(), row) for row in guess.reading.rows]
    if all(_ITEM.match(line) for line, _ in own):
        return True
    is_table = PurePath(document.file).suffix.lower() in {".csv", ".tsv"}
    coded = (_CODED.match(line) and not line.startswith(row.code) for line, row in own)
    return not is_table and all(coded)


def _passes_over_items(document: Document, guess: Sniffed) -> bool:
    """Tell whether items or keys begin with codes, and a guess takes other cells for these."""
    lines = document.text.split("\n")
    items = [_CODED_ITEM.match(lines[row.line - 1]) for row in guess.reading.rows]
    pairs = zip(items, guess.reading.rows, strict=True)
    others = all(one and row.code not in one.groups() for one, row in pairs)
    return _is_of_cells(guess) and bool(items) and others


def _takes_headings(guess: Sniffed, found: Sequence[Sniffed]) -> bool:
    """Tell whether headings with codes are no rows by a guess that takes the lines below for some.

    As `401 Unauthorized` below `### 1001 Invalid token`.
    """
    if guess.reading.options["format"] != "text_lines":
        return False
    titles = {line for line, one in guess.reading.accounts.items() if one is Account.HEADING}
    pages = (one for one in found if one.reading.options["format"] == "headings")
    pages = (one for one in pages if _rows(one) >= max(_rows(guess), LEAST))
    return any(all(row.line in titles for row in one.reading.rows) for one in pages)


def _is_stacked(guess: Sniffed) -> bool:
    """Tell whether a guess finds tables of several texts a code, their cells below each other."""
    options = guess.reading.options
    return options["format"] == "stacked" and any(
        len(table["columns"]) > _TWO_COLUMNS for table in options["tables"]
    )


def _is_plain(guess: Sniffed) -> bool:
    """Tell whether a guess takes all lines below a code for its text."""
    return bool(guess.reading.options.get("markup") == "plain")


def _is_of_marks(document: Document, guess: Sniffed) -> bool:
    """Tell whether a guess takes lines of HTML, or links of Markdown, for those of a text."""
    if guess.reading.options["format"] != "text_lines":
        return False
    rows = guess.reading.rows
    lines = document.text.split("\n")
    written = [(row, lines[row.line - 1]) for row in rows]
    marked = sum(
        bool(_MARKS.search(row.message) or f"[{row.code}](" in line) for row, line in written
    )
    defined = any(links.defines(line) for _, line in written)
    return defined or 2 * marked > len(rows) or bool(_PAGE.match(document.text))


def _has_calls(guess: Sniffed) -> bool:
    """Tell whether the messages of a text are calls, or strings, which only source code has."""
    rows = guess.reading.rows
    calls = sum(bool(_CALL.fullmatch(row.message)) for row in rows)
    return guess.reading.options["format"] == "text_lines" and 2 * calls > len(rows)


def _has_rests(document: Document, found: Iterable[Sniffed]) -> bool:
    """Tell whether a text, and no data, has lines that may go on with the message above."""
    if not source_file.is_text_as_yaml(document, "yaml"):
        return False
    lines = (one.reading for one in found if one.reading.options["format"] == "text_lines")
    return any(any(wraps.doubts(document, one)) for one in lines)


def _takes(guess: Sniffed, taken: frozenset[int]) -> bool:
    """Tell whether a guess takes rows of tables for lines of another format.

    What stands between the signs of a table would be lost, and these be part of a text.
    """
    if guess.reading.options["format"] in _TABLES:
        return False
    return any(row.line in taken for row in guess.reading.rows)


def _said(guess: Sniffed) -> set[tuple[str, str]]:
    """Return the codes that a guess reads, each with its message."""
    return {(row.code, row.message) for row in guess.reading.rows}


def _is_of_cells(guess: Sniffed) -> bool:
    return bool(guess.reading.options["format"] == "csv")
