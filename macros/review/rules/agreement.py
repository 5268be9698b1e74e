"""`agreement`: singular for plural and the reverse, in verbs and nouns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.language import unquoted
from macros.review.remembered import remembered
from macros.review.rules.english import FAR, plural, sentence_before
from macros.review.rules.expression import Expression
from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, apart, one_row, probably

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.review.language import Language

_THING = "key|token|code|account|user|message|template|file|profile|email|button|group|number|value"
_SINGULAR_ARE = Expression(rf"\b({_THING})\s+are\b", ["are"])
_SECOND_VERB = re.compile(r"\b(?:or|and)\s+(do|are|have)\b", re.IGNORECASE)
_SINGULAR_THAT = re.compile(
    rf"^(?:an?\s+|the\s+)?({_THING})\s+that\s+(do|are|have)\b", re.IGNORECASE
)
_ENDED = re.compile(r"[,.;:()\n]")
_ONE = {"do": "does", "are": "is", "have": "has"}
# What another noun than the one beside the verb can be the subject of.
_OTHER_SUBJECT = re.compile(
    r"\b(?:and|or|of|for|in|with|to|from|by|on|at|that|which|who|what|whether|each|every|any|no|"
    r"all|but|under|over|per|between|within|without|before|after|about|than|"
    r"i|you|we|he|she|it|they|[a-z]+\s+(?:your|our|their|its)|"
    r"[a-z]+ing|[a-z]{2,}[^aius\W]s)\b",
    re.IGNORECASE,
)
_COUNTED = (
    "account|attachment|button|character|code|comment|coupon|device|field|file|friend|group|ID|"
    "image|item|key|link|list|member|menu|message|option|order|page|parameter|photo|post|profile|"
    "project|recipient|request|role|row|screen|session|tag|template|token|user|value|variable|"
    "video|word|attempt|call|contact"
)
_PLURALS = "credential|number|permission|result|setting"
# A measure is one: "100 characters is the limit", "30 seconds is too long".
_PLURAL_IS = re.compile(
    rf"(?P<a>\b[Aa]n?\s+(?:[a-z-]+\s+)?)?(?<![0-9]\s)\b(?P<noun>{_COUNTED}|{_PLURALS})s\s+is\b(?!\s+an?\b)"
)
# Where the noun ends: behind it there is another part of the sentence.
_END = (
    r"(?=\s*(?:$|[.,;:!?()\n])|\s+(?:at|by|can|cannot|could|exceed(?:s|ed)?|for|from|has|have|in|is|"
    r"are|may|must|of|on|per|should|than|that|was|were|which|with|will|within|were|reached)\b)"
)
_ADJECTIVES = (
    r"(?:(?!(?:and|or|of|in|for|from|on|with|at|by|per|to|than|one|an?|the|this|that|each|any|"
    r"my|our|your|its|their)\b|[a-z]+s\s)[A-Za-z-]+\s+){0,2}?"
)
_MANY = Expression(
    r"(?:\btoo\s+many|\bno\s+more|\bseveral|\bmultiple|\bfewer|"
    r"(?:^|(?:the|maximum|max|minimum|min|total|invalid|wrong|incorrect|large|allowed)\s+)number\s+of|"
    r"\b(?:at\s+least|at\s+most|up\s+to|more\s+than|fewer\s+than|only)\s+(?:[2-9]|[1-9][0-9,]+))"
    rf"\s+{_ADJECTIVES}(?P<noun>{_COUNTED}){_END}",
    "many more several multiple fewer number least most up only".split(),
)
_AT_MOST = Expression(
    rf"(?<![\w.,-])(?:[2-9]|[1-9][0-9,]+)\s+{_ADJECTIVES}(?P<noun>{_COUNTED})"
    r"(?=\s+(?:at\s+most|at\s+a\s+time|or\s+more|or\s+fewer|at\s+a\s+maximum|at\s+the\s+most)\b)",
    "most time more fewer maximum".split(),
)


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows where a verb or a noun has the wrong number."""
    for row in subject.english:
        marks = _marks(row.message, subject.language)
        if marks:
            yield one_row(row, probably(row, marks), *marks)


@remembered
def _marks(text: str, language: Language) -> tuple[Mark, ...]:
    plain = unquoted(text)
    return tuple(apart(mark for check in _CHECKS for mark in check(plain, language)))


def _verbs_of_one(text: str, language: Language) -> Iterator[Mark]:
    del language
    for match in _SINGULAR_ARE.finditer(text):
        if not _OTHER_SUBJECT.search(sentence_before(text, match.start())):
            yield Mark(*match.span(), f"{match[1]} is")
            rest = _ENDED.split(text[match.end() : match.end() + FAR])[0]
            for verb in _SECOND_VERB.finditer(rest):
                place = match.end() + verb.start(1)
                yield Mark(place, place + len(verb[1]), _ONE[verb[1].lower()])
    for match in _SINGULAR_THAT.finditer(text):
        yield Mark(*match.span(2), _ONE[match[2].lower()])


def _verbs_of_several(text: str, language: Language) -> Iterator[Mark]:
    del language
    for match in _PLURAL_IS.finditer(text):
        if _OTHER_SUBJECT.search(sentence_before(text, match.start())):
            continue
        if match["a"]:  # "A phone numbers is required"
            yield Mark(match.start("noun"), match.end("noun") + 1, match["noun"])
        else:
            yield Mark(match.start("noun"), match.end(), f"{match['noun']}s are")


def _nouns(text: str, language: Language) -> Iterator[Mark]:
    del language
    for pattern in (_MANY, _AT_MOST):
        for match in pattern.finditer(text):
            yield Mark(*match.span("noun"), plural(match["noun"]))


_CHECKS: tuple[Callable[[str, Language], Iterator[Mark]], ...] = (
    _verbs_of_one,
    _verbs_of_several,
    _nouns,
)

RULE = Rule(
    "agreement",
    "Singular and plural",
    "A verb or a noun in the singular where there are several, or in the plural for one.",
    find,
    Harm.STYLE,
    is_typo=True,
)
