"""`turned-around`: a sentence that says of a thing that its fields require it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review import language
from macros.review.rules.expression import Expression
from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, one_row

if TYPE_CHECKING:
    from collections.abc import Iterator


# What has fields, and is none: "the wide template", "several templates", not "the template".
_HAS_FIELDS = r"(?<![\w-])[\w-]{1,80}\s+(?:templates?|messages|buttons|types|modes|forms)"
_REQUIRED = Expression(
    rf"{_HAS_FIELDS}\s+(?:is|are)\s+(?:an?\s+|the\s+)?required\s+"
    r"(?:fields?|parameters?)\s+(?:for|of|in)\s+(?:the\s+)?(?=\w)",
    ["required"],
)
# A field for a call: createMessage.
_CALL = re.compile(
    r"(?:add|cancel|create|delete|find|get|list|post|put|query|remove|request|search|send|set|"
    r"update|upload)(?![a-z])"
)


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows that call a thing a required field of its own fields."""
    for row in subject.english:
        for match in _REQUIRED.finditer(row.message):
            name = dict(language.identifiers(row.message)).get(match.end())
            if name and not _CALL.match(name):
                says = (
                    f'"{name}" probably is what is required, not what requires: the sentence is'
                    " turned around."
                )
                yield one_row(row, says, Mark(match.start(), match.end() + len(name)))


RULE = Rule(
    "turned-around",
    "Turned around",
    "A sentence that calls a thing a required field of its own fields, and probably means the"
    " reverse.",
    find,
    Harm.MISLEADS,
)
