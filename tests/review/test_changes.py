"""Revisions compared: the counts of the real documents, and each kind of change."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalog import load as catalog
from macros.catalog.model import Row
from macros.errors import ProblemsError
from macros.review import changes as revisions
from macros.review import load as review
from macros.review.discrepancies import Checked
from macros.review.language import Language
from tests import invented

PROJECT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def reviews() -> dict[str, review.Review]:
    """Return the reviews of the real documents."""
    return review.load(PROJECT / "data", catalog.load(PROJECT / "data"))


# provider and code set -> added, dropped, changed texts
COUNTS = {
    ("wechat", "api"): (44, 1, 6),
    ("kakaotalk", "api"): (144, 9, 60),
    ("kakaotalk", "delivery"): (16, 1, 19),
    ("fresns", "api"): (0, 0, 0),
}


@pytest.mark.parametrize("counted", COUNTS)
def test_counts(reviews: dict[str, review.Review], counted: tuple[str, str]) -> None:
    """What was added, dropped and changed between the real documents is counted right."""
    provider, code_set = counted
    changes = [one for one in reviews[provider].changes if one.code.code_set.id == code_set]
    kinds = Counter(one.computed for one in changes)
    of_text = sum(one.of_text for one in changes)
    assert (kinds["added"], kinds["dropped"], of_text) == COUNTS[counted]


def test_formatting(reviews: dict[str, review.Review]) -> None:
    """16 of the 19 changed delivery texts are formatting alone; a line break is white space."""
    delivery = [one for one in reviews["kakaotalk"].changes if one.code.code_set.id == "delivery"]
    assert sum(one.computed == "formatting-only" for one in delivery) == 16
    assert {one.code.code for one in delivery if one.of_text and one.kind != "formatting-only"} == {
        "3014",
        "3040",
        "3050",
    }


def test_every_change_is_reviewed(reviews: dict[str, review.Review]) -> None:
    """No text that changed between the real documents is left to the computed guess."""
    assert [one.code.name for each in reviews.values() for one in each.unreviewed] == []


def test_examples(reviews: dict[str, review.Review]) -> None:
    """The changes that break clients, and the mistakes that came in, are what they are."""
    kinds = {one.code.name: one.kind for each in reviews.values() for one in each.changes}
    assert kinds["KakaoTalk 3014"] == "meaning-changed"
    assert kinds["KakaoTalk -2019"] == "limit-changed"
    assert kinds["KakaoTalk 3050"] == "rows-changed"
    assert kinds["WeChat 46002"] == "typo-introduced"
    assert kinds["WeChat 61501"] == "dropped"


def test_twins(reviews: dict[str, review.Review]) -> None:
    """63 pairs of KakaoTalk's codes differ in sign alone, 59 of them current."""
    twins = reviews["kakaotalk"].twins
    assert (len(twins), sum(one.current for one in twins)) == (63, 59)
    assert all(f"-{one.unsigned.code}" == one.signed.code for one in twins)
    assert not reviews["wechat"].twins


def test_findings(reviews: dict[str, review.Review]) -> None:
    """What is known to be wrong in the real documents is found."""
    found = {
        (code.name, one.rule.name)
        for each in reviews.values()
        for one in each.findings
        for code in one.codes
    }
    assert found >= {
        ("KakaoTalk 3050", "duplicate-code"),
        ("WeChat 46002", "grammar"),
        ("KakaoTalk -2019", "grammar"),
        ("KakaoTalk -3009", "grammar"),
        ("KakaoTalk -3048", "grammar"),
        ("KakaoTalk 1033", "markup-residue"),
        ("KakaoTalk 1033", "spelling"),
        ("WeChat 61454", "spelling"),
        ("KakaoTalk -2502", "punctuation"),
        ("KakaoTalk -8002", "punctuation"),
        ("KakaoTalk 1004", "punctuation"),
        ("WeChat 40017", "shared-message"),
        ("KakaoTalk -1004", "mixed-terms"),
    }


HEAD = "| Code | Meaning |\n|---|---|\n"


def _review(folder: Path, *documents: str, notes: str = "", glossary: str = "") -> review.Review:
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
        ("This dock doesn't exist", "This dock doesn not exist", "typo-introduced"),
        ("This dock doesn not exist", "This dock doesn't exist", "typo-fixed"),
        ("Dock is busy", "No free place", "reworded"),
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
def test_mirror(
    reviews: dict[str, review.Review], old: tuple[Row, ...], new: tuple[Row, ...]
) -> None:
    """Comparing A with B mirrors comparing B with A."""
    document = Checked(reviews["wechat"].catalog.provider, (), Language(frozenset()))
    kind = revisions.classify(old, new, document)
    assert revisions.classify(new, old, document) == MIRRORED.get(kind, kind)


def test_the_same_document_twice(tmp_path: Path) -> None:
    """Comparing a document with itself finds nothing."""
    assert not _review(tmp_path, "| 101 | A |\n| 101 | B |\n", "| 101 | A |\n| 101 | B |\n").changes


def test_rows(tmp_path: Path) -> None:
    """One row that became two is told apart from other words, whatever they say."""
    (change,) = _review(tmp_path, "| 101 | A |\n", "| 101 | A |\n| 101 | B |\n").changes
    assert change.kind == "rows-changed"


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
    assert change.note.why.startswith("A busy dock")


# what is replaced in the note, by what -> line, what is said
STALE = {
    "a code that is not": ('"101"', '"999"', 2, 'no document lists the code "999"'),
    "an old text that is not": ("old: Dock is busy", "old: Dock is full", 2, "does not say"),
    "a new text that is not": ("new: Dock is shut", "new: Dock is gone", 2, "does not say"),
    "an unknown revision": ('"2022-01-01"', '"2022-01-02"', 2, "is not the revision after"),
    "an unknown kind": ("meaning-changed", "better", 7, '"better" is not allowed here'),
    "no reason": (REASON, '""', 8, "is not allowed here"),
    "twice": (NOTE, NOTE + NOTE.removeprefix("changes:\n"), 9, "there are two notes"),
    "an unknown key": ("kind:", "sort: x\n    kind:", 7, 'unknown key "sort"'),
}


@pytest.mark.parametrize("case", STALE)
def test_stale_notes(tmp_path: Path, case: str) -> None:
    """A note that the documents do not bear out stops everything, with its line."""
    what, by, line, says = STALE[case]
    with pytest.raises(ProblemsError) as error:
        _review(tmp_path, *DOCUMENTS, notes=NOTE.replace(what, by))
    assert str(error.value).startswith(f"data/orbit/notes.yml:{line}: ")
    assert says in str(error.value)


def test_note_on_no_change(tmp_path: Path) -> None:
    """A note on a text that stayed as it was stops everything."""
    note = NOTE.replace("101", "102").replace("Dock is busy", "A").replace("Dock is shut", "A")
    with pytest.raises(ProblemsError, match=r'notes.yml:2: the text of "102" did not change'):
        _review(tmp_path, *DOCUMENTS, notes=note)


ACCEPTED = """\
accepted:
  - rule: grammar
    code: "101"
    text: Dock not exist
    why: It is the ship's own word.
"""


def test_accepted(tmp_path: Path) -> None:
    """What a person accepts is no finding; an acceptance that nothing needs is a problem."""
    document = "| 101 | Dock not exist |\n"
    assert len(_review(tmp_path / "a", document).findings) == 1
    assert not _review(tmp_path / "b", document, notes=ACCEPTED).findings
    with pytest.raises(ProblemsError, match=r'notes.yml:2: the rule "grammar" finds nothing'):
        _review(tmp_path / "c", "| 101 | Dock does not exist |\n", notes=ACCEPTED)
    with pytest.raises(ProblemsError, match=r'notes.yml:2: there is no "101" with and without'):
        _review(tmp_path / "d", document, notes='twins:\n  - code: "101"\n    why: Both.\n')


def test_glossary(tmp_path: Path) -> None:
    """A word of the glossary is right, and has to be used."""
    document = "| 101 | Dockx is busy |\n"
    assert [one.rule.name for one in _review(tmp_path / "a", document).findings] == ["spelling"]
    assert not _review(tmp_path / "b", document, glossary="# ours\ndockx\n").findings
    with pytest.raises(ProblemsError, match=r'glossary.txt:2: no document uses the word "berthx"'):
        _review(tmp_path / "c", document, glossary="dockx\nberthx\n")


def test_one_finding_for_several_revisions(tmp_path: Path) -> None:
    """The same mistake in two revisions is one finding that names both."""
    found = _review(tmp_path, "| 101 | Not exist |\n", "| 101 | Not exist |\n| 102 | A |\n")
    (finding,) = found.findings
    assert [one.id for one in finding.revisions] == ["2021-01-01", "2022-01-01"]
    assert finding.current
