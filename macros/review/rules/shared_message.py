"""`shared-message`: several codes with the same words, so that the words do not tell them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.review.rules.rule import Harm, Hit, Rule, Subject, whole_rows
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.rows import Row


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows of different codes whose messages differ in case and final stop at most."""
    rows: dict[str, list[Row]] = {}
    for row in subject.rows:
        rows.setdefault(_folded(row.message), []).append(row)
    for listed in rows.values():
        codes = list(dict.fromkeys(row.code for row in listed))
        if len(codes) > 1:
            says = f"{series(codes)} have the same message."
            yield whole_rows(listed, says)


def _folded(message: str) -> str:
    return " ".join(message.casefold().split()).rstrip(".")


RULE = Rule(
    "shared-message",
    "Several codes, one message",
    "Several codes have the same words but for case and final stop, so that the words alone do not"
    " tell which one it is.",
    find,
    Harm.MISLEADS,
)
