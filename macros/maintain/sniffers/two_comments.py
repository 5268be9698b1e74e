"""Two comments of one constant: which of them has the message.

`/** Dock is busy */ DOCK = 101, // since 2.0` has one above and one behind, and
`DOCK = 101, /* Dock is busy */ /* since 2.0 */` has two behind. The one above is the message, or
the first, and the other one a note; where that may be a text as well, a person decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading, source
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.maintain.sniffers.source_entry import Entry
    from macros.readers.rows import Document

# What is said beside a text: since when it is, what it is answered with, where it stands.
_NOTE = re.compile(
    r"(?:(?:added|introduced|new|available)(?: in)?|since|as of|from v?[0-9]|until|before"
    r"|(?:deprecated|removed|obsolete|legacy|unused|reserved|experimental|internal|beta)\b"
    r"|see\b|http|grpc|status\b|https?:|todo\b|fixme\b|xxx\b|note?lint|nolint|noqa|eslint|ts-"
    r"|v?[0-9][\w.,-]*$|#[0-9]+|[A-Z]{2,}-[0-9]+|\w+$)",
    re.IGNORECASE,
)
_MESSAGE, _REMARK = "(?P<message>", "(?P<remark>"
_SHORT = r"[^\s*/<\[@!](?:[^*\n]|\*+[^*/\n])*?"  # up to the end of the comment
_BETWEEN = re.compile(r"\*+/\s*(?:/\*+|//+)!?<?")


def expression(remarks: Sequence[str]) -> str:
    """Return the expression for comments behind constants of which some have two.

    Args:
        remarks: what stands behind each constant, without its first mark and its last one.
    """
    pairs = [pair for one in remarks if (pair := _two(one))]
    if not pairs:
        return ""
    first, second = (_REMARK, _MESSAGE) if _is_turned(pairs) else (_MESSAGE, _REMARK)
    behind = rf"(?://+|/\*+)!?<?\s*{second}[^\s*/][^\n]*?)[ \t]*(?:\*+/)?"
    return rf"{source.MARK}\s*{first}{_SHORT})[ \t]*(?:\*+/[ \t]*(?:{behind})?)?"


def _two(remark: str) -> tuple[str, str] | None:
    """Return the two comments that stand behind a constant; None where it has one."""
    first, *second = _BETWEEN.split(remark, maxsplit=1)
    return (first.strip(), second[0].strip()) if second and second[0].strip() else None


def _is_turned(pairs: Sequence[tuple[str, str]]) -> bool:
    """Tell whether the first of two comments is a note where the second one is none."""
    turned = sum(is_note(first) and not is_note(second) for first, second in pairs)
    return 2 * turned > len(pairs)


def doubts(document: Document, entry: Entry) -> Iterator[Doubt]:
    """Yield the doubt about comments that can as well be the messages of their constants."""
    if _REMARK not in entry.entry:
        return
    if "above" in entry.what:
        yield from _above(document.file, entry)
    elif "behind" in entry.what:
        yield from _behind(document, entry)


def _above(file: str, entry: Entry) -> Iterator[Doubt]:
    spoken = [one for one in entry.group.same if one.remark and not is_note(one.remark)]
    if 2 * len(spoken) <= len(entry.group.same):
        return
    first = spoken[0]
    what = (
        f'"{shown(first.remark)}" stands behind a constant with a comment above, and either can be'
        " its message; the one above is."
    )
    do = "If the comments behind are the messages, those above are kept as a note."
    yield Doubt(file, first.last + 1, what, do, change=_turned)


def _behind(document: Document, entry: Entry) -> Iterator[Doubt]:
    """Yield the doubt about constants of whose two comments either can be the message."""
    pairs = [(one, pair) for one in entry.group.same if (pair := _two(one.remark))]
    turned = _is_turned([pair for _, pair in pairs])
    meant = [(one, pair[::-1] if turned else pair) for one, pair in pairs]
    asked = [(one, message, note) for one, (message, note) in meant if not is_note(note)]
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
        yield Doubt(document.file, first.first + 1, what, do, change=_turned)
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


def is_note(remark: str) -> bool:
    """Tell whether a comment says something beside the text of a code: since when it is, say."""
    return bool(_NOTE.match(remark))


def _turned(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return options by which the comments behind have the messages, and those above are notes."""
    halves = options["entry"].replace(_REMARK, "\0").replace(_MESSAGE, _REMARK)
    return {**options, "entry": halves.replace("\0", _MESSAGE)}
