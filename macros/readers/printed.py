"""Codes as they are printed: alone, several together, somewhere in a text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from macros import codes

# Providers print full-width forms of ASCII on East Asian pages; their APIs send ASCII.
_FULL_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
# So they do with the digits of other scripts: ٤٠٠١ is 4001.
_DIGITS = {
    number - unicodedata.decimal(chr(number)) + digit: ord("0") + digit
    for number in range(0x660, 0x1FC00, 10)  # where Unicode has some, ten in a row
    if chr(number).isdecimal()
    for digit in range(10)
}
_ASCII = {**_DIGITS, **_FULL_WIDTH}
_MINUS = re.compile(r"(?<![^\s,;/(])\u2212(?=[0-9])")
_BETWEEN_CODES = re.compile(r"\s*[,;/\n、，；]\s*")  # noqa: RUF001 - separators of East Asian pages
_RANGE = re.compile(
    r"~|〜|～|‐|–|—|−|…|→|\.\.|\bto\b|\S\s+-\s+\S|[0-9]-[0-9]"  # noqa: RUF001 - the same
)
# Pages have them in long names, so that these can be broken, and around codes between texts that
# run from right to left.
UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # within a class
_UNSEEN = re.compile(f"[{UNSEEN}]")
# One number, cut for the eye; it could as well be two codes.
THOUSANDS = re.compile(r"[+-]?[0-9]{1,2}(?:,[0-9]{3})+")
# What stands between a code and its text, with spaces or without, within a class: dots, of which
# East Asian pages have several, arrows and the like.
SIGNS_BETWEEN = "·∙⋅‧•・･ㆍ»›¦→⇒⟶➜➤↦▶►∶"  # noqa: RUF001
DASHES = "\u2010\u2011\u2012–—―−-"  # noqa: RUF001 - within a class; all of them that are printed
# A code, perhaps a sign, and words: `400 Bad Request`, `E01: Door`, `103 (old)`.
_FIRST = re.compile(
    rf"(\S+?)(?:\s*[:：{SIGNS_BETWEEN}]\s*|\s+(?:[{DASHES}]\s+)?)(\S.*)",  # noqa: RUF001
    re.DOTALL,
)
LONGEST_RANGE = 200  # characters; two codes have less
_NO_TEXT = re.compile(
    r"[(<\[{]?(?:null|none|nil|nan|undefined|n\.?/?a\.?|\\N|to-?do|tb[acd]|fixme|待定|未定|미정)[)>\]}]?",
    re.IGNORECASE,
)
# Words that stand between the two ends of a range.
TO = (
    r"(?i:(?:up )?to(?: and including)?|through|thru|till|until|bis(?: zu)?|tot(?: en met)?|t/m"
    r"|do|al?|à|até|hasta|fino a|до|по)\b|至|到"
)
# What stands there, words or signs.
_TO = re.compile(
    rf"\s*(?:~|〜|～|‐|–|—|−|…|→|\.{{2,3}}|\b{TO}|-)\s*"  # noqa: RUF001 - East Asian pages
)


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the expression of a pattern of codes; the cache of `re` takes longer to ask."""
    return re.compile(pattern, re.ASCII)


def is_code(text: str, pattern: str) -> bool:
    """Tell whether the whole of a text is a code."""
    return bool(compiled(pattern).fullmatch(plain(text)))


def codes_in_cell(text: str, pattern: str) -> list[str]:
    """Return the code in a cell, or the several with clear signs between them; else nothing."""
    text = _UNSEEN.sub("", text)
    if is_code(text, pattern):
        return [plain(text)]
    if THOUSANDS.fullmatch(plain(text)):
        return []
    parts = _BETWEEN_CODES.split(text)
    whole = all(is_code(part, pattern) for part in parts)
    return [plain(part) for part in parts] if whole else []


def code_and_rest(text: str, pattern: str) -> tuple[str, str] | None:
    """Return the code that a text begins with and the words behind it; nothing without words.

    Nothing, too, where another code stands behind: it could be the end of a range, or one more.
    """
    found = _FIRST.fullmatch(text)
    if not found or not is_code(found[1], pattern) or holds_a_code(found[2], pattern):
        return None
    return plain(_UNSEEN.sub("", found[1])), found[2]


def holds_a_code(text: str, pattern: str) -> bool:
    """Tell whether a code stands anywhere in a text: with a digit even inside a word."""
    text = plain(_UNSEEN.sub("", text))
    for match in compiled(pattern).finditer(text):
        before, behind = match.span()
        around = text[max(before - 1, 0) : before] + text[behind : behind + 1]
        if re.search(r"[0-9]", match[0]) or not re.search(r"\w", around):
            return True
    return False


def codes_within(text: str, pattern: str) -> list[str]:
    """Return the codes that stand alone in a text, of which nobody can tell what else it says."""
    text = plain(_UNSEEN.sub("", text))
    if THOUSANDS.fullmatch(text):
        return []
    return [
        match[0]
        for match in compiled(pattern).finditer(text)
        if not re.search(r"[\w.-]", text[max(match.start() - 1, 0) : match.start()])
        and not re.match(r"[\w-]|\.\w", text[match.end() :])
    ]


def range_in_cell(text: str, pattern: str) -> tuple[str, str] | None:
    """Return the first and the last code of a range that is the whole of a text; else nothing.

    Both are alike but for their numbers, and the first is the smaller one, whatever the signs.
    """
    if len(text) > LONGEST_RANGE:
        return None
    text = plain(text)
    for between in _TO.finditer(text):
        first, last = text[: between.start()], text[between.end() :]
        if is_code(first, pattern) and is_code(last, pattern):
            (letters, low, sign, _), (others, high, other, _) = map(codes.order, (first, last))
            if (letters, sign) == (others, other) and low < high:
                return first, last
    return None


def says_something(text: str) -> bool:
    """Tell whether a text can be a message: a dash or NULL in a cell says that there is none."""
    return bool(text.strip(f"{DASHES}/ ")) and not is_no_text(text)


def is_no_text(text: str) -> bool:
    """Tell whether a text is what programs and pages print where there is none: NULL, N/A."""
    return bool(_NO_TEXT.fullmatch(text.strip()))


def looks_like_a_range(text: str) -> bool:
    """Tell whether a text has a sign or word that stands between the ends of a range."""
    return bool(_RANGE.search(text))


def plain(text: str) -> str:
    """Return a text with its full-width signs, and digits of all scripts, in ASCII, no shorter.

    A sign of subtraction before a number becomes a minus, too.
    """
    return text if text.isascii() else _MINUS.sub("-", text.translate(_ASCII))
