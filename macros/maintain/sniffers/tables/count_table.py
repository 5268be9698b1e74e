"""The only table of a page, where it counts steps or attempts: a guess -> whether it reads that.

Its numbers look like codes, and the entries below headings, which are words, stand behind them.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import code_headings
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown

if TYPE_CHECKING:
    from macros.maintain.sniffers.sniffed import Sniffed


def is_one(guess: Sniffed) -> bool:
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


def doubted(file: str, guess: Sniffed) -> Sniffed:
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


def passed_over(file: str, guess: Sniffed, counting: Sniffed) -> Sniffed:
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
