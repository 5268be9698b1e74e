"""`shared-message`: codes with the same words or nearly, so that the words do not tell them apart.

Codes of another code set stand in another place of a body, and successes are no errors: neither is
ever taken for the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.languages import is_english
from macros.review.rules.english import singular
from macros.review.rules.rule import Harm, Hit, Rule, Subject, whole_rows
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.rows import Row

_ASIDE = re.compile(r"(?<!\s)\s*\(([^()0-9]*)\)\s*\.?$")
_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")
# What a message can have or lack without another meaning.
_SMALL_WORDS = frozenset({"is", "are", "a", "an", "the"})


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the errors of one code set whose messages hardly differ."""
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in subject.rows:
        if (row.code_set, row.code) not in subject.successes:
            message, _ = _parted(row.message)
            # What is a small word or a plural in another language is not known here.
            words = _loose(message) if is_english(row.language) else _folded(message)
            rows.setdefault((row.code_set, words), []).append(row)
    for alike in rows.values():
        for listed in _by_aside(alike):
            codes = list(dict.fromkeys(row.code for row in listed))
            if len(codes) > 1:
                same = len({_folded(row.message) for row in listed}) == 1
                says = f"{series(codes)} have {'' if same else 'nearly '}the same message."
                yield whole_rows(listed, says)


def _by_aside(rows: list[Row]) -> list[list[Row]]:
    """Return rows in groups that no parenthesis tells apart: one that all others lack does not."""
    asides: dict[str, list[Row]] = {}
    for row in rows:
        asides.setdefault(_parted(row.message)[1], []).append(row)
    several = len(asides.keys() - {""}) > 1
    return list(asides.values()) if several else [rows]


def _parted(message: str) -> tuple[str, str]:
    """Return a message and the remark in parentheses at its end; one with a number is none."""
    aside = _ASIDE.search(message) if ")" in message else None
    if not aside or not message[: aside.start()].strip():
        return message, ""
    return message[: aside.start()], _loose(aside[1])


def _folded(message: str) -> str:
    return " ".join(message.casefold().split()).rstrip(".")


def _loose(message: str) -> str:
    """Return a text without small words and plurals."""
    folded = _folded(message)
    kept = (singular(token) for token in _TOKEN.findall(folded) if token not in _SMALL_WORDS)
    return " ".join(kept) or folded


RULE = Rule(
    "shared-message",
    "Same message",
    "Several errors of a code set have the same words but for case, is and are, articles, a plural"
    " s, a remark in parentheses and the final stop, so that the words alone do not tell which one"
    " it is.",
    find,
    Harm.MISLEADS,
    title_says_all=True,
    any_language=True,
)
