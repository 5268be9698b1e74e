"""Whether what a person chose for a text holds for the newest text: code, changes -> standing.

A condition, a cause, a sentence for users were chosen for the text that one revision has. Where the
texts since then differ in white space, case and punctuation alone, or a person has noted of each
change that the meaning is the same, they hold. Else they are of an earlier text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.review.changes import alike

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.catalog.model import Code, Listing
    from macros.review.changes import Change


@dataclass(frozen=True, slots=True)
class Earlier:
    """That something was chosen for another text than the newest.

    Attributes:
        chosen: the listing that it was chosen for; None where it can be none of those held.
    """

    chosen: Listing | None

    @property
    def said(self) -> tuple[str, ...]:
        """The texts that it was chosen for."""
        return tuple(row.message for row in self.chosen.rows) if self.chosen else ()


def earlier(
    code: Code, as_of: str | None, reviewed: str | None, changes: Iterable[Change]
) -> Earlier | None:
    """Return what something was chosen for, where that does not hold for the newest text.

    Args:
        code: the code; one that no document lists has no text that could change.
        as_of: the revision that it names itself, if it does.
        reviewed: the revision that holds for all of the provider's; the first where there is none.
        changes: what happened to the code.
    """
    if not code.listings:
        return None
    chosen = _chosen(code, as_of, reviewed)
    if chosen is None:
        return Earlier(None)
    return None if _holds(code, chosen, list(changes)) else Earlier(chosen)


def _chosen(code: Code, as_of: str | None, reviewed: str | None) -> Listing | None:
    """Return the listing of the revision that is named, or the last one up to `reviewed`."""
    if as_of:
        return next((one for one in code.listings if one.revision.id == as_of), None)
    revisions = [revision.id for revision in code.provider.revisions]
    until = revisions.index(reviewed) if reviewed in revisions else 0
    listed = [one for one in code.listings if revisions.index(one.revision.id) <= until]
    return listed[-1] if listed else None


def _holds(code: Code, chosen: Listing, changes: list[Change]) -> bool:
    places = sorted(code.listings.index(one) for one in (chosen, code.last))
    # What a retracted revision said between is not what a text became.
    between = code.listings[places[0] : places[1] + 1]
    steps = [one for one in between if one is chosen or not one.revision.retracted]
    kept = {
        (change.before.id, change.after.id)
        for change in changes
        if change.reviewed and change.kind.keeps
    }
    return all(
        _same(one, following) or (one.revision.id, following.revision.id) in kept
        for one, following in pairwise(steps)
    )


def _same(one: Listing, other: Listing) -> bool:
    """Tell whether two listings differ in the form of their texts alone, in each language of both.

    Texts of different languages cannot be compared, so they are not the same.
    """
    common = [tag for tag in one.languages if tag in other.languages]
    pairs = [(one.within(tag), other.within(tag)) for tag in common]
    return bool(pairs) and all(
        len(before) == len(after)
        and all(alike(had.message, has.message) for had, has in zip(before, after, strict=True))
        for before, after in pairs
    )
