"""Texts that went from one code to another: catalog -> moves.

A code lost its text, and in the same revision another code has it, or nearly, and had it not
before. That is computed from the texts alone, and told only where nothing else is as near: the text
is no short one that many codes could have, it stands at the old code no more, and one other code
alone has got it. Short texts count where neighbours moved with them: `shifts`.

Texts are near when they share most of their words, whatever the words' endings and order, and say
the same numbers and the same "not". Texts that differ in opposites (`before`, `after`), or in
nothing but the order of their words, are of two situations. Only texts with a rare word in common
are compared, so that the work grows with the number of codes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from macros.review import shifts
from macros.review.likeness import SMALL, listed, stem, strict
from macros.review.opposites import opposed
from macros.review.remembered import remembered
from macros.review.shifts import Shift
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.catalog.model import Catalog, Code
    from macros.readers.rows import Row
    from macros.sources.provider import CodeSet, Revision

_NEAR = 0.6  # of the words of both texts are in both
_LEAST = 4  # words in both: fewer make no text that is known again
_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
_RARE = 50  # texts that have a word, at most: what more of them have tells nothing


@dataclass(frozen=True, slots=True)
class Move:
    """A text that one code had and another one has.

    Attributes:
        old: the code that had it.
        new: the code that has it.
        before: the revision in which the one had it.
        after: the next one, in which the other has it.
        said: the text of the one.
        says: the text of the other.
    """

    old: Code
    new: Code
    before: Revision
    after: Revision
    said: str
    says: str

    @property
    def exact(self) -> bool:
        """Whether not a letter of it changed."""
        return one_line(self.said) == one_line(self.says)


def find(catalog: Catalog) -> tuple[Move, ...]:
    """Return the texts that went from one code of a code set to another, by revision, in order."""
    return tuple(
        move
        for before, after in catalog.provider.steps
        for code_set in catalog.provider.code_sets
        for move in _moves(catalog, code_set, before, after)
    )


class _Text(NamedTuple):
    """A text with its code and its words."""

    code: Code
    row: Row
    words: frozenset[str]


class _Match(NamedTuple):
    """An old text, the nearest new one, and how near they are."""

    old: _Text
    new: _Text
    near: float


def _moves(
    catalog: Catalog, code_set: CodeSet, before: Revision, after: Revision
) -> Iterator[Move]:
    codes = catalog.of(code_set)
    places = {code.code: place for place, code in enumerate(codes)}
    found = {
        (places[old.code], places[new.code], said.message, says.message)
        for old, new, said, says in (
            *_near_ones(codes, before, after),
            *shifts.find(codes, before, after),
        )
    }
    for old, new, *texts in sorted(found):
        yield Move(codes[old], codes[new], before, after, *texts)


def _near_ones(codes: Sequence[Code], before: Revision, after: Revision) -> Iterator[Shift]:
    """Yield the texts that another code has got, or nearly."""
    there = [text for code in codes for text in _texts(code, after)]
    shelves = _shelves(there)
    matches = [
        match
        for code in codes
        for text in _gone(code, before, after)
        if (match := _nearest(text, there, shelves))
        and not any(_near(match.new, had) for had in _texts(match.new.code, before))
    ]
    nearest: dict[str, list[_Match]] = defaultdict(list)
    for match in matches:
        nearest[match.new.code.code].append(match)
    for match in matches:
        rivals = nearest[match.new.code.code]
        if all(one.near < match.near for one in rivals if one.old.code is not match.old.code):
            yield Shift(match.old.code, match.new.code, match.old.row, match.new.row)


def _gone(code: Code, before: Revision, after: Revision) -> list[_Text]:
    """Return the texts of a code to which none of its later ones is near."""
    if code.unread_in(after):
        return []
    kept = {row.message for row in code.rows(after)}
    if all(row.message in kept for row in code.rows(before)):
        return []  # as of most codes: their words need not be looked at
    later = _texts(code, after)
    return [
        text
        for text in _texts(code, before)
        if not any(_is_still_there(text, one) for one in later)
    ]


def _is_still_there(text: _Text, later: _Text) -> bool:
    """Tell whether a code's later text is near, be it `sub-menu` there and `submenu` here."""
    return bool(_near(text, later) or _near(_without_hyphens(text), _without_hyphens(later)))


def _without_hyphens(text: _Text) -> _Text:
    return text._replace(words=_words(_HYPHEN.sub("", text.row.message)))


def _texts(code: Code, revision: Revision) -> list[_Text]:
    return [_Text(code, row, _words(row.message)) for row in code.rows(revision)]


def _shelves(texts: Sequence[_Text]) -> dict[str, list[int]]:
    """Return the places of the texts that have a word, by the word."""
    shelves: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for word in text.words:
            shelves[word].append(place)
    return shelves


def _nearest(
    text: _Text, there: Sequence[_Text], shelves: Mapping[str, Sequence[int]]
) -> _Match | None:
    """Return the one text that is near, nearer than all others; None where there is none."""
    found = sorted(
        (
            _Match(text, there[place], near)
            for place in _candidates(text.words, shelves)
            if (near := _near(text, there[place]))
        ),
        key=lambda match: -match.near,
    )
    others = [match for match in found if match.new.code is not found[0].new.code]
    if not found or (others and others[0].near == found[0].near):
        return None
    return found[0]


def _candidates(words: Iterable[str], shelves: Mapping[str, Sequence[int]]) -> set[int]:
    """Return the places of the texts that can be near.

    Of two texts that share so many words at least one of these, the rarest, is in both.
    """
    rarest = sorted(words, key=lambda word: (len(shelves.get(word, ())), word))
    needed = rarest[: len(rarest) - ceil(_NEAR * len(rarest)) + 1]
    shelved = [shelves.get(word, ()) for word in needed]
    return {place for places in shelved if len(places) <= _RARE for place in places}


def _near(one: _Text, other: _Text) -> float:
    """Return how much of their words two texts share; 0 where that is too little."""
    shared = one.words & other.words
    if len(shared) < _LEAST or strict(one.words) != strict(other.words):
        return 0.0
    share = len(shared) / len(one.words | other.words)
    return share if share >= _NEAR and not _differ(one.row.message, other.row.message) else 0.0


def _differ(one: str, other: str) -> bool:
    """Tell whether texts of nearly the same words say the opposite, or who did it to whom."""
    first, second = listed(one), listed(other)
    if first != second and sorted(first) == sorted(second):
        return True
    return opposed({*first} - {*second}, {*second} - {*first})


@remembered
def _words(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in listed(text) if word not in SMALL)
