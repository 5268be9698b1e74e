"""Tables of other numbers beside those of errors: countries, opening hours, HTTP -> doubts.

A number with a word for it looks as a code with its text does. Known are such tables by what they
say: no text of theirs speaks of a failure, as those of another table do, and no heading calls them
texts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.errors import Problem, Ways
from macros.maintain.document import other_numbers
from macros.maintain.sniffers.tables import columns
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from macros.maintain.document.seen_table import Seen
    from macros.maintain.sniffers.choices import Kind

_FEWEST = 2  # rows of which one can tell what they speak of
# What texts of codes are headed with beside the words for messages.
_CALLED = re.compile(
    r"\b(?:names?|labels?|titles?|results?|outcomes?|responses?|conditions?|situations?|status"
    r"|warnings?|summary|information|info|notes?|remarks?|comments?|what|when|why|values?|key"
    r"|constants?|symbols?|identifiers?)\b",
    re.IGNORECASE,
)
_STATUSES = '"{}" are statuses of HTTP beside the codes of another table, and perhaps no codes.'
_SUCCESS = re.compile(r"[A-Za-z]*[-_]?(?:0*[01]?|2[0-9]{2})", re.ASCII)


def doubts(file: str, kept: Sequence[Kind], known: Iterable[Problem]) -> list[Problem]:
    """Return a doubt for each table of other things than errors, where another one has these.

    Args:
        file: the document.
        kept: its tables.
        known: what is asked of tables already.
    """
    asked = {one.line for one in known}
    of_http = _of_http(file, [kind for kind in kept if kind.whole.heading_row], asked)
    return [*of_http, *_of_other_things(file, kept, asked | {one.line for one in of_http})]


def _of_other_things(file: str, kept: Sequence[Kind], asked: Container[int]) -> list[Problem]:
    """Return a doubt for each table without a failure, where the texts of another speak of some."""
    parts = [(part, kind) for kind in kept for part in kind.parts]
    if not any(_speaks_of_failures(part, kind) for part, kind in parts):
        return []
    return [
        _doubt(file, part, kind, _of_no_failure(part, kind))
        for part, kind in parts
        if part.line not in asked and _is_of_others(part, kind)
    ]


def _of_http(file: str, kept: Sequence[Kind], asked: Container[int]) -> list[Problem]:
    """Return a doubt for each table headed as statuses of HTTP, where another has other codes."""
    http = [one for one in kept if other_numbers.says_http(one.whole.headings[one.found.code])]
    if len(http) == len(kept):
        return []
    return [
        _doubt(file, part, kind, _STATUSES.format(shown(part.headings[kind.found.code])))
        for kind in http
        for part in kind.parts
        if part.line not in asked
    ]


def _texts(table: Seen, kind: Kind) -> list[tuple[str, str]]:
    """Return the codes of a table with their texts."""
    codes, texts = table.column(kind.found.code), table.column(kind.found.message)
    pairs = zip(codes, texts, strict=False)
    return [(one, text) for one, text in pairs if one and text]


def _speaks_of_failures(table: Seen, kind: Kind) -> bool:
    texts = [text for _, text in _texts(table, kind)]
    failing = sum(map(other_numbers.tells_failure, texts))
    heading = _heading(table, kind)
    says = columns.says_text(heading) and failing > 0
    return len(texts) >= _FEWEST and (says or 2 * failing >= len(texts))


def _is_of_others(table: Seen, kind: Kind) -> bool:
    texts = _texts(table, kind)
    heading = _heading(table, kind)
    if len(texts) < _FEWEST or _says_text(heading) or all(_SUCCESS.fullmatch(c) for c, _ in texts):
        return False
    return not any(other_numbers.tells_failure(text) for _, text in texts)


def _heading(table: Seen, kind: Kind) -> str:
    """Return what the texts of a table are headed with; nothing where it has no headings."""
    return table.headings[kind.found.message] if table.heading_row else ""


def _says_text(heading: str) -> bool:
    """Tell whether a heading calls what stands below it a text, or an error."""
    if other_numbers.says_others(heading) and heading.casefold() != "status":
        return False
    told = columns.says_text(heading) or bool(_CALLED.search(heading))
    return told or other_numbers.says_errors(heading) or not heading.isascii()


def _of_no_failure(table: Seen, kind: Kind) -> str:
    """Say that the texts of a table are of other things."""
    first, text = _texts(table, kind)[0]
    heading = _heading(table, kind)
    below = f' below "{shown(heading)}"' if heading else ""
    return (
        f'"{shown(text)}", the text of "{shown(first)}", stands{below} in a table of which no text'
        " speaks of a failure, as those of another table do, so its numbers are perhaps no codes."
    )


def _doubt(file: str, table: Seen, kind: Kind, what: str) -> Problem:
    listed = ", ".join(f'"{one}"' for one in table.headings)
    how = (
        f"remove the table from `tables` in the reader below, and add [{listed}] to `other_tables`"
    )
    if kind.same[1:]:
        how = "quote its rows under `prose` in the reader below"
    do = f"If it has no codes, {how}. Save the reader to a file, and add --reader FILE."
    ways = Ways(none={"other_tables": (list(table.headings),)})
    return Problem(file, table.line, what, do, ways=ways)
