"""Days, telephone numbers, captions, feet of pages and sentences that begin as rows do: asked."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ROWS = ["4001 Dock is busy", "4002 Gate is shut", "4003 Crane is broken"]
SMALL = ["1 Dock is busy", "2 Gate is shut", "3 Crane is broken", "4 Tide is low", "5 Storm"]
ZEROS = ["0100 Dock is busy", "0101 Gate is shut", "0102 Crane is broken"]
DAY = "looks like a day"
PAGE = "has words of a page, not of an error"
TELEPHONE = "has a text that begins with a number, as a telephone number goes on"
FEET = "and 1 more have one text and stand out of the order of the codes, as the foot of a page"
SIGNS = "has digits with signs between, as no other code has"
WITHIN = "has a text that goes on with a sentence"


def _read(lines: list[str], file: str = "errors.txt") -> tuple[Document, sniff.Sniffed]:
    document = Document(file, "".join(f"{line}\n" for line in lines))
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        ([*ROWS, "", "2024-05-01 Gate added"], 5, DAY),
        ([*ROWS, "2024.05 Gate added"], 4, DAY),
        (["01.05.2024 First version", "", *ROWS], 1, DAY),
        ([*SMALL, "6 May 2024 is the first day"], 6, DAY),
        ([*SMALL, "", "6 de mayo de 2024: lista"], 7, DAY),
        ([*ZEROS, "", "0800 555 123 Support, free of charge"], 5, TELEPHONE),
        ([*ZEROS, "", "0800 555123 Support"], 5, TELEPHONE),
        ([*ROWS, "", "5550 123456 or write to us", "", "Guide"], 5, TELEPHONE),
        ([*ROWS, "", "5550 is what to call at night"], 5, WITHIN),
        (["A1 Dock is busy", "A2 Gate is shut", "A3 Storm", "", "A4 is the paper"], 5, WITHIN),
        (["A1 Dock is busy", "A2 Gate is shut", "A3 Storm.", "A4 is the paper"], 4, WITHIN),
        ([*ROWS, "", "4004 codes are in this list"], 5, WITHIN),
        (["A5 is no code of ours", "A1 Dock", "A2 Gate", "A3 Storm"], 1, WITHIN),
        (["- 4001 Dock", "- 4002 Gate", "- 4003 Crane", "- 4004 is not used"], 4, WITHIN),
        (
            ["2023 First version", "", *ROWS],
            1,
            "looks like a year, and stands apart from the codes",
        ),
        ([*ROWS, "", "2026 Harbour Works. All rights reserved."], 5, PAGE),
        (["3 min read", *ROWS], 1, PAGE),
        ([*SMALL, "7 people found this helpful"], 6, PAGE),
        ([*SMALL, "", "1.2 Gate added"], 7, SIGNS),
        ([*ROWS, "", "12:30 Office opens"], 5, "looks like a time"),
        ([*ROWS, "", "1800-555-123 Support"], 5, SIGNS),
        (["4001 Table 1. Codes of docks", *ROWS[1:]], 1, "has a caption for a text"),
        ([*SMALL[:2], "12 Dock guide", *SMALL[2:], "13 Dock guide"], 3, FEET),
        ([*SMALL[:2], "12 Dock guide", *SMALL[2:4], "13 Dock guide", SMALL[4]], 3, FEET),
        (
            [*SMALL[:2], "", "12 Dock guide", "", *SMALL[2:4], "", "13 Dock guide", "", SMALL[4]],
            4,
            FEET,
        ),
    ],
)
def test_asked(lines: list[str], line: int, said: str) -> None:
    """One question names what is perhaps no code; it can be read as one, or is passed over."""
    document, found = _read(lines)
    [problem] = found.reading.problems
    assert problem.line == line
    assert f'" {said}, so ' in problem.what
    given = frozenset({line})
    as_read = replies.applied(document, found.reading, Replies(as_read=given))
    assert as_read.is_whole
    none = replies.applied(document, found.reading, Replies(no_codes=given))
    assert none.is_whole
    gone = 2 if said == FEET else 1
    assert len(none.rows) == len(as_read.rows) - gone
    assert line not in {row.line for row in none.rows}


IN_BRACKETS = ["Dock is busy (4001)", "Gate is shut (4002)", "Crane is broken (4003)"]


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (["Founded in Hamburg (1999)", *IN_BRACKETS], '"1999" looks like a year, and stands apart'),
        ([*IN_BRACKETS, "Founded in Hamburg (1999)"], '"1999" looks like a year, and stands'),
        (
            [
                "Dock errors (DOCK-ERR)",
                "BUSY -2",
                "Gate errors (GATE-ERR)",
                "Ship errors (SHIP-ERR)",
            ],
            '"DOCK-ERR" and 2 more have titles of lists for texts',
        ),
        (["Anchor is lost (2001)", *IN_BRACKETS], ""),
        ([*IN_BRACKETS, "Too many errors (4004)"], ""),
    ],
)
def test_in_brackets(lines: list[str], asked: str) -> None:
    """A year in brackets and names of lists are no codes behind their texts."""
    _, found = _read(lines)
    told = [one.what for one in found.reading.problems]
    assert len(told) == bool(asked)
    assert asked in "".join(told)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2026-01-01;published", f'"2026-01-01" {DAY}, so it is perhaps no code.'),
        ("0800;555 123 Support", f'"0800" {TELEPHONE}, so it is perhaps no code.'),
    ],
)
def test_tables(row: str, said: str) -> None:
    """In a table a day and a telephone number are asked about, too."""
    document, found = _read(
        ["code;text", "101;Dock is busy", "102;Gate is shut", row], "errors.csv"
    )
    [problem] = found.reading.problems
    assert problem.what == said
    none = replies.applied(document, found.reading, Replies(no_codes=frozenset({problem.line})))
    assert [row.code for row in none.rows] == ["101", "102"]


def test_captions_alone() -> None:
    """Captions with a word in brackets are no codes, and asked about beside what is refused."""
    _, found = _read(
        [
            "Table 1. Codes of docks (DOCK-CODE)",
            "DOCK-BUSY 2 0002",
            "Table 2. Codes of gates (GATE-CODE)",
            "GATE-SHUT 3 0003",
            "Table 3. Codes of ships (SHIP-CODE)",
            "SHIP-LATE 4 0004",
        ]
    )
    captions = '"DOCK-CODE" and 2 more have captions for texts, so they are perhaps no codes.'
    assert [one.what for one in found.reading.problems if one.line == 1] == [captions]
    assert {one.line for one in found.reading.problems} == {1, 2, 4, 6}


@pytest.mark.parametrize(
    "lines",
    [
        ["2001-01 Dock is busy", "2001-02 Gate is shut", "2001-03 Crane is old", "2002-01 Storm"],
        [*SMALL, "6 Mayday was sent", "7 May not be moored"],
        [*ROWS, "4004 24 hours have passed"],
        [*ZEROS, "0800 555123 ships wait"],
        [*ROWS, "", "5001 300 ships wait", "5002 200 cranes are old"],
        [*ROWS, "", "5001 Server is down", "", "6001 Storm"],
        ["4001 Unknown", "4002 Dock", "4003 Gate", "3001 Unknown", "3002 Storm"],
        [*ROWS, "", "5001 of no berth", "5002 at no berth", "5003 for no berth", "5004 by no one"],
        [*ROWS, "4004 Table 7 is not known"],
        ["4001 Storm", "4002 Dock", "4003 Storm", "4004 Gate", "4005 Crane", "4006 Storm"],
        [*ROWS, "", "9999 unknown error"],
        [*ROWS, "4003.1 Crane is old", "4003-2 Crane is slow"],
        [*ROWS, "5000-5999 Storm"],
        ["2001 Anchor", "", *ROWS],
        ["2010 Anchor is lost", "", *ROWS],
        ["2023 Dock is busy", "", "2001 Gate is shut", "2002 Crane is old", "2003 Storm"],
    ],
)
def test_sound(lines: list[str]) -> None:
    """Codes and texts that only begin so are read without a question."""
    _, found = _read(lines)
    assert not [one.what for one in found.reading.problems]
    assert [row.line for row in found.reading.rows] == [
        number for number, line in enumerate(lines, start=1) if line
    ]
