"""Pipe tables that Markdown itself would not know: lines of a page -> lines that a parser knows.

Pages are copied from where other rules hold: with a row of dashes for fewer columns than there are,
right below the item of a list, or indented as a part of it, with cells of several lines, or with a
row that is commented out, which would end the table. Each line stays in its place, and what it says
is taken from the page as it is written.
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
_MOST_LINES = 20  # of one row
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
        has_row = "|" in lines[number + 1] or bool(_comment_end(lines, number + 1))
        if number in fenced or width < _FEWEST_COLUMNS or not has_row:
            continue
        if len(dashes) != width:
            found[number] = f"|{'---|' * width}"
        if _is_in_list(lines, number - 1):
            below = range(number + 1, len(lines))
            last = next((one for one in below if "|" not in lines[one]), len(lines))
            found[number - 1 : last] = [one.strip() for one in found[number - 1 : last]]
            if number > 1:
                found[number - 2] = ""
        for start, end in going_on(lines, number - 1):
            found[start + 1 : end] = ["|"] * (end - start - 1)
        for place in commented(lines, number - 1):
            found[place] = "|"
    return found


def commented(lines: Sequence[str], head: int) -> Iterator[int]:
    """Yield the places of comments that stand between rows, as a row that is commented out.

    Args:
        lines: those of the page.
        head: the place of the table's headings.
    """
    number, waiting = head + 2, range(0)
    while number < len(lines):
        if end := _comment_end(lines, number):
            waiting = range(waiting.start or number, end)
        elif "|" in lines[number]:
            yield from waiting
            end, waiting = number + 1, range(0)
        else:
            return
        number = end


def _comment_end(lines: Sequence[str], number: int) -> int:
    """Return the line behind a comment that lines consist of from one on; 0 where it is none."""
    if not lines[number].lstrip().startswith("<!--"):
        return 0
    for end, line in enumerate(lines[number : number + _MOST_LINES], start=number + 1):
        if "-->" in line:
            return end if line.rstrip().endswith("-->") and line.count("-->") == 1 else 0
    return 0


def going_on(lines: Sequence[str], head: int) -> Iterator[tuple[int, int]]:
    """Yield where rows begin and end whose last cells go on in the lines below, to the next pipe.

    Args:
        lines: those of the page.
        head: the place of the table's headings, with a pipe behind the last one.
    """
    pipes = _pipes(lines[head])
    number = head + 2 if lines[head].rstrip().endswith("|") else len(lines)
    while number < len(lines) and "|" in lines[number]:
        end = _end(lines, number, pipes)
        if end:
            yield number, end
        number = end or number + 1


def _end(lines: Sequence[str], number: int, pipes: int) -> int:
    """Return the line behind a row of several lines that has so many pipes; 0 where it is none.

    What goes on with a cell has a pipe at its end alone, and is no code.
    """
    total = _pipes(lines[number])
    for end, line in enumerate(lines[number + 1 : number + _MOST_LINES], start=number + 2):
        text = line.strip()
        if total >= pipes or not text or "|" in text[:-1] or may_be_a_code(text.rstrip("| ")):
            return 0
        total += _pipes(text)
        if total == pipes:
            return end
    return 0


def may_be_a_code(text: str) -> bool:
    """Tell whether a text alone on a line may be a code, and no part of a sentence."""
    return text.isascii() and " " not in text and any(map(str.isdigit, text))


def _pipes(line: str) -> int:
    return len(markdown_blocks.split(line.strip())) - 1


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
