"""What the rules know of English: sentences, fields, articles, plurals."""

from __future__ import annotations

import pytest

from macros.review.rules import english


def _place(text: str) -> tuple[str, int, int]:
    """Return a text without its `|`, and where these two stood."""
    before, inside, behind = text.split("|")
    return before + inside + behind, len(before), len(before) + len(inside)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("|Dock| is shut", True),
        ("Shut. |Dock|", True),
        ("Shut? “|Dock|", True),
        ("Shut (|Dock| is old)", True),
        ("Shut\n|Dock|", True),
        ("Error: |Dock|", True),
        ("The |Dock| is shut", False),
        ("Shut, |Dock|", False),
        ("v1.|Dock|", True),
        ("A long name             |Dock|", True),
    ],
)
def test_begins_sentence(text: str, begins: bool) -> None:  # noqa: FBT001 - it is expected
    """Behind a stop, a bracket, a colon and a new line a sentence can begin."""
    whole, start, _ = _place(text)
    assert english.begins_sentence(whole, start) is begins


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Missing: |dock|", True),
        ("Missing： |dock|", True),  # noqa: RUF001 - a wide colon
        ("The field |dock| is missing", True),
        ("The |dock| parameter", True),
        ("|dock|=5", True),
        ("|dock|: 5", True),
        ("(|dock|)", True),
        ("`|dock|`", True),
        ("my_|dock|", True),
        ("|dock|.name", True),
        ("|dock|-name", True),
        ("a.|dock|", True),
        ("The |dock| is shut", False),
        ("See |dock|. It is shut", False),
        ("(|dock| is shut)", False),
        ("Missing: |old dock|", False),
        ("The |Dock| header", False),
        ("Missing: |Dock|", True),
        ("Greenfield |dock|", False),
    ],
)
def test_names_field(text: str, names: bool) -> None:  # noqa: FBT001 - it is expected
    """A field's name is behind a colon, alone in signs, in something longer, or called one."""
    assert english.names_field(*_place(text)) is names


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Shut. The old |dock|", "The old "),
        ("(see the |dock|", "see the "),
        ("A b.c |d|", "A b.c "),
    ],
)
def test_sentence_before(text: str, before: str) -> None:
    """What stands before in the same sentence is told from other sentences."""
    whole, start, _ = _place(text)
    assert english.sentence_before(whole, start) == before


def test_articles() -> None:
    """The sound decides between a and an; nothing is said where people differ."""
    for word in ("hour", "SMS", "API", "unimportant", "honest", "idle", "F", "ID", "heir", "XML"):
        assert english.sounds_like_vowel(word) is True, word
    for word in ("user", "URL", "one", "unit", "European", "dock", "uuid", "usage", "UI", "B", "U"):
        assert english.sounds_like_vowel(word) is False, word
    for word in ("SQL", "NULL", "MAC", "http", "HEAD"):
        assert english.sounds_like_vowel(word) is None, word


def test_plurals() -> None:
    """A plural is told from a word that ends in s, and made from a noun."""
    for word in ("templates", "IDs", "keys", "people"):
        assert english.is_plural(word), word
    for word in ("status", "address", "analysis", "always", "news", "gas", "metrics", "dock"):
        assert not english.is_plural(word), word
    made = [
        english.plural(noun) for noun in ("key", "box", "query", "ID", "dock", "keys", "address")
    ]
    assert made == ["keys", "boxes", "queries", "IDs", "docks", "keys", "addresses"]
