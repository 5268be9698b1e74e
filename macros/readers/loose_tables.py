"""Pipe tables that Markdown itself would not know: lines of a page -> lines that a parser knows.

Pages are copied from where other rules hold: with a row of dashes for fewer columns than there are,
right below the item of a list, or indented as a part of it. Each line stays in its place, and what
it says is taken from the page as it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.readers import markdown_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DASHES = re.compile(r":?-+:?", re.ASCII)
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\S", re.ASCII)
_FEWEST_COLUMNS = 2
_PIPES = 2  # of a line without a row of dashes above
FEWEST_ROWS = 3  # of a table without a row of dashes, its headings among them


def cells_of(line: str) -> list[str]:
    """Cut a line into its cells, as GFM does: one pipe at each end does not count."""
    found = markdown_blocks.split(line.strip())
    if found and not found[0]:
        found.pop(0)
    if found and not found[-1]:
        found.pop()
    return [cell.strip() for cell in found]


def are_dashes(cells: Sequence[str]) -> bool:
    """Tell whether cells are those of the row below the headings."""
    return bool(cells) and all(_DASHES.fullmatch(cell) for cell in cells)


def mended(lines: Sequence[str]) -> list[str]:
    """Return the lines of a page as a parser of Markdown finds its tables in them."""
    found = list(lines)
    fenced = _fenced(lines)
    for number, line in enumerate(lines[1:-1], start=1):
        dashes = cells_of(line) if "---" in line else []
        width = len(cells_of(lines[number - 1])) if are_dashes(dashes) else 0
        if number in fenced or width < _FEWEST_COLUMNS or "|" not in lines[number + 1]:
            continue
        if len(dashes) != width:
            found[number] = f"|{'---|' * width}"
        if _is_in_list(lines, number - 1):
            below = range(number + 1, len(lines))
            last = next((one for one in below if "|" not in lines[one]), len(lines))
            found[number - 1 : last] = [one.strip() for one in found[number - 1 : last]]
            if number > 1:
                found[number - 2] = ""
    return found


def bare(lines: Sequence[str]) -> Iterator[tuple[bool, int, int]]:
    """Yield the parts of a paragraph: whether it is a table without a row of dashes, its ends.

    Its lines stand between pipes, or have several, and as many cells each; none has borders as
    other tables do.
    """
    is_drawn = any(line.lstrip()[:2] in {"+-", "+="} for line in lines)
    piped = [_is_piped(line) and not is_drawn for line in lines]
    widths = [
        len(cells_of(line)) if is_row else 0 for line, is_row in zip(lines, piped, strict=True)
    ]
    first = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or widths[end] != widths[first]:
            is_table = widths[first] >= _FEWEST_COLUMNS and end - first >= FEWEST_ROWS
            yield is_table, first, end
            first = end


def _fenced(lines: Sequence[str]) -> set[int]:
    """Return the places of lines that stand in fences."""
    found: set[int] = set()
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            found.add(number)
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
    return found


def _is_piped(line: str) -> bool:
    text = line.strip()
    has_bars = "||" in text and (text[0] != "|" or text.startswith("||"))
    return text.count("|") >= _PIPES and not has_bars


def _is_in_list(lines: Sequence[str], number: int) -> bool:
    """Tell whether a parser takes a line for a part of the item of a list above it."""
    indent = _indent(lines[number])
    is_apart = False  # from the lines above, by a blank one
    for line in reversed(lines[:number]):
        if is_apart and not indent:
            return False
        if not line.strip():
            is_apart = True
        elif _ITEM.match(line):
            return not is_apart or indent > _indent(line)
        elif (is_apart and _indent(line) < indent) or (not is_apart and line.lstrip()[:1] in "#|"):
            return False
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
