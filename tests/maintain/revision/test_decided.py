"""What was decided before, where a later document has its codes in entries of another shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.maintain.moon import Moon

if TYPE_CHECKING:
    from pathlib import Path

JAVA = {"DOCK_BUSY": ("1001", "The dock is busy"), "ROPE_TORN": ("1002", "The rope is torn")}
JAVA |= {"TIDE_LOW": ("1003", "The tide is low"), "CREW_LOST": ("1004", "The crew is lost")}


def _java(shape: str, said: dict[str, tuple[str, str]] = JAVA) -> str:
    items = (
        f"    {shape.format(name=name, code=code, text=text)}"
        for name, (code, text) in said.items()
    )
    return "public enum Failure {\n" + ",\n".join(items) + ";\n}\n"


@pytest.mark.parametrize(
    "shape",
    [
        '{name}({code}, "{text}", 404)',
        '{name}({code}, 404, "{text}")',
        '{name}("{text}", {code})',
        '{name}({code}, "{text}", true, Level.WARN)',
    ],
)
def test_entries_of_another_shape(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], shape: str
) -> None:
    """Source code that says the same of the same codes is read anew, and nothing is asked."""
    moon = Moon(tmp_path, _java('{name}({code}, "{text}")'), "Failure.java")
    capsys.readouterr()
    assert moon.add(_java(shape)) == 0
    printed = capsys.readouterr().out
    assert "it is read as an unknown document" in printed
    assert "No text changes beside the revisions that are held." in printed


def test_entries_of_another_shape_and_other_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a code has another text, too, what was decided is asked about."""
    moon = Moon(tmp_path, _java('{name}({code}, "{text}")'), "Failure.java")
    capsys.readouterr()
    later = {**JAVA, "TIDE_LOW": ("1003", "The pilot is late")}
    assert moon.add(_java('{name}({code}, "{text}", 404)', later)) == 2
    assert "Look twice: decided before?" in capsys.readouterr().out
