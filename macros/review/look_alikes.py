"""Codes that are easily taken for each other: the same digits, with and without the minus.

Pure: catalog -> pairs; document -> the one finding that counts its numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.catalog.catalog import by_number
from macros.codes import unsigned
from macros.review.rules.rule import Harm, Hit, Rule, Subject, whole_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code

_PAIR = 2


@dataclass(frozen=True, slots=True)
class SignTwins:
    """Two codes of one document that differ in sign alone.

    Attributes:
        unsigned: the one without a minus.
        signed: the one with it.
        same: what both mean, by a person's word; None where nobody has said that they do.
    """

    unsigned: Code
    signed: Code
    same: str | None


def sign_twins(catalog: Catalog, same: Mapping[str, str]) -> tuple[SignTwins, ...]:
    """Return the pairs of one provider's codes that differ in sign alone, in order.

    Codes that never stand in one document are none: whoever reads one cannot confuse them.

    Args:
        catalog: the provider's codes.
        same: what both mean, by the anchor of the unsigned one, where they mean the same.
    """
    pairs = []
    for group in same_number(catalog.documented):
        plain = [code for code in group if not code.code.startswith("-")]
        for signed in (code for code in group if code.code.startswith("-")):
            beside = [code for code in plain if _meet(code, signed)]
            # A code of the same code set is nearer than one of another.
            near = [code for code in beside if code.code_set is signed.code_set] or beside
            pairs += [SignTwins(near[0], signed, same.get(near[0].anchor))] if near else []
    return tuple(pairs)


def _meet(one: Code, other: Code) -> bool:
    """Tell whether a revision lists both codes."""
    return any(other.rows(listing.revision) for listing in one.listings)


def same_number(codes: Iterable[Code]) -> list[list[Code]]:
    """Return the groups of codes that are equal but for their sign, unsigned ones first."""
    return [
        sorted(group, key=lambda code: code.code.startswith("-"))
        for group in by_number(codes).values()
        if len(group) > 1
    ]


def _find(subject: Subject) -> Iterator[Hit]:
    """Yield one finding for a document in which numbers stand with and without a minus."""
    numbers: dict[str, set[tuple[str, str]]] = {}
    for row in subject.rows:
        numbers.setdefault(unsigned(row.code), set()).add((row.code_set, row.code))
    twins = {
        number: codes
        for number, codes in numbers.items()
        if len({code.startswith("-") for _, code in codes}) == _PAIR
    }
    if twins:
        rows = [row for row in subject.rows if unsigned(row.code) in twins]
        yield whole_rows(rows, _says(list(twins.values())))


def _says(twins: list[set[tuple[str, str]]]) -> str:
    count = len(twins)
    several = "two" if all(len(codes) == _PAIR for codes in twins) else "several"
    numbers = "1 number stands for" if count == 1 else f"{count} numbers stand for"
    each = "" if count == 1 else " each"
    return f"{numbers} {several} codes{each}, with and without a minus."


SIGN_TWIN = Rule(
    "sign-twin",
    "Same number, other sign",
    "Numbers stand for several codes of the document, which differ in sign alone: one that loses"
    " its minus on the way is taken for another.",
    _find,
    Harm.UNCLEAR,
    is_mistake=False,
    of_document=True,
    any_language=True,
)
