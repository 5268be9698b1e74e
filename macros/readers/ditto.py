"""Ditto marks: a cell that stands for the one above it, as `〃` and 同上 do.

Only a mark that is the whole of a cell is one. Words count where they can be nothing else.
"""

from __future__ import annotations

_SIGNS = frozenset('〃″”"')
_WORDS = frozenset(
    word.strip()
    for word in (
        "ditto, same as above, as above, dito, wie oben, idem, ídem, ibid, igual que arriba"
        ", mesmo acima, idem ci-dessus, то же, то же самое, 同上, 同前, 上と同じ, 위와 같음, 상동"
    ).split(",")
)


def is_mark(text: str) -> bool:
    """Tell whether the text of a cell stands for the one above."""
    return text in _SIGNS or text.strip("()（）.。 ").casefold() in _WORDS  # noqa: RUF001 - East Asian
