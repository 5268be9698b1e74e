"""Numbers of groups above the codes that begin with them: codes -> the places of such numbers.

As in `400 Client errors` above 40001 and 40002, or above 400-1. It can be a code of its own, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_WHOLE = re.compile(r"[A-Za-z]*[-_]?[0-9]+", re.ASCII)
_BEHIND_SIGN = re.compile(r"[.-][0-9]+", re.ASCII)
_SUCCESS = re.compile(r"-?0*[01]?", re.ASCII)
_FEWEST = 3  # codes of which one can tell that they are in groups


def groups(codes: Sequence[str]) -> list[int]:
    """Return the places of the codes that most others, right below, begin with and go on behind.

    Numbers that are sorted as texts, such as 1, 10, 11, 2, do the same: there the longer ones go on
    where the shorter ones end.

    Args:
        codes: the codes of a document, in its order.
    """
    heads: dict[int, list[str]] = {}
    head = -1
    for place, code in enumerate(codes):
        if head >= 0 and _is_part(code, codes[head]):
            heads[head].append(code)
        else:
            head = place
            heads[head] = []
    found = {place: parts for place, parts in heads.items() if parts}
    parts = [code for below in found.values() for code in below]
    others = len(codes) - len(found) - len(parts)
    if len(found) + len(parts) <= _FEWEST or others > (len(parts) if len(found) > 1 else 0):
        return []
    if not all(_WHOLE.fullmatch(code) for code in parts):
        return [*found]
    longest = max(len(codes[place]) for place in found)
    return [] if _goes_on(codes, longest) else [*found]


def _is_part(code: str, head: str) -> bool:
    if not code.startswith(head) or not _WHOLE.fullmatch(head):
        return False
    rest = code[len(head) :]
    return bool(_BEHIND_SIGN.fullmatch(rest)) or (rest.isdigit() and not _SUCCESS.fullmatch(head))


def _goes_on(codes: Collection[str], length: int) -> bool:
    """Tell whether numbers leave none out where they become longer than so many signs."""
    short, long = (
        [
            int(re.sub(r"[^0-9]", "", code) or 0)
            for code in codes
            if (len(code) <= length) == is_short
        ]
        for is_short in (True, False)
    )
    return min(long) <= max(short) + 1
