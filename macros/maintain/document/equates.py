"""Constants of assemblers, where a semicolon begins a comment: line -> its code and its comment.

As in `BUSY equ 4001 ; Dock is busy`. Elsewhere, a semicolon ends a statement.
"""

from __future__ import annotations

import re

_EQUATE = re.compile(
    r"(\s*(?:[A-Z_.$?][\w.$?]*:?\s+equ\s|\.(?:equ|equiv|set)\s+[\w.$]+\s*,|%define\s+[\w.$]+\s)"
    r"[^;\"']+)(;.*)?",
    re.IGNORECASE,
)


def is_one(line: str) -> bool:
    """Tell whether a line gives a name its value as an assembler has it."""
    return bool(_EQUATE.fullmatch(line))


def split(line: str) -> tuple[str, str]:
    """Return the code and the comment of a constant; of any other line, all of it and nothing."""
    found = _EQUATE.fullmatch(line)
    return (found[1], found[2] or "") if found else (line, "")
