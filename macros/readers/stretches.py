"""Constants whose names begin alike: a text -> the stretches of lines that list them.

A library begins the names of its constants with its own, then with that of the list: `QUAY_ERR_`.
No bracket holds a list of `#define`: it reaches from a blank line to a blank line. An enum belongs
to it as a whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.readers import hidden

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ENUM = re.compile(r"\benum\b")


def of(
    lines: Sequence[str], code: Sequence[str], prefix: str, ends: Mapping[int, int]
) -> list[tuple[int, int]]:
    """Return the first and the last line, counted from 0, of each stretch that has such names.

    Args:
        lines: those of the document.
        code: the same without comments between marks.
        prefix: what the names begin with.
        ends: the lines on which brackets stay open, each with the line on which they close.
    """
    named = re.compile(rf"(?<!\w){re.escape(prefix)}\w", re.ASCII)
    own = [at for at, line in enumerate(code) if named.search(line) and not hidden.is_comment(line)]
    found: list[tuple[int, int]] = []
    for at in own:
        first, last = min(_enums(lines, ends, at), default=(at, at))
        while first and lines[first - 1].strip():
            first -= 1
        while last + 1 < len(lines) and lines[last + 1].strip():
            last += 1
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _enums(lines: Sequence[str], ends: Mapping[int, int], at: int) -> list[tuple[int, int]]:
    """Return the enums around a line, each with its first and last line."""
    return [
        (first, last)
        for first, last in ends.items()
        if first <= at <= last and any(map(_ENUM.search, lines[max(first - 1, 0) : first + 1]))
    ]
