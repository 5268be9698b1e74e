"""`spelling`: words that no dictionary has, and identifiers one letter away from their fellows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from macros.review import language
from macros.review.rules.english import ABBREVIATIONS, begins_sentence
from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, one_row
from macros.review.rules.verb_form import NOUNS_FOR_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.review.language import Language

# What is left of a contraction: the rule `grammar` speaks of these.
_STUMPS = frozenset({"doesn", "don", "didn", "isn", "aren", "wasn", "couldn", "shouldn", "won"})
_RIGHT = _STUMPS | {name.lower() for name in ABBREVIATIONS} | set(NOUNS_FOR_VERBS)
_LONGEST_ABBREVIATION = 4
_SHORTEST_WORD = 4
_SHORTEST_IDENTIFIER = 5
_DIGITS = re.compile(r"[0-9]+")
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows with unknown words, and those with an identifier that looks mistyped."""
    rows = subject.english
    used = Counter(word.lower() for row in rows for _, word in language.words(row.message))
    names = Counter(name for row in rows for _, name in language.identifiers(row.message))
    probable = _fellows(names, subject.language)
    for row in rows:
        marks = [
            *_words(row.message, subject.language, used),
            *(
                Mark(place, place + len(name), probable[name])
                for place, name in language.identifiers(row.message)
                if name in probable
            ),
        ]
        if marks:
            marks.sort(key=lambda mark: mark.start)
            says = " ".join(_sentence(row.message[mark.start : mark.end], mark) for mark in marks)
            yield one_row(row, says, *marks)


def _words(text: str, known: Language, used: Counter[str]) -> Iterator[Mark]:
    for place, word in language.words(text):
        if len(word) < _SHORTEST_WORD or word.lower() in _RIGHT or known.knows(word):
            continue
        if text[place + len(word) : place + len(word) + 1] == "(":
            continue
        should = known.probable(word, used)
        near = should is not None and used[should.lower()] > 0
        if near or not _can_be_name(text, place, word, should):
            yield Mark(place, place + len(word), should)


def _can_be_name(text: str, place: int, word: str, should: str | None) -> bool:
    """Tell whether an unknown word can be right: a name, or an abbreviation such as `asc`."""
    if len(word) <= _LONGEST_ABBREVIATION:
        return True
    return word[0].isupper() and (should is None or not begins_sentence(text, place))


def _fellows(names: Counter[str], known: Language) -> dict[str, str]:
    """Return what identifiers probably should be: one letter away, and used more.

    Two of them are so only where both lose a letter at most to become the same.
    """
    cut: dict[str, set[str]] = {}
    for name in names:
        for short in _shortened(name):
            cut.setdefault(short, set()).add(name)
    fellows: dict[str, str] = {}
    for name, count in names.items():
        if len(name) < _SHORTEST_IDENTIFIER:
            continue
        near = {
            other
            for short in _shortened(name)
            for other in cut[short]
            if names[other] > count
            and OSA.distance(name, other, score_cutoff=1) == 1
            and not _meant(name, other, known)
        }
        if near:
            fellows[name] = max(sorted(near), key=lambda other: names[other])
    return fellows


def _meant(name: str, other: str, known: Language) -> bool:
    """Tell whether two names differ on purpose: `url1` and `url2`, `userIds`, `from_id`, a case."""
    pair = name.lower(), other.lower()
    if pair[0] == pair[1] or f"{pair[0]}s" == pair[1] or f"{pair[1]}s" == pair[0]:
        return True
    if _DIGITS.sub("", name) == _DIGITS.sub("", other):
        return True
    parts, others = _PART.findall(name), _PART.findall(other)
    return all(
        part == fellow or (known.knows(part) and known.knows(fellow))
        for part, fellow in zip(parts, others, strict=False)
    )


def _shortened(name: str) -> list[str]:
    return [name, *(name[:place] + name[place + 1 :] for place in range(len(name)))]


def _sentence(said: str, mark: Mark) -> str:
    return f'"{said}" probably should be "{mark.should}".' if mark.should else f'What is "{said}"?'


RULE = Rule(
    "spelling",
    "Spelling",
    "A word that stands in no dictionary, or an identifier one letter away from one that the same"
    " document uses more often.",
    find,
    Harm.STYLE,
    is_typo=True,
)
