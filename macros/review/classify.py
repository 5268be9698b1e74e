"""What kind of change the texts of one code tell: rows before and after -> kind.

Pure. What takes other codes to tell (a text that moved, a block that was given other meanings) is
told in `changes`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from macros.kinds import Kind
from macros.review import gaps, signs
from macros.review.amounts import amounts
from macros.review.differences import differences
from macros.review.likeness import CERTAIN, SMALL, apart, listed, of_one_thing, stems, turned
from macros.review.rules import typos
from macros.texts import letters, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.readers.rows import Row
    from macros.review.amounts import Amount
    from macros.review.language import Language

# Digits beside a sign of Chinese or Japanese are a number, too.
_NUMBER = re.compile(r"(?<![\w.])[0-9]+(?:,[0-9]+)*(?:[.:][0-9]+)?\s*(?:[KMG]B\b|%)?", re.ASCII)
_MARK = re.compile(r"(?<!\S)[0-9]{1,2}\.(?=\s)")  # of an item in a list
# Texts less alike than this are no typo of each other.
_ALIKE = 80
_MISSPELT = 60  # of 100: how alike the words that went and came are, where they are the same
# What is counted: `5 days`, `1000 characters including spaces`.
_COUNTED = re.compile(rf"(?a:{_NUMBER.pattern})((?:\s*[^\W\d]+){{1,3}})")
_NAMED_APART = 2  # words: one on each side, where the names and the texts of a code are both apart


def words_apart(
    old: tuple[Row, ...],
    new: tuple[Row, ...],
    language: Language,
    terms: Sequence[Sequence[str]],
) -> int:
    """Return of how many words the texts of a code are that name nothing in common."""
    if not (old and new):
        return 0
    said, says = joined(old), joined(new)
    count = apart(said, says, terms)
    if count < CERTAIN and _renamed(old, new, terms) and apart(said, says, terms, _NAMED_APART):
        count = CERTAIN
    # A translation is another text of one thing.
    return count if count and language.is_english(said) == language.is_english(says) else 0


def _renamed(old: tuple[Row, ...], new: tuple[Row, ...], terms: Sequence[Sequence[str]]) -> bool:
    """Tell whether a code was called otherwise in each of its rows, by a name of another thing."""
    had, has = ([row.named.get("name", "") for row in rows] for rows in (old, new))
    return all(
        one and other and apart(one, other, terms, _NAMED_APART) for one in had for other in has
    )


def classify(
    old: tuple[Row, ...],
    new: tuple[Row, ...],
    language: Language,
    terms: Sequence[Sequence[str]] = (),
) -> Kind:
    """Return what the texts of one code tell of a change; some kinds take a person to say."""
    if not (old and new):
        return Kind.DROPPED if old else Kind.ADDED
    if len(old) != len(new):
        return Kind.ROWS_CHANGED
    return _of_texts(old, new, language, terms)


def _of_texts(
    old: tuple[Row, ...],
    new: tuple[Row, ...],
    language: Language,
    terms: Sequence[Sequence[str]],
) -> Kind:
    """Return what as many texts tell of a change."""
    if words_apart(old, new, language, terms) >= CERTAIN:
        return Kind.REASSIGNED
    before, after = joined(old), joined(new)
    if _other_limit(old, new, terms):
        return Kind.LIMIT_CHANGED
    if alike(before, after):
        return Kind.FORMATTING_ONLY
    if fuzz.ratio(before.lower(), after.lower()) < _ALIKE or turned(before, after):
        return Kind.REWORDED
    had, has = typos(old, language), typos(new, language)
    typo = Kind.TYPO_INTRODUCED if had < has else Kind.TYPO_FIXED
    return typo if had != has and _of_same_words(before, after) else Kind.REWORDED


def _of_same_words(before: str, after: str) -> bool:
    """Tell whether words changed their spelling alone, but for small ones and those said twice.

    Where a word made way for another one, what was misspelt beside it tells nothing of that.
    """
    words = [{*listed(text)} for text in (before, after)]
    pieces = [one for one in differences(before, after) if one.kind != "same"]
    for number, piece in enumerate(pieces):
        there = words[piece.kind == "removed"]
        if {*listed(piece.text)} <= SMALL | there:
            continue
        sides = [one for one in pieces[max(0, number - 1) : number + 2] if one.kind != piece.kind]
        if all(fuzz.ratio(piece.text.lower(), one.text.lower()) < _MISSPELT for one in sides):
            return False
    return True


def _without_marks(row: Row) -> Row:
    """Return a row without the numbers of a list in its message: they count nothing."""
    marks = [*_MARK.finditer(row.message)]
    if [int(mark[0][:-1]) for mark in marks] != [*range(1, len(marks) + 1)] or len(marks) == 1:
        return row
    return replace(row, message=_MARK.sub("", row.message))


def _other_limit(old: Sequence[Row], new: Sequence[Row], terms: Sequence[Sequence[str]]) -> bool:
    """Tell whether two texts say other numbers of one thing, and not the same in another way.

    Where one of them says none, no number of it changed: it is another limit only where the rest
    says the same.
    """
    old, new = ([_without_marks(row) for row in rows] for rows in (old, new))
    before, after = joined(old), joined(new)
    had, has = _numbers(before), _numbers(after)
    if had == has:
        return False
    said, says = (_NUMBER.sub(" ", text) for text in (before, after))
    # A text that names more is of another limit: that of a title, not of the body.
    if not of_one_thing(said, says, terms, _counted(before) | _counted(after)):
        return False
    if not (had and has):
        return fuzz.token_set_ratio(before.lower(), after.lower()) >= _ALIKE
    one, other = _amounts(old), _amounts(new)
    return len(one) != len(other) or not (_each_said(one, other) and _each_said(other, one))


def _counted(text: str) -> frozenset[str]:
    """Return the stems of what stands behind numbers, up to a small word."""
    behind = (listed(found[1]) for found in _COUNTED.finditer(text))
    words = (word for many in behind for word in takewhile(lambda one: one not in SMALL, many))
    return frozenset().union(*map(stems, words))


def _amounts(rows: Sequence[Row]) -> list[Amount]:
    """Return the amounts that are written in digits, whatever the way of writing."""
    return [one for row in rows for one in amounts(row.message, row.language) if one.written]


def _each_said(some: Iterable[Amount], others: Sequence[Amount]) -> bool:
    return all(any(one.is_said(other) for other in others) for one in some)


def alike(before: str, after: str) -> bool:
    """Tell whether two texts differ in their form alone: white space, case, punctuation."""
    return before == after or (
        letters(before) == letters(after)
        and _numbers(before) == _numbers(after)
        and signs.same(before, after)
        and gaps.same(before, after)
    )


def once(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows without those that say what one before them says: a list can be there twice."""
    if len(rows) <= 1:  # as nearly all
        return rows
    said = {one_line(row.message): row for row in reversed(rows)}
    return tuple(row for row in rows if said[one_line(row.message)] is row)


def joined(rows: Sequence[Row]) -> str:
    """Return the texts of rows, with a line feed between."""
    return "\n".join(row.message for row in rows)


def _numbers(text: str) -> list[str]:
    plain = signs.without_thousands(text)
    return sorted("".join(number.split()) for number in _NUMBER.findall(plain))
