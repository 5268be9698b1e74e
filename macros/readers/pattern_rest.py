"""Lines that go on with the message of an entry, as provider.yml says in `wrapped`.

The entry takes in what its expression has; a comment, or a text, can go on below that.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Advice, Problem, Ways, advised, more_advised
from macros.readers import strings
from macros.readers.advice import if_no_rest, if_rest, shown
from macros.readers.rows import Row
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import PatternOptions

_OPENING = re.compile(r"\s*(?:\*+|//+|#+|--|[%;]+(?=\s))?\s?")
_CLOSING = re.compile(r"\s*\*+/\s*$")


def joined(results: Iterable[Row | Problem | str]) -> Iterator[Row | Problem]:
    """Yield rows with what goes on with them: the texts that come right behind.

    Several labels of one entry have the same text.
    """
    rows: list[Row] = []
    for one in results:
        if isinstance(one, str):
            rows = [replace(row, message=f"{row.message} {one}".strip()) for row in rows]
            continue
        if not (isinstance(one, Row) and rows and one.text_line == rows[0].text_line):
            yield from rows
            rows = []
        if isinstance(one, Row):
            rows.append(one)
        else:
            yield one
    yield from rows


def perhaps(
    problems: Iterable[Problem], lines: Container[int], texts: Sequence[str]
) -> Iterator[Problem]:
    """Yield problems of lines with codes; those that may go on with a message say so, too.

    Args:
        problems: the problems.
        lines: the numbers of lines that stand right below an entry and are indented.
        texts: the lines of the document.
    """
    for one in problems:
        text = one_line(texts[one.line - 1])
        parts = way(text, "If it goes on with the message above it") if one.line in lines else ()
        yield more_advised(one, *parts)


def way(text: str, says: str, ends: str = ".") -> tuple[Advice, ...]:
    """Return how a line can be said to go on; nothing of a string, of which that cuts the marks."""
    return () if text[0] in "\"'`" else (if_rest(text, says, ends),)


def rest(file: str, number: int, line: str, options: PatternOptions) -> str | Problem:
    """Return what a line says that goes on with a message, or why it cannot be read.

    In source code that is a comment, and its marks are none of it.
    """
    is_comment = not options.every_line
    text = _CLOSING.sub("", _OPENING.sub("", line, count=1)) if is_comment else line
    if fault := strings.fault(text, "", options.escapes):
        what = f'"{shown(text.strip())}", which `wrapped` quotes, {fault}.'
        return Problem(file, number, what, "Mend `escapes` in provider.yml.")
    return strings.value(text, "", options.escapes)


def cut(file: str, index: int, lines: Sequence[str], code: str) -> Problem:
    """Return the problem of an entry with a comment behind it, and others right below that.

    Args:
        file: the document.
        index: the first line of the entry, counted from 0.
        lines: its lines, and the comments below it.
        code: its code.
    """
    told = [*map(one_line, lines)]
    what = f'the comment behind the code "{shown(code)}" goes on in "{shown(told[-1])}".'
    do = "Take `entry` and `lines` from the reader that `read` prints for this document."
    says = "If what stands below says nothing of this code, quote its lines under `prose`."
    none = Advice(says, Ways(none={"prose": tuple(told[1:])}, rest=True))
    return advised(file, index + 1, what, do, none)


def goes_on(ledger: Ledger[PatternOptions], index: int, text: str, code: str) -> Problem:
    """Return the problem of a line, counted from 0, that may go on with a message above it."""
    what = f'"{shown(text)}" may go on with the message above it, of the code "{shown(code)}".'
    own = " mend `entry` if it lists a code;" if ledger.options.every_line else ""
    return advised(
        *(ledger.file, index + 1, what),
        *way(text, "If it does"),
        f"Let the message in `entry` have further lines;{own}",
        if_no_rest(text, "if the line says nothing of this code, quote it under `prose`."),
    )
