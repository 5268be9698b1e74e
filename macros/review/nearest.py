"""Which codes of one condition say nearly the same: their texts -> the nearest by words.

A code is compared with few others: those that share its rarest words. So the work grows with the
number of codes alone, however many have one condition.
"""

from __future__ import annotations

from collections import Counter
from math import fsum, log, sqrt  # of any order of words `fsum` makes the same
from typing import TYPE_CHECKING

from macros.texts import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.catalog.model import Code

_KEPT = 4  # codes of a provider that are looked up by one word
_MOST = 12  # codes that one code is compared with
_RAREST = 8  # words by which they are looked up


class Nearest:
    """The codes of one condition, by the words of their texts."""

    def __init__(self, codes: Iterable[Code]) -> None:
        said = {code.url: _words(code) for code in codes}
        counts = Counter(word for words in said.values() for word in words)
        weights = {word: log(1 + len(said) / count) for word, count in counts.items()}
        # A word is known by its rank, the rarest first: numbers are compared sooner than words.
        rarest = sorted(weights, key=lambda word: (-weights[word], word))
        ranks = {word: rank for rank, word in enumerate(rarest)}
        self._square = [weights[word] ** 2 for word in rarest].__getitem__
        self._words = {url: frozenset(map(ranks.__getitem__, words)) for url, words in said.items()}
        self._lengths = {
            url: sqrt(fsum(map(self._square, words))) or 1.0 for url, words in self._words.items()
        }
        self._by_word: list[dict[str, dict[str, Code]]] = [{} for _ in rarest]
        for code in codes:
            for word in self._words[code.url]:
                kept = self._by_word[word].setdefault(code.provider.id, {})
                if len(kept) < _KEPT:
                    kept[code.url] = code

    def of(self, code: Code, others: Sequence[Code], most: int) -> tuple[Code, ...]:
        """Return the codes of other providers that say nearly the same, the nearest first.

        Args:
            code: the code.
            others: the first codes of other providers with its condition, twice as many as are
                wanted if there are: where few share a word, these follow.
            most: how many are wanted.
        """
        if len(others) <= 1:
            return tuple(others[:most])
        own = self._words[code.url]
        found = self._candidates(code, own)
        urls = sorted(found, key=lambda url: -self._likeness(own, url))[:most]
        rest = (other for other in others[: most + len(urls)] if other.url not in urls)
        return (*map(found.__getitem__, urls), *rest)[:most]

    def _candidates(self, code: Code, own: frozenset[int]) -> dict[str, Code]:
        found: dict[str, Code] = {}
        for word in sorted(own)[:_RAREST]:
            for provider, codes in self._by_word[word].items():
                if provider != code.provider.id:
                    found |= codes
                if len(found) >= _MOST:
                    return found
        return found

    def _likeness(self, own: frozenset[int], other: str) -> float:
        return fsum(map(self._square, own & self._words[other])) / self._lengths[other]


def _words(code: Code) -> frozenset[str]:
    return frozenset(word for text in code.meanings for word in words(text))
