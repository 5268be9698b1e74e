"""Kinds of changes: one table, in the order of what they break."""

from __future__ import annotations

from macros.kinds import Kind
from macros.publish.html.picture import STATES


def test_order() -> None:
    """What breaks clients stands first, and what only a reader of the words sees stands last."""
    breaks = [kind.breaks for kind in Kind]
    assert breaks == sorted(breaks, reverse=True)
    assert [kind for kind in Kind if kind.breaks] == [
        Kind.REASSIGNED,
        Kind.RENUMBERED,
        Kind.MEANING_CHANGED,
        Kind.LIMIT_CHANGED,
        Kind.ROWS_CHANGED,
    ]
    assert list(Kind)[-1] is Kind.FORMATTING_ONLY


def test_what_each_says() -> None:
    """Each kind is a name for programs and a label for people; the picture has a state for it."""
    assert Kind.TYPO_FIXED.value == "typo-fixed"
    assert f"{Kind.TYPO_FIXED}: {Kind.TYPO_FIXED.label}" == "typo-fixed: Typo fixed"
    assert len({kind.label for kind in Kind}) == len(Kind)
    assert {kind.state for kind in Kind} == set(STATES) - {*("gone", "discrepancy", "unchanged")}
    assert {kind for kind in Kind if kind.badge} == {
        *(Kind.REASSIGNED, Kind.RENUMBERED, Kind.MEANING_CHANGED, Kind.LIMIT_CHANGED)
    }
    assert {kind for kind in Kind if kind.keeps} == {
        *(Kind.REWORDED, Kind.TYPO_INTRODUCED, Kind.TYPO_FIXED, Kind.FORMATTING_ONLY)
    }
    assert Kind.FORMATTING_ONLY.explained
