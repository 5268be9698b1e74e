"""Signs without which a text says something else: `x != -3` without its signs says `x 3`.

Pure. Nearly all punctuation is form alone: who reads a text with a full stop more does the same. It
is not where a sign is what the text is about: in a number, beside one, in a name of a program, as
an operator, or where it stands alone. Every doubt makes a sign telling: a person then reads the two
texts once more.
"""

from __future__ import annotations

import re
import unicodedata

# Between digits a comma or an apostrophe parts thousands, and says nothing.
_THOUSANDS = re.compile(r"(?<=[0-9])[,'’](?=[0-9]{3}(?![0-9]))")
# From one number to another, however it is written: 1-5, 1~5.
_RANGE = re.compile(r"(?<=[0-9])\s*[-\u2010-\u2015\u2212~\u301c]\s*(?=[0-9])")
_TELLING = re.compile(
    r"(?P<within>(?<=[0-9])[.,:/](?=[0-9]))"
    r"|(?P<range>\0)"
    r"|(?P<below>(?<![\w)])[-\u2212](?=[0-9]))"
    # Behind a grade, and before an option of a program.
    r"|(?P<grade>(?<=\b[A-Z])[-\u2212](?![^\s.,;:)\]]))"
    r"|(?P<option>(?<![^\s(\"'`])(?:--(?=[A-Za-z])|-(?=[A-Za-z](?![\w-]))))"
    r"|(?P<not>(?<![^\s(\[{&|\"'`])!(?=[\w$(]))"
    # Arrows and what else is of mathematics, but for an arrow before an item.
    r"|(?P<mathematical>(?!(?<![^\n])[\u2190-\u21ff\u27f0-\u27ff]\s)"
    r"[\u00ac\u2190-\u21ff\u2200-\u2211\u2213-\u22ff\u27f0-\u27ff\u2900-\u2aff])"
    # An operator with what belongs to it; ~ and | are drawn, too.
    r"|(?P<operator>[!:]?[<>=≤≥≠≈±\u00d7\u00f7+%#&@*°]+)"
    r"|(?P<money>[$¢£¤¥€₩₹₽₺₫฿])"
    # Of a name as programs write it: user.name, kf_account.
    r"|(?P<name>(?<=[a-z0-9][a-z0-9])\.(?=[a-z])|(?<=[a-z0-9])\.(?=[a-z][a-z0-9])|(?<=\w)_+(?=\w))"
    # The letters of a unit: 5 m is not 5 M.
    r"|(?<=[0-9])\s?(?P<unit>(?!(?i:as|at|by|if|in|is|of|on|or|to)\b)[A-Za-z]{1,2}(?![A-Za-z0-9_]))"
    r"|(?P<maybe>[(\[]\s*(?i:not|no|non|un)\s*[)\]])"
)
# As people type an arrow.
_TYPED = re.compile(r"(?<![-<!])-{1,2}>|<-{1,2}(?=\s)")
# From one end to the other; where one of them does not count, the brackets are not of one kind.
_END = r"\s*[-+\w.\u221e]+\s*"
_INTERVAL = re.compile(rf"([\[\](])({_END}[,;]{_END})([\])\[])")
_NUMBER = re.compile(r"[0-9\u221e]")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+)(?<=\S)\1(?![\w*])")
_CLOSED = frozenset({"[]", "()"})
# Milli is not mega, and a bit no byte; what is all small letters is typed without care.
_UNIT = re.compile(
    r"\b(?=[a-z]*[A-Z])([kKMmGTnµ])(?:[Ww]h?|VA|V|A|[Hh][Zz]|Pa|J|L|([Bb])(?:ps|it)?)\b"
)
_QUOTED = re.compile(r"([\"'`“‘«「『])\s?([^\w\s]{1,3})\s?([\"'`”’»」』])")
_ALONE = re.compile(r"(?<!\S)([^\w\s]{1,3})(?!\S)")
# Signs that are drawn between words or before items.
_DRAWN = frozenset("-\u2013\u2014\u2015\u2212~|\u2022\u00b7*/\u2026&=>\u2192")


def without_thousands(text: str) -> str:
    """Return a text with numbers in one piece: `1000` for `1,000`, but `1,5` as it is."""
    return _THOUSANDS.sub("", text)


def telling(text: str) -> list[str]:
    """Return the signs of a text without which it says something else, in their order."""
    shown = text if text.isascii() else unicodedata.normalize("NFKC", text)
    shown = _EMPHASIS.sub(r"\2", shown)
    shown = _TYPED.sub(lambda found: "→" if ">" in found[0] else "←", shown)
    shown = _RANGE.sub("\0", without_thousands(shown.replace("\\", "")))
    return ["".join(found[0].split()) for found in _TELLING.finditer(shown)]


def alone(text: str) -> list[str]:
    """Return the signs that stand alone or in quotes: of `parted with ;` the last."""
    quoted = [found[2] for found in _QUOTED.finditer(text)]
    signs = [found[1] for found in _ALONE.finditer(_QUOTED.sub(" ", text))]
    return [*quoted, *(sign for sign in signs if not _DRAWN.issuperset(sign))]


def pictures(text: str) -> list[str]:
    """Return the signs that are pictures, wherever they stand: of `Up✓` the last."""
    return [sign for sign in text if unicodedata.category(sign) == "So" and sign not in "°©®"]


def _brackets(text: str) -> list[str]:
    """Return the brackets of intervals: of `[0,10)` the two."""
    shown = unicodedata.normalize("NFKC", text)
    found = ((one[1] + one[3], one[2]) for one in _INTERVAL.finditer(shown))
    return [both for both, ends in found if both not in _CLOSED or _NUMBER.search(ends)]


def _units(text: str) -> list[str]:
    """Return what capitals tell in units without a number; nothing where all is capitals."""
    if text.isupper() and len(text.split()) > 1:
        return []
    found = (unit.groups("") for unit in _UNIT.finditer(text))
    return [(prefix if prefix in "mM" else prefix.lower()) + of_data for prefix, of_data in found]


def same(before: str, after: str) -> bool:
    """Tell whether two texts, whose letters are the same, have the same telling signs.

    A sign that stands alone in one of them alone lost or got a space: `is wrong .`
    """
    if telling(before) != telling(after):
        return False
    if _half_open(before) != _half_open(after):
        return False
    return all(
        not (had and has) or had == has
        for had, has in ((of(before), of(after)) for of in (alone, pictures, _brackets, _units))
    )


def _half_open(text: str) -> list[str]:
    return [both for both in _brackets(text) if both not in _CLOSED]
