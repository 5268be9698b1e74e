"""What is found in and between the documents, in its public shape: reviews -> shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.publish.api import shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.catalog.model import Code, Row
    from macros.review.changes import Change
    from macros.review.discrepancies import Finding, Mark
    from macros.review.load import Review
    from macros.review.look_alikes import SignTwins


def changes(reviews: Iterable[Review]) -> shape.Changes:
    """Return what changed between the revisions of all documents."""
    return shape.Changes(changes=[_change(one) for each in reviews for one in each.changes])


def discrepancies(reviews: Iterable[Review]) -> shape.Discrepancies:
    """Return what looks wrong in all documents, look-alikes too."""
    found: list[shape.Discrepancy] = []
    for review in reviews:
        found += [*map(_finding, review.findings), *map(_twins, review.twins)]
    return shape.Discrepancies(discrepancies=found)


def changes_of(code: Code, review: Review) -> Iterator[shape.CodeChange]:
    """Yield what happened to one code, oldest first."""
    for one in review.changes_of(code):
        yield shape.CodeChange(
            kind=one.kind,
            revisions=[one.before.id, one.after.id],
            note=one.note.why if one.note else None,
            by="atlas",
        )


def discrepancies_of(code: Code, review: Review) -> Iterator[shape.CodeDiscrepancy]:
    """Yield what looks wrong about one code."""
    found = [_finding(one) for one in review.findings_of(code)]
    if twins := review.twins_of(code):
        found.append(_twins(twins))
    for one in found:
        yield shape.CodeDiscrepancy(
            codes=one.codes, kind=one.kind, revisions=one.revisions, note=one.note, by="atlas"
        )


def _finding(finding: Finding) -> shape.Discrepancy:
    pairs = zip(finding.rows, finding.marks, strict=True)
    return shape.Discrepancy(
        provider=finding.codes[0].provider.id,
        code_set=_common_set(finding.codes),
        codes=[one.code for one in finding.codes],
        kind=finding.rule.name,
        revisions=[one.id for one in finding.revisions],
        before=[row.message for row in finding.rows],
        after=[_mended(row, marks) for row, marks in pairs],
        note=finding.says,
        by="atlas",
    )


def _twins(twins: SignTwins) -> shape.Discrepancy:
    pair = (twins.unsigned, twins.signed)
    both = [
        one for one in twins.unsigned.provider.revisions if all(code.rows(one) for code in pair)
    ]
    # No revision has both where one was dropped before the other came.
    rows = [row for code in pair for row in (code.rows(both[-1]) if both else code.last.rows)]
    return shape.Discrepancy(
        provider=twins.unsigned.provider.id,
        code_set=_common_set(pair),
        codes=[one.code for one in pair],
        kind="sign-twin",
        revisions=[one.id for one in both],
        before=[row.message for row in rows],
        after=[None for _ in rows],
        note=twins.says,
        by="atlas",
    )


def _change(change: Change) -> shape.Change:
    return shape.Change(
        provider=change.code.provider.id,
        code_set=change.code.code_set.id,
        codes=[change.code.code],
        kind=change.kind,
        revisions=[change.before.id, change.after.id],
        before=[row.message for row in change.old],
        after=[row.message for row in change.new],
        note=change.note.why if change.note else None,
        reviewed=change.note is not None or not change.of_text,
        by="atlas",
    )


def _common_set(codes: Iterable[Code]) -> str | None:
    """Return the code set of all codes; None where they are of several."""
    ids = {code.code_set.id for code in codes}
    return ids.pop() if len(ids) == 1 else None


def _mended(row: Row, marks: tuple[Mark, ...]) -> str | None:
    """Return the message as it probably should be; None where nothing is known to be better."""
    if not marks or any(mark.should is None for mark in marks):
        return None
    text, place = "", 0
    for mark in marks:
        text += row.message[place : mark.start] + (mark.should or "")
        place = mark.end
    return text + row.message[place:]
