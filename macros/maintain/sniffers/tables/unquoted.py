"""Separated values whose texts have the sign between cells in them, and no quotation marks.

Rows have more cells than the headings then, and what is too much is of the column of texts. Where
another column has texts, too, a person is asked.
"""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem, advised
from macros.maintain.document import shapes
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, account, counted
from macros.readers import csv_rest
from macros.readers.advice import by_hand_advice, shown
from macros.readers.rows import Document
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.maintain.document.reading import Options

    Guess = Callable[[Document, Options], Sniffed | None]

_LOWER = re.compile(r"[^\W\d_A-Z]")


def better(document: Document, found: Sniffed | None, guess: Guess) -> Sniffed | None:
    """Return how a document is read whose rows mostly have cells too many; else what was found.

    Args:
        document: the document.
        found: how it can be read by the cells that its rows have.
        guess: guesses the options of a document with tables, by how it is cut.
    """
    if found and len(found.reading.rows) > len(found.reading.problems):
        return found
    guesses = [one for sign in ",;" for one in _guesses(document, sign, guess)]
    return min([*guesses, *([found] if found else [])], key=_left, default=None)


def _left(guess: Sniffed) -> tuple[int, int]:
    asked = len(guess.doubts) + len(guess.choices)
    return len(guess.reading.problems) - asked - len(guess.reading.rows), asked


def _guesses(document: Document, sign: str, guess: Guess) -> Iterator[Sniffed]:
    """Yield how a document is read by each column that can take what is too much."""
    lines = document.text.split("\n")
    width = _width([line.split(sign) for line in lines if line.strip()])
    more: Options = {} if sign == "," else {"delimiter": sign}
    for place in range(width):
        rest = csv_rest.Rest(width, place)
        rows = {
            number: cells
            for number, line in enumerate(lines)
            if (cells := csv_rest.joined(line, sign, rest))
        }
        tight = [number for number, cells in rows.items() if _is_tight(cells[place], sign)]
        # Where no space stands behind the sign, it ends a cell, of a column without a heading.
        if 2 * len(tight) > len(rows):
            continue
        quoted = [
            sign.join(f'"{cell.strip()}"' for cell in rows[number]) if number in rows else line
            for number, line in enumerate(lines)
        ]
        known = guess(Document(document.file, "\n".join(quoted)), more)
        if not known or len(known.tables) != 1:
            continue
        name = known.tables[0].names[place]
        options = {**known.reading.options, "rest_in": name}
        if name != options["tables"][0]["code"]:
            doubts = [
                _of_others(document, known, options, place, len(rows)),
                *(_of_tight(document.file, number + 1, rows[number], sign) for number in tight[:1]),
            ]
            yield _read(document, known, options, [one for one in doubts if one])


def _is_tight(text: str, sign: str) -> bool:
    """Tell whether the sign between cells stands in a text without a space behind it."""
    return any(not piece.startswith(" ") for piece in text.split(sign)[1:])


def _of_tight(file: str, line: int, cells: Sequence[str], sign: str) -> Problem:
    row = " | ".join(map(one_line, cells))
    code = next((cell.strip() for cell in cells if shapes.looks_like_a_code(cell.strip())), "…")
    what = f'"{shown(row)}" has a "{sign}" without a space behind it, as between cells.'
    do = (
        "Save the reader below, in which it is of the text, to a file, and add --reader FILE. If a"
        " cell of its own begins there, change that file before."
    )
    return advised(file, line, what, do, by_hand_advice(row, code))


def _width(rows: list[list[str]]) -> int:
    """Return how many columns rows have; 0 where fewer than half of them have more cells."""
    rows = list(itertools.dropwhile(lambda cells: len(cells) == 1, rows))  # titles
    if not rows:
        return 0
    has_code = any(shapes.looks_like_a_code(cell) and re.search("[0-9]", cell) for cell in rows[0])
    width = min(map(len, rows)) if has_code else len(rows[0])
    larger = sum(len(cells) > width for cells in rows)
    enough = all(len(cells) >= width for cells in rows) and (not has_code or width == 2)  # noqa: PLR2004 - code and text
    return width if enough and width > 1 and larger >= max(LEAST, (len(rows) - 1) / 2) else 0


def _of_others(
    document: Document, known: Sniffed, options: Options, place: int, number: int
) -> Problem | None:
    """Return a doubt where what is too much can be of another column, too.

    Args:
        document: the document.
        known: how it is read where the cells too many are joined.
        options: the options for that.
        place: the place of the column that takes them.
        number: how many rows have too many.
    """
    table = known.tables[0]
    rivals = [
        other
        for at, other in enumerate(table.names)
        if at != place
        and other != options["tables"][0]["code"]
        and any(" " in text or (at > place and _LOWER.search(text)) for text in table.column(at))
    ]
    if not rivals:
        return None
    name = shown(table.names[place])
    listed = series([f'"{shown(one)}"' for one in (name, *rivals)])
    ways = " or ".join(f"`rest_in: {json.dumps(one, ensure_ascii=False)}`" for one in rivals)
    what = (
        f"{counted(number, 'row')} have more cells than there are columns, and each of {listed}"
        " has texts that what is too much can be a part of."
    )
    do = (
        f'Save the reader below, in which it is of "{name}", to a file, and add --reader FILE;'
        f" write {ways} in it before, if it is of that column."
    )
    return Problem(document.file, table.line, what, do)


def _read(
    document: Document, known: Sniffed, options: Options, doubts: Sequence[Problem]
) -> Sniffed:
    """Return how a document is read, with what is asked of it."""
    result = account(document, options)
    asked = [one for one in known.reading.problems if one in known.doubts or known.choices]
    result = replace(result, problems=(*result.problems, *asked, *doubts))
    why = f'rest_in: cells too many are of the text under "{shown(options["rest_in"])}"'
    return replace(known, reading=result, why=(*known.why, why), doubts=(*known.doubts, *doubts))
