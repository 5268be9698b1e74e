"""Separated values with another sign between them: read as before, with all that was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.maintain import edits
from tests.maintain.moon import Moon

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    ["code", "message", "success"],
    ["1000", "Docked", "yes"],
    ["1001", "The crew is lost, for now", "no"],
    ["1002", "The dock is busy; wait", "no"],
    ["1003", "The rope is torn", "no"],
]
SAID = {code: text for code, text, _ in ROWS[1:]}


def _csv(sign: str, rows: list[list[str]]) -> str:
    cells = ([f'"{cell}"' if sign in cell else cell for cell in row] for row in rows)
    return "".join(sign.join(row) + "\n" for row in cells)


@pytest.mark.parametrize(
    ("signs", "told"),
    [
        (",;", "delimiter is ;, and was ,"),
        (";,", "delimiter is ,, and was ;"),
        (",\t", "delimiter is tab, and was ,"),
        ("\t|", "delimiter is |, and was tab"),
    ],
)
@pytest.mark.parametrize("rows", [ROWS, ROWS[1:]], ids=["headed", "unheaded"])
def test_another_sign(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    signs: str,
    told: str,
    rows: list[list[str]],
) -> None:
    """One command takes it in, with what is a success, and a text of it that changed."""
    was, now = signs[0], signs[1]
    moon = Moon(tmp_path, _csv(was, rows), "a.csv")
    capsys.readouterr()
    later = [[cell.replace("torn", "wet") for cell in row] for row in rows]
    assert moon.add(_csv(now, later)) == 0
    printed = capsys.readouterr().out
    assert f"How it is read differs:\n  {told}\nFrom" in printed
    assert "1003: The rope is torn -> The rope is wet" in printed
    before, after = (
        one["reader"] for one in edits.values(moon.orbit.read("moon/provider.yml"))["revisions"]
    )
    assert before["tables"] == after["tables"]
    held = catalog.load(moon.orbit.data)["moon"]
    newest = held.provider.latest
    assert {code.code: code.rows(newest)[0].message for code in held.codes} == {
        **SAID,
        "1003": "The rope is wet",
    }


def test_the_same_sign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where texts have more of another sign, the one between them stays."""
    moon = Moon(tmp_path, _csv(",", ROWS), "a.csv")
    capsys.readouterr()
    later = [[cell.replace("is", "is; now;") for cell in row] for row in ROWS]
    assert moon.add(_csv(",", later)) == 0
    assert "delimiter" not in capsys.readouterr().out


def test_with_other_headings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Headings that changed as well are known again by what stands below them."""
    moon = Moon(tmp_path, _csv("\t", ROWS), "a.csv")
    capsys.readouterr()
    later = [["Number", "Text", "success"], *ROWS[1:]]
    assert moon.add(_csv(",", later)) == 0
    printed = capsys.readouterr().out
    assert "delimiter is ,, and was tab" in printed
    assert 'code "code" is now "Number" and message "message" is now "Text"' in printed
    assert "No text changes beside the revisions that are held." in printed
