"""`said-twice`: a parenthesis that repeats the text before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.review.rules.rule import Harm, Hit, Rule, Subject, one_row, repeats

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows that say the same twice."""
    for row in subject.english:
        if echo := repeats(row.message):
            yield one_row(row, "The parenthesis repeats the text before it.", echo)


RULE = Rule(
    "said-twice",
    "Said twice",
    "A parenthesis at the end repeats the whole text before it.",
    find,
    Harm.STYLE,
)
