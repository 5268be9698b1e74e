"""Notes that cover many changes: what they explain to the last letter, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.review import load as review
from macros.sources.notes import ChangeNote
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from macros.review.model import Review

TEXTS = {
    "101": ("Blocked dock friend", "Blocked pier profile"),
    "102": ("Dock Friend's key, of a dock friend", "Pier profile's key of a Pier Profile"),
    "103": ("Dock friends are shut", "Pier profile are shut"),
    "104": ("No dock friend, no crew", "No pier profile, one crew"),
    "105": ("Ship lost (at sea)", "Ship lost(at sea)"),
    "106": ("Ship not able to sail", "Ship notable to sail"),
    "107": ("Crew, ill", "Crew ill."),
    "108": ("Crew is ill", "CREW is ill"),
    "109": ("Tug < 3", "Tug > 3"),
    "110": ("Mast is<br>down", "Mast is down"),
    "111": ("Pier is old", "Pier is old"),
    "112": ("Dock friend: up to 3", "Pier profile: up to 4"),
    "113": ("Dock friendly crew", "Pier profilely crew"),
    "114": ("Undock friend", "Unpier profile"),
}
STEP = '{from: "2021-01-01", to: "2022-01-01", '


def _review(folder: Path, notes: str, texts: Mapping[str, tuple[str, ...]] | None = None) -> Review:
    said = texts or TEXTS
    documents = [
        invented.TABLE + "".join(f"| {code} | {one[place]} |\n" for code, one in said.items())
        for place in range(len(next(iter(said.values()))))
    ]
    data = invented.write(folder, *documents)
    (data / "orbit" / "notes.yml").write_text(notes, encoding="utf-8")
    return review.load(data, catalog.load(data))["orbit"]


def _covered(found: Review) -> list[str]:
    return [one.code.code for one in found.changes if one.note]


COVERS = {
    "replaces: {dock friend: pier profile}, kind: reworded": ["101", "102"],
    "replaces: {dock friends: pier profile, Dock friend: x}, kind: reworded": ["103"],
    "replaces: {no: one, dock friend: pier profile}, kind: reworded": ["101", "102"],
    "replaces: {dock: quay, dock friend: pier profile}, kind: reworded": ["101", "102"],
    'codes: ["104", "110"], kind: reworded': ["104"],
    "only: white space, kind: formatting-only": ["105"],
    "only: punctuation, kind: formatting-only": ["105", "107"],
    "only: case, kind: formatting-only": ["108"],
    'codes: ["104", "109"], kind: reworded': ["104", "109"],
    'codes: ["101"], replaces: {dock friend: pier profile}, kind: reworded': ["101"],
}


@pytest.mark.parametrize("note", COVERS)
def test_covers(tmp_path: Path, note: str) -> None:
    """A note holds for what it explains to the last letter, but for the form of the texts."""
    found = _review(tmp_path, f"throughout:\n  - {STEP}{note}}}\n")
    assert _covered(found) == COVERS[note]
    told = [one.code.code for one in found.unreviewed]
    changed = [code for code in TEXTS if code not in {"110", "111", *COVERS[note]}]
    assert told == changed


def test_what_it_says(tmp_path: Path) -> None:
    """The change has the note's kind and reason, and keeps its meaning where the kind does."""
    note = "replaces: {dock friend: pier profile}, kind: reworded, why: It was renamed."
    (first, *_) = _review(tmp_path, f"throughout:\n  - {STEP}{note}}}\n").changes
    assert first.note
    assert (first.kind, first.note.why, first.keeps) == ("reworded", "It was renamed.", True)


def test_a_single_note_wins(tmp_path: Path) -> None:
    """A note on one code stands above one on many, and the first of many above the next."""
    single = (
        'changes:\n  - {code: "101", from: "2021-01-01", to: "2022-01-01",'
        " old: Blocked dock friend, new: Blocked pier profile, kind: reworded}\n"
    )
    many = "replaces: {dock friend: pier profile}, kind: typo-fixed, why: A."
    other = 'codes: ["102", "103"], kind: typo-fixed, why: B.'
    notes = f"{single}throughout:\n  - {STEP}{many}}}\n  - {STEP}{other}}}\n"
    found = {one.code.code: one.note for one in _review(tmp_path, notes).changes}
    assert isinstance(found["101"], ChangeNote)
    assert [note and note.why for note in (found["102"], found["103"])] == ["A.", "B."]


def test_between_its_revisions(tmp_path: Path) -> None:
    """A note holds for its step alone, though another has the same change."""
    texts = {"101": ("Dock friend", "Pier profile", "Dock friend"), "102": ("A", "A", "A")}
    note = "replaces: {dock friend: pier profile, pier profile: dock friend}, kind: reworded"
    found = _review(tmp_path, f"throughout:\n  - {STEP}{note}}}\n", texts)
    assert [bool(one.note) for one in found.changes] == [True, False]


def test_rows(tmp_path: Path) -> None:
    """Every row that differs has to be explained, and there are as many as before."""
    data = invented.write(
        tmp_path,
        f"{invented.TABLE}| 101 | Dock friend |\n| 101 | Shut |\n| 102 | Dock friend |\n",
        f"{invented.TABLE}| 101 | Pier profile |\n| 101 | Shut |\n"
        "| 102 | Pier profile |\n| 102 | Shut |\n",
    )
    note = f"throughout:\n  - {STEP}replaces: {{dock friend: pier profile}}, kind: reworded}}\n"
    (data / "orbit" / "notes.yml").write_text(note, encoding="utf-8")
    assert _covered(review.load(data, catalog.load(data))["orbit"]) == ["101"]


REFUSED: dict[str, tuple[str, dict[str, tuple[str, str]] | None]] = {
    "covers nothing": ("only: case, kind: formatting-only}", {"101": ("A", "B")}),
    "all have notes of their own": (
        f"only: case, kind: formatting-only}}\n  - {STEP}only: case, kind: formatting-only}}",
        {"101": ("A b", "A B")},
    ),
    "no change of a listed code": ('codes: ["102"], kind: reworded}', None),
    "a listed code that is not": ('codes: ["999"], kind: reworded}', None),
    "a listed code that it does not explain": ('codes: ["101"], only: case, kind: reworded}', None),
    "nothing to cover": ("kind: reworded}", None),
    "both": ("only: case, replaces: {a: b}, kind: reworded}", None),
    "no why": ("only: case, kind: typo-fixed}", None),
    "an empty word": ('replaces: {"": b}, kind: reworded}', None),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(tmp_path: Path, case: str, as_before: Callable[[str], None]) -> None:
    """A note that says nothing, or of nothing, stops everything, with its line."""
    note, texts = REFUSED[case]
    said = texts or {"101": ("Dock", "Pier"), "102": ("A", "A")}
    with pytest.raises(ProblemsError) as error:
        _review(tmp_path, f"throughout:\n  - {STEP}{note}\n", said)
    as_before(str(error.value))


def test_another_revision(tmp_path: Path, as_before: Callable[[str], None]) -> None:
    """A note between revisions that do not follow each other is refused."""
    note = 'throughout:\n  - {from: "2022-01-01", to: "2021-01-01", only: case, kind: reworded}\n'
    with pytest.raises(ProblemsError) as error:
        _review(tmp_path, note)
    as_before(str(error.value))
