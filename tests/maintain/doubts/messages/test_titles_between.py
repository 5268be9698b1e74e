"""Titles between entries of a text without markup are asked about, and are headings if so."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.doubts.messages import above_codes
from macros.maintain.replies import Replies
from macros.readers.rows import Document

PAGE = "1001\nDock is busy.\n\n1002\nGate is shut.\n\n{}\n\n1003\nLate.\n\n1004\nLost.\n"


@pytest.mark.parametrize("title", ["Codes of ships", "Chapter 2000"])
def test_a_title(title: str) -> None:
    """A title is named once, and is a heading or a text of the code above it, as is said."""
    document = Document("errors.txt", PAGE.format(title))
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    assert asked.line == 7
    assert asked.what.startswith(f'"{title}" is read as a text of the code above it')
    line = frozenset({7})
    meant = replies.applied(document, found.reading, Replies(as_meant=line))
    assert meant.is_whole
    assert [row.columns for row in meant.rows] == [{}] * 4
    assert meant.rows[2].section == title
    as_read = replies.applied(document, found.reading, Replies(as_read=line))
    assert as_read.is_whole
    assert as_read.rows[1].columns == {"text": title}


@pytest.mark.parametrize(
    "page",
    [
        PAGE.format("It is shut at night."),
        PAGE.format("Hint: ring the bell"),
        PAGE.format("Ring the bell of the harbour once or twice"),
        PAGE.format("")
        .replace(".\n\n", ".\n\nRing the bell\n\n")
        .replace("Lost.\n", "Lost.\n\nRing\n"),
    ],
)
def test_what_is_none(page: str) -> None:
    """A sentence, a label, and what stands below most codes, are no titles."""
    document = Document("errors.txt", page)
    found = sniff.sniff(document)
    assert found
    assert list(above_codes.titles_between(document, found.reading)) == []
