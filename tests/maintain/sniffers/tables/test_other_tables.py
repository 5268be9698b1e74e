"""Tables of what changed when stand beside those of codes, and list none."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

CODES = (
    "| Code | Message |\n|---|---|\n| 1001 | Busy docks |\n| 1002 | Lost ships |\n| 1003 | Fog |\n"
)
HEAD = "\n| Date | Version | Change |\n|---|---|---|\n"


def _read(rows: str, head: str = HEAD) -> sniff.Sniffed:
    found = sniff.sniff(Document("errors.md", f"{CODES}{head}{rows}"))
    assert found
    return found


@pytest.mark.parametrize(
    "day",
    ["2026-03-14", "2026/3/4", "14.03.2026", "14 March 2026", "March 14, 2026", "2026年3月14日"],
)
def test_days(day: str) -> None:
    """A column of days, in any form, makes a table one that lists no codes."""
    found = _read(f"| {day} | 1.2 | Two docks added |\n| {day} | 1.1 | First version |\n")
    assert found.reading.is_whole
    assert found.reading.options["other_tables"] == [["Date", "Version", "Change"]]
    assert [row.code for row in found.reading.rows] == ["1001", "1002", "1003"]
    assert "the table Date | Version | Change is of days, and lists no codes" in found.why


@pytest.mark.parametrize(
    "day",
    ["2026-03-14", "2026-3-4", "2026/3/4", "14.03.2026", "2026-03", "March 2026", "2026年3月14日"],
)
@pytest.mark.parametrize("heading", ["Day", "Date", "Released", "日期"])
def test_days_and_changes_alone(heading: str, day: str) -> None:
    """So does one beside a column of changes, though a day has the form of a code, too."""
    head = f"\n| {heading} | Change |\n|---|---|\n"
    found = _read(f"| {day} | Two docks added |\n| {day} | First version |\n", head)
    assert found.reading.is_whole
    assert found.reading.options["other_tables"] == [[heading, "Change"]]
    assert [row.code for row in found.reading.rows] == ["1001", "1002", "1003"]


@pytest.mark.parametrize("head", ["Code | Text", "Nr | Text", "Value | Meaning"])
@pytest.mark.parametrize("codes", [("4001-01", "4001-02"), ("2026-13", "2026-14")])
def test_no_days_but_codes(head: str, codes: tuple[str, str]) -> None:
    """Codes that begin as days do, and are none, are read."""
    rows = "".join(f"| {code} | Dock is lost |\n" for code in codes)
    found = _read(rows, f"\n| {head} |\n|---|---|\n")
    assert {"1001", *codes} <= {row.code for row in found.reading.rows}


def test_days_below_a_heading_of_codes() -> None:
    """What the heading calls codes is no day, whatever it looks like: it is not passed over."""
    found = _read("| 2026.03 | No dock |\n| 2026.04 | No tug |\n", "\n| Code | What |\n|---|---|\n")
    assert {"2026.03", "2026.04"} <= {row.code for row in found.reading.rows}


def test_a_code_in_a_cell() -> None:
    """A row of it with a code in a cell of its own is refused: it may list the code."""
    head = "\n| Date | Where | Change |\n|---|---|---|\n"
    rows = "| 2026-03-14 | 1009 | Added |\n| 2026-03-01 | all | First |\n"
    problems = [one.what for one in _read(rows, head).reading.problems]
    told = '"2026-03-14 | 1009 | Added" has the code "1009", in a table of `other_tables`.'
    assert told in problems


def test_no_days() -> None:
    """A table without a column of days is asked about."""
    head = "\n| When | What | Change |\n|---|---|---|\n"
    found = _read("| soon | 1.2 | Two docks added |\n| 2026-03-14 | 1.1 | First |\n", head)
    assert not found.reading.is_whole
    assert "other_tables" not in found.reading.options


def test_still_read() -> None:
    """What the draft says is what the reader takes."""
    document = Document("errors.md", f"{CODES}{HEAD}| 2026-03-14 | 1.2 | Docks |\n")
    found = sniff.sniff(document)
    assert found
    assert not reading.read(document, found.reading.options).problems
