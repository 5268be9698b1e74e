"""Rows without a code that go on with the row above: their texts -> the rows of that one.

Such a row could as well have lost its code, or say something of the rows below: it goes on only
where provider.yml says so, where lines wrap, or where the row above has more than its message and
this one has nothing but the rest of a sentence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.readers.printed import is_code
from macros.readers.rows import kept_by_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.readers.rows import Row
    from macros.sources.reader_options import Table

_WITHIN = frozenset("([{,;:.&/+)")  # signs that stand within sentences


def joined(
    above: Sequence[Row], column: str, texts: Mapping[str, str], table: Table, *, wraps: bool
) -> list[Row]:
    """Return the rows above with what a row adds to their cells; none where it does not go on.

    Args:
        above: the rows of the codes above.
        column: the column that their message is in.
        texts: the texts of the row, by column.
        table: the kind of the table.
        wraps: whether rows are lines, in which a long text goes on one line below.
    """
    if table.labels:
        return []  # nobody can tell what of the row above it goes on with
    filled = {name: text for name, text in texts.items() if text}
    title = list(filled) == [table.names[0]]
    # In the first column it could as well be a title.
    if title and not (table.goes_on and table.names[0] in table.messages):
        return []
    if any(is_code(word, table.pattern) for word in filled.get(column, "").split()[:1]):
        return []
    if _says_so(filled, table) or (
        list(filled) == [column]
        and (wraps or (_has_more(above[0], table) and _is_rest(filled[column])))
    ):
        return [_with(one, filled, column, table) for one in above]
    return []


def _says_so(filled: Mapping[str, str], table: Table) -> bool:
    """Tell whether provider.yml says that a row with these texts goes on with the one above."""
    untold = {*table.codes, *([table.success.column] if table.success else [])}
    return table.goes_on and bool(filled) and not untold & filled.keys()


def _is_rest(text: str) -> bool:
    """Tell whether a text begins as no sentence does, in a script that has small letters."""
    return text[0].islower() or text[0] in _WITHIN


def _has_more(row: Row, table: Table) -> bool:
    """Tell whether a row has a text beside its code and its message."""
    return any(text for name, text in row.columns.items() if name not in table.codes)


def _with(row: Row, more: Mapping[str, str], message: str, table: Table) -> Row:
    """Return a row with what another one adds to its cells."""
    texts = {
        name: "\n".join(filter(None, [row.columns.get(name, ""), text]))
        for name, text in more.items()
        if name != message
    }
    columns = {**row.columns, **texts}
    said = f"{row.message}\n{more[message]}" if message in more else row.message
    named, headings = kept_by_name(columns, dict(table.named.items()))
    return replace(row, message=said, columns=columns, named=named, headings=headings)
