"""Lines of source code that begin as the entries do and are none: what their names have in common.

Constants of one kind have one prefix: `#define DOCK_EBUSY (-1)`. Where a line has it, too, and a
number, it may be a constant whose number is written in another way than `entry` has it.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from macros.errors import Problem, advised
from macros.readers.advice import by_hand_advice, if_none, shown
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import PatternOptions

_FEWEST = 3  # entries, of which one can tell what they have in common
# Up to the last underscore: what stands behind it is the beginning of several names by chance.
_PREFIX = re.compile(r".*\b[A-Za-z][A-Za-z0-9]*_", re.ASCII)
_VALUE = re.compile(r"[0-9]|'(?:\\.|[^'\\])'")  # a character is a number in C


def problems(
    lines: Sequence[str],
    entries: Iterable[int],
    passed: Iterable[int],
    ledger: Ledger[PatternOptions],
) -> Iterator[Problem]:
    """Yield a problem for each line that begins as all entries do, with a number behind that.

    Args:
        lines: the lines of the document.
        entries: those with the code of an entry, counted from 0.
        passed: those that were passed over.
        ledger: accounts for them.
    """
    told = [one_line(lines[index]) for index in dict.fromkeys(entries)]
    shared = _PREFIX.match(beginning(told)) if len(told) >= _FEWEST else None
    if not shared:
        return
    for index in passed:
        text = one_line(lines[index])
        if text.startswith(shared[0]) and _VALUE.search(text[shared.end() :]):
            ledger.mark(Account.REFUSED, index + 1)
            what = f'"{shown(text)}" begins as the entries do, and is none of them.'
            do = "Let `entry` and `pattern` in provider.yml take it."
            by_hand = by_hand_advice(text)
            yield advised(ledger.file, index + 1, what, do, by_hand, if_none(text))


def beginning(texts: Sequence[str]) -> str:
    """Return what all texts begin with: what the first and the last of them, in order, do."""
    pairs = zip(min(texts), max(texts), strict=False)
    return "".join(sign for sign, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
