"""A code without a text looks like the title of the rows below it, and is asked about."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ROWS = "1014,Dock is busy\n1041,Dock is closed\n1103,Crane is lost\n1149,Pier is full\n"


def _asked(text: str) -> list[tuple[int, str]]:
    found = sniff.sniff(Document("errors.csv", text))
    assert found
    return [(one.line, one.what) for one in found.reading.problems if "is read as the" in one.what]


@pytest.mark.parametrize("code", ["0", "-17", "E7"])
def test_a_code_without_a_text(code: str) -> None:
    """Its line is named; where the pattern fits it, the reader says what to write of it."""
    document = Document("errors.csv", f"Code,Message\n-2,Token is bad\n{code},\n{ROWS}")
    what = f'"{code}" is read as the title of the rows below it, and looks like a code.'
    assert _asked(document.text) == [(3, what)]
    found = sniff.sniff(document)
    assert found
    mended = replies.applied(document, found.reading, Replies(as_meant=frozenset({3})))
    assert [one.what for one in mended.problems] == [f'the code "{code}" has no message.']
    assert [row.section for row in mended.rows] == [None] * 5


@pytest.mark.parametrize("title", ["Docks", "Payments", "Codes 1000-1999", "Since 2024"])
def test_a_title(title: str) -> None:
    """Words are a title."""
    assert _asked(f"Code,Message\n1001,Token is bad\n{title},\n{ROWS}") == []
