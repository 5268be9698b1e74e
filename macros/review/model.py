"""What is found in and between one provider's documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.catalog.model import Catalog, Code
    from macros.review.changes import Change
    from macros.review.discrepancies import Finding
    from macros.review.look_alikes import SignTwins


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
        return tuple(self._changes.get(code.place, ()))

    def findings_of(self, code: Code) -> tuple[Finding, ...]:
        """Return the findings that are about one code."""
        return tuple(self._findings.get(code.place, ()))

    def mistakes_in(self, code: Code) -> tuple[Finding, ...]:
        """Return the findings by which the newest revision is wrong in what it says of a code."""
        return tuple(
            finding
            for finding in self.findings_of(code)
            if finding.current and finding.rule.is_mistake and not code.dropped
        )

    def twins_of(self, code: Code) -> SignTwins | None:
        """Return the pair of codes that differ in sign alone, if this is one of the two."""
        return self._twins.get(code.place)

    @property
    def unreviewed(self) -> tuple[Change, ...]:
        """The changes of texts on which no person has said a word."""
        return tuple(change for change in self.changes if change.of_text and not change.note)

    @cached_property
    def _changes(self) -> dict[tuple[str, str], list[Change]]:
        by_code: dict[tuple[str, str], list[Change]] = {}
        for change in self.changes:
            by_code.setdefault(change.code.place, []).append(change)
        return by_code

    @cached_property
    def _findings(self) -> dict[tuple[str, str], list[Finding]]:
        by_code: dict[tuple[str, str], list[Finding]] = {}
        for finding in self.findings:
            for code in finding.codes:
                by_code.setdefault(code.place, []).append(finding)
        return by_code

    @cached_property
    def _twins(self) -> dict[tuple[str, str], SignTwins]:
        return {code.place: pair for pair in self.twins for code in (pair.unsigned, pair.signed)}
