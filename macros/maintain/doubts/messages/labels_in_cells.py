"""Labels of lines within messages of tables, as in `Dock is busy<br>Cause: …`: a reading -> doubts.

What stands behind a break and such a label is a column in other documents: a cause, a remedy. In a
page without tables the readers refuse it by themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain.document import meanings
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.readers import doubts as texts
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

_SENTENCE = re.compile(r"fix(?:es)?|suggest\w*|recommend\w*|why", re.IGNORECASE)  # begins with it
_ADDRESS = re.compile(r"https?|ftp|mailto", re.IGNORECASE)


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about messages that have lines with labels, if there is one."""
    if not isinstance(result.options.get("tables"), list):
        return
    found = _labels(result.rows)
    if not found:
        return
    first = next(row for row in result.rows if _labels([row], least=1).keys() & found.keys())
    labels = list(found)
    named = series([f'"{shown(one)}"' for one in labels])
    what = (
        f"{named} {'stand' if labels[1:] else 'stands'} before lines of messages as labels do, the"
        f' first time in that of "{shown(first.code)}": what is behind may be no message.'
    )
    do = f"If it is a part of the messages all the same, add --as-read {first.line}."
    text = shown(first.message.partition("\n")[0])
    change = None
    if taken := _apart(document, result, labels):
        change = lambda _: dict(taken.options)  # noqa: E731
        do = f"If it is none, add --as-meant {first.line}, which keeps it beside them. {do}"
    else:
        do = f'If it is none, show a code with its text: --such-as {first.code} "{text}". {do}'
    yield Doubt(document.file, first.line, what, do, change=change)


def _labels(rows: Sequence[Row], least: int = LEAST) -> dict[str, int]:
    """Return what lines of messages begin with as with labels, and how often.

    One that no field is known to label with, or without a sign behind it, has to come again.
    """
    counts: Counter[str] = Counter()
    known: set[str] = set()
    for row in rows:
        first, *others = row.message.split("\n")
        lead = texts.label(first, 0, first=True)
        likely = [lead] if lead and lead.is_likely else []
        signed = [*likely, *texts.below(row.message, 0)]
        found = [*(one.text for one in signed), *filter(None, map(_unsigned, others))]
        counts.update(dict.fromkeys(found).keys())
        known |= {one.text for one in signed if one.is_likely}
    return {
        text: times
        for text, times in counts.items()
        if (text in known or times >= least) and not _ADDRESS.fullmatch(text)
    }


def _unsigned(line: str) -> str:
    """Return the label that a line begins with, or is, without a sign behind it; nothing if none.

    As in `<b>Cause</b> No ship`, of which the marks are lost.
    """
    line = line.rstrip(" :：=")  # noqa: RUF001 - of East Asian pages
    first = line.partition(" ")[0]
    says = meanings.says(meanings.Text(first, []))
    if texts.is_known(line) or first == line:
        return line if says else ""
    return first if says in {"cause", "remedy"} and not _SENTENCE.fullmatch(first) else ""


def _apart(document: Document, result: Reading, labels: Sequence[str]) -> Reading | None:
    """Return a reading that keeps what is behind labels beside the messages, if it loses none."""
    tables = [_with(table, labels) for table in result.options["tables"]]
    taken = tried(document, {**result.options, "tables": tables})
    if not taken or _labels(taken.rows):
        return None
    same = len(taken.rows) == len(result.rows) and all(
        one.code == row.code and one.message and row.message.partition("\n")[0].endswith(first)
        for row, one in zip(result.rows, taken.rows, strict=True)
        if (first := one.message.partition("\n")[0]) is not None
    )
    return taken if same else None


def _with(table: Options, labels: Sequence[str]) -> Options:
    """Return what describes a table with labels, each named as what it says it is."""
    named = dict(table.get("named", {}))
    for label in labels:
        name = meanings.says(meanings.Text(label, []))
        if name and name not in named:
            named[name] = label
    return {**table, "labels": list(labels), **({"named": named} if named else {})}
