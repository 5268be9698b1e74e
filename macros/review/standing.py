"""Whether what a person chose for a text holds for the newest text: code, changes -> standing.

A condition, a cause, a sentence for users were chosen for the text that one revision has. Where the
texts since then differ in white space, case and punctuation alone, or a person has noted of each
change that the meaning is the same, they hold. Else they are of an earlier text. The same is true
of what the document says beside the text of what to do, of which no note says anything; a column on
new tries that was not there and speaks against the verdict ends it, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.kinds import Kind
from macros.review import beside, new_tries, throughout
from macros.review.classify import alike, once
from macros.sources.notes import SharedNote
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from macros.catalog.model import Code, Listing
    from macros.readers.rows import Row
    from macros.review.beside import Beside
    from macros.review.changes import Change
    from macros.sources.conditions import Entry, Retry


@dataclass(frozen=True, slots=True)
class Earlier:
    """That something was chosen for another text than the newest.

    Attributes:
        chosen: the listing that it was chosen for; None where it can be none of those held.
        beside: what the document says else beside the newest text.
        same_text: whether the text is the same, or a person has noted that it means the same.
    """

    chosen: Listing | None
    beside: Beside | None = None
    same_text: bool = False

    @property
    def said(self) -> tuple[str, ...]:
        """The texts that it was chosen for."""
        return tuple(row.message for row in self.chosen.rows) if self.chosen else ()


def chosen_for(entry: Entry, text: str) -> str | None:
    """Return the condition that an entry names for a text, whatever its form; None where for none.

    Args:
        entry: what a person chose for a code of several texts.
        text: a text, of any revision.
    """
    listed = [(meaning.text, meaning.condition) for meaning in entry.meanings]
    same = (condition for said, condition in listed if said == text)
    return next(same, None) or next((one for said, one in listed if alike(said, text)), None)


def earlier(
    code: Code,
    as_of: str | None,
    reviewed: str | None,
    changes: Iterable[Change],
    retry: Retry | None = None,
) -> Earlier | None:
    """Return what something was chosen for, where that does not hold for the newest text.

    The text of a row that nobody can read is not known, so nothing that was chosen holds for it.

    Args:
        code: the code; one that no document lists has no text that could change.
        as_of: the revision that it names itself, if it does.
        reviewed: the revision that holds for all of the provider's; the first where there is none.
        changes: what happened to the code.
        retry: the verdict, where that is what was chosen.
    """
    if not code.listings:
        return None
    chosen = _chosen(code, as_of, reviewed)
    if chosen is None:
        return Earlier(None)
    if code.readable and chosen is code.last:
        return None
    if not code.readable:
        return Earlier(chosen)
    changes = list(changes)
    newest = code.last.revision.id
    if newest in _held(code, chosen, changes):
        against = retry and new_tries.contradicted(chosen.all_rows, code.last.all_rows, retry)
        return Earlier(chosen, against, same_text=True) if against else None
    same_text = _pairs(chosen, code.last) is not None or (
        newest in _held(code, chosen, changes, texts_alone=True)
    )
    return Earlier(chosen, next(_beside(chosen, code.last), None), same_text)


def held(
    code: Code,
    as_of: str | None,
    reviewed: str | None,
    changes: Iterable[Change],
    retry: Retry | None = None,
) -> frozenset[str]:
    """Return the revisions, by id, for whose texts something holds; takes what `earlier` takes."""
    chosen = _chosen(code, as_of, reviewed) if code.listings else None
    if not chosen:
        return frozenset()
    return _held(code, chosen, list(changes)) - {*_contradicting(code, chosen, retry)}


def _chosen(code: Code, as_of: str | None, reviewed: str | None) -> Listing | None:
    """Return the listing of the revision that is named, or the last one up to `reviewed`."""
    if as_of:
        return next((one for one in code.listings if one.revision.id == as_of), None)
    revisions = [revision.id for revision in code.provider.revisions]
    until = revisions.index(reviewed) if reviewed in revisions else 0
    listed = [one for one in code.listings if revisions.index(one.revision.id) <= until]
    return listed[-1] if listed else None


def _held(
    code: Code, chosen: Listing, changes: list[Change], *, texts_alone: bool = False
) -> frozenset[str]:
    """Return the revisions that are reached from the chosen one by steps that keep the meaning.

    Args:
        code: the code.
        chosen: where the steps begin.
        changes: what happened to the code.
        texts_alone: whether a step that a person noted counts whatever stands beside the texts.
    """
    if len(code.listings) == 1:  # as of many
        return frozenset((chosen.revision.id,))
    # What a retracted revision said between is not what a text became.
    standing = [one for one in code.listings if one is chosen or not one.revision.retracted]
    found: set[str] = set()
    for place, one in enumerate(standing):
        # A text that went and came back is the one that it was chosen for.
        if one is chosen or (one.revision.id not in found and _came_back(code, chosen, one, found)):
            noted = _noted(changes, texts_alone=texts_alone)
            later = _reached(standing[place:], noted)
            # A number that a person calls changed is of one condition, chosen with the later one.
            limits = _noted(changes, Kind.LIMIT_CHANGED, texts_alone=texts_alone)
            before = _reached(standing[place::-1], limits)
            found.update(one.revision.id for one in (*later, *before))
    return frozenset(found)


def _contradicting(code: Code, chosen: Listing, retry: Retry | None) -> Iterator[str]:
    """Yield the revisions in which a column that is new speaks against the verdict."""
    for one in code.listings:
        if retry and new_tries.contradicted(chosen.all_rows, one.all_rows, retry):
            yield one.revision.id


def _came_back(code: Code, chosen: Listing, one: Listing, found: Container[str]) -> bool:
    """Tell whether a listing says what the chosen one says, and of what to do as all since then."""
    held = (other for other in code.listings if other.revision.id in found)
    return _same(chosen, one) and all(
        _same(other, one) for other in held if _pairs(other, one) is not None
    )


def _noted(
    changes: Iterable[Change], *others: Kind, texts_alone: bool
) -> frozenset[frozenset[str]]:
    """Return the steps, by revisions, of which a person noted that they keep the meaning.

    A note is on texts: it says nothing of what else stands beside them by then.
    """
    return frozenset(
        frozenset((change.before.id, change.after.id))
        for change in changes
        if change.reviewed and (change.kind.keeps or change.kind in others)
        if texts_alone or not _says_else(change)
    )


def _says_else(change: Change) -> bool:
    """Tell whether something else stands beside texts that changed, as no note on these says.

    Where a whole document has "quay" for "wharf", an advice that has it too is the same advice.
    """
    before, after = (change.code.listing(one) for one in (change.before, change.after))
    if not (before and after):
        return False
    words = change.note.replaces if isinstance(change.note, SharedNote) else {}
    return any(
        not (words and alike(throughout.replaced(one_line(one.said), words), one.says))
        for one in _beside(before, after)
    )


def _reached(way: Sequence[Listing], noted: frozenset[frozenset[str]]) -> Iterator[Listing]:
    """Yield the listings on the way from the first one, up to a step that does not keep it."""
    yield way[0]
    for one, following in pairwise(way):
        step = frozenset((one.revision.id, following.revision.id))
        if not _same(one, following) and step not in noted:
            return
        yield following


def _same(one: Listing, other: Listing) -> bool:
    """Tell whether two listings say the same in other forms, and the same of what to do."""
    return _pairs(one, other) is not None and not any(True for _ in _beside(one, other))


def _beside(one: Listing, other: Listing) -> Iterator[Beside]:
    """Yield what rows of two listings say else beside their texts, in each language of both.

    Where one has more rows than the other, a row counts that says something else than all of them.
    """
    for tag in (tag for tag in one.languages if tag in other.languages):
        before, after = once(one.within(tag)), once(other.within(tag))
        if len(before) == len(after):
            for had, has in zip(before, after, strict=True):
                yield from beside.apart(had, has)
            continue
        for has in after:
            found = [tuple(beside.apart(had, has)) for had in before]
            if all(found):
                yield from found[0]


def _pairs(one: Listing, other: Listing) -> list[tuple[Row, Row]] | None:
    """Return the rows of two listings that differ in the form of their texts alone.

    Returns:
        the rows, each with its other, in each language of both; None where some say something
        else. Texts of different languages cannot be compared, so they are not the same.
    """
    pairs: list[tuple[Row, Row]] = []
    common = [tag for tag in one.languages if tag in other.languages]
    for tag in common:
        before, after = once(one.within(tag)), once(other.within(tag))
        if len(before) != len(after):
            return None
        pairs += zip(before, after, strict=True)
    same = all(alike(had.message, has.message) for had, has in pairs)
    return pairs if pairs and same else None
