"""Codes that stand again in one list, with another text, where few do: a reading -> doubts.

A code can have several texts, in rows that follow each other. But one that stands again elsewhere
is perhaps a misprint, a sum, or a rest of what the code meant before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import reading, sums
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts import quoting
from macros.maintain.doubts.strangers import counts_as_rows
from macros.maintain.sniffers import repeated
from macros.readers.advice import shown
from macros.texts import letters, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row


def doubts(document: Document, result: Reading, known: Iterable[Problem] = ()) -> Iterator[Doubt]:
    """Yield a doubt for each row whose code stands above it in the same list, with another text.

    Where a quarter of all rows are such, that is asked anyway, as it is of tables that are read as
    one list. In source code a number has several names, and of keys `keys_again` asks.

    Args:
        document: the document.
        result: what came of it.
        known: what is asked already; of a line of these nothing more is asked.
    """
    options, known = result.options, [*known]
    if options["format"] == "pattern" and "every_line" not in options:
        return
    is_one_list = any("repeats" in one for one in (options, *options.get("tables", ())))
    if is_one_list or any(one.ways.repeats for one in known):
        return
    steps = set(map(id, counts_as_rows.steps(result.rows)))
    rows = [row for row in result.rows if row.ends is None and id(row) not in steps]
    told = {one.line for one in known}
    pairs = [] if repeated.doubts(document.file, rows) else list(_again(rows))
    pairs = [pair for pair in pairs if told.isdisjoint(row.line for row in pair)]
    lines = reading.asked(document, options) if pairs else []
    for first, again in pairs:
        yield _doubt(document, result, first, again, lines)


def _again(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Yield the rows of codes that come again with another text, each behind the first one."""
    firsts: dict[tuple[str, str | None, str], Row] = {}
    before: Row | None = None
    for row in rows:
        first = firsts.setdefault((row.code_set, row.section, row.code), row)
        is_sum = sums.says(one_line(row.message))
        follows = before is not None and before.code == row.code and not is_sum
        if not follows and letters(first.message) != letters(row.message):
            yield first, row
        before = row


def _doubt(
    document: Document, result: Reading, first: Row, again: Row, lines: Sequence[str]
) -> Doubt:
    what = (
        f'"{shown(again.code)}" of line {first.line}, "{shown(first.message)}", stands again in'
        f' line {again.line} with another text, "{shown(again.message)}".'
    )
    quoted = quoting.quotes(document, result, [again], lines)
    none = f"line {again.line} lists no code, or is a misprint"
    do, quotes = quoting.advice(result, [again], quoted, none)
    both = f"If it has both texts, add --as-read {again.line}."
    return Doubt(document.file, again.line, what, f"{both} {do}", quotes)
