"""Lines of labels with values: each value is where its label says, glued or not."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.sniffers.copies import labelled_lines
from macros.readers.rows import Document, Row

ROWS = {
    "1": ("Dock: it is busy", "Wait for it"),
    "2": ("Gate is shut, and cold", "Ring"),
    "30": ("Crane stuck", "Call"),
}
LABELS = {
    "glued": "Code: {}Message: {}Action: {}\n",
    "blanks": "Code: {} Message: {} Action: {}\n",
    "commas": "Code: {}, Message: {}, Action: {}\n",
    "words": "Error code: {}Error message: {}Possible solution: {}\n",
    "german": "Fehlercode: {}Meldung: {}Abhilfe: {}\n",
}


def _read(text: str) -> sniff.Sniffed:
    found = sniff.sniff(Document("errors.txt", text))
    assert found
    return found


def _values(row: Row) -> tuple[str, ...]:
    return row.message, *(row.columns.get(name, "") for name in list(row.columns))


@pytest.mark.parametrize("form", LABELS)
def test_values(form: str) -> None:
    """Code, message and what else has a label are told apart, without a question."""
    rows = "".join(LABELS[form].format(code, *said) for code, said in ROWS.items())
    found = _read(f"Errors of the harbour\n\n{rows}")
    assert found.reading.is_whole
    assert {row.code: _values(row) for row in found.reading.rows} == ROWS


def test_a_label_that_others_lack() -> None:
    """A line with one label more than the others is asked about, as its text has it within."""
    rows = "".join(f"Code: {code}Message: {text}\n" for code, (text, _) in ROWS.items())
    found = _read(f"{rows}Code: 4Message: Ship is lostNote: Call\n")
    [asked] = found.reading.problems
    assert asked.line == 4
    assert asked.what == '"Ship is lostNote: Call" of "4" seems to have a label within it.'


@pytest.mark.parametrize(
    "text",
    [
        "Name: Anna Message: Hello\nName: Berta Message: Bye\nName: Cleo Message: Hi\n",
        "Code: 1\nMessage: Dock is busy\nCode: 2\nMessage: Gate is shut\n",
        "Code: 1 Message: Busy Next step: Ring\nCode: 2 Message: Shut Next step: Wait\n" * 2,
        "Code: 1Message: Dock is busy\nSee: the gate\nTo: nobody\nFrom: the pier\n",
    ],
)
def test_what_is_none(text: str) -> None:
    """No such lines are names, labels on lines of their own, of unknown ends, or few."""
    assert labelled_lines.sniff(Document("errors.txt", text), "api") is None
