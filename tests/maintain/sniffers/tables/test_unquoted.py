"""Separated values with commas in texts and no quotation marks: whole texts, or a question."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from macros.maintain import edits, sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

TEXTS = {
    "1001": "Not found, try again",
    "1002": "Dock is busy, wait, and try again",
    "1003": "Dock is closed",
    "1004": "Late, very late",
}


def _said(text: str) -> tuple[dict[str, str], list[str], reading.Options]:
    found = sniff.sniff(Document("errors.csv", text))
    assert found
    rows = {row.code: row.message for row in found.reading.rows}
    return rows, [one.what for one in found.reading.problems], found.reading.options


@pytest.mark.parametrize("sign", [",", ";"])
@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("code,message", "{code},{text}"),
        ("code,name,message", "{code},NO_{code},{text}"),
        ("code,message,http", "{code},{text},404"),
        ("message,code", "{text},{code}"),
        ("", "{code},{text}"),
    ],
)
def test_whole_texts(head: str, row: str, sign: str) -> None:
    """What is too much is of the text, wherever that stands, if nothing else is a text."""
    lines = [head, *(row.format(code=code, text=text) for code, text in TEXTS.items())]
    rows, problems, options = _said("\n".join(filter(None, lines)).replace(",", sign) + "\n")
    assert problems == []
    assert rows == {code: text.replace(",", sign) for code, text in TEXTS.items()}
    assert options["rest_in"] in {"message", "Column 2"}


@pytest.mark.parametrize(
    ("column", "row"),
    [("message", "{code},{text},Wait"), ("action", "{code},Dock {code},{text}")],
)
def test_a_second_text_is_asked_about(column: str, row: str) -> None:
    """Where two columns have texts, the reader takes the one that fits, and both ways are named."""
    other = "action" if column == "message" else "message"
    lines = [row.format(code=code, text=text) for code, text in TEXTS.items()]
    rows, [problem], options = _said("\n".join(["code,message,action", *lines, ""]))
    assert options["rest_in"] == column
    assert problem == (
        "3 rows have more cells than there are columns, and each of"
        f' "{column}" and "{other}" has texts that what is too much can be a part of.'
    )
    assert list(rows) == list(TEXTS)
    # The other way fits no row that has too much: none is read wrongly.
    document = Document("errors.csv", "\n".join(["code,message,action", *lines, ""]))
    refused = reading.read(document, {**options, "rest_in": other})
    assert [row.code for row in refused.rows] == ["1003"]


def test_a_column_without_a_heading_is_no_text() -> None:
    """Where each row has a cell below no heading, it is not put into the text beside it."""
    lines = [f"{code},Dock {code} is busy,404" for code in TEXTS]
    found = sniff.sniff(Document("errors.csv", "\n".join(["code,message", *lines, ""])))
    assert not found or not found.reading.rows


def test_a_sign_without_a_space_is_asked_about() -> None:
    """A row whose cell too many begins without a space is named, with what to say of it by hand."""
    lines = [f"{code},{text}" for code, text in TEXTS.items()]
    text = "\n".join(["code,message", *lines, "1005,Dock is shut,500", ""])
    document = Document("errors.csv", text)
    found = sniff.sniff(document)
    assert found
    [problem] = found.reading.problems
    assert (problem.line, problem.what) == (
        6,
        '"1005 | Dock is shut,500" has a "," without a space behind it, as between cells.',
    )
    by_hand = re.search(r"`rows`: (\{.*\})", problem.do)
    assert by_hand
    row = {**edits.values(by_hand[1]), "message": "Dock is shut"}
    said = reading.read(document, {**found.reading.options, "rows": [row]})
    assert said.is_whole
    assert {one.code: one.message for one in said.rows} == {**TEXTS, "1005": "Dock is shut"}


def test_a_cut_elsewhere_is_refused() -> None:
    """With `rest_in`, a row in which another column has such a comma is refused."""
    head, rows = "code,message,action\n", "1001,Not found, try again,Look\n"
    _, _, options = _said(head + "".join(rows.replace("1001", code) for code in TEXTS))
    text = f"{head}{rows}1002,Busy,Wait, and look\n"
    result = reading.read(Document("errors.csv", text), options)
    assert [(row.code, row.message) for row in result.rows] == [("1001", "Not found, try again")]
    assert [(one.line, "with a space behind it" in one.what) for one in result.problems] == [
        (3, True)
    ]


def test_a_column_that_no_table_has() -> None:
    """`rest_in` names a column of a table."""
    table = {"columns": ["a", "b"], "code": "a", "message": "b", "code_set": "x", "pattern": "1"}
    options = {"format": "csv", "tables": [table], "rest_in": "c"}
    with pytest.raises(ValidationError, match='no table has the column "c"'):
        reading.checked(options)
