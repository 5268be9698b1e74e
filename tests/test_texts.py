"""Texts: one line, words in a series, the words that a search knows."""

from __future__ import annotations

import pytest

from macros.texts import few, one_line, series, words


@pytest.mark.parametrize(
    ("several", "text"),
    [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_series(several: list[str], text: str) -> None:
    """Commas stand between words, and "and" before the last one."""
    assert series(several) == text


def test_few() -> None:
    """As many as are wanted are named, the others counted."""
    assert few(["a", "b"], 2) == "a, b"
    assert few(["a", "b", "c", "d"], 2) == "a, b and 2 more"


def test_one_line() -> None:
    """Every run of white space is one space; none stands at the ends."""
    assert one_line(" a\n\n b\t c\u3000d ") == "a b c d"


WORDS = {
    "kf_account existed": ["kf_account", "kf", "account", "existed"],
    "templateTitle is_OK a1B": [
        "templatetitle",
        "template",
        "title",
        "is_ok",
        "is",
        "ok",
        "a1b",
        "a1",
        "b",
    ],
    "Dock, dock! DOCK": ["dock"],
    "__init__ 码 42": ["__init__", "码", "42"],
    "userÉtat \uff4b\uff45\uff59 to\u200bken": ["userétat", "user", "état", "key", "token"],
    "e1Üb ⅣX": ["e1üb", "e1", "üb", "ivx"],
}


@pytest.mark.parametrize("text", WORDS)
def test_words(text: str) -> None:
    """Words are in lower case and once; identifiers stand whole and in their parts."""
    assert words(text) == WORDS[text]
