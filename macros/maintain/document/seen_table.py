"""A table of a document as it stands there: cells -> headings and the rows below them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.cached import cached_property
from macros.maintain.document import shapes, sums
from macros.sources.reader_options.table import distinct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.readers.cells import TableRow


# The first cell of a row, and of no heading: 10-dash.
_NUMBERED = re.compile(r"[0-9]\S*", re.ASCII)
_JOINED = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)+", re.ASCII)
_PAIR = 2  # rows, which nobody sums up
_SENTENCE = 3  # words, in a row whose first ones are a name


@dataclass(frozen=True)
class Seen:
    """One table of a document, as it stands there.

    Attributes:
        headings: the texts of its heading row.
        rows: the rows below, without those that have no text.
        line: where it begins.
        heading_row: whether it has a heading row; the headings are made up where it has none.
        sides: how many times the headings stand side by side.
    """

    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    line: int
    heading_row: bool = True
    sides: int = 1

    @property
    def names(self) -> list[str]:
        """What its columns are called, each of them once."""
        return distinct(self.headings)

    def one_side(self) -> Seen:
        """Return the table, its parts one below the other where they stand side by side."""
        for sides in range(2, len(self.headings) // 2 + 1):
            width, rest = divmod(len(self.headings), sides)
            if not rest and self._is_of_sides(sides, width):
                parts = [
                    replace(row, cells=row.cells[start : start + width])
                    for start in range(0, width * sides, width)
                    for row in self.rows
                    if len(row.cells) == len(self.headings)
                    if any(row.texts[start : start + width])
                ]
                side = self.headings[:width]
                return replace(self, headings=side, rows=tuple(parts), sides=sides)
        return self

    def _is_of_sides(self, sides: int, width: int) -> bool:
        """Tell whether the same columns come again: by their headings, or by a code and a text."""
        if self.heading_row:
            return self.headings == self.headings[:width] * sides and bool(self.headings[0])
        columns = [self.column(index) for index in range(width * sides)]
        kinds = [_kind(cells) for cells in columns]
        alike = kinds == kinds[:width] * sides and kinds.count("code") == sides
        codes = [
            text
            for cells, kind in zip(columns, kinds, strict=True)
            if kind == "code"
            for text in cells
            if text
        ]
        return alike and "text" in kinds and len(set(codes)) == len(codes)

    def column(self, index: int, *, feet: bool = False) -> list[str]:
        """Return the texts of one column, without those of rows of another width and of titles.

        Args:
            index: the place of the column.
            feet: whether sums at an end of the table count, too, which tell nothing of the others.
        """
        rows = self._whole if feet else [row for row in self._whole if id(row) not in self._feet]
        return [row.texts[index] for row in rows]

    @cached_property
    def _whole(self) -> list[TableRow]:
        """The rows that have all columns, without titles between them and repeated headings."""
        headings = list(self.headings)
        return [
            row
            for row in self.rows
            if len(row.cells) == len(headings)
            and not (row.spans or row.heading)
            and row.texts != headings
            and any(row.texts[1:])
        ]

    @cached_property
    def _feet(self) -> set[int]:
        """The rows that sum up others, by their ids."""
        rows = self._whole
        ends = (rows[0], rows[-1]) if len(rows) > _PAIR else ()
        return {id(row) for row in ends if sums.are_of_foot(row.texts)}


def _kind(cells: Sequence[str]) -> str:
    """Return what stands in a column: codes, texts with words, or something else."""
    filled = [text for text in cells if text]
    if len(filled) >= _PAIR and all(map(_is_code, filled)):
        return "code"
    return "text" if filled and all(" " in text for text in filled) else ""


def seen(grid: Sequence[TableRow]) -> Seen | None:
    """Return a table with its heading row apart, the lowest one; a title may stand above that."""
    filled = [row for row in grid if any(row.texts)]
    for place, row in enumerate(filled):
        if len([text for text in row.texts if text]) > 1:
            is_row = any(map(_is_code, row.texts)) or _NUMBERED.fullmatch(row.texts[0])
            if is_row or any(_is_like(row, lower) for lower in filled[place + 1 : place + 2]):
                made_up = tuple(f"Column {number}" for number in range(1, len(row.cells) + 1))
                return Seen(made_up, tuple(filled[place:]), row.line, heading_row=False)
            lower = next(iter(filled[place + 1 :]), row)
            if _heads(lower) and len(lower.cells) == len(row.cells):
                return Seen(tuple(lower.texts), tuple(filled[place + 2 :]), lower.line)
            return Seen(tuple(row.texts), tuple(filled[place + 1 :]), row.line)
    return None


def _is_like(row: TableRow, lower: TableRow) -> bool:
    """Tell whether a first row is one as that below it: both have a name, and it has a sentence."""
    pairs = zip(row.texts, lower.texts, strict=False)
    named = any(_JOINED.fullmatch(one) and _JOINED.fullmatch(other) for one, other in pairs)
    has_sentence = any(len(text.split()) >= _SENTENCE for text in row.texts)
    return named and has_sentence and not row.heading


def _heads(row: TableRow) -> bool:
    """Tell whether a row is a second one of headings, as below a heading that spans columns."""
    return row.heading and not row.spans and all(row.texts) and not any(map(_is_code, row.texts))


def _is_code(text: str) -> bool:
    return shapes.looks_like_a_code(text) and any(map(str.isdigit, text))
