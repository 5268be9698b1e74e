"""Codes with a sign within their digits: read, and asked what the API sends."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = ["Dock is busy", "No berth is free", "The token expired", "Slow down, please"]
CODES = {",": "1,00{}", " ": "10 0{}", ".": "1.00{}"}
FORMATS = {
    "markdown": ("| Code | Message |\n|---|---|\n", "| {} | {} |\n"),
    "csv": ("code\tmessage\n", "{}\t{}\n"),
    "lines": ("", "{}  {}\n"),
    "headings": ("# Errors\n\n", "## {}: {}\n\nWait.\n\n"),
    "bullets": ("# Errors\n\n", "- {}: {}\n"),
}


def _document(format_: str, sign: str) -> Document:
    before, line = FORMATS[format_]
    codes = (CODES[sign].format(number) for number in range(1, 5))
    rows = (line.format(code, text) for code, text in zip(codes, TEXTS, strict=True))
    return Document("errors", before + "".join(rows))


@pytest.mark.parametrize("sign", CODES)
@pytest.mark.parametrize("format_", FORMATS)
def test_asked(format_: str, sign: str) -> None:
    """The rows are whole, the doubt says how to state the code, and the printed reader reads it."""
    document = _document(format_, sign)
    found = sniff.sniff(document)
    assert found
    assert [row.code for row in found.reading.rows] == ["1001", "1002", "1003", "1004"]
    assert found.reading.rows[1].message == TEXTS[1]
    (doubt,) = found.reading.problems
    assert f'the codes have a "{sign}" within them' in doubt.what
    assert "`code_signs" in doubt.do
    assert reading.read(document, found.reading.options).is_whole
    as_printed = {**found.reading.options, "code_signs": {sign: "-"}}
    assert reading.read(document, as_printed).rows[0].code == CODES[sign].format(1).replace(
        sign, "-"
    )


def test_versions_of_a_list() -> None:
    """Codes with a dot that does not cut them in threes are codes, and nothing is asked."""
    lines = "".join(f"4.{number}  The dock {number} is busy\n" for number in range(1, 5))
    found = sniff.sniff(Document("errors", lines))
    assert found
    assert found.reading.is_whole
    assert found.reading.rows[0].code == "4.1"


def test_numbers_in_messages() -> None:
    """Thousands in messages are none of the codes."""
    lines = "".join(f"400{number}: More than {number},000 ships.\n" for number in range(1, 5))
    found = sniff.sniff(Document("errors", lines))
    assert found
    assert found.reading.is_whole
    assert found.reading.rows[0].message == "More than 1,000 ships."


def test_a_status_behind() -> None:
    """Numbers with a blank between, of which all second ones are statuses, are codes with these."""
    rows = {"4001": "404 No dock", "4002": "409 Dock is busy", "401": "401 No pilot"}
    text = "".join(f"{code} {rest}\n" for code, rest in rows.items())
    found = sniff.sniff(Document("errors.txt", text))
    assert found
    read = [(row.code, row.named["http"], row.message) for row in found.reading.rows]
    assert read == [
        ("4001", "404", "No dock"),
        ("4002", "409", "Dock is busy"),
        ("401", "401", "No pilot"),
    ]
    [doubt] = found.reading.problems
    assert (doubt.line, doubt.what) == (
        1,
        '"4001" is read as a code and "404" behind it as its status.',
    )


def test_a_status_behind_is_of_the_code() -> None:
    """Where somebody says so, both are one code all the same."""
    text = "4001 404 No dock\n4002 409 Dock is busy\n4003 401 No pilot\n"
    document = Document("errors.txt", text)
    found = sniff.sniff(document)
    assert found
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset({1})))
    assert [row.code for row in kept.rows] == ["4001404", "4002409", "4003401"]
    assert kept.is_whole


@pytest.mark.parametrize("codes", [("101", "102", "103"), ("401", "402", "403")])
def test_a_status_before(codes: tuple[str, ...]) -> None:
    """Of codes that can be statuses, too, the line of headings says what stands first."""
    texts = zip(("409", "423", "500"), codes, strict=True)
    rows = [f"{status} {code} No dock\n" for status, code in texts]
    document = Document("errors.txt", f"HTTP Code Meaning\n{''.join(rows)}")
    found = sniff.sniff(document)
    assert found
    assert [row.code for row in found.reading.rows] == list(codes)
    assert [row.named["http"] for row in found.reading.rows] == ["409", "423", "500"]
    [doubt] = found.reading.problems
    assert doubt.what == f'"{codes[0]}" is read as a code and "409" before it as its status.'
    kept = replies.applied(document, found.reading, Replies(as_read=frozenset({2})))
    assert kept.is_whole


@pytest.mark.parametrize(
    ("file", "before", "row"),
    [
        ("errors.md", "| Code | Message |\n|---|---|\n", "| {} | {} |\n"),
        ("errors.csv", "code,message\n", "{},{}\n"),
        ("errors.txt", "", "{} {}\n"),
    ],
)
def test_letters_and_a_number(file: str, before: str, row: str) -> None:
    """Letters and a number in one cell, or several letters in a list, are codes with a space."""
    codes = {"E 101": "Dock is busy", "E 102": "Gate is shut", "W 201": "Tide", "W 202": "Storm"}
    document = Document(file, before + "".join(row.format(*one) for one in codes.items()))
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert 'the codes have a " " within them' in doubt.what
    read = {one.code: one.message for one in found.reading.rows}
    assert read == {code.replace(" ", ""): text for code, text in codes.items()}
    kept = replies.applied(document, found.reading, Replies(as_read=frozenset({doubt.line})))
    assert kept.is_whole
    minus = reading.read(document, {**found.reading.options, "code_signs": {" ": "-"}})
    assert [one.code for one in minus.rows] == [code.replace(" ", "-") for code in codes]


def test_letters_and_numbers_in_messages() -> None:
    """Names of standards in messages are none of the codes."""
    rows = "".join(f"| 400{one} | RFC 723{one} says no |\n" for one in range(1, 5))
    found = sniff.sniff(Document("errors.md", f"| Code | Message |\n|---|---|\n{rows}"))
    assert found
    assert found.reading.is_whole
    assert found.reading.rows[0].message == "RFC 7231 says no"


@pytest.mark.parametrize("end", ["", ": 400{}"])
def test_statuses_are_no_such_codes(end: str) -> None:
    """A status behind HTTP is no such code; a number behind it is asked about once."""
    texts = {"409": "The kiln is in use.", "404": "There is no such kiln.", "400": "A field lacks."}
    text = "".join(
        f"## HTTP {code}{end.format(number)}\n\n{said}\n\n"
        for number, (code, said) in enumerate(texts.items())
    )
    found = sniff.sniff(Document("errors.md", f"# Errors\n\n{text}"))
    assert found
    assert {row.code: row.message for row in found.reading.rows} == texts
    asked = [one.what for one in found.reading.problems]
    assert len(asked) == (1 if end else 0)
    assert all("may be the code" in one for one in asked)
