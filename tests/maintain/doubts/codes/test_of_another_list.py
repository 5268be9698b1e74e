"""A table that maps the codes of one list to another one is asked about: which of the two is it?"""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ROWS = (
    ("1", "Berth taken", "404", "Not here"),
    ("16", "Boat left", "487", "Boat gone"),
    ("17", "No rope", "486", "Busy here"),
)


def _document(*heads: str) -> Document:
    lines = (f"| {' | '.join(row)} |\n" for row in ROWS)
    return Document("q.md", f"| {' | '.join(heads)} |\n|---|---|---|---|\n{''.join(lines)}")


@pytest.mark.parametrize(
    ("cause", "text"),
    [
        ("Cause", "Cause text"),
        ("Cause", "Cause Description"),
        ("Reason", "Reason text"),
        ("Host", "Host message"),
    ],
)
def test_two_lists(cause: str, text: str) -> None:
    """The question names both; each reply reads one of them."""
    document = _document(cause, text, "SIP code", "SIP description")
    found = sniff.sniff(document)
    assert found
    codes = [row.code for row in found.reading.rows]
    if codes == ["1", "16", "17"]:
        return
    assert codes == ["404", "487", "486"]
    [asked] = [one for one in found.reading.problems if "beside it, with a text" in one.what]
    assert asked.what == (
        f'"404" of "SIP code" is read as a code, and "{cause}" has "1" beside it, with a text below'
        f' "{text}".'
    )
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({asked.line})))
    assert [(row.code, row.message) for row in meant.rows] == [row[:2] for row in ROWS]
    kept = replies.applied(document, found.reading, Replies(as_read=frozenset({asked.line})))
    assert [row.code for row in kept.rows] == ["404", "487", "486"]


def test_a_plain_code() -> None:
    """Where one column is called the code and no more, numbers beside it are none."""
    found = sniff.sniff(_document("Level", "Level text", "Code", "Meaning"))
    assert found
    assert not [one for one in found.reading.problems if "beside it, with a text" in one.what]
