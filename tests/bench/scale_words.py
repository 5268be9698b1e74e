"""Invented words for real sentences: how many different ones there are grows as in real documents.

The small words, numbers and signs of a text stay, and other words are drawn anew, of the same kind
of ending, so that most sentences stay sentences. A word is drawn from all that were said so far,
common ones more often, or it is a new one of the English dictionary: as seldom as keeps the share
of words said only once (a Pitman-Yor process; half of the words of the real messages stand in one
message, and 5,300 words are 830 different ones, about 11 times their root).
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spellchecker import SpellChecker

if TYPE_CHECKING:
    from collections.abc import Iterable

# Humps part words: `secretKey` and `secret key` become the same two words.
_WORD = re.compile(r"[A-Z]?[a-z]{2,}")
# Words that make sentences, and those by which limits and fields are known.
_KEPT = frozenset(
    "about above after again all already also an and any are aren as at back be because been"
    " before below between both but by byte bytes can cannot character characters could couldn day"
    " days did didn do does doesn don done during each either else empty enter equal equals error"
    " errors every exceed exceeded exceeding exceeds exist exists fail failed fails failure fewer"
    " for from get had has have hour hours if in include included incorrect into invalid is isn it"
    " its least length less letter letters longer many maximum may minimum minute minutes missing"
    " month months more most must no not number numbers of off on once one only or other out over"
    " per please requested required same second seconds set shorter should shouldn since size so"
    " some such than that the their them then there these they this those times to too unable"
    " under until up upto use used was wasn were when where whether which while will with within"
    " without won would year years yet you your zero".split()
)
_ENDINGS = ("ings", "ing", "ed", "ies", "ss", "s", "ly")
_DISCOUNT = 0.5  # the share of different words that stand in one message alone
_LEAST = 50  # how often the dictionary has seen the rarest of new words


def _kind(word: str) -> tuple[bool, str]:
    """Return what a word has in common with those that can take its place: sound and ending."""
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
    return word[0] in "aeiou", ending


@dataclass
class _Said:
    """The words of one kind: each as often as it was said, how many differ, and further ones."""

    words: list[str] = field(default_factory=list)
    different: int = 0
    further: list[str] = field(default_factory=list)


class Words:
    """Draws words.

    Args:
        texts: real texts, whose words are those that were said before.
        seed: the same one gives the same words.
    """

    def __init__(self, texts: Iterable[str], seed: int) -> None:
        self._choose = random.Random(seed)  # noqa: S311 - the same data in every run, no secret
        self._said: dict[tuple[bool, str], _Said] = {}
        seen = SpellChecker().word_frequency.dictionary
        known: set[str] = set()
        for text in texts:
            for word in map(str.lower, _WORD.findall(text)):
                if word in seen and word not in _KEPT:
                    said = self._said.setdefault(_kind(word), _Said())
                    said.words.append(word)
                    said.different += word not in known
                    known.add(word)
        for word in sorted(seen, key=lambda word: (seen[word], word)):  # the most common is last
            if seen[word] > _LEAST and len(word) > 3 and word.isascii() and word.isalpha():
                kind = self._said.get(_kind(word))
                if kind and word not in known and word not in _KEPT:
                    kind.further.append(word)

    def anew(self) -> Rewording:
        """Return what puts other words into the texts of one code."""
        return Rewording(self)

    def draw(self, like: str) -> str:
        """Return a word of the kind of another one."""
        kind = _kind(like)
        said = self._said.get(kind) or self._said[kind[0], ""]
        total = len(said.words)
        if said.further and self._choose.random() * total < _DISCOUNT * said.different:
            word = said.further.pop()
            said.different += 1
        else:
            word = said.words[int(self._choose.random() * total)]
        said.words.append(word)
        return word


class Rewording:
    """Puts the same invented word for the same real one into all texts of a code."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._instead: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """Return a text with other words."""
        return _WORD.sub(self._other, text)

    def _other(self, match: re.Match[str]) -> str:
        real = match[0]
        lower = real.lower()
        if lower in _KEPT:
            return real
        instead = self._instead.get(lower)
        if instead is None:
            instead = self._instead[lower] = self._words.draw(lower)
        return instead.capitalize() if real[0].isupper() else instead
