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

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.kinds import Kind
from macros.review.classify import classify, joined, words_apart
from macros.review.differences import Piece, differences
from macros.texts import letters, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from macros.catalog.model import Catalog, Code
    from macros.readers.rows import Row
    from macros.review.language import Language
    from macros.review.moves import Move
    from macros.sources.notes import ChangeNote, SharedNote
    from macros.sources.provider import Revision

# Codes of one revision whose texts name nothing in common: fewer may be said in other words.
_LEAST = 3
_LEAST_SHARE = 0.1  # of the texts that changed


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
        return differences(joined(self.old), joined(self.new))


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
        change.code.place
        for change in changes
        if words_apart(change.old, change.new, language, terms)
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


def _messages(rows: tuple[Row, ...]) -> tuple[str, ...]:
    return tuple(row.message for row in rows)
