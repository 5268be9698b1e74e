"""Labelled texts below items with codes, which are passed over as prose: a reading -> doubts.

What is indented below an item is of it, and what is not is of the page. In the copy of a page that
is lost, and a label which comes again below most codes tells it.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain.document import meanings, reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.copies.copy_entries import BETWEEN
from macros.maintain.sniffers.pages.pages import says_message
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.readers.advice import shown
from macros.readers.doubts import label
from macros.readers.ledger import Account
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_FORMATS = frozenset({"bullets", "text_lines"})
_KEPT = ("name", "cause", "remedy", "http", "note")
_REFUSED = frozenset({Account.ROW, Account.REFUSED})
_PASSED = frozenset({Account.HEADING, Account.IGNORED, Account.SKIPPED})
_MOST = 0.6  # of the codes have such a text
_SIGNS = r"(?:[-*+•]|[0-9]+[.)])\s+"


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts below items that begin with the same labels again and again."""
    rows = result.rows
    format_ = result.options["format"]
    if format_ not in _FORMATS or len(rows) < LEAST or "<" in document.text[:1]:
        return
    if format_ == "text_lines" and {"under", "columns"} & result.options.keys():
        return
    passed = _REFUSED if format_ == "text_lines" else _PASSED
    first = min(row.line for row in rows)
    lines = [one_line(line) for line in document.text.split("\n")]
    below = {
        number: found.text
        for number, line in enumerate(lines, start=1)
        if number > first
        and result.accounts.get(number) in passed
        and (found := label(line, number, first=True))
    }
    least = max(LEAST, _MOST * len(rows))
    labels = [text for text, times in Counter(below.values()).items() if times >= least]
    if not labels:
        return
    number = next(line for line, text in below.items() if text in labels)
    named = series([f'"{shown(text)}"' for text in labels])
    if format_ == "text_lines":
        yield from _in_lines(document, result, labels, named)
        return
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
        if said := next((text for text in labels if says_message(text)), ""):
            written = json.dumps(said, ensure_ascii=False)
            do += f" Write `message: {written}` in the reader then if that is the message."
    do += " If they are of the page, save the reader below to a file, and add --reader FILE."
    yield Doubt(document.file, number, what, do, change=change)


def _in_lines(
    document: Document, result: Reading, labels: list[str], named: str
) -> Iterator[Doubt]:
    """Yield the doubt about labels below lines with codes, which are refused one by one."""
    row = result.rows[0]
    taken = tried(document, _with_labels(result.options, labels))
    if not taken or [one.message for one in taken.rows] != [one.message for one in result.rows]:
        return
    what = f'{named} stand below "{shown(row.code)}" and other codes, as labels of facts do.'
    do = (
        f"If they say more of the codes above them, add --as-meant {row.line}, which keeps them"
        f" there. If not, add --as-read {row.line}, and answer for each line."
    )
    yield Doubt(document.file, row.line, what, do, change=lambda _: dict(taken.options))


def _with_labels(options: Options, labels: list[str]) -> Options:
    """Return options for entries of a code, its text, and some of the labels below, in order."""
    pattern = options["pattern"]
    entry = rf"{options.get('before', '')}(?P<code>{pattern}){BETWEEN}(?P<message>\S[^\n]*)"
    named: dict[str, str] = {}
    for place, text in enumerate(labels, start=1):
        says = meanings.says(meanings.Text(text, []))
        name = says if says in _KEPT and says not in named else f"label_{place}"
        named |= {name: name} if name == says else {}
        value = rf"[ \t]*[:：=-][ \t]*(?P<{name}>[^\n]*)"  # noqa: RUF001
        entry += rf"(?:\n[ \t]*{reading.escaped(text)}{value})?"
    more = {"format": "pattern", "pattern": pattern, "entry": entry, "every_line": "true"}
    more |= {"lines": str(len(labels) + 1)} | ({"named": named} if named else {})
    return {"code_set": options["code_set"], **more}


def _taking_in(options: Options, labels: list[str]) -> Options:
    """Return options that read items as headings, and what has the labels as their columns."""
    kept = {key: options[key] for key in ("code_set", "pattern")}
    before = f"(?:{_SIGNS})?{options['before']}" if "before" in options else _SIGNS
    more = {"format": "headings", "markup": "plain", "before": before, "message": "title"}
    return {**more, **kept, "labels": labels, "prose": "skip"}
