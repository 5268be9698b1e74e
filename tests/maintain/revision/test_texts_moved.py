"""Texts that another code has now: told as moved where that is sure, and as perhaps moved else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.maintain.moon import Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from pathlib import Path

REST = {"1001": "The crew is lost", "1002": "The rope is torn", "1009": "The tide is low"}


def _document(said: dict[str, str]) -> str:
    rows = sorted({**REST, **said}.items())
    return HEAD + "".join(f"| {code} | {text} |\n" for code, text in rows)


PERHAPS = {
    "to a new code": ({"1003": "Dock busy"}, {"1007": "Dock busy"}, "1003 -> 1007: Dock busy"),
    "from a code that says another thing": (
        {"1003": "Dock busy"},
        {"1003": "Invalid parameter", "1007": "dock busy."},
        "1003 -> 1007: dock busy.",
    ),
    "to a code that said another thing": (
        {"1003": "Dock busy", "1004": "Wrong berth"},
        {"1004": "Dock busy"},
        "1003 -> 1004: Dock busy",
    ),
    "that may be new": (
        {"1003": "Invalid parameter"},
        {"1007": "Invalid parameter"},
        "1003 -> 1007: Invalid parameter",
    ),
    "in Chinese": ({"1003": "参数错误"}, {"1007": "参数错误"}, "1003 -> 1007: 参数错误"),
    "in Korean": ({"1003": "선석 없음"}, {"1007": "선석 없음"}, "1003 -> 1007: 선석 없음"),
    "in Japanese": ({"1003": "港が閉鎖中"}, {"1007": "港が閉鎖中"}, "1003 -> 1007: 港が閉鎖中"),
    "in Russian": (
        {"1003": "Причал занят"},
        {"1007": "Причал занят"},
        "1003 -> 1007: Причал занят",
    ),
}


@pytest.mark.parametrize("case", PERHAPS)
def test_perhaps(tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str) -> None:
    """A text too short to be sure of, or of another language, is told with both of its codes."""
    first, later, told = PERHAPS[case]
    moon = Moon(tmp_path, _document(first))
    capsys.readouterr()
    assert moon.add(_document(later)) == 0
    printed = capsys.readouterr().out
    assert f"\n  text moved, perhaps: {told}\n" in printed
    assert printed.count("text moved") == 1


def test_surely(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that moved for sure is told once."""
    moon = Moon(tmp_path, _document({"1003": "The pilot has no licence at all"}))
    capsys.readouterr()
    assert moon.add(_document({"1007": "The pilot has no licence at all"})) == 0
    printed = capsys.readouterr().out
    assert "\n  text moved: 1003 -> 1007: The pilot has no licence at all\n" in printed
    assert printed.count("text moved") == 1


NONE = {
    "others have it": (
        {"1003": "System error", "1004": "System error"},
        {"1004": "System error", "1007": "System error"},
    ),
    "it came to two": ({"1003": "Dock busy"}, {"1007": "Dock busy", "1008": "Dock busy"}),
    "it stays": ({"1003": "Dock busy"}, {"1003": "Dock busy", "1007": "Dock busy"}),
    "it is another one": ({"1003": "Dock busy"}, {"1007": "Dock closed"}),
    "it was there": ({"1003": "Dock busy", "1007": "Dock busy"}, {"1007": "Dock busy"}),
}


@pytest.mark.parametrize("case", NONE)
def test_none(tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str) -> None:
    """A text that stays, that several have, or that is gone, moved to nobody."""
    first, later = NONE[case]
    moon = Moon(tmp_path, _document(first))
    capsys.readouterr()
    assert moon.add(_document(later)) == 0
    assert "text moved" not in capsys.readouterr().out
