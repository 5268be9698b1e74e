"""Enums of protobuf with options behind their numbers, and with numbers that are reserved."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

BELOW = """\
enum Failure {
  reserved 3, 5 to 6;
  reserved 40 to max;
  reserved "DOCK_GONE";
  OK = 0; // all is well
  CREW_LOST = 16 [deprecated = true]; // the crew is lost
  DOCK_BUSY = 17; // the dock is busy
  TIDE_LOW = 18 [(level) = 2, deprecated = true]; // the tide is low
  ROPE_TORN = 20; // the rope is torn
}
"""
ABOVE = """\
enum Failure {
  // all is well
  OK = 0;
  // the crew is lost
  CREW_LOST = 16 [deprecated = true];
  // the dock is busy
  DOCK_BUSY = 17;
  // the tide is low
  TIDE_LOW = 18 [(level) = 2, deprecated = true];
  // the rope is torn
  ROPE_TORN = 20;
  reserved 3;
}
"""
TEXTS = {"0": "all is well", "16": "the crew is lost", "17": "the dock is busy"}
TEXTS |= {"18": "the tide is low", "20": "the rope is torn"}


@pytest.mark.parametrize("text", [BELOW, ABOVE])
def test_options(text: str) -> None:
    """All constants are read, with their options beside the texts; what is reserved lists none."""
    found = sniff.sniff(Document("failure.proto", text))
    assert found
    assert found.reading.problems == ()
    rows = found.reading.rows
    assert {row.code: row.message for row in rows} == TEXTS
    options = {row.code: row.columns["options"] for row in rows if row.columns.get("options")}
    assert options == {"16": "deprecated = true", "18": "(level) = 2, deprecated = true"}


def test_without_options() -> None:
    """Where no constant has any, the expression knows of none."""
    text = BELOW.replace(" [deprecated = true]", "").replace(
        " [(level) = 2, deprecated = true]", ""
    )
    found = sniff.sniff(Document("failure.proto", text))
    assert found
    assert "options" not in found.reading.options["entry"]
    assert {row.code: row.message for row in found.reading.rows} == TEXTS


@pytest.mark.parametrize("line", ["reserved = 7;", "reserved 9; // was OK", "int reserved[7];"])
def test_what_only_looks_reserved(line: str) -> None:
    """Another statement with a number is asked about as before."""
    found = sniff.sniff(Document("failure.proto", BELOW.replace("  reserved 3, 5 to 6;", line)))
    assert found
    assert [one.line for one in found.reading.problems] == [2]
