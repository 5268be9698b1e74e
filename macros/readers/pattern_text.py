"""The text in which entries are looked for: an expression -> where the groups of an entry stand.

Part of the reader `pattern`. Places are counted in the text, whose lines end without white space.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from macros.readers import hidden, labels
from macros.readers.printed import is_code
from macros.texts import one_line

if TYPE_CHECKING:
    from typing import TypeAlias

    from macros.readers.constants import Constants
    from macros.readers.ledger import Ledger
    from macros.readers.linear import Budget, Expression
    from macros.sources.reader_options import PatternOptions

    # Where each group begins and ends, by its name; the whole is that without a name.
    Found: TypeAlias = dict[str, tuple[int, int]]


class Text:
    """A text with what an entry in it is.

    Args:
        text: the text.
        ledger: knows the options, and which lines are quoted.

    Attributes:
        lines: its lines.
        whole: the lines, with a line feed behind each but the last.
        starts: where each line begins, and where a further one would.
        constants: the constants that have the codes, where entries have their names.
    """

    def __init__(self, text: str, ledger: Ledger[PatternOptions]) -> None:
        self._ledger = ledger
        self._options = ledger.options
        self._is_said_by_names = ledger.options.is_said_by_names
        self.lines = [line.rstrip() for line in text.split("\n")]
        self.whole = "\n".join(self.lines)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.constants: Constants | None = None

    def match(
        self, expression: Expression, index: int, budget: Budget, most: int = 0
    ) -> Found | None:
        """Return where the groups of an entry stand that begins on a line; None where none does.

        Args:
            expression: what matches an entry.
            index: the line, counted from 0.
            budget: what the search may take.
            most: the lines that it may have, if these are more than `lines` says.

        Raises:
            TooMuchError: it takes more.
        """
        line = self.lines[index]
        start = self.starts[index] + len(line) - len(line.lstrip())
        options = self._options
        last = min(index + max(options.lines, most), len(self.lines))
        below = range(index + 1, last) if options.every_line and options.prose else ()
        quoted = (one for one in below if self._ledger.passes(one_line(self.lines[one])))
        # What is quoted ends a text, where an entry can do without it: another may have that line.
        ends = dict.fromkeys([*islice(quoted, 1), last])
        matches = (
            expression.match(self.whole, start, self.starts[end] - 1, budget) for end in ends
        )
        found = next(filter(None, matches), None)
        if not found or ("name" if self.constants else "code") not in found:
            return None
        if self._is_said_by_names:
            found["message"] = found.pop("name")
        # What `entry` can do without is refused as missing, not passed over.
        return {"message": (found[""][1], found[""][1]), **found}

    def line_at(self, place: int) -> int:
        """Return the line of a place, counted from 0."""
        low, high = 0, len(self.lines)
        while low < high - 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.starts[middle] <= place else (low, middle)
        return low

    def code(self, found: Found) -> str:
        """Return the code of an entry, or the name that stands for it."""
        return self.whole[slice(*found["name" if self.constants else "code"])]

    def labels(self, text: str) -> list[tuple[str, int]]:
        """Return what stands in the place of the code with its places: a code, or several labels.

        With constants, these are their names.
        """
        if not self.constants and is_code(text, self._options.pattern):
            return [(text, 0)]
        return labels.labels(text)

    def beside(self, index: int, found: Found) -> str:
        """Return what of a line stands in no group, and does not say that something is old."""
        start, end = self.starts[index], self.starts[index + 1] - 1
        spans = [(max(a, start), min(b, end)) for name, (a, b) in found.items() if name]
        rest = list(self.whole[start:end])
        for a, b in spans:
            if a < b:  # a group can stand on another line
                rest[a - start : b - start] = " " * (b - a)
        return hidden.OLD_ONE.sub(" ", "".join(rest))
