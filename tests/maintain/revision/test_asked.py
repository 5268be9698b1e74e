"""What is new in a later document is asked about as it is asked of an unknown one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.maintain.moon import FIRST, Moon

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("row", "note"),
    [
        ("| 1003 | Dock 3 is busy* |", "\\* Withdrawn in May."),
        ("| 1003 | Dock 3 is busy [1] |", "[1] Withdrawn in May."),
        ("| 1006 | Dock 6 is busy (*) |", "(*) Withdrawn in May."),
        ("| 1006 | Dock 6 is busy\xb9 |", "\xb9 Withdrawn in May."),
    ],
)
def test_marks_of_footnotes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, note: str
) -> None:
    """A mark behind a text that is held, or at a new one, is asked about, with the note's line."""
    moon = Moon(tmp_path)
    kept = FIRST if "1006" in row else FIRST.replace("| 1003 | Dock 3 is busy |\n", "")
    assert moon.add(f"{kept}{row}\n\n{note}\n") == 1
    printed = capsys.readouterr().out
    line, below = kept.count("\n") + 1, kept.count("\n") + 3
    assert f'  1 line ({line}): "{row[9:-2]}" has what looks like a mark of footnotes.' in printed
    assert f"The note (line {below}) is passed over: read what it says." in printed
    assert moon.add(f"{kept}{row}\n\n{note}\n", "--as-meant", str(line)) == 0
    text = f"Dock {row[5]} is busy"
    assert f"          message: {text}\n" in moon.orbit.read("moon/provider.yml")


def test_marks_that_are_held(tmp_path: Path) -> None:
    """A mark that a text had before is decided."""
    first = FIRST.replace("3 is busy", "3 is busy\xb9")
    moon = Moon(tmp_path)
    assert moon.add(first, "--as-read", "7") == 0
    assert moon.add(f"{first}| 1006 | Dock 6 is busy |\n") == 0
