"""Documents that are held byte for byte already: what changes nothing, and what comes again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.maintain.moon import FIRST, Moon

if TYPE_CHECKING:
    from pathlib import Path

OTHER = FIRST.replace("3 is busy", "3 is closed")


@pytest.mark.parametrize("place", [(), ("--date", "unknown", "--after", "2022-01-01")])
def test_an_edit_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: tuple[str, ...]
) -> None:
    """The document of before the edit comes again, as a revision of its own that says so."""
    moon = Moon(tmp_path)
    assert moon.add(OTHER) == 0
    assert moon.add(FIRST, *place) == 0
    printed = capsys.readouterr().out
    assert "It is data/moon/2021-01-01.md, byte for byte, which comes again.\n" in printed
    assert "\n    1003: Dock 3 is closed -> Dock 3 is busy\n" in printed
    assert moon.orbit.check() == 0


def test_what_is_decided_of_it(tmp_path: Path) -> None:
    """What was answered when it came first is asked no more, whatever came between."""
    first = f"{FIRST}\nB17 is the oldest pier.\n"
    moon = Moon(tmp_path)
    assert moon.add(first, "--no-codes", "11") == 0
    assert moon.add(FIRST) == 0
    assert moon.add(first) == 0
    assert "B17 is the oldest pier." in moon.orbit.read("moon/provider.yml").split("2024-01-01")[-1]


@pytest.mark.parametrize(
    ("text", "place", "file"),
    [
        (OTHER, (), "2022-01-01.md"),
        (OTHER, ("--date", "2021-06-01"), "2022-01-01.md"),
        (FIRST, ("--date", "2021-06-01"), "2021-01-01.md"),
        (FIRST, ("--date", "unknown", "--before", "2022-01-01"), "2021-01-01.md"),
    ],
)
def test_nothing_to_add(
    *,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    place: tuple[str, ...],
    file: str,
) -> None:
    """Beside the revision that has it, a document changes nothing, and is refused."""
    moon = Moon(tmp_path)
    assert moon.add(OTHER) == 0
    assert moon.add(text, *place) == 1
    assert f"it is data/moon/{file}, byte for byte." in capsys.readouterr().err
