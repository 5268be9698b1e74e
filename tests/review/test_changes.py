"""Changes: each kind, told by the texts; what a person says stands above."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.kinds import Kind
from macros.readers.rows import Row
from macros.review import classify
from macros.review import load as review
from macros.review.language import Language
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from macros.review.model import Review

HEAD = "| Code | Meaning |\n|---|---|\n"


def _review(folder: Path, *documents: str, notes: str = "", glossary: str = "") -> Review:
    data = invented.write(folder, *(HEAD + document for document in documents))
    if notes:
        (data / "orbit" / "notes.yml").write_text(notes, encoding="utf-8")
    (data / "glossary.txt").write_text(glossary, encoding="utf-8")
    return review.load(data, catalog.load(data))["orbit"]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Dock is busy", "Dock  is BUSY.", "formatting-only"),
        ("Dock is busy", "Dock is<br>busy", "formatting-only"),
        ("Up to 10 ships", "Up to 12 ships", "limit-changed"),
        ("Up to 1,000 ships", "Up to 1000 ships", "formatting-only"),
        ("Wait 5 KB", "Wait 5 MB", "limit-changed"),
        ("Opens at 08:00", "Opens at 09:00", "limit-changed"),
        ("Open from 08:00 to 20:50", "Open from 8:00 AM to 8:50 PM", "reworded"),
        ("Open from 08:00 to 20:50", "Open from 8:00 AM to 8:50 AM", "limit-changed"),
        ("Open from 8 to 8", "Open from 8 to 9", "limit-changed"),
        ("Up to 10 ships of 5 masts", "Up to 5 ships", "limit-changed"),
        ("No: 1. It is wet 2. It is late", "No: 1. It is wet 2. Late 3. Lost", "reworded"),
        ("Up to 5. Then wait", "Up to 6. Then wait", "limit-changed"),
        ("The name has up to 20 letters", "A name can have at most 30 letters", "limit-changed"),
        ("Daily limit of 1000 calls hit", "Pier card of 20 letters missing", "reassigned"),
        ("Limit of 1000 ships exceeded", "Berth of 20 masts missing", "reworded"),
        ("Title is longer than 20 letters", "Body is longer than 30 letters", "reworded"),
        ("Card limit of 1000 exceeded", "Card of 20 letters missing", "reworded"),
        ("船名不能超过20个字", "船名不能超过30个字", "limit-changed"),
        ("船名不能超过20个字", "泊位号不能超过30个字", "reworded"),
        ("Dock is closed", "Dock is closed for 5 days", "limit-changed"),
        ("Dock is closed for 5 days", "Dock is closed", "limit-changed"),
        ("Name over 20 letters", "Name over 30 letters including spaces", "limit-changed"),
        ("Name is over 20 letters", "Name of the ship is over 30 letters", "reworded"),
        ("Name is over 20 letters", "Wide name is over 20 letters", "reworded"),
        ("Too many letters in a wide name (30)", "Too many letters in a name (20)", "reworded"),
        ("Up to 20 ships in the dock", "Up to 30 ships in the dry dock of a pier", "reworded"),
        ("船名不能超过20个字", "船名不能超过30个字符", "limit-changed"),
        ("Dock is busy", "Dock is busy; a ship, its mast, sail lie there for 5 days", "reworded"),
        ("The rusty buoy is tied for 5 days", "The broken quay is tied", "reworded"),
        ("The ship is late", "Too many masts on the ship (50 masts)", "reworded"),
        ("This dock doesn't exist", "This dock doesn not exist", "typo-introduced"),
        ("This dock doesn not exist", "This dock doesn't exist", "typo-fixed"),
        ("The users is not found here", "The users are not found here", "typo-fixed"),
        ("A ship exceeds exceeds the berth", "A ship exceeds the berth", "typo-fixed"),
        ("The recieved rope is rotten", "The received rope is rotten", "typo-fixed"),
        ("A old ship is blocked by the pier", "A new ship is blocked by the pier", "reworded"),
        ("The tugg of the crew is late by hours", "The of the crew is late by hours", "reworded"),
        ("If a outer ship is an outer tug", "If an inner ship is an inner tug", "reworded"),
        ("The vesel of the crew is lost at sea", "The raft of the crew is lost at sea", "reworded"),
        ("Dock is busy", "No free place", "reworded"),
        ("Ships are alowed", "Ships are not allowed", "reworded"),
        ("Fewer than 3, so x < 3", "Fewer than 3, so x > 3", "reworded"),
        ("The mark is -1", "The mark is 1", "reworded"),
        ("Ropes of 1,5 metres", "Ropes of 15 metres", "limit-changed"),
        ("The flag must be = b", "The flag must be != b", "reworded"),
        ("The crane lost its hook", "Ferry ticket sold by nobody", "reassigned"),
        ("Crane lost 1 hook", "Ferry sold 20 tickets by bridge", "reassigned"),
        ("Old crane", "Ferry ticket", "reworded"),
        ("The crane lost its hook", "Der Hafenmeister ist nicht im Haus", "reworded"),
    ],
)
def test_computed(tmp_path: Path, before: str, after: str, kind: str) -> None:
    """The kind of a change is told by the texts."""
    (change,) = _review(tmp_path, f"| 101 | {before} |\n", f"| 101 | {after} |\n").changes
    assert (change.kind, change.note) == (kind, None)


ROWS = st.lists(
    st.sampled_from(["Dock is busy", "Dock is BUSY.", "It doesn not exist", "Up to 10", "A", "B"])
    | st.text(min_size=1),
    max_size=2,
).map(lambda texts: tuple(Row("1", text, {}, "api", "data/orbit/a.md", 1) for text in texts))
MIRRORED = {
    "added": "dropped",
    "dropped": "added",
    "typo-introduced": "typo-fixed",
    "typo-fixed": "typo-introduced",
}


@given(ROWS.filter(bool), ROWS)
def test_mirror(old: tuple[Row, ...], new: tuple[Row, ...]) -> None:
    """Comparing A with B mirrors comparing B with A."""
    language = Language(frozenset())
    kind = classify.classify(old, new, language)
    assert classify.classify(new, old, language) == MIRRORED.get(kind, kind)


def _kinds(found: Review) -> dict[str, str]:
    return {one.code.code: one.kind.value for one in found.changes}


APART = {
    "101": ("Old crane", "Ferry ticket"),
    "102": ("Bridge toll", "Crew on leave"),
    "103": ("Lock keeper", "Radio silent"),
    "104": ("Dock is busy", "Dock is shut"),
}


@pytest.mark.parametrize(("others", "kind"), [(0, "reassigned"), (40, "reworded")])
def test_several_of_few_words(tmp_path: Path, others: int, kind: str) -> None:
    """Short texts that name nothing in common count where they are several, and not only a few."""
    texts = APART | {
        str(code): ("A dock here", "A dock there") for code in range(200, 200 + others)
    }
    documents = [
        "".join(f"| {code} | {said[place]} |\n" for code, said in texts.items()) for place in (0, 1)
    ]
    kinds = _kinds(_review(tmp_path, *documents))
    assert [kinds[code] for code in APART] == [kind, kind, kind, "reworded"]


def test_two_are_not_several(tmp_path: Path) -> None:
    """Of two short texts that name nothing in common nothing is told."""
    documents = [
        "".join(f"| {code} | {APART[code][place]} |\n" for code in ("101", "102"))
        for place in (0, 1)
    ]
    assert _kinds(_review(tmp_path, *documents)) == {"101": "reworded", "102": "reworded"}


def test_a_block_pushed_on(tmp_path: Path) -> None:
    """Each code of a block that was pushed on is renumbered; the new one at its end is added."""
    before = "| 101 | Wrong berth |\n| 102 | Shut |\n| 103 | Lost |\n| 104 | Dock is busy |\n"
    after = (
        "| 101 | Wrong crew |\n| 102 | Wrong berth |\n| 103 | Shut |\n| 104 | Dock is busy |\n"
        "| 105 | The tug is late |\n"
    )
    found = _review(tmp_path / "a", before, after.replace("105 | The tug is late", "105 | Free"))
    assert _kinds(found) == {
        "101": "renumbered",
        "102": "renumbered",
        "103": "renumbered",
        "105": "added",
    }
    dropped = _review(tmp_path / "b", before, after.replace("| 101 | Wrong crew |\n", ""))
    assert _kinds(dropped) == {
        "101": "dropped",
        "102": "renumbered",
        "103": "renumbered",
        "105": "added",
    }


def test_a_row_that_stays(tmp_path: Path) -> None:
    """A code that keeps one of its texts is not renumbered, whatever went to another."""
    long = "The harbour master refused the name of the ship"
    found = _review(
        tmp_path, f"| 101 | {long} |\n| 101 | Free |\n", f"| 101 | Free |\n| 102 | {long} |\n"
    )
    assert len(found.moves) == 1
    assert _kinds(found) == {"101": "rows-changed", "102": "added"}


def test_the_text_of_another_code_behind_its_own(tmp_path: Path) -> None:
    """A code that keeps its text, and has that of another one behind it, is not renumbered."""
    other = "The harbour master refused the name of the ship"
    before = f"| 101 | Berth shut |\n| 102 | {other} |\n"
    (kept, dropped) = _review(tmp_path, before, f"| 101 | Berth shut; {other} |\n").changes
    assert (kept.code.code, kept.kind, dropped.kind) == ("101", Kind.REWORDED, Kind.DROPPED)


def test_keeps(tmp_path: Path) -> None:
    """Form and typos keep a meaning, other words do where a person says so, nothing else does."""
    documents = (
        "| 101 | Dock is busy |\n| 102 | Shut |\n| 103 | 1 ship |\n| 104 | A<br>b c |\n",
        "| 101 | Dock is shut |\n| 102 | SHUT |\n| 103 | 2 ships |\n| 104 | A b<br>c |\n",
    )
    found = _review(tmp_path / "a", *documents)
    assert [one.keeps for one in found.changes] == [False, True, False, True]
    assert [one.code.code for one in found.unreviewed] == ["101", "102", "103"]
    note = NOTE.replace("meaning-changed", "reworded")
    assert _review(tmp_path / "b", *documents, notes=note).changes[0].keeps
    assert not _review(tmp_path / "c", *documents, notes=NOTE).changes[0].keeps
    assert not _review(tmp_path / "d", "| 101 | A |\n", "| 102 | A |\n").changes[0].keeps


def test_the_same_document_twice(tmp_path: Path) -> None:
    """Comparing a document with itself finds nothing."""
    assert not _review(tmp_path, "| 101 | A |\n| 101 | B |\n", "| 101 | A |\n| 101 | B |\n").changes


def test_rows(tmp_path: Path) -> None:
    """One row that became two is told apart from other words, whatever they say."""
    (change,) = _review(tmp_path, "| 101 | A |\n", "| 101 | A |\n| 101 | B |\n").changes
    assert change.kind == "rows-changed"


def test_a_row_twice(tmp_path: Path) -> None:
    """A code that is listed once more with the same text says nothing more, and nothing less."""
    row, other = "| 101 | Dock is busy |\n", "| 101 | Dock is closed |\n"
    assert not _review(tmp_path, row, f"{row}| 101 | Dock  is busy |\n", row).changes
    (change,) = _review(tmp_path / "more", f"{row}{row}", f"{row}{other}{row}").changes
    assert change.kind == "rows-changed"
    assert [one.message for one in change.new] == ["Dock is busy", "Dock is closed"]


def test_three_revisions(tmp_path: Path) -> None:
    """Each revision is compared with the one before; a code that comes back is added again."""
    found = _review(
        tmp_path,
        "| 101 | Dock is busy |\n| 102 | Closed |\n",
        "| 101 | Dock is shut |\n",
        "| 101 | Dock is shut |\n| 102 | Closed |\n",
    )
    told = [(one.code.code, one.before.id, one.after.id, one.kind) for one in found.changes]
    assert told == [
        ("101", "2021-01-01", "2022-01-01", "reworded"),
        ("102", "2021-01-01", "2022-01-01", "dropped"),
        ("102", "2022-01-01", "2023-01-01", "added"),
    ]


NOTE = """\
changes:
  - code: "101"
    from: "2021-01-01"
    to: "2022-01-01"
    old: Dock is busy
    new: Dock is shut
    kind: meaning-changed
    why: A busy dock is free again soon, a shut one is not.
"""
REASON = NOTE.rstrip().rpartition("why: ")[2]
DOCUMENTS = ("| 101 | Dock is busy |\n| 102 | A |\n", "| 101 | Dock is shut |\n| 102 | A |\n")


def test_a_person_overrules(tmp_path: Path) -> None:
    """A note stands above the computed kind, and says why."""
    (change,) = _review(tmp_path, *DOCUMENTS, notes=NOTE).changes
    assert (change.computed, change.kind) == ("reworded", "meaning-changed")
    assert change.note
    assert change.note.why == REASON


@pytest.mark.parametrize("kind", ["reworded", "formatting-only"])
def test_a_kind_that_says_it_all(tmp_path: Path, kind: str) -> None:
    """A person who has nothing to add to the kind leaves the reason out; it counts as read."""
    note = NOTE.replace(f"    why: {REASON}\n", "").replace("meaning-changed", kind)
    found = _review(tmp_path, *DOCUMENTS, notes=note)
    (change,) = found.changes
    assert change.note
    assert (change.kind, change.note.why, found.unreviewed) == (kind, None, ())


@pytest.mark.parametrize("after", ["Dock is busy", "Dock is<br>busy"])
def test_a_change_of_line_breaks(tmp_path: Path, after: str) -> None:
    """A change of line breaks alone is told, counts as read, and asks for no note."""
    found = _review(tmp_path, "| 101 | Dock<br>is busy |\n", f"| 101 | {after} |\n")
    (change,) = found.changes
    assert (change.kind, change.reviewed, found.unreviewed) == ("formatting-only", True, ())


# what is replaced in the note, by what -> line, what is said
STALE = {
    "a code that is not": ('"101"', '"999"', 2, 'no document lists the code "999"'),
    "an old text that is not": ("old: Dock is busy", "old: Dock is full", 2, "does not say"),
    "a new text that is not": ("new: Dock is shut", "new: Dock is gone", 2, "does not say"),
    "an unknown revision": ('"2022-01-01"', '"2022-01-02"', 2, "is not the revision after"),
    "an unknown kind": ("meaning-changed", "better", 7, '"better" is not allowed here'),
    "no reason": (REASON, '""', 8, "is not allowed here"),
    "twice": (NOTE, NOTE + NOTE.removeprefix("changes:\n"), 9, "there are two notes"),
    "no change of a text": ("meaning-changed", "dropped", 7, '"dropped" is no change of a text'),
    "no text": ("old: Dock is busy", "old: []", 5, "old"),
    "no why": (f"    why: {REASON}\n", "", 2, 'changes.0: "meaning-changed" needs a `why`'),
    "an unknown key": ("kind:", "sort: x\n    kind:", 7, 'unknown key "sort"'),
}


@pytest.mark.parametrize("case", STALE)
def test_stale_notes(tmp_path: Path, case: str, as_before: Callable[[str], None]) -> None:
    """A note that the documents do not bear out stops everything, with its line."""
    what, by, line, says = STALE[case]
    with pytest.raises(ProblemsError) as error:
        _review(tmp_path, *DOCUMENTS, notes=NOTE.replace(what, by))
    assert str(error.value).startswith(f"data/orbit/notes.yml:{line}: ")
    assert says in str(error.value)
    as_before(str(error.value))


def test_note_on_no_change(tmp_path: Path, as_before: Callable[[str], None]) -> None:
    """A note on a text that stayed as it was stops everything."""
    note = NOTE.replace("101", "102").replace("Dock is busy", "A").replace("Dock is shut", "A")
    with pytest.raises(ProblemsError) as error:
        _review(tmp_path, *DOCUMENTS, notes=note)
    as_before(str(error.value))


@pytest.mark.parametrize(
    ("names", "texts", "kind"),
    [
        (("CRANE_UNKNOWN", "FERRY_CLOSED"), "The ferry has been closed.", Kind.REASSIGNED),
        (("CRANE_UNKNOWN", "CRANE_UNKNOWN"), "The ferry has been closed.", Kind.REWORDED),
        (("", "FERRY_CLOSED"), "The ferry has been closed.", Kind.REWORDED),
        (("CRANE_UNKNOWN", "CRANE_CLOSED"), "The ferry has been closed.", Kind.REWORDED),
        (("CRANE_UNKNOWN", "FERRY_CLOSED"), "No such crane was found.", Kind.REWORDED),
        (("USER_UNKNOWN", "NO_SUCH_ACCOUNT"), "The ferry has been closed.", Kind.REWORDED),
    ],
)
def test_a_name_of_another_thing(names: tuple[str, str], texts: str, kind: Kind) -> None:
    """A name and a text that both name another thing than before are another meaning together."""
    said = ("The crane does not exist.", texts)
    old, new = (
        Row("101", text, {}, "api", "x.md", 1, named={"name": name} if name else {})
        for name, text in zip(names, said, strict=True)
    )
    assert classify.classify((old,), (new,), Language(frozenset())) is kind
    assert classify.classify((new,), (old,), Language(frozenset())) is kind
