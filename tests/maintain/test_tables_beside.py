"""Tables beside that of the codes, and columns beside theirs, that a heading tells apart."""

from __future__ import annotations

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ERRORS = "| {} | Text |\n|---|---|\n| 101 | Dock is busy |\n| 102 | Dock is gone |\n| 103 | No |\n"


def _read(text: str) -> tuple[Document, sniff.Sniffed]:
    document = Document("errors.md", text)
    found = sniff.sniff(document)
    assert found
    return document, found


def _codes_without(text: str, line: int) -> list[str]:
    """Return the codes where what stands on a line lists none."""
    document, found = _read(text)
    result = replies.applied(document, found.reading, Replies(frozenset({line})))
    assert result.is_whole
    return [row.code for row in result.rows]


def test_codes_of_another_thing() -> None:
    """Codes called otherwise than the return codes, which fail at nothing, are asked about."""
    others = "| Code | Text |\n|---|---|\n| 1 | Paid by the sender |\n| 2 | Shared |\n| 3 | No |\n"
    text = f"## Return codes\n\n{ERRORS.format('Code')}\n## Charge codes\n\n{others}"
    _, found = _read(text)
    [told] = [one.what for one in found.reading.problems]
    assert told.startswith('"1" and 2 more stand under "Charge codes", beside those of "Return ')
    assert _codes_without(text, 13) == ["101", "102", "103"]


def test_codes_that_fail() -> None:
    """Codes of a part of the API that say what went wrong are codes like those of the others."""
    others = "| Code | Text |\n|---|---|\n| 1 | Cannot pay |\n| 2 | Not enough |\n| 3 | Expired |\n"
    _, found = _read(f"## Return codes\n\n{ERRORS.format('Code')}\n## Payment codes\n\n{others}")
    assert found.reading.is_whole
    assert len(found.reading.rows) == 6


def test_what_is_sent_no_more() -> None:
    """Codes below a heading that says they are gone are asked about, and named."""
    gone = "| Code | Text |\n|---|---|\n| 105 | Dock of old |\n"
    text = f"## Errors\n\n{ERRORS.format('Code')}\n## Removed errors\n\n{gone}"
    _, found = _read(text)
    assert [one.what for one in found.reading.problems] == [
        '"105" stands under "Removed errors", as what is sent no more, so it is perhaps no code.'
    ]
    assert _codes_without(text, 13) == ["101", "102", "103"]


def test_registers() -> None:
    """Numbers below "Address" are none of codes; those that look like some are asked about."""
    registers = "| Address | Text |\n|---|---|\n| 200 | Serial number |\n| 201 | Time |\n"
    text = f"# Status codes\n\n{ERRORS.format('Status')}\n## Registers\n\n{registers}"
    _, found = _read(text)
    assert [row.code for row in found.reading.rows] == ["101", "102", "103"]
    assert [one.line for one in found.reading.problems] == [13, 14]


def test_a_table_that_hints_less() -> None:
    """Where no heading says "code", one that says less than "Status" is asked about."""
    others = "| Pier | Text |\n|---|---|\n| 201 | For small ships |\n| 202 | For large ones |\n"
    text = f"# Harbour\n\n{ERRORS.format('Status')}\n# Piers\n\n{others}"
    _, found = _read(text)
    told = [one.what for one in found.reading.problems if one.line == 11]
    assert any(one.startswith('"Pier" is taken for a column of codes') for one in told)
    assert _codes_without(text, 11) == ["101", "102", "103"]


def test_numbers_of_rows() -> None:
    """A column that only counts the rows is not taken for the codes where another can have them."""
    table = "| No. | Reason | Text |\n|---|---|---|\n| 1 | PAY.DUP | Twice |\n"
    table += "| 2 | PAY.AMT | Too much |\n| 3 | PAY.CUR | Not traded |\n"
    _, found = _read(f"# Rejections\n\n{table}")
    assert {row.code: row.message for row in found.reading.rows} == {
        "PAY.DUP": "Twice",
        "PAY.AMT": "Too much",
        "PAY.CUR": "Not traded",
    }
    assert [one.what for one in found.reading.problems] == [
        '"No." and "Reason" can each be the code: "1" and "PAY.DUP".'
    ]


def test_numbers_that_count_nothing() -> None:
    """Numbers from 1 on with nothing but texts beside them are the codes."""
    _, found = _read("| No. | Text |\n|---|---|\n| 1 | Busy |\n| 2 | Gone |\n| 3 | Lost |\n")
    assert [row.code for row in found.reading.rows] == ["1", "2", "3"]
    assert found.reading.is_whole


def test_names_of_errors() -> None:
    """Words with a sign below "Type", each with a sentence, are read and asked about."""
    table = "| Type | Text |\n|---|---|\n| dock_busy | The dock is busy now |\n"
    table += "| dock_gone | The dock is not there |\n| crane_lost | Nobody knows the crane |\n"
    _, found = _read(f"# Errors\n\n{table}")
    assert [row.code for row in found.reading.rows] == ["dock_busy", "dock_gone", "crane_lost"]
    assert [one.what for one in found.reading.problems] == [
        '"dock_busy", "dock_gone" and "crane_lost" stand below "Type", and may be other words.'
    ]


def test_names_of_other_things() -> None:
    """Words below "Type" that have no sentence beside them are no codes."""
    table = "| Type | Unit |\n|---|---|\n| max_size | bytes |\n| max_age | seconds |\n"
    assert sniff.sniff(Document("errors.md", f"# Limits\n\n{table}| max_rate | Hz |\n")) is None
