"""The kinds of changes between two revisions of a document: the one table of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Kind(StrEnum):
    """A kind of change; in the order of what it breaks in a client's code, typos last.

    Attributes:
        label: what a list of such changes is headed with.
        breaks: whether it makes a client wrong that was written against the earlier revision.
        badge: whether an entry says so beside its code.
        keeps: whether it leaves what the code means as it was; of words that only a program has
            compared, `Change.keeps` tells more.
        state: how the picture of all codes shows it.
        explained: a sentence for readers, where the label does not say it all.
    """

    label: str
    breaks: bool
    badge: bool
    keeps: bool
    state: str
    explained: str

    def __new__(  # noqa: D102, PLR0913, PLR0917 - a line of the table below
        cls,
        name: str,
        label: str,
        breaks: int,
        badge: int,
        keeps: int,
        state: str,
        explained: str = "",
    ) -> Self:
        kind = str.__new__(cls, name)
        kind._value_ = name
        kind.label, kind.state, kind.explained = label, state, explained
        kind.breaks, kind.badge, kind.keeps = bool(breaks), bool(badge), bool(keeps)
        return kind

    #                   name               label        breaks badge keeps state
    REASSIGNED = (
        *("reassigned", "Re-assigned", 1, 1, 0, "meaning"),
        "The code means something else now; do not trust what you knew of it.",
    )
    RENUMBERED = (
        *("renumbered", "Renumbered", 1, 1, 0, "meaning"),
        "Its text moved to another code, or came from one.",
    )
    MEANING_CHANGED = ("meaning-changed", "Meaning changed", 1, 1, 0, "meaning")
    LIMIT_CHANGED = ("limit-changed", "Limit changed", 1, 1, 0, "meaning")
    ROWS_CHANGED = ("rows-changed", "Meaning added or lost", 1, 0, 0, "meaning")
    DROPPED = ("dropped", "Dropped", 0, 0, 0, "dropped")
    ADDED = ("added", "Added", 0, 0, 0, "added")
    REWORDED = (
        *("reworded", "Reworded", 0, 0, 1, "reworded"),
        "Said in other words; where somebody has read both, the condition is the same.",
    )
    TYPO_INTRODUCED = ("typo-introduced", "Typo introduced", 0, 0, 1, "reworded")
    TYPO_FIXED = ("typo-fixed", "Typo fixed", 0, 0, 1, "reworded")
    FORMATTING_ONLY = (
        *("formatting-only", "Formatting only", 0, 0, 1, "formatting"),
        "White space, case and punctuation; the words are the same.",
    )
