"""`punctuation`: missing and surplus spaces, commas and full stops."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.review.language import unquoted
from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, one_row

if TYPE_CHECKING:
    from collections.abc import Iterator

_STARTERS = "For|If|When|The|This|These|Please|You|There|Only|However|It|Use"
_OTHER_STARTERS = "Cannot|Check|Contact|Do|Make|Must|Not|See|Try|Your"
_PARENTHESIS = re.compile(
    r"(?<=[A-Za-z0-9])\((?P<inside>[^()]*)\)|(?<=[A-Za-z0-9])\((?P<open>[^()]*)$"
)
# What a call has in its parenthesis: `max(a, b)`.
_ARGUMENTS = re.compile(r"\s*[\w.'\"*-]+(?:\s*,\s*[\w.'\"*-]+)*\s*")
_SPACE_BEFORE = re.compile(
    r"(?<=\S)[ \t]+(?=[,;](?:\s|$))|(?<=\S)[ \t]+(?=[,;][A-Za-z])|(?<=\S)[ \t]+(?=\.(?:\s|$))"
)
# "separated with , or ;": the sign itself.
_SIGN_ITSELF = re.compile(
    r"\b(?:with|by|use|using|as|an?|the|and|or|character|signs?)$", re.IGNORECASE
)
_CLAUSE = re.compile(r"(?:If|When|In case)\b")
_TRAILING_COMMA = re.compile(r"[,;]\s*$")
_NO_SPACE_BEHIND = re.compile(
    rf"(?<=[a-z])[,;](?=[A-Za-z])|(?<=[a-z]{{2}})\.(?=(?:{_STARTERS}|{_OTHER_STARTERS})\s+[a-z])"
)
_CALL = re.compile(r"\s+(?:calls?|functions?|methods?)\b")
_NOUN = re.compile(r"\b(?:the|an?|this|your)\s+[a-z]+$", re.IGNORECASE)
_LONGEST_WORD = 80
_NO_FULL_STOP = re.compile(rf"(?<=[a-z)])(?=[ \t]+(?:{_STARTERS})\s[a-z])")


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows whose punctuation is broken."""
    for row in subject.english:
        faults = _sorted(unquoted(row.message))
        if faults:
            says = " ".join(dict.fromkeys(said for _, said in faults))
            yield one_row(row, says, *(mark for mark, _ in faults))


# Revisions repeat most of their messages.
@lru_cache(maxsize=100_000)
def _sorted(text: str) -> tuple[tuple[Mark, str], ...]:
    return tuple(sorted(_faults(text), key=lambda fault: fault[0].start))


def _faults(text: str) -> Iterator[tuple[Mark, str]]:
    for match in _PARENTHESIS.finditer(text):
        if _is_aside(text, match):
            said = "A space is missing before a parenthesis."
            yield Mark(match.start(), match.start() + 1, " ("), said
    for match in _SPACE_BEFORE.finditer(text):
        if not _SIGN_ITSELF.search(text[max(0, match.start() - 12) : match.start()]):
            yield Mark(*match.span(), ""), "There is a space before a punctuation mark."
    for match in _TRAILING_COMMA.finditer(text):
        if _SIGN_ITSELF.search(text[: match.start()].rstrip()):
            continue
        # "If a fallback is requested,": it is the rest of the sentence that is missing.
        should = None if _CLAUSE.match(text) else ""
        yield Mark(match.start(), match.start() + 1, should), "The text ends in a comma."
    for match in _NO_SPACE_BEHIND.finditer(text):
        if not _hangs_together(text, match.start()):
            said = "A space is missing behind a punctuation mark."
            yield Mark(*match.span(), f"{match[0]} "), said
    for match in _NO_FULL_STOP.finditer(text):
        said = "A full stop is missing between two sentences."
        yield Mark(match.start(), match.start(), "."), said


def _is_aside(text: str, match: re.Match[str]) -> bool:
    """Tell an aside, `full(see there)`, from a call, `max(a, b)`, and an ending, `file(s)`."""
    inside = match["inside"] if match["inside"] is not None else match["open"]
    if _ARGUMENTS.fullmatch(inside):
        # `body(JSON)`, `received(Polling)`, `the dock(old)`: one word, and no call.
        if not inside.isalpha() or _CALL.match(text, match.end()):
            return False
        noun = _NOUN.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
        return (inside[0].isupper() or noun is not None) and _word_before(text, match.start())
    return bool(inside.strip()) and _word_before(text, match.start())


def _word_before(text: str, place: int) -> bool:
    """Tell whether a word or a number stands before `place`, and no identifier."""
    word = (text[max(0, place - _LONGEST_WORD) : place].split() or [""])[-1]
    return re.fullmatch(r"[\"'(]?(?:[A-Za-z]?[a-z-]+|[0-9]+|[A-Z]{2,})", word) is not None


def _hangs_together(text: str, place: int) -> bool:
    """Tell whether the sign at `place` is a part of what it stands in: `id,name,type`, `a/b,c`."""
    before = text[max(0, place - _LONGEST_WORD) : place].rsplit(maxsplit=1)[-1]
    behind = text[place + 1 : place + _LONGEST_WORD].split(maxsplit=1)[0]
    return re.fullmatch(
        r"[A-Za-z]+[,;.][A-Za-z]+[.,;:!?)]?", f"{before}{text[place]}{behind}"
    ) is None or text[: place - len(before)].rstrip().endswith(":")


RULE = Rule(
    "punctuation",
    "Punctuation",
    "A missing space before a parenthesis, a space before a comma, a comma at the end, a full stop"
    " missing between joined sentences.",
    find,
    Harm.STYLE,
    is_typo=True,
)
