"""Lines of text in columns -> rows of a table.

A line is cut at tabs, at gaps of two spaces or more, or at the places that provider.yml names. What
has another number of columns than its text is refused: nobody can tell which one is missing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem, advised
from macros.readers import doubts
from macros.readers.advice import by_hand_advice, leftover, shown
from macros.readers.cells import Cell, TableRow
from macros.readers.printed import codes_in_cell, holds_a_code, is_code
from macros.readers.table import lines, sides
from macros.readers.text_split import bare, signed
from macros.readers.text_widths import Widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document, Row
    from macros.sources.reader_options import Table, TextLinesOptions

FEWEST = 3  # lines from which one can tell that they have columns
SEVERAL = "lines look like several columns, and are read as a code and its message."
_GAP = re.compile(r" {2,}|\t")
# A sentence can be followed by two spaces; that is no column.
_WIDE_GAP = re.compile(r"(?<![.!?:;,]) {2,}|\t| {3,}")
_VERY_WIDE = 4  # spaces; nobody writes so many within a sentence
_ALIGNED = 2  # lines with a gap that ends at the same place
_IN_TWO = ("Code", "Message")  # what columns are called that have no headings
_NUMBER = re.compile(r"-?[0-9]+\s+\S", re.ASCII)


def read(document: Document, ledger: Ledger[TextLinesOptions]) -> Iterator[Row | Problem]:
    """Yield the rows of the lines; a heading stands above those that follow."""
    options, table = ledger.options, ledger.options.table
    part: list[TableRow] = []
    above = ledger.above
    starts: list[int] = []
    there = document.text.split("\n")
    widths = Widths(options.starts, table.printed, there) if options.starts else None
    usual = _usual(document, options) if options.separator == "columns" else []
    for number, line in enumerate(there, start=1):
        text = " ".join(line.split())
        if not text:
            continue
        cells = _cut(line, options, widths)
        if options.separator == "columns":
            if cells == table.printed:
                starts = _starts(line)
            cells = _placed(line, cells or [], starts)
        row = TableRow(tuple(Cell(cell, number) for cell in cells or [text]), number)
        if ledger.quotes(text) or ledger.quotes(row.joined):
            quoted = text if ledger.quotes(text) else row.joined
            yield from _rows(part, table, ledger, above)
            by_hand = ledger.by_hand(quoted, number, ledger.above)
            yield from by_hand
            codes = [code for _, code in _hidden(line, cells, table, "")]
            yield from ledger.forgets(by_hand, quoted, number, codes)
        elif ledger.ignores(text, number):
            yield from _rows(part, table, ledger, above)
            yield from ledger.hides(
                text, number, _hidden(line, cells, table, ledger.sections.code_set(ledger.above))
            )
        elif ledger.is_heading(text, number):
            yield from _rows(part, table, ledger, above)
            above = ledger.above = text
        elif cells and (fault := _misplaced(line, usual)):
            yield from _rows(part, table, ledger, above)
            codes = [code for _, code in _hidden(line, cells, table, "")]
            advice = by_hand_advice(row.joined if all(row.texts) else text, *codes)
            yield advised(ledger.file, number, f'"{shown(text)}" has {fault}', advice)
        elif cells is None or _is_broken(cells, table):
            yield from _rows(part, table, ledger, above)
            codes = [code for _, code in _hidden(line, cells, table, "")]
            yield _misfit(ledger, number, text, codes, table)
        else:
            part.append(row)
            continue
        part = []
    yield from _rows(part, table, ledger, above)


def _rows(
    part: list[TableRow], table: Table, ledger: Ledger[TextLinesOptions], above: str | None
) -> Iterator[Row | Problem]:
    """Yield the rows of lines that follow each other, each with the code set of its heading."""
    for side in sides(part, table):
        for result in lines(side, table, ledger, above=above, wraps=True):
            if isinstance(result, Problem) or not ledger.options.under:
                yield result
            else:
                yield replace(result, code_set=ledger.sections.code_set(result.section))


def _cut(line: str, options: TextLinesOptions, widths: Widths | None) -> list[str] | None:
    """Return the cells of a line; None where a column does not begin at its place."""
    if options.separator == "tab":
        return [" ".join(cell.split()) for cell in line.strip("\r\n").split("\t")]
    if widths:
        return widths.cut(line)
    return [" ".join(cell.split()) for cell in re.split(r" {2,}", line.expandtabs().strip())]


def _usual(document: Document, options: TextLinesOptions) -> list[int]:
    """Return the place at which each column begins in half of the lines; 0 where they differ."""
    there = [_starts(line) for line in document.text.split("\n")]
    whole = [places for places in there if len(places) == len(options.table.printed)]
    usual = []
    for column in zip(*whole, strict=True):
        place, count = Counter(column).most_common(1)[0]
        usual.append(place if count >= FEWEST and count * 2 >= len(whole) else 0)
    return usual


def _misplaced(line: str, usual: list[int]) -> str:
    """Return what a line has in the place of a column that is none; nothing where all is right.

    A gap can be none between columns: within a text, or behind a sentence. Numbers can begin on the
    left of their column, but reach into it. Where a column is missing, the text over its place can
    have it at its end, behind a single blank; one that is only so long looks the same.
    """
    cells = list(re.finditer(r"\S+(?: \S+)*", line.expandtabs()))
    if len(cells) == len(usual):
        gaps = zip(cells[1:], cells[:-1], usual[1:], strict=True)
        if any(
            cell.start() < place and (cell.end() <= place or before[0][-1] in ".!?:;,")
            for cell, before, place in gaps
        ):
            return "a column that begins left of its place in other lines."
    elif 1 < len(cells) < len(usual) and any(
        cell.start() < place < cell.end() for cell in cells for place in usual[1:]
    ):
        return "a text over the place at which a column begins in other lines."
    return ""


def _starts(line: str) -> list[int]:
    """Return the places at which the cells of a line begin."""
    return [cell.start() for cell in re.finditer(r"\S+(?: \S+)*", line.expandtabs())]


def _placed(line: str, cells: list[str], starts: list[int]) -> list[str]:
    """Return the cells of a line, with empty ones where each begins below its heading."""
    places = _starts(line)
    if len(cells) >= len(starts) or not set(places) <= set(starts):
        return cells
    texts = dict(zip(places, cells, strict=True))
    return [texts.get(start, "") for start in starts]


def _hidden(
    line: str, cells: list[str] | None, table: Table, code_set: str
) -> Iterator[tuple[str, str]]:
    """Yield the codes that an ignored line lists, in their column or at its beginning."""
    width, place = len(table.columns), table.columns.index(table.codes[0])
    if cells and len(cells) == len(table.printed):
        found = cells[place::width]
    else:
        found = [line.split(maxsplit=1)[0]]
        if cells and table.side_by_side > 1:
            # A single blank can tie a code to the text on its left or on its right.
            words = [cell.split() for cell in cells[1:] if cell]
            found += dict.fromkeys(word for cell in words for word in (cell[0], cell[-1]))
    for cell in found:
        for code in codes_in_cell(cell, table.pattern):
            yield code_set, code


def _is_broken(cells: list[str], table: Table) -> bool:
    """Tell whether a line is no row at all; of columns side by side also whether it is no half."""
    halves = {len(table.columns), len(table.printed)}
    return len(cells) == 1 or (table.side_by_side > 1 and len(cells) not in halves)


def _misfit(
    ledger: Ledger[TextLinesOptions], number: int, text: str, codes: Sequence[str], table: Table
) -> Problem:
    if not holds_a_code(text.split(maxsplit=1)[0], table.pattern):
        return leftover(ledger.file, number, text)
    what = f'"{shown(text)}" does not have the {len(table.printed)} columns of this document.'
    return advised(ledger.file, number, what, by_hand_advice(text, *codes))


def _in_two(line: str, options: TextLinesOptions) -> Sequence[str]:
    """Return the beginning of a line and what follows, as it is written."""
    return signed(line.strip()) if options.separator == "sign" else line.split(maxsplit=1)


def _as_columns(there: Sequence[str], by: str) -> str:
    """Say what the columns of lines are, ready to be written where most lines have as many."""
    sign = r"\t" if by == "tab" else " {2,}"
    rows = [re.split(sign, line.strip()) for line in there]
    counts = Counter(map(len, rows))
    most = max(counts, key=lambda count: (counts[count], count))
    if most <= len(_IN_TWO):
        return "say with `columns`, `code` and `message` what they are"
    columns = [*_IN_TWO, *(f"Column {number}" for number in range(len(_IN_TWO) + 1, most + 1))]
    times = _times([cells for cells in rows if len(cells) == most])
    listed = ", ".join(columns[: most // times])
    beside = f"`side_by_side: {times}`, a `pattern` for all codes, " if times > 1 else ""
    return (
        f"`columns: [{listed}]`, {beside}`code: {_IN_TWO[0]}` and `message: {_IN_TWO[1]}`, with the"
        " headings that are printed, if any are"
    )


def _times(rows: Sequence[Sequence[str]]) -> int:
    """Return how many times the same columns seem to stand side by side: codes of one shape do."""
    width = len(rows[0])
    for times in range(2, width // len(_IN_TWO) + 1):
        firsts = range(0, width, width // times)
        shapes = [{re.sub("[0-9]", "0", row[first]) for first in firsts} for row in rows]
        if width % times == 0 and all(len(one) == 1 and "0" in min(one) for one in shapes):
            return times
    return 1


def looks_like_several(document: Document, options: TextLinesOptions) -> Problem | None:
    """Return a problem where lines with a code have something behind it that looks like columns.

    That is a tab or a very wide gap in any of them, gaps that end at the same place in two, or a
    number between code and message in most.
    """
    rows = numbers = tabs = 0
    places: Counter[int] = Counter()
    first = wide = 0
    texts: list[tuple[str, int]] = []
    lines_: list[str] = []
    told = {*options.wrapped, *(row.line for row in options.rows)}
    for number, line in enumerate(document.text.split("\n"), start=1):
        stripped = bare(line.strip(), options) if options.before else line.rstrip()
        words = _in_two(stripped, options)
        if len(words) < 2 or not is_code(words[0], options.pattern):  # noqa: PLR2004 - and more
            continue
        if " ".join(line.split()) in told:
            continue
        rows += 1
        texts.append((words[1], number))
        lines_.append(stripped)
        first = first or number
        start = len(stripped) - len(words[1])
        tabs += "\t" in words[1]
        numbers += bool(_NUMBER.match(words[1]))
        gaps = list(_WIDE_GAP.finditer(words[1]))
        places.update({start + gap.end() for gap in gaps})
        if any("\t" in gap[0] or len(gap[0]) >= _VERY_WIDE for gap in gaps):
            wide = wide or number
    aligned = max([0, *places.values()]) >= _ALIGNED
    if wide or (rows >= FEWEST and aligned):
        by = "tab" if tabs * 2 > rows or (tabs and not aligned) else "columns"
        do = (
            f"Write `separator: {by}`, and {_as_columns(lines_, by)}; or `one_column: true` if they"
            " are none."
        )
        return Problem(document.file, wide or first, SEVERAL, do)
    if rows >= FEWEST and numbers * 2 > rows:
        what = "most messages begin with a number, which may be a column of its own, or the code."
        do = (
            "Read them with `format: pattern` and an `entry` that has a group for each; or write"
            " `one_column: true` if the numbers are of the messages."
        )
        return Problem(document.file, first, what, do)
    do = (
        "Read them with `format: pattern` and an `entry` that has a group for each part; or write"
        " `one_column: true` if it is all the message."
    )
    return next(doubts.parts(texts if rows >= FEWEST else [], document.file, do), None)
