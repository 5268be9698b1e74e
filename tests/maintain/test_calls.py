"""Values that are calls: what a program makes of a code and a text is not the text."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

BEFORE = 'package dock\n\nimport "fmt"\n\nvar (\n'
BUSY = '\tErrBusy = New(4001, "The dock is busy")\n'
GONE = '\tErrGone = New(4002, "The dock is gone")\n'
CLOSED = '\tErrClosed = New(4003, "The dock is closed")\n'
LOST = '\tErrLost = New(4004, fmt.Sprintf("The dock is lost in %s", fog))\n'


def test_a_text_within_a_call() -> None:
    """What is read has a string in the place of a text; another value is asked about."""
    document = Document("dock.go", f"{BEFORE}{BUSY}{GONE}{CLOSED}{LOST})\n")
    found = sniff.sniff(document)
    assert found
    assert {row.code: row.message for row in found.reading.rows} == {
        "4001": "The dock is busy",
        "4002": "The dock is gone",
        "4003": "The dock is closed",
    }
    (problem,) = found.reading.problems
    assert problem.line == 9
    assert 'code: "4004", message' in problem.do


@pytest.mark.parametrize(
    "value",
    [
        'New({}, fmt.Sprintf("The dock is lost in %s", fog))',
        "NewError({}, msgLost)",
        "&Fault{{{}, msgLost}}",
        "new Fault({}, lost);",
    ],
)
def test_calls_alone(value: str) -> None:
    """Where no value is a text, the names before them are no codes with messages."""
    lines = [f"\tErr{name} = {value.format(4001)}\n" for name in ("Busy", "Gone", "Lost")]
    assert sniff.sniff(Document("dock.go", f"{BEFORE}{''.join(lines)})\n")) is None


def test_a_text_like_a_call() -> None:
    """A text that has brackets behind a word is one all the same, where most have none."""
    lines = ["E_BUSY = Retry(later)", "E_GONE = The dock is gone", "E_LOST = The dock is lost"]
    found = sniff.sniff(Document("dock.properties", "\n".join(lines)))
    assert found
    assert found.reading.is_whole
    assert [row.message for row in found.reading.rows] == [
        "Retry(later)",
        "The dock is gone",
        "The dock is lost",
    ]
