"""`wrong-limit`: a count that is measured in characters, and a maximum that exceeds something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.language import unquoted
from macros.review.remembered import remembered
from macros.review.rules.english import like, plural
from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, apart, one_row

if TYPE_CHECKING:
    from collections.abc import Iterator

# What has no number of its own: a phone number has as many characters as it has.
_THING = (
    "attachment|button|coupon|file|image|link|option|photo|picture|recipient list|tag|video|"
    "carousel|keyword|attribute|variable"
)
_LETTERS = r"(?:characters?|chars?|letters?|digits?|bytes?|symbols?|spaces?)"
_EXCEEDS = r"exceed(?:s|ed)?|is (?:more|greater) than|(?:must|may|can) ?not exceed"
_NUMBER = r"[0-9][0-9,]*"
_BUTTON_NUMBER = re.compile(
    rf"\b(?P<most>max(?:imum)?\s+)?(?P<thing>{_THING})s?\s+(?:number|count|quantity)"
    rf"\s+(?P<exceeds>{_EXCEEDS})\s+(?P<limit>{_NUMBER})\s+(?P<letters>{_LETTERS})\b",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    rf"\b(?:number|count|quantity)\s+of\s+(?!{_LETTERS}\b)(?:[a-z]+\s+)?(?!{_LETTERS}\b)[a-z]+s\s+"
    rf"(?:{_EXCEEDS})\s+{_NUMBER}(?P<unit>\s+{_LETTERS})\b",
    re.IGNORECASE,
)
_MOST_EXCEEDS = re.compile(
    r"\b(?P<most>max(?:imum)?\s+)(?:[a-z]+\s+){1,2}?(?:exceeds|is exceeding|is more than)\s+"
    r"(?:[0-9]|the\s+(?:allowed|permitted|maximum|max|limit)\b)",
    re.IGNORECASE,
)
# One of these stands in all that is looked for.
_ANY_LIMIT = re.compile(r"exceed|than", re.IGNORECASE)
_UNIT = "A number of things is measured in characters."
_MOST = "What exceeds the limit is the value, not its maximum."


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows whose limit says something else than what is meant."""
    for row in subject.english:
        faults = _faults_of(row.message)
        if faults:
            says = " ".join(dict.fromkeys(said for _, said in faults))
            yield one_row(row, says, *apart(mark for mark, _ in faults))


@remembered
def _faults_of(text: str) -> tuple[tuple[Mark, str], ...]:
    plain = unquoted(text)
    return tuple(_faults(plain)) if _ANY_LIMIT.search(plain) else ()


def _faults(text: str) -> Iterator[tuple[Mark, str]]:
    for match in _BUTTON_NUMBER.finditer(text):
        number = f"number of {plural(match['thing'])} {match['exceeds']} {match['limit']}"
        mark = Mark(*match.span(), like(match[0], number))
        yield mark, _UNIT
        if match["most"]:
            yield mark, _MOST
    for match in _NUMBER_OF.finditer(text):
        yield Mark(*match.span("unit"), ""), _UNIT
    for match in _MOST_EXCEEDS.finditer(text):
        start, end = match.span("most")
        if match[0][0].isupper():
            yield Mark(start, end + 1, text[end].upper()), _MOST
        else:
            yield Mark(start, end, ""), _MOST


RULE = Rule(
    "wrong-limit",
    "Wrong limit",
    "A count that is measured in characters, or a maximum that exceeds a number.",
    find,
    Harm.MISLEADS,
)
