"""Notes on steps that are no more, when a revision comes between or is retracted.

A note quotes two texts. Where a new step has exactly these, the note is about that step. Where none
has, both steps changed something, or the text is another one now, and a person has to say of which
step the note speaks: who can be asked is asked; else the note becomes a comment, so that nothing of
it is lost. Of a note that covers many codes see `rehome_throughout`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.maintain import edits
from macros.maintain.revision import rehome_throughout
from macros.maintain.revision.rehome_throughout import SPLIT, Ids, Steps, changes
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.sources.notes import ChangeNote, Notes
    from macros.sources.provider import Revision

MANY = "many codes"


@dataclass(frozen=True, slots=True)
class Choice:
    """A step that a note can be kept for, with the texts that changed in it."""

    step: Ids
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A note that is about none of the new steps as it stands."""

    note: ChangeNote
    choices: tuple[Choice, ...]


# Returns the number of the choice; None to make a comment of the note.
Ask = Callable[[Question], int | None]


@dataclass(frozen=True, slots=True)
class Rehomed:
    """What becomes of the notes.

    Attributes:
        text: notes.yml.
        moved: how many go to another step.
        commented: the codes of those that become comments; "many codes" for one that covers many.
        left: the codes of which a note on many codes says nothing any more.
    """

    text: str
    moved: int
    commented: tuple[str, ...]
    left: tuple[str, ...] = ()


def steps(revisions: Iterable[Revision]) -> list[Ids]:
    """Return the ids of each pair of revisions that stand and follow each other."""
    return list(pairwise(revision.id for revision in revisions if not revision.retracted))


def rehome(
    text: str, notes: Notes, catalog: Catalog, before: Sequence[Ids], ask: Ask | None = None
) -> Rehomed:
    """Return `notes.yml` with each note where it belongs.

    Args:
        text: the file.
        notes: what it says.
        catalog: the provider as it is now.
        before: the steps that there were.
        ask: asks a person; None where nobody can be asked.
    """
    now = steps(catalog.provider.revisions)
    gone = {step for step in before if step not in now}
    new = [step for step in now if step not in before]
    scalars: dict[edits.Path, str | list[str]] = {}
    moved, split = 0, []
    codes = {code.anchor: code for code in catalog.codes}
    told = {(note.code, note.before, note.after) for note in notes.changes}
    for place, note in enumerate(notes.changes):
        if (note.before, note.after) not in gone or note.code not in codes:
            continue
        choices = tuple(_choices(catalog, codes[note.code], new))
        chosen = next((one for one in choices if _quotes(note, one)), None)
        if not chosen and choices and ask:
            answer = ask(Question(note, choices))
            chosen = None if answer is None else choices[answer]
        if chosen:
            moved += 1
            scalars |= _edited(place, note, chosen)
        else:
            split.append(place)
    text = edits.scalars(text, scalars) if scalars else text
    if split:
        text = edits.commented_out(text, ("changes",), split, SPLIT)
    commented = [notes.changes[place].code for place in split]
    many = rehome_throughout.rehome(text, notes.throughout, catalog, Steps(gone, new), told)
    commented += [MANY] * many.commented
    return Rehomed(many.text, moved + many.moved, tuple(commented), many.left)


def _choices(catalog: Catalog, code: Code, new: Iterable[Ids]) -> Iterator[Choice]:
    """Yield the new steps in which a text of a code changed, for each of its languages."""
    for step in new:
        for found in changes(catalog, code, step):
            if not found.of_white_space:
                yield Choice(
                    step,
                    tuple(one_line(row.message) for row in found.old),
                    tuple(one_line(row.message) for row in found.new),
                )


def _quotes(note: ChangeNote, choice: Choice) -> bool:
    said = tuple(tuple(map(one_line, texts)) for texts in (note.old, note.new))
    return said == (choice.old, choice.new)


def _edited(place: int, note: ChangeNote, choice: Choice) -> dict[edits.Path, str | list[str]]:
    """Return what a note has to say of a step that it did not say."""
    own = {"from": note.before, "to": note.after, "old": tuple(map(one_line, note.old))}
    own |= {"new": tuple(map(one_line, note.new))}
    wanted = {"from": choice.step[0], "to": choice.step[1], "old": choice.old, "new": choice.new}
    return {
        ("changes", place, key): value if isinstance(value, str) else _texts(value)
        for key, value in wanted.items()
        if own[key] != value
    }


def _texts(texts: Sequence[str]) -> str | list[str]:
    return texts[0] if len(texts) == 1 else list(texts)
