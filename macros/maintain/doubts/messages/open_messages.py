"""Messages that perhaps go on below: a colon before a list, a second definition -> doubts.

What stands below a code says more about it, and is kept beside the message. "Ask one of these:" is
none without it, and of two definitions of a term nobody can tell whether both are the message.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from macros.maintain.document.doubt import Doubt
from macros.readers import html_table
from macros.readers.advice import shown
from macros.readers.entries import TEXT
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_FORMATS = frozenset({"headings", "bullets"})
_COLONS = (":", "：")  # noqa: RUF001 - of East Asian pages
_DEFINITION = re.compile(r":\s+\S")
_QUOTED = 20  # messages that an advice has


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubts about messages with a text below them that may be a part of them."""
    if result.options["format"] not in _FORMATS:
        return
    rows = [row for row in result.rows if row.columns.get(TEXT)]
    colons = [row for row in rows if row.message.endswith(_COLONS)]
    others = [row for row in rows if row not in colons]
    cut = _few([row for row in others if _is_cut(row)], result.rows)
    if open_ := [row for row in rows if row in colons or row in cut]:
        yield _doubt(document.file, open_, "has no end, and")
    twice = _defined_twice(document) if others else frozenset()
    defined = [row for row in others if row.line in twice and row not in cut]
    if defined := _few(defined, result.rows):
        yield _doubt(document.file, defined, "is the first definition of its term, and")


def _few(found: list[Row], rows: Sequence[Row]) -> list[Row]:
    """Return some rows if most are otherwise; what most have is the form of the page."""
    return found if 2 * len(found) < len(rows) else []


def _is_cut(row: Row) -> bool:
    """Tell whether the sentence of a message goes on below in a small letter."""
    last, below = row.message[-1], row.columns[TEXT][:1]
    return " " in row.message and below.islower() and (last.isalnum() or last == ",")


def _defined_twice(document: Document) -> frozenset[int]:
    """Return the lines of terms that have several definitions."""
    if "<dd" not in document.text.lower():
        return frozenset(_in_markdown(document.text.split("\n")))
    root, _ = html_table.parse(document.text, 1)
    found: set[int] = set()
    for list_ in root.query("dl"):
        terms: list[int] = []
        number = 0
        for node in list_.children or ():
            if node.name == "dt":
                terms = [*(terms if not number else ()), node.origin_line or 1]
                number = 0
            elif node.name == "dd":
                number += 1
                found.update(terms if number > 1 else ())
    return frozenset(found)


def _in_markdown(lines: Sequence[str]) -> Iterator[int]:
    term = number = 0
    for place, line in enumerate(lines, start=1):
        if _DEFINITION.match(line):
            number += 1
            if number > 1 and term:
                yield term
        elif line.strip() and not line[0].isspace():
            term, number = place, 0


def _doubt(file: str, rows: Sequence[Row], how: str) -> Doubt:
    messages = list(dict.fromkeys(one_line(row.message) for row in rows))
    first = rows[0]
    more = f" and {len(rows) - 1} more" if rows[1:] else ""
    below = one_line(first.columns[TEXT].split("\n")[0])
    what = f'"{shown(one_line(first.message))}"{more} {how} "{shown(below)}" stands below it.'
    written = json.dumps(messages[:_QUOTED], ensure_ascii=False)
    all_ = f" and the other {len(messages) - _QUOTED}" if messages[_QUOTED:] else ""
    do = (
        f"If the message goes on there, write `goes_on_below: {written}`{all_} in the reader below;"
        " if what stands below only says more about it, change nothing. Save it to a file, and add"
        " --reader FILE."
    )
    return Doubt(file, first.line, what, do, more={"goes_on_below": tuple(messages)})
