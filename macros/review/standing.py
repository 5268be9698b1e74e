"""Whether what a person chose for a text holds for the newest text: code, changes -> standing.

A condition, a cause, a sentence for users were chosen for the text that one revision has. Where the
texts since then differ in white space, case and punctuation alone, or a person has noted of each
change that the meaning is the same, they hold. Else they are of an earlier text. The same is true
of what the document says beside the text of what to do; a column on new tries that was not there
and speaks against the verdict ends it, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.kinds import Kind
from macros.review import beside, new_tries
from macros.review.classify import alike, once

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
        beside: what the document says else beside the newest text, where that is the same.
    """

    chosen: Listing | None
    beside: Beside | None = None

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
    if code.readable and code.last.revision.id in _held(code, chosen, list(changes)):
        against = retry and new_tries.contradicted(chosen.all_rows, code.last.all_rows, retry)
        return Earlier(chosen, against) if against else None
    pairs = _pairs(chosen, code.last) if code.readable else None
    apart = (one for had, has in pairs or () for one in beside.apart(had, has))
    return Earlier(chosen, next(apart, None))


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


def _held(code: Code, chosen: Listing, changes: list[Change]) -> frozenset[str]:
    """Return the revisions that are reached from the chosen one by steps that keep the meaning."""
    if len(code.listings) == 1:  # as of many
        return frozenset((chosen.revision.id,))
    # What a retracted revision said between is not what a text became.
    standing = [one for one in code.listings if one is chosen or not one.revision.retracted]
    found: set[str] = set()
    for place, one in enumerate(standing):
        # A text that went and came back is the one that it was chosen for.
        if one is chosen or (one.revision.id not in found and _came_back(code, chosen, one, found)):
            later = _reached(standing[place:], changes)
            # A number that a person calls changed is of one condition, chosen with the later one.
            before = _reached(standing[place::-1], changes, Kind.LIMIT_CHANGED)
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


def _reached(way: Sequence[Listing], changes: Iterable[Change], *others: Kind) -> Iterator[Listing]:
    """Yield the listings on the way from the first one, up to a step that does not keep it."""
    kept = {
        frozenset((change.before.id, change.after.id))
        for change in changes
        if change.reviewed and (change.kind.keeps or change.kind in others)
    }
    yield way[0]
    for one, following in pairwise(way):
        step = frozenset((one.revision.id, following.revision.id))
        if not _same(one, following) and step not in kept:
            return
        yield following


def _same(one: Listing, other: Listing) -> bool:
    """Tell whether two listings say the same in other forms, and the same of what to do."""
    pairs = _pairs(one, other)
    return pairs is not None and not any(True for had, has in pairs for _ in beside.apart(had, has))


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
