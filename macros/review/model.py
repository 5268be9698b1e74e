"""What is found in and between one provider's documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.cached import cached_property
from macros.languages import is_english
from macros.review import fields
from macros.review.limits import limits
from macros.review.look_alikes import SIGN_TWIN
from macros.review.standing import earlier

if TYPE_CHECKING:
    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.review.changes import Change
    from macros.review.discrepancies import Finding
    from macros.review.fields import Field
    from macros.review.limits import Limit
    from macros.review.look_alikes import SignTwins
    from macros.review.moves import Move
    from macros.review.standing import Earlier
    from macros.sources.notes import Notes
    from macros.sources.yaml_file import Written


@dataclass(frozen=True, slots=True)
class Stated:
    """A limit with the code and the message that state it."""

    code: Code
    message: str
    limit: Limit


@dataclass(frozen=True, repr=False)
class Review:
    """What is found in and between one provider's documents.

    Attributes:
        catalog: the provider's codes.
        changes: by revision, then in the order of codes.
        findings: the worst first, as `discrepancies.ordered` says.
        twins: pairs of codes of one document that differ in sign alone.
        moves: texts that went from one code to another, by revision, then in the order of codes.
        notes: what people say of it, as it is written.
    """

    catalog: Catalog
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    twins: tuple[SignTwins, ...]
    moves: tuple[Move, ...]
    notes: Written[Notes]

    def changes_of(self, code: Code) -> tuple[Change, ...]:
        """Return what happened to one code, oldest first."""
        return tuple(self._changes.get(code.place, ()))

    def findings_of(self, code: Code) -> tuple[Finding, ...]:
        """Return the findings that are about one code, in their order."""
        return tuple(self._findings.get(code.place, ()))

    def mistakes_in(self, code: Code) -> tuple[Finding, ...]:
        """Return the findings by which the newest revision is wrong in what it says of a code."""
        return tuple(
            finding
            for finding in self.findings_of(code)
            if finding.current and finding.rule.is_mistake and not code.dropped
        )

    @cached_property
    def mistakes(self) -> tuple[Finding, ...]:
        """What is wrong in the newest revision, the worst first; pairs of signs are no mistakes."""
        return tuple(one for one in self.findings if one.current and one.rule is not SIGN_TWIN)

    def twins_of(self, code: Code) -> SignTwins | None:
        """Return the pair of codes that differ in sign alone, if this is one of the two."""
        return self._twins.get(code.place)

    def limits_of(self, code: Code) -> tuple[Stated, ...]:
        """Return the limits that the newest messages of one code name, in their order.

        None where they are in another language than English, which alone is known here.
        """
        messages = code.messages if is_english(code.language) else ()
        return tuple(
            Stated(code, message, limit) for message in messages for limit in limits(message)
        )

    def fields_of(self, code: Code) -> tuple[Field, ...]:
        """Return the fields that the newest messages of one code name, by name."""
        return tuple(self._fields.get(code.place, ()))

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields that the newest messages of all codes name, by name."""
        return fields.fields(self.catalog)

    def moves_of(self, code: Code) -> tuple[Move, ...]:
        """Return the moves of texts from or to one code, oldest first."""
        return tuple(self._moves.get(code.place, ()))

    def outdated(self, code: Code) -> Earlier | None:
        """Return the text beside which the observations of a code were written, if it changed."""
        if not code.observed:
            return None
        as_of = code.observed.observation.as_of
        reviewed = self.catalog.observations.content.reviewed
        return earlier(code, as_of, reviewed, self.changes_of(code))

    @property
    def unreviewed(self) -> tuple[Change, ...]:
        """The changes of texts on which no person has said a word."""
        return tuple(change for change in self.changes if not change.reviewed)

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
            for code in () if finding.rule.of_document else finding.codes:
                by_code.setdefault(code.place, []).append(finding)
        return by_code

    @cached_property
    def _fields(self) -> dict[tuple[str, str], list[Field]]:
        by_code: dict[tuple[str, str], list[Field]] = {}
        for field in self.fields:
            for code in field.codes:
                by_code.setdefault(code.place, []).append(field)
        return by_code

    @cached_property
    def _moves(self) -> dict[tuple[str, str], list[Move]]:
        by_code: dict[tuple[str, str], list[Move]] = {}
        for move in self.moves:
            for code in (move.old, move.new):
                by_code.setdefault(code.place, []).append(move)
        return by_code

    @cached_property
    def _twins(self) -> dict[tuple[str, str], SignTwins]:
        return {code.place: pair for pair in self.twins for code in (pair.unsigned, pair.signed)}
