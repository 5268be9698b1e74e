"""`retract`: a revision is marked, notes find their steps, and nothing published is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.maintain import edits
from macros.sources import published
from tests.maintain.orbit import FIRST, THIRD, Orbit

if TYPE_CHECKING:
    from pathlib import Path

WHY = ("--why", "Its page says that it was  published by mistake.")
LAST = THIRD.replace("too wide", "too big").replace("| 105 | No pilot is on duty |\n", "")
DAYS = ("2021-01-01", "2022-01-01", "2023-01-01")
NOTES = f"""\
changes:
  - code: "101"
    from: "{DAYS[0]}"
    to: "{DAYS[1]}"
    old: The dock is busy
    new: This dock is busy
    kind: reworded
    why: The same.
  - code: "103"  # of two steps
    from: "{DAYS[0]}"
    to: "{DAYS[1]}"
    old: The ship is too long
    new: The ship is too wide
    kind: meaning-changed
    why: Width is not length.
"""


@pytest.fixture
def orbit(tmp_path: Path) -> Orbit:
    """Return a provider with three revisions and notes on what changed first."""
    made = Orbit(tmp_path, FIRST, THIRD, LAST)
    (made.data / "orbit/notes.yml").write_text(NOTES, "utf-8")
    made.publish()
    assert made.check() == 0
    return made


@pytest.mark.parametrize("day", DAYS)
def test_marked(orbit: Orbit, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whichever it is, `check` passes afterwards and every published address is kept."""
    addresses = set(published.read(orbit.data))
    before = orbit.read("orbit/provider.yml")
    assert orbit.run("retract", "orbit", day, *WHY, "--yes") == 0
    assert orbit.check() == 0
    assert addresses <= set(published.read(orbit.data))
    added = "    retracted: Its page says that it was published by mistake.\n"
    after = orbit.read("orbit/provider.yml")
    assert after.replace(added, "") == before
    entries = edits.values(after)["revisions"]
    assert [one["id"] for one in entries if "retracted" in one] == [day]
    printed = capsys.readouterr().out
    assert f"the revision {day} is retracted." in printed
    newest = "The newest one is 2022-01-01 again: what it says is what codes mean now."
    assert (newest in printed) is (day == DAYS[2])


def test_notes_find_their_step(orbit: Orbit, capsys: pytest.CaptureFixture[str]) -> None:
    """A note whose texts the new step has goes there; another one becomes a comment."""
    assert orbit.run("retract", "orbit", DAYS[1], *WHY, "--yes") == 0
    text = orbit.read("orbit/notes.yml")
    (note,) = edits.values(text)["changes"]
    assert (note["code"], note["from"], note["to"]) == ("101", DAYS[0], DAYS[2])
    assert '#   - code: "103"  # of two steps\n' in text
    assert "1 note becomes a comment" in capsys.readouterr().out


def test_listed_in_it_alone(orbit: Orbit, capsys: pytest.CaptureFixture[str]) -> None:
    """Codes that no other revision lists are named."""
    assert orbit.run("retract", "orbit", DAYS[1], *WHY, "--yes") == 0
    printed = capsys.readouterr().out
    assert "Listed in retracted revisions alone: 105; pages are kept." in printed


def test_undone_by_hand(orbit: Orbit) -> None:
    """Whoever removes the line has the revision again."""
    assert orbit.run("retract", "orbit", DAYS[2], *WHY, "--yes") == 0
    path = orbit.data / "orbit/provider.yml"
    path.write_text(re.sub(r" +retracted: .*\n", "", path.read_text("utf-8")), "utf-8")
    orbit.publish()
    assert orbit.check() == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("orbit", "2020-01-01", *WHY), 'there is no revision "2020-01-01". The revisions are'),
        (("moon", DAYS[0], *WHY), 'there is no provider "moon".'),
        (("orbit", DAYS[0], "--why", " "), "nothing says why it was retracted."),
    ],
)
def test_refused(
    orbit: Orbit, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    """What there is not, and what nothing is said of, is refused; nothing is written."""
    before = orbit.files()
    assert orbit.run("retract", *words, "--yes") == 1
    assert says in capsys.readouterr().err
    assert orbit.files() == before


def test_the_last_one_stays(orbit: Orbit, capsys: pytest.CaptureFixture[str]) -> None:
    """One revision has to be the newest; one that is retracted is so already."""
    for day in DAYS[1:]:
        assert orbit.run("retract", "orbit", day, *WHY, "--yes") == 0
    assert orbit.run("retract", "orbit", DAYS[0], *WHY, "--yes") == 1
    assert "2021-01-01 is the only revision that is not retracted" in capsys.readouterr().err
    assert orbit.run("retract", "orbit", DAYS[1], *WHY, "--yes") == 1
    assert "is retracted already: Its page says" in capsys.readouterr().err


def test_asked_and_tried(orbit: Orbit, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --yes nothing is written where nobody can be asked, nor with --dry-run."""
    before = orbit.files()
    assert orbit.run("retract", "orbit", DAYS[0], *WHY) == 2
    assert orbit.run("retract", "orbit", DAYS[0], *WHY, "--dry-run") == 0
    assert "Nothing is written: --dry-run." in capsys.readouterr().out
    assert orbit.files() == before
