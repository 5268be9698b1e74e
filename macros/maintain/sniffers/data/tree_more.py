"""Lists of JSON or YAML beside the one that is read: readings of each -> what to ask of them.

What one path leads to is read; another list that could be read as well is no prose to pass over.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.maintain.document import code_headings, reading, shapes
from macros.maintain.sniffers.tables import code_column
from macros.readers.advice import shown
from macros.readers.facts import without_facts
from macros.sources.reader_options.data import KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_STATUS = re.compile(r"[1-5][0-9]{2}|default", re.ASCII)
# Lists that documents of an API have beside that of its errors.
_THINGS = re.compile(
    r"\b(?:servers?|tags?|authors?|contacts?|links?|examples?|param(?:eter)?s?|fields?|versions?"
    r"|changes|history|releases?|users?|responses?|requests?|products?|services?)\W*$",
    re.IGNORECASE,
)
_SAID = ("code", "message")  # what one of `lists` says of itself, beside its path and pattern
_KEPT = ("format", "code_set", *_SAID)


def alike(document: Document, taken: Reading, paths: Iterable[str]) -> Iterator[Reading]:
    """Yield how a document would be read by other paths to items with the same keys, however few.

    Args:
        document: the document.
        taken: how it is read.
        paths: all paths that lead to items.
    """
    kept = {key: taken.options[key] for key in _KEPT}
    for path in paths:
        options = {**kept, "path": path, "pattern": f"(?:{shapes.ANY_CODE.pattern})"}
        if path != taken.options["path"] and not reading.fault(options):
            yield reading.read(document, options)


def may_list_codes(result: Reading) -> bool:
    """Tell whether a list of few items may be one of codes.

    Its key is called as those of codes are, or all that stands below it has a number in it: words
    are the names of other things as well, and days and versions are no numbers. One item alone has
    such a key, and a text that is more than a name.
    """
    key = result.options["code"][0]
    if len(result.rows) == 1:
        row = result.rows[0]
        is_one = (key == KEY or code_headings.hints(key)) and not _THINGS.search(
            result.options["path"]
        )
        return is_one and code_column.has_digit(row.code) and len(row.message.split()) > 1
    if key == KEY or code_headings.hints(key):
        return True
    return all(code_column.has_digit(without_facts(row.code, "(?!)")) for row in result.rows)


def doubts(document: Document, taken: Reading, others: Iterable[Reading]) -> list[Problem]:
    """Return a doubt about each list that is not read, and has codes with messages of its own.

    Statuses of HTTP are left out: a description of an API has them at each address.

    Args:
        document: the document.
        taken: how it is read.
        others: how it could be read, by other paths; this one may be among them.
    """
    # Where several rows stand on one line, as in JSON without breaks, their texts tell them apart.
    by_line = len({row.line for row in taken.rows}) == len(taken.rows)

    def places(result: Reading) -> set[tuple[int, str]]:
        return {(row.line, "" if by_line else row.message) for row in result.rows}

    read = places(taken)
    codes = {row.code for row in taken.rows}
    asked = []
    for other in sorted(others, key=lambda one: -len(one.rows)):
        own = places(other)
        listed = {row.code for row in other.rows}
        if not own or own & read or listed <= codes or all(map(_STATUS.fullmatch, listed)):
            continue
        read |= own
        asked.append(_doubt(document, taken, other))
    return asked


def _doubt(document: Document, taken: Reading, other: Reading) -> Problem:
    first = min(other.rows, key=lambda row: row.line)
    pattern = shapes.pattern([row.code for row in other.rows])
    said = {key: other.options[key] for key in _SAID}
    differs = {key: value for key, value in said.items() if value != taken.options.get(key)}
    more = {"path": other.options["path"], **differs, "pattern": pattern}
    what = (
        f'"{other.options["path"]}" leads to what looks like codes with messages, too, and is not'
        f' read: "{shown(first.code)}", "{shown(first.message)}".'
    )
    do = (
        f"If they are errors, add {json.dumps(more, ensure_ascii=False)} to `lists` in the"
        " reader below; if not, leave it as it is. Save it to a file, and add --reader FILE."
    )
    return Problem(document.file, first.line, what, do)
