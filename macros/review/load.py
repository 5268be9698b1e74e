"""What is found in and between the documents of a provider: catalogs -> reviews.

In order: 1. observations and notes are held against the documents; 2. texts that went to
another code are found, and each revision is compared with the one before; 3. the rules look at each
document, what a person has accepted is left out, and what a person has found is added; an
acceptance that nothing needs any more is a problem, as is a word of the glossary that no document
uses.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemsError
from macros.kept import Kept, digest
from macros.progress import silent
from macros.review import (
    changes,
    discrepancies,
    look_alikes,
    moves,
    noted,
    notes,
    observations,
    throughout,
)
from macros.review.language import Language, words
from macros.review.model import Review
from macros.sources import glossary
from macros.sources import notes as notes_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from macros.catalog.catalog import Catalog
    from macros.progress import Tell


def load(
    data: Path,
    catalogs: Mapping[str, Catalog],
    kept: Kept | None = None,
    tell: Tell = silent,
) -> dict[str, Review]:
    """Return the review of each provider, by id.

    Args:
        data: the folder with the notes and the glossary.
        catalogs: all catalogs, by provider.
        kept: what was reviewed before.
        tell: is told what is being reviewed.

    Raises:
        ProblemsError: with every note, acceptance and glossary word that is wrong or stale.
    """
    kept = kept or Kept(lasting=False)
    problems: list[Problem] = []
    known = glossary.read(data)
    language = Language(frozenset(known))
    reviews: dict[str, Review] = {}
    for number, (provider_id, catalog) in enumerate(catalogs.items(), start=1):
        tell(f"reviewing {provider_id}, provider {number} of {len(catalogs)}")
        problems += observations.problems(catalog)
        try:
            reviews[provider_id] = kept.get(
                ("review", provider_id),
                (catalog, digest(data / provider_id / notes_file.FILE), tuple(known)),
                partial(_review, data, catalog, language),
            )
        except ProblemsError as error:
            problems += error.problems
    problems += _unused(known, catalogs.values(), f"{data.name}/{glossary.FILE}")
    if problems:
        raise ProblemsError(problems)
    return reviews


def _review(data: Path, catalog: Catalog, language: Language) -> Review:
    provider_id = catalog.provider.id
    written = notes_file.read(data / provider_id, f"{data.name}/{provider_id}")
    if wrong := [*notes.change_problems(written, catalog), *noted.problems(written, catalog)]:
        raise ProblemsError(wrong)
    written_notes = written.content
    findings = discrepancies.find(catalog, language)
    problems = [
        *notes.accepted_problems(written, findings),
        *notes.twin_problems(written, catalog),
    ]
    if problems:
        raise ProblemsError(problems)
    by_reading = discrepancies.noted(catalog, noted.find(written_notes, catalog))
    by_rules = notes.not_accepted(written_notes, findings)
    moved = moves.find(catalog)
    compared = changes.compare(catalog, language, written_notes.changes, moved)
    told = throughout.noted(compared, written_notes.throughout)
    if wrong := list(throughout.problems(written, catalog, told)):
        raise ProblemsError(wrong)
    return Review(
        catalog,
        told,
        discrepancies.ordered(catalog, [*by_reading, *by_rules]),
        look_alikes.sign_twins(catalog, {note.code: note.why for note in written_notes.twins}),
        moved,
        written,
    )


def _unused(known: Mapping[str, int], catalogs: Iterable[Catalog], name: str) -> Iterator[Problem]:
    messages = {
        row.message
        for catalog in catalogs
        for code in catalog.codes
        for listing in code.listings
        for row in listing.all_rows
    }
    used = {word.lower() for message in messages for _, word in words(message)}
    for word, line in known.items():
        if word not in used:
            what = f'no document uses the word "{word}".'
            yield Problem(name, line, what, "Remove it; words stand here in lower case.")
