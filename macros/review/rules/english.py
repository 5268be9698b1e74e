"""What the rules know of English: where a sentence begins, articles, plurals, names of fields."""

from __future__ import annotations

import re

# Abbreviations that a program reads and writes, as they are in a sentence.
ABBREVIATIONS = "API CSV HTML HTTP HTTPS ID IP JSON OAuth PDF SMS UI URI URL UUID XML".split()

# A message can be a page long: no rule looks back over all of it for each of its words.
FAR = 300
_PARTED = re.compile(r"[.!?;:]\s|[\n(]")
_OPENED = " \t\"'`“‘[*_"
_ENDS_SENTENCE = ".!?:;\n("
_FIELD = "field|parameter|param|header|attribute|property|argument|column"
_BEFORE_FIELD = re.compile(rf"(?:[:：=]|\b(?:{_FIELD}))\s*$", re.IGNORECASE)  # noqa: RUF001 - a colon
_BEHIND_FIELD = re.compile(rf"\s*(?:[=:]|\b(?:{_FIELD})s?\b)", re.IGNORECASE)
_PAIRS = {"(": ")", "[": "]", "{": "}", "<": ">", '"': '"', "'": "'", "`": "`", "“": "”", "‘": "’"}
# By sound, not by letter: a user, a one-time code, an hour, an SMS, a URL.
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?:[tqvfclx]|on)|unary|unidir|us[aeu]|uti|utf|ur[li]|u?uid|uint|ubiq|ukr|ui(?![a-z])|eu|"
    r"one(?![a-z])|once)",
    re.IGNORECASE,
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
# Said in two ways; names in U; letters with which no English word begins: nginx, rsync, Xbox.
_OPEN_SOUND = re.compile(
    r"(?:herb|histor|hotel|U[a-z]|(?i:[hlmnx](?![aeiouy])|r(?![aeiouyh])|f(?![aeiouylr])|"
    r"s(?![aeiouychklmnpqtwrv])))"
)
# The part by which a compound begins: SMS-enabled, S3-compatible, Uint8Array, XMLHttpRequest.
_HEAD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_LONGEST_ABBREVIATION = 4
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
    """Return what stands before `place` in the same sentence, of a long one the end."""
    return _PARTED.split(text[max(0, place - FAR) : place])[-1]


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
    match = _HEAD.match(word)
    head = match[0] if match else word
    abbreviated = head[0] in _SPELLED_VOWEL or len(head) <= _LONGEST_ABBREVIATION
    if len(head) == 1 or (head.isupper() and abbreviated):
        return _spelled_sounds_like_vowel(head)
    if _CONSONANT_SOUND.match(head):
        return False
    # Letters without a vowel are spelled out: an http address, a https one.
    if _OPEN_SOUND.match(head) or not _VOWELS & set(head.lower().replace("y", "i")):
        return None
    return head[0].lower() in _VOWELS or bool(_SILENT_H.match(head))


def _spelled_sounds_like_vowel(letters: str) -> bool | None:
    """Tell whether `an` stands before letters; None where they may be said as a word: MAC, SQL."""
    if len(letters) == 1 or letters[0] not in _SPELLED_VOWEL:
        return letters[0].upper() in _SPELLED_VOWEL | set("AEIO")
    return None if _VOWELS & set(letters.lower()) or letters in _SAID_BOTH_WAYS else True


def like(said: str, should: str) -> str:
    """Return what should stand there with a capital where what is said has one."""
    return should[0].upper() + should[1:] if said[0].isupper() else should


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


def singular(word: str) -> str:
    """Return a word without the s of its plural, to compare it with others: `key`, `boxe`."""
    return word[:-1] if word.endswith("s") and is_plural(word) else word


def plural(noun: str) -> str:
    """Return the plural of a noun: `keys`, `boxes`, `queries`, `IDs`."""
    if noun.endswith("s"):
        return noun if is_plural(noun) else f"{noun}es"
    if re.search(r"(?:[xz]|[cs]h)$", noun):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"
