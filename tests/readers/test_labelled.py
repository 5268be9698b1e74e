"""Labels of lines in cells, as the options of a table declare them: what becomes of each row."""

from __future__ import annotations

import pytest

from macros.maintain.document import reading
from macros.readers.rows import Document

TABLE = {
    "code_set": "api",
    "columns": ["Code", "Text"],
    "code": "Code",
    "message": "Text",
    "pattern": "[0-9]+",
    "labels": ["Cause", "Note"],
    "named": {"cause": "Cause"},
}


def _read(*texts: str, **more: object) -> reading.Reading:
    rows = "".join(f"| {code} | {text} |\n" for code, text in enumerate(texts, start=41))
    document = Document("errors.md", f"| Code | Text |\n|---|---|\n{rows}")
    return reading.read(document, {"format": "markdown", "tables": [{**TABLE, **more}]})


def test_columns() -> None:
    """What stands behind a label is a column, up to the next label; a named one is known by it."""
    result = _read("Busy<br>at sea<br>Cause: a ship<br>or two<br>Note:<br>Cause: a boat<br>Note: x")
    assert not result.problems
    (row,) = result.rows
    assert row.message == "Busy\nat sea"
    assert row.columns == {"Cause": "a ship\nor two\na boat", "Note": "x"}
    assert (row.named, row.headings) == ({"cause": "a ship\nor two\na boat"}, {"cause": "Cause"})


def test_first() -> None:
    """A label of nothing else is left out before a message; that of a cause is refused there."""
    result = _read("Note: busy<br>Cause: a ship", "Cause: night")
    assert [row.message for row in result.rows] == ["busy"]
    (problem,) = result.problems
    assert problem.line == 4
    assert problem.what == '"42 | Cause: night" has the label "Cause" where its message stands.'


def test_stale() -> None:
    """A label that no message has is told."""
    result = _read("Busy<br>Cause: a ship")
    (problem,) = result.problems
    assert problem.what.endswith("with the columns ['Code', 'Text'] has \"Note\".")
    assert problem.do == "Remove `Note` from its `labels`."


@pytest.mark.parametrize(
    "more",
    [{"labels": ["Text"]}, {"labels": ["Cause", "Cause"]}, {"labels": ["Why"], "message": "Why"}],
)
def test_contradictions(more: dict[str, object]) -> None:
    """A label is neither a column nor the message, and stands once."""
    options = {"format": "markdown", "tables": [{**TABLE, "named": {}, **more}]}
    assert "cannot be a label and something else" in reading.fault(options)


def test_by_hand() -> None:
    """A row by hand can say what a label has."""
    said = {"line": "x9 | Gone, sunk", "code": "9", "message": "Gone", "columns": {"Cause": "sunk"}}
    rows = "| 1 | Busy<br>Cause: a ship<br>Note: y |\n| x9 | Gone, sunk |\n"
    text = f"| Code | Text |\n|---|---|\n{rows}"
    options = {"format": "markdown", "rows": [said], "tables": [TABLE]}
    result = reading.read(Document("errors.md", text), options)
    assert [row.named for row in result.rows] == [{"cause": "a ship"}, {"cause": "sunk"}]


def test_no_row_goes_on() -> None:
    """A row without a code does not go on with one whose message is cut at labels."""
    text = "| Code | Text |\n|---|---|\n| 1 | Busy<br>Cause: a ship<br>Note: y |\n| | or two |\n"
    options = {"format": "markdown", "tables": [{**TABLE, "labels": ["Cause", "Note"]}]}
    result = reading.read(Document("errors.md", text), options)
    assert [row.message for row in result.rows] == ["Busy"]
    (problem,) = result.problems
    assert problem.what.startswith('" | or two" is neither a code with its message nor')
