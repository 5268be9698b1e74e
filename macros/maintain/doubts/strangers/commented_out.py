"""Entries that are commented out above another one, in whose message they stand: rows -> doubts.

Where comments say the messages, all lines of one are the text of what is below it, and a constant
among them is none: it is known by having the form of the constant itself.
"""

from __future__ import annotations

import json
import re
from itertools import takewhile
from typing import TYPE_CHECKING

from macros.maintain.document import source
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options
    from macros.readers.rows import Document, Row

_MARK = re.compile(r"\s*(?://+[!<]?|#+|--)\s*")


def doubts(document: Document, options: Options, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield a doubt for each row whose message has an entry in it that is commented out."""
    if options["format"] != "pattern":
        return
    lines = document.text.split("\n")
    for row in rows:
        above = [*reversed(_above(lines, row.line - 1))]
        old = [
            number
            for number in above
            if one_line(bare := _MARK.sub("", lines[number])) in one_line(row.message)
            and _form(bare) == _form(lines[row.line - 1]) is not None
        ]
        if old:
            first = above[0]
            told = [one_line(line) for line in lines[first : old[-1] + 1]]
            rest = {one_line(line) for line in [*lines[:first], *lines[old[-1] + 1 :]]}
            where = f"{first + 1}-{old[-1] + 1}"
            how = _quoted(options, told) if rest.isdisjoint(told) else _taken_out(where)
            what = (
                f'"{shown(one_line(lines[old[0]]))}" is commented out, and would be a part of the'
                f' message of the code "{shown(row.code)}".'
            )
            quoted = tuple(told) if rest.isdisjoint(told) else ()
            yield Doubt(document.file, old[0] + 1, what, how, quoted)


def _above(lines: Sequence[str], below: int) -> list[int]:
    """Return the lines of comments right above a line, the lowest first, all counted from 0."""
    return [*takewhile(lambda number: _is_comment(lines[number]), range(below - 1, -1, -1))]


def _is_comment(line: str) -> bool:
    """Tell whether a line is a comment, and no directive of C: `#define`."""
    return bool(_MARK.match(line)) and source.is_comment(line)


def _form(line: str) -> tuple[str, tuple[int, ...]] | None:
    """Return the form of a line of code, and how many words each of its names has."""
    one = next(source.statements([line]), None)
    if one is None or not any(part.kind in {"number", "text"} for part in one.parts):
        return None
    names = [part.text for part in one.parts if part.kind == "words"]
    return one.form, tuple(name.count(" ") for name in names)


def _quoted(options: Options, told: Sequence[str]) -> str:
    """Say how the lines of a comment up to what is commented out are passed over."""
    written = json.dumps([*options.get("prose", []), *told], ensure_ascii=False)
    return (
        "Save the reader below to a file, and add --reader FILE. If the message begins below it,"
        f" write `prose: {written}` in it before."
    )


def _taken_out(where: str) -> str:
    """Say the same of lines that stand elsewhere, too, and are needed there."""
    return (
        f"If the message begins below it, take the lines {where} out of the file, for comments that"
        " are needed are written alike."
    )
