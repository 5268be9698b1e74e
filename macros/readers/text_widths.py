"""Lines of text whose columns begin at places that provider.yml names -> cells.

A text that is too long for its column reaches into the next one. It is refused where a word lies
over the boundary, and where a blank stands there by chance.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A sentence can be followed by two spaces.
_GAP = re.compile(r"(?<![.!?:;,]) {2,}")


class Widths:
    """The places at which the columns of a document begin.

    Args:
        starts: the places, the first being 1.
        columns: their headings.
        lines: the document's.
    """

    def __init__(self, starts: Sequence[int], columns: Sequence[str], lines: Iterable[str]) -> None:
        self._columns = list(columns)
        self._starts = [start - 1 for start in starts]
        met = dict.fromkeys(self._starts[1:], 0)
        narrow = dict(met)
        for line in map(str.expandtabs, lines):
            for start in self._starts[1:]:
                if line[start - 1 : start + 1].strip() and line[start - 1].isspace():
                    met[start] += bool(line[:start].strip())
                    narrow[start] += _is_narrow(line, start)
        # Codes of one length have a single blank behind them, all of them.
        self._narrow = {start for start in met if narrow[start] * 2 > met[start]}

    def cut(self, line: str) -> list[str] | None:
        """Return the cells of a line; None where one may reach into the next column."""
        line = line.expandtabs()
        if any(line[start - 1 : start].strip() for start in self._starts if start):
            return None
        ends = [*self._starts[1:], len(line)]
        cells = [line[start:end].strip() for start, end in zip(self._starts, ends, strict=True)]
        folded = [" ".join(cell.split()) for cell in cells]
        if folded != self._columns and (self._reaches_over(line, cells) or _has_gap(cells)):
            return None
        return folded

    def _reaches_over(self, line: str, cells: Sequence[str]) -> bool:
        """Tell whether a blank may stand before a column by chance: within a text, or rarely."""
        return any(
            _is_narrow(line, start) and (start not in self._narrow or " " in before)
            for start, before in zip(self._starts[1:], cells, strict=False)
        )


def _has_gap(cells: Iterable[str]) -> bool:
    return any(map(_GAP.search, cells))


def _is_narrow(line: str, start: int) -> bool:
    """Tell whether a single blank stands between what is before a place and what begins there."""
    around = line[start - 2 : start + 1]
    return [sign.isspace() for sign in around] == [False, True, False]
