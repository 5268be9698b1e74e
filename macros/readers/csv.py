"""Reader for separated values, CSV and TSV.

The csv module of the standard library cuts the cells. Refuses what it would read without a word
and differently from whoever wrote it: a quoted cell that has taken in further rows, doubled
quotation marks in a cell without quotes, a comma that stands as one within a text does.
"""

from __future__ import annotations

import csv
import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Problem
from macros.readers import csv_rest, prose
from macros.readers.cells import Cell, TableRow
from macros.readers.ledger import Account
from macros.readers.printed import codes_in_cell, codes_within, is_code
from macros.readers.rows import Line
from macros.readers.table import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document, Row
    from macros.sources.reader_options import CsvOptions

SHIFTED = "as within a text, where it is none between cells"
_WITHIN_TEXTS = frozenset(",;")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_ONE_SPACE = re.compile(r' [^\s"]')
# A number sign right before a number is of the code.
_REMARK = re.compile(r"[ \t]*#+(?:[ \t]|[^\W\d_]|$)")
_SEPARATOR = re.compile(r"\"?sep=.\"?", re.IGNORECASE)


def read(document: Document, ledger: Ledger[CsvOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of the document's tables; a heading row begins a table of its own."""
    ledger.fill(Account.MARKUP, document.text)
    source = document.text.split("\n")
    grid: list[TableRow] = []
    remarks: list[Row | Problem] = []
    for row in _rows(document, ledger.options):
        # Says what stands between cells, for the programs that open the file.
        if not isinstance(row, Problem) and row.line == 1 and _SEPARATOR.fullmatch(source[0]):
            continue
        if isinstance(row, Problem):
            yield from rows(grid, ledger)
            yield from remarks
            ledger.fill(Account.REFUSED, "\n".join(source[row.line - 1 :]), row.line)
            yield row
            return
        is_heading = _is_heading(row, ledger.options)
        if is_remark(source[row.line - 1]) and not (is_heading or _lists(row, ledger.options)):
            remarks += _remark(row, ledger)
            continue
        if is_heading:
            table, titles = _cut(grid, source)
            if any(_is_heading(other, ledger.options) for other in table):
                yield from rows(table, ledger)
                grid = titles
            if titles:
                ledger.above = " ".join(" ".join(title.texts[0].split()) for title in titles)
        grid.append(row)
    if grid:
        yield from rows(grid, ledger)
    yield from remarks


def is_remark(line: str) -> bool:
    """Tell whether a line is a remark, as programs write them: `# Codes of the harbour`."""
    return bool(_REMARK.match(line))


def _lists(row: TableRow, options: CsvOptions) -> bool:
    """Tell whether a row has a code where its table has them."""
    return any(
        codes_in_cell(row.texts[table.printed.index(name)], table.pattern)
        for table in options.tables
        for name in table.codes[:1]
        if name in table.printed and len(row.cells) == len(table.printed)
    )


def _remark(row: TableRow, ledger: Ledger[CsvOptions]) -> Iterator[Row | Problem]:
    """Yield what a remark is, which can have a row in it: `# 1002,Crane is broken`."""
    listed = tuple(
        (table.code_set, code)
        for table in ledger.options.tables
        for code in codes_within(row.texts[0], table.pattern)
    )
    yield from prose.outside(Line(row.line, row.joined, max(row.last, row.line)), ledger, listed)


def _is_heading(row: TableRow, options: CsvOptions) -> bool:
    return any(table.heading_row and row.texts == table.printed for table in options.tables)


def _cut(grid: list[TableRow], source: list[str]) -> tuple[list[TableRow], list[TableRow]]:
    """Cut the titles off that stand right above a heading row: with text in the first cell.

    Such a row can be the end of a row that a line break has cut, unless a blank line is above it.
    """
    end = len(grid)
    while end and grid[end - 1].texts[0] and not any(grid[end - 1].texts[1:]):
        end -= 1
    titles = grid[end:]
    if titles and (not end or not source[titles[0].line - 2].strip(" ,;|\t")):
        titles = [replace(title, heading=True) for title in titles]
    return grid[:end], titles


def grids(document: Document, separator: str) -> Iterator[list[TableRow]]:
    """Yield all tables of a document, whatever is in them: blank lines stand between them."""
    grid: list[TableRow] = []
    last = 0
    cut = _cut_rows(document, separator, quotes=True)
    for row in _without_remarks(cut, document):
        if grid and row.first > last + 1:
            yield grid
            grid = []
        cells = tuple(Cell(_folded(cell), row.first) for cell in row.cells)
        grid.append(TableRow(cells, row.first))
        last = row.last
    if grid:
        yield grid


def _without_remarks(rows: Iterator[_Cut | Problem], document: Document) -> Iterator[_Cut]:
    """Yield rows without those that are remarks, up to one that cannot be cut.

    A remark with as many cells, right above the first row with a number, is the heading row.
    """
    lines = document.text.split("\n")
    head: _Cut | None = None
    begun = False
    for row in rows:
        if isinstance(row, Problem):
            return
        if is_remark(lines[row.first - 1]):
            head = row
            continue
        has_number = any(any(map(str.isdigit, cell)) for cell in row.cells)
        if not begun and head and has_number and len(head.cells) == len(row.cells) > 1:
            yield head
        begun = True
        yield row


class _Cut(NamedTuple):
    """The cells of a row, and its lines."""

    cells: list[str]
    first: int
    last: int


def _rows(document: Document, options: CsvOptions) -> Iterator[TableRow | Problem]:
    """Yield the rows with the lines on which they and their cells begin."""
    lines = document.text.split("\n")
    usual: set[int] | None = None  # what the first row, mostly the headings, has
    rest = csv_rest.first(options.tables, options.rest_in)
    for row in _cut_rows(document, options.separator, quotes=options.quotes):
        if isinstance(row, Problem):
            yield row
            continue
        source = "\n".join(lines[row.first - 1 : row.last])
        whole = rest and csv_rest.joined(source, options.separator, rest)
        cells = list(_cells(whole or row.cells, row.first, source, options))
        spaced = _with_space(source, options)
        usual = spaced if usual is None else usual
        for place in spaced - usual if max(spaced, default=0) < len(row.cells) else ():
            more = len(row.cells) - len(cells)
            here = csv_rest.edge(place, more, rest) if rest and more else place
            if here is not None:
                cut = f'has a "{options.separator}" with a space behind it, {SHIFTED}'
                cells[here] = replace(cells[here], fault=cells[here].fault or cut)
        result = TableRow(tuple(cells), row.first)
        heading = next((one for one in options.tables if result.texts == one.printed), None)
        rest = csv_rest.of_table(heading, options.rest_in) if heading else rest
        yield result


def _with_space(source: str, options: CsvOptions) -> set[int]:
    """Return the places of cells before which the sign stands as one within a text does.

    A space is behind it, none is behind the first one of the row, and a text is before it.
    """
    if options.separator not in _WITHIN_TEXTS:
        return set()
    bare = _QUOTED.sub('""', source) if options.quotes else source
    pieces = bare.split(options.separator)
    if pieces[1:2] and pieces[1].startswith(" "):
        return set()
    return {
        place
        for place, (before, piece) in enumerate(itertools.pairwise(pieces), start=1)
        if place > 1 and _ONE_SPACE.match(piece) and any(map(str.isalpha, before))
    }


def _cut_rows(document: Document, separator: str, *, quotes: bool) -> Iterator[_Cut | Problem]:
    cut = csv.reader(
        (f"{line}\n" for line in document.text.split("\n")),
        delimiter=separator,
        quoting=csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE,
        skipinitialspace=True,
        strict=True,
    )
    first = 1
    try:
        for cells in cut:
            # A space alone on a line is no cell.
            if any(cell.strip() for cell in cells):
                yield _Cut(cells, first, cut.line_num)
            first = cut.line_num + 1
    except csv.Error as error:
        what = f"the row that begins here cannot be cut into cells: {error}."
        do = "Look at its quotation marks; set `quotes: false` if they are signs like all others."
        yield Problem(document.file, first, what, do)


def _cells(cells: list[str], line: int, source: str, options: CsvOptions) -> Iterator[Cell]:
    doubled = options.quotes and _doubled(source, options.separator)
    for cell in cells:
        fault = ""
        lines = cell.split("\n")
        if lines[1:] and any(_looks_like_a_row(part, options) for part in lines):
            fault = "has a cell that takes in what looks like a further row"
        elif doubled and '""' in cell:
            fault = "has doubled quotation marks in a cell without quotes"
        leading = cell[: len(cell) - len(cell.lstrip())].count("\n")
        last = line + cell.count("\n")
        yield Cell(_folded(cell), line + leading, fault, last)
        line = last


def _folded(cell: str) -> str:
    """Return a cell's lines, white space folded, without empty ones."""
    lines = (" ".join(line.split()) for line in cell.split("\n"))
    return "\n".join(line for line in lines if line)


def _looks_like_a_row(line: str, options: CsvOptions) -> bool:
    """Tell whether a line within a cell could be cut into cells of which one is a code."""
    cells = [cell.strip(' "') for cell in line.split(options.separator)]
    return bool(cells[1:]) and any(
        is_code(cell, pattern) for cell in cells for pattern in options.patterns
    )


def _doubled(source: str, separator: str) -> bool:
    """Tell whether a row has a cell that does not begin with a quotation mark and has two."""
    edge = re.escape(separator)
    outside = re.sub(rf'(^|{edge})[ ]*"(?:[^"]|"")*"', r"\1", source)
    return '""' in outside
