"""Twins that may be those of another revision: what is asked, and where its reply leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import edits
from tests.maintain.orbit import FIRST, HEAD, THIRD, Orbit

if TYPE_CHECKING:
    from pathlib import Path

KOREAN = HEAD + (
    "| 0 | 정박했습니다 |\n| 101 | 부두가 사용 중입니다 |\n| 102 | 부두가 닫혔습니다 |\n"
    "| 103 | 배가 너무 깁니다 |\n| 104 | 돛대가 너무 높습니다 |\n"
)
AHEAD = KOREAN.replace("| 104 | 돛대가 너무 높습니다 |", "| 105 | 당직 도선사가 없습니다 |")
IN_KOREAN = ("--language", "ko")


def _twins(orbit: Orbit) -> list[list[str]]:
    entries = edits.values(orbit.read("orbit/provider.yml"))["revisions"]
    return [[also["file"] for also in one.get("also", [])] for one in entries]


def test_the_original_comes_later(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A twin that is of nearly the day of a later document is asked about, and given with it."""
    orbit = Orbit(tmp_path)
    assert orbit.add("2021-03-20.md", KOREAN, *IN_KOREAN, "--yes") == 0
    capsys.readouterr()
    assert orbit.add("2021-03-01.md", THIRD, "--yes") == 2
    printed = capsys.readouterr().out
    assert (
        "Look twice: a twin of this one? 2021-01-01.ko.md, in Korean, stands with 2021-01-01, and"
        " is of 2021-03-20, which is nearer to this one. If it says the same as this one, give"
        f" both: `add-revision orbit {tmp_path}/2021-03-01.md data/orbit/2021-01-01.ko.md"
        " --language en --language ko`. It stays with 2021-01-01, too: its address is kept."
    ) in printed
    both = (str(tmp_path / "2021-03-01.md"), str(orbit.data / "orbit/2021-01-01.ko.md"))
    spoken = ("--language", "en", *IN_KOREAN)
    day = ("--date", "2021-03-01", "--yes")
    assert orbit.run("add-revision", "orbit", *both, *spoken, *day) == 0
    assert _twins(orbit) == [["2021-01-01.ko.md"], ["2021-03-01.ko.md"]]
    assert orbit.check() == 0


def test_codes_that_the_original_brings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a translation of a later revision lists alone is asked about, now and then."""
    orbit = Orbit(tmp_path)
    assert orbit.add("2021-02-20.md", AHEAD, *IN_KOREAN, "--yes") == 2
    assert (
        "Look twice: of a later revision? 2021-01-01.ko.md lists 105, and no other document does."
        " If it is of a revision that is not held yet, take that one in first; else"
        " --of 2021-01-01 says that it is of this one.\n"
    ) in capsys.readouterr().out
    assert orbit.add("2021-02-20.md", AHEAD, *IN_KOREAN, "--of", "2021-01-01", "--yes") == 0
    capsys.readouterr()
    assert orbit.add("2022-01-01.md", THIRD, "--yes") == 2
    assert (
        "a twin of this one? 2021-01-01.ko.md, in Korean, stands with 2021-01-01, and lists 105,"
        " as this one does, and 2021-01-01 has it in no other language."
    ) in capsys.readouterr().out


def test_a_revision_in_another_language_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A document in the usual language may be the same as one of no known day in another one."""
    orbit = Orbit(tmp_path)
    order = ("--date", "unknown", "--after", "2021-01-01")
    assert orbit.add("ko.md", KOREAN, *IN_KOREAN, *order, "--yes") == 2
    told = "in Korean alone? Its day is not known, so this is one of its own, with titles in that"
    assert told in capsys.readouterr().out
    assert orbit.add("ko.md", KOREAN, *IN_KOREAN, *order, "--yes", "--anyway") == 0
    capsys.readouterr()
    assert orbit.add("2022-01-01.md", THIRD, "--yes") == 1
    told = "; or --of r1, where it is that revision in another language, or a further part of it."
    assert told in capsys.readouterr().err
    assert orbit.add("2022-01-01.md", THIRD, "--after", "r1", "--yes") == 2
    assert (
        "a twin? The texts are English, and those of r1 are Korean: none of them is compared."
        " --of r1 says that it is the same in English.\n"
    ) in capsys.readouterr().out
    assert orbit.add("2022-01-01.md", THIRD, "--of", "r1", "--yes") == 0
    told = capsys.readouterr().out
    assert "103: The ship is too long -> The ship is too wide" in told
    assert _twins(orbit) == [[], ["r1.en.md"]]
    assert orbit.check() == 0


@pytest.mark.parametrize(
    ("twin", "day", "later"),
    [
        (KOREAN, "2021-01-20", "2021-03-01"),
        (KOREAN, "2021-01-01", "2021-01-20"),
        (AHEAD, "2021-01-20", "2023-01-01"),
        (KOREAN.replace("| 104 | 돛대가 너무 높습니다 |\n", ""), "2021-03-20", "2022-01-01"),
    ],
)
def test_plain_twins(tmp_path: Path, twin: str, day: str, later: str) -> None:
    """A translation that came soon, lags behind or has the codes of its original asks nothing."""
    orbit = Orbit(tmp_path)
    assert orbit.add(f"{day}.md", twin, *IN_KOREAN, "--yes") == 0
    new = FIRST.replace("The dock is busy", "Busy dock")
    assert orbit.add(f"{later}.md", new, "--yes") == 0
    assert _twins(orbit) == [["2021-01-01.ko.md"], []]


def test_headings_of_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a twin nothing is told of what the titles changed before it came."""
    under = "# Other errors" + THIRD.removeprefix("# Errors")
    orbit = Orbit(tmp_path, FIRST, under)
    capsys.readouterr()
    assert orbit.add("2022-01-01.md", KOREAN, *IN_KOREAN, "--yes") == 0
    assert "under another heading" not in capsys.readouterr().out
