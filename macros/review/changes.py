"""Two revisions of a document, compared: catalog, notes -> changes.

Each revision is compared with the one before that stands, within each language: where two have
none in common, codes are added and dropped, and no texts are compared. What kind of change it is,
is computed first; a note of a person, who has read both texts, stands above that. Of each code one
change is told, in the language whose texts tell of most harm.

A code is renumbered where its text went to another code, or came from one (`moves`). It is
re-assigned where its two texts name nothing in common (`likeness`), in so many words that this is
no chance, where its name names another thing as well, or beside others of its revision: providers
give new meanings to whole blocks of codes, and seldom say one thing in wholly other words. All that
is not sure is reworded, and not kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from macros.kinds import Kind
from macros.review.classify import classify, joined, once, words_apart
from macros.review.differences import Piece, differences
from macros.texts import letters, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.readers.rows import Row
    from macros.review.language import Language
    from macros.review.moves import Move
    from macros.sources.notes import ChangeNote, SharedNote
    from macros.sources.provider import Revision

# Codes of one revision whose texts name nothing in common: fewer may be said in other words.
_LEAST = 3
_LEAST_SHARE = 0.1  # of the texts that changed
_KINDS = tuple(Kind)
_Pairs: TypeAlias = "tuple[tuple[tuple[Row, ...], tuple[Row, ...]], ...]"


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
        only_in: the language whose texts alone tell the kind, where those in another one that both
            revisions have do not; else empty.
    """

    code: Code
    before: Revision
    after: Revision
    old: tuple[Row, ...]
    new: tuple[Row, ...]
    computed: Kind
    note: ChangeNote | SharedNote | None
    only_in: str = ""

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
    notes: Iterable[ChangeNote] = (),
    moves: Iterable[Move] = (),
) -> tuple[Change, ...]:
    """Return all changes of one provider, by revision and in the order of codes.

    Args:
        catalog: the provider's codes.
        language: what is a word.
        notes: what a person says of single changes.
        moves: texts that went from one code to another.
    """
    moved = {
        (code.place, move.after.id, tag)
        for move in moves
        for tag in move.languages
        for code in (move.old, move.new)
    }
    noted: dict[tuple[str, str, str], list[ChangeNote]] = {}
    for note in notes:
        noted.setdefault(note.place, []).append(note)
    return tuple(
        _told(found, pairs, noted.get((code.anchor, before.id, after.id), ()))
        for before, after in catalog.provider.steps
        for code, pairs, found in _settled(catalog, language, moved, (before, after))
    )


def _compared(code: Code, before: Revision, after: Revision) -> _Pairs:
    """Return the rows of both revisions, language by language; none where they are not known."""
    if code.unread_in(after) or (code.unread_in(before) and code.rows(after)):
        return ()
    if code.unread_in(before):
        return ((_known(code, before), ()),)
    return tuple((once(old), once(new)) for old, new in code.compared(before, after))


def _known(code: Code, revision: Revision) -> tuple[Row, ...]:
    """Return a code's rows in the newest revision before one that can be read."""
    revisions = code.provider.revisions
    older = revisions[: revisions.index(revision)]
    return next((code.rows(one) for one in reversed(older) if code.rows(one)), ())


def _settled(
    catalog: Catalog,
    language: Language,
    moved: AbstractSet[tuple[tuple[str, str], str, str]],
    step: tuple[Revision, Revision],
) -> Iterator[tuple[Code, _Pairs, list[Change]]]:
    """Yield the codes that changed, with the rows of each language, and what these tell.

    What all changes of a revision tell together, they tell within a language.
    """
    terms = catalog.provider.terms
    pairs = {code.place: _compared(code, *step) for code in catalog.codes}
    changes = [
        Change(code, *step, old, new, classify(old, new, language, terms), None)
        for code in catalog.codes
        for old, new in pairs[code.place]
        if _messages(old) != _messages(new)
    ]
    by_language: dict[str, list[Change]] = {}
    for change in changes:
        by_language.setdefault(change.language, []).append(change)
    unlike = {
        (change.code.place, tag)
        for tag, listed in by_language.items()
        for change in _unlike(listed, language, terms)
    }
    of_codes: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        place, tag = change.code.place, change.language
        settled = change
        if (place, change.after.id, tag) in moved and _nothing_stays(change):
            settled = replace(change, computed=Kind.RENUMBERED)
        elif (place, tag) in unlike:
            settled = replace(change, computed=Kind.REASSIGNED)
        of_codes.setdefault(place, []).append(settled)
    for place, found in of_codes.items():
        yield found[0].code, pairs[place], found


def _unlike(
    changes: Sequence[Change], language: Language, terms: Sequence[Sequence[str]]
) -> list[Change]:
    """Return the changes of texts that name nothing in common, where they are several."""
    unlike = [one for one in changes if words_apart(one.old, one.new, language, terms)]
    several = max(_LEAST, _LEAST_SHARE * sum(one.of_text for one in changes))
    return unlike if len(unlike) >= several else []


def _told(changes: Sequence[Change], pairs: _Pairs, notes: Sequence[ChangeNote]) -> Change:
    """Return the one change of a code that is told: of several languages that of most harm.

    A person's word holds for a language that it does not quote, too, unless the texts in that one
    tell of more harm.

    Args:
        changes: one for each language in which texts changed, in the same order.
        pairs: the rows of each language that can be compared, that of titles first.
        notes: what a person says of the code.
    """
    noted = [
        replace(
            one,
            note=next(
                (note for note in notes if note.quotes(_messages(one.old), _messages(one.new))),
                None,
            ),
        )
        for one in changes
    ]
    said = [one for one in noted if one.note]
    worse = [
        one
        for one in noted
        if said
        and one.computed.breaks
        and all(_rank(one.kind) < min(_rank(had.kind), _rank(had.computed)) for had in said)
    ]
    told = min(worse or said or noted, key=lambda one: (one.reviewed, _rank(one.kind)))
    everywhere = len(changes) == len(pairs) and len({one.computed for one in changes}) == 1
    is_plain = told.new is pairs[0][1] and not told.computed.breaks
    return told if everywhere or is_plain else replace(told, only_in=told.language)


def _rank(kind: Kind) -> int:
    """Return the place of a kind among all, the most harmful first."""
    return _KINDS.index(kind)


def _nothing_stays(change: Change) -> bool:
    """Tell whether both revisions list a code, and none of its texts is in both, or a part of one.

    Where the text of another code was put behind its own, that stays.
    """
    said, says = ({letters(row.message) for row in rows} for rows in (change.old, change.new))
    return change.of_text and not any(
        one in other or other in one for one in said for other in says
    )


def _messages(rows: tuple[Row, ...]) -> tuple[str, ...]:
    return tuple(row.message for row in rows)
