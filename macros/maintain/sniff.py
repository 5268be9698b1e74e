"""How an unknown document can be read: document -> reader options, with reasons.

`SNIFFERS` has a function for each format: it guesses options, or says that the document is none of
its kind. Every guess is tried by reading; the one that leaves the least over wins.
"""

from __future__ import annotations

import time
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain import (
    choices,
    sniff_bullets,
    sniff_headings,
    sniff_lines,
    sniff_source,
    sniff_tables,
    sniff_tree,
    strangers,
)
from macros.maintain.sniff_tables import seen
from macros.maintain.sniffed import Sniffed, account
from macros.readers.ledger import Account
from macros.readers.patience import OutOfPatienceError, patience

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.readers.rows import Document

__all__ = ["SNIFFERS", "Sniffed", "account", "nothing", "seen", "sniff"]

LONGEST = 18.0  # seconds for all formats together
_TABLES = ("html_table", "markdown", "rst", "csv")
_LARGE = 500_000  # characters, of a document that may have needed more


def sniff(document: Document, code_set: str = "api") -> Sniffed | None:
    """Return the best way to read a document; None where nothing in it looks like codes."""
    found = []
    ends = time.process_time() + LONGEST
    for sniffer in SNIFFERS.values():
        left = max(ends - time.process_time(), 0.1)
        with suppress(OutOfPatienceError, RecursionError), patience(left):
            if guess := sniffer(document, code_set):
                found.append(guess)
    taken: frozenset[int] = frozenset()
    with (
        suppress(OutOfPatienceError, RecursionError),
        patience(max(ends - time.process_time(), 0.1)),
    ):
        taken = sniff_tables.lines_of_codes(document)
    if any(one.reading.options["format"] == "json" for one in found):
        # As lines of source code, data loses in which of its lists an item stands.
        found = [one for one in found if one.reading.options["format"] != "pattern"]
    best = max((one for one in found if not _takes(one, taken)), key=_worth, default=None)
    return _with_doubts(document, best) if best else None


def _with_doubts(document: Document, guess: Sniffed) -> Sniffed:
    """Return a guess with the doubts about codes that come again, and rows that may list none."""
    file = document.file
    doubts = () if guess.doubts else tuple(choices.repeated(file, guess.reading.rows))
    doubts = (*doubts, *strangers.doubts(document, guess.reading, guess.doubts))
    result = choices.doubted(file, guess.reading, (), doubts)
    return replace(guess, reading=result, doubts=(*guess.doubts, *doubts))


def _takes(guess: Sniffed, taken: frozenset[int]) -> bool:
    """Tell whether a guess takes rows of tables for lines of another format.

    What stands between the signs of a table would be lost, and these be part of a text.
    """
    if guess.reading.options["format"] in _TABLES:
        return False
    return any(row.line in taken for row in guess.reading.rows)


def nothing(document: Document) -> str:
    """Say that nothing is known of a document, and what can be done about it."""
    said = f"{document.file}: nothing in it looks like codes with messages, in a format known here."
    if len(document.text) < _LARGE:
        return (
            f'{said} If it lists some all the same, write its `reader:` by hand, as "Readers" in'
            " data/README.md says, and give it to `new-provider` or `add-revision` with --reader."
        )
    return (
        f"{said} It is large, and after {LONGEST:g} seconds nothing more is tried: run `read` on a"
        " file with its first pages, and give the reader that it prints with --reader."
    )


def _worth(guess: Sniffed) -> tuple[int, int]:
    """Return what a guess is worth: by its rows; of two alike, by how little it passes over."""
    counts = Counter(guess.reading.accounts.values())
    passed = counts[Account.IGNORED] + counts[Account.SKIPPED]
    return len(guess.reading.rows) - 2 * len(guess.reading.problems), -passed


# One function for each format: what the document would be read with, or None where it is no such
# document. Of two that are worth the same, and pass over as much, the first one is taken.
SNIFFERS: dict[str, Callable[[Document, str], Sniffed | None]] = {
    "html_table": sniff_tables.html,
    "markdown": sniff_tables.markdown,
    "rst": sniff_tables.rst,
    "csv": sniff_tables.csv,
    "json": sniff_tree.json_tree,
    "yaml": sniff_tree.yaml_tree,
    "text_lines": sniff_lines.text_lines,
    "headings": sniff_headings.headings,
    "bullets": sniff_bullets.bullets,
    "pattern": sniff_source.pattern,
}
