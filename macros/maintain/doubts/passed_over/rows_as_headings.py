"""Tables whose first row may be one of codes, as `OK | All is well` above 101: -> doubts.

A table without headings has codes in its first row; where that one is a word, it is taken for the
heading of the column.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import code_headings, other_numbers
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.passed_over import words_passed_over
from macros.maintain.sniffers.tables import tables
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_OF_HEADINGS = ("code", "message")  # keys of a table that name a column
_FEWEST = 2  # words of a message


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each table of codes whose headings look like a row of it."""
    options = result.options
    described = [one for one in options.get("tables", ()) if _is_like_a_row(one)]
    if not described or options["format"] not in {"csv", "html_table"}:
        return  # others mark the row of their headings
    for table in tables.seen(document, options["format"]):
        if any(table.heading_row and [*table.headings] == one["columns"] for one in described):
            yield _doubt(document.file, table.line, [*table.headings])


def _is_like_a_row(table: Options) -> bool:
    """Tell whether the headings of a table are a word for a code, and what a message says."""
    code, message = table["code"], table["message"]
    if not (isinstance(code, str) and isinstance(message, str)) or code_headings.hints(code):
        return False
    if not words_passed_over.may_be_code(code) or words_passed_over.is_title(message):
        return False
    is_done = words_passed_over.says_done(code)
    return is_done or (
        code.isupper()
        and len(message.split()) >= _FEWEST
        and (other_numbers.tells_failure(message) or words_passed_over.says_result(code))
    )


def _doubt(file: str, line: int, headings: list[str]) -> Doubt:
    what = f'the headings "{shown(" | ".join(headings))}" look like a row with a code.'
    do = (
        'If they are one, write `heading_row: "false"` in the reader below, `Column 1`, `Column 2`'
        " and so on for what the columns are called, and let `pattern` fit the code; if they are"
        " headings, change nothing. Save it to a file, and add --reader FILE."
    )
    return Doubt(file, line, what, do, change=_without_headings(headings))


def _without_headings(headings: list[str]) -> Callable[[Options], Options]:
    """Return what says of a table that its headings are a row."""
    names = {heading: f"Column {number}" for number, heading in enumerate(headings, start=1)}

    def changed(options: Options) -> Options:
        return {
            **options,
            "tables": [
                _renamed(one, names) if one["columns"] == headings else one
                for one in options["tables"]
            ],
        }

    return changed


def _renamed(table: Options, names: dict[str, str]) -> Options:
    """Return a table whose columns have the names of such as have no headings."""
    code = re.escape(table["code"])
    named = {key: names.get(heading, heading) for key, heading in table.get("named", {}).items()}
    return {
        **table,
        "columns": [*names.values()],
        **{key: names.get(table[key], table[key]) for key in _OF_HEADINGS},
        **({"named": named} if named else {}),
        "pattern": f"{table['pattern']}|{code}",
        "heading_row": "false",
    }
