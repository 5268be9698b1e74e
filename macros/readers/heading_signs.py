"""Headings whose signs Markdown does not take as such: lines -> the same as Markdown has them.

`##4002` without a blank, seven signs, signs in full width, behind a backslash or within bold
letters are a paragraph in Markdown, which would be a part of the text above. One sign without a
blank begins a number or a tag, too: such a line is a heading where it begins with a code, and
`read` asks.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_DEEPEST = 6
_FULL_WIDTH = "\uff03"
_SIGN = rf"\\?[#{_FULL_WIDTH}]"
_TEXT = r"(?P<text>[`*\"'\[(]*[^\W_].*?)(?(bold)(?P=bold))\s*"
_ODD = re.compile(rf" {{0,3}}(?P<bold>\*\*|__)?(?P<signs>(?:{_SIGN}){{2,}})\s*{_TEXT}")
_SINGLE = re.compile(rf" {{0,3}}(?P<bold>\*\*|__)?{_SIGN}\s*{_TEXT}")
_HEADING = re.compile(r" {0,3}(?P<signs>#{1,6})[ \t]+(?P<text>\S.*)")


def as_headings(
    lines: Sequence[str], has_code: Callable[[str, str], bool] | None = None
) -> list[str]:
    """Return lines in which those that stand below a blank one or a heading are headings.

    Args:
        lines: the lines of a page.
        has_code: tells of the text of a line, and the line, whether it begins with a code; without
            it lines with one sign are left as they are.
    """
    written = list(lines)
    signs = _usual(lines, has_code) if has_code else ""
    for number, line in enumerate(lines):
        above = written[number - 1].strip() if number else ""
        if (above and not above.startswith("#")) or _HEADING.fullmatch(line):
            continue
        if odd := _ODD.fullmatch(line):
            level = min(len(odd["signs"].replace("\\", "")), _DEEPEST)
            # What ends with as many signs is closed by them.
            text = odd["text"].removesuffix(odd["signs"]).rstrip()
            written[number] = f"{'#' * level} {text}"
        elif signs and has_code and (single := begins_with_one(line)) and has_code(single, line):
            written[number] = f"{signs} {single}"
    return written


def begins_with_one(line: str) -> str:
    """Return what stands behind the one sign that a line begins with, which makes no heading."""
    found = None if _HEADING.fullmatch(line) else _SINGLE.fullmatch(line)
    return found["text"] if found else ""


def _usual(lines: Sequence[str], has_code: Callable[[str, str], bool]) -> str:
    """Return the signs that most headings of codes have."""
    found = (_HEADING.fullmatch(line) for line in lines)
    signs = Counter(one["signs"] for one in found if one and has_code(one["text"], one[0]))
    return signs.most_common(1)[0][0] if signs else ""
