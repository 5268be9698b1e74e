"""Texts below the rows of a text, which a line for each code passes over: a reading -> doubts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from macros.maintain.document.doubt import Doubt
from macros.readers.ledger import Account, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FEWEST = 3  # rows of which one can tell what stands below them
_MOST = 0.6  # of the rows have a text below them


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about lines without codes that stand below most rows, and differ."""
    if result.options["format"] != "text_lines" or len(result.rows) < _FEWEST:
        return
    lines = document.text.split("\n")
    passed = {Account.HEADING, Account.IGNORED}
    below: list[tuple[int, str]] = []
    numbers = sorted(row.line for row in result.rows)
    for row, following in pairwise([*numbers, len(lines) + 1]):
        texts = [
            (number, " ".join(lines[number - 1].split()))
            for number in range(row + 1, following)
            if result.accounts.get(number) in passed
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
