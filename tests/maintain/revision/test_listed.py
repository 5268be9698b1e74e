"""A code without a text in a later document: answered once, it is listed from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from tests.maintain.orbit import FIRST, Orbit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_code_without_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer is written down, holds while the line is there, and goes with it."""
    orbit = Orbit(tmp_path)
    text = f"{FIRST}| 109 | |\n"
    assert orbit.add("2022-01-01.md", text, "--yes") == 1
    assert "are listed: --listed 10\n" in capsys.readouterr().out
    assert orbit.add("2022-01-01.md", text, "--yes", "--listed", "10") == 0
    same = text.replace("The dock is busy", "The dock is taken")
    assert orbit.add("2023-01-01.md", same, "--yes") == 0
    assert orbit.add("2024-01-01.md", f"{FIRST}| 109 | No rope |\n", "--yes") == 0
    revisions = yaml.safe_load(orbit.read("orbit/provider.yml"))["revisions"]
    unreadable = [one["reader"].get("unreadable") for one in revisions]
    assert unreadable == [None, ["109"], ["109"], None]
    assert orbit.check() == 0
