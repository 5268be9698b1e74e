"""`punctuation`: missing and surplus spaces, commas and full stops."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, one_row

if TYPE_CHECKING:
    from collections.abc import Iterator

_STARTERS = "For|If|When|The|This|These|Please|You|There|Only|However|It|Use"
# Of `function()` and `name(s)` the parenthesis is a part.
_NO_SPACE_BEFORE_PARENTHESIS = re.compile(r"(?<=[A-Za-z0-9])\((?=[^)\s]*[\s)])(?!s?\))")
_SPACE_BEFORE = re.compile(r"[ \t]+(?=[,;])|[ \t]+(?=\.(?:\s|$))")
_TRAILING_COMMA = re.compile(r"[,;]\s*$")
_NO_SPACE_BEHIND = re.compile(r"(?<=[a-z])[,;](?=[A-Za-z])|(?<=[a-z]{2})\.(?=[A-Z][a-z])")
_ADDRESS = re.compile(r"://\S*$")
_NO_FULL_STOP = re.compile(rf"(?<=[a-z)])(?=\s(?:{_STARTERS})\s[a-z])")


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows whose punctuation is broken."""
    for row in subject.rows:
        faults = _sorted(row.message)
        if faults:
            says = " ".join(dict.fromkeys(said for _, said in faults))
            yield one_row(row, says, *(mark for mark, _ in faults))


# Revisions repeat most of their messages.
@lru_cache(maxsize=100_000)
def _sorted(text: str) -> tuple[tuple[Mark, str], ...]:
    return tuple(sorted(_faults(text), key=lambda fault: fault[0].start))


def _faults(text: str) -> Iterator[tuple[Mark, str]]:
    for match in _NO_SPACE_BEFORE_PARENTHESIS.finditer(text):
        yield Mark(*match.span(), " ("), "A space is missing before a parenthesis."
    for match in _SPACE_BEFORE.finditer(text):
        yield Mark(*match.span(), ""), "There is a space before a punctuation mark."
    for match in _TRAILING_COMMA.finditer(text):
        yield Mark(match.start(), match.start() + 1, ""), "The text ends in a comma."
    for match in _NO_SPACE_BEHIND.finditer(text):
        if _ADDRESS.search(text[: match.start()]):
            continue
        yield Mark(*match.span(), f"{match[0]} "), "A space is missing behind a punctuation mark."
    for match in _NO_FULL_STOP.finditer(text):
        said = "A full stop is missing between two sentences."
        yield Mark(match.start(), match.start(), "."), said


RULE = Rule(
    "punctuation",
    "Punctuation",
    "A missing space before a parenthesis, a space before a comma, a comma at the end, a full stop"
    " missing between joined sentences.",
    find,
    Harm.STYLE,
    is_typo=True,
)
