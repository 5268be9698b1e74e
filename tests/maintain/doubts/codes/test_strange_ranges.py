"""Ranges of which codes are listed are perhaps headings; others are rows."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

HEAD = "| Code | Text |\n|---|---|\n"
ROWS = "| 1001 | Dock is busy |\n| 1002 | Dock is gone |\n| 1003 | Crane is lost |\n"


@pytest.mark.parametrize("between", ["-", " - ", "–", "~", " to "])  # noqa: RUF001 - as printed
def test_a_heading_within_a_table(between: str) -> None:
    """It is asked about, and passed over by its line, with all codes kept."""
    document = Document("errors.md", f"{HEAD}| 1000{between}1099 | Docks |\n{ROWS}")
    found = sniff.sniff(document)
    assert found
    assert [(one.line, one.what) for one in found.reading.problems] == [
        (3, '"1000-1099" is a range, and "1001" and 2 more codes of it have rows: is it a heading?')
    ]
    mended = replies.applied(document, found.reading, Replies(frozenset({3})))
    assert mended.is_whole
    assert [row.code for row in mended.rows] == ["1001", "1002", "1003"]


def test_a_heading_of_a_page() -> None:
    """So is one with a paragraph below it, which is no message."""
    entries = "".join(f"### {code}: Dock {code}\n\nWait.\n\n" for code in range(1001, 1005))
    found = sniff.sniff(Document("errors.md", f"## 1000-1099: Docks\n\nAll of them.\n\n{entries}"))
    assert found
    told = [one.what for one in found.reading.problems]
    assert told == [
        '"1000-1099" is a range, and "1001" and 3 more codes of it have rows: is it a heading?'
    ]


def test_a_row() -> None:
    """A range of codes that nobody tells apart is a row."""
    found = sniff.sniff(Document("errors.md", f"{HEAD}{ROWS}| 5000-5099 | Reserved |\n"))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == ["1001", "1002", "1003", "5000-5099"]
