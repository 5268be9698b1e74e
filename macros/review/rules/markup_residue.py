"""`markup-residue`: escapes, tags and entities that the provider's page shows as text."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, apart, one_row

if TYPE_CHECKING:
    from collections.abc import Iterator

# Not the sign itself: "no \, / or *", "Escape a quote as \".".
_BACKSLASH = re.compile(r"(?<!:)(?:\\([!-/:-@\[-`{-~])(?<!\s\\[,.;:'\"]))")
_TAG = re.compile(r"<(?P<end>/)?(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<more>\s[^<>]*)?/?>")
# Tags that stand alone, those for the look of words, and others, which can be names of values:
# "Error <code>".
_ALONE = frozenset({"br", "hr", "img", "wbr"})
_LOOKS = frozenset(
    "b big center div em font h1 h2 h3 h4 h5 h6 i li nobr ol p pre s small span strong sub sup"
    " tbody td tfoot th thead tr tt u ul".split()
)
_OTHERS = frozenset(
    "a blockquote button caption code dd del dl dt form iframe ins kbd label mark object script"
    " select style table textarea title".split()
)
# Back-slashes of regular expressions are meant.
_REGULAR_EXPRESSION = re.compile(r"\\[dDwWsSbB]|\[\^?[0-9A-Za-z]-[0-9A-Za-z]|\(\?")
# A text about markup, and one that names a tag: "Use <br> for a line break".
_ABOUT_MARKUP = re.compile(
    r"\b(?:escap|entit(?:y|ies)\b|encod|tags?\b|elements?\b|HTML)", re.IGNORECASE
)
_NAMED_TAG = re.compile(r"\b(?:use|using|replace|insert|with|by|an?|the|and|or)\s$", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows whose message shows markup as text."""
    for row in subject.rows:
        marks = [*_escapes(row.message), *_shown(row.message)]
        if marks:
            marks = apart(marks)
            said = " ".join(row.message[mark.start : mark.end] for mark in marks)
            yield one_row(row, f"The page shows markup as text: {said}", *marks)


def _escapes(text: str) -> Iterator[Mark]:
    if "\\" in text and not _REGULAR_EXPRESSION.search(text):
        for match in _BACKSLASH.finditer(text):
            yield Mark(*match.span(), match[1])


def _shown(text: str) -> Iterator[Mark]:
    if ("<" in text or "&" in text) and not _ABOUT_MARKUP.search(text):
        yield from _tags(text)
        yield from _entities(text)


def _entities(text: str) -> Iterator[Mark]:
    for match in _ENTITY.finditer(text):
        meant = html.unescape(match[0])
        if meant != match[0]:
            yield Mark(*match.span(), meant)


def _tags(text: str) -> Iterator[Mark]:
    tags = list(_TAG.finditer(text))
    ended = {tag["name"].lower() for tag in tags if tag["end"]}
    for tag in tags:
        name = tag["name"].lower()
        more = (tag["more"] or "").strip()
        if more and "=" not in more:
            continue  # "a <b and c> d"
        if name in _ALONE and _NAMED_TAG.search(text[max(0, tag.start() - 20) : tag.start()]):
            continue
        if name in _ALONE or (name in _LOOKS | _OTHERS and (more or name in ended)):
            yield Mark(*tag.span(), "")


RULE = Rule(
    "markup-residue",
    "Stray markup",
    "The provider's page shows back-slash escapes, tags or entities as text.",
    find,
    Harm.STYLE,
    any_language=True,
)
