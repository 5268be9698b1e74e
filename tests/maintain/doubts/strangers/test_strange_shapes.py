"""Words that begin with a number, as 3D and 2FA, between codes: asked, with a way on."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TERM = "letters behind digits, as a word that begins with a number, so"
ROWS = ["1001 Dock is busy", "1002 Gate is shut", "1003 Crane is broken"]


def _read(lines: list[str], file: str) -> tuple[Document, sniff.Sniffed]:
    document = Document(file, "".join(f"{line}\n" for line in lines))
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize(
    ("file", "lines", "asked"),
    [
        ("x.txt", [*ROWS, "3D Secure failed", "1004 Storm"], ["3D"]),
        ("x.txt", [*ROWS, "", "2FA Key is gone", "", "1004 Storm"], ["2FA"]),
        ("x.txt", ["E1 Dock", "E2 Gate", "5XX errors are ours", "E3 Crane"], ["5XX"]),
        ("x.md", ["- 1001: Dock", "- 3D Secure", "- 2FA missing", "- 1003: Crane"], ["3D", "2FA"]),
        ("x.md", ["- 5101 Dock", "- 5104 Gate", "- 5105 Crane", "- 3DS2 failed"], ["3DS2"]),
        ("x.md", ["# 1001", "Dock", "# 2FA", "Key", "# 1002", "Gate", "# 1003", "Tide"], ["2FA"]),
        ("x.txt", ["3DS failed", "2FA missing", "5G is gone"], ["3DS", "2FA", "5G"]),
    ],
)
def test_words_that_begin_with_a_number(file: str, lines: list[str], asked: list[str]) -> None:
    """They are asked about by their line; as no codes they are left out, without a loss."""
    document, found = _read(lines, file)
    doubts = [one for one in found.reading.problems if TERM in one.what]
    more = f" and {len(asked) - 1} more have" if asked[1:] else " has"
    [problem] = doubts
    assert problem.what.startswith(f'"{asked[0]}"{more} {TERM}')
    if len(found.reading.rows) == len(asked):
        return  # nothing else is listed
    given = frozenset(one.line for one in found.reading.problems)
    none = replies.applied(document, found.reading, Replies(no_codes=given))
    left = [row.code for row in found.reading.rows if row.code not in asked]
    assert [row.code for row in none.rows] == left
    as_read = replies.applied(document, found.reading, Replies(as_read=given))
    assert as_read.rows == found.reading.rows


@pytest.mark.parametrize(
    ("file", "lines"),
    [
        ("x.txt", [f"{number:02X} Dock {number}" for number in range(0x2B, 0x3F)]),
        ("x.txt", ["08000 Dock", "08003 Gate", "2200B Crane", "40P01 Storm", "42P02 Tide"]),
        ("x.md", ["# 3D", "Dock", "# 3E", "Gate", "# 3F", "Crane"]),
        ("x.md", ["- 00: Dock", "- 01: Gate", "- 1A: Crane", "- 51: Storm"]),
        ("x.md", ["- 1001: Dock", "- 1002: Gate", "- 10A3: Crane", "- 1004: Storm"]),
        ("x.txt", ["80040154 Dock", "8004A154 Gate", "80050000 Crane"]),
        ("x.md", ["- 400: Dock", "- 401: Gate", "- 403: Crane", "- 2FA: A key is missing"]),
    ],
)
def test_codes_with_letters_behind_digits(file: str, lines: list[str]) -> None:
    """With a sign behind them as others have, or of the form of others, they are codes."""
    _, found = _read(lines, file)
    assert found.reading.is_whole
    step = 2 if lines[0].startswith("#") else 1
    codes = [line.removeprefix("- ").strip("# ").split(" ")[0].strip(":") for line in lines[::step]]
    assert [row.code for row in found.reading.rows] == codes
