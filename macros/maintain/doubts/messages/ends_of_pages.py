"""Lines at the end of a page that are read as texts of its last code: a reading -> a doubt.

A page ends with its firm and its address, or with a rule and a word to the reader; by its markup
that stands below the last code as the texts of that code do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FORMATS = frozenset({"headings", "bullets"})
_FEWEST = 3  # codes of which one can tell what stands below each
_RULE = re.compile(r"\s*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|<hr\b[^<>]*>)\s*")


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about lines below the last code that are perhaps of the page."""
    if result.options["format"] not in _FORMATS or len(result.rows) < _FEWEST:
        return
    if other_numbers.is_imprint(result.rows[-1].message):
        return  # the whole entry is asked about
    lines = document.text.split("\n")
    first, last = result.rows[0].line, max(row.line for row in result.rows)
    begin = _end(lines, first, last)
    read = [
        number
        for number in range(begin, len(lines) + 1)
        if result.accounts.get(number) is Account.ROW and one_line(lines[number - 1])
    ]
    if begin <= last or not read:
        return
    quoted = tuple(dict.fromkeys(one_line(lines[number - 1]) for number in read))
    more = f" and {len(quoted) - 1} more" if quoted[1:] else ""
    what = (
        f'"{shown(quoted[0])}"{more} at the end of the page is read as a text of the last code,'
        f' "{result.rows[-1].code}".'
    )
    do = (
        f"If it is of the page, add --no-codes {read[0]}, which quotes it under `prose`; if it says"
        f" something of the code, add --as-read {read[0]}."
    )
    yield Doubt(document.file, read[0], what, do, quoted)


def _end(lines: Sequence[str], first: int, last: int) -> int:
    """Return the line at which the page seems to end; 0 where nothing tells.

    Where rules stand between codes, too, one below the last code tells nothing.
    """
    rules = [number for number, line in enumerate(lines, start=1) if _is_rule(lines, number, line)]
    below = [number for number in rules if number > last]
    if below and not any(first < number < last for number in rules):
        return below[0] + 1
    ends = (
        number
        for number, line in enumerate(lines[last:], start=last + 1)
        if other_numbers.is_imprint(one_line(line))
    )
    return next(ends, 0)


def _is_rule(lines: Sequence[str], number: int, line: str) -> bool:
    """Tell whether a line is a rule, and no mark below a heading."""
    above = lines[number - 2] if number > 1 else ""
    return bool(_RULE.fullmatch(line)) and not above.strip()
