"""What a revision changes, as it is told: what many texts have in common, and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.maintain.moon import Moon
from tests.maintain.orbit import HEAD, Orbit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TUGS = HEAD + (
    "| 101 | An old tug is in the dock |\n| 102 | The tug is lost |\n| 103 | No rope for a tug |\n"
    "| 104 | The mast is too high |\n"
)
NAMED = TUGS.replace("An old tug", "A old harbour boat").replace("tug", "harbour boat")


def test_a_thing_renamed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts that differ in the same words are told at once; one drafted note ends it."""
    orbit = Orbit(tmp_path, TUGS)
    later = NAMED.replace("The mast is too high", "The mast has no sail")
    assert orbit.add("2022-01-01.md", later.replace("A old", "An old"), "--yes") == 0
    printed = capsys.readouterr().out
    assert (
        '  reworded alike: 3: "tug" is "harbour boat", and nothing else of the texts: 101, 102,'
        " 103\n"
        "    `open-work` drafts one note for them, below `throughout`.\n"
        "  reworded, or another meaning: 1, the least alike first\n"
        "    104: The mast is too high -> The mast has no sail\n"
    ) in printed
    assert orbit.run("open-work") == 0
    printed = capsys.readouterr().out
    place = "data/orbit/notes.yml, at its end (make the file if there is none); read each of the"
    assert f"{place} codes first:\nthroughout:\n  # 101, 102, 103\n" in printed
    assert '    replaces:\n      "tug": "harbour boat"\n    kind: …' in printed
    assert printed.count('  - code: "10') == 1
    draft = printed[printed.index("throughout:\n") : printed.rindex("\n\ndata/orbit/notes.yml, at")]
    said = draft.replace("kind: …", "kind: reworded").replace("    why: …", "    # why")
    (orbit.data / "orbit/notes.yml").write_text(f"{said}\n", "utf-8")
    orbit.publish()
    assert orbit.check() == 0
    capsys.readouterr()
    assert orbit.run("open-work") == 0
    told = capsys.readouterr().out
    assert "Orbit 104" in told
    assert not any(f"Orbit {code}:" in told for code in (101, 102, 103))


GERMAN = {
    "0003": "Zeitüberschreitung nach 30 Sekunden",
    "0022": "Schlüssel doppelt vorhanden",
    "0024": "Kein Zugriff: Rolle fehlt",
    "0033": "Datei nicht gefunden",
    "0044": "Konto gesperrt",
    "0059": "Zu viele Anfragen, höchstens 100 je Minute",
    "0079": "Anhang zu groß",
    "0081": "Speicher voll (10 GB)",
    "0087": "Das Dock ist am Abend belegt",
}
ENGLISH = "An error of the dock is no fault of a ship that is not in the dock"


def _listed(texts: dict[str, str]) -> str:
    return HEAD + "".join(f"| {code} | {text} |\n" for code, text in texts.items())


def test_the_language_of_few_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts that stand in both are in one language, however few words a revision has."""
    moon = Moon(tmp_path, _listed(GERMAN), said=("--language", "de"))
    shorter = {**GERMAN, "0059": "Zu viele Anfragen", "0087": "Dock belegt"}
    assert moon.add(_listed(shorter)) == 0
    assert moon.add(_listed(GERMAN)) == 0
    capsys.readouterr()
    other = {code: f"{ENGLISH} {code}" for code in GERMAN}
    assert moon.add(_listed({**other, "0003": GERMAN["0003"]})) == 2
    assert (
        "another language? The texts are English, and those of 2023-01-01 are of another language"
        " than English."
    ) in capsys.readouterr().out
