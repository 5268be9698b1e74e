"""Notes that cover many changes: notes, changes -> the changes with what is said of them.

A note holds for each change of its revisions that it explains to the last letter: where the words
that it replaces make the later text of the earlier one, or where nothing differs but what it names.
One that lists codes and nothing else holds for these: a person has read each of them. A note on one
code stands above it, and so does a note that stands before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.review import signs
from macros.review.classify import alike
from macros.review.likeness import is_unparted
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from macros.catalog.catalog import Catalog
    from macros.errors import Problem
    from macros.review.changes import Change
    from macros.sources.notes import Notes, SharedNote
    from macros.sources.yaml_file import Written

_SIGN = re.compile(r"[^\w\s]|_")
_BESIDE_A_SIGN = re.compile(r"\s*([^\w\s])\s*")

# What two texts have in common that differ in this alone; words are never put together.
_ONLY: dict[str, Callable[[str], str]] = {
    "white space": lambda text: _BESIDE_A_SIGN.sub(r"\1", one_line(text)),
    "case": lambda text: one_line(text).casefold(),
    "punctuation": lambda text: one_line(_SIGN.sub(" ", text)),
}


def noted(changes: Iterable[Change], notes: Sequence[SharedNote]) -> tuple[Change, ...]:
    """Return the changes, each that nobody has reviewed with the first note that explains it."""
    return tuple(_noted(change, notes) for change in changes)


def _noted(change: Change, notes: Iterable[SharedNote]) -> Change:
    if change.reviewed:
        return change
    return replace(change, note=next((note for note in notes if explains(note, change)), None))


def explains(note: SharedNote, change: Change) -> bool:
    """Tell whether a note says all that there is to say of a change of texts."""
    if (note.before, note.after) != (change.before.id, change.after.id) or not change.of_text:
        return False
    if note.codes and change.code.anchor not in note.codes:
        return False
    if not (note.replaces or note.only):
        return True
    pairs = [(old.message, new.message) for old, new in zip(change.old, change.new, strict=False)]
    differing = [pair for pair in pairs if one_line(pair[0]) != one_line(pair[1])]
    return (
        len(change.old) == len(change.new)
        and bool(differing)
        and all(_explained(note, *pair) for pair in differing)
    )


def _explained(note: SharedNote, old: str, new: str) -> bool:
    if note.replaces:
        now = replaced(one_line(old), note.replaces)
        return now != one_line(old) and alike(now, new)
    assert note.only, "a note lists codes, replaces words or names what differs"
    bare = _ONLY[note.only]
    return bare(old) == bare(new) and signs.same(old, new)


def replaced(text: str, words: Mapping[str, str]) -> str:
    """Return a text with whole words replaced, whatever their case; the longest come first."""
    longest = sorted(words, key=len, reverse=True)
    by = {word.casefold(): words[word] for word in words}
    pattern = "|".join(map(_whole, longest))
    return re.sub(
        pattern,
        lambda found: by.get(found[0].casefold(), found[0]),
        text,
        flags=re.IGNORECASE,
    )


def _whole(word: str) -> str:
    """Return a pattern for a word with no letters beside it; some scripts do not part words."""
    before = "" if is_unparted(word[0]) else r"(?<!\w)"
    behind = "" if is_unparted(word[-1]) else r"(?!\w)"
    return f"{before}{re.escape(word)}{behind}"


def problems(
    written: Written[Notes], catalog: Catalog, changes: Sequence[Change]
) -> Iterator[Problem]:
    """Yield what is wrong with the notes that cover many changes.

    Args:
        written: the notes.
        catalog: the provider's codes.
        changes: all changes, with what is said of them.
    """
    steps = {(before.id, after.id) for before, after in catalog.provider.steps}
    revisions = ", ".join(revision.id for revision in catalog.provider.revisions)
    for place, note in enumerate(written.content.throughout):
        if (note.before, note.after) not in steps:
            what = f'"{note.after}" is not the revision after "{note.before}".'
            do = f"The revisions are {revisions}."
            yield written.problem(what, do, "throughout", place)
            continue
        faults = [fault for code in note.codes if (fault := _fault(note, code, changes))]
        for fault in faults:
            yield written.problem(*fault, "throughout", place)
        if not faults and not any(change.note is note for change in changes):
            what = "this note covers no change that has no other note."
            do = "Read the texts again; remove the note if other notes say it all."
            yield written.problem(what, do, "throughout", place)


def _fault(note: SharedNote, code: str, changes: Iterable[Change]) -> tuple[str, str] | None:
    """Return what is wrong with a listed code, and what to do; None where nothing is."""
    step = (note.before, note.after)
    change = next(
        (
            one
            for one in changes
            if one.code.anchor == code and (one.before.id, one.after.id) == step and one.of_text
        ),
        None,
    )
    if change is None:
        what = f'the text of "{code}" did not change between these revisions.'
        return what, "Mend the code, or remove it from `codes`."
    if not explains(note, change):
        old, new = (" / ".join(row.message for row in rows) for rows in (change.old, change.new))
        what = f'the note does not explain how "{old}" of {code} became "{new}".'
        return what, "Remove it from `codes`, and give it a note of its own under `changes`."
    return None
