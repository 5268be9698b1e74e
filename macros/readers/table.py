"""A table's cells -> rows: what all formats with tables share.

Takes cells as text; which characters of a document are which cell is the formats' own matter.
A table is known by its heading row and by the heading above it. Refuses whatever could be read in
two ways.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Advice, Problem, Ways, advised
from macros.readers import ditto, going_on, table_row
from macros.readers.advice import by_hand_advice, if_none, shown
from macros.readers.ledger import Account
from macros.readers.printed import (
    codes_in_cell,
    holds_a_code,
    range_in_cell,
    says_something,
)
from macros.readers.rows import Row, kept_by_name
from macros.readers.sections import is_meant
from macros.sources.reader_options.options import holds

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from macros.readers.cells import TableRow
    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import Options, Table, TableOptions


class _Read(NamedTuple):
    """The rows of the codes of one table row, and the column that has their message."""

    rows: list[Row]
    column: str


def rows(
    grid: Sequence[TableRow], ledger: Ledger[TableOptions], *, above: str | None = None
) -> Iterator[Row | Problem]:
    """Yield the rows of one table of the document, or the problems that it has.

    Args:
        grid: the table.
        ledger: accounts for what is no row.
        above: the nearest heading above the table, where it is another than the ledger's.
    """
    above = above if above is not None else ledger.above
    filled = [row for row in grid if any(cell.text or cell.fault for cell in row.cells)]
    kept = [row for row in filled if not _is_passed_over(row, ledger)]
    table = _table(kept, ledger.options.tables, above)
    if table is None and kept and ledger.is_other(kept[0].texts):
        yield from _without_codes(kept, ledger)
    elif table is None:
        for row in kept[:1]:
            yield _unknown(ledger, row, above)
        for row in kept:
            ledger.mark(Account.REFUSED, row.line, row.last)
    if table is None:
        # A table of which all is ignored can be one that lists codes.
        table = _table(filled, ledger.options.tables, above)
        passed_over = {id(row) for row in filled} - {id(row) for row in kept}
        filled = [row for row in filled if id(row) in passed_over]
    else:
        ledger.use(table)
    if table:
        for part in sides(filled, table):
            yield from lines(part, table, ledger, above=above)
        return
    for row in filled:
        yield from ledger.by_hand(row.joined, row.line, above, row.last)


def lines(
    grid: Sequence[TableRow],
    table: Table,
    ledger: Ledger[Options],
    *,
    above: str | None = None,
    wraps: bool = False,
) -> Iterator[Row | Problem]:
    """Yield the rows of a table whose kind is known.

    Args:
        grid: the table.
        table: its kind.
        ledger: accounts for what is no row.
        above: the nearest heading above the table.
        wraps: whether its rows are lines, in which a long text goes on one line below.
    """
    section, listed = above, []
    before: _Read | None = None
    parts = table_row.in_parts(grid, table)
    head = next((row.line for row in grid if row.texts == table.columns), 0)
    codes: set[str] = set()  # of the last row that has some
    last: TableRow | None = None  # the row right above, where it could be read
    for printed in grid:
        row = _filled(printed, last, table, ledger)
        above_it, last = last, None
        if before and (joined := _continued(before, row, table, ledger, wraps=wraps)):
            before = joined
            continue
        if before:
            codes = {one.code for one in before.rows}
            listed += before.rows
            yield from before.rows
            before = None
        by_hand = ledger.by_hand(printed.joined, row.line, section, row.last)
        if by_hand:
            yield from (_of_above(one, printed, codes) for one in by_hand)
            listed_here = _codes(printed, table)
            yield from ledger.forgets(by_hand, printed.joined, row.line, listed_here)
        elif ledger.ignores(printed.joined, row.line, row.last):
            yield from ledger.hides(printed.joined, row.line, table_row.hidden(printed, table))
        elif _is_heading(row, table) or (row.line < head and _heads_others(row)):
            ledger.mark(Account.HEADING, row.line, row.last)
            last = above_it
            if _is_title(row, table) and row.texts != table.columns:
                section = " ".join(row.texts[0].split())
        else:
            read = (
                table_row.apart(ledger.file, row, table, parts)
                or table_row.unheaded(ledger.file, row, table)
                or table_row.ditto_and_more(ledger.file, row, table)
                or _row(ledger, row, table, section)
            )
            refused = isinstance(read, Problem)
            ledger.mark(Account.REFUSED if refused else Account.ROW, row.line, row.last)
            if isinstance(read, Problem):
                yield read
            else:
                before, last = read, row
    if before:
        listed += before.rows
        yield from before.rows
    yield from ledger.repeated(table, listed)


def _filled(
    row: TableRow, above: TableRow | None, table: Table, ledger: Ledger[Options]
) -> TableRow:
    """Return a row with the texts of the row above where it has a ditto mark."""
    if above is None or len(above.cells) != len(row.cells) or row.spans:
        return row
    texts = [
        cell.text if cell.fault else ditto.filled(cell.text, over.text, goes_on=table.dittos_go_on)
        for cell, over in zip(row.cells, above.cells, strict=True)
    ]
    if texts == row.texts:
        return row
    if any(map(ditto.behind, row.texts)):
        ledger.went_on(table, "dittos_go_on")
    cells = (replace(cell, text=text) for cell, text in zip(row.cells, texts, strict=True))
    return replace(row, cells=tuple(cells))


def sides(grid: Sequence[TableRow], table: Table) -> Iterator[list[TableRow]]:
    """Yield the rows of a table; of one whose columns stand side by side those of each part.

    A row that does not have all columns is one of the first part. A title is one of all.
    """
    width = len(table.columns)
    for number in range(table.side_by_side):
        part = []
        for row in grid:
            fits = len(row.cells) == len(table.printed) and not (row.spans or row.heading)
            if table.side_by_side == 1 or not (fits or row.texts == table.printed):
                part += [row] if not number or _is_title(row, table) else []
                continue
            cells = row.cells[number * width : (number + 1) * width]
            if any(cell.text or cell.fault for cell in cells):
                part.append(replace(row, cells=cells, spans=False))
        yield part


def _is_passed_over(row: TableRow, ledger: Ledger[Options]) -> bool:
    """Tell whether provider.yml says of a row what it is, so that no table is known by it."""
    return ledger.quotes(row.joined) or ledger.ignores(row.joined, row.line, row.last)


def _table(grid: Sequence[TableRow], tables: Sequence[Table], above: str | None) -> Table | None:
    """Return the kind of table whose heading row comes first; a title may stand above it.

    One that names the heading above it is meant before one that does not.
    """
    fitting = [table for table in tables if _stands_under(table, above)]
    fitting.sort(key=lambda table: table.under is None)
    for row in grid:
        for table in fitting:
            if table.heading_row and row.texts == table.printed:
                return table
        # A heading that spans columns can stand above those of the columns.
        if len([text for text in row.texts if text]) > 1 and not row.heading:
            break
    for table in fitting:
        if grid and not table.heading_row and len(grid[0].cells) == len(table.printed):
            return table
    return None


def _stands_under(table: Table, above: str | None) -> bool:
    if table.under is None:
        return True
    return above is not None and is_meant(table.under, above)


def _unknown(ledger: Ledger[TableOptions], row: TableRow, above: str | None) -> Problem:
    what = f"provider.yml describes no table that begins {shown(str(row.texts), 300)}."
    if any(table.printed == row.texts for table in ledger.options.tables):
        under = f'the heading "{shown(above)}"' if above else "no heading"
        what = f"{what[:-1]} under {under}."
    headings = json.dumps(row.texts, ensure_ascii=False)
    none = f"if it lists no codes, add {headings} to `other_tables`."
    do = "Describe its columns under the reader's `tables`;"
    other = Advice(none, Ways(none={"other_tables": (row.texts,)}))
    return advised(ledger.file, row.line, what, do, other)


def _without_codes(grid: Sequence[TableRow], ledger: Ledger[TableOptions]) -> Iterator[Problem]:
    """Pass over the rows of a table that lists no codes, but for those that have one as a cell."""
    for row in grid:
        ledger.mark(Account.IGNORED, row.line, row.last)
        listed = [
            (table.code_set, code)
            for table in ledger.options.tables
            for text in row.texts
            for code in codes_in_cell(text, table.pattern)
        ]
        for code_set, code in listed[:1]:
            ledger.mark(Account.REFUSED, row.line, row.last)
            what = f'"{shown(row.joined)}" has the code "{code}", in a table of `other_tables`.'
            none = f"If it lists no code of {code_set}, quote the line under `prose`;"
            yield advised(
                *(ledger.file, row.line, what, if_none(row.joined, none)),
                "else describe the table under `tables`.",
            )


def _is_heading(row: TableRow, table: Table) -> bool:
    """Tell whether a row is no row of a code; a heading row is one even where it is hidden."""
    return row.texts == table.columns or (
        not any(cell.fault for cell in row.cells) and _is_title(row, table)
    )


def _heads_others(row: TableRow) -> bool:
    """Tell whether a row is one of headings that span others, which stand below them."""
    return row.heading and not any(cell.fault for cell in row.cells)


def _is_title(row: TableRow, table: Table) -> bool:
    """Tell whether a row is the heading row, or a title between rows.

    A title has text in its first cell alone, and nothing in it that may be a code.
    """
    if row.texts == table.columns:
        return True
    first, *others = row.texts
    if not first or any(others) or holds_a_code(first, table.pattern):
        return False
    # A lone text that is not marked as a heading could go on with the message above it.
    return row.heading or (
        len(row.cells) == len(table.columns) and table.names[0] not in table.messages
    )


def _of_above(by_hand: Row, row: TableRow, codes: Container[str]) -> Row | Problem:
    """Refuse a row by hand whose code stands neither in the line nor in the row above."""
    said = by_hand.ends or (by_hand.code,)
    if by_hand.code in codes or all(holds(row.joined, code) for code in said):
        return by_hand
    what = f'neither "{shown(row.joined)}" nor the row above it has the code "{by_hand.code}".'
    return Problem(by_hand.file, row.line, what, "Mend the row by hand in provider.yml.")


def _codes(row: TableRow, table: Table) -> Sequence[str]:
    """Return the codes of a row, if it has the cells of its table."""
    if not table_row.fits(row, table):
        return []
    return table_row.codes_of(table_row.code_cell(row, table).text, table)[0]


def _continued(
    before: _Read, row: TableRow, table: Table, ledger: Ledger[Options], *, wraps: bool
) -> _Read | None:
    """Return the row above with what a row that goes on with it adds, if this one does."""
    fits = len(row.cells) == len(table.columns) and not (row.spans or row.heading)
    if not fits or any(cell.fault for cell in row.cells):
        return None
    texts = dict(zip(table.names, row.texts, strict=True))
    joined = going_on.joined(before.rows, before.column, texts, table, wraps=wraps)
    if not joined or _is_passed_over(row, ledger):
        return None
    ledger.mark(Account.ROW, row.line, row.last)
    ledger.went_on(table)
    return _Read(joined, before.column)


def _row(
    ledger: Ledger[Options], row: TableRow, table: Table, section: str | None
) -> _Read | Problem:
    """Return the rows of the codes of a table row, or why it cannot be read."""
    file = ledger.file
    if what := table_row.misfit(row, table):
        return advised(file, row.line, what, *table_row.by_hand_or_unreadable(row, table))
    cells = dict(zip(table.names, row.cells, strict=True))
    code_cell = table_row.code_cell(row, table)
    if len(table.codes) == 1:
        del cells[table.codes[0]]
    codes, behind = table_row.codes_of(code_cell.text, table)
    ends = None if codes else range_in_cell(code_cell.text, table.pattern)
    if not codes and not ends:
        return table_row.not_a_code(file, code_cell, row, table)
    column = next((name for name in table.messages if says_something(cells[name].text)), None)
    if column is None:
        texts = [cells[name].text for name in table.messages]
        return table_row.without_message(file, row, code_cell.text, ends or codes, texts)
    message, labelled = table_row.by_label(cells.pop(column).text, table)
    if problem := table_row.labelled_alone(file, row, message, ends or codes, table):
        return problem
    ledger.labelled(table, labelled)
    if codes[1:] and code_cell.text.count("\n") == message.count("\n") == len(codes) - 1:
        what = f'"{shown(row.joined)}" has {len(codes)} codes and as many lines of text.'
        by_hand = by_hand_advice(row.joined, *codes)
        return advised(file, row.line, what, "If each line is of one code:", by_hand)
    success = None
    if table.success:
        told = cells[table.success.column].text
        success = ledger.success(table.success, told, (codes or ends or ("",))[0], row.line)
    columns = {name: cell.text for name, cell in cells.items()}
    columns |= {label: said for label, said in labelled.items() if said}
    if table.behind_code:
        columns = {table.behind_code: behind, **columns}
    # A name is one of a few words, and any text to whoever keeps it.
    named, headings = kept_by_name(columns, dict(table.named.items()))
    return _Read(
        [
            Row(
                code,
                message,
                columns,
                table.code_set,
                file,
                code_cell.line,
                success,
                section,
                named=named,
                headings=headings,
                ends=ends,
            )
            for code in codes or ["-".join(ends or ())]
        ],
        column,
    )
