"""Lines that begin with a number sign in separated values: remarks, headings, rows taken out."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

CODES = [("1001", "Dock is busy"), ("1002", "Crane is broken"), ("1003", "Gate is shut")]


def _text(separator: str, *, head: str = "Code,Message", above: str = "", between: str = "") -> str:
    first, *others = (f"{code},{text}\n" for code, text in CODES)
    lines = f"{above}{head}\n{first}{between}{''.join(others)}"
    return lines.replace(",", separator)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("above", ["", "# Codes of the harbour\n", "# Docks, and cranes\n#\n"])
@pytest.mark.parametrize("between", ["", "# Gates\n", "## Gates, and more\n", "# --- gates ---\n"])
@pytest.mark.parametrize("head", ["Code,Message", "# Code,Message", "#Code,Message"])
def test_read(separator: str, above: str, between: str, head: str) -> None:
    """Remarks are passed over wherever they stand; above the rows, headings can be one."""
    document = Document("e.csv", _text(separator, head=head, above=above, between=between))
    found = sniff.sniff(document)
    assert found
    assert found.reading.is_whole, found.reading.problems
    assert [(row.code, row.message) for row in found.reading.rows] == CODES


@pytest.mark.parametrize("separator", [",", "\t"])
def test_a_row_taken_out(separator: str) -> None:
    """A row with a number sign before it is asked about, and says what it would by hand."""
    document = Document("e.csv", _text(separator, between="# 1009,Berth is taken\n"))
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    assert asked.line == 3
    line = "# 1009 | Berth is taken"
    assert f'{{line: "{line}", code: "1009", message: "…"}}' in asked.do
    given = replies.Replies(no_codes=frozenset({3}))
    without = replies.applied(document, found.reading, given)
    assert without.is_whole
    assert [row.code for row in without.rows] == ["1001", "1002", "1003"]
    said = {"line": line, "code": "1009", "message": "Berth is taken"}
    whole = reading.read(document, {**found.reading.options, "rows": [said]})
    assert whole.is_whole
    assert [row.code for row in whole.rows] == ["1001", "1002", "1003", "1009"]


def test_rows() -> None:
    """A number sign that a row of a code has, or a cell of several lines, makes no remark."""
    text = "Note,Code,Message\n# new,1001,Dock is busy\nold,1002,Gate is shut\nold,1003,Lost\n"
    found = sniff.sniff(Document("e.csv", text))
    assert found
    assert [row.code for row in found.reading.rows] == ["1001", "1002", "1003"]
    found = sniff.sniff(Document("e.csv", _text(",").replace("Gate is", '"Gate\n# is"')))
    assert found
    assert not [one for one in found.reading.problems if "neither a code" in one.what]
    numbered = "#,Code,Message\n1,1001,Dock is busy\n2,1002,Gate is shut\n3,1005,Ship is lost\n"
    found = sniff.sniff(Document("e.csv", numbered))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == ["1001", "1002", "1005"]
