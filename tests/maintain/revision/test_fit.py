"""A later document read as the one before: which column is which, and what is told of it."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING

import pytest

from macros.maintain.document import reading
from macros.maintain.revision import fit
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options
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
        "named": {"note": "Since"},
    }
    assert list(api) == [*BEFORE["tables"][0], "named"]
    assert (mail["code_set"], mail["code"], mail["message"]) == ("mail", "No", "Text")
    assert [change.partition(": ")[2] for change in found.changes] == [
        (
            'code "Code" is now "Result", message "Meaning" is now "Explanation", success "Ok" is'
            ' now "Passed", the column "Since" is new (kept as note) and the column "Kind" is'
            " gone"
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


KNOWN_CODES: Known = {"api": {"40001": {"Field missing"}, "50001": {"Storage is down"}}}
MAIL = """\
| 50001 | Storage is down |

| Mail code | Text |
|---|---|
| 70001 | Letter is lost |
| 70002 | Letter is late |
| 70003 | Letter is wet |"""
# What is added to the document before, and what is asked: line, and words of the question.
BROKEN = {
    "a code in a table that lists none": (
        ("| 500 | Our fault |", "| 500 | Our fault |\n| 40003 | see below |"),
        (8, "in a table of `other_tables`"),
    ),
    "a cell is missing": (("| 40001 | Field missing |", "| 40001 |"), (13, "number of cells: 1")),
    "a new table": (
        (
            "| 50001 | Storage is down |",
            MAIL,
        ),
        (16, 'the table with the columns ["Mail code", "Text"] is new'),
    ),
    "a table that lists none has another heading": (
        ("| Status |", "| HTTP |"),
        (3, 'the table with the columns ["HTTP", "Description"] is new'),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_does_not_fit_is_asked(name: str) -> None:
    """One line that does not fit is asked about; all that was decided before stays beside it."""
    (before, after), (line, said) = BROKEN[name]
    sound = STATUSES.format(row="")
    assert fit.fit(Document("next.md", sound), CODES, KNOWN_CODES).same
    document = Document("next.md", sound.replace(before, after))
    found = fit.fit(document, CODES, KNOWN_CODES)
    told = [one for one in found.reading.problems if said in one.what]
    assert [one.line for one in told] == [line]
    options = found.reading.options
    assert options["tables"][0] == CODES["tables"][0]
    assert options["ignore"] == CODES["ignore"]
    assert options.get("other_tables", CODES["other_tables"]) == CODES["other_tables"]
    assert "other_tables" in options or name.startswith("a table that")


def test_a_new_table_that_lists_none() -> None:
    """Where the new table is written into `other_tables`, as is advised, all is read as before."""
    (before, after), _ = BROKEN["a table that lists none has another heading"]
    document = Document("next.md", STATUSES.format(row="").replace(before, after))
    options = fit.fit(document, CODES, KNOWN_CODES).reading.options
    assert [table["columns"] for table in options["tables"]] == [
        ["Code", "Description"],
        ["HTTP", "Description"],
    ]
    mended = {
        **options,
        "tables": options["tables"][:1],
        "other_tables": [*options.get("other_tables", []), ["HTTP", "Description"]],
    }
    found = reading.read(document, mended)
    assert (found.is_whole, [row.code for row in found.rows]) == (True, ["40001", "50001"])


def test_the_code_set_of_a_new_table() -> None:
    """It is one that can have its codes, and the question says which, beside the others."""
    lists = {"columns": ["No", "Text"], "code": "No", "message": "Text", "pattern": "[0-9]{3}|E1"}
    options = {**CODES, "tables": [*CODES["tables"], {**lists, "code_set": "mail"}]}
    known = {**KNOWN_CODES, "mail": {"600": {"Sent"}, "E1": {"Lost"}}}
    letters = "\n| No | Text |\n|---|---|\n| 600 | Sent |\n| E1 | Lost |\n"
    brands = "\n| Brand code | Means |\n|---|---|\n| A0000 | Sent |\n| B7013 | Too late |\n"
    text = STATUSES.format(row="") + letters + brands
    found = fit.fit(Document("next.md", text), options, known).reading
    assert found.options["tables"][-1]["code_set"] == "mail"
    (asked,) = [one for one in found.problems if "is new: no table" in one.what]
    assert asked.what.endswith('They are read as codes of "mail", not of "api".')


def test_what_lists_no_code_is_gone() -> None:
    """A table of `other_tables` that the document lacks goes, and that is told, not asked."""
    text = STATUSES.format(row="")
    text = text[: text.index("| Status")] + text[text.index("The body") :]
    found = fit.fit(Document("next.md", text), CODES, KNOWN_CODES)
    assert found.reading.is_whole
    assert found.changes == ("other_tables no longer has Status | Description: no line is like it",)
    assert found.doubts == ()


def test_read_anew() -> None:
    """Options that read less than half of a document are given up, each by name, as a doubt."""
    text = (
        "# Errors\n\n- 40001: Field missing\n- 50001: Storage is down\n- 50002: Storage is full\n"
    )
    found = fit.fit(Document("next.md", text), CODES, KNOWN_CODES)
    assert found.reading.is_whole
    assert found.reading.options["format"] == "bullets"
    (doubt,) = found.doubts
    assert doubt.startswith(
        "decided before? The options of the document before are given up: `format` (markdown),"
        ' `tables` (Code | Description), `other_tables` ([["Status", "Description"]]) and `ignore`'
        ' (["The body has a `code`:"]). What stands in their way: line 3:'
    )


def test_a_table_and_a_column_less() -> None:
    """A kind of table that is gone, and a column that was kept by name, are doubted."""
    text = DOCUMENT[: DOCUMENT.index("| No")]
    gone = fit.fit(Document("next", text), copy.deepcopy(BEFORE), KNOWN)
    assert gone.doubts == ("a table less? No table has the columns State | Says any more.",)
    text = DOCUMENT.replace("| Passed ", "").replace("|---|---|---|---|", "|---|---|---|")
    text = text.replace("| true ", "").replace("| false ", "")
    less = fit.fit(Document("next", text), copy.deepcopy(BEFORE), KNOWN)
    assert less.reading.is_whole
    assert less.doubts == ('a column less? The success was below "Ok", and stands nowhere now.',)


def test_a_new_form_beside_a_broken_line() -> None:
    """Where a line cannot be read, the pattern stays, and codes of a new form are asked about."""
    rows = "| 40001 |\n| 400022 | Field is odd |\n"
    text = STATUSES.format(row="").replace("| 40001 | Field missing |\n", rows)
    found = fit.fit(Document("next.md", text), CODES, KNOWN_CODES)
    assert found.reading.options["tables"] == CODES["tables"]
    assert [one.line for one in found.reading.problems] == [13, 14]
    assert '"400022" does not match the pattern of codes' in found.reading.problems[1].what


def test_several_columns_of_codes() -> None:
    """Where the heading of the codes is gone and two columns have codes, that is doubted."""
    kind = {"code_set": "api", "columns": ["Code", "Text"], "code": "Code", "message": "Text"}
    options: Options = {"format": "csv", "tables": [{**kind, "pattern": "[0-9]{3}"}]}
    known: Known = {"api": {"100": {"Docked"}, "101": {"The dock is busy"}}}
    both = "Id,Legacy,Text\n500,100,Docked\n501,101,The dock is busy\n"
    (doubt,) = fit.fit(Document("next.csv", both), options, known).doubts
    assert doubt == (
        'other codes? No column is headed "Code" any more. "Legacy" is taken, and "Id" could be the'
        " code as well."
    )
    one = "Legacy,Text\n100,Docked\n101,The dock is busy\n"
    assert fit.fit(Document("next.csv", one), options, known).doubts == ()


def test_a_section_with_another_heading() -> None:
    """A table whose heading changed is known by its rows, and doubted; a table gone is missed."""
    kind = {**CODES["tables"][0], "under": "Docks"}
    mail = {**kind, "under": "Mail", "code_set": "mail"}
    table = "| Code | Description |\n|---|---|\n| 40001 | {} |\n"
    text = "## Docks\n\n" + table.format("Busy") + "\n## Letters\n\n" + table.format("Lost")
    options: Options = {"format": "markdown", "tables": [kind, mail]}
    known: Known = {"api": {"40001": {"Busy"}}, "mail": {"40001": {"Lost"}}}
    found = fit.fit(Document("next.md", text), options, known)
    (doubt,) = found.doubts
    assert '"Letters"' in doubt
    assert '"Mail"' in doubt
    assert found.reading.is_whole
    assert found.reading.options["tables"] == [kind, {**mail, "under": "Letters"}]
    gone = fit.fit(Document("next.md", text[: text.index("\n## Letters")]), options, known)
    (problem,) = gone.reading.problems
    assert "no table with the columns" in problem.what
    assert 'under the heading "Mail"' in problem.what


def test_a_new_form_where_signs_are_not_sent() -> None:
    """Where codes have a sign that is not sent, a wider pattern is doubted as a whole."""
    kind = {"code_set": "api", "columns": ["Code", "Text"], "code": "Code", "message": "Text"}
    tables = [{**kind, "pattern": "[0-9]{2} [0-9]{2}"}]
    options: Options = {"format": "csv", "tables": tables, "code_signs": {" ": ""}}
    known: Known = {"api": {"1001": {"Docked"}}}
    text = "Code,Text\n10 01,Docked\n10 02,The dock is busy\nE40,The dock is lost\n"
    found = fit.fit(Document("next.csv", text), options, known)
    assert [row.code for row in found.reading.rows] == ["1001", "1002", "E40"]
    (doubt,) = found.doubts
    assert doubt.startswith("a wider pattern? The codes are read with ")


def test_a_new_form_that_another_table_has() -> None:
    """A code that lost its sign is doubted, though codes of another code set have none."""
    tables = [
        {"code_set": "api", "columns": ["Code", "Text"], "pattern": "-[0-9]{4}"},
        {"code_set": "mail", "columns": ["Code", "Sent"], "pattern": "[0-9]{4}"},
    ]
    kinds = [{**one, "code": "Code", "message": one["columns"][1]} for one in tables]
    known: Known = {"api": {"-1001": {"Lost"}, "-1002": {"Late"}}, "mail": {"1001": {"Sent"}}}
    text = (
        "| Code | Text |\n|---|---|\n| -1001 | Lost |\n| 1002 | Late |\n\n"
        "| Code | Sent |\n|---|---|\n| 1001 | Sent |\n| 1003 | Read |\n"
    )
    found = fit.fit(Document("next.md", text), {"format": "markdown", "tables": kinds}, known)
    (doubt,) = found.doubts
    assert doubt.startswith(
        'a wider pattern? "1002" in line 4 is not of the pattern before, "-[0-9]{4}".'
    )


ROWS = [(f"{40001 + n}", f"Berth {n} is taken") for n in range(20)]
AS_LINES: Options = {
    "format": "text_lines",
    "code_set": "api",
    "pattern": "[0-9]{5}",
    "separator": "space",
    "headings": ["Errors"],
}


def _in_a_table(rows: list[tuple[str, str]]) -> Document:
    lines = "".join(f"| {code} | {text} |\n" for code, text in rows)
    return Document("next.md", f"# Errors\n\n| Code | Text |\n|---|---|\n{lines}")


@pytest.mark.parametrize(
    ("options", "rows", "doubted"),
    [
        ({}, ROWS, False),
        ({}, [*ROWS, ("50001", "The port burns")], False),
        ({}, [("40001", "Another text"), *ROWS[1:]], False),
        ({}, [(code, f"{text} by a ship") for code, text in ROWS[:3]] + ROWS[3:], True),
        ({}, ROWS[1:], True),
        ({"prose": ["50002 is a port"]}, ROWS, True),
        ({"under": {"Hooks": "hooks"}}, ROWS, True),
    ],
)
def test_the_same_in_another_form(
    options: Options, rows: list[tuple[str, str]], *, doubted: bool
) -> None:
    """Options are given up unasked where all codes are there, and nine of ten texts are the same.

    What was decided of lines, lists and columns is never given up unasked.
    """
    known = {"api": {code: {text} for code, text in ROWS}}
    found = fit.fit(_in_a_table(rows), {**AS_LINES, **options}, known)
    assert [row.code for row in found.reading.rows] == [code for code, _ in rows]
    assert bool(found.doubts) is doubted


_KEYED: Options = {"code": ["(key)"], "message": "(value)", "path": "{}"}
_ITEMS: Options = {"code": ["code"], "message": "message", "path": "[]"}


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        (_KEYED, [{"code": int(code), "message": text} for code, text in ROWS], "[]"),
        (_KEYED, {"errors": [{"code": code, "text": text} for code, text in ROWS]}, "errors[]"),
        (_KEYED, {code: {"message": text, "http": 400} for code, text in ROWS}, "{}"),
        (_ITEMS, dict(ROWS), "{}"),
        (_ITEMS, {"errors": dict(ROWS)}, "errors{}"),
    ],
)
def test_a_map_for_a_list(before: Options, after: object, path: str) -> None:
    """Data of another shape with the same codes and texts is read anew, and not doubted."""
    options: Options = {"format": "json", "code_set": "api", "pattern": "[0-9]{5}", **before}
    known = {"api": {code: {text} for code, text in ROWS}}
    found = fit.fit(Document("next.json", json.dumps(after, indent=1)), options, known)
    assert [(row.code, row.message) for row in found.reading.rows] == ROWS
    assert found.reading.options["path"] == path
    assert found.doubts == ()


def _page(rows: list[tuple[str, str]], http: str) -> str:
    cells = "".join(f"<tr><td>{code}</td><td>400</td><td>{text}</td></tr>" for code, text in rows)
    return f"<table><tr><th>Code</th><th>{http}</th><th>Text</th></tr>{cells}</table>"


@pytest.mark.parametrize(("http", "doubted"), [("HTTP", False), ("Since", True)])
def test_a_column_in_another_form(http: str, *, doubted: bool) -> None:
    """A column that is named is given up unasked where its heading has that name again."""
    columns = ["Code", "HTTP", "Text"]
    table = {"columns": columns, "code": "Code", "message": "Text", "named": {"http": "HTTP"}}
    kind = {**table, "code_set": "api", "pattern": "[0-9]{5}"}
    options: Options = {"format": "csv", "tables": [kind]}
    known = {"api": {code: {text} for code, text in ROWS}}
    found = fit.fit(Document("next.html", _page(ROWS, http)), options, known)
    assert [(row.code, row.message) for row in found.reading.rows] == ROWS
    assert found.reading.options["format"] == "html_table"
    assert bool(found.doubts) is doubted


@pytest.mark.parametrize("between", ["-", "–", "~", " to "])  # noqa: RUF001 - signs of ranges
def test_ranges_beside_a_new_line(between: str) -> None:
    """A range of codes is no code of another form, whatever else has to be fitted."""
    options = {"format": "markdown", "tables": [{**BEFORE["tables"][1], "code_set": "api"}]}
    rows = f"| 201 | Sent |\n| 202 | Lost |\n| 301{between}309 | Reserved |\n"
    text = f"| State | Says |\n|---|---|\n{rows}\nStay calm.\n"
    fitted = fit.fit(Document("errors.md", text), options, {"api": KNOWN["mail"]})
    assert fitted.reading.is_whole
    assert fitted.doubts == ()
    assert fitted.changes == ("ignore has Stay calm.",)
    assert fitted.reading.rows[-1].ends == ("301", "309")


def test_a_reason_that_holds_no_more() -> None:
    """No code set is told of that no list has, once all are read as the one that is held."""
    table = "| Code | Text |\n|---|---|\n| 101 | {0} |\n| 102 | {0} too |\n| 103 | {0} now |\n"
    text = f"# Docks\n\n{table.format('Busy')}\n# Cranes\n\n{table.format('Lost')}"
    before = {
        "format": "text_lines",
        "code_set": "api",
        "pattern": "[0-9]{3}",
        "separator": "space",
    }
    fitted = fit.fit(Document("errors.md", text), before, {"api": {"101": {"Busy"}}})
    assert {one["code_set"] for one in fitted.reading.options["tables"]} == {"api"}
    assert "format markdown" in fitted.changes[1]
    assert not [one for one in fitted.changes if "code set of its own" in one]
    assert not fitted.reading.is_whole
