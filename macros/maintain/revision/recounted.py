"""Sums that `prose` quotes, with another number now: options before -> those of the later.

In the next document `6 | Total` is `7 | Total`. That it lists no code is decided, whatever it
counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import reading, sums

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options
    from macros.readers.rows import Document

_NUMBER = re.compile(r"[0-9][0-9.,']*")
_PLACE = re.compile(r"^\S*\[[0-9]+\]\S*: ")  # of an item of data


def recounted(options: Options, document: Document) -> list[str]:
    """Give quotations of sums the numbers that they have in a later document.

    Args:
        options: the options of the document before, which are changed.
        document: the later document.

    Returns:
        what changed, in sentences.
    """
    held = options.get("prose", [])
    if isinstance(held, str) or not any(map(_sums_up, held)):
        return []
    lines = [*dict.fromkeys(reading.asked(document, options))]
    changes = []
    for at, quoted in enumerate(held):
        if quoted in lines or not _sums_up(quoted):
            continue
        now = [line for line in lines if _NUMBER.sub("#", line) == _NUMBER.sub("#", quoted)]
        if len(now) == 1:
            held[at] = now[0]
            changes.append(f'prose has "{now[0]}", which was "{quoted}"')
    return changes


def _sums_up(line: str) -> bool:
    """Tell whether a line, or the cells of a row, say nothing but that something is summed up."""
    line = _PLACE.sub("", line)
    cells = line.split(" | ")
    rest = _NUMBER.sub("", line).strip(" |-*:.")
    return sums.are_of_foot(cells) or sums.says(rest)
