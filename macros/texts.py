"""Small things that all rooms do to texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def one_line(text: str) -> str:
    """Return a text with every run of white space as one space: `Dock is busy`."""
    return " ".join(text.split())


def series(words: Sequence[str]) -> str:
    """Return words as an English series: `a`, `a and b`, `a, b and c`."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
