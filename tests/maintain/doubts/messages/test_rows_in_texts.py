"""Lines that begin with codes, and are read as texts of the code above, are asked about."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.doubts.messages import not_of_the_code
from macros.maintain.replies import Replies
from macros.readers.rows import Document

PAGE = """\
Status code

Meaning

-101

No pilot is on duty

-102

No dock is here

-103

No crane is here

{}

-201

The gate is shut
"""


def _asked(line: str) -> tuple[Document, sniff.Sniffed, list[int]]:
    document = Document("codes.txt", PAGE.format(line))
    found = sniff.sniff(document)
    assert found
    assert found.reading.options["format"] == "headings"
    return document, found, [one.line for one in not_of_the_code.rows(document, found.reading)]


def test_a_row_glued() -> None:
    """It is a row of its own where somebody says so, with what stands behind its code."""
    document, found, lines = _asked("-104The mast is too high")
    assert lines == [17]
    assert [one.line for one in found.reading.problems] == [17]
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset(lines)))
    assert kept.is_whole
    assert {row.code: row.message for row in kept.rows} == {
        "-101": "No pilot is on duty",
        "-102": "No dock is here",
        "-103": "No crane is here",
        "-104": "The mast is too high",
        "-201": "The gate is shut",
    }
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset(lines)))
    assert len(as_read.rows) == 4


@pytest.mark.parametrize("line", ["The crane is old.", "-101st"])
def test_texts(line: str) -> None:
    """A text, and a word alone, are read as they are."""
    assert _asked(line)[2] == []
