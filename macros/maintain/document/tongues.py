"""What language a text looks like: texts -> a word or a tag, or that nothing can be told."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENGLISH = frozenset(
    "the a an is not of to in for or and no be this was by invalid error failed request".split()
)
_SHARE = 0.15  # English texts have so many of these words, at least
_ENOUGH_WORDS = 30
# A name in source code is of no language: DOCK_BUSY, DockBusy.
_NAME = re.compile(r"[A-Za-z_$][\w$.]*", re.ASCII)
_SCRIPTS = {
    "HANGUL": "Korean",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese",
    "CYRILLIC": "Cyrillic",
    "LATIN": "Latin",
    "ARABIC": "Arabic",
    "THAI": "Thai",
}
_EAST = {"Japanese": "ja", "Korean": "ko", "Chinese": "zh"}
_KNOWN = {**{tag: word for word, tag in _EAST.items()}, "en": "English"}


def looks(texts: Sequence[str]) -> str:
    """Return a word for the language of texts, as their script and small words tell it."""
    text = " ".join(texts)
    script = _script(text)
    if script != "Latin":
        return script
    spoken = " ".join(one for one in texts if not _NAME.fullmatch(one))
    words = re.findall(r"[^\W\d_]+", spoken.lower())
    english = sum(word in _ENGLISH for word in words)
    if len(words) < _ENOUGH_WORDS or english >= _SHARE * len(words) / 2:
        return "English"
    return "of another language than English"


def tag(text: str) -> str | None:
    """Return the tag of a language that has a script of its own; None for all others."""
    return _EAST.get(_script(re.sub(r"<[^>]*>", " ", text)))


def contradicts(tag_: str, texts: Sequence[str]) -> str:
    """Return what texts look like, where that is surely not the language of a tag."""
    language = tag_.partition("-")[0]
    found = looks(texts)
    known = _KNOWN.get(language)
    if known:
        return "" if found in {known, "numbers", "another script"} else found
    few = len(re.findall(r"[^\W\d_]+", " ".join(texts))) < _ENOUGH_WORDS
    return found if found in _EAST or (found == "English" and not few) else ""


def _script(text: str) -> str:
    counts: Counter[str] = Counter()
    for sign, number in Counter(text).items():
        if sign.isalpha():
            script = unicodedata.name(sign, "").split(" ")[0].split("-")[0]
            counts[_SCRIPTS.get(script, "another script")] += number
    # A sign of these says a whole syllable or word, and English words stand among them.
    for east in _EAST:
        if 3 * counts[east] > counts["Latin"]:
            return east
    return counts.most_common(1)[0][0] if counts else "numbers"
