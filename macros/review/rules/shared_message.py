"""`shared-message`: codes with the same words or nearly, so that the words do not tell them apart.

Codes of another code set stand in another place of a body, and successes are no errors: neither is
ever taken for the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.rules.english import is_plural
from macros.review.rules.rule import Harm, Hit, Rule, Subject, repeats, whole_rows
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.rows import Row

_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")
# What a message can have or lack without another meaning.
_SMALL_WORDS = frozenset({"is", "are", "a", "an", "the"})


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the errors of one code set whose messages hardly differ."""
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in subject.rows:
        if (row.code_set, row.code) not in subject.successes:
            rows.setdefault((row.code_set, _loose(row.message)), []).append(row)
    for listed in rows.values():
        codes = list(dict.fromkeys(row.code for row in listed))
        if len(codes) > 1:
            same = len({_folded(row.message) for row in listed}) == 1
            says = f"{series(codes)} have {'' if same else 'nearly '}the same message."
            yield whole_rows(listed, says)


def _folded(message: str) -> str:
    return " ".join(message.casefold().split()).rstrip(".")


def _loose(message: str) -> str:
    """Return a message without small words, plurals, and a parenthesis that repeats it."""
    echo = repeats(message)
    folded = _folded(message[: echo.start] if echo else message)
    kept = (_singular(token) for token in _TOKEN.findall(folded) if token not in _SMALL_WORDS)
    return " ".join(kept) or folded


def _singular(word: str) -> str:
    return word.removesuffix("s") if is_plural(word) else word


RULE = Rule(
    "shared-message",
    "Several codes, one message",
    "Several errors of a code set have the same words but for case, is and are, articles, a plural"
    " s and final stop, so that the words alone do not tell which one it is.",
    find,
    Harm.MISLEADS,
)
