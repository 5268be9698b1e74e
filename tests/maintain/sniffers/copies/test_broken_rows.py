"""Rows of Markdown whose cells stand on several lines are read cell by cell."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ROWS = {"2000": "The dock is free", "4001": "No pilot is on duty", "4004": "No dock is here"}


def _sniffed(text: str) -> tuple[Document, sniff.Sniffed]:
    document = Document("codes.md", text)
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize(
    "row",
    [
        "{code} |\n{level} | {text} |\n",
        "| {code} |\n{level} |\n{text} |\n",
        "{code} |\n{level} | {text}\n|\n",
    ],
)
def test_cells_on_lines(row: str) -> None:
    """Each cell is that of its heading, wherever the lines of a row end."""
    rows = "".join(row.format(code=code, level="Low", text=text) for code, text in ROWS.items())
    _, found = _sniffed(f"Codes of all answers\n\nCode | Level | Text |\n---|---|---|\n{rows}")
    assert found.reading.is_whole
    assert [(row.code, row.message, row.columns) for row in found.reading.rows] == [
        (code, text, {"level": "Low"}) for code, text in ROWS.items()
    ]


def test_an_empty_cell() -> None:
    """A cell that is empty takes nothing from those beside it."""
    rows = "".join(f"{code} |\n| {text} |\n" for code, text in ROWS.items())
    _, found = _sniffed(f"Codes\n\nCode | Level | Text |\n---|---|---|\n{rows}")
    assert {row.code: row.message for row in found.reading.rows} == ROWS


def test_two_messages() -> None:
    """Where two headings say that they have the message, a person chooses."""
    rows = "".join(f"{code} |\nBad | {text} |\n" for code, text in ROWS.items())
    document, found = _sniffed(f"| Code | Message | Description |\n|---|---|---|\n{rows}")
    [doubt] = found.reading.problems
    assert doubt.what == (
        '"Message" and "Description" can each be the message; it is read from "Message".'
    )
    kept = replies.applied(document, found.reading, Replies(as_read=frozenset({doubt.line})))
    assert kept.is_whole


def test_whole_rows() -> None:
    """A table whose rows stand on a line each is read as Markdown."""
    rows = "".join(f"{code} | Low | {text} |\n" for code, text in ROWS.items())
    _, found = _sniffed(f"Code | Level | Text |\n---|---|---|\n{rows}")
    assert found.reading.options["format"] == "markdown"


def test_a_later_row_of_another_form() -> None:
    """A line that a later document has among the rows is refused, and not passed over."""
    rows = "".join(f"{code} |\nLow | {text} |\n" for code, text in ROWS.items())
    page = f"Code | Level | Text |\n---|---|---|\n{rows}"
    _, found = _sniffed(page)
    later = Document("codes.md", f"{page}many more are to come\n")
    assert [one.line for one in reading.read(later, found.reading.options).problems] == [9]
