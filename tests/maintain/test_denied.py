"""Tables of which a person says that they list no codes, beside others that do."""

from __future__ import annotations

import pytest

from macros.errors import ProblemsError
from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ERRORS = "## Errors\n\n| Code | Text |\n|---|---|\n| 4001 | Dock is busy |\n| 4002 | Gone |\n\n"
HEAD = "| Status | Text |\n|---|---|\n"
STATES = f"## Answers\n\n{HEAD}| 200 | All went well |\n| 500 | All went wrong |\n\n"
GATES = f"## Gates\n\n{HEAD}| 4101 | Gate is shut |\n| 4102 | Gate is lost |\n\n"
OF_ERRORS = {"4001": "Dock is busy", "4002": "Gone"}
OF_GATES = {"4101": "Gate is shut", "4102": "Gate is lost"}


def _said(text: str, no_codes: frozenset[int], as_read: frozenset[int]) -> reading.Reading:
    document = Document("errors.md", text)
    found = sniff.sniff(document)
    assert found
    result = replies.applied(document, found.reading, Replies(no_codes, as_read))
    assert reading.read(document, result.options).rows == result.rows
    return result


def _codes(result: reading.Reading) -> dict[str, str]:
    return {row.code: row.message for row in result.rows}


@pytest.mark.parametrize("text", [ERRORS + STATES + GATES, STATES + GATES + ERRORS])
def test_one_of_two_with_the_same_headings(text: str) -> None:
    """Each table is asked about by its line, and what is said of one says nothing of the other."""
    lines = text.split("\n")
    states, gates = (number for number, line in enumerate(lines, 1) if line.startswith("| Status"))
    document = Document("errors.md", text)
    found = sniff.sniff(document)
    assert found
    assert {states, gates} <= {one.line for one in found.reading.problems}
    others = {one.line for one in found.reading.problems} - {states, gates}
    result = _said(text, frozenset({states}), frozenset({gates, *others}))
    assert result.is_whole
    assert _codes(result) == {**OF_ERRORS, **OF_GATES}
    [table] = [one for one in result.options["tables"] if one["columns"] == ["Status", "Text"]]
    assert table["under"] == "Gates"
    assert result.options["other_tables"] == [["Status", "Text"]]
    both = _said(text, frozenset({states, gates, *others}), frozenset())
    assert both.is_whole
    assert _codes(both) == OF_ERRORS


def test_below_one_title() -> None:
    """Two tables below one title are told apart by their rows."""
    text = ERRORS + STATES + GATES.removeprefix("## Gates\n\n")
    document = Document("errors.md", text)
    found = sniff.sniff(document)
    assert found
    told = {one.line for one in found.reading.problems}
    assert {10, 15} <= told
    result = _said(text, frozenset({10}), frozenset(told - {10}))
    assert result.is_whole
    assert _codes(result) == {**OF_ERRORS, **OF_GATES}


def test_rows_of_both() -> None:
    """Where even the rows are the same, nothing is passed over, and the file has to be cut."""
    more = GATES.removeprefix("## Gates\n\n").replace("4102 | Gate is lost", "200 | All went well")
    document = Document("errors.md", ERRORS + STATES + more)
    found = sniff.sniff(document)
    assert found
    with pytest.raises(ProblemsError, match="cannot be told apart"):
        replies.applied(document, found.reading, Replies(frozenset({10})))


def test_a_row_that_is_one_of_the_list() -> None:
    """A row of such a table that is written as one that lists a code takes that one along never."""
    text = ERRORS + STATES.replace("500 | All went wrong", "4002 | Gone")
    document = Document("errors.md", text)
    found = sniff.sniff(document)
    assert found
    with pytest.raises(ProblemsError, match=r"goes what lists codes \(line 6\)"):
        replies.applied(document, found.reading, Replies(frozenset({10})))


def test_a_table_of_a_held_list() -> None:
    """A new table with the headings of one that is described is passed over by its line."""
    options = {
        "format": "markdown",
        "prose": "skip",
        "tables": [
            {
                "code_set": "api",
                "columns": ["Code", "Text"],
                "under": "Errors",
                "code": "Code",
                "message": "Text",
                "pattern": "[0-9]{4}",
            }
        ],
    }
    text = ERRORS + "## Ports\n\n| Code | Text |\n|---|---|\n| 80 | Main |\n"
    document = Document("errors.md", text)
    held = reading.read(document, options)
    assert [one.line for one in held.problems] == [10]
    result = replies.applied(document, held, Replies(frozenset({10})))
    assert result.is_whole
    assert _codes(result) == OF_ERRORS
    assert result.options["tables"] == options["tables"]


def test_a_list_of_its_own() -> None:
    """A table that is told apart already, as it says something else, goes with its description."""
    text = ERRORS + STATES + GATES.replace("4101", "200").replace("4102", "500")
    document = Document("errors.md", text)
    found = sniff.sniff(document)
    assert found
    assert [one.get("under") for one in found.reading.options["tables"]] == [None, None, "Gates"]
    told = {one.line for one in found.reading.problems}
    result = _said(text, frozenset({17}), frozenset(told - {17}))
    assert _codes(result) == {**OF_ERRORS, "200": "All went well", "500": "All went wrong"}
    assert [one.get("under") for one in result.options["tables"]] == [None, "Answers"]
