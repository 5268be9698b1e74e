"""Which document another one is read like: its language first, then what came before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.maintain import edits
from macros.maintain.revision import likes
from tests.maintain.orbit import FIRST, HEAD, THIRD, Orbit

if TYPE_CHECKING:
    from pathlib import Path

KOREAN = HEAD + "| 0 | 정박했습니다 |\n| 101 | 부두가 사용 중입니다 |\n"
PART = HEAD + "| 201 | The port is on fire |\n"


@pytest.fixture
def orbit(tmp_path: Path) -> Orbit:
    """Return a provider with a translation and a part of its older revision."""
    made = Orbit(tmp_path, FIRST, THIRD)
    assert made.add("2021-01-01.md", KOREAN, "--language", "ko", "--yes") == 0
    assert made.add("part.md", PART, "--of", "2021-01-01", "--yes") == 0
    return made


@pytest.mark.parametrize(
    ("index", "language", "number", "expected"),
    [
        (1, "en", 0, ["2022-01-01", "2021-01-01", "2021-01-01.en"]),
        (0, "en", 0, ["2021-01-01", "2021-01-01.en", "2022-01-01"]),
        (0, "en", 1, ["2021-01-01.en", "2021-01-01", "2022-01-01"]),
        (-1, "en", 0, ["2021-01-01", "2021-01-01.en", "2022-01-01"]),
        (1, "ko", 0, ["2021-01-01.ko", "2022-01-01"]),
    ],
)
def test_the_likeliest_first(
    orbit: Orbit, index: int, language: str, number: int, expected: list[str]
) -> None:
    """Those in its language, of these the last before it, of one revision the same place."""
    provider = catalog.load(orbit.data)["orbit"].provider
    written = edits.values(orbit.read("orbit/provider.yml"))["revisions"]
    found = likes.likely(provider, written, index, language, number)
    assert [like.held.name for like in found][: len(expected)] == expected
    assert len(found) == 4
    paths = {like.held.name: like.path for like in found}
    assert paths["2021-01-01.ko"] == ("revisions", 0, "also", 0)
