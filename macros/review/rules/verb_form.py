"""`verb-form`: sentences without their verb, nouns for verbs, and commands that are reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.language import unquoted
from macros.review.remembered import remembered
from macros.review.rules.english import is_plural
from macros.review.rules.expression import Expression
from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, apart, one_row, probably

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOUNS_FOR_VERBS = {
    "login": "log in",
    "logout": "log out",
    "signin": "sign in",
    "signup": "sign up",
    "setup": "set up",
    "backup": "back up",
}
_NOUN_FOR_VERB = Expression(
    r"\b(?:please|must|should|cannot|can\s+not|can't|have\s+to|need\s+to|unable\s+to|failed\s+to|"
    r"fail\s+to|try\s+to|want\s+to|able\s+to|allowed\s+to|required\s+to)"
    rf"\s+(?P<noun>{'|'.join(NOUNS_FOR_VERBS)})(?P<behind>\s+[a-z]+|)",
    NOUNS_FOR_VERBS,
)
# "cannot login page": the noun is a noun.
_BEHIND_VERB = frozenset(
    "a again an and as at before first for from here in later now on or the this to using via with"
    " your".split()
)
_FAIL_TO = re.compile(r"Fail(?=\s+to\s+[a-z]+)")
_SAID_OF = (
    "unavailable|incorrect|invalid|disabled|enabled|unsupported|unauthorized|unreachable|"
    "supported|registered|activated|configured|available|allowed|found|valid"
)
_VERBLESS = re.compile(
    rf"(?:The|This|Your)\s+(?P<what>(?:[\w\\-]+\s+){{1,8}}?)"
    rf"(?P<said>(?:not\s+|no\s+longer\s+)?(?:{_SAID_OF})|mismatch)(?=\s*(?:$|[.;(\n]))"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|can|cannot|could|may|might|must|"
    r"shall|should|will|would|not|no|to|of|for|in|with|on|at|by|that|which|as|if|when|"
    r"came|comes|goes|went|keeps|kept|leaves|left|made|makes|ran|runs|ships|stays|the|this|your|"
    r"(?:contain|exceed|match|include|require|belong|use|get|got|become|became|seem|look|appear|"
    r"remain|return|need|show)\w*|[a-z]+ed)\b",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows whose verb is missing or none."""
    for row in subject.english:
        marks = _marks(row.message)
        if marks:
            yield one_row(row, probably(row, marks), *marks)


@remembered
def _marks(text: str) -> tuple[Mark, ...]:
    plain = unquoted(text)
    return tuple(apart(mark for check in _CHECKS for mark in check(plain)))


def _noun_for_verb(text: str) -> Iterator[Mark]:
    for match in _NOUN_FOR_VERB.finditer(text):
        behind = match["behind"].strip().lower()
        if match[0].startswith("Should"):
            continue  # "Should login fail, …"
        if not behind or behind in _BEHIND_VERB:
            if not behind and text[match.end() : match.end() + 1] in ("-", "_", "/"):
                continue
            noun = match["noun"]
            verb = NOUNS_FOR_VERBS[noun.lower()]
            yield Mark(*match.span("noun"), verb.capitalize() if noun[0].isupper() else verb)


def _fail_to(text: str) -> Iterator[Mark]:
    if match := _FAIL_TO.match(text):
        yield Mark(*match.span(), "Failed")


def _verbless(text: str) -> Iterator[Mark]:
    match = _VERBLESS.match(text)
    if not match or _VERB.search(match["what"]):
        return
    what = match["what"].split()
    several = is_plural(what[-1]) or "and" in what
    if match["said"] != "mismatch":
        said = f"{'are' if several else 'is'} {match['said']}"
        yield Mark(*match.span("said"), said)
    elif "and" in what:
        yield Mark(*match.span("said"), "do not match")


_CHECKS: tuple[Callable[[str], Iterator[Mark]], ...] = (_noun_for_verb, _fail_to, _verbless)

RULE = Rule(
    "verb-form",
    "Verbs",
    "A sentence without its verb, a noun such as login for a verb, Fail to for Failed to.",
    find,
    Harm.STYLE,
    is_typo=True,
)
