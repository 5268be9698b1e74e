"""Entries: what is said of a code, decided once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.publish.entry import MOST_ELSEWHERE, entry_of
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.publish.entry import Entry


def _entry(golden: Atlas, address: str) -> Entry:
    code = golden.code_at(address)
    assert code
    return entry_of(golden, code)


# other code -> what is said of it on the page of the first one
LOOK_ALIKES = {
    ("orbit/101/", "orbit/-101/"): "with the minus, the same meaning. Both are about the dock.",
    ("orbit/-101/", "orbit/101/"): "without the minus, the same meaning. Both are about the dock.",
    ("orbit/101/", "harbour/101/"): "another provider",
    ("harbour/101/", "orbit/-101/"): "another provider, with the minus",
    ("orbit/101/", "orbit/mail.101/"): "Mail states",
    ("orbit/mail.101/", "orbit/-101/"): "with the minus, Error codes",
    ("orbit/201/", "orbit/-201/"): "with the minus, Error codes, another condition",
    ("orbit/-301/", "orbit/301/"): "without the minus, dropped",
}


@pytest.mark.parametrize("pair", LOOK_ALIKES)
def test_look_alikes(golden: Atlas, pair: tuple[str, str]) -> None:
    """A code with the same digits is told apart by sign, code set, provider and meaning."""
    shown, other = pair
    found = {one.code.url: one for one in _entry(golden, shown).look_alikes}
    assert found[other].says == LOOK_ALIKES[pair]
    assert found[other].own == (shown.split("/")[0] == other.split("/")[0])
    assert found[other].meanings == " / ".join(found[other].code.messages)


def test_what_to_tell_a_user(golden: Atlas) -> None:
    """A user is told what the code means; of one that can mean several things, none of them."""
    assert _entry(golden, "orbit/102/").verdict.for_user == "Please wait."
    assert _entry(golden, "orbit/103/").verdict.for_user == "Please choose another dock."
    assert (
        _entry(golden, "orbit/108/").verdict.for_user
        == "We could not complete this. Please check before you try again."
    )


def test_condition(golden: Atlas) -> None:
    """An entry has one condition; of several current meanings each has its own beside it."""
    entry = _entry(golden, "orbit/104/")
    assert entry.condition.id == "lost"
    assert [(one.text, one.verdict.condition.id) for one in entry.meanings] == [
        ("Wrong tariff", "no-dock"),
        ("The tariff(old) ends\ntoday", "lost"),
    ]
    # What the code meant once is told with its revision, not beside its condition.
    assert _entry(golden, "orbit/101/").meanings == ()
    assert [one.verdict.condition.id for one in _entry(golden, "orbit/101/").said] == [
        "busy",
        "busy",
        "shut",
    ]
    assert _entry(golden, "orbit/105/").doubt == "The dock may be longer than it seems."
    assert entry.doubt is None


def test_what_it_maps_to(golden: Atlas) -> None:
    """RPC and HTTP have a name for a code that means one thing; of several nobody picks one."""
    assert _entry(golden, "orbit/103/").maps_to == "NOT_FOUND, HTTP 404"
    assert _entry(golden, "orbit/104/").maps_to == ""  # two texts of one document
    assert _entry(golden, "orbit/108/").maps_to == ""  # a later page says another thing


def test_elsewhere(golden: Atlas) -> None:
    """Of the codes of other providers with the same condition some are named, and all counted."""
    entry = _entry(golden, "orbit/102/")
    assert [code.url for code in entry.elsewhere] == [f"harbour/{one}/" for one in range(1, 4)]
    assert len(entry.elsewhere) == MOST_ELSEWHERE
    assert entry.same == len(golden.conditions.codes[entry.condition.id])
    assert {code.url for code in _entry(golden, "harbour/1/").elsewhere} == {
        "orbit/102/",
        "orbit/108/",
        "orbit/301/",
    }


def test_lives(golden: Atlas) -> None:
    """Each revision has its rows and what changed since the one before, newest first."""
    lives = _entry(golden, "orbit/106/").lives
    assert [
        (one.revision.id, len(one.rows), [step.change.kind for step in one.steps]) for one in lives
    ] == [
        ("2023-01-01", 1, ["added"]),
        ("2022-01-01", 0, ["dropped"]),
        ("2021-01-01", 1, []),
    ]
    assert [one.is_newest_held for one in lives] == [True, False, False]


def test_the_rest(golden: Atlas) -> None:
    """An entry knows its place, its state, its neighbours, its document and its twin."""
    entry = _entry(golden, "orbit/mail.101/")
    assert entry.place == ("Orbit Docks", "Mail states")
    assert _entry(golden, "orbit/111/").place == ("Orbit Docks", "Error codes")
    assert _entry(golden, "orbit/102/").place == ("Orbit Docks", "Error codes", "Docks")
    assert entry.state == "As of 2023-01-01."
    assert entry.document == "sources/orbit/2023-01-01.txt"
    assert _entry(golden, "orbit/111/").document == "sources/orbit/2021-01-01.txt"
    assert entry.previous
    assert entry.following
    assert (entry.previous.url, entry.following.url) == ("orbit/e9/", "orbit/mail.105/")
    assert entry.twins is None
    assert entry.twins_say == ""
    assert _entry(golden, "orbit/-101/").twins is golden.reviews["orbit"].twins[0]
    assert entry.report.splitlines()[:1] == ["What is wrong:"]
    assert "Entry: Orbit 101: Mail was lost" in entry.report


def test_twins(golden: Atlas, tmp_path: Path) -> None:
    """Of a pair is said what a person says, else whether the atlas gives both one condition."""
    assert _entry(golden, "orbit/101/").twins_say == "They mean the same. Both are about the dock."
    assert _entry(golden, "orbit/201/").twins_say == ("Two codes with different conditions.")
    whole = invented.atlas(tmp_path)
    (code,) = (one for one in whole.codes if one.code == "-101")
    entry = entry_of(whole, code)
    assert entry.twins_say == "Two codes with the same condition."
    assert [one.says for one in entry.look_alikes] == ["without the minus, the same condition"]
    assert [one.meanings for one in entry.look_alikes] == ["Dock is busy"]
