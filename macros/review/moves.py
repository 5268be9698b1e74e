"""Texts that went from one code to another: catalog -> moves.

A code lost its text, and in the same revision another code has it, or nearly, and had it not
before. That is computed from the texts alone, and told only where nothing else is as near: the text
is no short one that many codes could have, it stands at the old code no more, and one other code
alone has got it. Short texts count where neighbours moved with them: `shifts`.

Texts are near when they share most of their words, whatever the words' endings and order, and say
the same numbers and the same "not". Texts that differ in opposites (`before`, `after`), in nothing
but the order of their words, or of which each names a thing of its own, are of two situations. All
that is known of English alone: in other languages a text is known again where not a letter of it
changed. Only texts with a rare word in common are compared, so that the work grows with the number
of codes.

Texts are followed within a language. Where a provider has several, each can tell of a move by
itself: a page in Korean may be mended where the English one was right.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from macros.languages import is_english
from macros.review import shifts
from macros.review.likeness import SMALL, is_unparted, listed, of_one_thing, stem, stems, strict
from macros.review.opposites import opposed
from macros.review.remembered import remembered
from macros.review.shifts import Shift
from macros.texts import letters, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.readers.rows import Row
    from macros.sources.provider import CodeSet, Revision

_NEAR = 0.6  # of the words of both texts are in both
_LEAST = 4  # words in both: fewer make no text that is known again
_LETTERS = 20  # of a text in another language than English: fewer may be said of many codes
_SIGNS = 10  # of one in a script whose words are not parted
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
        languages: those in which it went so, that of the texts first.
        only_in: the same, where texts of both codes in other languages did not go so; else none.
    """

    old: Code
    new: Code
    before: Revision
    after: Revision
    said: str
    says: str
    languages: tuple[str, ...]
    only_in: tuple[str, ...] = ()

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


def perhaps(catalog: Catalog, before: Revision, after: Revision) -> Iterator[tuple[str, Shift]]:
    """Yield what may have gone from one code to another, each with its language.

    They are short texts, or of a language of which less is known. Those that `find` has are there,
    too.
    """
    for code_set in catalog.provider.code_sets:
        for tag in (tag for tag in after.languages if tag in before.languages):
            for shift in shifts.perhaps(catalog.of(code_set), before, after, tag):
                yield tag, shift


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
    found: dict[tuple[int, int], dict[str, set[tuple[str, str]]]] = defaultdict(dict)
    for tag in (tag for tag in after.languages if tag in before.languages):
        for old, new, had, has in (
            *_near_ones(codes, before, after, tag),
            *shifts.find(codes, before, after, tag),
        ):
            texts = found[places[old.code], places[new.code]].setdefault(tag, set())
            texts.add((had.message, has.message))
    for (old_place, new_place), by_language in sorted(found.items()):
        pair = codes[old_place], codes[new_place]
        languages, others = _agreeing([*by_language], *pair, before, after)
        for said, says in sorted(by_language[languages[0]]):
            yield Move(*pair, before, after, said, says, languages, languages if others else ())


def _agreeing(
    found: list[str], old: Code, new: Code, before: Revision, after: Revision
) -> tuple[tuple[str, ...], bool]:
    """Return the languages in which texts went from one code to another, and whether some did not.

    What is too short to be known again by itself goes with a text in another language.
    """
    others = False
    for tag in after.languages:
        went = {letters(row.message) for row in old.within(before, tag)}
        came = {letters(row.message) for row in new.within(after, tag)}
        if tag in found or not (went and came):
            continue
        stays = {letters(row.message) for row in old.within(after, tag)}
        stays |= {letters(row.message) for row in new.within(before, tag)}
        if went & came - stays:
            found.append(tag)
        elif not went & came:
            others = True
    return tuple(found), others


def _near_ones(
    codes: Sequence[Code], before: Revision, after: Revision, tag: str
) -> Iterator[Shift]:
    """Yield the texts that another code has got, or nearly."""
    gone = [text for code in codes for text in _gone(code, before, after, tag)]
    if not gone:
        return
    there = _Shelves(
        [text for code in codes for text in _texts(code, after, tag)],
        frozenset().union(*(text.words for text in gone)),
    )
    matches = [
        match
        for text in gone
        if (match := _nearest(text, there))
        and _is_known_again(text, match.new)
        and not any(_near(match.new, had) for had in _texts(match.new.code, before, tag))
    ]
    nearest: dict[str, list[_Match]] = defaultdict(list)
    for match in matches:
        nearest[match.new.code.code].append(match)
    for match in matches:
        rivals = nearest[match.new.code.code]
        if all(one.near < match.near for one in rivals if one.old.code is not match.old.code):
            yield Shift(match.old.code, match.new.code, match.old.row, match.new.row)


def _gone(code: Code, before: Revision, after: Revision, tag: str) -> list[_Text]:
    """Return the texts of a code to which none of its later ones is near."""
    kept = {row.message for row in code.within(after, tag)}
    if not kept and any(one.revision is after for one in code.unread):
        return []
    if all(row.message in kept for row in code.within(before, tag)):
        return []  # as of most codes: their words need not be looked at
    later = _texts(code, after, tag)
    return [
        text
        for text in _texts(code, before, tag)
        if not any(_is_still_there(text, one) for one in later)
    ]


def _is_still_there(text: _Text, later: _Text) -> bool:
    """Tell whether a code's later text is near, be it `sub-menu` there and `submenu` here."""
    return bool(_near(text, later) or _near(_without_hyphens(text), _without_hyphens(later)))


def _without_hyphens(text: _Text) -> _Text:
    return text._replace(words=_words(_HYPHEN.sub("", text.row.message)))


def _texts(code: Code, revision: Revision, tag: str) -> list[_Text]:
    return [_Text(code, row, _words(row.message)) for row in code.within(revision, tag)]


class _Shelves:
    """Texts by their rare words.

    Args:
        texts: the texts.
        wanted: the words by which they are looked up.
    """

    def __init__(self, texts: Sequence[_Text], wanted: frozenset[str]) -> None:
        self._counts = Counter(chain.from_iterable(text.words & wanted for text in texts))
        rare = frozenset(word for word, count in self._counts.items() if count <= _RARE)
        self._texts = texts
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            for word in text.words & rare:
                self._places[word].append(place)

    def candidates(self, words: Iterable[str]) -> list[_Text]:
        """Return the texts that can be near, in order.

        Of two texts that share so many words at least one of these, the rarest, is in both.
        """
        rarest = sorted(words, key=lambda word: (self._counts[word], word))
        needed = rarest[: len(rarest) - ceil(_NEAR * len(rarest)) + 1]
        places = {place for word in needed for place in self._places.get(word, ())}
        return [self._texts[place] for place in sorted(places)]


def _nearest(text: _Text, there: _Shelves) -> _Match | None:
    """Return the one text that is near, nearer than all others; None where there is none."""
    found = sorted(
        (
            _Match(text, other, near)
            for other in there.candidates(text.words)
            if (near := _near(text, other))
        ),
        key=lambda match: -match.near,
    )
    others = [match for match in found if match.new.code is not found[0].new.code]
    if not found or (others and others[0].near == found[0].near):
        return None
    return found[0]


def _near(one: _Text, other: _Text) -> float:
    """Return how much of their words two texts share; 0 where that is too little.

    It is more than all of them where no letter differs: other texts have the same in another order.
    """
    shared = one.words & other.words
    if len(shared) < _LEAST or strict(one.words) != strict(other.words):
        return 0.0
    share = len(shared) / len(one.words | other.words)
    said, says = one.row.message, other.row.message
    if letters(said) == letters(says):
        share += 1
    return 0.0 if share < _NEAR or _differ(said, says) or _of_two_things(said, says) else share


def _is_known_again(text: _Text, later: _Text) -> bool:
    """Tell whether a text that is near can be the same, whatever is said in its language."""
    parted = not is_unparted(text.row.message)
    if parted and is_english(text.row.language):
        return True
    same = letters(text.row.message)
    return same == letters(later.row.message) and len(same) >= (_LETTERS if parted else _SIGNS)


def _differ(one: str, other: str) -> bool:
    """Tell whether texts of nearly the same words say the opposite, or who did it to whom."""
    first, second = listed(one), listed(other)
    if first != second and sorted(first) == sorted(second):
        return True
    return opposed({*first} - {*second}, {*second} - {*first})


def _of_two_things(one: str, other: str) -> bool:
    """Tell whether each of two texts names a thing that the other does not, as far as is known."""
    return not (is_unparted(one) or of_one_thing(one, other))


@remembered
def _words(text: str) -> frozenset[str]:
    """Return what texts that are near have in common: stems of words, or pairs of signs."""
    if is_unparted(text):
        return stems(text)
    return frozenset(stem(word) for word in listed(text) if word not in SMALL)
