"""Whether two texts name nothing in common: measured on invented pairs, and case by case."""

from __future__ import annotations

import pytest

from macros.review.likeness import CERTAIN, TELLING, apart, turned
from tests.review.rewritten import NOTHING_SHARED, OTHER, SAME

LEAST_FOUND = 0.9  # of the texts of another thing, where others are apart beside them
LEAST_CERTAIN = 0.4  # of them, alone
MOST_WRONG = 2  # of the texts that no program can tell, alone


def test_measured() -> None:
    """No text in other words is taken for one of another thing; nine of ten of these are found."""
    assert [pair for pair in SAME if apart(*pair)] == []
    found = [apart(*pair) for pair in OTHER]
    assert sum(map(bool, found)) >= LEAST_FOUND * len(OTHER)
    assert sum(count >= CERTAIN for count in found) >= LEAST_CERTAIN * len(OTHER)
    wrong = [pair for pair in NOTHING_SHARED if apart(*pair) >= CERTAIN]
    assert len(wrong) <= MOST_WRONG, wrong


@pytest.mark.parametrize(("one", "other"), [*SAME, *NOTHING_SHARED, *OTHER])
def test_either_way(one: str, other: str) -> None:
    """What is told of two texts does not depend on which came first."""
    assert apart(one, other) == apart(other, one)
    assert apart(one, one) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Captain unknown", "Tide table of the coast: captian"),  # misspelt
        ("Admin of the tug", "Administrator, please: crane"),  # begun
        ("Bad tmpl in dock", "The template of the crane"),  # short for it
        ("Bad crewList", "A list of the harbour"),  # a part of an identifier
        ("Unknown error", "The crane of the northern harbour is broken"),  # names nothing
        ("Crane missing", "No lighthouse keeper was found"),  # finds the same wrong
        ("Broken JSON of the crane", "Wrong data format sent"),  # one thing, as the field says it
        ("Dock", "Crane"),  # two words tell nothing
        ("Crane is broken today", "기중기가 고장났습니다"),  # a translation
    ],
)
def test_doubts(one: str, other: str) -> None:
    """What may be one word, and what says too little, counts for one thing."""
    assert apart(one, other) == 0


def test_counted() -> None:
    """The words that say what the texts are about are counted, once each and on both sides."""
    assert apart("The crane is broken", "Ferry, ferries") == TELLING
    assert apart("Crane of the dock broken", "Ferry ticket sold") >= CERTAIN


def test_terms() -> None:
    """A thing of several names is one thing, in the provider's own words."""
    pair = ("Harbour Friend waits outside", "Captain profile rests ashore")
    assert apart(*pair)
    assert apart(*pair, [["captain profile", "harbour friend"]]) == 0
    assert apart(*pair, [["captain profile", "friend of a harbour"]])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ships are allowed", "Ships are not allowed", True),
        ("Ships are not allowed", "Ships aren't allowed", False),
        ("Up to 3 ships", "Up to 4 ships", True),
        ("Before the trip", "After the trip", True),
        ("The name is long", "The name was long", False),
    ],
)
def test_turned(one: str, other: str, *, expected: bool) -> None:
    """A number, a "not" and an opposite turn a text round; other words do not."""
    assert turned(one, other) is expected
    assert turned(other, one) is expected
