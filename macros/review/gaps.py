"""What stands between the words of two texts with the same letters: `No. Retry`, `No retry`.

Pure. Most of it is form alone. It is not where a sentence ends in one text and goes on in the
other, where a sign parts a "no" from what it would deny (`No, retry`), and where white space makes
two words of one that says something else: `in valid`, `invalid`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from macros.review.likeness import UNPARTED
from macros.texts import letters

_PIECE = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[*`\"'“”‘’«»「」『』\\]|^[-_]+$|_")
_STOP = re.compile(r"[.!?。\uff01\uff1f\uff0e]")
# Words that deny what follows, where no sign parts it from them.
_DENIES = frozenset(
    "no not never non nicht nein não nao nunca jamais ne niet nie nej нет не никогда".split()
)
_DENIES_UNPARTED = re.compile(r"[不否勿]\Z")
# Before another word they are words; at the beginning of one they say "not", or something else.
_BEGINS = frozenset("a an in no not".split())
# With one of those before them they say the same as one word.
_SAME_AS_ONE = frozenset("to side put line coming come bound other one where body".split())
_SHORT = frozenset("mr mrs ms dr st vs inc ltd co max min approx etc incl nr tel art abs".split())
_LEAST = 3  # letters of a word that the beginning of another one can stand before
_UNPARTED = re.compile(f"[{UNPARTED}]")


class _Gap(NamedTuple):
    """What stands between two words: the words, and the signs without those of form alone."""

    left: str
    signs: str
    right: str

    @property
    def parts(self) -> bool:
        return bool(self.signs.strip())

    @property
    def ends(self) -> bool:
        """Whether a sentence ends here; what is short for a word ends with a stop, too."""
        if not _STOP.search(self.signs):
            return False
        if _UNPARTED.match(self.right):
            return True
        short = len(self.left) == 1 or self.left.casefold() in _SHORT
        return self.right[0].isupper() and not short

    @property
    def denies(self) -> bool:
        """Whether the word before denies what is behind; `No. 5` and `No. of ships` count."""
        counts = "." in self.signs and (self.right[0].isdigit() or self.right.casefold() == "of")
        denies = self.left.casefold() in _DENIES and not counts
        return denies or bool(_DENIES_UNPARTED.search(self.left))


def same(before: str, after: str) -> bool:
    """Tell whether what parts the words of two texts, whose letters are the same, is form alone."""
    had, has = _gaps(before), _gaps(after)
    return not (_differ(had, has) or _differ(has, had))


def _differ(some: dict[int, _Gap], others: dict[int, _Gap]) -> bool:
    return any(_tells(gap, others.get(place)) for place, gap in some.items())


def _tells(gap: _Gap, other: _Gap | None) -> bool:
    """Tell whether a gap says something that the one at its place in the other text does not."""
    if gap.parts and (other is None or not other.parts):
        unparted = other is None and _UNPARTED.match(gap.right)
        goes_on = unparted if other is None else "\n" not in other.signs
        return gap.denies or bool(gap.ends and goes_on)
    return other is None and not gap.parts and _is_beginning(gap)


def _is_beginning(gap: _Gap) -> bool:
    """Tell whether white space alone keeps the first word from being the beginning of the next."""
    left, right = gap.left.casefold(), gap.right.casefold()
    long_enough = len(right) >= _LEAST and right not in _SAME_AS_ONE
    return bool(gap.signs) and left in _BEGINS and long_enough


def _gaps(text: str) -> dict[int, _Gap]:
    """Return what stands between words, by the number of letters before it."""
    pieces = [*_PIECE.finditer(text)]
    gaps: dict[int, _Gap] = {}
    count = 0
    for left, right in pairwise(pieces):
        count += len(letters(left[0]))
        signs = _MARKS.sub("", text[left.end() : right.start()])
        gaps[count] = _Gap(left[0], signs, right[0])
    return gaps
