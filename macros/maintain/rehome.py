"""Notes on a change from A to C, when B is put between: notes, catalog -> where each belongs.

A note quotes two texts. Where B has the earlier one, the change came from B to C; where it has the
later one, from A to B. Where it has neither, both steps changed something, and a person has to say
of which the note speaks: such a note becomes a comment, so that nothing of it is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.maintain import edits
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.catalog.model import Catalog
    from macros.sources.notes import ChangeNote

SPLIT = (
    "Split: both steps changed the text. Write a note on each where it profits, and remove this."
)


@dataclass(frozen=True, slots=True)
class Rehomed:
    """What becomes of the notes.

    Attributes:
        moved: by the note's place, the key that changes (`from` or `to`).
        split: the places of notes that belong to neither step.
    """

    moved: Mapping[int, str]
    split: tuple[int, ...]


def rehome(notes: Sequence[ChangeNote], catalog: Catalog, between: str) -> Rehomed:
    """Return what becomes of each note whose revisions are neighbours no more.

    Args:
        notes: all notes on changes, in the order of the file.
        catalog: the provider, with the new revision.
        between: the new revision's id.
    """
    revisions = {revision.id: revision for revision in catalog.provider.revisions}
    ids = list(revisions)
    at = ids.index(between)
    if not 0 < at < len(ids) - 1:
        return Rehomed({}, ())
    neighbours = (ids[at - 1], ids[at + 1])
    codes = {code.anchor: code for code in catalog.codes}
    moved, split = {}, []
    for place, note in enumerate(notes):
        if (note.before, note.after) != neighbours or note.code not in codes:
            continue
        says = [one_line(row.message) for row in codes[note.code].rows(revisions[between])]
        if says == [one_line(text) for text in note.old]:
            moved[place] = "from"
        elif says == [one_line(text) for text in note.new]:
            moved[place] = "to"
        else:
            split.append(place)
    return Rehomed(moved, tuple(split))


def written(text: str, found: Rehomed, between: str) -> str:
    """Return `notes.yml` with each note where it belongs."""
    places: dict[edits.Path, str] = {
        ("changes", place, key): between for place, key in found.moved.items()
    }
    text = edits.scalars(text, places) if places else text
    return edits.commented_out(text, ("changes",), found.split, SPLIT) if found.split else text
