"""Lines with a code and no text, and what stands around the codes: rows -> their frame."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.readers.rows import Row

_FEWEST = 3  # lines of which one can tell that they are alike


class Frame(NamedTuple):
    """What stands around a code.

    Attributes:
        before: on its line, before it.
        behind: on its line, behind it.
        above: whether the line above is blank.
        below: whether the line below is.
    """

    before: str
    behind: str
    above: bool
    below: bool


def lines_of(text: str) -> list[str]:
    """Return the lines of a text by their numbers, white space folded, with a blank one around."""
    return ["", *map(one_line, text.split("\n")), ""]


def frame(lines: Sequence[str], number: int, code: str) -> Frame | None:
    """Return what stands around a code; None where its line has a text, too."""
    before, found, behind = lines[number].partition(code)
    if not found or " " in behind.strip():
        return None
    return Frame(before, behind, not lines[number - 1], not lines[number + 1])


def usual(lines: Sequence[str], rows: Iterable[Row]) -> Frame | None:
    """Return what stands around at least half of the codes of some rows; None where it differs."""
    codes = {row.line: row.code for row in rows}
    frames = [one for at, code in codes.items() if (one := frame(lines, at, code))]
    for (before, behind), times in Counter(one[:2] for one in frames).most_common(1):
        alike = [one for one in frames if one[:2] == (before, behind)]
        above, below = sum(one.above for one in alike), sum(one.below for one in alike)
        if times >= max(_FEWEST, len(codes) / 2):
            return Frame(before, behind, 2 * above > times, 2 * below > times)
    return None
