"""Tables whose cells stand one below the other are found, their headings in the right place."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = [("1001", "busy_dock", "The dock is busy"), ("1002", "gone_dock", "The dock is gone")]
TEXTS += [("1003", "no_crane", "No crane is free"), ("1004", "lost_ship", "The ship is lost")]


def _stacked(order: str, headings: str, between: str = "\n") -> str:
    """Return the cells of a table: c is the code, n the name, m the message, s a status."""
    rows = [{"c": code, "n": name, "m": text, "s": "400"} for code, name, text in TEXTS]
    cells = [*headings.split(","), *(row[one] for row in rows for one in order)]
    return between.join(cells) + "\n"


def _read(text: str) -> sniff.Sniffed:
    found = sniff.sniff(Document("codes.txt", text))
    assert found
    return found


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "around", ["{}", "Errors of the docks\n{}", "Docks\n\n{}\nSee the harbour.\n"]
)
@pytest.mark.parametrize(
    ("order", "headings"),
    [
        ("cm", "Code,Message"),
        ("cm", "错误码,说明"),
        ("cnm", "Error code,Name,Description"),
        ("ncm", "Name,Code,Description"),
        ("scm", "HTTP status,Code,Message"),
        ("nmc", "Name,Description,Error code"),
    ],
)
def test_where_headings_begin(order: str, headings: str, around: str, between: str) -> None:
    """Each code has its own message, wherever its column is and whatever stands around."""
    found = _read(around.format(_stacked(order, headings, between)))
    assert [(row.code, row.message) for row in found.reading.rows] == [
        (code, text) for code, _, text in TEXTS
    ]
    if found.reading.options["format"] != "headings":  # as paragraphs they say the same
        assert found.reading.options["tables"][0]["columns"] == headings.split(",")


@pytest.mark.parametrize("size", [1, 2, 3])
def test_small_tables_below_titles(size: int) -> None:
    """Tables of a row or two are known by headings that come again; titles are none of these."""
    rows = [(f"100{at}", f"Dock {at} is busy", f"Ship {at} is there") for at in range(2 * size)]
    tables = [
        f"{title}\n\n"
        + "".join(f"{cell}\n" for row in (("Code", "Message", "Cause"), *part) for cell in row)
        for title, part in (("Dock errors", rows[:size]), ("Crane errors", rows[size:]))
    ]
    found = _read("Dock codes\n\n" + "\n".join(tables))
    assert [(row.code, row.message, row.columns["Cause"]) for row in found.reading.rows] == rows
    assert found.reading.is_whole


def test_a_title_that_could_be_a_heading() -> None:
    """A word for codes farther above the headings than these from each other is a title."""
    found = _read(f"Errors\n\n{_stacked('cmn', 'Code,Meaning,Answer')}")
    (kind,) = found.reading.options["tables"]
    assert kind["columns"] == ["Code", "Meaning", "Answer"]
    assert [row.columns["Answer"] for row in found.reading.rows] == [name for _, name, _ in TEXTS]


def test_what_stands_below() -> None:
    """The line right below the last row is asked about: it may go on with its message."""
    text = _stacked("cnm", "Code,Name,Message") + "for ever\nOther things\n"
    document = Document("codes.txt", text)
    result = _read(text).reading
    assert [problem.line for problem in result.problems] == [16]
    goes_on = replies.applied(document, result, Replies(as_meant=frozenset({16})))
    assert goes_on.rows[-1].message == "The ship is lost\nfor ever"
    assert goes_on.is_whole
    alone = replies.applied(document, result, Replies(no_codes=frozenset({16})))
    assert alone.is_whole
    assert alone.rows[-1].message == "The ship is lost"


def test_a_page_around() -> None:
    """With the rest of a website below it, and blank lines between rows, it stays a table."""
    rows = [f"{code}\n{text}\nLook at {name}." for code, name, text in TEXTS]
    head = "Docks\nSign in\n\nError codes\n\nCode\nDescription\nResolution\n\n"
    foot = "\n\nWas this page helpful?\nYes\nNo\n\nTerms\n"
    result = _read(head + "\n\n".join(rows) + foot).reading
    assert result.options["format"] == "stacked"
    assert [(row.code, row.message, row.named) for row in result.rows] == [
        (code, text, {"remedy": f"Look at {name}."}) for code, name, text in TEXTS
    ]
    assert [problem.line for problem in result.problems] == [26]


def test_headings_again() -> None:
    """A table with the headings of the one above it is one of its kind, with few rows as well."""
    rows = ["Code", "Error", "Text", "4001", "BUSY", "Dock is busy", "4002", "GONE", "Dock is gone"]
    rows += ["4003", "HIGH", "Mast is high", "Other codes", "Code", "Error", "Text"]
    found = _read("\n".join([*rows, "5001", "LATE", "No pilot"]))
    assert [table["columns"] for table in found.reading.options["tables"]] == [rows[:3]]
    assert [(row.code, row.message) for row in found.reading.rows][2:] == [
        ("4003", "Mast is high"),
        ("5001", "No pilot"),
    ]
    assert [problem.line for problem in found.reading.problems] == [13]


def test_a_row_that_lacks_a_cell() -> None:
    """It is refused with all its lines, and the other rows are those that they are."""
    text = _stacked("cnm", "Code,Name,Message").replace("gone_dock\n", "")
    result = _read(text).reading
    assert [row.code for row in result.rows] == ["1001", "1003", "1004"]
    [problem] = result.problems
    assert '"1002 | The dock is gone" does not fit its table' in problem.what


@pytest.mark.parametrize(
    "text",
    [
        "Error codes\nMessages\nsee below\n",
        "Code\nMessage\n1001\n1002\n1003\n1004\n",
        "1001\nBusy\n1002\nGone\n1003\nLost\n",
    ],
)
def test_no_table(text: str) -> None:
    """Neither headings without rows, codes without texts nor rows without headings are a table."""
    found = sniff.sniff(Document("codes.txt", text))
    assert found is None or found.reading.options["format"] != "stacked"


def test_words_that_come_again() -> None:
    """No heading comes again among the cells, so that a column before the code is one."""
    rows = [("Dock", "false", code, text) for code, _, text in TEXTS]
    lines = ["Service", "Success", "Code", "Message", *(cell for row in rows for cell in row)]
    found = _read("\n".join([*lines, "See the harbour", ""]))
    assert [(row.code, row.message) for row in found.reading.rows] == [
        (code, text) for code, _, text in TEXTS
    ]


def test_names_with_digits() -> None:
    """Names that have digits do not make two columns of three."""
    lines = ["Code", "Name", "Message"]
    lines += [cell for code, name, text in TEXTS for cell in (code, f"{name}_2", text)]
    found = _read("\n".join([*lines, ""]))
    assert [(row.code, row.message) for row in found.reading.rows] == [
        (code, text) for code, _, text in TEXTS
    ]
