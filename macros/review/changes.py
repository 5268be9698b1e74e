"""Two revisions of a document, compared: catalog, notes -> changes.

Each revision is compared with the one before that stands, within a language: where two have none
in common, codes are added and dropped, and no texts are compared. What kind of change it is, is
computed first; a note of a person, who has read both texts, stands above that.

A code is renumbered where its text went to another code, or came from one (`moves`). It is
re-assigned where its two texts name nothing in common (`likeness`), in so many words that this is
no chance, where its name names another thing as well, or beside others of its revision: providers
give new meanings to whole blocks of codes, and seldom say one thing in wholly other words. All that
is not sure is reworded, and not kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from macros.kinds import Kind
from macros.review.amounts import amounts
from macros.review.differences import Piece, differences
from macros.review.likeness import CERTAIN, apart, turned
from macros.review.rules import typos
from macros.texts import letters, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from macros.catalog.model import Catalog, Code
    from macros.readers.rows import Row
    from macros.review.amounts import Amount
    from macros.review.language import Language
    from macros.review.moves import Move
    from macros.sources.notes import ChangeNote, SharedNote
    from macros.sources.provider import Revision

_NUMBER = re.compile(r"(?<![\w.])[0-9][0-9,]*(?:[.:][0-9]+)?\s*(?:[KMG]B\b|%)?")
# Signs without which a text says something else: 2 < 3, and a number below 0.
_TELLING_SIGN = re.compile(r"[<>≤≥]|(?<![\w)])[-\u2212](?=[0-9])")
_MARK = re.compile(r"(?<!\S)[0-9]{1,2}\.(?=\s)")  # of an item in a list
# Texts less alike than this are no typo of each other.
_ALIKE = 80
# Codes of one revision whose texts name nothing in common: fewer may be said in other words.
_LEAST = 3
_LEAST_SHARE = 0.1  # of the texts that changed
_NAMED_APART = 2  # words: one on each side, where the names and the texts of a code are both apart


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one code from one revision to the next.

    Attributes:
        code: the code.
        before: the earlier revision.
        after: the later one.
        old: the code's rows in the earlier one; none when it was added.
        new: the code's rows in the later one, in the same language; none when it was dropped.
        computed: the kind as the texts alone tell it.
        note: what a person says of it, if one has.
    """

    code: Code
    before: Revision
    after: Revision
    old: tuple[Row, ...]
    new: tuple[Row, ...]
    computed: Kind
    note: ChangeNote | SharedNote | None

    @property
    def kind(self) -> Kind:
        """The kind: a person's word where there is one."""
        return self.note.kind if self.note else self.computed

    @property
    def of_text(self) -> bool:
        """Whether both revisions list the code, with different words."""
        return bool(self.old and self.new)

    @property
    def of_white_space(self) -> bool:
        """Whether both say the same, and break their lines in other places."""
        return [*map(one_line, _messages(self.old))] == [*map(one_line, _messages(self.new))]

    @property
    def reviewed(self) -> bool:
        """Whether a person has said what it is, or nobody needs to."""
        return self.note is not None or not self.of_text or self.of_white_space

    @property
    def keeps(self) -> bool:
        """Whether the code means what it meant; other words are believed if a person says so."""
        return self.kind.keeps and (self.reviewed or self.kind is not Kind.REWORDED)

    @property
    def language(self) -> str:
        """The language of the texts that are compared."""
        return (self.new or self.old)[0].language

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words that went and came; a line feed stands between rows."""
        return differences(_joined(self.old), _joined(self.new))


def compare(
    catalog: Catalog,
    language: Language,
    notes: Mapping[tuple[str, str, str], ChangeNote],
    moves: Iterable[Move] = (),
) -> tuple[Change, ...]:
    """Return all changes of one provider, by revision and in the order of codes.

    Args:
        catalog: the provider's codes.
        language: what is a word.
        notes: by anchor and the ids of the two revisions.
        moves: texts that went from one code to another.
    """
    moved = {(code.place, move.after.id) for move in moves for code in (move.old, move.new)}
    return tuple(
        replace(change, note=notes.get((change.code.anchor, change.before.id, change.after.id)))
        for step in catalog.provider.steps
        for change in _settled(catalog, language, moved, step)
    )


def _changes(
    catalog: Catalog, language: Language, before: Revision, after: Revision
) -> Iterator[Change]:
    for code in catalog.codes:
        if code.unread_in(after) or (code.unread_in(before) and code.rows(after)):
            continue  # what it said or says is not known
        old, new = code.compared(before, after)
        old = old or (_known(code, before) if code.unread_in(before) else ())
        if _messages(old) != _messages(new):
            kind = classify(old, new, language, catalog.provider.terms)
            yield Change(code, before, after, old, new, kind, None)


def _known(code: Code, revision: Revision) -> tuple[Row, ...]:
    """Return a code's rows in a revision; where nobody can read them, those of an older one."""
    rows = code.rows(revision)
    if rows or not code.unread_in(revision):
        return rows
    revisions = code.provider.revisions
    older = revisions[: revisions.index(revision)]
    return next((code.rows(one) for one in reversed(older) if code.rows(one)), ())


def _settled(
    catalog: Catalog,
    language: Language,
    moved: AbstractSet[tuple[tuple[str, str], str]],
    step: tuple[Revision, Revision],
) -> Iterator[Change]:
    """Yield the changes of one revision as all of them together tell what they are."""
    changes = list(_changes(catalog, language, *step))
    terms = catalog.provider.terms
    unlike = {
        change.code.place for change in changes if _apart(change.old, change.new, language, terms)
    }
    several = len(unlike) >= max(_LEAST, _LEAST_SHARE * sum(one.of_text for one in changes))
    for change in changes:
        if (change.code.place, change.after.id) in moved and _nothing_stays(change):
            yield replace(change, computed=Kind.RENUMBERED)
        elif several and change.code.place in unlike:
            yield replace(change, computed=Kind.REASSIGNED)
        else:
            yield change


def _nothing_stays(change: Change) -> bool:
    """Tell whether both revisions list a code, and none of its texts is in both."""
    said, says = ({letters(row.message) for row in rows} for rows in (change.old, change.new))
    return change.of_text and not said & says


def _apart(
    old: tuple[Row, ...],
    new: tuple[Row, ...],
    language: Language,
    terms: Sequence[Sequence[str]],
) -> int:
    """Return of how many words the texts of a code are that name nothing in common."""
    if not (old and new):
        return 0
    said, says = _joined(old), _joined(new)
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
    if _apart(old, new, language, terms) >= CERTAIN:
        return Kind.REASSIGNED
    before, after = _joined(old), _joined(new)
    if _other_limit(old, new):
        return Kind.LIMIT_CHANGED
    if alike(before, after):
        return Kind.FORMATTING_ONLY
    if fuzz.ratio(before.lower(), after.lower()) < _ALIKE or turned(before, after):
        return Kind.REWORDED
    had, has = typos(old, language), typos(new, language)
    typo = Kind.TYPO_INTRODUCED if had < has else Kind.TYPO_FIXED
    return typo if had != has else Kind.REWORDED


def _without_marks(row: Row) -> Row:
    """Return a row without the numbers of a list in its message: they count nothing."""
    marks = [*_MARK.finditer(row.message)]
    if [int(mark[0][:-1]) for mark in marks] != [*range(1, len(marks) + 1)] or len(marks) == 1:
        return row
    return replace(row, message=_MARK.sub("", row.message))


def _other_limit(old: Sequence[Row], new: Sequence[Row]) -> bool:
    """Tell whether two texts say other numbers, and not the same ones in another way.

    Where one of them says none, no number of it changed: it is another limit only where the rest
    says the same.
    """
    old, new = ([_without_marks(row) for row in rows] for rows in (old, new))
    before, after = _joined(old), _joined(new)
    had, has = _numbers(before), _numbers(after)
    if had == has:
        return False
    if not (had and has):
        return fuzz.token_set_ratio(before.lower(), after.lower()) >= _ALIKE
    said, says = _amounts(old), _amounts(new)
    return len(said) != len(says) or not (_each_said(said, says) and _each_said(says, said))


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
        and telling_signs(before) == telling_signs(after)
    )


def telling_signs(text: str) -> list[str]:
    """Return the signs without which a text says something else: of `x < -3` both."""
    return _TELLING_SIGN.findall(text)


def _messages(rows: tuple[Row, ...]) -> tuple[str, ...]:
    return tuple(row.message for row in rows)


def _joined(rows: Sequence[Row]) -> str:
    return "\n".join(row.message for row in rows)


def _numbers(text: str) -> list[str]:
    return sorted("".join(number.split()).replace(",", "") for number in _NUMBER.findall(text))
