"""When a provider's newest revision was last compared, in its public shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pydantic import BaseModel

from macros.publish.api.fields import Day, field

if TYPE_CHECKING:
    from macros.sources import compared as written

SINCE = "1.3"


class LastCompared(BaseModel):
    """What came of the last comparison of the newest revision that somebody has recorded."""

    day: Day = field(
        "The day (ISO) on which it was compared; nothing is known of later ones.",
        "2026-11-27",
        SINCE,
    )
    revision: str = field("The id of the revision: the newest one here.", "2025-12-10", SINCE)
    outcome: str = field(
        'What came of it: "same" bytes, "same-rows" for other bytes with the same codes and texts,'
        ' or "differs". Other words may be added.',
        "differs",
        SINCE,
    )
    addresses: list[str] = field(
        "Where the documents stood that it was compared with, outside the atlas.",
        ["https://provider.example/errors.md"],
        SINCE,
    )

    @classmethod
    def of(cls, last: written.Compared | None) -> Self | None:
        """Describe a comparison, if there was one."""
        if last is None:
            return None
        return cls(
            day=last.day.isoformat(),
            revision=last.revision,
            outcome=last.outcome,
            addresses=[document.address for document in last.documents],
        )
