"""What is a word: an English dictionary, words of computing, and the atlas' own glossary.

Identifiers, codes, addresses and quoted strings are no words: they are spelled as a program spells
them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from importlib import resources
from typing import TYPE_CHECKING

import spellchecker
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from macros.review import computing
from macros.review.remembered import remembered

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

_QUOTED = re.compile(r"'[^'\s][^']*'(?!\w)|\"[^\"]*\"|‘[^‘’]*’|“[^“”]*”|\[[A-Za-z]+\]")
_TOKEN = re.compile(r"[^\s,;()\[\]{}\"“”<>]+")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_LETTERS = re.compile(r"[a-z]+")
_WITHOUT_SIGNS = re.compile(r"[A-Za-z'’/-]+")
_HUMP = re.compile(r"[a-z][A-Z]")
_IDENTIFIER = re.compile(r"[A-Za-z](?=[A-Za-z0-9]*(?:_|[a-z][A-Z]))[A-Za-z0-9_]*")
_EDGES = ".:!?'‘’"
# A text is of another language when more of its words than this are unknown; one or two may be
# misspelt.
_UNKNOWN = 0.4
_MISSPELT = 3
# Small words of German, French, Spanish, Italian and Portuguese, which no English sentence has.
_FOREIGN = frozenset(
    "bis bitte darf das dem den der des die ein eine einen für ihre ist mit nicht sich sie"
    " sind und von werden wird wurde zu avec ce cette dans du est et la le les nous pas pour"
    " un une veuillez votre vous con del el en es las los para por que su una di gli il lo"
    " della com seu uma".split()
)
# How the British spell what the dictionary has as Americans do: colour, authorised, metres, cheque.
_BRITISH = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"our", "or"),
        (r"is(?=(?:e[drs]?|ers|es|ing|ations?)$)", "iz"),
        (r"ys(?=(?:e[drs]?|ers|es|ing)$)", "yz"),
        (r"tre(?=s?$)", "ter"),
        (r"ogue(?=s?$)", "og"),
        (r"^cheque", "check"),
    )
)
# A shorter word with two letters wrong may be anything.
_LONG = 9
# What the dictionary says of words that it has hardly seen.
_RARE = 50


class Language:
    """Knows words.

    Args:
        glossary: words in lower case that the dictionary lacks.
    """

    def __init__(self, glossary: frozenset[str]) -> None:
        self._glossary = glossary
        self._known: dict[str, bool] = {}
        self._listed: dict[str, bool] = {}
        self._english: dict[str, bool] = {}  # revisions repeat most of their messages

    def knows(self, word: str) -> bool:
        """Tell whether `word` is one, in any case."""
        known = self._known.get(word)
        if known is None:
            lower = word.lower().replace("’", "'").removesuffix("'s")
            known = self._known[word] = any(
                form in self._glossary or form in computing.WORDS or form in _dictionary()
                for form in (lower, *_american(lower))
            )
        return known

    def _unknown(self, used: Iterable[str]) -> list[str]:
        """Return the words that it does not know; nearly all it was asked for before."""
        known = self._known.get
        return [word for word in used if not (known(word) or self.knows(word))]

    def in_dictionary(self, word: str) -> bool:
        """Tell whether the English dictionary has `word`, in any case."""
        listed = self._listed.get(word)
        if listed is None:
            listed = self._listed[word] = word.lower().replace("’", "'") in _dictionary()
        return listed

    def reads(self, texts: Iterable[str]) -> bool:
        """Tell whether texts are in English, as far as their words tell."""
        used = [word for text in texts for _, word in words(text)]
        return len(self._unknown(used)) <= max(_MISSPELT, _UNKNOWN * len(used))

    def is_english(self, text: str) -> bool:
        """Tell whether one message is in English; a few of its words may be misspelt.

        It is not where half of its words are unknown and have no English word near, or where half
        are unknown or small words of another language, at least one of these. A lone word tells
        nothing.
        """
        english = self._english.get(text)
        if english is None:
            english = self._english[text] = self._is_english(text)
        return english

    def _is_english(self, text: str) -> bool:
        if not is_ascii(text):
            return False
        used = [word.lower() for _, word in words(text)]
        foreign = sum(map(_FOREIGN.__contains__, used))
        unknown = [word for word in self._unknown(used) if word not in _FOREIGN]
        strange = sum(not _one_away(word) for word in unknown)
        return len(used) <= 1 or (
            (not foreign or 2 * (foreign + len(unknown)) < len(used))
            and (2 * strange < len(used) or 2 * len(unknown) <= len(used))
        )

    def probable(self, word: str, used: Counter[str]) -> str | None:
        """Return what an unknown word probably should be.

        Args:
            word: the unknown word.
            used: the words of the same document in lower case, which come first.
        """
        lower = word.lower()
        candidates = _one_away(lower) or _two_away(lower)
        own = sorted((word for word in candidates if used[word]), key=lambda word: -used[word])
        sure = len(word) >= _LONG or _one_away(lower)
        common = sorted(word for word in candidates if sure and _frequency(word) > _RARE)
        best = own[0] if own else max(common, key=partial(_likelihood, lower), default=None)
        if best is None:
            return None
        return best.capitalize() if word[0].isupper() else best


@cache
def _dictionary() -> SpellChecker:
    # Its words are in lower case, as all that is asked for; to make sure takes half as long again.
    # Words two letters away would take seconds each.
    words = resources.files(spellchecker) / "resources/en.json.gz"
    return SpellChecker(None, local_dictionary=str(words), distance=1, case_sensitive=True)


def _american(word: str) -> Iterator[str]:
    """Yield what may be the American spelling of a British word."""
    for pattern, american in _BRITISH:
        if pattern.search(word):
            yield pattern.sub(american, word)


@lru_cache(maxsize=100_000)
def _one_away(word: str) -> frozenset[str]:
    """Return the words of the dictionary that are one letter from `word`."""
    return frozenset(_dictionary().candidates(word) or ()) - {word}


def _likelihood(unknown: str, word: str) -> tuple[bool, int]:
    """Return how likely a word is meant: `transaction` for `transcation`, not `translation`."""
    return sorted(unknown) == sorted(word), _frequency(word)


def _frequency(word: str) -> int:
    return _dictionary()[word]


@cache
def _by_shape() -> dict[tuple[str, int], list[str]]:
    """Return the dictionary's words by first letter and length."""
    shapes: dict[tuple[str, int], list[str]] = {}
    for word in _dictionary().word_frequency.keys():  # noqa: SIM118 - it is no dict
        shapes.setdefault((word[0], len(word)), []).append(word)
    return shapes


@lru_cache(maxsize=100_000)
def _two_away(word: str) -> frozenset[str]:
    """Return the words of the dictionary that are two letters from `word` and begin alike."""
    shapes = _by_shape()
    return frozenset(
        other
        for length in range(len(word) - 2, len(word) + 3)
        for other in shapes.get((word[0], length), ())
        if OSA.distance(word, other, score_cutoff=2) <= 2  # noqa: PLR2004 - two letters
    )


def foreign_words(text: str) -> int:
    """Count the small words of other languages in a text."""
    if _FOREIGN.isdisjoint(_LETTERS.findall(text.lower())):
        return 0
    return sum(word.lower() in _FOREIGN for _, word in words(text))


def is_ascii(text: str) -> bool:
    """Tell whether all letters of a text are ASCII, as those of English are."""
    return text.isascii() or not any(sign.isalpha() and not sign.isascii() for sign in text)


def words(text: str) -> tuple[tuple[int, str], ...]:
    """Return the words of a text with their places."""
    return _read(text)[0]


def identifiers(text: str) -> tuple[tuple[int, str], ...]:
    """Return the identifiers of a text with their places: `kf_account`, `templateTitle`."""
    return _read(text)[1]


@remembered
def _read(text: str) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[int, str], ...]]:
    """Return the words and the identifiers of a text."""
    words: list[tuple[int, str]] = []
    identifiers: list[tuple[int, str]] = []
    for place, token in _tokens(text):
        if token.isalpha() and token.isascii() and token[1:].islower():  # as most are
            words.append((place, token))
        elif _is_word(token):
            words.extend((place + part.start(), part[0]) for part in _WORD.finditer(token))
        elif _IDENTIFIER.fullmatch(token):
            identifiers.append((place, token))
    return tuple(words), tuple(identifiers)


@remembered
def unquoted(text: str) -> str:
    """Return a text of the same length in which underscores stand for what is quoted."""
    return _QUOTED.sub(lambda quoted: "_" * len(quoted[0]), text)


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    blank = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    for match in _TOKEN.finditer(blank):
        begun = match[0].lstrip(_EDGES)
        if token := begun.rstrip(_EDGES):
            yield match.end() - len(begun), token


def _is_word(token: str) -> bool:
    """Hyphens and slashes part words; what has digits, dots or humps inside is none."""
    return (
        _WITHOUT_SIGNS.fullmatch(token) is not None
        and _HUMP.search(token) is None
        and not token.isupper()
    )
