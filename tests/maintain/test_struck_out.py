"""Codes and texts that are struck out: asked about, and each way on works."""

from __future__ import annotations

import pytest

from macros.maintain import questions, replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ITEMS = "# Errors\n\n- 1001: Dock busy\n- 1002: Gate shut\n- {}\n- 1004: Late\n"
TABLE = "# Errors\n\n| Code | Text |\n|---|---|\n| 1001 | Dock busy |\n| 1002 | Late |\n| {} |\n"
HEADINGS = "# Errors\n\n## 1001 Dock busy\n\n## 1002 Gate shut\n\n## {}\n\n## 1004 Late\n"


@pytest.mark.parametrize(
    ("page", "struck"),
    [
        (ITEMS, "~~1003~~: Crane stuck"),
        (ITEMS, "~~1003: Crane stuck~~"),
        (TABLE, "~~1003~~ | Crane stuck"),
        (TABLE, "~~1003~~ | ~~Crane stuck~~"),
        (HEADINGS, "~~1003~~ Crane stuck"),
    ],
)
def test_a_code(page: str, struck: str) -> None:
    """Such a code is said by hand, with its own number ready, or lists none any more."""
    document = Document("errors.md", page.format(struck))
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    assert "has struck-out text" in asked.what
    [(line, code)] = asked.ways.rows
    assert code == "1003"
    said = {"rows": [{"line": line, "code": code, "message": "Crane stuck"}]}
    by_hand = reading.read(document, questions.with_more(found.reading.options, said))
    assert by_hand.is_whole
    assert {row.code: row.message for row in by_hand.rows}["1003"] == "Crane stuck"
    given = Replies(no_codes=frozenset({asked.line}))
    without = replies.applied(document, found.reading, given)
    assert without.is_whole
    assert "1003" not in {row.code for row in without.rows}


def test_a_text_below() -> None:
    """A paragraph that is struck out can be passed over; the code keeps its other texts."""
    text = HEADINGS.format("1003 Crane stuck\n\n~~Call the pilot.~~\n\nIt is up.")
    document = Document("errors.md", text)
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    whole = replies.applied(document, found.reading, Replies(no_codes=frozenset({asked.line})))
    assert whole.is_whole
    said = {row.code: row.columns for row in whole.rows}
    assert said["1003"] == {"text": "It is up."}
