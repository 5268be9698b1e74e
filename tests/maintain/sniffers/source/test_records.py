"""Records of labels and values, as a database lists its errors: each with all that it says."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

BULLETS = """Server Error Message Reference

The server has these errors since version 8.0.

* Error number: 3001; Symbol: ER_BUSY;
  SQLSTATE: HY000

  Message: The dock is busy

  The harbour reports this when all berths are taken, as in row 17.

  Ask again later.

* Error number: 3002; Symbol: ER_NO_DOCK; SQLSTATE: 42S02

  Message: Dock '%s' does not exist, and no other one
  is free

Here come the tides.

* Error number: 3003; Symbol: ER_TIDE

  Message: The tide is too low: %d m
"""
READ = {
    "without bullets": """Error number: 3001; Symbol: ER_BUSY; SQLSTATE: HY000
  Message: The dock is busy
Error number: 3002; Symbol: ER_NO_DOCK; SQLSTATE: 42S02
  Message: The dock is gone
Error number: 3003; Symbol: ER_TIDE; SQLSTATE: HY000
  Message: The tide is too low
""",
    "marks of Markdown": """* Error number: `3001`; Symbol: `ER_BUSY`

  Message: The dock is busy

* Error number: `3002`; Symbol: `ER_NO_DOCK`

  Message: The dock is gone

* Error number: `3003`; Symbol: `ER_TIDE`

  Message: The tide is too low
""",
    "a line for the number": """Error number: 3001
  Message: The dock is busy
Error number: 3002
  Message: The dock is gone
Error number: 3003
  Message: The tide is too low
""",
    "not indented": """Error number: 3001; Symbol: ER_BUSY
Message: The dock is busy

Error number: 3002; Symbol: ER_NO_DOCK
Message: The dock
is gone

Error number: 3003; Symbol: ER_TIDE
Message: The tide is too low
""",
}
MESSAGES = {
    "3001": "The dock is busy",
    "3002": "The dock is gone",
    "3003": "The tide is too low",
}


def test_all_that_a_record_says_is_kept() -> None:
    """The text is the message, a broken one whole; symbol, state and explanation are columns."""
    found = sniff.sniff(Document("errors.txt", BULLETS))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert [(row.line, row.code, row.message) for row in found.reading.rows] == [
        (5, "3001", "The dock is busy"),
        (14, "3002", "Dock '%s' does not exist, and no other one is free"),
        (21, "3003", "The tide is too low: %d m"),
    ]
    assert [row.columns for row in found.reading.rows] == [
        {
            "name": "ER_BUSY",
            "sqlstate": "HY000",
            "text": "The harbour reports this when all berths are taken, as in row 17."
            " Ask again later.",
        },
        {"name": "ER_NO_DOCK", "sqlstate": "42S02"},
        {"name": "ER_TIDE"},
    ]
    assert [row.named["name"] for row in found.reading.rows] == ["ER_BUSY", "ER_NO_DOCK", "ER_TIDE"]


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_forms_of_records(text: str) -> None:
    """With a bullet or without, indented or not: each code has its whole message."""
    found = sniff.sniff(Document("errors.txt", text))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert {row.code: row.message for row in found.reading.rows} == MESSAGES


def test_labels_below_the_message() -> None:
    """A cause is no end of the message above it, and one that goes on is whole."""
    text = READ["without bullets"].replace("busy\n", "busy\n  Cause: A ship\n    lies there\n")
    text = text.replace("gone\n", "gone\n  Cause: It sank\n").replace(
        "low\n", "low\n  Cause: Moon\n"
    )
    found = sniff.sniff(Document("errors.txt", text))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert {row.code: row.message for row in found.reading.rows} == MESSAGES
    causes = [row.named["cause"] for row in found.reading.rows]
    assert causes == ["A ship lies there", "It sank", "Moon"]


def test_signs_of_comments_are_of_the_text() -> None:
    """What begins as a comment does within a text that is none is a part of it."""
    text = READ["without bullets"].replace("is gone\n", "is gone\n    # 4 of 5\n    * and more\n")
    found = sniff.sniff(Document("errors.txt", text))
    assert found
    assert [row.message for row in found.reading.rows][1] == "The dock is gone # 4 of 5 * and more"


def test_a_record_without_a_message_is_refused() -> None:
    """A code whose message is missing has not the one of the next record, and is not lost."""
    text = READ["without bullets"].replace("  Message: The dock is gone\n", "")
    text += "Error number: 3004; Symbol: ER_LATE; SQLSTATE: HY000\n  Message: The ship is late\n"
    found = sniff.sniff(Document("errors.txt", text))
    assert found
    assert [row.code for row in found.reading.rows] == ["3001", "3003", "3004"]
    [problem] = found.reading.problems
    assert (problem.line, problem.what) == (3, 'the code "3002" has no message.')


def test_a_second_number_is_asked_about() -> None:
    """Where two values of the first lines are different in all records, either can be the code."""
    text = "".join(f"Id: {n}; Dock: E300{n}\n  Message: Berth {n} is busy\n" for n in range(1, 5))
    found = sniff.sniff(Document("errors.txt", text))
    assert found
    assert [problem.what for problem in found.reading.problems] == [
        'two values of an entry can be its code: "1" and "E3001".'
    ]


def test_what_does_not_fit_is_not_passed_over() -> None:
    """Records in which one has a text above its message, below no label, are not read by halves."""
    text = READ["without bullets"].replace("HY000\n  M", "HY000\n  Berths are few.\n  M", 1)
    assert sniff.sniff(Document("errors.txt", text)) is None


@pytest.mark.parametrize("label", ["Year", "Time", "Version"])
def test_other_numbers(label: str) -> None:
    """What a label calls another number than a code is none."""
    text = READ["without bullets"].replace("Error number", label)
    assert sniff.sniff(Document("errors.txt", text)) is None
