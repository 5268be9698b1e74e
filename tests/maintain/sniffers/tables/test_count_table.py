"""A page whose only table counts attempts, and whose codes are the words of its headings."""

from __future__ import annotations

import json

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

NAMES = {"dock_busy": "The dock is busy.", "gate_shut": "It is shut.", "crane_old": "It is old."}
WORDS = {"busy": "The dock is busy.", "shut": "The gate is shut.", "old": "The crane is old."}


def _page(
    texts: dict[str, str], heading: str, first: int = 1, title: str = "# Retries\n\n"
) -> Document:
    entries = "".join(f"## {code}\n\n{text}\n\n" for code, text in texts.items())
    rows = "".join(f"| {n} | {n * 10} seconds |\n" for n in range(first, first + 4))
    table = f"| {heading} | Wait |\n|---|---|\n{rows}"
    return Document("errors.md", f"# Errors\n\n{entries}{title}As follows:\n\n{table}")


@pytest.mark.parametrize("first", [0, 1])
def test_names(first: int) -> None:
    """Names below headings are the codes; the table is asked about, with a reader that reads it."""
    document = _page(NAMES, "Attempt", first)
    found = sniff.sniff(document)
    assert found
    assert {row.code: row.message for row in found.reading.rows} == NAMES
    [doubt] = found.reading.problems
    assert doubt.line == 19
    assert doubt.what == (
        f'the only table has "{first}" to "{first + 3}" below "Attempt", which seem to count its'
        " rows, so it is passed over."
    )
    other = json.loads(doubt.do[doubt.do.index("{") :])
    result = reading.read(document, other["reader"])
    assert result.is_whole
    assert [row.code for row in result.rows] == [str(first + number) for number in range(4)]


def test_words() -> None:
    """So are words, of which it is asked anyway whether they are codes."""
    found = sniff.sniff(_page(WORDS, "Attempt", title=""))
    assert found
    assert {row.code: row.message for row in found.reading.rows} == WORDS
    assert any("are words" in one.what for one in found.reading.problems)


def test_nothing_else() -> None:
    """Where nothing else can be read, the table is, and asked about."""
    found = sniff.sniff(_page({}, "Attempt"))
    assert found
    assert len(found.reading.rows) == 4
    [doubt] = found.reading.problems
    assert doubt.what.endswith("seem to count its rows, so they are perhaps no codes.")


@pytest.mark.parametrize(("heading", "first"), [("Code", 1), ("Value", 1), ("Attempt", 3)])
def test_codes(heading: str, first: int) -> None:
    """A heading that hints at codes has them, as have numbers that count nothing."""
    found = sniff.sniff(_page(NAMES, heading, first))
    assert found
    assert [row.code for row in found.reading.rows] == [str(first + number) for number in range(4)]


def test_without_headings() -> None:
    """A table without a heading row says nothing of its numbers."""
    found = sniff.sniff(Document("errors.csv", "1,Dock is busy\n2,Dock is gone\n3,Gate is shut\n"))
    assert found
    assert found.reading.is_whole
