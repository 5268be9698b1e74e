"""Notes that cover many codes, on steps that are no more: notes, steps -> where each goes.

Such a note quotes no texts. It goes to each new step in which it explains a change; where it lists
codes and nothing else, to the one in which the texts are those that a person has read. A code that
it covered, and that some step changes in a way that it does not explain, is named: nobody has read
what that step changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.kinds import Kind
from macros.maintain import edits
from macros.review.changes import Change
from macros.review.throughout import explains

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.sources.notes import SharedNote

SPLIT = (
    "Split: no step has these texts any more. Write a note on each where it profits, and remove"
    " this."
)

Ids = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps that are no more, and those that take their place."""

    gone: set[Ids]
    new: Sequence[Ids]


@dataclass(frozen=True, slots=True)
class Rehomed:
    """What becomes of the notes.

    Attributes:
        text: notes.yml.
        moved: how many go to another step.
        commented: how many become comments.
        left: the codes of which they say nothing any more, in order.
    """

    text: str
    moved: int
    commented: int
    left: tuple[str, ...]


def rehome(
    text: str,
    notes: Sequence[SharedNote],
    catalog: Catalog,
    steps: Steps,
    told: Collection[tuple[str, str, str]],
) -> Rehomed:
    """Return `notes.yml` with each note on many codes where it belongs.

    Args:
        text: the file.
        notes: what it says of many codes.
        catalog: the provider as it is now.
        steps: which steps are no more, and which are new.
        told: the codes that have a note of their own, each with its two revisions.
    """
    moved = commented = 0
    left: set[str] = set()
    # From the last one on: a note that becomes two or none leaves the places before it alone.
    for place, note in reversed(list(enumerate(notes))):
        step = note.before, note.after
        if step not in steps.gone:
            continue
        before = {one for one in _covered(note, catalog, step) if (one, *step) not in told}
        covered = {new: found for new in steps.new if (found := _covered(note, catalog, new))}
        left |= _left(catalog, before, covered, steps.new)
        if not covered:
            text = edits.commented_out(text, ("throughout",), [place], SPLIT)
            commented += 1
            continue
        moved += 1
        first, *others = covered
        item = edits.values(text)["throughout"][place]
        for new in reversed(others):
            copy = {**item, "from": new[0], "to": new[1]}
            copy |= {"codes": covered[new]} if note.codes else {}
            text = edits.after_item(text, ("throughout",), place, copy)
        text = edits.scalars(text, _step_of(place, note, first, covered[first]))
    order = [code.anchor for code in catalog.codes]
    return Rehomed(text, moved, commented, tuple(sorted(left, key=order.index)))


def changes(catalog: Catalog, code: Code, step: Ids) -> list[Change]:
    """Return what happened to the texts of a code in each language from one revision to another."""
    revisions = {revision.id: revision for revision in catalog.provider.revisions}
    before, after = (revisions[ident] for ident in step)
    return [
        Change(code, before, after, old, new, Kind.REWORDED, None)
        for old, new in code.compared(before, after)
        if old and new and [row.message for row in old] != [row.message for row in new]
    ]


def _step_of(
    place: int, note: SharedNote, step: Ids, codes: list[str]
) -> Mapping[edits.Path, str | list[str]]:
    """Return what a note on many codes has to say of a step that it did not say."""
    new: dict[edits.Path, str | list[str]] = {}
    for key, own, wanted in (("from", note.before, step[0]), ("to", note.after, step[1])):
        if own != wanted:
            new["throughout", place, key] = wanted
    if note.codes and note.codes != codes:
        new["throughout", place, "codes"] = codes
    return new


def _covered(note: SharedNote, catalog: Catalog, step: Ids) -> list[str]:
    """Return the anchors of the codes whose change in a step a note explains."""
    there = note.model_copy(update={"before": step[0], "after": step[1]})
    own = note.before, note.after
    read = not (note.replaces or note.only)  # it holds for the texts of its own step alone
    return [
        code.anchor
        for code in catalog.codes
        if (not note.codes or code.anchor in note.codes)
        and any(
            explains(there, found)
            and (not read or _texts(found) in map(_texts, changes(catalog, code, own)))
            for found in changes(catalog, code, step)
        )
    ]


def _texts(found: Change) -> list[list[str]]:
    return [[row.message for row in rows] for rows in (found.old, found.new)]


def _left(
    catalog: Catalog, before: set[str], covered: Mapping[Ids, list[str]], new: Sequence[Ids]
) -> set[str]:
    """Return the covered codes whose text a new step changes in a way that is not covered."""
    return {
        code.anchor
        for code in catalog.codes
        if code.anchor in before
        and any(
            code.anchor not in covered.get(step, ())
            and any(not found.of_white_space for found in changes(catalog, code, step))
            for step in new
        )
    }
