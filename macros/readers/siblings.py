"""Lines of source code that begin as the entries do and are none: what their names have in common.

Constants of one kind have one prefix: `#define DOCK_EBUSY (-1)`. Where a line has it, too, and a
number, it may be a constant whose number is written in another way than `entry` has it.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FEWEST = 3  # entries, of which one can tell what they have in common
# Up to the last underscore: what stands behind it is the beginning of several names by chance.
_PREFIX = re.compile(r".*\b[A-Za-z][A-Za-z0-9]*_", re.ASCII)
_VALUE = re.compile(r"[0-9]")


def found(lines: Sequence[str], entries: Iterable[int], passed: Iterable[int]) -> Iterator[int]:
    """Yield the lines that begin as all entries do, and have a number behind that.

    Args:
        lines: the lines of the document.
        entries: those on which an entry stands, counted from 0.
        passed: those that were passed over.
    """
    told = [one_line(lines[index]) for index in dict.fromkeys(entries)]
    shared = _PREFIX.match(_beginning(told)) if len(told) >= _FEWEST else None
    if shared:
        for index in passed:
            text = one_line(lines[index])
            if text.startswith(shared[0]) and _VALUE.search(text[shared.end() :]):
                yield index


def _beginning(texts: Sequence[str]) -> str:
    """Return what all texts begin with: what the first and the last of them, in order, do."""
    pairs = zip(min(texts), max(texts), strict=False)
    return "".join(sign for sign, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
