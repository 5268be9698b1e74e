"""Numbers that stand in macros which a document does not define: what is said of these.

`#define BUSY ERR(12)` has the number 12, or another one: another header of the library says which.
Until somebody does, a macro leaves its last number as it is, and it is asked once whether it does.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from macros.maintain.document import reading, source
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, account
from macros.readers import calls, sums
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.calls import Call
    from macros.readers.rows import Document

OPTION = "--macro"
_OF_C = frozenset(".h .hh .hpp .hxx .c .cc .cpp .cxx .m .mm .inc .def".split())
_MACRO = re.compile(r"[A-Z][A-Z0-9_]*", re.ASCII)
_LEAVES = re.compile(rf"_?{source.CAST}")  # numbers as they are
_NUMBERS = re.compile(r"[-+|<\s]|0[xX][0-9A-Fa-f]+[uUlL]*|[0-9]+[uUlL]*", re.ASCII)
_NAMES = "abcdefgh"


def sniff(document: Document, guess: Callable[[Document], Sniffed | None]) -> Sniffed | None:
    """Return how a document can be read in which macros have the numbers; as it is, without such.

    Args:
        document: the document.
        guess: finds out how a document can be read.
    """
    asked = _unknown(document)
    while asked:
        found = sniffed(document, [_left(one) for one in asked], guess)
        lines = {row.line for row in found.reading.rows} if found else set()
        used = [one for one in asked if any(call.line + 1 in lines for call in _of(document, one))]
        if found and used == asked:
            doubts = tuple(_doubts(document, found.reading, asked))
            result = replace(found.reading, problems=(*found.reading.problems, *doubts))
            return replace(found, reading=result)
        asked = used
    return guess(document)


def sniffed(
    document: Document, macros: Sequence[str], guess: Callable[[Document], Sniffed | None]
) -> Sniffed | None:
    """Return how a document can be read with macros that it does not define itself.

    Args:
        document: the document.
        macros: the definitions.
        guess: finds out how a document can be read.
    """
    seen = replace(document, text=sums.called(document.text, macros))
    found = guess(seen)
    if found is None or found.reading.options["format"] != "pattern":
        return None
    own = set(reading.read(seen, found.reading.options).problems)
    asked = [one for one in found.reading.problems if one not in own]
    held = found.reading.options.get("macros", [])
    result = account(document, {**found.reading.options, "macros": [*macros, *held]})
    why = (*found.why, "macros: numbers stand in macros that the document does not define")
    return replace(found, reading=replace(result, problems=(*result.problems, *asked)), why=why)


def touch(document: Document, result: Reading) -> bool:
    """Tell whether macros that a document defines make numbers on the lines of its rows."""
    lines = document.text.split("\n")
    made = sums.called(document.text).split("\n")
    return any(lines[row.line - 1] != made[row.line - 1] for row in result.rows)


def _unknown(document: Document) -> list[Call]:
    """Return the first call of each macro that the document does not define, and uses often."""
    if PurePath(document.file).suffix.lower() not in _OF_C:
        return []
    left = replace(document, text=sums.called(document.text))
    found: dict[tuple[str, int], list[Call]] = {}
    for call in calls.calls(left.text):
        is_one = _MACRO.fullmatch(call.name) and not _LEAVES.fullmatch(call.name)
        if is_one and not _NUMBERS.sub("", "".join(call.given)):
            found.setdefault((call.name, len(call.given)), []).append(call)
    return [listed[0] for listed in found.values() if len(listed) >= LEAST]


def _of(document: Document, macro: Call) -> Iterator[Call]:
    """Yield all calls of a macro."""
    for call in calls.calls(document.text):
        if call.name == macro.name and len(call.given) == len(macro.given):
            yield call


def _left(macro: Call) -> str:
    """Return the definition of a macro that leaves its last number as it is."""
    names = _NAMES[: len(macro.given)]
    return f"{macro.name}({', '.join(names)}) {names[-1]}"


def _doubts(document: Document, result: Reading, asked: Sequence[Call]) -> Iterator[Doubt]:
    """Yield the question what each macro makes of its numbers."""
    for macro in asked:
        lines = {call.line + 1: call for call in _of(document, macro)}
        rows = [row for row in result.rows if row.line in lines]
        row, call = rows[0], lines[rows[0].line]
        more = f" and {len(rows) - 1} more" if rows[1:] else ""
        what = (
            f'"{shown(call.text)}"{more} {"are" if more else "is"} what a macro makes, which this'
            f' document does not define: "{shown(row.code)}" is read for it.'
        )
        names = _NAMES[: len(macro.given)]
        do = (
            "If the macro leaves that number as it is, say that it is right so; else give its"
            f" definition, as another file of the library has it: {OPTION}"
            f' "{macro.name}({", ".join(names)}) …"'
        )
        yield Doubt(document.file, row.line, what, do)
