"""`grammar`: broken negations, wrong forms of verbs, a for an, things said twice."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.review.language import unquoted
from macros.review.rules.english import (
    begins_sentence,
    is_plural,
    sentence_before,
    sounds_like_vowel,
)
from macros.review.rules.rule import (
    Harm,
    Hit,
    Mark,
    Rule,
    Subject,
    apart,
    one_row,
    probably,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.readers.rows import Row
    from macros.review.language import Language

_HELPERS = r"does|do|did|can|could|must|should|will|would|may|might|shall"
_NOT_AFTER_HELPER = re.compile(rf"(?<!\w)(?:{_HELPERS}|to|please)(?:\s+\w+ly)?\s+$", re.IGNORECASE)
_FAR = 40
_HELPER = re.compile(rf"\b(?:{_HELPERS}|cannot|to|please)\b", re.IGNORECASE)
_CONJUNCTION = re.compile(r"(?:,|\b(?:and|or|but|nor))\s*$", re.IGNORECASE)
# "It is required that a name not contain b."
_SUBJUNCTIVE = re.compile(
    r"\b(?:requires?|required|needed|necessary|ensure|important|recommended|suggested|such|so)\s+that\b",
    re.IGNORECASE,
)
# "Content error or not exist": no verb put there makes a sentence of it.
_HALF_CLAUSE = re.compile(
    r"\b(?:error|failed|failure|unavailable|abnormal|incorrect|invalid|missing)\s+(?:or|and)\s*$",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|been)\b", re.IGNORECASE)
_SEVERAL = frozenset("i you we they these those both all people".split())
_IRREGULAR = {"has": "have", "goes": "go", "does": "do"}
_SHORTEST_VERB = 4
_BASE_VERBS = "exist|match|belong|support|allow|contain|include|have"
_PLURAL_VERB = re.compile(
    rf"\b((?:{_HELPERS})\s+not|cannot|can't|don't|doesn't)\s+(\w+s)\b", re.IGNORECASE
)
_BARE_NEGATION = re.compile(rf"\bnot\s+({_BASE_VERBS})\b", re.IGNORECASE)
_BROKEN_NEGATION = re.compile(
    r"\b(does|do|did|is|are|was|could|should)n(?:['’]t)?\s+not\b", re.IGNORECASE
)
_DOUBLED_NEGATION = re.compile(r"\b(cannot|can't)\s+not\b", re.IGNORECASE)
_DOUBLED_CONJUNCTION = re.compile(r"\b(?:since|because|as)\s+(because|since)\b", re.IGNORECASE)
_DOUBLED_WORD = re.compile(r"(?<![\w'-])([A-Za-z]{2,}) \1(?![\w'-])")
_A = re.compile(r"(?<![\w'/-])(a)\s+([A-Za-z][\w-]*)", re.IGNORECASE)
_AN = re.compile(r"(?<![\w'/-])(an)\s+([A-Za-z][\w-]*)", re.IGNORECASE)
# "type a or b": a letter, no article.
_NO_ARTICLE_BEFORE = frozenset("above and are as at if in is of on or under until".split())
_MISSING_OR = re.compile(r"(?<=https://)\s+(?=http)|(?<=http://)\s+(?=http)")


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows with a mistake in grammar."""
    for row in subject.english:
        marks = _marks(row.message, subject.language)
        if marks:
            yield one_row(row, _says(row, marks), *marks)


def _says(row: Row, marks: Iterable[Mark]) -> str:
    return " ".join(_said(row, mark) for mark in marks)


def _said(row: Row, mark: Mark) -> str:
    if mark.should is None:
        return f'"{row.message[mark.start : mark.end]}" does not fit what stands before it.'
    return 'An "or" is missing.' if mark.should.strip() == "or" else probably(row, [mark])


# Revisions repeat most of their messages.
@lru_cache(maxsize=100_000)
def _marks(text: str, language: Language) -> tuple[Mark, ...]:
    plain = unquoted(text)
    return tuple(apart(mark for check in _CHECKS for mark in check(plain, language)))


def _negations(text: str, language: Language) -> Iterator[Mark]:
    for match in _BROKEN_NEGATION.finditer(text):
        yield Mark(*match.span(), f"{match[1]} not")
    for match in _DOUBLED_NEGATION.finditer(text):
        yield Mark(*match.span(), match[1])
    for match in _PLURAL_VERB.finditer(text):
        base = _base(match[2], language)
        if base:
            yield Mark(*match.span(), f"{match[1]} {base}")
    for match in _BARE_NEGATION.finditer(text):
        if _HALF_CLAUSE.search(sentence_before(text, match.start())):
            yield Mark(match.start(), match.end())
        elif not _has_helper(text, match.start()):
            does = _do(text, match.start())
            verb = match[0][0].lower() + match[0][1:]
            should = f"{does} {verb}"
            large = match[0][0].isupper() and begins_sentence(text, match.start())
            yield Mark(*match.span(), should.capitalize() if large else should)


def _has_helper(text: str, place: int) -> bool:
    """Tell whether `not` at `place` belongs to a verb before it: `must end in a and not have b`."""
    if _NOT_AFTER_HELPER.search(text[max(0, place - _FAR) : place]):
        return True
    before = sentence_before(text, place)
    if _SUBJUNCTIVE.search(before):
        return True
    return bool(_HELPER.search(before) and _CONJUNCTION.search(before))


def _do(text: str, place: int) -> str:
    """Return `do` or `does`, as what stands before `place` needs it."""
    before = sentence_before(text, place).split()
    while before and before[-1].lower() in {"or", "and", "but", "also"}:
        before.pop()
    joined = "and" in before[:-1] and not _VERB.search(" ".join(before))
    several = before and (is_plural(before[-1]) or before[-1].lower() in _SEVERAL)
    return "do" if joined or several else "does"


def _base(verb: str, language: Language) -> str | None:
    """Return `exist` for `exists`; None for what is no verb with an s, such as `always`."""
    lower = verb.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if not is_plural(verb) or len(verb) < _SHORTEST_VERB:
        return None
    bases = [verb[:-1], verb[:-2]] if lower.endswith("es") else [verb[:-1]]
    return next((base for base in bases if language.knows(base)), None)


def _doubled(text: str, language: Language) -> Iterator[Mark]:
    del language
    for match in _DOUBLED_CONJUNCTION.finditer(text):
        yield Mark(*match.span(), match[1])
    for match in _DOUBLED_WORD.finditer(text):
        if match[1] not in {"that", "had"}:
            yield Mark(*match.span(), match[1])
    for match in _MISSING_OR.finditer(text):
        yield Mark(*match.span(), " or ")


def _articles(text: str, language: Language) -> Iterator[Mark]:
    del language
    for match in _A.finditer(text):
        letter = match[1].isupper() and not begins_sentence(text, match.start())
        if letter or match[2].lower() in _NO_ARTICLE_BEFORE:
            continue
        if sounds_like_vowel(match[2]):
            yield Mark(*match.span(), f"{match[1]}n {match[2]}")
    for match in _AN.finditer(text):
        if sounds_like_vowel(match[2]) is False and not match[1].isupper():
            yield Mark(*match.span(), f"{match[1][0]} {match[2]}")


_CHECKS: tuple[Callable[[str, Language], Iterator[Mark]], ...] = (
    _negations,
    _doubled,
    _articles,
)

RULE = Rule(
    "grammar",
    "Grammar",
    "Doubled or broken negations, a wrong form of a verb, a for an, a word that is said twice, a"
    " choice without its or.",
    find,
    Harm.STYLE,
    is_typo=True,
)
