"""Texts: one line, and words in a series."""

from __future__ import annotations

import pytest

from macros.texts import one_line, series


@pytest.mark.parametrize(
    ("words", "text"),
    [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_series(words: list[str], text: str) -> None:
    """Commas stand between words, and "and" before the last one."""
    assert series(words) == text


def test_one_line() -> None:
    """Every run of white space is one space; none stands at the ends."""
    assert one_line(" a\n\n b\t c\u3000d ") == "a b c d"
