"""`shared-message`: several codes with the same words, so that the words do not tell them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.review.rules.rule import Checked, Hit, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.model import Row


def find(document: Checked) -> Iterator[Hit]:
    """Yield the rows of different codes whose messages differ in case and final stop at most."""
    rows: dict[str, list[Row]] = {}
    for row in document.rows:
        rows.setdefault(_folded(row.message), []).append(row)
    for listed in rows.values():
        codes = list(dict.fromkeys(row.code for row in listed))
        if len(codes) > 1:
            says = f"{', '.join(codes[:-1])} and {codes[-1]} have the same message."
            yield Hit(tuple(listed), ((),) * len(listed), says)


def _folded(message: str) -> str:
    return " ".join(message.casefold().split()).rstrip(".")


RULE = Rule(
    "shared-message",
    "Several codes, one message",
    "Several codes have the same words but for case and final stop, so that the words alone do not"
    " tell which one it is.",
    find,
)
