"""Small things that all rooms do to texts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\w+")
# What has no parts, as most words have none.
_PLAIN = re.compile(r"[A-Za-z][a-z]*|[0-9]+")
# Libraries begin a new line behind each of these; editors, and the lines that we count, do not.
_OTHER_BREAKS = re.compile("[\x1c-\x1e\x85\u2028\u2029]")


@lru_cache(maxsize=1 << 14)  # what a code means is told by itself and by codes that name it
def one_line(text: str) -> str:
    """Return a text with every run of white space as one space: `Dock is busy`."""
    return " ".join(text.split())


def with_line_feeds(text: str) -> str:
    """Return a text in which nothing but a line feed ends a line, of the same length."""
    return _OTHER_BREAKS.sub(" ", text)


@lru_cache(maxsize=1 << 16)  # changes and moves ask for the same texts again and again
def letters(text: str) -> str:
    """Return the letters and digits of a text, whatever their case: `dockisbusy`."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def series(words: Sequence[str]) -> str:
    """Return words as an English series: `a`, `a and b`, `a, b and c`."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def counted(number: int, one: str, many: str) -> str:
    """Return a number with what is said of one, or of any other number: `1 code`, `2 codes`."""
    return f"{number} {one if number == 1 else many}"


def few(words: Sequence[str], most: int = 20) -> str:
    """Return words with commas between, and how many more there are: `a, b and 7 more`."""
    more = len(words) - most
    return ", ".join(words[:most]) + (f" and {more} more" if more > 0 else "")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, identifiers whole and in their parts.

    `words` in `docs/assets/search/folding.js` does the same to a query.
    """
    visible = text
    if not text.isascii():
        folded = unicodedata.normalize("NFKC", text)
        visible = "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")
    forms: dict[str, None] = {}
    for word in _WORD.findall(visible):
        forms[word.lower()] = None
        if not _PLAIN.fullmatch(word):
            forms |= dict.fromkeys(part.lower() for part in _parts(word))
    return list(forms)


def _parts(word: str) -> list[str]:
    """Return the parts of an identifier, `template` and `Title` of `templateTitle`; else none."""
    cut = "".join(
        f"_{sign}" if unicodedata.category(sign) == "Lu" and _ends_part(before) else sign
        for before, sign in pairwise(f"_{word}")
    )
    parts = [part for part in cut.split("_") if part]
    return parts if len(parts) > 1 else []


def _ends_part(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category == "Ll" or category.startswith("N")
