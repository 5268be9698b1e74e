"""Pipes within Markdown cells that are not escaped: asked about, with the row as it is meant."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document.doubt import Doubt
from macros.maintain.replies import Replies
from macros.readers.rows import Document

REST = {"1002": "Dock is gone", "1003": "Gate is shut", "1004": "Gate is old"}


def _page(message: str, more: str = "", headings: str = "Code | HTTP | Message") -> Document:
    rows = f"| 1001 | 409 | {message} |\n{more}"
    rows += "".join(f"| {code} | 404 | {text} |\n" for code, text in REST.items())
    return Document("errors.md", f"# Errors\n\n| {headings} |\n|---|---|---|\n{rows}")


@pytest.mark.parametrize("message", ["Dock is busy|closed", "Use a | b | c", "Wait |none| there"])
def test_as_meant(message: str) -> None:
    """Nothing is to be filled in: the message has its pipes, and other columns what they say."""
    document = _page(message, "| 1005 | 400 | Ship a|b |\n")
    found = sniff.sniff(document)
    assert found
    [doubt] = [one for one in found.reading.problems if isinstance(one, Doubt)]
    assert doubt.line == 5
    assert doubt.what == (
        f'"{message}", of the code "1001", and 1 more perhaps have pipes in them, which cuts a'
        " cell where it is not escaped."
    )
    mended = replies.applied(document, found.reading, Replies(as_meant=frozenset({5})))
    assert mended.is_whole
    assert {row.code: row.message for row in mended.rows} == {
        "1001": message,
        "1005": "Ship a|b",
        **REST,
    }
    assert {row.code: row.columns for row in mended.rows}["1005"] == {"HTTP": "400"}


def test_not_the_last_column() -> None:
    """Where a column stands behind the message, nobody can tell which cell is too much."""
    document = _page("Dock is busy | now", headings="Code | Message | Cause")
    found = sniff.sniff(document)
    assert found
    assert not [one for one in found.reading.problems if isinstance(one, Doubt) and one.rows]


def test_escaped() -> None:
    """An escaped pipe is a part of its cell."""
    found = sniff.sniff(_page(r"Dock is busy\|closed"))
    assert found
    assert found.reading.is_whole
    assert found.reading.rows[0].message == "Dock is busy|closed"


def test_two_rows_in_one_line() -> None:
    """Where another code stands behind the message, a line break may be lost."""
    found = sniff.sniff(_page("Dock is busy || 1009 | 409 | Dock is old"))
    assert found
    assert not [one for one in found.reading.problems if isinstance(one, Doubt) and one.rows]
