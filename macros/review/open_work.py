"""What nobody has looked at yet: reviews, conditions -> open work.

Of each code what is open, the most harmful first, then what most sources ask about. It stops no
build: a document is taken in first, and read in pieces afterwards.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from macros.review.classify import joined
from macros.sources.fields import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.catalog.catalog import Overtaken
    from macros.catalog.model import Code
    from macros.review.changes import Change
    from macros.review.conditions import Conditions, Unreviewed
    from macros.review.model import Review
    from macros.review.moves import Move
    from macros.review.standing import Earlier
    from macros.sources.conditions import Entry, Retry

# By these a program acts on its own, or stops asking.
_TIMED = ("wait", "do", "for_user")  # what an entry says of numbers that messages have, too
_NUMBER = re.compile(r"[0-9]+", re.ASCII)
# A number in digits, and a time that has it in words: `an hour`, `two days`.
_AMOUNT = re.compile(r"[0-9]+|\w+[\s-]+(?:second|minute|hour|day|week|month)s?\b", re.IGNORECASE)
_ACTED_ON: frozenset[Retry] = frozenset(
    {"later-with-backoff", "after-reauthentication", "no-need", "never"}
)
_ALIKE = 50  # of 100: two texts that are less so may be of two things


class Harm(StrEnum):
    """What it costs while it is open, the worst first."""

    CHANGED = "The verdict was chosen for another text"
    NEW = "Nobody has classified the code"
    NOTED = "What is known beyond the document was written beside another text"
    CHANGE = "Nobody has read what changed"
    OVERTAKEN = "The document has overtaken what was observed"


@dataclass(frozen=True, slots=True)
class OpenWork:
    """What is open of one code.

    Attributes:
        code: the code.
        unreviewed: why no condition holds; None where one does.
        outdated: the text beside which the observations were written, where it changed.
        changes: those that nobody has read, oldest first.
        overtaken: what documents have overtaken.
        asked: how many sources speak of the code.
        moved: the move by which its newest text came from another code; None where none did.
        moved_entry: what was chosen for that text there; None where nothing was.
        moved_to: the move by which its earlier text went to another code; None where none did.
    """

    code: Code
    unreviewed: Unreviewed | None
    outdated: Earlier | None
    changes: tuple[Change, ...]
    overtaken: tuple[Overtaken, ...]
    asked: int
    moved: Move | None = None
    moved_entry: Entry | None = None
    moved_to: Move | None = None

    @property
    def harms(self) -> list[Harm]:
        """All that is open, the worst first."""
        changed = self.unreviewed and self.unreviewed.entry
        open_ = {
            Harm.CHANGED: changed,
            Harm.NEW: self.unreviewed and not changed,
            Harm.NOTED: self.outdated,
            Harm.CHANGE: self.changes,
            Harm.OVERTAKEN: self.overtaken,
        }
        return [harm for harm, is_open in open_.items() if is_open]

    @property
    def rank(self) -> tuple[int, bool, bool, bool, int]:
        """Its place among others, the lowest first: what seems to break clients, then the rest.

        Texts with hardly a word in common perhaps do, too, whatever their kind is.
        """
        verdict = self.unreviewed.verdict if self.unreviewed else None
        worst = list(Harm).index(self.harms[0])
        breaks = any(change.kind.breaks for change in self.changes)
        alike = all(_are_alike(change) for change in self.changes)
        acted_on = bool(verdict and verdict.retry in _ACTED_ON)
        return worst, not breaks, alike, not acted_on, -self.asked

    @property
    def line(self) -> str:
        """The line of `conditions.yml` that confirms what was chosen.

        It is empty where nothing was, and where nothing can be confirmed: of a text that nobody can
        read. Where a number in the text changed, so may a wait: it has to be written anew.
        """
        entry = self.unreviewed.entry if self.unreviewed else None
        earlier = self.unreviewed.earlier if self.unreviewed else None
        said = earlier.said if earlier else ()
        return self._line(entry, said) if entry and self.code.readable else ""

    @property
    def moved_line(self) -> str:
        """The line that gives the code what was chosen for its text at another code; or nothing."""
        wanted = self.unreviewed and self.code.readable and self.moved_entry
        said = [self.moved.said] if self.moved else []
        return self._line(self.moved_entry, said) if wanted and self.moved_entry else ""

    def _line(self, entry: Entry, said: Iterable[str]) -> str:
        """Return the line for an entry that was chosen for these texts."""
        fields = entry.model_dump(exclude_defaults=True) | {"as_of": self.code.last.revision.id}
        if _numbers(said) != _numbers(self.code.messages):
            timed = {name for name in _TIMED if _is_timed(name, fields.get(name))}
            fields |= dict.fromkeys(timed, OPEN)
        written = (
            f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()
        )
        return f'"{self.code.anchor}": {{{", ".join(written)}}}'


def _are_alike(change: Change) -> bool:
    said, says = (joined(rows).lower() for rows in (change.old, change.new))
    return not change.of_text or fuzz.token_set_ratio(said, says) >= _ALIKE


def _numbers(texts: Iterable[str]) -> list[str]:
    return sorted(amount.lower() for text in texts for amount in _AMOUNT.findall(text))


def _is_timed(name: str, value: str | None) -> bool:
    """Tell whether a field of an entry may depend on a number of its message."""
    return bool(value and (name == "wait" or _NUMBER.search(value)))


def find(reviews: Iterable[Review], conditions: Conditions) -> tuple[OpenWork, ...]:
    """Return all that is open, the worst first."""
    found = [work for review in reviews for work in _of(review, conditions)]
    return tuple(sorted(found, key=lambda work: work.rank))


def _of(review: Review, conditions: Conditions) -> Iterator[OpenWork]:
    changes: dict[tuple[str, str], list[Change]] = {}
    for change in review.unreviewed:
        changes.setdefault(change.code.place, []).append(change)
    overtaken: dict[str, list[Overtaken]] = {}
    for one in review.catalog.overtaken:
        overtaken.setdefault(".".join(map(str, one.path[1:3])), []).append(one)
    for code in review.catalog.codes:
        work = OpenWork(
            code,
            conditions.unreviewed.get(code.url),
            review.outdated(code),
            tuple(changes.get(code.place, ())),
            tuple(overtaken.get(".".join(code.place), ())),
            _asked(code),
            *_moved(review, code, conditions),
            next((one for one in reversed(_moves(review, code)) if one.old is code), None),
        )
        if work.harms:
            yield work


def _moved(review: Review, code: Code, conditions: Conditions) -> tuple[Move | None, Entry | None]:
    """Return how the newest text of a code came from another one, and what was chosen there."""
    if not code.listings:
        return None, None
    newest = code.last.revision
    moves = [one for one in _moves(review, code) if one.new is code and one.after is newest]
    if not moves:
        return None, None
    old = moves[-1].old
    standing = conditions.unreviewed.get(old.url)
    entry = standing.entry if standing else conditions.entry(old)
    # What it says of several texts, and since when, is of the other code.
    own = entry and entry.model_copy(update={"meanings": [], "as_of": None})
    return moves[-1], own


def _moves(review: Review, code: Code) -> list[Move]:
    """Return the moves of texts in the language of titles, for which conditions are chosen."""
    return [one for one in review.moves_of(code) if code.language in one.languages]


def _asked(code: Code) -> int:
    """Count the pages that speak of a code."""
    if not code.observed:
        return 0
    statements = code.observed.observation.statements
    return len({ident for _, statement in statements for ident in statement.sources})
