"""A line of text right above a table -> its title, where a page has no heading there.

As where a page sets its titles in bold, or was copied without the marks of its headings. It counts
as a heading once `under` of a table says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.readers import markdown_cells
from macros.readers.rows import Line
from macros.readers.sections import is_meant
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.readers.ledger import Ledger

_MARKS = re.compile(r"^[ \t]*(?:[-*+]|[0-9]{1,9}[.)])?[ \t]+(?=\S)", re.ASCII)
_LONGEST = 200  # characters, of a line that can be one


def above(lines: Sequence[str], first: int, references: dict[str, Any]) -> Line | None:
    """Return the line of text right above what begins on a line, counted from 0, if one is there.

    Args:
        lines: those of the page.
        first: where the table begins.
        references: what links lead to.
    """
    number = next((one for one in range(first - 1, -1, -1) if lines[one].strip()), -1)
    if number < 0 or "|" in lines[number] or len(lines[number]) > _LONGEST:
        return None
    source = _MARKS.sub("", lines[number], count=1)
    cell = markdown_cells.cell(source.strip(), number + 1, references)
    text = one_line(cell.text)
    has_words = any(map(str.isalpha, text)) and not source.startswith("#")
    return Line(number + 1, text) if has_words and not cell.fault else None


def declared(
    lines: Sequence[str], first: int, references: dict[str, Any], ledger: Ledger[Any]
) -> Line | None:
    """Return the title of a table, where `under` of one of the options means it."""
    meant = [table.under for table in ledger.options.described_tables if table.under]
    line = above(lines, first, references) if meant else None
    return line if line and any(is_meant(one, line.text) for one in meant) else None
