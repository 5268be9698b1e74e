"""What is found in and between the documents of a provider: catalogs -> reviews.

In order: 1. the notes are read and held against the documents; 2. each revision is compared with
the one before; 3. the rules look at each document, and what a person has accepted is left out; an
acceptance that nothing needs any more is a problem, as is a word of the glossary that no document
uses.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemsError
from macros.review import changes as revisions
from macros.review import discrepancies, language, look_alikes, notes
from macros.review.rules import mixed_terms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.catalog.model import Atlas, Catalog, Code
    from macros.review.changes import Change
    from macros.review.discrepancies import Finding
    from macros.review.look_alikes import SignTwins
    from macros.sources.yaml_file import YamlFile

GLOSSARY = "glossary.txt"


@dataclass(frozen=True, repr=False)
class Review:
    """What is found in and between one provider's documents.

    Attributes:
        catalog: the provider's codes.
        changes: by revision, then in the order of codes.
        findings: by rule, then in the order of codes.
        twins: pairs of codes that differ in sign alone.
    """

    catalog: Catalog
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    twins: tuple[SignTwins, ...]

    def changes_of(self, code: Code) -> tuple[Change, ...]:
        """Return what happened to one code, oldest first."""
        return tuple(self._changes.get(code.url, ()))

    def findings_of(self, code: Code) -> tuple[Finding, ...]:
        """Return the findings that are about one code."""
        return tuple(self._findings.get(code.url, ()))

    def wrong_with(self, code: Code) -> tuple[Finding, ...]:
        """Return the findings in what the newest revision says of one code.

        A name among several is not wrong by itself, so mixed terms are left out.
        """
        return tuple(
            one
            for one in self.findings_of(code)
            if one.current and one.rule is not mixed_terms.RULE and not code.dropped
        )

    def twins_of(self, code: Code) -> SignTwins | None:
        """Return the pair of codes that differ in sign alone, if this is one of the two."""
        return self._twins.get(code.url)

    @property
    def unreviewed(self) -> tuple[Change, ...]:
        """The changes of texts on which no person has said a word."""
        return tuple(one for one in self.changes if one.of_text and not one.note)

    @cached_property
    def _changes(self) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.code.url, []).append(change)
        return found

    @cached_property
    def _findings(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            for code in finding.codes:
                found.setdefault(code.url, []).append(finding)
        return found

    @cached_property
    def _twins(self) -> dict[str, SignTwins]:
        return {code.url: one for one in self.twins for code in (one.unsigned, one.signed)}


def load(data: Path, atlas: Atlas) -> dict[str, Review]:
    """Return the review of each provider, by id.

    Args:
        data: the folder with the notes and the glossary.
        atlas: all catalogs.

    Raises:
        ProblemsError: with every note, acceptance and glossary word that is wrong or stale.
    """
    problems: list[Problem] = []
    glossary = _glossary(data)
    known = language.Language(frozenset(glossary))
    reviews = {}
    for provider_id, catalog in atlas.catalogs.items():
        name = f"{data.name}/{provider_id}/notes.yml"
        try:
            said, file = notes.load(data / provider_id / "notes.yml", name, catalog)
        except ProblemsError as error:
            problems += error.problems
            continue
        by_place = {note.place: note for note in said.changes}
        changes = revisions.compare(catalog, known, by_place)
        findings = discrepancies.find(catalog, known)
        if file:
            problems += _unneeded(said.accepted, file, findings)
            problems += _no_twins(said.twins, file, catalog)
        kept = tuple(one for one in findings if not _is_accepted(one, said.accepted))
        twins = look_alikes.sign_twins(catalog, {one.code: one.why for one in said.twins})
        reviews[provider_id] = Review(catalog, changes, kept, twins)
    problems += _unused(glossary, atlas, f"{data.name}/{GLOSSARY}")
    if problems:
        raise ProblemsError(problems)
    return reviews


def _glossary(data: Path) -> dict[str, int]:
    """Return the words of the glossary with their lines."""
    path = data / GLOSSARY
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {
        line.strip(): number
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#")
    }


def _unused(glossary: dict[str, int], atlas: Atlas, name: str) -> Iterator[Problem]:
    used = {
        word.lower()
        for catalog in atlas.catalogs.values()
        for code in catalog.codes
        for listing in code.listings
        for row in listing.rows
        for _, word in language.words(row.message)
    }
    for word, line in glossary.items():
        if word not in used:
            what = f'no document uses the word "{word}".'
            yield Problem(name, line, what, "Remove it; words stand here in lower case.")


def _no_twins(twins: list[notes.TwinNote], file: YamlFile, catalog: Catalog) -> Iterator[Problem]:
    known = {one.unsigned.anchor for one in look_alikes.sign_twins(catalog, {})}
    for place, one in enumerate(twins):
        if one.code not in known:
            what = f'there is no "{one.code}" with and without a minus.'
            yield Problem(file.name, file.line("twins", place), what, "Remove this.")


def _is_accepted(finding: Finding, accepted: list[notes.Accepted]) -> bool:
    return any(_accepts(one, finding) for one in accepted)


def _accepts(one: notes.Accepted, finding: Finding) -> bool:
    return (
        one.rule == finding.rule.name
        and any(code.anchor == one.code for code in finding.codes)
        and any(row.message == one.text for row in finding.rows)
    )


def _unneeded(
    accepted: list[notes.Accepted], file: YamlFile, findings: tuple[Finding, ...]
) -> Iterator[Problem]:
    for place, one in enumerate(accepted):
        if not any(_accepts(one, finding) for finding in findings):
            what = f'the rule "{one.rule}" finds nothing in "{one.text}" of {one.code}.'
            yield Problem(file.name, file.line("accepted", place), what, "Remove this.")
