"""Rows that are perhaps no codes: a reading -> doubts, each with what to write where it holds.

Beside its codes a document has ports, limits, colours, a year, the firm's address, and a number
with a text behind it is read as any code. What stands in a list of its own, is not called as the
codes are, speaks of other things, is commented out or stands below a comment about other numbers is
left for a person to decide.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts import quoting
from macros.maintain.doubts.strangers import (
    comments_above,
    constants,
    counts_as_rows,
    dead_code,
    facts_as_rows,
    families,
    strange_lists,
    strange_rows,
    strange_shapes,
    titles_as_rows,
)
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_KEY = re.compile(r"(?:\\.|[^\\.\[\]{}])+")  # of a path
_FEWEST = 3  # rows of which one can tell what they have in common

Found = tuple[list["Row"], str]  # rows, and what is said of them


def doubts(
    document: Document,
    result: Reading,
    known: Sequence[Problem] = (),
    held: Container[tuple[str, str]] = (),
) -> list[Doubt]:
    """Return the doubts about rows of a document that are perhaps no codes.

    Args:
        document: the document.
        result: what came of it.
        known: doubts about it that there are already, such as one about a whole table.
        held: code sets and codes of which it is decided already that they are some; such a code
            can be commented out since.
    """
    rows = [row for row in with_lists(result) if row.ends is None]
    if len(rows) < _FEWEST:
        return []
    format_ = result.options["format"]
    dead = list(dead_code.found(document, rows, format_))
    rows = _without(rows, dead)
    lists = strange_lists.found(document, rows, format_)
    found = [one for one in lists if not _is_known(one[0], rows, known)]
    # Each is asked of the rows of which nothing is said before.
    for find in _finders(document, result, rows, known):
        found += find(_without(rows, found))
    new = [
        ([row for row in strange if (row.code_set, row.code) not in held], what)
        for strange, what in found
    ]
    found = [*dead, *((strange, what) for strange, what in new if strange)]
    lines = reading.asked(document, result.options) if found else []
    asked = [
        _doubt(document.file, result, one, what, quoting.quotes(document, result, one, lines))
        for one, what in found
    ]
    return [
        *asked,
        *dead_code.branches(document, result, rows),
        *comments_above.commented_out(document, result.options, rows),
    ]


def _finders(
    document: Document, result: Reading, rows: Sequence[Row], known: Sequence[Problem]
) -> Iterator[Callable[[Sequence[Row]], Iterable[Found]]]:
    """Yield what finds rows that are perhaps no codes, in the order in which it is asked."""
    format_ = result.options["format"]
    told = {one.line for one in result.problems if isinstance(one, Doubt) and one.quoted}
    yield lambda rest: constants.among_others(document, result, rest)
    yield lambda rest: titles_as_rows.in_bold(document, rest, format_)
    yield lambda rest: titles_as_rows.nested(document, rest, format_)
    yield lambda rest: constants.sentinels(rest, format_)
    yield lambda rest: constants.bounds(rest, format_)
    yield lambda rest: counts_as_rows.summing_up(document, rest, format_)
    yield lambda rest: comments_above.below(document, rest, format_)
    yield lambda rest: (
        one for one in facts_as_rows.parted(document, rest) if not _is_known(one[0], rows, known)
    )
    yield lambda rest: facts_as_rows.found(document, rest, format_)
    yield lambda rest: titles_as_rows.of_groups(document, rest, format_)
    yield lambda rest: titles_as_rows.alone(document, rest, format_)
    yield lambda rest: strange_rows.found(rest, format_)
    yield lambda rest: (
        one for one in families.found(document, rest, format_) if one[0][0].line not in told
    )
    yield lambda rest: counts_as_rows.found(document, rest, format_)
    yield lambda rest: strange_shapes.found(document, rest, format_)


def with_lists(result: Reading) -> list[Row]:
    """Return the rows of data, below the keys of the lists that have code sets of their own."""
    lists = [result.options, *result.options.get("lists", ())]
    keys = {one["code_set"]: _KEY.findall(one["path"]) for one in lists if one.get("path")}
    if not lists[1:] or len(keys) < len(lists):
        return list(result.rows)
    return [
        replace(row, section=row.section or (keys[row.code_set] or [""])[-1]) for row in result.rows
    ]


def _without(rows: Sequence[Row], found: Sequence[tuple[list[Row], str]]) -> list[Row]:
    """Return rows without those of which something is said."""
    told = {id(row) for strange, _ in found for row in strange}
    return [row for row in rows if id(row) not in told]


def _is_known(strange: Sequence[Row], rows: Sequence[Row], known: Sequence[Problem]) -> bool:
    """Tell whether a doubt is about some rows, or about the head of the table that has them."""
    first, last = strange[0].line, strange[-1].line
    before = max((row.line for row in rows if row.line < first), default=0)
    return any(before < one.line <= last for one in known)


def _doubt(
    file: str, result: Reading, rows: Sequence[Row], what: str, quotes: Sequence[str] | None
) -> Doubt:
    """Return the doubt about some rows.

    Args:
        file: the document.
        result: what came of it.
        rows: the rows.
        what: what is said of them, without the codes.
        quotes: their lines, as `quoting` has them.
    """
    several = len(rows) > 1
    more = f" and {len(rows) - 1} more" if several else ""
    no_codes = "so they are perhaps no codes" if several else "so it is perhaps no code"
    are = "they are" if several else "it is"
    said = f'"{shown(rows[0].code)}"{more} {what}, {no_codes}.'
    return Doubt(file, rows[0].line, said, *quoting.advice(result, rows, quotes, f"{are} none"))
