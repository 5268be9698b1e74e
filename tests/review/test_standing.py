"""A verdict belongs to a text: where the text changes, it counts no more until somebody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros import atlas
from macros.errors import ProblemsError
from tests import invented, tongues

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas

HEAD = "| Code | Meaning |\n|---|---|\n| 0 | Docked |\n"
NOTE = """\
changes:
  - code: "101"
    from: "2021-01-01"
    to: "2022-01-01"
    old: Dock is busy
    new: NEW
    kind: KIND
    why: So.
"""


def _atlas(
    folder: Path,
    *texts: str | None,
    entry: str = "busy",
    reviewed: str = "2021-01-01",
    notes: str = "{}",
) -> Atlas:
    """Return the atlas of revisions that say these texts of 101, with an entry for it."""
    rows = [f"| 101 | {text} |\n" if text else "" for text in texts]
    data = invented.write(folder, *(HEAD + row for row in rows))
    path = data / "conditions.yml"
    written = path.read_text("utf-8").replace('"101": busy', f'"101": {entry}')
    newest = f'orbit: "{2020 + len(texts)}-01-01"'
    assert newest in written
    path.write_text(written.replace(newest, f'orbit: "{reviewed}"'), encoding="utf-8")
    (data / "orbit" / "notes.yml").write_text(notes, encoding="utf-8")
    return atlas.load(data)


def _holds(held: Atlas) -> bool:
    return "orbit/101/" not in held.conditions.unreviewed


def _meant(held: Atlas) -> list[str]:
    """Return the conditions of what each revision says of 101."""
    code = held.code_at("orbit/101/")
    assert code
    return [
        held.conditions.said(code, one.revision, row.message).condition.id
        for one in code.listings
        for row in one.rows
    ]


SAME = ["Dock is busy", "Dock is  busy", "dock is busy.", "“Dock” is busy!", "Dock<br>is busy"]
SAME += ["Dock is busy |\n| 101 | Dock is busy"]  # as in two lists
OTHER = [
    "Dock is free",
    "Dock is not busy",
    "Dock is busy 5",
    "Dock is busy < 5",
    "Docks are busy",
    "부두가 사용 중",
]


@pytest.mark.parametrize("text", SAME)
def test_formatting(tmp_path: Path, text: str) -> None:
    """White space, case and punctuation do not end what was chosen."""
    held = _atlas(tmp_path, "Dock is busy", text)
    code = held.code_at("orbit/101/")
    assert code
    assert _holds(held)
    assert held.conditions.verdict(code).retry == "later-with-backoff"


def test_came_back(tmp_path: Path) -> None:
    """A text that went and came back is the one that was classified; what was between is not."""
    held = _atlas(tmp_path, "Dock is busy", "Dock is bvsy", "Dock is busy.")
    assert _holds(held)
    assert _meant(held) == ["busy", "unreviewed", "busy"]
    held = _atlas(tmp_path / "later", "Dock is busy", None, "Dock is bvsy", reviewed="2022-01-01")
    assert not _holds(held)


@pytest.mark.parametrize("text", OTHER)
def test_other_words(tmp_path: Path, text: str) -> None:
    """Other words, numbers and signs of mathematics do, and nothing is repeated by a program."""
    held = _atlas(tmp_path, "Dock is busy", text)
    code = held.code_at("orbit/101/")
    assert code
    standing = held.conditions.unreviewed["orbit/101/"]
    assert standing.entry
    assert standing.earlier
    assert (standing.entry.condition, standing.earlier.said) == ("busy", ("Dock is busy",))
    assert standing.verdict
    assert standing.verdict.retry == "later-with-backoff"
    assert held.condition_of(code).id == "unreviewed"
    assert held.conditions.verdict(code).retry == "check-first"
    # The earlier text means what it meant.
    assert _meant(held) == ["busy", "unreviewed"]
    assert [one.url for one in held.conditions.codes["busy"]] == ["orbit/0/"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("Depth < 5", "Depth > 5"), ("Depth -5", "Depth 5"), ("5% deep", "5 deep")],
)
def test_signs(tmp_path: Path, before: str, after: str) -> None:
    """A sign that turns a number around is no punctuation."""
    assert not _holds(_atlas(tmp_path, before, after))


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        ("reworded", True),
        ("typo-fixed", True),
        ("typo-introduced", True),
        ("formatting-only", True),
        ("meaning-changed", False),
        ("limit-changed", False),
        ("rows-changed", False),
    ],
)
def test_noted(tmp_path: Path, kind: str, *, holds: bool) -> None:
    """Who notes that a text says the same in other words has confirmed what was chosen for it."""
    notes = NOTE.replace("NEW", "Dock is taken").replace("KIND", kind)
    assert _holds(_atlas(tmp_path, "Dock is busy", "Dock is taken", notes=notes)) is holds


def test_every_step_counts(tmp_path: Path) -> None:
    """One step of several that nobody has read is enough."""
    notes = NOTE.replace("NEW", "Dock is taken").replace("KIND", "reworded")
    texts = ("Dock is busy", "Dock is taken")
    assert _holds(_atlas(tmp_path / "a", *texts, "Dock is TAKEN", notes=notes))
    assert not _holds(_atlas(tmp_path / "b", *texts, "Dock is lost", notes=notes))


def test_confirmed(tmp_path: Path) -> None:
    """One key confirms: the code's own revision stands above the provider's."""
    texts = ("Dock is busy", "Dock is lost", "Dock is lost!")
    confirmed = '{condition: busy, as_of: "2022-01-01"}'
    assert _holds(_atlas(tmp_path / "a", *texts, entry=confirmed))
    assert _holds(_atlas(tmp_path / "b", *texts, reviewed="2022-01-01"))
    old = '{condition: busy, as_of: "2021-01-01"}'
    assert not _holds(_atlas(tmp_path / "c", *texts, entry=old, reviewed="2022-01-01"))


def test_nothing_named(tmp_path: Path) -> None:
    """Where no revision is named as reviewed, what was chosen was chosen for the first one."""
    texts = "Dock is busy", "Dock is closed", "Dock is closed"
    _atlas(tmp_path, *texts)
    [path] = tmp_path.rglob("conditions.yml")
    written = path.read_text("utf-8")
    assert 'reviewed:\n  orbit: "2021-01-01"\n' in written
    path.write_text(written.replace('reviewed:\n  orbit: "2021-01-01"\n', ""), "utf-8")
    assert _meant(atlas.load(path.parent)) == ["busy", "unreviewed", "unreviewed"]


def test_dropped_and_back(tmp_path: Path) -> None:
    """A code that was gone for a while keeps what was chosen for it if it says the same again."""
    assert _holds(_atlas(tmp_path / "a", "Dock is busy", None))
    assert _holds(_atlas(tmp_path / "b", "Dock is busy", None, reviewed="2022-01-01"))
    assert _holds(_atlas(tmp_path / "c", "Dock is busy", None, "dock is busy"))
    assert not _holds(_atlas(tmp_path / "d", "Dock is busy", None, "Dock is lost"))


def test_new(tmp_path: Path) -> None:
    """What a document lists later than was reviewed has its own `as_of`, or nothing holds."""
    assert not _holds(_atlas(tmp_path / "a", None, "Dock is busy"))
    assert _holds(_atlas(tmp_path / "b", None, "Dock is busy", reviewed="2022-01-01"))
    own = '{condition: busy, as_of: "2022-01-01"}'
    assert _holds(_atlas(tmp_path / "c", None, "Dock is busy", entry=own))
    held = _atlas(tmp_path / "d", None, "Dock is busy", entry="unreviewed", reviewed="2022-01-01")
    standing = held.conditions.unreviewed["orbit/101/"]
    assert (standing.entry, standing.verdict, standing.earlier) == (None, None, None)


def test_bad(tmp_path: Path) -> None:
    """A revision that does not exist, or does not list the code, is named with its line."""
    own = '{condition: busy, as_of: "2021-01-01"}'
    with pytest.raises(ProblemsError, match=r'yml:32: no revision "2021-01-01" lists Orbit 101'):
        _atlas(tmp_path / "a", None, "Dock is busy", entry=own)
    with pytest.raises(ProblemsError, match=r'yml:28: orbit has no revision "2020-01-01"'):
        _atlas(tmp_path / "b", "Dock is busy", reviewed="2020-01-01")


def test_a_retracted_revision_between(tmp_path: Path) -> None:
    """What a retracted revision said between two that mean the same unsettles nothing."""
    held = _atlas(tmp_path / "a", "Dock is busy", "Dock is free", "Dock is taken")
    assert not _holds(held)
    note = NOTE.replace("NEW", "Dock is taken").replace("KIND", "reworded")
    data = tmp_path / "a" / "data"
    path = data / "orbit" / "provider.yml"
    head = '  - id: "2022-01-01"\n'
    text = path.read_text("utf-8").replace(head, f"{head}    retracted: It was taken back.\n")
    path.write_text(text, "utf-8")
    assert not _holds(atlas.load(data))
    note = note.replace('to: "2022', 'to: "2023')
    (data / "orbit" / "notes.yml").write_text(note, encoding="utf-8")
    assert _holds(atlas.load(data))


@pytest.mark.parametrize(
    ("later", "holds"),
    [
        ({"en": "Dock is busy", "ko": "부두 사용 중"}, True),
        ({"ko": "부두 사용 중.", "en": "Dock is taken"}, False),
        ({"en": "Dock is busy!", "ko": "부두 폐쇄"}, False),
        ({"ko": "부두 사용 중"}, True),
        ({"zh": "码头正忙"}, False),
        ({"zh": "码头正忙", "ko": "부두 사용 중"}, True),
    ],
)
def test_languages(tmp_path: Path, later: dict[str, str], *, holds: bool) -> None:
    """A verdict holds as long as no language says something else, and one says the same."""
    before = [tongues.Text({"101": "Dock is busy"}), tongues.Text({"101": "부두 사용 중"}, "ko")]
    after = [tongues.Text({"101": text}, tag) for tag, text in later.items()]
    states = [tongues.State("2021-01-01", before), tongues.State("2022-01-01", after)]
    data = tongues.write(tmp_path, states)
    path = data / "conditions.yml"
    text = path.read_text("utf-8")
    assert 'orbit: "2022-01-01"' in text
    path.write_text(text.replace('orbit: "2022-01-01"', 'orbit: "2021-01-01"'), encoding="utf-8")
    assert _holds(atlas.load(data)) is holds


def test_history_is_not_rewritten(tmp_path: Path) -> None:
    """What is chosen for a new text says nothing of earlier ones, unless a person linked them."""
    texts = ("Dock is busy", "Dock is taken", "Dock is lost")
    own = '{condition: busy, as_of: "2023-01-01"}'
    assert _meant(_atlas(tmp_path / "a", *texts, entry=own)) == ["unreviewed"] * 2 + ["busy"]
    linked = NOTE.replace("NEW", "Dock is taken").replace("KIND", "reworded")
    # Chosen for the second: the first says the same, the third does not.
    held = _atlas(tmp_path / "b", *texts, reviewed="2022-01-01", notes=linked)
    assert _meant(held) == ["busy", "busy", "unreviewed"]
    held = _atlas(tmp_path / "c", *texts, reviewed="2021-01-01", notes=linked)
    assert _meant(held) == ["busy", "busy", "unreviewed"]
    counted = linked.replace("kind: reworded", "kind: limit-changed")
    held = _atlas(tmp_path / "d", *texts, reviewed="2022-01-01", notes=counted)
    assert _meant(held) == ["busy", "busy", "unreviewed"]
    held = _atlas(tmp_path / "e", *texts, reviewed="2021-01-01", notes=counted)
    assert _meant(held) == ["busy", "unreviewed", "unreviewed"]


def test_earlier_texts_keep_all_that_was_chosen(tmp_path: Path) -> None:
    """The verdict of a single code stays with the text that it was for."""
    own = "{condition: busy, retry: check-first, do: Look.}"
    held = _atlas(tmp_path, "Dock is busy", "Dock is lost", entry=own)
    code = held.code_at("orbit/101/")
    assert code
    first = code.listings[0]
    said = held.conditions.said(code, first.revision, "Dock is busy")
    assert (said.condition.id, said.retry, said.says) == ("busy", "check-first", "Look.")


def test_not_readable(tmp_path: Path) -> None:
    """Of a row that nobody can read it is not known whether what was chosen holds."""
    broken = HEAD + "| 101 |\n"
    data = invented.write(tmp_path, HEAD + "| 101 | Dock is busy |\n", broken)
    path = data / "orbit/provider.yml"
    whole, _, last = path.read_text("utf-8").rpartition('          pattern: "-?[0-9]+"\n')
    options = '      ignore: ["101"]\n      unreadable: ["101"]\n'
    path.write_text(f'{whole}          pattern: "-?[0-9]+"\n{options}{last}', encoding="utf-8")
    invented.classify(data)
    held = atlas.load(data)
    assert not _holds(held)
    assert _meant(held) == ["busy"]
