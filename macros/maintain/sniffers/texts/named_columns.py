"""Lines of a text with a name, a number and a text in columns: their reading -> a better one.

As in `KILN_COLD   1002   the kiln is cold`. The number is the code, as a constant has it, or the
status of HTTP beside a code that is a name. Without headings, a person is asked about the former.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import code_headings, other_numbers, shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, tried
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_GAP = re.compile(r" {2,}|\t+")
_NAME = re.compile(r"[A-Za-z]+(?:[_.-]?[A-Za-z0-9]+)*", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]{2,}", re.ASCII)
_CELLS = 3
_WHY = ("format text_lines: a name, a number and a text stand in columns",)
_NAMES = ["Name", "Number", "Text"]  # nobody printed any


class _Way(NamedTuple):
    """The column of the codes, and what the other one is kept as."""

    code: str
    named: dict[str, str]


def better(document: Document, result: Reading) -> Sniffed | None:
    """Return how such lines are read, each cell for itself; None where they are others."""
    lines = document.text.split("\n")
    cells = [_GAP.split(lines[row.line - 1].strip()) for row in result.rows]
    if len(cells) < LEAST or any(len(one) != _CELLS for one in cells):
        return None
    names, numbers, texts = (list(column) for column in zip(*cells, strict=True))
    is_name = all(map(_NAME.fullmatch, names)) and len(set(names)) == len(names)
    if not (is_name and all(map(_NUMBER.fullmatch, numbers)) and any(" " in one for one in texts)):
        return None
    are_statuses = all(map(other_numbers.is_status, numbers))
    if not are_statuses and len(set(numbers)) < len(numbers):
        return None
    head = _head(lines[: result.rows[0].line - 1])
    first, second, text = head or _NAMES
    ways = [_Way(first, {"http": second} if are_statuses else {}), _Way(second, {"name": first})]
    by_name, by_number = (
        _options(result.options, [first, second, text], way, codes)
        for way, codes in zip(ways, (names, numbers), strict=True)
    )
    is_said = bool(head) and code_headings.is_code(first) is not code_headings.is_code(second)
    is_name = code_headings.is_code(first) if is_said else are_statuses
    found = tried(document, by_name if is_name else by_number)
    if found is None or len(found.rows) < len(cells) or len(found.problems) > len(result.problems):
        return None
    if is_name or is_said:
        return Sniffed(found, _WHY)
    line = found.rows[0].line
    what = (
        f'"{shown(names[0])}" and "{shown(numbers[0])}" can each be the code that the API sends;'
        " the number is read as the code, and the name beside it."
    )
    do = "If the names are the codes, the numbers are kept beside them."
    doubt = Doubt(document.file, line, what, do, change=lambda _: by_name)
    return Sniffed(replace(found, problems=(*found.problems, doubt)), _WHY)


def _head(above: Sequence[str]) -> list[str]:
    """Return the headings of the columns, if the last line above the rows has them."""
    last = next((line.strip() for line in reversed(above) if line.strip()), "")
    cells = _GAP.split(last)
    return cells if len(cells) == _CELLS == len(set(cells)) else []


def _options(own: Options, columns: list[str], way: _Way, codes: Sequence[str]) -> Options:
    kept: Options = {
        key: own[key] for key in ("format", "code_set", "headings", "ignore") if key in own
    }
    more: Options = {"named": way.named} if way.named else {}
    more |= {"columns": columns, "code": way.code, "message": columns[-1]}
    return {**kept, "pattern": shapes.pattern(codes), "separator": "columns", **more}
