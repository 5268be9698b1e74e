"""Messages that end as the lines of a table of contents do are asked about."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"101": "Dock is busy", "102": "Gate is shut", "103": "Crane is broken"}


@pytest.mark.parametrize(
    "lead", [" ........ ", "......", " . . . . ", "……", " ____ ", " ---- ", " .... p. ", " .... 3-"]
)
@pytest.mark.parametrize("form", ["{} {}", "{}: {}", "- {} {}"])
def test_the_list_itself(lead: str, form: str) -> None:
    """Where the contents are the list of the codes, the dots and the page are no part of these."""
    lines = [f"{form.format(*pair)}{lead}{page}" for page, pair in enumerate(TEXTS.items(), 12)]
    document = Document("codes.md", "\n".join(lines))
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert "as a line of a table of contents does, and so do 2 more texts" in doubt.what
    given = Replies(as_meant=frozenset({doubt.line}))
    kept = replies.applied(document, found.reading, given)
    assert kept.is_whole
    assert {row.code: row.message for row in kept.rows} == TEXTS


def test_texts_below() -> None:
    """A row that says more below its line cannot be said by that line, so that no way is ready."""
    text = "".join(f"## {code} {text} ..... 7\n\nWait.\n\n" for code, text in TEXTS.items())
    found = sniff.sniff(Document("codes.md", text))
    assert found
    [doubt] = found.reading.problems
    assert "take the dots and the numbers out of a copy" in doubt.do
    assert list(replies.told(Document("codes.md", text), found.reading)) == [
        "Add, without the lines that do list codes: --no-codes 9",
        "Add, for what is right as it is read, though doubted: --as-read 9",
    ]


def test_contents_above_the_list() -> None:
    """Where the codes are listed below, the contents are none."""
    contents = [f"{code} {text} ........ 7" for code, text in TEXTS.items()]
    codes = [f"{code} {text}" for code, text in TEXTS.items()]
    document = Document("codes.txt", "\n".join([*contents, "", *codes]))
    found = sniff.sniff(document)
    assert found
    assert [one.line for one in found.reading.problems] == [1, 3]
    given = Replies(no_codes=frozenset({3}), as_read=frozenset({1}))
    kept = replies.applied(document, found.reading, given)
    assert kept.is_whole
    assert [(row.line, row.message) for row in kept.rows] == [
        (5, "Dock is busy"),
        (6, "Gate is shut"),
        (7, "Crane is broken"),
    ]


def test_a_column_of_pages() -> None:
    """Dots that lead to a number are no end of a message, though the headings name a page."""
    rows = "\n".join(f"{code} {text} ........ 7" for code, text in TEXTS.items())
    found = sniff.sniff(Document("codes.txt", f"Code Text Page\n{rows}"))
    assert found
    asked = [one.line for one in found.reading.problems if one.ways.rows or "contents" in one.what]
    assert asked == [4]
    assert not any("seems to name 3 columns" in one.what for one in found.reading.problems)


def test_dots_of_a_text() -> None:
    """Three dots, and dots with no number behind them, are of the text."""
    text = "101 Use 1 ... 9\n102 Gate is shut.... Wait\n103 Crane is broken 7\n104 Tide...... \n"
    found = sniff.sniff(Document("codes.txt", text))
    assert found
    assert found.reading.is_whole
