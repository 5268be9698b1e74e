"""Pipe tables that Markdown itself would not know: read whole, each line in its place."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.loose_tables import bare, mended
from macros.readers.rows import Document

ROWS = ("1001 | Dock is busy | Ship", "1002 | Dock is gone | Storm", "1003 | Tide is low | Moon")
HEAD = "Code | Message | Cause"
DASHES = "---|---|---"


def _piped(*lines: str) -> list[str]:
    return [f"| {line} |" for line in lines]


LOOSE = {
    "no dashes": ["# Errors", "", *_piped(HEAD, *ROWS)],
    "no dashes, below a sentence": ["These are returned:", *_piped(HEAD, *ROWS), "Call us."],
    "no dashes, no headings": ["# Errors", "", *_piped(*ROWS)],
    "no dashes, no pipes at the ends": ["# Errors", "", *ROWS],
    "no dashes, a pipe at the end": ["# Errors", "", *(f"{one} |" for one in (HEAD, *ROWS))],
    "dashes of one column": ["# Errors", "", HEAD, "---|", *ROWS],
    "dashes without a pipe": ["# Errors", "", HEAD, "---", *ROWS],
    "a column too few": ["# Errors", "", *_piped(HEAD, "---|---", *ROWS)],
    "a column too many": ["# Errors", "", *_piped(HEAD, "---|---|---|---", *ROWS)],
    "a bullet above": ["# Errors", "", "- All of them", *_piped(HEAD, DASHES, *ROWS)],
    "bullets above": ["* One", "* Two", "  and more", HEAD, "---|", *ROWS],
    "a number above": ["1. All of them", *_piped(HEAD, DASHES, *ROWS)],
    "in an item": ["- All:", *(f"  {one}" for one in _piped(HEAD, DASHES, *ROWS)), "- Else"],
    "in an item, apart": ["- All:", "", *(f"    {one}" for one in _piped(HEAD, DASHES, *ROWS))],
}


@pytest.mark.parametrize("name", LOOSE)
def test_read(name: str) -> None:
    """Each row is read, with its own line, and nothing is asked."""
    lines = LOOSE[name]
    found = sniff.sniff(Document("errors.md", "\n".join(lines)))
    assert found
    assert found.reading.is_whole
    assert found.reading.options["format"] == "markdown"
    places = {
        code: number for number, line in enumerate(lines, 1) for code in [line.strip(" |")[:4]]
    }
    assert [(row.code, row.message, row.line) for row in found.reading.rows] == [
        (code, text, places[code]) for code, text, _ in (row.split(" | ") for row in ROWS)
    ]


def test_two_below_each_other() -> None:
    """Tables without a blank line between them are two, each with its own row of dashes."""
    more = "2001 | Crane is old | Rust"
    lines = [HEAD, "---|", *ROWS, HEAD, "---|", more]
    found = sniff.sniff(Document("errors.md", "\n".join(lines)))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == ["1001", "1002", "1003", "2001"]


SAME = {
    "sound": ["- One", "", *_piped(HEAD, DASHES, *ROWS)],
    "in a fence": ["```", HEAD, "---|", *ROWS, "```"],
    "in a longer fence": ["````", "```", HEAD, "---|", *ROWS, "````"],
    "a heading": ["Docks | Ships", "---", "Both are busy."],
    "a rule": ["Docks and ships", "---", "1001 | busy"],
    "code": ["So:", "", *(f"    {one}" for one in _piped(HEAD, DASHES, *ROWS))],
}


@pytest.mark.parametrize("name", SAME)
def test_left_alone(name: str) -> None:
    """What Markdown knows, or has for no table, stays as it is."""
    assert mended(SAME[name]) == SAME[name]


@pytest.mark.parametrize(
    "lines",
    [
        ["+----+---+", *_piped(HEAD, *ROWS), "+----+---+"],
        _piped(HEAD, *ROWS[:1]),
        ["1001 | Dock", "1002 | Pilot", "1003 | Tide"],
        ["a || b || c", "b || c || d", "d || e || f"],
        ["|a|", "|b|", "|c|"],
    ],
)
def test_no_tables(lines: list[str]) -> None:
    """Tables of another kind, two lines, lines with one pipe or with bars are none."""
    assert not any(is_table for is_table, _, _ in bare(lines))


def test_a_row_of_another_width() -> None:
    """A row that lacks a cell is no part of the table, and refused."""
    lines = [*_piped(HEAD, *ROWS), "| 1004 | Crane is old |"]
    found = sniff.sniff(Document("errors.md", "\n".join(lines)))
    assert found
    assert [row.code for row in found.reading.rows] == ["1001", "1002", "1003"]
    assert [one.line for one in found.reading.problems] == [5]


def test_separated_values() -> None:
    """Where each line of a file has cells with pipes between, and nothing else, it is no page."""
    found = sniff.sniff(Document("errors.txt", "\n".join([HEAD, *ROWS])))
    assert found
    assert found.reading.options["format"] == "csv"
    assert found.reading.is_whole


def test_names_without_headings() -> None:
    """Where codes are names, the first row of a table without headings is one of them, and asked.

    Below headings that are names, too, it is not.
    """
    texts = {
        "INVALID_STATUS": "Ship is at another place",
        "DOCK_BUSY": "Dock is busy for now",
        "GATE_SHUT": "Gate is shut at night",
    }
    lines = _piped(*(" | ".join(row) for row in texts.items()))
    found = sniff.sniff(Document("errors.md", "\n".join(["# Errors", "", *lines])))
    assert found
    assert [row.code for row in found.reading.rows] == list(texts)
    assert "may be other words" in found.reading.problems[0].what
    headed = _piped("ERROR_CODE | ERROR_TEXT", *(" | ".join(row) for row in texts.items()))
    found = sniff.sniff(Document("errors.md", "\n".join(["# Errors", "", *headed])))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == list(texts)


COMMENTS = {
    "a row": ["<!-- | 1009 | Dock is old | Rust | -->"],
    "two rows": ["<!-- | 1008 | Old | Rust | -->", "<!-- | 1009 | Older | Rust | -->"],
    "rows between its marks": ["<!--", "| 1009 | Dock is old | Rust |", "-->"],
    "words": ["  <!-- 1009 was removed -->"],
}


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("has_pipes", [True, False])
@pytest.mark.parametrize("name", COMMENTS)
def test_commented_out(name: str, has_pipes: bool, place: int) -> None:  # noqa: FBT001 - a case
    """A comment among rows ends no table, and lists no code; behind the last one it is none of it.

    Each row is read with its own line.
    """
    rows = list(_piped(*ROWS)) if has_pipes else list(ROWS)
    head = _piped(HEAD, DASHES) if has_pipes else [HEAD, DASHES]
    lines = ["# Errors", "", *head, *rows[:place], *COMMENTS[name], *rows[place:]]
    found = sniff.sniff(Document("errors.md", "\n".join(lines)))
    assert found
    assert found.reading.is_whole
    below = len(COMMENTS[name])
    assert [(row.code, row.message, row.line) for row in found.reading.rows] == [
        (code, text, 5 + at + (below if at >= place else 0))
        for at, (code, text, _) in enumerate(row.split(" | ") for row in ROWS)
    ]


def test_text_behind_a_comment() -> None:
    """What stands behind a comment on its line is refused as it was, and not lost."""
    lines = ["# Errors", "", *_piped(HEAD, DASHES, ROWS[0]), f"<!-- new --> | {ROWS[1]} |"]
    found = sniff.sniff(Document("errors.md", "\n".join([*lines, *_piped(ROWS[2])])))
    assert found
    assert 6 in {problem.line for problem in found.reading.problems}
