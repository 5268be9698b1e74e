"""Titles of groups that say which numbers these have: `## Environment (1 - 999)` above code 101.

The ends of such a range look like codes. The rows below tell that they are none.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Row

_TITLE = re.compile(
    r"[^0-9()\[\]]*[^\W\d_]{2}[^0-9()\[\]]*[(\[（]\s*(?P<first>-?[0-9]+)\s*"  # noqa: RUF001
    r"(?:-|\u2013|\u2014|\u2212|~|～|\.\.\.?|…|to|through|till|bis|à|a|до|至|から)\s*"  # noqa: RUF001
    r"(?P<last>-?[0-9]+)\s*[)\]）][\s:*_#]*",  # noqa: RUF001
    re.ASCII | re.IGNORECASE,
)
_LAST = 1 << 62  # no line


def titles(result: Reading) -> list[str]:
    """Return the lines that are left over and are titles, where all rows below have such numbers.

    Args:
        result: what came of reading a document.
    """
    found = sorted(
        (problem.line, text, span)
        for problem, text in result.texts.items()
        if (title := _TITLE.fullmatch(text))
        and (span := range(int(title["first"]), int(title["last"]) + 1))
    )
    ends = [*(line for line, _, _ in found), _LAST]
    below = [[row for row in result.rows if line < row.line < end] for line, end in pairwise(ends)]
    return [
        text for (_, text, span), rows in zip(found, below, strict=True) if _are_within(rows, span)
    ]


def _are_within(rows: Sequence[Row], span: range) -> bool:
    numbers = [int(row.code) for row in rows if row.code.lstrip("-").isdecimal()]
    return 0 < len(numbers) == len(rows) and all(number in span for number in numbers)
