"""What people say of single codes, held against the documents: notes.yml, catalog -> problems.

A note that quotes what no longer stands in the documents is refused, so that nothing of ours
outlives its evidence; so is an acceptance that no finding needs any more.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.codes import order
from macros.kinds import Kind
from macros.review import look_alikes
from macros.sources.fields import OPEN
from macros.sources.notes import NEED_A_WHY
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.errors import Problem
    from macros.readers.rows import Row
    from macros.review.changes import Change
    from macros.review.conditions import Conditions
    from macros.review.discrepancies import Finding
    from macros.review.model import Review
    from macros.review.renamings import Renaming
    from macros.sources.notes import Accepted, ChangeNote, Notes
    from macros.sources.provider import Revision
    from macros.sources.yaml_file import Written

_OPEN_KIND = f"kind: {OPEN}  # {Kind.REWORDED} where it means the same, else {Kind.MEANING_CHANGED}"
_OPEN_WHY = f"why: {OPEN}  # with {Kind.REWORDED} the line can go"


def change_problems(written: Written[Notes], catalog: Catalog) -> Iterator[Problem]:
    """Yield what is wrong with the notes on changes."""
    earlier: set[tuple[object, ...]] = set()
    for place, note in enumerate(written.content.changes):
        for what, do in _faults(note, earlier, catalog):
            yield written.problem(what, do, "changes", place)
        earlier.add(_quoted(note))


def _faults(
    note: ChangeNote, earlier: set[tuple[object, ...]], catalog: Catalog
) -> Iterator[tuple[str, str]]:
    revisions = {revision.id: revision for revision in catalog.provider.revisions}
    code = catalog.by_anchor.get(note.code)
    if code is None:
        yield f'no document lists the code "{note.code}".', "Mend the code, or remove the note."
    elif (note.before, note.after) not in _steps(catalog):
        what = f'"{note.after}" is not the revision after "{note.before}".'
        standing = ", ".join(revision.id for revision in catalog.provider.standing)
        yield what, f"The revisions are {standing}."
    elif _quoted(note) in earlier:
        yield f'there are two notes on this change of "{note.code}".', "Keep one."
    else:
        old, new = _compared(note, code, revisions[note.before], revisions[note.after])
        said_then = {
            note.before: [row.message for row in old],
            note.after: [row.message for row in new],
        }
        for texts, revision in ((note.old, note.before), (note.new, note.after)):
            said = said_then[revision]
            if [one_line(text) for text in texts] != [one_line(text) for text in said]:
                what = f'the revision {revision} does not say "{" / ".join(texts)}" of {note.code}'
                do = "Read it again, and quote what it says; if nothing changed, remove the note."
                yield f'{what}, but "{" / ".join(said)}".', do
        if said_then[note.before] == said_then[note.after]:
            what = f'the text of "{note.code}" did not change between these revisions.'
            yield what, "Remove the note."


def _quoted(note: ChangeNote) -> tuple[object, ...]:
    """Return what one note alone may quote: a code can have a note in each language."""
    return (*note.place, *note.old, None, *note.new)


def _compared(
    note: ChangeNote, code: Code, before: Revision, after: Revision
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the texts that a note quotes; else those that it most likely means."""
    pairs = code.compared(before, after)
    quoted = (pair for pair in pairs if note.quotes(*map(_texts, pair)))
    differing = (pair for pair in pairs if _texts(pair[0]) != _texts(pair[1]))
    return next(quoted, None) or next(differing, None) or next(iter(pairs), ((), ()))


def _texts(rows: Iterable[Row]) -> list[str]:
    return [row.message for row in rows]


def _steps(catalog: Catalog) -> set[tuple[str, str]]:
    return {(before.id, after.id) for before, after in catalog.provider.steps}


def twin_problems(written: Written[Notes], catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each note on a pair that is none."""
    known = {pair.unsigned.anchor for pair in look_alikes.sign_twins(catalog, {})}
    for place, note in enumerate(written.content.twins):
        if note.code not in known:
            what = f'no document has "{note.code}" with and without a minus.'
            yield written.problem(what, "Remove this.", "twins", place)


def contradictions(reviews: Iterable[Review], conditions: Conditions) -> Iterator[Problem]:
    """Yield a problem for each pair that means the same and is classified as two things."""
    for review in reviews:
        pairs = {pair.unsigned.anchor: pair for pair in review.twins}
        for place, note in enumerate(review.notes.content.twins):
            both = (pairs[note.code].unsigned, pairs[note.code].signed)
            if any(code.url in conditions.unreviewed for code in both):
                continue
            one, other = (conditions.of(code).id for code in both)
            if one != other:
                what = f'"{note.code}" and its twin mean the same, but are {one} and {other}.'
                do = "Give both one condition in conditions.yml, or remove this."
                yield review.notes.problem(what, do, "twins", place)


def accepted_problems(written: Written[Notes], findings: Iterable[Finding]) -> Iterator[Problem]:
    """Yield a problem for each acceptance that no finding needs."""
    for place, accepted in enumerate(written.content.accepted):
        if not any(_accepts(accepted, finding) for finding in findings):
            what = (
                f'the rule "{accepted.rule}" finds nothing in "{accepted.text}" of {accepted.code}.'
            )
            yield written.problem(what, "Remove this.", "accepted", place)


def not_accepted(notes: Notes, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that nobody has accepted as right."""
    return tuple(
        finding
        for finding in findings
        if not any(_accepts(accepted, finding) for accepted in notes.accepted)
    )


def _accepts(accepted: Accepted, finding: Finding) -> bool:
    return (
        accepted.rule == finding.rule.name
        and any(code.anchor == accepted.code for code in finding.codes)
        and any(quote.row.message == accepted.text for quote in finding.quotes)
    )


def draft(change: Change) -> str:
    """Return a change as a note to paste, with `…` where a person says what no program can tell.

    A `why` is asked for where the kind may need one. Where the texts alone do not tell whether the
    meaning is the same, the kind is left open: it would confirm what was chosen for the earlier
    text.
    """
    old, new = ([one_line(row.message) for row in rows] for rows in (change.old, change.new))
    fields = {
        "code": change.code.anchor,
        "from": change.before.id,
        "to": change.after.id,
        "old": old[0] if len(old) == 1 else old,
        "new": new[0] if len(new) == 1 else new,
    }
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    if change.computed is Kind.REWORDED:
        lines += [_OPEN_KIND, _OPEN_WHY]
    else:
        lines += [f"kind: {change.computed}"]
        lines += [f"why: {OPEN}"] if change.computed in NEED_A_WHY else []
    return "  - " + "\n    ".join(lines) + "\n\n"


def draft_of_words(renaming: Renaming) -> str:
    """Return words that others took the place of as a note to paste below `throughout`.

    It explains each of the changes to the last letter; whether the words mean the same is left
    open.
    """
    first = renaming.changes[0]
    codes = sorted((one.code for one in renaming.changes), key=lambda code: order(code.code))
    words = "".join(
        f"\n      {json.dumps(old, ensure_ascii=False)}: {json.dumps(new, ensure_ascii=False)}"
        for old, new in renaming.words.items()
    )
    return (
        f"  # {', '.join(code.anchor for code in codes)}\n"
        f'  - from: "{first.before.id}"\n    to: "{first.after.id}"\n    replaces:{words}\n'
        f"    {_OPEN_KIND}\n    {_OPEN_WHY}\n\n"
    )


def draft_of_many(changes: Sequence[Change]) -> str:
    """Return changes of one kind in one step as a note on many codes, to paste below `throughout`.

    Their texts are not quoted: it holds for these codes, once a person has read each of them.
    """
    first = changes[0]
    codes = sorted((change.code for change in changes), key=lambda code: order(code.code))
    fields = {
        "from": first.before.id,
        "to": first.after.id,
        "codes": [code.anchor for code in codes],
        "kind": first.kind.value,
    }
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    return "  - " + "\n    ".join(lines) + "\n\n"
