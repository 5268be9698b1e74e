"""What a person finds wrong in the documents: notes.yml, catalog -> findings of no rule.

A note quotes the texts that it is about. It holds for each revision that has all of them, and is
refused where none has: nothing of ours outlives its evidence.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.review.differences import differences
from macros.review.rules.rule import Harm, Mark, Quote, Rule
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.errors import Problem
    from macros.readers.rows import Row
    from macros.sources.notes import FindingNote, Notes, Quotation
    from macros.sources.provider import Revision
    from macros.sources.yaml_file import Written

# It finds nothing by itself; each note has its own title and harm.
NOTED = Rule(
    "noted",
    "Found by reading",
    "A person has read the document, and says what no rule can tell.",
    lambda _: iter(()),
    Harm.UNCLEAR,
)


_FEW = 2  # places in a text that can be told one by one


@dataclass(frozen=True, slots=True)
class Noted:
    """What one note is about: the rows of the newest of the revisions, in the note's order."""

    note: FindingNote
    quotes: tuple[Quote, ...]
    revisions: tuple[Revision, ...]


def find(notes: Notes, catalog: Catalog) -> Iterator[Noted]:
    """Yield each note that a revision bears out."""
    codes = {code.anchor: code for code in catalog.codes}
    for note in notes.findings:
        revisions = _bearing(note, codes, catalog)
        if revisions:
            quotes = tuple(
                Quote(row, _marks(row.message, quoted.should))
                for quoted in note.quotes
                for row in _rows(quoted, codes, revisions[-1])[:1]
            )
            yield Noted(note, quotes, revisions)


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A note on several texts of which the newest revision has some, and says others otherwise.

    Attributes:
        place: where it stands among the findings of notes.yml, from 0.
        note: the note.
        gone: the codes whose texts are others by now.
        left: those whose texts are what it quotes.
    """

    place: int
    note: FindingNote
    gone: tuple[str, ...]
    left: tuple[str, ...]


def lapsed(notes: Notes, catalog: Catalog) -> Iterator[Lapsed]:
    """Yield each note that the newest revision ends with one of its texts, and that may hold yet.

    Whether it holds of the other texts alone is for a person to say.
    """
    codes = {code.anchor: code for code in catalog.codes}
    *_, before, latest = [None, *catalog.provider.standing]
    for place, note in enumerate(notes.findings):
        if before not in _bearing(note, codes, catalog):
            continue
        stands = [(quoted.code, bool(_rows(quoted, codes, latest))) for quoted in note.quotes]
        gone, left = (
            tuple(dict.fromkeys(code for code, is_there in stands if is_there is wanted))
            for wanted in (False, True)
        )
        if gone and left:
            yield Lapsed(place, note, gone, left)


def problems(written: Written[Notes], catalog: Catalog) -> Iterator[Problem]:
    """Yield what is wrong with the notes on what looks wrong."""
    codes = {code.anchor: code for code in catalog.codes if code.listings}
    sources = {page.id for page in catalog.observations.content.sources}
    for place, note in enumerate(written.content.findings):
        for what, do in _faults(note, codes, sources, catalog):
            yield written.problem(what, do, "findings", place)


def _faults(
    note: FindingNote, codes: dict[str, Code], sources: set[str], catalog: Catalog
) -> Iterator[tuple[str, str]]:
    faults = [fault for quoted in note.quotes for fault in _quotation_faults(quoted, codes)]
    yield from faults
    places = [(quoted.code, one_line(quoted.text)) for quoted in note.quotes]
    for code, text in (place for place, count in Counter(places).items() if count > 1):
        yield f'the finding quotes "{text}" of {code} twice.', "Keep one."
    if not faults and not _bearing(note, codes, catalog):
        yield "no revision has all of these texts.", "Quote texts that stand in one document."
    for ident in note.sources:
        if ident not in sources:
            what = f'observations.yml has no source "{ident}".'
            yield what, "Name one of its sources by its id."


def _quotation_faults(quoted: Quotation, codes: dict[str, Code]) -> Iterator[tuple[str, str]]:
    code = codes.get(quoted.code)
    if code is None:
        what = f'no document lists the code "{quoted.code}".'
        yield what, "Mend the code, or remove the finding."
        return
    said = [one_line(row.message) for listing in code.listings for row in listing.all_rows]
    if one_line(quoted.text) not in said:
        now = " / ".join(one_line(text) for text in code.messages)
        what = f'no revision says "{quoted.text}" of {quoted.code}, but "{now}".'
        do = "Read it again, and quote what it says; if it is right now, remove the finding."
        yield what, do
    elif quoted.should is not None and one_line(quoted.should) == one_line(quoted.text):
        what = f'what {quoted.code} should say is what it says: "{quoted.text}".'
        yield what, "Mend `should`, or remove it."


def _bearing(note: FindingNote, codes: dict[str, Code], catalog: Catalog) -> tuple[Revision, ...]:
    """Return the revisions that have all texts of a note, oldest first."""
    return tuple(
        revision
        for revision in catalog.provider.revisions
        if all(_rows(quoted, codes, revision) for quoted in note.quotes)
    )


def _rows(quoted: Quotation, codes: dict[str, Code], revision: Revision) -> list[Row]:
    """Return the rows of one revision that say what is quoted, in any of its languages."""
    code = codes.get(quoted.code)
    rows = code.all_rows(revision) if code else ()
    return [row for row in rows if one_line(row.message) == one_line(quoted.text)]


def _marks(message: str, should: str | None) -> tuple[Mark, ...]:
    """Return the words of a message that differ from what it should say.

    Where they are many, all that stands between the first and the last: a patchwork cannot be read.
    """
    if should is None:
        return ()
    marks: list[Mark] = []
    place = 0
    for piece in differences(message, should):
        if piece.kind == "added" and marks and marks[-1].end == place:
            marks[-1] = Mark(marks[-1].start, place, piece.text)
        elif piece.kind == "added":
            marks.append(Mark(place, place, piece.text))
        else:
            end = place + len(piece.text)
            marks += [Mark(place, end, "")] if piece.kind == "removed" else []
            place = end
    if len(marks) <= _FEW:
        return tuple(marks)
    start, end = marks[0].start, marks[-1].end
    kept = len(message) - end
    return (Mark(start, end, should[start : len(should) - kept]),)
