"""`grammar`: doubled and broken negations, wrong verb forms, a for an, doubled conjunctions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, apart, one_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.review.language import Language

_HELPERS = r"does|do|did|can|could|must|should|will|would|may|might|shall"
_NOT_AFTER_HELPER = re.compile(rf"(?<!\w)(?:{_HELPERS}|to|please)(?:\s+\w+ly)?\s+$", re.IGNORECASE)
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
_A = re.compile(r"(?<![\w'-])(a)\s+([A-Za-z][\w-]*)", re.IGNORECASE)
_AN = re.compile(r"(?<![\w'-])(an)\s+([A-Za-z][\w-]*)", re.IGNORECASE)
_SINGULAR_ARE = re.compile(r"\b(key|token|code|account|user|message|template|file|profile)\s+are\b")
_PLURAL_IS = re.compile(r"\b([a-z]{3,}[^aius\W]s)\s+is\b")
# By sound, not by letter: a user, a one-time code, an hour, an SMS, a URL.
_VOWEL_LETTERS = re.compile(r"[aeiou]", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?:[tqvfcl]|on)|use|usu|uti|eu|one(?![a-z])|once)", re.IGNORECASE
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_SPELLED_VOWEL = frozenset("AEFHILMNORSX")


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows with a mistake in grammar."""
    for row in subject.rows:
        marks = _marks(row.message, subject.language)
        if marks:
            said = [
                f'"{row.message[mark.start : mark.end]}" probably should be "{mark.should}".'
                for mark in marks
            ]
            yield one_row(row, " ".join(said), *marks)


# Revisions repeat most of their messages.
@lru_cache(maxsize=100_000)
def _marks(text: str, language: Language) -> tuple[Mark, ...]:
    return tuple(apart(mark for check in _CHECKS for mark in check(text, language)))


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
        if not _NOT_AFTER_HELPER.search(text[: match.start()]):
            yield Mark(*match.span(), f"does {match[0]}")


def _base(verb: str, language: Language) -> str | None:
    """Return `exist` for `exists`; None for what is no verb with an s, such as `always`."""
    if verb.lower().endswith(("ss", "us", "is", "ways", "times")):
        return None
    bases = [verb[:-1], verb[:-2]] if verb.endswith("es") else [verb[:-1]]
    return next((base for base in bases if language.knows(base)), None)


def _doubled(text: str, language: Language) -> Iterator[Mark]:
    del language
    for match in _DOUBLED_CONJUNCTION.finditer(text):
        yield Mark(*match.span(), match[1])
    for match in _DOUBLED_WORD.finditer(text):
        if match[1] not in {"that", "had"}:
            yield Mark(*match.span(), match[1])


def _articles(text: str, language: Language) -> Iterator[Mark]:
    del language
    for match in _A.finditer(text):
        if _sounds_like_vowel(match[2]):
            yield Mark(*match.span(), f"{match[1]}n {match[2]}")
    for match in _AN.finditer(text):
        if not _sounds_like_vowel(match[2]):
            yield Mark(*match.span(), f"{match[1][0]} {match[2]}")


def _sounds_like_vowel(word: str) -> bool:
    if word[:2].isupper() or len(word) == 1:
        return word[0].upper() in _SPELLED_VOWEL
    if _CONSONANT_SOUND.match(word):
        return False
    return bool(_VOWEL_LETTERS.match(word) or _SILENT_H.match(word))


def _agreement(text: str, language: Language) -> Iterator[Mark]:
    del language
    for match in _SINGULAR_ARE.finditer(text):
        if not re.search(r"\b(?:and|or)\b", text[: match.start()]):
            yield Mark(*match.span(), f"{match[1]} is")
    for match in _PLURAL_IS.finditer(text):
        if not re.search(r"\b(?:of|for|in|with)\b", text[: match.start()]):
            yield Mark(*match.span(), f"{match[1]} are")


_CHECKS: tuple[Callable[[str, Language], Iterator[Mark]], ...] = (
    _negations,
    _doubled,
    _articles,
    _agreement,
)

RULE = Rule(
    "grammar",
    "Grammar",
    "Doubled or broken negations, a wrong form of a verb, a for an, two conjunctions in a row.",
    find,
    Harm.STYLE,
    is_typo=True,
)
