"""`grammar`: broken negations, wrong forms of verbs, a for an, things said twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.language import unquoted
from macros.review.remembered import remembered
from macros.review.rules.english import (
    begins_sentence,
    is_plural,
    like,
    sentence_before,
    sounds_like_vowel,
)
from macros.review.rules.expression import Expression
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
_NOT_AFTER_HELPER = re.compile(r"(?<!\w)(?:to|please|let)(?:\s+\w+ly)?\s+$", re.IGNORECASE)
# "Did the address not match?", "It must also not contain a": somewhere in the same clause.
_HELPER = re.compile(rf"\b(?:{_HELPERS}|need|ought|cannot|can't)\b", re.IGNORECASE)
_ANY_HELPER = re.compile(rf"\b(?:{_HELPERS}|cannot|to|please)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:as|because|if|since|when|while)\b|,", re.IGNORECASE)
_CONJUNCTION = re.compile(r"(?:,|\b(?:and|or|but|nor))\s*$", re.IGNORECASE)
_COMMA = re.compile(r",\s*$")
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
_PLURAL_VERB = Expression(
    rf"\b((?:{_HELPERS})\s+not|cannot|can't|don't|doesn't)\s+(\w+s)\b", ["not", "n't"]
)
_BARE_NEGATION = Expression(rf"\bnot\s+({_BASE_VERBS})\b(?![@.]\w)", ["not"])
# "It is not exist"; "is not support" may be "does not support" and "is not supported".
_IS_NEGATION = Expression(rf"\b(?P<be>is|are|was|were)\s+not\s+({_BASE_VERBS})\b", ["not"])
_HAS_NO_PASSIVE = frozenset({"exist", "match", "belong", "have"})
_DO = {"is": "does", "are": "do", "was": "did", "were": "did"}
_BROKEN_NEGATION = Expression(
    r"\b(does|do|did|is|are|was|could|should)n(?:['’]t)?\s+not\b", ["not"]
)
_DOUBLED_NEGATION = Expression(r"\b(cannot|can't)\s+not\b", ["not"])
_DOUBLED_CONJUNCTION = Expression(
    r"\b(?:since|because|as)\s+(because|since)\b", ["because", "since"]
)
# "signed in in another tab", "long long", "Walla Walla" and "FF FF" are right.
_DOUBLED_WORD = re.compile(
    r"(?<![\w'-])(?i:(the|an|to|of|and|or|if|for|with|at|be|are|has|have|can|must|not|this|your))"
    r" (?i:\1)(?![\w'-])|(?<![\w'-])([a-z]{5,}) \2(?![\w'-])"
)
_A = re.compile(r"(?<![\w'/-])(a)\s+([A-Za-z][\w-]*)", re.IGNORECASE)
_AN = re.compile(r"(?<![\w'/-])(an)\s+([A-Za-z][\w-]*)", re.IGNORECASE)
# "type a or b": a letter, no article.
_NO_ARTICLE_BEFORE = frozenset("above and are as at if in is of on or under until".split())
_MISSING_OR = Expression(r"(?<=https://)\s+(?=http)|(?<=http://)\s+(?=http)", ["://"])


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


@remembered
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
    for match in _IS_NEGATION.finditer(text):
        sure = match[2].lower() in _HAS_NO_PASSIVE
        should = f"{_DO[match['be'].lower()]} not {match[2].lower()}"
        yield Mark(*match.span(), like(match[0], should) if sure else None)
    for match in _BARE_NEGATION.finditer(text):
        if _HALF_CLAUSE.search(sentence_before(text, match.start())):
            yield Mark(match.start(), match.end())
        elif not _has_helper(text, match):
            does = _do(text, match.start())
            should = f"{does} {match[0][0].lower()}{match[0][1:]}"
            begins = begins_sentence(text, match.start())
            yield Mark(*match.span(), like(match[0], should) if begins else should)


def _has_helper(text: str, match: re.Match[str]) -> bool:
    """Tell whether a `not` belongs to a verb before it: `must end in a and not have b`.

    Behind a comma it may belong to anything, and before a name too: `Deny, not Allow`.
    """
    before = sentence_before(text, match.start())
    if _COMMA.search(before) or (match[1][0].isupper() and match[0][0].islower()):
        return True
    if _NOT_AFTER_HELPER.search(before) or _SUBJUNCTIVE.search(before):
        return True
    return bool(
        _HELPER.search(_CLAUSE.split(before)[-1])
        or (_ANY_HELPER.search(before) and _CONJUNCTION.search(before))
    )


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
        yield Mark(*match.span(), like(match[0], match[1]))
    for match in _DOUBLED_WORD.finditer(text):
        if match[0].split()[1].islower():
            yield Mark(*match.span(), match[1] or match[2])
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
