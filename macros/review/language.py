"""What is a word: an English dictionary, and the atlas' own glossary.

Identifiers, codes, addresses and quoted strings are no words: they are spelled as a program spells
them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from spellchecker import SpellChecker

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

_QUOTED = re.compile(r"'[^'\s][^']*'(?!\w)|\"[^\"]*\"|‘[^’]*’|“[^”]*”|\[[A-Za-z]+\]")
_TOKEN = re.compile(r"[^\s,;()\[\]{}\"“”<>]+")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_HUMP = re.compile(r"[a-z][A-Z]")
_IDENTIFIER = re.compile(r"[A-Za-z](?=[A-Za-z0-9]*(?:_|[a-z][A-Z]))[A-Za-z0-9_]*")
_EDGES = ".:!?'‘’"


class Language:
    """Knows words.

    Args:
        glossary: words in lower case that the dictionary lacks.
    """

    def __init__(self, glossary: frozenset[str]) -> None:
        self._glossary = glossary

    def knows(self, word: str) -> bool:
        """Tell whether `word` is one, in any case."""
        lower = word.lower().replace("’", "'")
        return lower in self._glossary or lower in _dictionary()

    def probable(self, word: str, used: Counter[str]) -> str | None:
        """Return what an unknown word probably should be.

        Args:
            word: the unknown word.
            used: the words of the same document in lower case, which come first.
        """
        candidates = _dictionary().candidates(word.lower()) or set()
        own = sorted((word for word in candidates if used[word]), key=lambda word: -used[word])
        best = own[0] if own else _dictionary().correction(word.lower())
        if best is None or best == word.lower():
            return None
        return best.capitalize() if word[0].isupper() else best


@cache
def _dictionary() -> SpellChecker:
    return SpellChecker()


# Revisions repeat most of their messages.
@lru_cache(maxsize=100_000)
def words(text: str) -> tuple[tuple[int, str], ...]:
    """Return the words of a text with their places."""
    return tuple(
        (place + part.start(), part[0])
        for place, token in _tokens(text)
        if _is_word(token)
        for part in _WORD.finditer(token)
    )


@lru_cache(maxsize=100_000)
def identifiers(text: str) -> tuple[tuple[int, str], ...]:
    """Return the identifiers of a text with their places: `kf_account`, `templateTitle`."""
    return tuple((place, token) for place, token in _tokens(text) if _IDENTIFIER.fullmatch(token))


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    blank = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    for match in _TOKEN.finditer(blank):
        token = match[0].rstrip(_EDGES)
        start = len(token) - len(token.lstrip(_EDGES))
        if token[start:]:
            yield match.start() + start, token[start:]


def _is_word(token: str) -> bool:
    """Hyphens and slashes part words; what has digits, dots or humps inside is none."""
    return (
        re.fullmatch(r"[A-Za-z'’/-]+", token) is not None
        and _HUMP.search(token) is None
        and not token.isupper()
    )
