"""Entries that are shown, with lines of theirs above the one with the code."""

from __future__ import annotations

from macros.maintain import by_example
from macros.maintain.sniffers.such_as.such_as_doubts import Example
from macros.readers.rows import Document

RECORDS = """\
Answers of the dock
409
berth_error
dock_is_busy
Another ship is at this dock.
404
gate_error
gate_lost
Nobody knows this gate.
503
crane_error
crane_hot
Ask again later.
401
gate_error
gate_shut
The gate opens at five.
"""


def test_records_of_four_lines() -> None:
    """What stands above each code, in as many lines, becomes columns, and no code is lost."""
    shown = [
        Example("dock_is_busy", "Another ship is at this dock."),
        Example("gate_lost", "Nobody knows this gate."),
    ]
    result = by_example.sniffed(Document("e.txt", RECORDS), shown).reading
    assert {row.code: row.message for row in result.rows} == {
        "dock_is_busy": "Another ship is at this dock.",
        "gate_lost": "Nobody knows this gate.",
        "crane_hot": "Ask again later.",
        "gate_shut": "The gate opens at five.",
    }
    assert [[*row.columns.values()] for row in result.rows] == [
        ["409", "berth_error"],
        ["404", "gate_error"],
        ["503", "crane_error"],
        ["401", "gate_error"],
    ]


def test_headings_above_codes() -> None:
    """A heading above a code is no part of its entry where the entries are read without it."""
    text = "Docks\nE1 | Shut |\nE2 | Lost |\nGates\nE3 | Hot |\nE4 | Low |\nat E5\n"
    result = by_example.sniffed(Document("e.txt", text), [Example("E3", "Hot")]).reading
    assert {row.code: row.message for row in result.rows} == {
        "E1": "Shut",
        "E2": "Lost",
        "E3": "Hot",
        "E4": "Low",
    }
    assert not any(row.columns for row in result.rows)
