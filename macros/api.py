"""The same facts for programs: reviews -> JSON documents.

Every object says which of its words are the provider's (`before`, `after` of a change, `before` of
a discrepancy) and which are the atlas' (`kind`, `note`, `after` of a discrepancy).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from macros.conditions import retry_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.conditions import Conditions
    from macros.discrepancies import Finding, Mark
    from macros.look_alikes import SignTwins
    from macros.model import Code, Row
    from macros.review import Review
    from macros.revisions import Change


def files(reviews: Iterable[Review], conditions: Conditions) -> Iterator[tuple[str, str]]:
    """Yield the path in the site and the content of every file."""
    found = list(reviews)
    wrong = [one for review in found for one in discrepancies(review)]
    yield "api/v1/discrepancies.json", _json({"discrepancies": wrong})
    changed = [_change(one) for review in found for one in review.changes]
    yield "api/v1/changes.json", _json({"changes": changed})
    for review in found if conditions else ():
        provider, codes = review.catalog.provider, review.catalog.codes
        table = {"provider": provider.id, "by": "atlas", "codes": retry_table(conditions, codes)}
        yield f"api/v1/retry/{provider.id}.json", _json(table)


def discrepancies(review: Review) -> Iterator[dict[str, Any]]:
    """Yield an object for each finding and each pair of look-alikes of one provider."""
    for finding in review.findings:
        yield _finding(finding)
    for twins in review.twins:
        yield _twins(twins)


def _finding(finding: Finding) -> dict[str, Any]:
    pairs = list(zip(finding.rows, finding.marks, strict=True))
    return {
        **_whose(finding.codes),
        "kind": finding.rule.name,
        "revisions": [one.id for one in finding.revisions],
        "before": [row.message for row in finding.rows],
        "after": [_mended(row, marks) for row, marks in pairs],
        "note": finding.says,
        "by": "atlas",
    }


def _twins(twins: SignTwins) -> dict[str, Any]:
    revisions = twins.unsigned.provider.revisions
    pair = (twins.unsigned, twins.signed)
    return {
        **_whose(pair),
        "kind": "sign-twin",
        "revisions": [one.id for one in revisions if all(code.rows(one) for code in pair)],
        "before": [" / ".join(code.messages) for code in pair],
        "after": [None, None],
        "note": f"They mean the same. {twins.same}"
        if twins.same
        else "They mean different things.",
        "by": "atlas",
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        **_whose((change.code,)),
        "kind": change.kind,
        "revisions": [change.before.id, change.after.id],
        "before": [row.message for row in change.old],
        "after": [row.message for row in change.new],
        "note": change.note.why if change.note else None,
        "reviewed": change.note is not None or not change.of_text,
        "by": "atlas",
    }


def _whose(codes: Iterable[Code]) -> dict[str, Any]:
    listed = list(codes)
    code_sets = list(dict.fromkeys(code.code_set.id for code in listed))
    return {
        "provider": listed[0].provider.id,
        "code_set": code_sets[0] if len(code_sets) == 1 else None,
        "codes": [code.code for code in listed],
    }


def _mended(row: Row, marks: tuple[Mark, ...]) -> str | None:
    """Return the message as it probably should be; None where nothing is known to be better."""
    if not marks or any(mark.should is None for mark in marks):
        return None
    text, place = "", 0
    for mark in marks:
        text += row.message[place : mark.start] + (mark.should or "")
        place = mark.end
    return text + row.message[place:]


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
