"""Rows of separated values with cells too many, because one text is not quoted: cells -> a row.

Where provider.yml says in which column that is, what is too much of a row is a part of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.sources.reader_options.table import Table


class Rest(NamedTuple):
    """How many columns a table has, and the place of the one that takes what is too much."""

    width: int
    place: int


def first(tables: Sequence[Table], column: str | None) -> Rest | None:
    """Return the rest of the first table, whose headings may not be printed."""
    return of_table(tables[0], column) if not tables[0].heading_row else None


def of_table(table: Table, column: str | None) -> Rest | None:
    """Return where a table has the column that takes the rest, if it has it."""
    if column not in table.names or table.side_by_side != 1:
        return None
    return Rest(len(table.names), table.names.index(column))


def joined(source: str, separator: str, rest: Rest) -> list[str] | None:
    """Return the cells of a line that has too many; None where it has not, or has quoted ones."""
    pieces = source.split(separator)
    more = len(pieces) - rest.width
    if more <= 0 or '"' in source:
        return None
    end = rest.place + more + 1
    return [*pieces[: rest.place], separator.join(pieces[rest.place : end]), *pieces[end:]]


def edge(place: int, more: int, rest: Rest) -> int | None:
    """Return the place that a cell has in the row that it makes; None within the joined text.

    Args:
        place: its place as it is cut.
        more: how many cells are too many.
        rest: how they are joined.
    """
    if place <= rest.place:
        return place
    return None if place <= rest.place + more else place - more
