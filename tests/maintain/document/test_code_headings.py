"""Tables whose numbers are codes by their headings, and those whose numbers are something else."""

from __future__ import annotations

import json
import re

import pytest

from macros.maintain import sniff
from macros.maintain.document import code_headings, reading
from macros.maintain.sniffers.tables import other_tables
from macros.readers.rows import Document

CODES = "# Errors\n\n| Code | Text |\n|---|---|\n| 4001 | Dock is busy |\n| 4002 | Dock is gone |\n"
TEXTS = {"4001": "Dock is busy", "4002": "Dock is gone"}
OTHERS = {
    "versions": (("Version", "Change"), ("1.0.0", "First of all"), ("1.1.0", "Text of 4001")),
    "days": (("Date", "Change"), ("2024-01-02", "First of all"), ("2024-03-09", "New docks")),
    "limits": (("What", "Limit"), ("Ships of a dock", "20"), ("Docks of a harbour", "300")),
    "currencies": (("Currency code", "Text"), ("978", "Euro of 4001"), ("840", "Dollar")),
    "lengths": (("Field", "Max length", "Text"), ("dock", "3", "Its name"), ("ship", "40", "Too")),
}
UNSAID = {
    "values": (("Value", "Text"), ("1", "By card"), ("2", "By bank")),
    "countries": (("Country", "Calling", "Text"), ("DE", "49", "In German"), ("FR", "33", "Other")),
}


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    lines = [rows[0], ("---",) * len(rows[0]), *rows[1:]]
    return "# Others\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines) + "\n"


def _document(text: str) -> Document:
    return Document("errors.md", text)


def _with_other_table(found: sniff.Sniffed, headings: tuple[str, ...]) -> dict[str, object]:
    """Return the options that come of what the problem advises."""
    options = dict(found.reading.options)
    options["tables"] = [one for one in options["tables"] if one["columns"] != list(headings)]
    return {**options, "other_tables": [list(headings)]}


@pytest.mark.parametrize("name", OTHERS)
def test_other_tables(name: str) -> None:
    """No number below such a heading is a code; the table is taken for one without, and named."""
    rows = OTHERS[name]
    found = sniff.sniff(_document(_table(rows) + CODES))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    kind = "days" if name == "days" else "amounts"
    assert f"the table {' | '.join(rows[0])} is of {kind}, and lists no codes" in found.why


def test_numbers_beside_a_limit() -> None:
    """A table with a limit and with numbers below another heading may list codes: it is asked."""
    rows = (("Pier", "Limit", "Text"), ("7001", "20", "Ships"), ("7002", "30", "Cranes"))
    found = sniff.sniff(_document(_table(rows) + CODES))
    assert found
    assert not found.reading.is_whole
    assert "other_tables" not in found.reading.options
    pairs = (("Pier", "Limit"), ("7", "20"), ("7", "30"))
    [table] = sniff.seen(_document(_table(pairs)))
    assert not other_tables.is_of_amounts(table)


def test_a_code_below_a_limit() -> None:
    """A number of such a table that looks like the document's codes is asked about."""
    rows = (("What", "Limit"), ("Ships of a dock", "4009"), ("Docks of a harbour", "300"))
    found = sniff.sniff(_document(_table(rows) + CODES))
    assert found
    assert [one.what for one in found.reading.problems] == [
        '"Ships of a dock | 4009" has the code "4009", in a table of `other_tables`.'
    ]


@pytest.mark.parametrize("name", OTHERS)
def test_nothing_but_another_table(name: str) -> None:
    """A document without codes has none."""
    assert sniff.sniff(_document(_table(OTHERS[name]))) is None


@pytest.mark.parametrize("name", UNSAID)
def test_a_heading_that_does_not_say_it(name: str) -> None:
    """Beside a table that says "Code", another one waits for a person, who can leave it out."""
    rows = UNSAID[name]
    document = _document(_table(rows) + CODES)
    found = sniff.sniff(document)
    assert found
    [doubt] = found.doubts
    assert not found.reading.is_whole
    assert "does not say that it is one" in doubt.what
    mended = reading.read(document, _with_other_table(found, rows[0]))
    assert {row.code: row.message for row in mended.rows} == TEXTS
    assert mended.is_whole
    alone = sniff.sniff(_document(_table(rows)))
    assert alone
    assert not alone.doubts


@pytest.mark.parametrize(
    "headings",
    [
        ("Old code", "New code"),
        ("New code", "Former code"),
        ("旧错误码", "错误码"),
        ("Code", "alter Code"),
    ],
)
def test_codes_of_before(headings: tuple[str, str]) -> None:
    """Of old and new codes the new ones are read, wherever they stand; the old ones are kept."""
    old = int(not code_headings.is_old(headings[0]))
    rows = [["Dock is busy", "4001"], ["Dock is gone", "4002"], ["Dock is shut", "4003"]]
    lines = [[*headings, "Text"], ["---"] * 3]
    for number, (text, code) in enumerate(rows):
        pair = [code, code]
        pair[old] = str(11 + number)
        lines.append([*pair, text])
    found = sniff.sniff(_document("".join(f"| {' | '.join(line)} |\n" for line in lines)))
    assert found
    assert found.reading.is_whole
    assert [[row.message, row.code] for row in found.reading.rows] == rows
    assert [row.columns[headings[old]] for row in found.reading.rows] == ["11", "12", "13"]


def test_two_codes() -> None:
    """Two columns of codes, neither of which is called old, are a choice for a person."""
    text = (
        "| Code v1 | Code v2 | Text |\n|---|---|---|\n| 11 | 4001 | Busy |\n| 12 | 4002 | Gone |\n"
    )
    found = sniff.sniff(_document(text))
    assert found
    [doubt] = found.doubts
    assert doubt.what == '"Code v1" and "Code v2" can each be the code: "11" and "4001".'
    assert not found.reading.is_whole


@pytest.mark.parametrize(
    ("other", "cells"),
    [("HTTP code", ("400", "409")), ("gRPC code", ("5", "5")), ("Error", ("BUSY", "GONE"))],
)
def test_codes_beside_the_code(other: str, cells: tuple[str, str]) -> None:
    """A status, a code that comes again and a name are not what the API could answer with."""
    text = f"| Code | {other} | Text |\n|---|---|---|\n| 4001 | {cells[0]} | Dock is busy |\n"
    found = sniff.sniff(_document(f"{text}| 4002 | {cells[1]} | Dock is gone |\n"))
    assert found
    assert not [one for one in found.doubts if "can each be the code" in one.what]
    assert [row.code for row in found.reading.rows] == ["4001", "4002"]


def test_numbered_rows() -> None:
    """A column called "Id" has the numbers of rows where another one is called "Code"."""
    text = "| Id | Text | Code |\n|---|---|---|\n| 1 | Dock is busy | 4001 |\n"
    found = sniff.sniff(_document(f"{text}| 2 | Dock is gone | 4002 |\n"))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS


UNUSUAL = ("e 01", "e 02", "e 03")


@pytest.mark.parametrize("heading", ["code", "Error code", "错误码", "에러 코드", "Fehlercode"])
@pytest.mark.parametrize("first", [True, False])
def test_a_status_never_wins_unasked(heading: str, first: bool) -> None:  # noqa: FBT001 - a case
    """Codes that look like none do not lose to a status: both ways on read the whole table."""
    lines = [[heading, "HTTP status", "Text"], ["---"] * 3]
    lines += [[code, f"40{n}", f"Dock {n} is busy"] for n, code in enumerate(UNUSUAL)]
    if not first:
        lines = [[status, code, text] for code, status, text in lines]
    document = _document("".join(f"| {' | '.join(line)} |\n" for line in lines))
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert doubt.what.endswith(
        "can each be the code: " + ('"e 01" and "400".' if first else '"400" and "e 01".')
    )
    options = found.reading.options
    assert [row.code for row in reading.read(document, options).rows] == ["400", "401", "402"]
    said = re.search("write `code: (.*)` and `pattern: (.*)` there", doubt.do)
    assert said
    table = {**options["tables"][0], "code": json.loads(said[1]), "pattern": json.loads(said[2])}
    assert '`code_signs: {" ": ""}` beside `tables`' in doubt.do
    changed = {**options, "tables": [table], "code_signs": {" ": ""}}
    other = reading.read(document, changed)
    assert other.is_whole
    assert [row.code for row in other.rows] == ["e01", "e02", "e03"]
    assert other.rows[0].columns == {"HTTP status": "400"}


@pytest.mark.parametrize("heading", ["code", "error code", "错误码"])
@pytest.mark.parametrize("first", [True, False])
def test_thousands_beside_a_status(heading: str, first: bool) -> None:  # noqa: FBT001 - a case
    """Codes with a comma within them are the codes, and asked about, not the status beside them."""
    lines = [[heading, "http"], ['"1,001"', "400"], ['"1,002"', "404"], ['"1,003"', "409"]]
    cells = [line if first else line[::-1] for line in lines]
    texts = ["message", "Dock is busy", "Dock is gone", "Dock is shut"]
    text = "".join(f"{','.join(line)},{last}\n" for line, last in zip(cells, texts, strict=True))
    found = sniff.sniff(Document("errors.csv", text))
    assert found
    assert [row.code for row in found.reading.rows] == ["1001", "1002", "1003"]
    assert found.reading.rows[0].columns == {"http": "400"}
    [doubt] = found.reading.problems
    assert 'the codes have a "," within them' in doubt.what


@pytest.mark.parametrize(
    "headings",
    [
        ("HTTP code", "Error"),
        ("Status code", "Reason"),
        ("Code", "Status"),
        ("Http", "Region code"),
    ],
)
def test_statuses_alone(headings: tuple[str, str]) -> None:
    """Statuses beside which no column is headed "code" are codes, and nothing is asked."""
    text = f"| {' | '.join(headings)} | Text |\n|---|---|---|\n"
    for n, name in enumerate(("Bad Request", "Unauthorized", "Not Found")):
        text += f"| 40{n} | {name} | The dock {n} is busy now |\n"
    found = sniff.sniff(_document(text))
    assert found
    assert not [one for one in found.doubts if "can each be the code" in one.what]
    assert [row.code for row in found.reading.rows] == ["400", "401", "402"]


SUBCODES = [("100", "1"), ("100", "2"), ("200", "3"), ("200", "4"), ("300", "5")]


@pytest.mark.parametrize("part", ["Sub-code", "subcode", "子错误码", "하위 코드", "Sub error code"])
@pytest.mark.parametrize("first", [True, False])
def test_a_code_and_its_part(part: str, first: bool) -> None:  # noqa: FBT001 - a case
    """A sub-code that is different in each row does not lose its code: they are joined, and asked.

    The other way on reads the sub-code alone.
    """
    lines = [("Code", part), ("---", "---"), *SUBCODES]
    cells = [line if first else line[::-1] for line in lines]
    texts = ["Text", "---", *(f"The dock {number} is busy" for number in range(5))]
    rows = zip(cells, texts, strict=True)
    document = _document("".join(f"| {' | '.join(line)} | {text} |\n" for line, text in rows))
    found = sniff.sniff(document)
    assert found
    assert [row.code for row in found.reading.rows] == ["-".join(one) for one in SUBCODES]
    [doubt] = found.reading.problems
    assert doubt.what == f'"Code" and "{part}" make a code together: their headings say so.'
    assert 'the reader below makes "100-1"' in doubt.do
    options = found.reading.options
    assert reading.read(document, options).is_whole
    said = re.search("without `join`, `code: (.*)` and `pattern: (.*)` if that", doubt.do)
    assert said
    table = {**options["tables"][0], "code": json.loads(said[1]), "pattern": json.loads(said[2])}
    del table["join"]
    alone = reading.read(document, {**options, "tables": [table]})
    assert alone.is_whole
    assert [row.code for row in alone.rows] == [code for _, code in SUBCODES]


def test_a_code_without_its_part() -> None:
    """A row without a sub-code among others is said by hand; none goes on with the row above."""
    lines = "".join(
        f"| {' | '.join(line)} | Dock {number} is busy |\n" for number, line in enumerate(SUBCODES)
    )
    text = "| Code | Sub-code | Text |\n|---|---|---|\n" + lines.replace("| 2 |", "| |")
    found = sniff.sniff(_document(text))
    assert found
    left, doubt = found.reading.problems
    assert (left.line, "make a code together" in doubt.what) == (4, True)
    assert 'rows`: {line: "100 |  | Dock 1 is busy"' in left.do
    assert "goes_on" not in left.do


def test_codes_that_need_no_part() -> None:
    """Codes of which each row has another one are read alone, with the sub-code beside them."""
    text = "| Code | Sub-code | Text |\n|---|---|---|\n| 4001 | 1 | Dock is busy |\n"
    found = sniff.sniff(_document(f"{text}| 4002 | 1 | Dock is gone |\n"))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS


def test_codes_of_commands() -> None:
    """A table of commands with their codes is none of errors."""
    commands = _table((("Command", "Command Code"), ("Open", "1001"), ("Shut", "1002")))
    found = sniff.sniff(_document(CODES + commands))
    assert found
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    assert found.reading.options["other_tables"] == [["Command", "Command Code"]]


@pytest.mark.parametrize("first", [True, False])
def test_letters_beside_a_status(first: bool) -> None:  # noqa: FBT001 - a case
    """Letters and a number below "code" are the codes, and asked about, not the status beside."""
    lines = [["code", "http"], ["E 01", "400"], ["E 02", "404"], ["E 03", "409"]]
    cells = [line if first else line[::-1] for line in lines]
    texts = ["message", "Dock is busy", "Dock is gone", "Dock is shut"]
    text = "".join(f"{','.join(line)},{last}\n" for line, last in zip(cells, texts, strict=True))
    found = sniff.sniff(Document("errors.csv", text))
    assert found
    read = [(row.code, row.columns["http"], row.message) for row in found.reading.rows]
    assert read == [
        ("E01", "400", "Dock is busy"),
        ("E02", "404", "Dock is gone"),
        ("E03", "409", "Dock is shut"),
    ]
    assert [one.what for one in found.reading.problems] == [
        'the codes have a " " within them, and the page does not tell what the API sends.'
    ]
