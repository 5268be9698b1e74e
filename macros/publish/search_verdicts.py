"""What an answer of the search says beside a message: what to do, as the code's page says it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.publish import answer, retries
from macros.publish.entry import means_several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.atlas import Atlas
    from macros.catalog.model import Code


class Told(NamedTuple):
    """What is told of a code; many codes have the same.

    Attributes:
        retry: the verdict's name.
        advice: what to do, in a few words.
        condition: what its condition is called; of a code with several meanings, when the advice
            is good. A ticket says it, a colon, and the advice.
    """

    retry: str
    advice: str
    condition: str


def told(atlas: Atlas, code: Code) -> Told:
    """Return what an answer says of a code, and a ticket that is copied from it."""
    verdict = atlas.conditions.verdict(code)
    several = means_several(atlas, code)
    condition = answer.WHICHEVER.removesuffix(":") if several else answer.read(verdict)
    return Told(verdict.retry, retries.advice(verdict), condition.removesuffix("."))


def numbered(all_told: Sequence[Told]) -> tuple[dict[str, Any], list[int]]:
    """Return each verdict once, and the number of each that was told.

    The usual ones have short numbers: `{"advice": [["never", "Don't retry."]],
    "verdicts": [[0, "Dock shut"]]}`, in which 0 is the place of the advice.
    """
    verdicts = [one for one, _ in Counter(all_told).most_common()]
    advice = list(dict.fromkeys(one[:2] for one in verdicts))
    numbers = {one: number for number, one in enumerate(verdicts)}
    table = {
        "advice": advice,
        "verdicts": [[advice.index(one[:2]), one.condition] for one in verdicts],
    }
    return table, [numbers[one] for one in all_told]
