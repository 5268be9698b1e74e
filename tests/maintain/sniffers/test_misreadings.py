"""Guesses that read something else than what is listed lose to one that reads the codes."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

CODES = {
    "1001": ("Dock is busy", "401"),
    "1002": ("Gate is shut", "429"),
    "1003": ("Tide is low", "403"),
}
PHRASES = {"401": "Unauthorized", "429": "Too Many Requests", "403": "Forbidden"}


def _rows(file: str, shape: str, end: str = "") -> tuple[dict[str, str], list[str]]:
    lines = (
        shape.format(code, text, status, PHRASES[status]) for code, (text, status) in CODES.items()
    )
    found = sniff.sniff(Document(file, "".join(lines) + end))
    assert found
    read = {row.code: row.message for row in found.reading.rows}
    return read, [one.what for one in found.reading.problems]


@pytest.mark.parametrize(
    ("file", "shape"),
    [
        ("x.txt", "{0}: {1}, {2}\n"),
        ("x.txt", "{0} {1}, {2}\n"),
        ("x.txt", "{0} - {1}; {2}\n"),
        ("x.txt", "{0}={1},{2}\n"),
        ("x.txt", "{0}={1};{2}\n"),
        ("x.md", "- {0}: {1}, {2}\n"),
        ("x.md", "- {0} {1}, {2}\n"),
    ],
)
def test_a_status_behind_a_comma(file: str, shape: str) -> None:
    """Behind a code and its text a status is no code of a table, and it is asked what it is."""
    read, asked = _rows(file, shape)
    assert [*read] == [*CODES]
    assert all(read[code].startswith(text) for code, (text, _) in CODES.items())
    assert len(asked) == 1
    assert "seems to end with a status" in asked[0] or "end with a number" in asked[0]


@pytest.mark.parametrize("shape", ["- {0}; {1}; {2}\n", "* {0}, {1}, {2}\n", "{0}=Dock;{2}\n"])
def test_items_of_cells(shape: str) -> None:
    """What begins with a code, as the items of a list do, is not read by another of its cells."""
    lines = (shape.format(code, *both) for code, both in CODES.items())
    found = sniff.sniff(Document("x.md", "".join(lines)))
    assert found is None or [row.code for row in found.reading.rows] == [*CODES]


@pytest.mark.parametrize("shape", ["{0},{1},{2}\n", "{1},{0}\n", "dock {0},{0},{1}\n"])
def test_tables(shape: str) -> None:
    """Cells of a table are read as they were."""
    read, asked = _rows("x.csv", shape)
    assert [*read] == [*CODES]
    assert asked == [] or "can each be the message" in asked[0]


@pytest.mark.parametrize(
    "shape",
    ["### {0} {1}\n\n{2} {3}\n\n", "### {0} {1}\n{2} {3}\n", "## {0}: {1}\n\n{2} {3}\n\nWait.\n\n"],
)
def test_statuses_below_headings(shape: str) -> None:
    """Lines below headings with codes are of these, and no codes in their place."""
    read, asked = _rows("x.md", shape)
    assert read == {code: text for code, (text, _) in CODES.items()}
    assert asked == []


@pytest.mark.parametrize("shape", ["- {0}: {1}\n  {2} {3}\n", "- {0}: {1} ({2} {3})\n"])
def test_statuses_in_items(shape: str) -> None:
    """A status and its words at the end of each text are asked about."""
    read, asked = _rows("x.md", shape)
    assert [*read] == [*CODES]
    assert [one.partition(" and 2 more ")[2] for one in asked] == [
        "texts end with a number, which may be a status, or the code."
    ]
