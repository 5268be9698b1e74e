"""`markup-residue`: escapes, tags and entities that the provider's page shows as text."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, apart, one_row

if TYPE_CHECKING:
    from collections.abc import Iterator

_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows whose message shows markup as text."""
    for row in subject.rows:
        marks = [Mark(*match.span(), match[1]) for match in _BACKSLASH.finditer(row.message)]
        marks += [Mark(*match.span(), "") for match in _TAG.finditer(row.message)]
        for match in _ENTITY.finditer(row.message):
            meant = html.unescape(match[0])
            if meant != match[0]:
                marks.append(Mark(*match.span(), meant))
        if marks:
            marks = apart(marks)
            said = " ".join(row.message[mark.start : mark.end] for mark in marks)
            yield one_row(row, f"The page shows markup as text: {said}", *marks)


RULE = Rule(
    "markup-residue",
    "Markup that shows",
    "The provider's page shows back-slash escapes, tags or entities as text.",
    find,
    Harm.STYLE,
)
