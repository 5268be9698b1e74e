"""What the rules know of English: where a sentence begins, articles, plurals, names of fields."""

from __future__ import annotations

import re

# Abbreviations that a program reads and writes, as they are in a sentence.
ABBREVIATIONS = "API CSV HTML HTTP HTTPS ID IP JSON OAuth PDF SMS UI URI URL UUID XML".split()

_OPENED = " \t\"'`“‘[*_"
_ENDS_SENTENCE = ".!?:;\n("
_FIELD = "field|parameter|param|header|attribute|property|argument|column"
_BEFORE_FIELD = re.compile(rf"(?:[:：=]|\b(?:{_FIELD}))\s*$", re.IGNORECASE)  # noqa: RUF001 - a colon
_BEHIND_FIELD = re.compile(rf"\s*(?:[=:]|\b(?:{_FIELD})s?\b)", re.IGNORECASE)
_PAIRS = {"(": ")", "[": "]", "{": "}", "<": ">", '"': '"', "'": "'", "`": "`", "“": "”", "‘": "’"}
# By sound, not by letter: a user, a one-time code, an hour, an SMS, a URL.
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?:[tqvfcl]|on)|us[aeu]|uti|utf|ur[li]|u?uid|ui(?![a-z])|eu|one(?![a-z])|once)",
    re.IGNORECASE,
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_VOWELS = frozenset("aeiou")
_SPELLED_VOWEL = frozenset("FHLMNRSX")
# Said as a word by some, letter by letter by others.
_SAID_BOTH_WAYS = frozenset({"SQL"})
_NO_PLURAL = re.compile(r"(?:ss|us|is|ics|ways|times|wards)$")
_SINGULAR_IN_S = frozenset({"series", "species", "news", "means", "https", "yes", "besides"})


def begins_sentence(text: str, place: int) -> bool:
    """Tell whether a sentence begins at `place`, where words may have a capital for that alone."""
    before = text[max(0, place - 9) : place].rstrip(_OPENED)
    return not before.strip() or before[-1] in _ENDS_SENTENCE


def sentence_before(text: str, place: int) -> str:
    """Return what stands before `place` in the same sentence."""
    return re.split(r"[.!?;:]\s|[\n(]", text[:place])[-1]


def names_field(text: str, start: int, end: int) -> bool:
    """Tell whether these words are what a program calls a field, not words of the sentence.

    So it is behind a colon (`Parameter missing: appid`), alone in quotes or parentheses, within
    something longer (`app.id`), and beside the word `field`.
    """
    before, behind = text[start - 1 : start], text[end : end + 1]
    if (before and before in "._-@#$\\") or (behind and behind in "_-@"):
        return True
    if behind == "." and text[end + 1 : end + 2].isalnum():
        return True
    if before and _PAIRS.get(before) == behind:
        return True
    if " " in text[start:end]:
        return False
    near = text[max(0, start - 20) : start]
    if text[start].isupper() and not near.rstrip().endswith((":", "=")):
        return False
    return bool(_BEFORE_FIELD.search(near) or _BEHIND_FIELD.match(text, end))


def sounds_like_vowel(word: str) -> bool | None:
    """Tell whether `an` stands before a word; None where people differ."""
    first = word[0].lower()
    if word.isupper() or len(word) == 1:
        if word[0] in _SPELLED_VOWEL or len(word) == 1:
            spelled = len(word) == 1 or not _VOWELS & set(word.lower())
            sounds = word[0].upper() in _SPELLED_VOWEL | set("AEIO")
            return sounds if spelled and word not in _SAID_BOTH_WAYS else None
        return first in _VOWELS and not _CONSONANT_SOUND.match(word) and first != "u"
    if not _VOWELS & set(word.lower().replace("y", "i")):
        return None  # an http address, a https one: letters without a vowel are spelled out
    if _CONSONANT_SOUND.match(word):
        return False
    return first in _VOWELS or bool(_SILENT_H.match(word))


def is_plural(word: str) -> bool:
    """Tell whether a word looks like the plural of a noun: `templates`, not `status`."""
    lower = word.lower()
    if lower == "people" or (word.endswith("s") and word[:-1].isupper() and len(word) > 2):  # noqa: PLR2004 - `IDs`
        return True
    return (
        len(lower) > 3  # noqa: PLR2004 - `gas`, `yes`, `its`
        and lower.endswith("s")
        and lower not in _SINGULAR_IN_S
        and not _NO_PLURAL.search(lower)
    )


def plural(noun: str) -> str:
    """Return the plural of a noun: `keys`, `boxes`, `queries`, `IDs`."""
    if noun.endswith("s"):
        return noun if is_plural(noun) else f"{noun}es"
    if re.search(r"(?:[xz]|[cs]h)$", noun):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"
