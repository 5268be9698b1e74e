"""Texts below the rows of a text, which are passed over: a reading -> doubts.

They are those below most lines with codes, and those below a line that may go on with the last cell
of a table whose cells stand one below the other.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.tables import tables
from macros.readers.advice import shown
from macros.readers.ledger import Account

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_PASSED = frozenset({Account.HEADING, Account.IGNORED})
_FEWEST = 3  # rows of which one can tell what stands below them
_MOST = 0.6  # of the rows have a text below them
_RESTS = 3  # lines; what stands further below is of the page


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about lines without codes that stand below most rows, and differ."""
    lines = document.text.split("\n")
    if result.options["format"] == "stacked":
        yield from _below_tables(document, result, lines)
    if result.options["format"] != "text_lines" or len(result.rows) < _FEWEST:
        return
    below: list[tuple[int, str]] = []
    numbers = sorted(row.line for row in result.rows)
    for row, following in pairwise([*numbers, len(lines) + 1]):
        texts = [
            (number, " ".join(lines[number - 1].split()))
            for number in range(row + 1, following)
            if result.accounts.get(number) in _PASSED
        ]
        below += texts[:1]
    if len({text for _, text in below}) < _MOST * len(numbers):
        return
    number, text = below[0]
    what = (
        f'"{shown(text)}" and {len(below) - 1} more texts stand below rows, and are passed over:'
        " they may say more of the codes above them."
    )
    do = (
        "If they do, save the page as HTML, or read it with `format: pattern` and an `entry` that"
        " takes in the lines below. If they are of the page, save the reader below to a file, and"
        " add --reader FILE."
    )
    yield Doubt(document.file, number, what, do)


def _below_tables(document: Document, result: Reading, lines: Sequence[str]) -> Iterator[Doubt]:
    """Yield the doubt about what stands right below a line that may go on with a last cell.

    It is asked where lines between rows show that cells have several.
    """
    heads = {table.line - by for table in tables.seen(document, "stacked") for by in (0, 1)}
    ends = [one.line for one in result.problems if one.ways.so.get("wrapped")]
    found: list[tuple[int, str]] = []
    if not any(result.accounts.get(end + 1) == Account.ROW for end in ends):
        return
    for end in ends:
        for number in range(end + 1, min(end + _RESTS, len(lines)) + 1):
            text = " ".join(lines[number - 1].split())
            if number in heads or not text or result.accounts.get(number) not in _PASSED:
                break
            found.append((number, text))
    if not found:
        return
    number, text = found[0]
    more = f" and {len(found) - 1} more" if found[1:] else ""
    texts = [one for _, one in found]

    def wrapped(options: Options) -> Options:
        held = [one for one in options.get("ignore", []) if not _fits(one, texts)]
        more = {"ignore": held} if held else {}
        kept = {key: value for key, value in options.items() if key != "ignore"}
        return {**kept, **more, "wrapped": [*options.get("wrapped", []), *texts]}

    what = f'"{shown(text)}"{more} right below such a line may go on with the message, too.'
    do = (
        f"If so, add --as-meant {number}, with the line above; if it is of the page, save the"
        " reader below to a file, and add --reader FILE."
    )
    yield Doubt(document.file, number, what, do, change=wrapped)


def _fits(pattern: str, texts: Sequence[str]) -> bool:
    return any(re.fullmatch(pattern, text) for text in texts)
