"""Notes find the steps whose texts they quote; of the others a person is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.maintain import edits
from macros.maintain.revision import rehome
from macros.sources import notes
from tests import tongues
from tests.maintain.orbit import FIRST, THIRD, Orbit
from tests.tongues import State, Text

if TYPE_CHECKING:
    from pathlib import Path

FROM, TO = "2021-01-01", "2022-01-01"
STEP = f'from: "{FROM}", to: "{TO}"'
SPLIT = f"""\
changes:
  - code: "103"
    from: "{FROM}"
    to: "{TO}"
    # both quoted
    old: The ship is too long
    new: The ship is too wide
    kind: meaning-changed
    why: Width is not length.
"""
MIDDLE = THIRD.replace("too wide", "too big").replace("This dock", "The dock")


def _between(
    orbit: Orbit,
    notes: str,
    monkeypatch: pytest.MonkeyPatch | None = None,
    answers: tuple[str, ...] = (),
    middle: str = MIDDLE,
) -> str:
    """Return notes.yml when a revision was put between, some questions being answered."""
    (orbit.data / "orbit/notes.yml").write_text(notes, "utf-8")
    orbit.publish()
    assert orbit.check() == 0
    left = [*answers, "y"]
    if monkeypatch:
        monkeypatch.setattr("macros.maintain.terminal.is_interactive", lambda: True)
        monkeypatch.setattr("builtins.input", lambda _: left.pop(0))
    assert orbit.add("2021-06-01.md", middle, *(() if monkeypatch else ("--yes",))) == 0
    assert not monkeypatch or not left
    assert orbit.check() == 0
    return orbit.read("orbit/notes.yml")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("1", (FROM, "2021-06-01", "The ship is too long", "The ship is too big")),
        ("2", ("2021-06-01", TO, "The ship is too big", "The ship is too wide")),
    ],
)
def test_kept_for_a_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, expected: tuple[str, ...]
) -> None:
    """A note that both steps could have is kept for the one that a person names, with its texts."""
    text = _between(Orbit(tmp_path, FIRST, THIRD), SPLIT, monkeypatch, ("what?", answer))
    (note,) = edits.values(text)["changes"]
    assert (note["from"], note["to"], note["old"], note["new"]) == expected
    assert "    # both quoted\n" in text


@pytest.mark.parametrize("answer", ["c", ""])
def test_kept_as_a_comment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    """A person can leave it for later."""
    text = _between(Orbit(tmp_path, FIRST, THIRD), SPLIT, monkeypatch, (answer,))
    assert edits.values(text) == {"changes": []}
    assert "# Split: no step has these texts any more." in text
    assert "#     why: Width is not length.\n" in text


def test_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The question shows the note, and the texts of each step."""
    _between(Orbit(tmp_path, FIRST, THIRD), SPLIT, monkeypatch, ("c",))
    printed = capsys.readouterr().out
    assert f"103: the note says of {FROM} to {TO}: meaning changed." in printed
    assert "    Width is not length.\n" in printed
    assert f"  1: keep it for {FROM} to 2021-06-01\n" in printed
    assert "     The ship is too big -> The ship is too wide\n" in printed


def test_many_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note on many codes goes to each step in which it explains a change."""
    orbit = Orbit(tmp_path, FIRST, THIRD)
    notes = f"""\
throughout:
  - {{{STEP}, replaces: {{The dock: This dock}}, kind: reworded}}
  # by hand
  - {STEP.replace(", ", "{nl}    ")}
    codes: ["103"]
    kind: meaning-changed
    why: Width is not length.
""".replace("{nl}", "\n")
    text = _between(orbit, notes)
    said = [(note["from"], note["to"]) for note in edits.values(text)["throughout"]]
    assert said == [("2021-06-01", TO)]
    # Both steps changed the text of 103, and nobody has read the one between.
    assert "#     why: Width is not length.\n" in text
    assert "  # by hand\n" in text
    told = capsys.readouterr().out
    assert "1 note becomes a comment in data/orbit/notes.yml" in told
    assert "no step has the texts any more: many codes." in told
    assert "says nothing any more of what a step changes in 103: read these." in told


def test_codes_that_a_person_has_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note that lists codes alone holds for the texts that were read; the others are named."""
    orbit = Orbit(tmp_path, FIRST, THIRD)
    notes = f"""\
throughout:
  - from: "{FROM}"
    to: "{TO}"
    codes: ["101", "103"]
    kind: reworded
    why: The same.
"""
    text = _between(orbit, notes)
    said = [(note["from"], note["codes"]) for note in edits.values(text)["throughout"]]
    assert said == [("2021-06-01", ["101"])]
    assert "says nothing any more of what a step changes in 103: read" in capsys.readouterr().out


def test_codes_of_two_steps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a note explains what either step changes, each step has its own."""
    orbit = Orbit(tmp_path, FIRST, FIRST.replace("The dock", "This dock").replace("The", "A"))
    notes = f"""\
throughout:
  - {{{STEP}, codes: ["101", "102"], replaces: {{The dock: This dock}}, kind: reworded}}
  - {{{STEP}, replaces: {{The: A}}, kind: reworded}}
"""
    middle = FIRST.replace("The dock is busy", "This dock is busy").replace("The ship", "Its ship")
    text = _between(orbit, notes, middle=middle)
    said = [
        (note["from"], note.get("codes"), note["replaces"])
        for note in edits.values(text)["throughout"]
    ]
    assert said == [
        (FROM, ["101"], {"The dock": "This dock"}),
        ("2021-06-01", ["102"], {"The dock": "This dock"}),
        ("2021-06-01", None, {"The": "A"}),
    ]
    # 103 became "Its ship" and then "A ship": the note explains neither.
    assert "says nothing any more of what a step changes in 103: read" in capsys.readouterr().out


def test_a_note_of_its_own_stands_above(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A code that has its own note is not named as one of which the note on many says nothing."""
    orbit = Orbit(tmp_path, FIRST, THIRD)
    shared = f'throughout:\n  - {{{STEP}, codes: ["101", "103"], kind: reworded, why: The same.}}\n'
    _between(orbit, SPLIT + shared)
    assert "says nothing any more" not in capsys.readouterr().out


def test_a_note_on_a_translation(tmp_path: Path) -> None:
    """A note that quotes the texts of a translation goes to the step that changed these."""
    english, korean = {"101": "Dock is busy"}, {"101": "부두가 바쁩니다"}
    later = {"101": "부두가 가득 찼습니다"}
    states = (
        State(FROM, [Text(english), Text(korean, "ko")]),
        State("2021-06-01", [Text({"101": "The dock is busy"}), Text(korean, "ko")]),
        State(TO, [Text({"101": "This dock is busy"}), Text(later, "ko")]),
    )
    held = catalog.load(tongues.write(tmp_path, states))["orbit"]
    text = f"""\
changes:
  - code: "101"
    from: "{FROM}"
    to: "{TO}"
    old: {korean["101"]}
    new: {later["101"]}
    kind: reworded
"""
    path = tmp_path / "notes.yml"
    path.write_text(text, "utf-8")
    found = rehome.rehome(text, notes.read(tmp_path, "orbit").content, held, [(FROM, TO)])
    (note,) = edits.values(found.text)["changes"]
    assert (note["from"], note["to"], found.commented) == ("2021-06-01", TO, ())
