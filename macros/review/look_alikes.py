"""Codes that are easily taken for each other: the same digits, with and without the minus.

Pure: catalog -> pairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.catalog.model import by_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.catalog.model import Catalog, Code


@dataclass(frozen=True, slots=True)
class SignTwins:
    """Two codes of one provider that differ in sign alone.

    Attributes:
        unsigned: the one without a minus.
        signed: the one with it.
        same: what both mean, by a person's word; None where they mean different things.
    """

    unsigned: Code
    signed: Code
    same: str | None

    @property
    def says(self) -> str:
        """A sentence for readers."""
        return f"They mean the same. {self.same}" if self.same else "They mean different things."

    @property
    def current(self) -> bool:
        """Whether the newest revision lists both."""
        return not (self.unsigned.dropped or self.signed.dropped)


def sign_twins(catalog: Catalog, same: Mapping[str, str]) -> tuple[SignTwins, ...]:
    """Return the pairs of one provider's listed codes that differ in sign alone, in order.

    Args:
        catalog: the provider's codes.
        same: what both mean, by the anchor of the unsigned one, where they mean the same.
    """
    pairs = []
    for group in same_number(catalog.documented):
        unsigned = [code for code in group if not code.code.startswith("-")]
        for signed in (code for code in group if code.code.startswith("-")):
            # A code of the same code set is nearer than one of another.
            near = [code for code in unsigned if code.code_set is signed.code_set] or unsigned
            pairs += [SignTwins(near[0], signed, same.get(near[0].anchor))] if near else []
    return tuple(pairs)


def same_number(codes: Iterable[Code]) -> list[list[Code]]:
    """Return the groups of codes that are equal but for their sign, unsigned ones first."""
    return [
        sorted(group, key=lambda code: code.code.startswith("-"))
        for group in by_number(codes).values()
        if len(group) > 1
    ]
