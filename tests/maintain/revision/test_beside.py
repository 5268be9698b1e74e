"""What a revision says otherwise beside the same text is told: it withdraws no verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

HEAD = "# Errors\n\n| Code | Meaning | Remedy | Pier |\n|---|---|---|---|\n"
FIRST = {
    "101": ("Dock is busy", "Send it again after 5 seconds.", "A"),
    "102": ("Dock is closed", "Wait.", "A"),
    "103": ("Ship is too long", "", "B"),
}


def _document(**rows: tuple[str, str, str]) -> str:
    listed = {code: rows.get(f"of_{code}", said) for code, said in FIRST.items()}
    return HEAD + "".join(f"| {code} | {' | '.join(said)} |\n" for code, said in listed.items())


def _told(folder: Path, capsys: pytest.CaptureFixture[str], *documents: str) -> str:
    orbit = Orbit(folder)
    reader = folder / "reader.yml"
    reader.write_text(
        "{format: markdown, tables: [{code_set: api, columns: [Code, Meaning, Remedy, Pier],"
        ' code: Code, message: Meaning, pattern: "[0-9]{3}"}]}',
        "utf-8",
    )
    for year, document in enumerate(documents, 2022):
        capsys.readouterr()
        options = ["--reader", str(reader), "--anyway"] if year == 2022 else []
        assert orbit.add(f"{year}-06-01.md", document, "--yes", *options) == 0
    return capsys.readouterr().out


def test_other_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each column with other words is told once, with its codes, and what became of what."""
    remedy = ("Dock is busy", "Never send it again.", "A")
    filled = ("Ship is too long", "Shorten it.", "C")
    told = _told(tmp_path, capsys, _document(), _document(of_101=remedy, of_103=filled))
    assert told.count("something else") == 2
    assert '  2 codes say something else in "Remedy", with the same text: 101, 103\n' in told
    assert "    101: Send it again after 5 seconds. -> Never send it again.\n" in told
    assert "    103: nothing -> Shorten it.\n" in told
    assert (
        '  1 code says something else in "Pier", with the same text: 103\n    103: B -> C' in told
    )
    assert "No text changes" not in told


def test_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another form of the same words is none, nor what stands beside another text."""
    form = ("Dock is busy", "Send it  again, after 5 seconds", "a")
    told = _told(tmp_path, capsys, _document(), _document(of_101=form))
    assert "something else" not in told
    assert "No text changes" in told
    other = ("Pilot is ill", "Never send it again.", "A")
    told = _told(tmp_path / "other", capsys, _document(), _document(of_101=other))
    assert "something else" not in told


def test_every_kind_names_its_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What changed in form alone is named, too, so that somebody can look at it."""
    said = {"of_101": ("Dock is busy.", *FIRST["101"][1:]), "of_103": ("Ship is TOO long", "", "B")}
    told = _told(tmp_path, capsys, _document(), _document(**said))
    assert "  formatting only: 2: 101, 103\n" in told
