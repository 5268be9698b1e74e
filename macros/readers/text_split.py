"""A line of text -> the code that it begins with, and what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.readers.printed import DASHES, SIGNS_BETWEEN, compiled, is_code, plain

if TYPE_CHECKING:
    from macros.sources.reader_options import TextLinesOptions

LONGEST_GLUED = 64  # characters of a code that no space ends
# What a code with a sign behind it does not have.
_NOT = rf"\s:：＝．。\[\](){{}}【】<>\"'`{SIGNS_BETWEEN}"  # noqa: RUF001
# Signs between a code and its message: a colon, a dash with spaces, a dot in the middle, an arrow,
# dots that lead from one to the other, or brackets around the code. Behind brackets the message may
# follow at once. A full stop or a bracket behind it stands behind numbers of chapters, too, which
# are shorter.
_SIGNED = re.compile(
    rf"(?P<code>[^{_NOT}]+)"
    rf"(?:\s*[：＝]\s*|\s*:\s+|\s+[{DASHES}]\s+|\s*(?:[-=]>|[{SIGNS_BETWEEN}])\s*"  # noqa: RUF001
    r"|(?:(?<=\w{3})|(?<=^0)|(?<=^-\d)|(?<=^-\d\d))(?:[.)]\s+|\s*[．。]\s*)"  # noqa: RUF001
    r"|(?<!\.)\s*(?:\.{4,}|(?:\. ){3,}|…{2,})\s*)(?P<text>\S.*)"
    rf"|[\[(【](?P<within>[^{_NOT}]+)[\])】]\s*"
    rf"(?:[:：{SIGNS_BETWEEN}]\s*|[.{DASHES}]\s+)?(?P<rest>\S.*)"  # noqa: RUF001
)
# A code with none but such signs around it, and perhaps with others.
_ALONE = re.compile(
    rf"[\[(【]?([+-]?\w(?:[^{_NOT}]*\w)?)[\s\])】:：.…=>{SIGNS_BETWEEN}{DASHES}]*"  # noqa: RUF001
)

# The whole of KX-1, and 4001 of 4001-Busy.
_WORDS = tuple(
    re.compile(rf"[\[(【\"'`]?([+-]?\w+(?:[.-]\w+)*{lazy})(?![0-9])(?:\W|$)") for lazy in ("", "?")
)


def bare(text: str, options: TextLinesOptions) -> str:
    """Return a line without what stands before its code."""
    found = compiled(options.before).match(text) if options.before else None
    return text[found.end() :] if found else text


def split(text: str, options: TextLinesOptions) -> tuple[str, str]:
    """Return the code that a line begins with and what follows; no code where there is none."""
    if options.separator == "none":
        return _glued(text, options.pattern)
    if options.separator == "sign":
        code, rest = signed(text)
        if code and is_code(code, options.pattern):
            return plain(code), rest
        return (alone, "") if (alone := _alone(text, options.pattern)) else ("", text)
    first, _, rest = text.partition(" ")
    return (plain(first), rest) if is_code(first, options.pattern) else ("", text)


def signed(text: str) -> tuple[str, str]:
    """Return what stands before a sign at the beginning of a line, and behind it."""
    found = _SIGNED.fullmatch(text)
    if not found:
        return "", text
    return found["code"] or found["within"], found["text"] or found["rest"]


def _alone(text: str, pattern: str) -> str:
    """Return the code that is all that a line has, but for signs: `1003`, `1003 -`, `[1003]`."""
    found = _ALONE.fullmatch(text)
    return plain(found[1]) if found and is_code(found[1], pattern) else ""


def seems_to_begin_with(text: str, options: TextLinesOptions) -> str:
    """Return the code that a line seems to begin with, though the sign behind it is another one."""
    if options.separator != "sign":
        return ""
    found = [word[1] for one in _WORDS if (word := one.match(text[:LONGEST_GLUED]))]
    return next((plain(word) for word in found if is_code(word, options.pattern)), "")


def _glued(text: str, pattern: str) -> tuple[str, str]:
    """Cut behind the longest beginning that is a code."""
    bare, expression = plain(text[:LONGEST_GLUED]), compiled(pattern)
    for end in range(len(bare), 0, -1):
        if expression.fullmatch(bare, 0, end):
            return bare[:end], text[end:]
    return "", text
