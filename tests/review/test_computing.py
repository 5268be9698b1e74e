"""Words of computing: a short list beside the dictionary."""

from __future__ import annotations

from macros.review import computing
from macros.review.language import Language


def test_words() -> None:
    """Each is in small letters, has its plural, and is none of the dictionary's."""
    language = Language(frozenset())
    assert {"webhook", "webhooks", "timestamp", "admins"} <= computing.WORDS
    assert all(word.islower() for word in computing.WORDS)
    known = [word for word in computing.WORDS if language.in_dictionary(word)]
    both = [word for word in known if f"{word}s" in known]
    assert both == [], "the dictionary has these and their plurals"
