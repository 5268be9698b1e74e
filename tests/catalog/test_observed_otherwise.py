"""An observation of a code in other capitals than the document's names the code that is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.maintain.moon import Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from pathlib import Path

FIRST = HEAD + "".join(f"| E10{end} | Dock {end} is busy |\n" for end in range(1, 7))
SOURCE = (
    'sources:\n  - {id: a, url: "https://a.example/", kind: provider, title: A,'
    " date: 2021-01-01, seen: 2022-02-02}\n"
)
SAYS = "      says: {text: The pilot sleeps, product: Orbit, sources: [a]}\n"


@pytest.mark.parametrize("says", ["", SAYS])
def test_other_capitals(says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused with the code as printed, whether it says what the code means or not."""
    moon = Moon(tmp_path, FIRST)
    message = "      messages:\n        - {text: The pilot sleeps, sources: [a]}\n"
    text = f'{SOURCE}codes:\n  api:\n    "e101":\n{says}{message}'
    (moon.orbit.data / "moon/observations.yml").write_text(text, "utf-8")
    capsys.readouterr()
    assert moon.orbit.check() == 1
    told = capsys.readouterr().err
    where, printed = "moon/observations.yml:5", '"e101" is printed "E101" in the documents.'
    assert f"{where}: {printed} Write it so, in its place." in told


def test_as_printed(tmp_path: Path) -> None:
    """One that is written as it is printed passes."""
    moon = Moon(tmp_path, FIRST)
    message = "      messages:\n        - {text: The pilot sleeps, sources: [a]}\n"
    text = f'{SOURCE}codes:\n  api:\n    "E101":\n{message}'
    (moon.orbit.data / "moon/observations.yml").write_text(text, "utf-8")
    moon.orbit.publish()
    assert moon.orbit.check() == 0
