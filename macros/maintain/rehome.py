"""Notes on steps that are no more, when a revision comes between or is retracted.

A note quotes two texts. Where a new step has exactly these, the note is about that step. Where none
has, both steps changed something, or the text is another one now, and a person has to say of which
step the note speaks: who can be asked is asked; else the note becomes a comment, so that nothing of
it is lost. A note that covers many codes goes to each step in which it explains a change.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.kinds import Kind
from macros.maintain import edits
from macros.review.changes import Change
from macros.review.throughout import explains
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.catalog.model import Catalog, Code
    from macros.sources.notes import ChangeNote, Notes, SharedNote
    from macros.sources.provider import Revision

SPLIT = (
    "Split: no step has these texts any more. Write a note on each where it profits, and remove"
    " this."
)

Ids = tuple[str, str]


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
    """

    text: str
    moved: int
    commented: tuple[str, ...]


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
    text, shared, lost = _shared(text, notes.throughout, catalog, gone, new)
    return Rehomed(text, moved + shared, (*commented, *(["many codes"] * lost)))


def _choices(catalog: Catalog, code: Code, new: Iterable[Ids]) -> Iterator[Choice]:
    """Yield the new steps in which the text of a code changed."""
    for step in new:
        change = _change(catalog, code, step)
        if change and not change.of_white_space:
            yield Choice(
                step,
                tuple(one_line(row.message) for row in change.old),
                tuple(one_line(row.message) for row in change.new),
            )


def _change(catalog: Catalog, code: Code, step: Ids) -> Change | None:
    """Return what happened to the text of a code in one step, if anything did."""
    revisions = {revision.id: revision for revision in catalog.provider.revisions}
    before, after = (revisions[ident] for ident in step)
    old, new = code.compared(before, after)
    if not (old and new) or [row.message for row in old] == [row.message for row in new]:
        return None
    return Change(code, before, after, old, new, Kind.REWORDED, None)


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


def _shared(
    text: str, notes: Sequence[SharedNote], catalog: Catalog, gone: set[Ids], new: Sequence[Ids]
) -> tuple[str, int, int]:
    """Bring the notes that cover many codes to the steps in which they explain something.

    Returns:
        the file, how many notes went to another step, and how many became comments.
    """
    moved = split = 0
    # From the last one on: a note that becomes two or none leaves the places before it alone.
    for place, note in reversed(list(enumerate(notes))):
        if (note.before, note.after) not in gone:
            continue
        covered = {step: found for step in new if (found := _covered(note, catalog, step))}
        if not covered or set(note.codes) - {code for found in covered.values() for code in found}:
            text = edits.commented_out(text, ("throughout",), [place], SPLIT)
            split += 1
            continue
        moved += 1
        first, *others = covered
        item = edits.values(text)["throughout"][place]
        for step in reversed(others):
            copy = {**item, "from": step[0], "to": step[1]}
            copy |= {"codes": covered[step]} if note.codes else {}
            text = edits.after_item(text, ("throughout",), place, copy)
        text = edits.scalars(text, _step_of(place, note, first, covered[first]))
    return text, moved, split


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
    return [
        code.anchor
        for code in catalog.codes
        if (not note.codes or code.anchor in note.codes)
        and (change := _change(catalog, code, step))
        and explains(there, change)
    ]
