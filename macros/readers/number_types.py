"""Types of numbers with their width, as `u8`, `Int32` and `uint16_t`: a line -> it without them.

The digits of a type are no code, though one can be written so: `const BUSY: u8 = 2;`.
"""

from __future__ import annotations

import re

from macros.readers.printed import is_code

_TYPE = re.compile(
    r"(?<![\w.-])_*(?:[iuf]|[A-Za-z]*(?:int|float|double|bits|long|word|byte|char)(?:_?(?:fast|least))?)"
    r"_?(?:8|16|32|64|128)(?:_t|_c)?(?![\w-])",
    re.ASCII | re.IGNORECASE,
)


def without(line: str, pattern: str) -> str:
    """Return a line in which types are blank, unless they are codes by the pattern of these."""
    return _TYPE.sub(
        lambda found: found[0] if is_code(found[0], pattern) else " " * len(found[0]), line
    )
