"""What tells that a sentence is of another language, whose words the patterns do not read."""

from __future__ import annotations

import re

from macros.review.language import Language, foreign_words, is_ascii

_ENGLISH = re.compile(
    r"\b(?:the|of|is|are|must|should|may|can|cannot|than|has|have|exceed(?:s|ed|ing)?|too"
    r"|up to|at most|at least|a maximum|reached|allowed)\b",
    re.IGNORECASE,
)
_LEAST = 4  # letters: shorter ones are abbreviations
_DICTIONARY = Language(frozenset())


def foreign(sentence: str) -> bool:
    """Tell whether a sentence has letters or words that English has not."""
    return not is_ascii(sentence) or foreign_words(sentence) > 0


def doubtful(unit: str, sentence: str) -> bool:
    """Tell whether a unit is no English word, and nothing else in the sentence is English.

    `maximum` and `minimum` are words of many languages.
    """
    unknown = any(
        len(word) >= _LEAST and not _DICTIONARY.in_dictionary(word)
        for word in re.findall(r"[a-z]+", unit.lower())
    )
    return unknown and not _ENGLISH.search(sentence)
