"""Catalogs of messages: those of catgets -> the entries that read them, and unconfirmed texts.

`gencat` knows a number and a text on each line, `$set` and `$quote`; a catalog of gettext marks
what nobody has confirmed as fuzzy, and programs do not use it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.maintain.document import reading
from macros.maintain.sniffers.source.keys import entry_of, keys_of
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.maintain.sniffers.source.source_entry import Entry
    from macros.readers.rows import Document

_DIRECTIVE = re.compile(r"^\$(?:set|quote|delset)\b", re.MULTILINE)
_QUOTE = re.compile(r"^\$quote[ \t]+(\S)[ \t]*$", re.MULTILINE)
_FUZZY = re.compile(r"#,.*\bfuzzy\b")
_GO_ON = r"(?:[^\n\\]|\\.|\\\n)*"  # up to the end of a line that does not go on
_MOST = 3  # examples
_QUOTED = 20  # lines that an advice quotes


def is_catgets(text: str) -> bool:
    """Tell whether a text is a source of `gencat`, whose messages have marks and escapes."""
    return bool(_DIRECTIVE.search(text))


def catgets(text: str) -> Iterator[Entry]:
    """Yield how the messages of a source of `gencat` are read: a number and a text on each line."""
    if not is_catgets(text):
        return
    keys = keys_of(re.findall(r"^([0-9]+)[ \t]", text, re.MULTILINE | re.ASCII))
    if not keys:
        return
    code = "(?P<code>[0-9]+)[ \\t]+"
    marks = set(_QUOTE.findall(text))
    bare = rf"(?P<message>[^\s{''.join(map(re.escape, sorted(marks)))}]{_GO_ON})"
    if not marks:
        more = {"escapes": "backslash", "ignore": ["[$].*"]}
        yield entry_of(text, code + bare, keys.codes, more, "numbers with texts")
        return
    if marks <= {'"', "'", "`"} and len(marks) == 1:
        mark = marks.pop()
        marked = rf"(?P<message>{mark}(?:[^{mark}\\]|\\.|\\\n)*{mark})"
        what = "numbers with texts within the marks that `$quote` names"
        yield entry_of(text, code + marked, keys.codes, {"escapes": "backslash"}, what)


def sets(document: Document) -> tuple[Problem, ...]:
    """Refuse a source of `gencat` in which a number stands in two sets, for two messages."""
    numbers: dict[str, int] = {}
    for part in re.split(r"^\$set\b", document.text, flags=re.MULTILINE)[1:]:
        own = set(re.findall(r"^([0-9]+)[ \t]", part, re.MULTILINE | re.ASCII))
        if twice := sorted(own & numbers.keys()):
            line = document.text[: document.text.index(part)].count("\n") + 1
            what = (
                f'the number "{twice[0]}" stands in two sets, for two messages: here and in line'
                f" {numbers[twice[0]]}."
            )
            do = (
                "Save each set as a file of its own, and take the files in as the documents of one"
                " revision, each with a `code_set` of its own in its reader."
            )
            return (Problem(document.file, line, what, do),)
        start = document.text[: document.text.index(part)].count("\n")
        numbers |= dict.fromkeys(own, start + 1)
    return ()


def unconfirmed(document: Document, result: Reading) -> Iterator[Problem]:
    """Yield the doubt about rows of a catalog that are marked as fuzzy: nobody has confirmed them.

    Args:
        document: the document.
        result: what came of it.
    """
    lines = document.text.split("\n")
    if result.options["format"] != "pattern" or not any(map(_FUZZY.match, lines)):
        return
    rows = [row for row in result.rows if _is_fuzzy(lines, row.line - 1)]
    if not rows:
        return
    codes = series([f'"{shown(row.code)}"' for row in rows[:_MOST]])
    more = f" and {len(rows) - _MOST} more" if rows[_MOST:] else ""
    are = "are fuzzy" if rows[1:] else "is fuzzy"
    where = reading.line_ranges(row.line for row in rows)
    heads = [lines[row.line - 1].strip() for row in rows]
    ignore = [*result.options.get("ignore", []), *map(reading.escaped, heads)]
    unreadable = [*result.options.get("unreadable", []), *(row.code for row in rows)]
    how = (
        f"write `ignore: {json.dumps(ignore, ensure_ascii=False)}` and `unreadable:"
        f" {json.dumps(unreadable)}` in it before"
        if len(rows) <= _QUOTED
        else f"ignore the lines ({where}) in it before, and add their codes to `unreadable`"
    )
    what = f"{codes}{more} {are}: nobody has confirmed such a text, and programs do not use it."
    do = (
        "Save the reader below to a file, and add --reader FILE. It takes these texts as they"
        f" stand. So that the pages say that the codes are listed, and not with which text, {how}."
    )
    yield Problem(document.file, rows[0].line, what, do)


def _is_fuzzy(lines: list[str], index: int) -> bool:
    """Tell whether the comment above an entry says that it is fuzzy."""
    while index and lines[index - 1].strip():
        index -= 1
        if _FUZZY.match(lines[index]):
            return True
    return False
