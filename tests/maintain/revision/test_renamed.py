"""Headings that changed: which column is which now, of messages with others to fall back on too."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest

from macros.maintain.revision import fit
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options
    from macros.maintain.revision.renamed import Known

KIND: Options = {
    "code_set": "api",
    "columns": ["Code", "Long", "Short", "Status", "Help"],
    "code": "Code",
    "message": ["Long", "Short"],
    "named": {"http": "Status", "remedy": "Help"},
    "pattern": "[0-9]{3}",
}
KNOWN: Known = {"api": {"100": {"Docked"}, "101": {"The dock is busy"}, "102": {"Shut"}}}
ROWS = (
    ("100", "Docked", "", "200", ""),
    ("101", "The dock is busy", "Busy", "503", "Wait"),
    ("102", "", "Shut", "503", "Go on"),
)


def _fit(headings: tuple[str, ...], kind: Options, order: tuple[int, ...]) -> fit.Fitted:
    rows = [headings, ("---",) * len(order), *([row[at] for at in order] for row in ROWS)]
    text = "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
    options = {"format": "markdown", "tables": [copy.deepcopy(kind)]}
    return fit.fit(Document("next", text), options, KNOWN)


@pytest.mark.parametrize(
    ("headings", "changes", "expected"),
    [
        (
            ("No", "Detail", "Brief", "Answer", "Advice"),
            (
                'code "Code" is now "No", message 1 "Long" is now "Detail", message 2 "Short" is'
                ' now "Brief", http "Status" is now "Answer" and remedy "Help" is now "Advice"'
            ),
            ("No", ["Detail", "Brief"], {"http": "Answer", "remedy": "Advice"}),
        ),
        (
            ("Code", "Long", "Short", "HTTP", "Help"),
            'http "Status" is now "HTTP"',
            ("Code", ["Long", "Short"], {"http": "HTTP", "remedy": "Help"}),
        ),
    ],
)
def test_all_have_a_place(
    headings: tuple[str, ...], changes: str, expected: tuple[object, ...]
) -> None:
    """Where there are as many columns, each is known by its place: all messages, all names."""
    found = _fit(headings, KIND, (0, 1, 2, 3, 4))
    assert found.reading.is_whole
    (kind,) = found.reading.options["tables"]
    assert (kind["code"], kind["message"], kind["named"]) == expected
    assert kind["columns"] == list(headings)
    assert found.changes == (f"the table of line 1 has other headings: {changes}",)
    said = [(row.code, row.message, row.named) for row in found.reading.rows]
    assert said == [
        ("100", "Docked", {"http": "200"}),
        ("101", "The dock is busy", {"http": "503", "remedy": "Wait"}),
        ("102", "Shut", {"http": "503", "remedy": "Go on"}),
    ]


def test_a_column_less() -> None:
    """What is known neither by heading nor by place is told, and nothing else is taken for it."""
    found = _fit(("Code", "Short", "Detail", "Help"), KIND, (0, 2, 1, 4))
    assert found.reading.is_whole
    (kind,) = found.reading.options["tables"]
    assert kind["message"] == ["Detail", "Short"]
    assert kind["named"] == {"remedy": "Help"}
    assert found.changes == (
        (
            'the table of line 1 has other headings: message 1 "Long" is now "Detail" and http'
            ' was "Status", and no column is known for it'
        ),
    )


def test_one_message_and_no_name() -> None:
    """One message stays one; a name whose column is gone goes, and so does the success."""
    kind = {**KIND, "message": "Long", "named": {"note": "Short"}}
    kind["success"] = {"column": "Status", "value": "ok"}
    found = _fit(("Code", "Detail"), kind, (0, 1))
    (kind,) = found.reading.options["tables"]
    assert kind["message"] == "Detail"
    assert "named" not in kind
    assert "success" not in kind
    (problem,) = found.reading.problems  # the row whose only text stood in another column
    assert 'the code "102" has no message' in problem.what


def test_headings_that_changed_places() -> None:
    """A heading that is still there, over another column, is asked about, whatever texts say."""
    kind: Options = {
        "code_set": "api",
        "columns": ["Id", "Code", "Priority", "Text"],
        "code": "Code",
        "message": "Text",
        "pattern": "[0-9]{3}",
    }
    rows = (
        "| 1 | 100 | 3 | Docked |",
        "| 2 | 101 | 1 | The dock is busy |",
        "| 3 | 102 | 2 | Shut |",
    )
    options = {"format": "markdown", "tables": [kind]}

    def read(headings: str) -> fit.Fitted:
        text = "\n".join((headings, "|---|---|---|---|", *rows)) + "\n"
        return fit.fit(Document("next", text), copy.deepcopy(options), KNOWN)

    swapped = read("| Id | Priority | Code | Text |")
    assert [row.code for row in swapped.reading.rows] == ["100", "101", "102"]
    (doubt,) = swapped.doubts
    assert doubt.startswith(
        'headings that changed places? The code was below "Code", which is still'
    )
    assert ' is taken from below "Priority" now. If the API answers with "3", `read`' in doubt
    assert 'write `code: "Code"` and `pattern: "[0-9]"` there' in doubt
    assert read("| Id | No | Priority | Text |").doubts == ()


@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        (
            ("항구에 정박", "부두가 가득 참", "부두가 닫힘"),
            True,
        ),  # a translation: nothing is the same
        (("Docked", "The dock is full", "Shut"), False),  # two are as they were
    ],
)
def test_two_columns_of_texts(texts: tuple[str, ...], *, asked: bool) -> None:
    """Which of two new columns has the message is asked, where no text tells it."""
    kind: Options = {
        "code_set": "api",
        "columns": ["Code", "Text"],
        "code": "Code",
        "message": "Text",
        "pattern": "[0-9]{3}",
    }
    sent = ("Ship has docked now.", "No place in the dock.", "The dock was shut.")
    cells = zip((100, 101, 102), texts, sent, strict=True)
    rows = [f"| {code} | {text} | {one} |" for code, text, one in cells]
    document = "\n".join(("| No | Says | API answers |", "|---|---|---|", *rows)) + "\n"
    found = fit.fit(Document("next", document), {"format": "markdown", "tables": [kind]}, KNOWN)
    assert found.reading.is_whole
    said = found.reading.options["tables"][0]["message"]
    assert said == ("API answers" if asked else "Says")
    doubt = (
        f'another column? The message is taken from below "{said}" in the table of line 1, and'
        ' "Says" could be it, too.'
    )
    assert [one.partition(" If so")[0] for one in found.doubts] == ([doubt] if asked else [])


def test_other_columns() -> None:
    """What is new, gone or renamed beside them is told; a heading that says what it is names it."""
    kind: Options = {
        "code_set": "api",
        "columns": ["Code", "Text", "Team", "Rank"],
        "code": "Code",
        "message": "Text",
        "pattern": "[0-9]{3}",
    }
    cells = ("| 100 | Docked |", "| 101 | The dock is busy |", "| 102 | Shut |")

    def changes(headings: str, more: str) -> tuple[dict[str, str], str]:
        lines = (headings, "|---" * (headings.count("|") - 1) + "|", *(one + more for one in cells))
        options = {"format": "markdown", "tables": [copy.deepcopy(kind)]}
        found = fit.fit(Document("next", "\n".join(lines) + "\n"), options, KNOWN)
        assert found.reading.is_whole
        named = found.reading.options["tables"][0].get("named", {})
        return named, found.changes[0].partition(" headings: ")[2]

    assert changes("| Code | Text | Team | Remedy |", " Sea | Wait |") == (
        {"remedy": "Remedy"},
        'the column "Rank" is now "Remedy" (kept as remedy)',
    )
    assert changes("| Code | Text | Colour | Team | Rank |", " red | Sea | 1 |") == (
        {},
        'the column "Colour" is new (kept under that heading)',
    )
    assert changes("| Code | Text | Rank |", " 1 |") == ({}, 'the column "Team" is gone')
    order = changes("| Code | Text | Rank | Team |", " 1 | Sea |")
    assert order == ({}, "the same columns in another order")
