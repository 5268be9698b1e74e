"""What the values of constants are called, by the function that makes these: a text -> names.

As in `KilnError(int module, int code)` below `KILN_COLD(4, 1002),` of an enum in Java.
"""

from __future__ import annotations

import re

_LIST = re.compile(r"\(\s*([A-Za-z_@][^()\"'=]*)\)")
_MARK = re.compile(r"(?:@\w+\s+|\b(?:final|private|public|readonly|const|val|var|this\.)\s*)+")
_TYPES = (
    r"(?:[ui](?:8|16|32|64|size)|u?int[0-9]*(?:_t)?|integer|long|short|string|str|number|float"
    r"|double)"
)
_TYPE = re.compile(rf"\b{_TYPES}\b", re.IGNORECASE)
_ONE = re.compile(
    rf"(?!{_TYPES}$)(?:_\s+)?(?P<before>[A-Za-z_]\w*)\s*:\s*\S.*"
    rf"|[\w<>\[\]?&*.:]+[\s&*]+(?!{_TYPES}$)(?P<behind>[A-Za-z_]\w*)",
    re.ASCII | re.IGNORECASE,
)


def names(text: str, count: int) -> tuple[str, ...]:
    """Return what so many values are called; nothing where no function says it, or several do."""
    found = {
        tuple(one["before"] or one["behind"] for one in listed if one)
        for each in _LIST.finditer(text)
        if _TYPE.search(each[1])
        and len(parts := each[1].strip().rstrip(",").split(",")) == count
        and all(listed := [_ONE.fullmatch(_MARK.sub("", part).strip()) for part in parts])
    }
    return found.pop() if len(found) == 1 else ()
