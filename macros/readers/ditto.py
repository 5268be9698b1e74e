"""Ditto marks: a cell that stands for the one above it, as `〃` and 同上 do.

A mark that is the whole of a cell is one. Where more stands behind it, a person has to tell whether
that goes on with the text above. Words count where they can be nothing else.
"""

from __future__ import annotations

import re

_SIGNS = frozenset('〃″”"')
_WORDS = frozenset(
    word.strip()
    for word in (
        "ditto, same as above, as above, dito, wie oben, idem, ídem, ibid, igual que arriba"
        ", mesmo acima, idem ci-dessus, то же, то же самое, 同上, 同前, 上と同じ, 위와 같음, 상동"
    ).split(",")
)
_BEGUN = re.compile(
    rf"[(\uff08 ]*(?:[〃″”]|{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![A-Za-zÀ-ÿа-яё])"
    # Of two quotation marks none is a ditto mark.
    r'|"(?=[\s(\uff08])(?=[^"]*$)',
    re.IGNORECASE,
)


def behind(text: str) -> str:
    """Return what stands behind a ditto mark with which a text begins; empty if none does."""
    begun = _BEGUN.match(text)
    return text[begun.end() :] if begun and not is_mark(text) else ""


def filled(text: str, above: str, *, goes_on: bool) -> str:
    """Return what a cell says: of a ditto mark the text above, with what is behind the mark."""
    if is_mark(text):
        return above
    return above + behind(text) if goes_on and behind(text) else text


def is_mark(text: str) -> bool:
    """Tell whether the text of a cell stands for the one above."""
    return text in _SIGNS or text.strip("()（）.。 ").casefold() in _WORDS  # noqa: RUF001 - East Asian
