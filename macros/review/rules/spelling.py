"""`spelling`: words that no dictionary has, and identifiers one letter away from their fellows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from macros.review import language
from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, one_row

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is left of a contraction: the rule `grammar` speaks of these.
_STUMPS = frozenset({"doesn", "don", "didn", "isn", "aren", "wasn", "couldn", "shouldn", "won"})
_SHORTEST_IDENTIFIER = 5


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows with unknown words, and those with an identifier that looks mistyped."""
    used = Counter(word.lower() for row in subject.rows for _, word in language.words(row.message))
    names = Counter(name for row in subject.rows for _, name in language.identifiers(row.message))
    probable = {name: _fellow(name, names) for name in names}
    for row in subject.rows:
        marks = [
            Mark(place, place + len(word), subject.language.probable(word, used))
            for place, word in language.words(row.message)
            if word.lower() not in _STUMPS and not subject.language.knows(word)
        ]
        marks += [
            Mark(place, place + len(name), probable[name])
            for place, name in language.identifiers(row.message)
            if probable[name]
        ]
        if marks:
            marks.sort(key=lambda mark: mark.start)
            says = " ".join(_sentence(row.message[mark.start : mark.end], mark) for mark in marks)
            yield one_row(row, says, *marks)


def _fellow(name: str, names: Counter[str]) -> str | None:
    """Return the identifier that `name` probably should be: one letter away, and used more."""
    if len(name) < _SHORTEST_IDENTIFIER:
        return None
    near = [
        other
        for other, count in names.items()
        if count > names[name] and OSA.distance(name, other, score_cutoff=1) == 1
    ]
    return max(near, key=lambda other: names[other], default=None)


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
