"""Two comments of one constant: which of them has the message.

`/** Dock is busy */ DOCK = 101, // since 2.0` has one above and one behind, and
`DOCK = 101, /* Dock is busy */ /* since 2.0 */` has two behind. The one above is the message, or
the first, and the other one a note; where that may be a text as well, a person decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.source import notes
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.maintain.sniffers.source.source_entry import Entry
    from macros.readers.rows import Document


def doubts(document: Document, entry: Entry) -> Iterator[Doubt]:
    """Yield the doubt about comments that can as well be the messages of their constants."""
    if notes.REMARK not in entry.entry:
        return
    place = next((one for one in ("above", "before") if one in entry.what), "")
    if place:
        yield from _above(document.file, entry, place)
    elif "behind" in entry.what:
        yield from _behind(document, entry)


def _above(file: str, entry: Entry, place: str) -> Iterator[Doubt]:
    spoken = [one for one in entry.group.same if one.remark and not notes.is_note(one.remark)]
    if 2 * len(spoken) <= len(entry.group.same):
        return
    first = spoken[0]
    what = (
        f'"{shown(first.remark)}" stands behind a constant with a comment {place}, and either can'
        f" be its message; the one {place} is."
    )
    do = f"If the comments behind are the messages, those {place} are kept as a note."
    yield Doubt(file, first.last + 1, what, do, change=exchanged)


def _behind(document: Document, entry: Entry) -> Iterator[Doubt]:
    """Yield the doubt about constants of whose two comments either can be the message."""
    pairs = [(one, pair) for one in entry.group.same if (pair := notes.two(one.remark))]
    turned = notes.is_turned([pair for _, pair in pairs])
    meant = [(one, pair[::-1] if turned else pair) for one, pair in pairs]
    asked = [(one, message, note) for one, (message, note) in meant if not notes.is_note(note)]
    if not asked:
        return
    first, message, note = asked[0]
    what = (
        f'"{shown(message)}" and "{shown(note)}" stand behind a constant, and either can be its'
        f" message; the {'second' if turned else 'first'} one is"
        f" (line {reading.line_ranges(one.first + 1 for one, _, _ in asked)})."
    )
    do = "If the other one is the message, the one that is read is kept as a note."
    if len(asked) == len(entry.group.same):
        yield Doubt(document.file, first.first + 1, what, do, change=exchanged)
        return
    lines = document.text.split("\n")
    rows = tuple(
        {
            "line": one_line(lines[one.first]),
            "code": one.parts[entry.group.code or 0].text,
            "message": note,
            "columns": {"remark": message},
        }
        for one, message, note in asked
    )
    yield Doubt(document.file, first.first + 1, what, do, rows=rows)


def exchanged(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return options by which the comments behind have the messages, and those above are notes."""
    halves = options["entry"].replace(notes.REMARK, "\0").replace(notes.MESSAGE, notes.REMARK)
    return {**options, "entry": halves.replace("\0", notes.MESSAGE)}
