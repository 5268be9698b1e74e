"""What is found in and between the documents, in its public shape: reviews -> Changes and such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from macros.publish.api import fields
from macros.publish.api.fields import field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.catalog import model
    from macros.review import changes
    from macros.review.discrepancies import Finding
    from macros.review.look_alikes import SignTwins
    from macros.review.model import Review
    from macros.review.rules import Quote


class Discrepancy(BaseModel):
    """What looks wrong within the documents of one provider."""

    provider: str = fields.PROVIDER
    code_set: str | None = field(
        "The id of the code set that all its codes are of; null where they are of several.", "api"
    )
    codes: list[str] = field("The codes it is about, as printed.", ["46002"])
    kind: str = field(
        'The name of the rule that found it, or "sign-twin" for two codes that differ in sign'
        " alone. New kinds may be added: treat an unknown one as a remark.",
        "grammar",
    )
    revisions: list[str] = field("The ids of the revisions that have it, oldest first.", ["r2"])
    before: list[str] = field(
        "The provider's words in the newest of these revisions, a text for each row.",
        ["This menu version doesn not exist."],
    )
    after: list[str | None] = field(
        "For each of these texts, what it probably should say, by the atlas; null where that is"
        " unknown.",
        ["This menu version does not exist."],
    )
    note: str = field(
        "What looks wrong, in a sentence for readers.", '"doesn not" probably should be "does not".'
    )
    by: Literal["atlas"] = fields.BY_ATLAS


class Discrepancies(BaseModel):
    """What looks wrong in all documents."""

    discrepancies: list[Discrepancy] = field("All of them, by provider, then by rule.", [])

    @classmethod
    def of(cls, reviews: Iterable[Review]) -> Discrepancies:
        """Return what looks wrong in all documents, look-alikes too."""
        return cls(
            discrepancies=[
                discrepancy
                for review in reviews
                for discrepancy in (
                    *map(discrepancy_of_finding, review.findings),
                    *map(discrepancy_of_twins, review.twins),
                )
            ]
        )


class Change(BaseModel):
    """What happened to one code from one revision to the next."""

    provider: str = fields.PROVIDER
    code_set: str = fields.CODE_SET
    codes: list[str] = field("The code it is about, as printed; always one.", ["3014"])
    kind: str = field(
        "What kind of change it is. New kinds may be added: treat an unknown one as"
        ' "meaning-changed".',
        "meaning-changed",
    )
    revisions: list[str] = field(
        "The ids of two revisions: the one before the change and the one after.",
        ["2022-05-19", "2025-12-10"],
    )
    before: list[str] = field(
        "The provider's words in the earlier revision, a text for each row; none where it did not"
        " list the code.",
        ["Unknown message status"],
    )
    after: list[str] = field(
        "The provider's words in the later revision, a text for each row; none where it does not"
        " list the code.",
        ["Error of length restriction in message"],
    )
    note: str | None = field(
        "What a person says of the change; null where there is nothing to say beyond the kind.",
        "Another condition altogether.",
    )
    reviewed: bool = field(
        "Whether a person has read both texts; true where a code was added or dropped, since there"
        " is one text alone.",
        True,  # noqa: FBT003
    )
    by: Literal["atlas"] = field("Whose words `kind` and `note` are: always the atlas'.", "atlas")

    @classmethod
    def of(cls, change: changes.Change) -> Change:
        """Describe a change."""
        return cls(
            provider=change.code.provider.id,
            code_set=change.code.code_set.id,
            codes=[change.code.code],
            kind=change.kind.value,
            revisions=[change.before.id, change.after.id],
            before=[row.message for row in change.old],
            after=[row.message for row in change.new],
            note=change.note.why if change.note else None,
            reviewed=change.note is not None or not change.of_text,
            by="atlas",
        )


class Changes(BaseModel):
    """What changed between the revisions of all documents."""

    changes: list[Change] = field("All of them, by provider, then by revision.", [])

    @classmethod
    def of(cls, reviews: Iterable[Review]) -> Changes:
        """Return what changed between the revisions of all documents."""
        return cls(changes=[Change.of(change) for review in reviews for change in review.changes])


def discrepancy_of_finding(finding: Finding) -> Discrepancy:
    """Give a finding its public shape."""
    return Discrepancy(
        provider=finding.codes[0].provider.id,
        code_set=_common_set(finding.codes),
        codes=[code.code for code in finding.codes],
        kind=finding.rule.name,
        revisions=[revision.id for revision in finding.revisions],
        before=[quote.row.message for quote in finding.quotes],
        after=[_mended(quote) for quote in finding.quotes],
        note=finding.says,
        by="atlas",
    )


def discrepancy_of_twins(twins: SignTwins) -> Discrepancy:
    """Give two codes that differ in sign alone the public shape of a discrepancy."""
    pair = (twins.unsigned, twins.signed)
    revisions = twins.unsigned.provider.revisions
    both = [revision for revision in revisions if all(code.rows(revision) for code in pair)]
    # No revision has both where one was dropped before the other came.
    rows = [row for code in pair for row in (code.rows(both[-1]) if both else code.last.rows)]
    return Discrepancy(
        provider=twins.unsigned.provider.id,
        code_set=_common_set(pair),
        codes=[code.code for code in pair],
        kind="sign-twin",
        revisions=[revision.id for revision in both],
        before=[row.message for row in rows],
        after=[None for _ in rows],
        note=twins.says,
        by="atlas",
    )


def _common_set(codes: Iterable[model.Code]) -> str | None:
    """Return the code set of all codes; None where they are of several."""
    ids = {code.code_set.id for code in codes}
    return ids.pop() if len(ids) == 1 else None


def _mended(quote: Quote) -> str | None:
    """Return the message as it probably should be; None where nothing is known to be better."""
    if not quote.marks or any(mark.should is None for mark in quote.marks):
        return None
    text, place = "", 0
    for mark in quote.marks:
        text += quote.row.message[place : mark.start] + (mark.should or "")
        place = mark.end
    return text + quote.row.message[place:]
