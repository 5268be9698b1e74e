"""Labelled texts below items with codes, which are passed over as prose: a reading -> doubts.

What is indented below an item is of it, and what is not is of the page. In the copy of a page that
is lost, and a label which comes again below most codes tells it.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.pages import SAYS_MESSAGE
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.readers.advice import shown
from macros.readers.doubts import label
from macros.readers.ledger import Account
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_PASSED = frozenset({Account.HEADING, Account.IGNORED, Account.SKIPPED})
_MOST = 0.6  # of the codes have such a text
_SIGNS = r"(?:[-*+•]|[0-9]+[.)])\s+"


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts below items that begin with the same labels again and again."""
    rows = result.rows
    if result.options["format"] != "bullets" or len(rows) < LEAST or "<" in document.text[:1]:
        return
    first = min(row.line for row in rows)
    lines = [one_line(line) for line in document.text.split("\n")]
    below = {
        number: found.text
        for number, line in enumerate(lines, start=1)
        if number > first
        and result.accounts.get(number) in _PASSED
        and (found := label(line, number, first=True))
    }
    least = max(LEAST, _MOST * len(rows))
    labels = [text for text, times in Counter(below.values()).items() if times >= least]
    if not labels:
        return
    number = next(line for line, text in below.items() if text in labels)
    named = series([f'"{shown(text)}"' for text in labels])
    what = (
        f'"{shown(lines[number - 1])}" and others with {named} stand below the items with codes,'
        " and are passed over: they seem to say more of them."
    )
    taken = tried(document, _taking_in(result.options, labels))
    do = "If they do, save the page as HTML, or with these lines indented below their items."
    change = None
    if taken and len(taken.rows) == len(rows):
        change = lambda _: dict(taken.options)  # noqa: E731
        do = f"If they do, add --as-meant {number}, which keeps them below their codes."
        if said := next((text for text in labels if SAYS_MESSAGE.search(text)), ""):
            written = json.dumps(said, ensure_ascii=False)
            do += f" Write `message: {written}` in the reader then if that is the message."
    do += " If they are of the page, save the reader below to a file, and add --reader FILE."
    yield Doubt(document.file, number, what, do, change=change)


def _taking_in(options: Options, labels: list[str]) -> Options:
    """Return options that read items as headings, and what has the labels as their columns."""
    kept = {key: options[key] for key in ("code_set", "pattern")}
    before = f"(?:{_SIGNS})?{options['before']}" if "before" in options else _SIGNS
    more = {"format": "headings", "markup": "plain", "before": before, "message": "title"}
    return {**more, **kept, "labels": labels, "prose": "skip"}
