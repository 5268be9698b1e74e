"""Our reviewed words on single codes: a provider's `notes.yml`, checked against the documents.

A note quotes the texts that it speaks of. One that quotes what no longer stands there is refused,
so that nothing of ours outlives its evidence.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field

from macros.errors import Problem, ProblemsError
from macros.review.changes import Kind
from macros.sources.provider import Prose
from macros.sources.reader_options import Strict
from macros.sources.yaml_file import YamlFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.catalog.model import Catalog
    from macros.review.changes import Change

Texts = Annotated[list[str], BeforeValidator(lambda one: [one] if isinstance(one, str) else one)]


class ChangeNote(Strict):
    """What a person says of one code's change from one revision to the next."""

    code: str = Field(description="The code's anchor on the catalog page: the code as printed.")
    before: str = Field(alias="from", description="The id of the earlier revision.")
    after: str = Field(alias="to", description="The id of the later revision, the next one.")
    old: Texts = Field(description="The earlier text, or the list of texts where it has rows.")
    new: Texts = Field(description="The later text, or the list of texts where it has rows.")
    kind: Kind = Field(description="What kind of change it is.")
    why: Prose = Field(description="A sentence that a reader profits from.")

    @property
    def place(self) -> tuple[str, str, str]:
        """The code's anchor and the ids of the two revisions."""
        return self.code, self.before, self.after


class Accepted(Strict):
    """A finding of a rule that is none: what it takes for a mistake is right."""

    rule: str = Field(description="The rule's name.")
    code: str = Field(description="The code's anchor on the catalog page.")
    text: str = Field(description="The message as the document has it.")
    why: Prose = Field(description="Why it is right.")


class TwinNote(Strict):
    """Two codes that differ in sign alone and mean the same; all others mean different things."""

    code: str = Field(description="The anchor of the one without a minus.")
    why: Prose = Field(description="What both of them mean.")


class Notes(Strict):
    """The whole of a `notes.yml`."""

    changes: list[ChangeNote] = Field(
        default_factory=list, description="Changes between two revisions, reviewed."
    )
    twins: list[TwinNote] = Field(
        default_factory=list, description="Codes that mean the same with and without a minus."
    )
    accepted: list[Accepted] = Field(
        default_factory=list, description="What rules take for a mistake, and is right."
    )


def load(path: Path, name: str, catalog: Catalog) -> tuple[Notes, YamlFile | None]:
    """Read the notes of one provider, and the file for the lines of later problems.

    Args:
        path: the file; there need not be one.
        name: the file as errors call it, relative to the project.
        catalog: the provider's codes.

    Raises:
        ProblemsError: with the line of each note that is wrong or stale.
    """
    if not path.is_file():
        return Notes(), None
    file = YamlFile(path, name)
    notes = file.check(Notes)
    problems = [
        Problem(name, file.line("changes", place), fault, do)
        for place, note in enumerate(notes.changes)
        for fault, do in _faults(note, notes.changes[:place], catalog)
    ]
    if problems:
        raise ProblemsError(problems)
    return notes, file


def _faults(
    note: ChangeNote, earlier: list[ChangeNote], catalog: Catalog
) -> Iterator[tuple[str, str]]:
    revisions = {revision.id: revision for revision in catalog.provider.revisions}
    ids = list(revisions)
    code = next((one for one in catalog.codes if one.anchor == note.code), None)
    if code is None:
        yield f'no document lists the code "{note.code}".', "Mend the code, or remove the note."
    elif (note.before, note.after) not in set(pairwise(ids)):
        what = f'"{note.after}" is not the revision after "{note.before}".'
        yield what, f"The revisions are {', '.join(ids)}."
    elif any(one.place == note.place for one in earlier):
        yield f'there are two notes on this change of "{note.code}".', "Keep one."
    else:
        for texts, revision in ((note.old, note.before), (note.new, note.after)):
            said = [row.message for row in code.rows(revisions[revision])]
            if [_one_line(text) for text in texts] != [_one_line(text) for text in said]:
                what = f'the revision {revision} does not say "{" / ".join(texts)}" of {note.code}'
                do = "Read it again, and quote what it says; if nothing changed, remove the note."
                yield f'{what}, but "{" / ".join(said)}".', do
        if note.old == note.new:
            what = f'the text of "{note.code}" did not change between these revisions.'
            yield what, "Remove the note."


def _one_line(text: str) -> str:
    return " ".join(text.split())


def draft(change: Change) -> str:
    """Return a change as a note, ready to paste; a person mends `kind` and says why."""
    old, new = ([_one_line(row.message) for row in rows] for rows in (change.old, change.new))
    fields = {
        "code": change.code.anchor,
        "from": change.before.id,
        "to": change.after.id,
        "old": old[0] if len(old) == 1 else old,
        "new": new[0] if len(new) == 1 else new,
    }
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    lines += [f"kind: {change.computed}", 'why: ""']
    return "  - " + "\n    ".join(lines) + "\n\n"
