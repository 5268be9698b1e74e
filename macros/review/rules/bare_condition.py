"""`bare-condition`: messages that are half a sentence, "If …" and "When …", once per document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.rules.rule import EXAMPLES, Harm, Hit, Mark, Quote, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGINS = re.compile(r"(?:If|When|In case)\b")
_ASIDE = re.compile(r"\([^()]*\)|\"[^\"]*\"|“[^“”]*”|'[^'\s][^']*'(?!\w)")
# "…, the field is required": the rest of the sentence, so that it is none of these.
_GOES_ON = re.compile(r",\s*(?!(?:if|when|or|and)\b)[^\s,]|[.!?:;]\s*\S|\bthen\b", re.IGNORECASE)
# "A, B, or C": what stands behind the comma of a series.
_SERIES = re.compile(r"(?:,\s*[\w-]+){1,20},?\s+(?:or|and)\s+[\w-]+")
_FEWEST = 3
_SHARE = 0.05


def find(subject: Subject) -> Iterator[Hit]:
    """Yield one finding where many messages name a condition and say nothing of it."""
    rows = subject.english
    bare = [row for row in rows if _is_bare(row.message)]
    if len(bare) >= max(_FEWEST, _SHARE * len(rows)):
        says = (
            f"{len(bare)} of {len(subject.rows)} messages are half a sentence, If or When and no"
            " more, such as these: they name the condition and do not say what is wrong."
        )
        marks = ((row, _BEGINS.match(row.message)) for row in bare[:EXAMPLES])
        yield Hit(tuple(Quote(row, (Mark(*at.span()),)) for row, at in marks if at), says)


def _is_bare(text: str) -> bool:
    if not _BEGINS.match(text):
        return False
    plain = _SERIES.sub("", _ASIDE.sub("", text))
    return not _GOES_ON.search(plain)


RULE = Rule(
    "bare-condition",
    "A condition for a message",
    "Many messages are half a sentence that begins with If or When: told once for a document.",
    find,
    Harm.UNCLEAR,
    is_mistake=False,
    of_document=True,
)
