"""Codes that are perhaps misprinted are asked about; codes of several forms are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "# Errors\n\n| Code | Text |\n|---|---|\n"
NUMBERS = ["1001", "1002", "1003", "1004", "1005", "1006", "1007"]


def _asked(codes: list[str]) -> list[str]:
    rows = "".join(f"| {code} | Dock {place} is busy |\n" for place, code in enumerate(codes, 10))
    found = sniff.sniff(Document("errors.md", HEAD + rows))
    assert found
    assert [row.code for row in found.reading.rows] == codes
    return [f"{one.line}: {one.what}" for one in found.reading.problems]


@pytest.mark.parametrize("wrong", ["1O04", "l004", "I004", "1.004", "10004"])
def test_among_numbers(wrong: str) -> None:
    """One letter, sign or digit too many among codes of four digits is named with what is meant."""
    codes = [wrong if code == "1004" else code for code in NUMBERS]
    told = f'8: "{wrong}" is written as no other code here is: a misprint of "1004"?'
    assert _asked(codes) == [told]


def test_behind_letters() -> None:
    """Letters that all codes begin with are no slip, even an O or an I."""
    assert _asked(["IO-100", "IO-101", "IO-1O2", "IO-103", "IO-104"]) == [
        '7: "IO-1O2" is written as no other code here is: a misprint of "IO-102"?'
    ]


@pytest.mark.parametrize(
    "codes",
    [
        NUMBERS,
        ["0", "-1", *NUMBERS],
        [*NUMBERS, "20001", "20002"],
        ["101", "102", "1001", "1002", "1003", "1004"],
        ["1000", "1001", "1002", "1003", "10000"],
        ["10A4", "10B4", "10C4", "10O4", "10E4", "1004"],
        ["E1", "E2", "E3", "E4", "O5"],
        ["1.1", "1.2", "1.3", "1.4", "2.1"],
        ["101", "102", "103", "104", "105", "10.1"],
        [
            "1001",
            "1002",
            "1003",
            "1004",
            "1005",
            "1006",
            "1007",
            "1.101",
            "1.102",
            "1.103",
            "1.104",
        ],
    ],
)
def test_several_forms(codes: list[str]) -> None:
    """Codes of other lengths or letters that are no slip of the usual form are not asked about."""
    assert not [one for one in _asked(codes) if "misprint" in one]


def test_the_next_revision(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A misprint that comes with a revision is asked about; one that is held is decided."""
    rows = "".join(f"| {number} | Dock {number} is busy |\n" for number in range(101, 109))
    first = HEAD.replace("Text", "Meaning") + rows
    orbit = Orbit(tmp_path, first)
    path = orbit.data / "orbit/provider.yml"
    path.write_text(path.read_text("utf-8").replace("-?[0-9]+", "[0-9A-Z]+"), "utf-8")
    second = first + "| 1O9 | Dock is odd |\n"
    assert orbit.add("2022-01-01.md", second, "--yes") == 1
    assert 'a misprint of "109"?' in capsys.readouterr().out
    # Nor is it an integer, which the code set says that all are.
    assert orbit.add("2022-01-01.md", second, "--yes", "--anyway", "--as-read", "13") == 0
    third = second + "| 110 | Dock is even |\n"
    assert orbit.add("2023-01-01.md", third, "--yes") == 0
