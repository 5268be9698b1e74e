"""Codes that a later document prints otherwise: asked about where the text tells that it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.maintain.moon import Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from pathlib import Path

FIRST = HEAD + (
    "| -101 | The dock is busy |\n| -102 | The dock is shut |\n| -0030 | A rope is torn |\n"
    "| 007 | The ship is late |\n| -104 | The mast is broken |\n| 105 | The crew is ill |\n"
    "| A09 | Fog |\n"
)


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("| -101 |", "| 101 |", "1 code differs in the sign or in zeros alone: -101 is 101."),
        ("| -0030 |", "| -30 |", "1 code differs in the sign or in zeros alone: -0030 is -30."),
        ("| 007 |", "| 7 |", "1 code differs in the sign or in zeros alone: 007 is 7."),
        ("| A09 |", "| A9 |", "1 code differs in the sign or in zeros alone: A09 is A9."),
        ("| 105 |", "| -105 |", "1 code differs in the sign or in zeros alone: 105 is -105."),
        ("| -10", "| 10", "zeros alone: -101 is 101, -102 is 102, -104 is 104. A copy or a"),
    ],
)
def test_a_sign_or_zeros(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], was: str, now: str, told: str
) -> None:
    """A sign or zeros that are lost, or new, beside the same text are asked about."""
    moon = Moon(tmp_path, FIRST)
    capsys.readouterr()
    assert moon.add(FIRST.replace(was, now)) == 2
    printed = capsys.readouterr().out
    assert f"Look twice: codes printed otherwise? {told}" in printed or told in printed
    assert printed.count("codes printed otherwise?") == 1
    assert moon.add(FIRST.replace(was, now), "--anyway") == 0
    assert moon.orbit.check() == 0


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("| -101 | The dock is busy |", "| 101 | The pier has no place left |"),
        ("| -101 |", "| -110 |"),
        ("| -101 | The dock is busy |", "| -101 | The dock is busy |\n| 101 | No dock |"),
        ("| 105 | The crew is ill |\n", ""),
    ],
)
def test_other_codes(tmp_path: Path, was: str, now: str) -> None:
    """A code with another text, or with another number, is another one."""
    moon = Moon(tmp_path, FIRST)
    assert moon.add(FIRST.replace(was, now)) == 0
