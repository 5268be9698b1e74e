"""Labels that a reader asks about are declared where that leaves less over."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

HEADINGS = "".join(
    f"### {code}\n\nHTTP {status}\n\n{text}\n\n"
    for code, status, text in (
        (4001, 409, "No berth is free."),
        (4002, 404, "The ship has left."),
        (4003, 503, "Ice."),
    )
)
BULLETS = """\
- 4001 (HTTP 409): No berth is free
- 4002 (HTTP 404): The ship has left
- 4003 (HTTP 503): Ice
"""
PLAIN = "".join(
    f"Code: {code}\nMessage: {text}\nHTTP: {status}\n\n"
    for code, status, text in ((4001, 409, "No berth"), (4002, 404, "Gone"), (4003, 503, "Ice"))
)


@pytest.mark.parametrize(
    ("text", "first"),
    [(HEADINGS, "No berth is free."), (BULLETS, "No berth is free"), (PLAIN, "No berth")],
)
def test_statuses_are_columns(text: str, first: str) -> None:
    """The status is a column of each code, and the message is what is left."""
    sniffed = sniff.sniff(Document("a.md", text))
    assert sniffed is not None
    rows = sniffed.reading.rows
    assert sniffed.reading.is_whole
    assert [row.columns["HTTP"] for row in rows] == ["409", "404", "503"]
    assert rows[0].message == first


def test_what_no_label_helps_is_left() -> None:
    """A name before each message is no label: a person has to say what it is."""
    text = "- 4001: NO_BERTH - Busy\n- 4002: SHIP_GONE - Left\n- 4003: ICE_AGE - Cold\n"
    sniffed = sniff.sniff(Document("a.md", text))
    assert sniffed is not None
    assert "labels" not in sniffed.reading.options
    assert not sniffed.reading.is_whole
