"""The kinds of changes between two revisions of a document: the one table of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

_KEEPING = frozenset({"reworded", "typo-introduced", "typo-fixed", "formatting-only"})


class Kind(StrEnum):
    """A kind of change; in the order of what it breaks in a client's code, typos last.

    Attributes:
        label: what a list of such changes is headed with.
        breaks: whether it makes a client wrong that was written against the earlier revision.
        keeps: whether the code means what it meant, where a person says that it is of this kind.
        badge: whether an entry says so beside its code.
        state: how the picture of all codes shows it; none where the words stay the same.
        explained: a sentence for readers, where the label does not say it all.
    """

    label: str
    breaks: bool
    keeps: bool
    badge: bool
    state: str
    explained: str

    def __new__(  # noqa: D102, PLR0913, PLR0917 - a line of the table below
        cls, name: str, label: str, breaks: int, badge: int, state: str, explained: str = ""
    ) -> Self:
        kind = str.__new__(cls, name)
        kind._value_ = name
        kind.label, kind.state, kind.explained = label, state, explained
        kind.breaks, kind.badge = bool(breaks), bool(badge)
        kind.keeps = name in _KEEPING
        return kind

    #                   name               label              breaks badge state
    MEANING_CHANGED = ("meaning-changed", "Meaning changed", 1, 1, "meaning")
    LIMIT_CHANGED = ("limit-changed", "Limit changed", 1, 1, "meaning")
    ROWS_CHANGED = ("rows-changed", "Rows changed", 1, 0, "meaning")
    DROPPED = ("dropped", "Dropped", 0, 0, "dropped")
    ADDED = ("added", "Added", 0, 0, "added")
    REWORDED = (
        *("reworded", "Reworded", 0, 0, "reworded"),
        "Said in other words; where nothing else is noted, the condition is the same.",
    )
    TYPO_INTRODUCED = ("typo-introduced", "Mistake introduced", 0, 0, "reworded")
    TYPO_FIXED = ("typo-fixed", "Mistake mended", 0, 0, "reworded")
    FORMATTING_ONLY = (
        *("formatting-only", "Formatting only", 0, 0, ""),
        "White space, case and punctuation; the words are the same.",
    )
