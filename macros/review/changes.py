"""Two revisions of a document, compared: catalog, notes -> changes.

Each revision is compared with the one before. What kind of change it is, is computed first; a note
of a person, who has read both texts, stands above that.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from macros.kinds import Kind
from macros.review.differences import Piece, differences
from macros.review.rules import typos

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.catalog.model import Catalog, Code
    from macros.readers.rows import Row
    from macros.review.language import Language
    from macros.sources.notes import ChangeNote
    from macros.sources.provider import Revision

_NUMBER = re.compile(r"(?<![\w.])[0-9][0-9,]*(?:[.:][0-9]+)?\s*(?:[KMG]B\b|%)?")
_MINUS = re.compile(r"(?<![\w-])-(?=[0-9])")
# Texts less alike than this are no typo of each other.
_ALIKE = 80


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one code from one revision to the next.

    Attributes:
        code: the code.
        before: the earlier revision.
        after: the later one.
        old: the code's rows in the earlier one; none when it was added.
        new: the code's rows in the later one; none when it was dropped.
        computed: the kind as the texts alone tell it.
        note: what a person says of it, if one has.
    """

    code: Code
    before: Revision
    after: Revision
    old: tuple[Row, ...]
    new: tuple[Row, ...]
    computed: Kind
    note: ChangeNote | None

    @property
    def kind(self) -> Kind:
        """The kind: a person's word where there is one."""
        return self.note.kind if self.note else self.computed

    @property
    def of_text(self) -> bool:
        """Whether both revisions list the code, with different words."""
        return bool(self.old and self.new)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words that went and came; a line feed stands between rows."""
        return differences(_joined(self.old), _joined(self.new))


def compare(
    catalog: Catalog, language: Language, notes: Mapping[tuple[str, str, str], ChangeNote]
) -> tuple[Change, ...]:
    """Return all changes of one provider, by revision and in the order of codes.

    Args:
        catalog: the provider's codes.
        language: what is a word.
        notes: by anchor and the ids of the two revisions.
    """
    return tuple(_changes(catalog, language, notes))


def _changes(
    catalog: Catalog, language: Language, notes: Mapping[tuple[str, str, str], ChangeNote]
) -> Iterator[Change]:
    for before, after in pairwise(catalog.provider.revisions):
        for code in catalog.codes:
            old, new = code.rows(before), code.rows(after)
            if _messages(old) != _messages(new):
                kind = classify(old, new, language)
                note = notes.get((code.anchor, before.id, after.id))
                yield Change(code, before, after, old, new, kind, note)


def classify(old: tuple[Row, ...], new: tuple[Row, ...], language: Language) -> Kind:
    """Return what the texts alone tell of a change; `meaning-changed` takes a person to say."""
    if not (old and new):
        return Kind.DROPPED if old else Kind.ADDED
    if len(old) != len(new):
        return Kind.ROWS_CHANGED
    before, after = _joined(old), _joined(new)
    if _numbers(before) != _numbers(after):
        return Kind.LIMIT_CHANGED
    if is_formatting(old, new):
        return Kind.FORMATTING_ONLY
    had, has = typos(old, language), typos(new, language)
    if had != has and fuzz.ratio(before.lower(), after.lower()) >= _ALIKE:
        return Kind.TYPO_INTRODUCED if had < has else Kind.TYPO_FIXED
    return Kind.REWORDED


def is_formatting(old: tuple[Row, ...], new: tuple[Row, ...]) -> bool:
    """Tell whether rows differ in white space, case and punctuation alone, if at all.

    A sign of mathematics, such as in `< 5` or `-1`, and a percent sign are no punctuation.
    """
    texts = [(_numbers(_joined(rows)), _letters(_joined(rows))) for rows in (old, new)]
    return len(old) == len(new) and texts[0] == texts[1]


def _messages(rows: tuple[Row, ...]) -> tuple[str, ...]:
    return tuple(row.message for row in rows)


def _joined(rows: tuple[Row, ...]) -> str:
    return "\n".join(row.message for row in rows)


def _numbers(text: str) -> list[str]:
    return sorted("".join(number.split()).replace(",", "") for number in _NUMBER.findall(text))


def _letters(text: str) -> str:
    return "".join(
        character
        for character in _MINUS.sub("\N{MINUS SIGN}", text.casefold())
        if character.isalnum() or character == "%" or unicodedata.category(character) == "Sm"
    )
