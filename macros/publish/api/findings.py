"""What is found in and between the documents, in its public shape: reviews -> Changes and such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from macros.publish.api import fields
from macros.publish.api.fields import Harm, Url, field
from macros.review.discrepancies import mended
from macros.review.look_alikes import SIGN_TWIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.catalog import model
    from macros.review import changes, moves
    from macros.review.discrepancies import Finding
    from macros.review.look_alikes import SignTwins
    from macros.review.model import Review


KIND = (
    'The name of the rule that found it; "noted" where a person did; "sign-twin" for numbers that'
    " stand for several codes of a document, which differ in sign alone: once for the document in"
    " discrepancies.json, and as its pair in the file of a code. New kinds may be added: treat an"
    " unknown one as a remark."
)
SINCE = "1.2"
SINCE_ONLY_IN = "1.5"  # what changed in one of several languages alone
ONLY_IN = field(
    "The language whose texts alone tell the kind, where those in another language that both"
    " revisions have do not; null everywhere else.",
    "ko",
    SINCE_ONLY_IN,
)
TITLE = field("What kind of mistake it is, for readers.", "Grammar", SINCE)
HARM = field(
    'What it costs: who believes the text does the wrong thing ("misleads"), has to ask what is'
    ' meant ("unclear"), or finds it careless ("style").',
    "style",
    SINCE,
)


class Discrepancy(BaseModel):
    """What looks wrong within the documents of one provider."""

    provider: str = fields.PROVIDER
    code_set: str | None = field(
        "The id of the code set that all its codes are of; null where they are of several.", "api"
    )
    codes: list[str] = field("The codes it is about, as printed.", ["46002"])
    kind: str = field(
        KIND,
        "grammar",
    )
    title: str = TITLE
    harm: Harm = HARM
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
    why: str | None = field(
        "How it is known what should stand there; null where a rule found it, and where nobody has"
        " said.",
        "-3035 gives the same limit.",
        SINCE,
    )
    sources: list[Url] = field(
        "The pages beside the documents on which `why` rests.",
        ["https://orbit.example/next"],
        SINCE,
    )
    by: Literal["atlas"] = fields.BY_ATLAS


class Discrepancies(BaseModel):
    """What looks wrong in all documents."""

    discrepancies: list[Discrepancy] = field(
        "All of them, by provider; of each the worst `harm` first, then what the newest revision"
        " has, then by rule, then in the order of codes.",
        [],
    )

    @classmethod
    def of(cls, reviews: Iterable[Review]) -> Discrepancies:
        """Return what looks wrong in all documents."""
        return cls(
            discrepancies=[
                discrepancy_of_finding(finding) for review in reviews for finding in review.findings
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
        " is one text alone, and where lines break in other places and nothing else differs.",
        True,  # noqa: FBT003
    )
    only_in: str | None = ONLY_IN
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
            reviewed=change.reviewed,
            only_in=change.only_in or None,
            by="atlas",
        )


class Move(BaseModel):
    """A text that one code had in one revision, and another code has in the next."""

    provider: str = fields.PROVIDER
    code_set: str = fields.CODE_SET
    codes: list[str] = field(
        "Two codes, as printed: the one that had it and the one that has it.", ["-2999", "-1031"]
    )
    revisions: list[str] = field(
        "The ids of two revisions: the last in which the one had it, the first in which the other"
        " has it.",
        ["2022-05-19", "2025-12-10"],
    )
    before: str = field(
        "The text of the one, in the provider's words.", "All deliveries of the request failed"
    )
    after: str = field(
        "The text of the other, in the provider's words.", "If all requested deliveries fail"
    )
    only_in: list[str] = field(
        "The languages in which the text moved, where texts of these codes in another language did"
        " not; none everywhere else.",
        ["ko"],
        SINCE_ONLY_IN,
    )
    by: Literal["atlas"] = field(
        "Whose word it is that the text moved: always the atlas', by comparing all texts.", "atlas"
    )

    @classmethod
    def of(cls, move: moves.Move) -> Move:
        """Describe a move."""
        return cls(
            provider=move.old.provider.id,
            code_set=move.old.code_set.id,
            codes=[move.old.code, move.new.code],
            revisions=[move.before.id, move.after.id],
            before=move.said,
            after=move.says,
            only_in=list(move.only_in),
            by="atlas",
        )


class Changes(BaseModel):
    """What changed between the revisions of all documents."""

    changes: list[Change] = field("All of them, by provider, then by revision.", [])
    moves: list[Move] = field(
        "Texts that seem to have moved to another code, by provider, then by revision.", [], SINCE
    )

    @classmethod
    def of(cls, reviews: Iterable[Review]) -> Changes:
        """Return what changed between the revisions of all documents."""
        listed = list(reviews)
        return cls(
            changes=[Change.of(change) for review in listed for change in review.changes],
            moves=[Move.of(move) for review in listed for move in review.moves],
        )


def discrepancy_of_finding(finding: Finding) -> Discrepancy:
    """Give a finding its public shape."""
    return Discrepancy(
        provider=finding.codes[0].provider.id,
        code_set=_common_set(finding.codes),
        codes=[code.code for code in finding.codes],
        kind=finding.rule.name,
        title=finding.title,
        harm=finding.harm.value,
        revisions=[revision.id for revision in finding.revisions],
        before=[quote.row.message for quote in finding.quotes],
        after=[mended(quote) for quote in finding.quotes],
        note=finding.says,
        why=finding.why,
        sources=[source.url for source in finding.sources],
        by="atlas",
    )


def discrepancy_of_twins(twins: SignTwins, says: str) -> Discrepancy:
    """Give two codes that differ in sign alone, and what is said of them, the public shape."""
    pair = (twins.unsigned, twins.signed)
    revisions = twins.unsigned.provider.revisions
    both = [revision for revision in revisions if all(code.rows(revision) for code in pair)]
    rows = [row for code in pair for row in code.rows(both[-1])]
    return Discrepancy(
        provider=twins.unsigned.provider.id,
        code_set=_common_set(pair),
        codes=[code.code for code in pair],
        kind=SIGN_TWIN.name,
        title=SIGN_TWIN.title,
        harm=SIGN_TWIN.harm.value,
        revisions=[revision.id for revision in both],
        before=[row.message for row in rows],
        after=[None for _ in rows],
        note=says,
        why=None,
        sources=[],
        by="atlas",
    )


def _common_set(codes: Iterable[model.Code]) -> str | None:
    """Return the code set of all codes; None where they are of several."""
    ids = {code.code_set.id for code in codes}
    return ids.pop() if len(ids) == 1 else None
