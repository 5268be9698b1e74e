"""Enums of which no name has a number: rows that count them -> the question what the API sends.

In C#, Rust and TypeScript the names of such an enum count from 0, and yet most APIs send the names.
In C and its kin, in Go and in Swift, whoever counts means the numbers.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading, shapes, source, source_blocks
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers import words
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

_SUFFIXES = frozenset(".cs .rs .ts .mts .cts .tsx".split())
# As in BUSY = BASE + 1, and [Old] BUSY = 1,
_GIVEN = re.compile(r"^\s*\w+\s*=(?![=>])|[A-Za-z_]\w*\s*=\s*-?[0-9]", re.ASCII)
_TOLD = re.compile(r"[a-z0-9][A-Z]|_")  # what tells a name from a word
_HEAD = re.compile(r"(?:[a-z]+(?:\([a-z]+\))?\s+)*enum\s+\w+", re.ASCII)
_COUNTED = re.compile(r"\(\?P<name>[^()]*\)\\s\*=\\s\*\(\?P<code>[^()]*\)")
_NAME = r"(?P<code>[A-Za-z_]\w*)"


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about the rows of enums without any number, if there are some.

    Args:
        document: the document as it is, without what is counted.
        result: what came of it.
    """
    if PurePath(document.file).suffix.lower() not in _SUFFIXES or not result.options.get(
        "counts_on"
    ):
        return
    lines = document.text.split("\n")
    blocks = source_blocks.around(lines)
    numbered = {
        blocks[number]
        for number, line in enumerate(lines)
        if not source.is_comment(line) and _GIVEN.search(line)
    }
    rows = [row for row in result.rows if blocks[row.line - 1] not in numbered]
    if not rows:
        return
    first, last = rows[0], rows[-1]
    names = [_name(lines, row) for row in rows]
    what = (
        f'"{shown(names[0])}" and the other names of its enum have no number, and'
        f' "{first.code}" to "{last.code}" are read, as the language counts them; an API can as'
        " well send the names."
    )
    do = "If the API sends the numbers, say that it is right so"
    options = _named(document, result.options, names)
    if "(?P<message>" not in result.options["entry"]:
        do = f"{do}; if it sends the names, find a document that says what they mean."
        yield Doubt(document.file, first.line, what, do)
    elif rows == [*result.rows] and len(_read(document, options).rows) == len(rows):
        do = f"{do}; if it sends the names, these are the codes."
        meant = partial(_named, document, names=names)
        yield Doubt(document.file, first.line, what, do, change=meant)
    else:
        do = f"{do}; if it sends the names, write an `entry` that takes them as the codes."
        yield Doubt(document.file, first.line, what, do)


def _name(lines: list[str], row: Row) -> str:
    """Return the name that a row is counted by."""
    found = re.search(r"[A-Za-z_]\w*", lines[row.line - 1], re.ASCII)
    return row.columns.get("name") or (found[0] if found else "")


def _named(document: Document, options: Options, names: list[str]) -> Options:
    """Return options by which names are the codes, and nothing is counted."""
    entry = _COUNTED.sub(lambda _: _NAME, options["entry"])
    named = {key: one for key, one in options.get("named", {}).items() if one != "name"}
    dropped = {"counts_on", "named", "prose", "ignore"}
    kept: dict[str, Any] = {key: one for key, one in options.items() if key not in dropped}
    kept |= {"named": named} if named else {}
    # A pattern for words would fit all others.
    are_told = all(map(_TOLD.search, names))
    pattern = shapes.pattern(names) if are_told else words.pattern(names)
    better = {**kept, "entry": entry, "pattern": pattern}
    # What an enum is called can have the form of its names.
    heads = [one for one in _read(document, better).texts.values() if _HEAD.match(one)]
    return {**better, "prose": [*dict.fromkeys(heads)]} if heads else better


def _read(document: Document, options: Options) -> Reading:
    fault = reading.fault(options)
    return reading.Reading(options, (), (), {}) if fault else reading.read(document, options)
