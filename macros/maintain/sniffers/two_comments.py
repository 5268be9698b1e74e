"""Comments above constants and behind them: which of the two has the messages.

`/** Dock is busy */ DOCK = 101, // since 2.0` has both. The one above is the message, the one
behind it a note; where that may be a text as well, a person decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.maintain.sniffers.source_entry import Entry

# What is said beside a text: since when it is, what it is answered with, where it stands.
_NOTE = re.compile(
    r"(?:(?:added|introduced|new|available)(?: in)?|since|as of|from v?[0-9]|until|before"
    r"|(?:deprecated|removed|obsolete|legacy|unused|reserved|experimental|internal|beta)\b"
    r"|see\b|http|grpc|status\b|https?:|todo\b|fixme\b|xxx\b|note?lint|nolint|noqa|eslint|ts-"
    r"|v?[0-9][\w.,-]*$|#[0-9]+|[A-Z]{2,}-[0-9]+|\w+$)",
    re.IGNORECASE,
)
_MESSAGE, _REMARK = "(?P<message>", "(?P<remark>"


def doubts(file: str, entry: Entry) -> Iterator[Doubt]:
    """Yield the doubt about comments behind constants that can as well be their messages."""
    if _REMARK not in entry.entry or "above" not in entry.what:
        return
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


def is_note(remark: str) -> bool:
    """Tell whether a comment says something beside the text of a code: since when it is, say."""
    return bool(_NOTE.match(remark))


def _turned(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return options by which the comments behind have the messages, and those above are notes."""
    halves = options["entry"].replace(_REMARK, "\0").replace(_MESSAGE, _REMARK)
    return {**options, "entry": halves.replace("\0", _MESSAGE)}
