"""Tables that list no codes: of parameters, of days, of amounts, of counts, at the end of a page.

A row of such a table that has a code in a cell of its own is refused all the same, as that of each
table which is said to list none. Where the only table of a page counts steps or attempts, its
numbers look like codes, and the entries below headings, which are words, stand behind them.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import code_headings
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.tables.code_column import codes_like, has_digit
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.seen_table import Seen
    from macros.maintain.sniffers.sniffed import Sniffed


_PARAMETER = re.compile(r"\bparam|参数|參數|パラメータ|매개변수|파라미터", re.IGNORECASE)
# What stands in the column of a parameter's type, and in none of errors.
_DATA_TYPE = re.compile(
    r"(?:string|str|text|int(?:eger)?|long|number|numeric|decimal|float|double|bool(?:ean)?|object"
    r"|array|list|map|dict(?:ionary)?|json|file|date(?:time)?|timestamp|enum|uuid|url|字符串|整数|整型|文字列|数値|문자열|정수|숫자)\b.{0,30}",
    re.IGNORECASE,
)


def is_of_parameters(table: Seen) -> bool:
    """Tell whether a table is one of parameters, and nothing in it looks like a code.

    Its headings say so, or a column has types of data. A parameter's name may look like a code that
    is a word.
    """
    cells = [text for row in table.rows for text in row.texts if text]
    numbers = any(has_digit(one) for text in cells for one in codes_like(text))
    if numbers or not table.heading_row or any(map(code_headings.is_code, table.headings)):
        return False
    columns = [table.column(index) for index in range(len(table.headings))]
    if any(cells and all(map(_DATA_TYPE.fullmatch, cells)) for cells in columns):
        return True
    hinted = any(map(code_headings.hints, table.headings))
    return not hinted and any(map(_PARAMETER.search, table.headings))


_YEAR, _MONTH, _NUMBER = "(?:19|20)[0-9]{2}", "(?:0?[1-9]|1[0-2])", "(?:0?[1-9]|[12][0-9]|3[01])"
_DAY = re.compile(
    rf"{_YEAR}[-./]{_MONTH}(?:[-./]{_NUMBER})?|{_NUMBER}[-./]{_NUMBER}[-./]{_YEAR}"
    r"|[0-9]{4}[年년] ?[0-9]{1,2}[月월](?: ?[0-9]{1,2}[日일])?"
    r"|(?:[0-9]{1,2}\.? )?[^\W\d_]{3,9}\.?,? (?:[0-9]{1,2},? )?[0-9]{4}"
)


def is_of_days(table: Seen) -> bool:
    """Tell whether a column has days alone, and no heading says that codes stand below it."""
    if any(map(code_headings.hints, table.headings)) or not table.heading_row:
        return False
    return any(has_days(table, place) for place in range(len(table.headings)))


def has_days(table: Seen, place: int) -> bool:
    """Tell whether a column has days alone, and its heading says nothing of codes."""
    cells = table.column(place)
    is_named = table.heading_row and not code_headings.hints(table.headings[place])
    return is_named and bool(cells) and all(map(_DAY.fullmatch, cells))


def is_of_amounts(table: Seen) -> bool:
    """Tell whether all numbers of a table stand below headings that deny to have codes."""
    if any(map(code_headings.hints, table.headings)) or not table.heading_row:
        return False
    numbered = [
        heading
        for index, heading in enumerate(table.headings)
        if any(has_digit(one) for text in table.column(index) for one in codes_like(text))
    ]
    denied = list(map(code_headings.denies, table.headings))
    return any(denied) and all(map(code_headings.denies, numbered))


def is_at_end(table: Seen, tables: Sequence[Seen]) -> bool:
    """Tell whether a table has one row and no headings, where those of others speak of codes.

    It is asked whether it lists a code all the same.
    """
    if table.heading_row or len(table.rows) > 1:
        return False
    others = (one for one in tables if one.heading_row and len(one.rows) > 1)
    return any(code_headings.is_code(heading) for one in others for heading in one.headings)


def is_of_counts(guess: Sniffed) -> bool:
    """Tell whether all codes of a guess count the rows of a table whose heading hints at none."""
    described = guess.reading.options.get("tables", [])
    if len(described) != 1 or len(guess.tables) != 1 or not guess.tables[0].heading_row:
        return False
    heading = str(described[0]["code"])
    if code_headings.hints(heading) or code_headings.names(heading):
        return False
    codes = [row.code for row in guess.reading.rows]
    counted = (list(map(str, range(first, first + len(codes)))) for first in (0, 1))
    return bool(codes) and codes in counted


def doubted_counts(file: str, guess: Sniffed) -> Sniffed:
    """Return a guess that reads such a table, with the doubt whether it has the codes.

    Below "No." they are, where nothing else can be read.
    """
    if code_headings.counts(str(guess.reading.options["tables"][0]["code"])):
        return guess
    do = (
        "If these are the codes, save the reader below to a file, and add --reader FILE; if they"
        " stand elsewhere, write a reader that reads them there."
    )
    return _with(guess, file, guess, "so they are perhaps no codes", do)


def passed_over_counts(file: str, guess: Sniffed, counting: Sniffed) -> Sniffed:
    """Return a guess with the doubt about the table that it takes for no list of codes."""
    reader = json.dumps({"reader": counting.reading.options}, ensure_ascii=False)
    do = (
        "If these are the codes, save this to a file in the place of the reader below, and add"
        f" --reader FILE: {reader}"
    )
    return _with(guess, file, counting, "so it is passed over", do)


def _with(guess: Sniffed, file: str, counting: Sniffed, so: str, do: str) -> Sniffed:
    """Return a guess with the doubt about a table that another one, or itself, reads."""
    rows = counting.reading.rows
    heading = counting.reading.options["tables"][0]["code"]
    what = (
        f'the only table has "{shown(rows[0].code)}" to "{shown(rows[-1].code)}" below'
        f' "{shown(heading)}", which seem to count its rows, {so}.'
    )
    doubt = Doubt(file, counting.tables[0].line, what, do)
    reading = replace(guess.reading, problems=(*guess.reading.problems, doubt))
    return replace(guess, reading=reading, doubts=(*guess.doubts, doubt))
