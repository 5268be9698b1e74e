"""Lines that may be a part of the row above, or several rows: a reading -> doubts.

In a text with a blank line behind each line nothing tells a wrapped message from a heading but the
sentence itself: it goes on in a small letter where messages begin with capitals, behind a word or
comma that ends none, or behind a line that is full. Where one does, others may as well.

In `102: Gate is shut; 103: Gate is locked` the second code would be a part of the first one's text,
and in `| 101 | Dock is busy | 102 | Gate is shut |` of what stands beside it.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import more_advised
from macros.maintain.document import line_parts
from macros.maintain.document.doubt import Doubt, fitting
from macros.maintain.sniffers.texts.breaks import HANGING
from macros.maintain.sniffers.texts.wraps import WIDE
from macros.readers.advice import by_hand_advice, quoted, shown
from macros.readers.ledger import Account
from macros.readers.printed import is_code
from macros.readers.text_wrapped import is_open
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.line_parts import Line, Part
    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row


_PASSED = frozenset({Account.HEADING, Account.IGNORED})
_WIDEST = 130  # characters; longer lines are paragraphs
_RAGGED = 12  # characters by which lines that are wrapped differ
_FEWEST = 5  # such lines
_MOST = 2 / 3  # of the messages begin with a capital


def parts_of_rows(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each line that is passed over, and may go on with the message above."""
    options = result.options
    if options["format"] != "text_lines" or "columns" in options:
        return
    at = {row.line: row for row in result.rows}
    capitals = _begin_with_capitals(result.rows)
    lines = document.text.split("\n")
    width = _wrapped_at([len(line.strip()) for line in lines])
    above: Row | None = None
    before = ""
    last = max(at, default=0)
    found: list[Doubt] = []
    is_one = False
    for number, line in enumerate(lines, start=1):
        text = " ".join(line.split())
        if not text:
            continue
        if number in at:
            above = at[number]
        elif result.accounts.get(number) not in _PASSED or text in options.get("prose", ()):
            above = above if text in options.get("wrapped", ()) else None
        elif above:
            goes_on = _goes_on(before, text, capitals=capitals) or _is_full(before, text, width)
            if goes_on or number < last:  # what stands below the list is of the page
                found.append(_doubt(document.file, number, text, above.code))
            is_one |= goes_on
            above = above if goes_on else None
        before = text
    yield from found if is_one else ()


def _begin_with_capitals(rows: Sequence[Row]) -> bool:
    letters = [next(filter(str.isalpha, row.message), "") for row in rows]
    return sum(map(str.isupper, letters)) >= _MOST * len(letters)


def _goes_on(before: str, text: str, *, capitals: bool) -> bool:
    """Tell whether a line goes on with the sentence of the line before it."""
    is_small = capitals and bool(re.match(r"[^\W\d_]", text)) and text[0].islower()
    is_broken_off = before[-1] in ",-" or before.rsplit(maxsplit=1)[-1].casefold() in HANGING
    return is_open(before) and (is_small or is_broken_off)


def _wrapped_at(lengths: Sequence[int]) -> int:
    """Return the width at which a text is wrapped; 0 where its lines are of all lengths."""
    width = max(lengths)
    near = [one for one in lengths if one > width - _RAGGED]
    return width if WIDE <= width <= _WIDEST and len(near) >= _FEWEST else 0


def _is_full(before: str, text: str, width: int) -> bool:
    """Tell whether no word more fits on the line before, as in a text that is wrapped."""
    is_full = len(before) + 1 + len(text.partition(" ")[0]) > width
    return bool(width) and is_full and is_open(before)


def _doubt(file: str, number: int, text: str, code: str) -> Doubt:
    what = f'"{shown(text)}" has no code, and may go on with the message of "{code}" above it.'
    whole = quoted(text, len(text))
    do = (
        f"If it does, add {whole} to `wrapped` in the reader below, and take its pattern out"
        " of `headings` or `ignore`; if it does not, change nothing. Save it to a file, and add"
        " --reader FILE."
    )
    return Doubt(file, number, what, do, more={"wrapped": (text,)})


_NAMED = 6  # codes


def several_rows(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about each line that reads like several rows."""
    for row, line, parts in line_parts.found(document, result):
        yield _of_several_rows(document.file, row, line, parts, result.options)


def _of_several_rows(
    file: str, row: Row, line: Line, parts: Sequence[Part], options: Options
) -> Doubt:
    others = line_parts.others(row, parts)
    named = series([f'"{shown(one)}"' for one in others[:_NAMED]])
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    what = (
        f'"{shown(line.text)}" is read as one row, of "{shown(row.code)}", and in it {named}{more}'
        f" {'look like codes with texts' if others[1:] else 'looks like a code with a text'} of"
        f" {'their' if others[1:] else 'its'} own."
    )
    doubt = Doubt(file, row.line, what, "")
    if not all(one.message for one in parts):
        codes = dict.fromkeys(one.code for one in parts)
        return more_advised(doubt, "If so:", by_hand_advice(line.text, *codes))
    own = {} if row.code_set == options["code_set"] else {"code_set": row.code_set}
    rows = [{"line": line.text, "code": one.code, "message": one.message, **own} for one in parts]
    strange = [one for one in others if not is_code(one, options["pattern"])]
    texts = json.dumps({one.code: one.message for one in parts}, ensure_ascii=False)
    do = f"If so, add --as-meant {row.line}, by which these are the texts of each: {texts}."
    change = fitting(strange) if strange else None
    return replace(doubt, do=do, rows=tuple(rows), change=change)
