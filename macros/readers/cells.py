"""The cells of a table as text, which all formats with tables yield: what `table` reads."""

from __future__ import annotations

from dataclasses import dataclass

from macros.cached import cached_property


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: its text, line breaks as line feeds.
        line: the line on which the text begins; 0 where there is none.
        fault: why the text alone does not say what the page shows; empty when it does.
        last: the line on which the text ends; 0 where it is the one that it begins on.
        bold: whether all of it is in bold.
    """

    text: str
    line: int
    fault: str = ""
    last: int = 0
    bold: bool = False


@dataclass(frozen=True)
class TableRow:
    """One row of a table.

    Attributes:
        cells: a cell for each column; one that spans columns is followed by empty ones.
        line: where the row begins.
        heading: whether its markup makes all of it a heading.
        spans: whether a cell spans columns.
    """

    cells: tuple[Cell, ...]
    line: int
    heading: bool = False
    spans: bool = False

    @cached_property
    def texts(self) -> list[str]:
        """The texts of the cells."""
        return [cell.text for cell in self.cells]

    @cached_property
    def joined(self) -> str:
        """The row as one line, as `ignore` patterns see it."""
        return " | ".join(text.replace("\n", " ") for text in self.texts)

    @property
    def bold(self) -> bool:
        """Whether all of its text is in bold, as that of a heading among the rows."""
        filled = [cell for cell in self.cells if cell.text]
        return bool(filled) and all(cell.bold for cell in filled)

    @cached_property
    def last(self) -> int:
        """The line on which it ends."""
        return max([self.line, *(max(cell.line, cell.last) for cell in self.cells)])
