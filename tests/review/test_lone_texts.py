"""Short texts that are known again by themselves, and those that may be said of any code."""

from __future__ import annotations

import pytest

from macros.readers.rows import Row
from macros.review import lone_texts


def _row(text: str, language: str = "en") -> Row:
    return Row("101", text, {}, "api", "data/orbit/a.md", 1, language=language)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Ship is too long", []),
        ("Tide is low", ["Dock is low", "Ship is too long"]),
        ("Invalid ship name", ["Invalid crew name"]),
        ("No mast found", ["No rope found", "Mast is torn"]),
    ],
)
def test_known(text: str, others: list[str]) -> None:
    """A text that names a thing of its own, as no other one does, is known again."""
    assert lone_texts.is_known_again(_row(text), map(_row, others))


@pytest.mark.parametrize(
    "text",
    [
        "OK",
        "Unknown error",
        "System error",
        "Invalid parameter",
        "Missing required parameter",
        "Internal server error",
        "The request is invalid",
        "User not found",
        "The service is temporarily unavailable",
        "Try again later",
        "Operation was not successful",
        "Access is denied",
        "Wrong berth",
    ],
)
def test_of_any_code(text: str) -> None:
    """What may be said of any code, or is no more than a heading, is known of none."""
    assert not lone_texts.is_known_again(_row(text), [])


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ship is too long", "Ship is too long"),
        ("Ship is too long", "The ship's name is too long"),
        ("Ship is too long", "Ships too long"),
        ("Berth is closed", "Berth is closd"),
    ],
)
def test_that_others_nearly_have(text: str, other: str) -> None:
    """A text that another one says too, or with more words, or misspelt, can be either."""
    assert not lone_texts.is_known_again(_row(text), [_row("Free"), _row(other)])


@pytest.mark.parametrize("language", ["ko", "zh", "de"])
def test_in_other_languages(language: str) -> None:
    """Which words may be said of any code is known of English alone."""
    assert not lone_texts.is_known_again(_row("Schiff ist zu lang", language), [])
