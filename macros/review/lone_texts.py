"""Short texts that are known again by themselves: a text, all texts -> yes or no.

Pure. `Ship is too long` that leaves one code and comes to another moved, where no other text of
either revision has its words. What may be said of any code does not count, alone as it may stand:
`System error`, `Request is invalid`. Which words those are is known of English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from macros.languages import is_english
from macros.review.likeness import SMALL, is_unparted, listed, stem, subjects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.readers.rows import Row

_LEAST = 3  # words of a text, small ones too: two words can be a heading that many codes have
_NEARLY = 85  # of 100: how alike a text is that says the same in a letter or two less
# What requests, answers and programs are made of: no text is known by them.
_GENERAL = """
    access account action again api application argument attempt call client data database entry
    field file form format id input interface internal item key later list message method name
    network now number object operation output param parameter process program property record
    request resource response result retry server service session status system task token try type
    url user value wait
"""
_OF_ANY = frozenset(map(stem, _GENERAL.split()))


def is_known_again(row: Row, others: Iterable[Row]) -> bool:
    """Tell whether a text is known again wherever it stands without a letter changed.

    Args:
        row: the text.
        others: all other texts of both revisions.
    """
    text = row.message
    if not is_english(row.language) or is_unparted(text) or len(listed(text)) < _LEAST:
        return False
    words = _words(text)
    return bool(subjects(words) - _OF_ANY) and not any(
        words <= _words(other.message)
        or fuzz.ratio(text.casefold(), other.message.casefold()) >= _NEARLY
        for other in others
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in listed(text) if word not in SMALL)
