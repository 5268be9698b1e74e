"""A later document read as the one before: which column is which, and what is told of it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from macros.maintain.revision import fit
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.reading import Options
    from macros.maintain.revision.renamed import Known

BEFORE: Options = {
    "format": "markdown",
    "tables": [
        {
            "code_set": "api",
            "columns": ["Kind", "Ok", "Code", "Meaning"],
            "code": "Code",
            "message": "Meaning",
            "success": {"column": "Ok", "value": "true"},
            "pattern": "[0-9]{3}",
        },
        {
            "code_set": "mail",
            "columns": ["State", "Says"],
            "code": "State",
            "message": "Says",
            "pattern": "[0-9]{3}",
        },
    ],
    "ignore": ["Docks and mail."],
}
KNOWN: Known = {
    "api": {"100": {"Docked"}, "101": {"The dock is busy"}, "102": {"The dock is closed"}},
    "mail": {"201": {"Sent"}, "202": {"Lost at sea"}},
}
DOCUMENT = """\
Docks and mail.

| Result | Explanation | Passed | Since |
|---|---|---|---|
| 100 | Docked | true | 1 |
| 101 | The dock is busy | false | 1 |
| 102 | This dock is closed | false | 2 |

| No | Text |
|---|---|
| 201 | Sent |
| 202 | Lost at sea |
"""


def test_columns_in_another_order() -> None:
    """Both tables are known by their codes, columns by their cells; keys keep their order."""
    options = copy.deepcopy(BEFORE)
    found = fit.fit(Document("next", DOCUMENT), options, KNOWN)
    assert found.reading.is_whole
    assert options == BEFORE
    api, mail = found.reading.options["tables"]
    assert api == {
        "code_set": "api",
        "columns": ["Result", "Explanation", "Passed", "Since"],
        "code": "Result",
        "message": "Explanation",
        "success": {"column": "Passed", "value": "true"},
        "pattern": "[0-9]{3}",
    }
    assert list(api) == list(BEFORE["tables"][0])
    assert (mail["code_set"], mail["code"], mail["message"]) == ("mail", "No", "Text")
    assert [change.partition(": ")[2] for change in found.changes] == [
        (
            'code "Code" is now "Result", message "Meaning" is now "Explanation" and success "Ok"'
            ' is now "Passed"'
        ),
        'code "State" is now "No" and message "Says" is now "Text"',
    ]


def test_what_is_gone_is_told() -> None:
    """A table and a pattern that the document lacks leave the options, and that is told."""
    text = DOCUMENT[: DOCUMENT.index("| No")].replace("Docks and mail.", "Docks alone.")
    found = fit.fit(Document("next", text), copy.deepcopy(BEFORE), KNOWN)
    assert found.reading.is_whole
    assert [table["code_set"] for table in found.reading.options["tables"]] == ["api"]
    assert found.reading.options["ignore"] == ["Docks alone."]
    assert found.changes[1:] == (
        "ignore no longer has Docks and mail.: no line is like it",
        "ignore has Docks alone.",
        "no table has the columns State | Says any more",
    )


def test_nothing_changed() -> None:
    """Where the options fit, they are the same, and nothing is told."""
    text = DOCUMENT.replace("Result | Explanation | Passed | Since", "Code | Meaning | Ok | Kind")
    options = copy.deepcopy(BEFORE)
    options["tables"][0]["columns"] = ["Code", "Meaning", "Ok", "Kind"]
    options["tables"][1]["columns"] = ["No", "Text"]
    options["tables"][1].update(code="No", message="Text")
    found = fit.fit(Document("next", text), options, KNOWN)
    assert found.same
    assert found.changes == ()


STATUSES = """\
# Errors

| Status | Description |
|---|---|
| 400 | Bad request |
| 401 | Not signed in |
| 500 | Our fault |
{row}
The body has a `code`:

| Code | Description |
|---|---|
| 40001 | Field missing |
| 50001 | Storage is down |
"""
CODES: Options = {
    "format": "markdown",
    "tables": [
        {
            "code_set": "api",
            "columns": ["Code", "Description"],
            "code": "Code",
            "message": "Description",
            "pattern": "[0-9]{5}",
        }
    ],
    "other_tables": [["Status", "Description"]],
    "ignore": ["The body has a `code`:"],
}


def test_what_was_decided_before() -> None:
    """Where the options before are given up, what a person has decided there is asked for again."""
    known: Known = {"api": {"40001": {"Field missing"}, "50001": {"Storage is down"}}}
    same = fit.fit(Document("next.md", STATUSES.format(row="")), CODES, known)
    assert (same.same, same.doubts) == (True, ())
    text = STATUSES.format(row="| 40003 | see below |\n")
    other = fit.fit(Document("next.md", text), CODES, known)
    assert len(other.reading.rows) == 6
    (doubt,) = other.doubts
    assert doubt.startswith(
        "decided before? The options of the document before have other_tables, which are not taken"
    )
