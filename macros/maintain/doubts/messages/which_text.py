"""Which of several texts of a code is the message: a name, a first line, an open one -> doubts.

In `### 1001 INVALID_TOKEN` above a paragraph the heading has the name, and the paragraph may be the
message. Nobody wraps a line of a few words: `Invalid token` and `Get a new one.` below it are
perhaps two texts. "Ask one of these:" is no message without what stands below it, and of two
definitions of a term nobody can tell whether both are the message.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.sniffers.copies.copy_entries import BETWEEN
from macros.maintain.sniffers.pages.beginnings import is_name
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.maintain.sniffers.texts.wraps import WIDE
from macros.readers import html_table
from macros.readers.advice import shown
from macros.readers.entries import TEXT, TITLE
from macros.readers.text_wrapped import is_open
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row


_FORMATS = frozenset({"headings", "bullets"})


def below_names(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about names with texts below them, where most of the messages are names."""
    names = [row for row in result.rows if is_name(row.message)]
    told = [row for row in names if row.columns.get(TEXT)]
    if result.options["format"] not in _FORMATS or not told or 2 * len(names) < len(result.rows):
        return
    row = told[0]
    text = row.columns[TEXT].partition("\n")[0]
    more = f", as do {len(told) - 1} more" if told[1:] else ""
    what = (
        f'"{shown(row.message)}" is read as the message of "{row.code}", and looks like its name;'
        f' "{shown(text)}" stands below it{more}.'
    )
    taken = tried(document, {**result.options, "message": [TEXT, TITLE]})
    change = None
    do = f'If the texts are the messages, show one: --such-as {row.code} "{shown(text)}".'
    if taken and len(taken.rows) == len(result.rows):
        change = becomes(taken.options)
        do = f"If the texts are the messages where there are some, add --as-meant {row.line}."
    do += f" If the names are, add --as-read {row.line}."
    yield Doubt(document.file, row.line, what, do, change=change)


_MOST = 0.6  # of the entries are of two lines
_NEAR = 4  # lines below a code on which its text begins


class _Joined(NamedTuple):
    """A row, and the two lines that its text is made of."""

    row: Row
    first: str
    second: str


def joined(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts of two lines, of which the first is short and could be whole."""
    if result.options["format"] not in _FORMATS or len(result.rows) < LEAST:
        return
    lines = [one_line(line) for line in document.text.split("\n")]
    found = [one for row in result.rows if (one := _joined(lines, row))]
    if len(found) < max(LEAST, _MOST * len(result.rows)):
        return
    row, first, second = found[0]
    what = (
        f'"{shown(first)}" and "{shown(second)}" stand on two lines, and are read as one text, as'
        f" those of {len(found) - 1} more codes are."
    )
    do = f"If it is one, add --as-read {row.line};"
    taken = tried(document, _apart(result.options)) if len(found) == len(result.rows) else None
    if taken and [one.message for one in taken.rows] == [one.first for one in found]:
        do += f" if the second line says more, add --as-meant {row.line}, which keeps it apart."
        yield Doubt(document.file, row.line, what, do, change=becomes(taken.options))
        return
    do += (
        " if the second line says more, read the document with `format: pattern` and an `entry`"
        " that has a group for each line."
    )
    yield Doubt(document.file, row.line, what, do)


def _joined(lines: Sequence[str], row: Row) -> _Joined | None:
    """Return the two lines of a text, if it is of two that seem to be whole each."""
    for place in range(row.line, min(row.line + _NEAR, len(lines))):
        second = lines[place]
        first = row.message.removesuffix(f" {second}")
        if second and first != row.message and lines[place - 1].endswith(first):
            short = len(lines[place - 1]) < WIDE and is_open(first) and first[-1].isalnum()
            own = second[0].isalpha() and not second[0].islower()
            return _Joined(row, first, second) if short and own else None
    return None


def _apart(options: Options) -> Options:
    """Return options for entries of a code, its message and a line below that."""
    lead = r"(?:(?:[-*+•]|#{1,6})[ \t]+)?[`*]*"
    code = rf"{options.get('before', '')}(?P<code>{options['pattern']})[`*]*"
    text = r"(?P<message>\S[^\n]*)\n[ \t]*(?P<text>\S[^\n]*)"
    return {
        "format": "pattern",
        "code_set": options["code_set"],
        "pattern": options["pattern"],
        "entry": rf"{lead}{code}(?:{BETWEEN}|\n+)[ \t]*{text}",
        "lines": "4",
        "every_line": "true",
    }


_COLONS = (":", "：")  # noqa: RUF001 - of East Asian pages
_DEFINITION = re.compile(r":\s+\S")
_QUOTED = 20  # messages that an advice has


def going_on(document: Document, result: Reading) -> Iterator[Doubt]:
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
