"""What bound a number is, by the words before and behind it: sentence, quantity -> bound.

Two kinds of words are told apart: those that set a bound (`up to`, `at least`, `cannot exceed`),
and those that say that it was broken (`exceeds`, `more than`, `below`). The second kind counts only
where the sentence says no more than that: of `messages exceeding 90 bytes are sent as two` nothing
is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from macros.review.limits.quantity import value

if TYPE_CHECKING:
    from macros.review.limits.quantity import Quantity


class Bound(StrEnum):
    """On which side of its number a limit keeps things."""

    AT_MOST = "at-most"
    AT_LEAST = "at-least"
    EXACTLY = "exactly"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Told:
    """A bound with the characters that tell it, its number among them.

    Attributes:
        bound: the bound.
        start: the place of the first of these characters.
        end: the place behind the last one.
        subject: the place before which the thing is named.
    """

    bound: Bound
    start: int
    end: int
    subject: int


_PART = re.compile(r"[,;] ")
_AT_A_TIME = re.compile(r"\b(?:at (?:a|one) time|at once|per [a-z]+)$", re.IGNORECASE)
_LOOSE = frozenset({"over", "under"})
# A bare comparison behind these is of another thing: `not seen for more than 3 days`.
_NEGATED = re.compile(
    r"\b(?:not|never|no|without)\b|n['’]t\b|\b(?:for|after|since|in|by|every) $", re.IGNORECASE
)
# Behind a bound that is named: what tells that it is none, but what happened.
_HAPPENED = re.compile(
    r" (?:is|are|was|were|has|have|had|do|does|did|will)\b"
    r"(?! (?:be )?(?:required|needed|necessary|allowed|permitted|supported|accepted|possible))",
    re.IGNORECASE,
)
_FOUND = re.compile(r"\b(?:is|are|was|were|had|found|got|made|received|returned) $", re.IGNORECASE)
_FOR = re.compile(r"\bfor $", re.IGNORECASE)  # how long: `for up to 5 days`
_COUNTED = re.compile(r"[a-z]+s", re.IGNORECASE)
_HAVE = frozenset({"has", "have", "had"})
_IF = re.compile(
    r"\b(?:if|when|because|since|due to|failed|where|whenever|unless)\b", re.IGNORECASE
)
_DOUBTFUL_IF = re.compile(r"\b(?:if|when|where|whenever|unless)\b", re.IGNORECASE)
_NOT = r"(?:cannot|can ?not|can['’]t|could not|must not|mustn['’]t|may not|should not|shall not)"
_DOES_NOT = r"(?:(?:do|does|did|has|have|is|are) not|(?:do|does|did|is|are)n['’]t|not|never|no)"
_MAY = (
    r"(?:must|should|shall|may|might|can|could|will|would|need|needs|has|have|had|required|allowed"
    r"|able|supposed)(?: to)?"
)
# The words right before a comparison, which turn it round: `cannot have`, `must be`.
_AUX = (
    rf"(?:(?:(?P<modal>{_NOT})|(?P<plain>{_DOES_NOT})|(?P<positive>{_MAY}))"
    r"(?: (?:be|been|have|contain|include|hold|exceed))? )?"
)
_EXCEED = re.compile(
    rf"\b{_AUX}exceed(?:s|ed|ing)?"
    r"(?: (?:the|a) (?:maximum|max|limit)(?: (?:number|length|size))?(?: of)?)? $",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"\b{_AUX}(?:(?:more|greater|larger|longer|bigger|higher) than|over|above) $", re.IGNORECASE
)
_LESS = re.compile(
    rf"\b{_AUX}(?:(?:less|fewer|smaller|shorter|lower) than|under|below) $", re.IGNORECASE
)
_MAX = re.compile(
    r"\b(?:up to|at (?:the )?most|not exceeding|limited to|(?:an? |the )?(?:upper )?limit(?: of|:)"
    r"|(?:an? |the )?(?:maximum|max)(?: (?:number|length|size))?(?: of|:|\.)?"
    r"|(?P<thing>(?:maximum|max\.?) (?:[\w/-]+ ){1,5}(?:is|are|:|=))) $",
    re.IGNORECASE,
)
_MIN = re.compile(
    r"\b(?:at (?:the )?least"
    r"|(?:an? |the )?minimum(?: (?:number|length|size))?(?: of|:|\.)?"
    r"|(?P<thing>minimum (?:[\w/-]+ ){1,5}(?:is|are|:|=))) $",
    re.IGNORECASE,
)
_COMPARED = ((Bound.AT_MOST, _EXCEED), (Bound.AT_MOST, _MORE), (Bound.AT_LEAST, _LESS))
_NAMED = ((Bound.AT_MOST, _MAX), (Bound.AT_LEAST, _MIN))
_TURNED = re.compile(
    r"(?:\bnot|n['’]t|[0-9]|\b(?:takes?|after|within|in|by|every|save|saves)) $", re.IGNORECASE
)
_BROKEN = re.compile(
    r"\b(?:exceed(?:s|ed|ing)?|reach(?:es|ed)?|over|above|beyond) $", re.IGNORECASE
)
_EXACTLY = re.compile(r"\bexactly $", re.IGNORECASE)
_MUST_BE = re.compile(r"\b(?:must|should|shall|ha(?:s|ve) to) be $", re.IGNORECASE)
_CAN_ONLY = re.compile(r"\b(?:can|may|could) only [a-z]+ $", re.IGNORECASE)
_ONLY = re.compile(r"\bonly $", re.IGNORECASE)
_ALLOWED = re.compile(
    r" (?:(?:is|are|can be|may be) )?(?:allowed|supported|permitted)\b", re.IGNORECASE
)
_RANGE = re.compile(
    r"\b(?:(?:must|should|shall|ha(?:s|ve) to|needs? to|can|may|can only) (?:be|have|contain)"
    r"(?: between)?|requires?|(?P<between>(?:(?:is|are) )?(?:(?P<not>not) )?between)"
    r"|range(?: of| is|:)|allowed:) $",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:difference|distance|gap|interval|choose|switch|not(?: be)?) $", re.IGNORECASE
)
_BEHIND = (
    (
        Bound.AT_MOST,
        re.compile(
            r",? (?:at (?:the )?most|at (?:a |the )?maximum|maximum|max\b\.?|limit\b"
            r"|or (?:less|fewer|shorter|smaller|below|under)\b(?! than))",
            re.IGNORECASE,
        ),
    ),
    (
        Bound.AT_LEAST,
        re.compile(
            r",? (?:at (?:the )?least|at (?:a |the )?minimum|minimum"
            r"|or (?:more|longer|larger|greater|above|over)\b(?! than))",
            re.IGNORECASE,
        ),
    ),
)
# What a sentence may go on with, where it only tells that a bound was broken.
_REST = re.compile(
    r"(?: (?:in (?:length|size|total|width|height)|including|excluding|with|without|per|for|of)\b"
    r"(?P<tail>[^,]*))?[\s\x00.;:!?]*(?:, (?P<main>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|must|should|can|may|will|needs?|requires?|use|and|or|then)\b",
    re.IGNORECASE,
)
_FAILS = re.compile(
    r"(?:[\w ]{0,40}\b)?"
    r"(?:cannot|can not|can['’]t|unable|fails?|failed|not allowed|rejected|refused)\b",
    re.IGNORECASE,
)


def bound_of(text: str, start: int, end: int, quantity: Quantity) -> Told | None:
    """Return what bound a quantity is in a sentence of a text; None where none is sure."""
    before, after = text[start : quantity.start], text[quantity.end : end]
    conditional = bool(_IF.search(_PART.split(before)[-1]))
    if quantity.joint:
        return _placed(_between(before, quantity, conditional=conditional), start, quantity.end)
    behind = None if conditional or not quantity.unit else _behind(after)
    lead = _before(before, after, quantity, conditional=conditional)
    if not behind:
        return _placed(lead, start, quantity.end)
    bound, length = behind
    if lead and lead.bound is not bound and lead.bound is not Bound.EXACTLY:
        return None
    lead = lead or _Lead(bound, len(before), len(before))
    return Told(bound, start + lead.start, quantity.end + length, start + lead.subject)


class _Lead(NamedTuple):
    """A bound, and where in the words before it those begin that tell it, and the thing ends."""

    bound: Bound
    start: int
    subject: int


def _lead(bound: Bound, match: re.Match[str]) -> _Lead:
    return _Lead(bound, match.start(), match.start())


def _placed(lead: _Lead | None, start: int, end: int) -> Told | None:
    return Told(lead.bound, start + lead.start, end, start + lead.subject) if lead else None


def _behind(after: str) -> tuple[Bound, int] | None:
    """Return a bound that stands behind its number, and how long its words are."""
    for bound, pattern in _BEHIND:
        match = pattern.match(after)
        if match and not _HAPPENED.match(after, match.end()):
            return bound, match.end()
    return None


def _before(before: str, after: str, quantity: Quantity, *, conditional: bool) -> _Lead | None:
    """Return a bound that stands before its number."""
    for bound, pattern in _COMPARED:
        if match := pattern.search(before):
            lone = pattern is _EXCEED or conditional or _main_fails(after)
            sure = _compared(match, before, after, lone=lone) and not _of_time(match, quantity)
            return _lead(bound, match) if sure else None
    for bound, pattern in _NAMED:
        if match := pattern.search(before):
            if quantity.is_time and _FOR.search(before[: match.start()]):
                return None
            return _set(bound, match, before, after, conditional=conditional)
    return None if conditional else _stated(before, after, quantity)


def _stated(before: str, after: str, quantity: Quantity) -> _Lead | None:
    """Return a bound that plain words state: `exactly`, `must be`, `only`."""
    match = _EXACTLY.search(before)
    if match and (_HAPPENED.match(after) or _FOUND.search(before[: match.start()])):
        return None
    # `must be 5 characters or longer` and the like say something else.
    if not match and quantity.is_size and not after.startswith((" or ", " and ", "-")):
        match = _MUST_BE.search(before)
    if match:
        return _lead(Bound.EXACTLY, match)
    match = _CAN_ONLY.search(before)
    if match and quantity.unit and _AT_A_TIME.search(quantity.unit):
        # What can be done is the thing.
        return _Lead(Bound.AT_MOST, match.start(), match.end())
    match = _ONLY.search(before)
    sure = match and _ALLOWED.match(after) and _is_counted(quantity)
    return _lead(Bound.AT_MOST, match) if match and sure else None


def _is_counted(quantity: Quantity) -> bool:
    """Tell whether a number says how many there are: of `5 GHz radios` it says which."""
    return (
        quantity.is_size
        or value(quantity.printed[0]) == 1
        or bool(_COUNTED.fullmatch(quantity.unit or ""))
    )


def _compared(match: re.Match[str], before: str, after: str, *, lone: bool) -> bool:
    """Tell whether a comparison leaves no doubt about the bound.

    Args:
        match: the comparison with the words that may turn it round.
        before: the words before the number.
        after: the words behind it.
        lone: whether it says that the bound was broken, where nothing turns it round.
    """
    if match["modal"]:
        return True
    if match["positive"] and not (match["positive"].lower() in _HAVE and lone):
        return False
    if match["plain"]:
        return not _DOUBTFUL_IF.search(before)
    lead = before[: match.start()]
    return lone and not _NEGATED.search(_PART.split(lead)[-1]) and _only_that(after)


def _of_time(match: re.Match[str], quantity: Quantity) -> bool:
    """Tell whether a comparison may tell when, or how long, something was: `over 3 days`."""
    word = match[0].split()[-1].lower()
    return word in _LOOSE and not quantity.is_size


def _only_that(after: str) -> bool:
    """Tell whether a sentence that says that a bound was broken says no more than that."""
    match = _REST.fullmatch(after)
    if not match or _VERB.search(match["tail"] or ""):
        return False
    return not match["main"] or _main_fails(after)


def _main_fails(after: str) -> bool:
    """Tell whether the words behind the next comma say that something is refused."""
    _, comma, main = after.partition(", ")
    return bool(comma and _FAILS.match(main))


def _set(
    bound: Bound, match: re.Match[str], before: str, after: str, *, conditional: bool
) -> _Lead | None:
    """Return a bound that is named as such, where nothing turns it round."""
    lead = before[: match.start()]
    broken = _BROKEN.search(lead)
    if broken:
        sure = bound is Bound.AT_MOST and _only_that(after)
        return _lead(bound, broken) if sure else None
    if conditional or _TURNED.search(lead) or _HAPPENED.match(after):
        return None
    # Of `the maximum length is` the thing is a part.
    subject = match.end() if match["thing"] else match.start()
    return _Lead(bound, match.start(), subject)


def _between(before: str, quantity: Quantity, *, conditional: bool) -> _Lead | None:
    """Return a bound of two numbers."""
    match = _RANGE.search(before)
    low, high = map(value, quantity.printed)
    if not match or low >= high or _APART.search(before[: match.start()]):
        return None
    says = match[0].lower()
    # What takes `2 to 3 days` is no limit, and `1 and 2` are two numbers.
    unsure = (quantity.is_time and "require" in says) or (
        quantity.joint == "and" and "between" not in says
    )
    return None if unsure or (conditional and not match["not"]) else _lead(Bound.BETWEEN, match)
