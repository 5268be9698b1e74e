"""A sentence below the last row of a simple table is of its text, or of the whole table."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

RULE = f"==== {'=' * 40}\n"
ROWS = "1001 Dock is busy\n1002 Dock is closed\n1003 Pier is unknown\n"


def _document(rows: str) -> Document:
    return Document("errors.rst", f"Errors\n======\n\n{RULE}Code Meaning\n{RULE}{rows}{RULE}")


@pytest.mark.parametrize(
    "foot", ["All other codes are reserved.", "その他は予約済みです", "(More to come)"]
)
def test_asked(foot: str) -> None:
    """It is shown as a part of the text; a person says whether it is meant so."""
    document = _document(f"{ROWS}     {foot}\n")
    found = sniff.sniff(document)
    assert found
    (asked,) = found.reading.problems
    line = asked.line
    assert asked.what == (
        f'"{foot}" goes on with the text of "1003", as reStructuredText has it, and is perhaps a'
        " foot of the whole table."
    )
    assert asked.do == (
        f"If it is a foot, add --as-meant {line}, which leaves it out. If it is a part of the text,"
        f" add --as-read {line}."
    )
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset([line])))
    assert meant.is_whole
    assert meant.rows[-1].message == "Pier is unknown"
    kept = replies.applied(document, found.reading, Replies(as_read=frozenset([line])))
    assert kept.is_whole
    assert kept.rows[-1].message == f"Pier is unknown {foot}"


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        f"{ROWS}     to the harbour\n",
        "1001 Dock is busy\n     Ask for another one\n1002 Dock is closed\n1003 Pier is lost\n",
        "1001 Dock is busy\n     Ask us\n1002 Dock is closed\n1003 Pier is lost\n     Ask us\n",
        f"{ROWS[:-1]} by\n     Neptune\n",
    ],
)
def test_sound(rows: str) -> None:
    """Rows that go on with a sentence, or as others of the table do, are plain."""
    found = sniff.sniff(_document(rows))
    assert found
    assert found.reading.is_whole
