"""Broken rows of a document, ready to be said by hand: reading -> a `reader:` block to fill in.

The readers' own advice has each row that a person can say, as provider.yml wants it. What is left
to fill in is `…`, which no line has, so that a block with one is refused: the message, and each
other column that nothing tells. A row that has a code and no text can only be declared unreadable,
which the block does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.maintain import block, questions, sniff
from macros.maintain.document import reading
from macros.readers.advice import range_by_hand
from macros.readers.csv import SHIFTED
from macros.readers.patience import OutOfPatienceError, patience
from macros.readers.table_row import BELOW_NOTHING
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document
    from macros.sources.reader_options import Table

_OPEN = "…"
_PATIENCE = 3.0  # seconds to find out which options are not needed
_LISTS = (
    *("ignore", "headings", "unreadable", "prose", "rows", "wrapped", "other_tables"),
    *("leave_out", "whole_in", "goes_on_below"),
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that no reader can read.

    Attributes:
        number: its line.
        line: its text as `ignore` sees it; empty where that is not known.
        code: its code; empty where that is not known.
        known: what other columns say of it.
        hiding: the patterns for its lines, where the reader says them.
        is_shifted: whether a sign within its text perhaps cuts it, and moves what is behind that.
        unsure: whether it may list no code, so that a person has to say whether it does.
    """

    number: int
    line: str
    code: str
    known: frozenset[str] = frozenset()
    hiding: tuple[str, ...] = ()
    is_shifted: bool = False
    unsure: bool = False

    @property
    def says_something(self) -> bool:
        """Whether a message may be quoted from it, beside its code and its other columns."""
        if self.known:
            rest = [cell for cell in self.line.split(" | ") if cell not in self.known]
            return any(sign.isalnum() for sign in " ".join(rest).replace(self.code, "", 1))
        return any(sign.isalnum() for sign in self.line.replace(self.code, "", 1))

    @property
    def says_nothing(self) -> bool:
        """Whether it is known that it has a code and no text."""
        return bool(self.line and self.code) and not (self.says_something or self.unsure)

    @property
    def patterns(self) -> tuple[str, ...]:
        """Patterns for the whole of it."""
        if self.hiding:
            return self.hiding
        return (reading.escaped(self.last or self.code),)

    @property
    def last(self) -> str:
        """The line that has its code, without the comment above it."""
        lines = self.line.split("\n")[::-1]
        return next((line for line in lines if self.code in line), lines[0])


def broken(result: Reading) -> Iterator[Broken]:
    """Yield the rows of a document that a person can say, or declare unreadable."""
    for problem in result.problems:
        ways = problem.ways
        for line, code in ways.rows:
            shifts = any(said in problem.what for said in (SHIFTED, BELOW_NOTHING))
            unsure = bool(questions.quoted(problem))
            one = Broken(problem.line, line, code, is_shifted=shifts, unsure=unsure)
            known = frozenset(_columns(result, one).values()) - {_OPEN}
            yield replace(one, known=known)
        for code in () if ways.rows else ways.listed.get("unreadable", ()):
            yield Broken(problem.line, "", code, hiding=tuple(ways.listed["ignore"]))


def block_to_fill(document: Document, result: Reading) -> str:
    """Return the nearest `reader:` block, with all broken rows in it to be filled in."""
    rows = list(broken(result))
    options = _needed(document, result, rows)
    held = options.pop("rows", [])
    if empty := [row for row in rows if row.says_nothing]:
        options = _hiding(options, empty)
    lines = [block.rendered({"reader": options}).rstrip()]
    said = [row for row in rows if row.says_something]
    if held or said:
        lines.append("  rows:")
        lines += [block.item(row, 4).rstrip() for row in held]
    for row in said:
        texts = [row.line, row.code or _OPEN, _OPEN]
        line, code, message = (json.dumps(text, ensure_ascii=False) for text in texts)
        columns = _columns(result, row)
        cells = [
            f"{json.dumps(heading, ensure_ascii=False)}: {json.dumps(text, ensure_ascii=False)}"
            for heading, text in columns.items()
        ]
        known = (f", columns: {{{', '.join(cells)}}}" if cells else "") + _code_set(
            result, row.number
        )
        lines.append(f"    # Line {row.number}: write what it says for …, in its own words.")
        if missing := [heading for heading, text in columns.items() if text == _OPEN]:
            lines.append(f"    # It may lack {series(missing)}: remove what it does not say.")
        lines.append(f"    - {{line: {line}, code: {code}, message: {message}{known}}}")
    if ranges := dict.fromkeys(filter(None, (range_by_hand(row.line) for row in said))):
        lines.append("    # Instead, where a line lists a range of codes:")
        lines += [f"    # - {one}" for one in ranges]
    if hidden := [row for row in rows if row.code and not row.says_nothing]:
        lines.append("  # Instead, where nothing can be quoted; the pages say that it is listed:")
        patterns = json.dumps(
            list(dict.fromkeys(one for row in hidden for one in row.patterns)), ensure_ascii=False
        )
        lines.append(f"  # Add to `ignore`: {patterns}")
        codes = json.dumps([row.code for row in hidden], ensure_ascii=False)
        lines.append(f"  # Add to `unreadable`: {codes}")
    if goes_on := _goes_on(result):
        lines.append("  # Where a line goes on with the message of the row above:")
        lines.append(f"  # Add to `wrapped`: {json.dumps(goes_on, ensure_ascii=False)}")
    unsure = list(dict.fromkeys([row.last for row in rows if row.unsure] + _sentences(result)))
    if unsure:
        lines.append(
            "  # Or, where a line lists no code:" if rows else "  # Where it lists no code:"
        )
        lines.append(f"  # Add to `prose`: {json.dumps(unsure, ensure_ascii=False)}")
    return "\n".join(lines)


def _goes_on(result: Reading) -> list[str]:
    """Return the lines that may go on with the row above."""
    found = (text for problem in result.problems for text in questions.wrapped(problem))
    return list(dict.fromkeys(found))


def _sentences(result: Reading) -> list[str]:
    """Return the lines that may list no code, and of which no code is known."""
    return [
        text
        for problem in result.problems
        if problem in result.texts and not problem.ways.rows
        for text in questions.quoted(problem)
    ]


def _columns(result: Reading, row: Broken) -> dict[str, str]:
    """Return what the other columns of a broken row say, as far as its cells tell; else `…`.

    Where all cells are there, each stands below its heading. Where one is missing or too many, a
    cell is known by its text alone: rows that can be read have it in that column, and in no other.
    """
    table = _table_of(result, row.number)
    if not table:
        return {}
    cells = row.line.split(" | ")
    others = [one for one in table.columns if one not in {*table.codes, *table.messages}]
    others = [one for one in others if one or not row.is_shifted]
    if len(cells) == len(table.columns) and not row.is_shifted:
        below = dict(zip(table.columns, cells, strict=True))
        return {heading: below[heading] for heading in others if below[heading]}
    said = {
        heading: {one.columns[heading] for one in result.rows if heading in one.columns}
        for heading in others
    }
    columns = {}
    for heading in others:
        rest = set[str]().union(*(said[other] for other in others if other != heading))
        rest |= {one.message for one in result.rows} | {row.code}
        found = {cell for cell in cells if cell and cell in said[heading] - rest}
        columns[heading] = found.pop() if len(found) == 1 else _OPEN
    return columns


def _table_of(result: Reading, number: int) -> Table | None:
    """Return the kind of table that a line stands in: the one of the nearest row of any."""
    tables = reading.checked(result.options).column_tables
    if len(tables) == 1:
        return tables[0]
    near = min(result.rows, key=lambda row: abs(row.line - number), default=None)
    return next(
        (
            table
            for table in tables
            if near
            and table.code_set == near.code_set
            # All of its headings, but those of the code and of the text that is the message.
            and len(table.columns) == len(near.columns) + 2
            and near.columns.keys() <= set(table.columns)
        ),
        None,
    )


def _hiding(options: Options, rows: Iterable[Broken]) -> Options:
    """Return options that ignore some rows, and declare their codes unreadable."""
    hidden = list(rows)
    if not hidden:
        return options
    patterns = (one for row in hidden for one in row.patterns)
    ignore = list(dict.fromkeys([*options.get("ignore", []), *patterns]))
    codes = [*options.get("unreadable", []), *(row.code for row in hidden if row.code)]
    return {**options, "ignore": ignore, "unreadable": codes}


def _needed(document: Document, result: Reading, rows: Sequence[Broken]) -> Options:
    """Return the options without what the document does not need once its rows are mended.

    A reader tells of these only where nothing else is wrong: so all that is left over is hidden
    first.
    """
    options = dict(result.options)
    hiding = quoting(_hiding(options, rows), _sentences(result)) if result.problems else options
    if goes_on := _goes_on(result):
        hiding = {**hiding, "wrapped": [*options.get("wrapped", []), *goes_on]}
    if reading.fault(hiding):
        return options
    try:
        with patience(_PATIENCE):
            left = sniff.account(document, hiding, more=False).options
    except OutOfPatienceError:
        return options
    needed = {key: left[key] for key in options if key in left}
    for key in _LISTS:
        if isinstance(options.get(key), list) and key in needed:
            needed[key] = [one for one in options[key] if one in left[key]]
        elif key in needed:
            needed[key] = options[key]
    return {key: value for key, value in needed.items() if value != []}


def quoting(options: Options, lines: Sequence[str]) -> Options:
    """Return options that quote some lines under `prose`."""
    return questions.with_more(options, {"prose": lines} if lines else {})


def _code_set(result: Reading, number: int) -> str:
    """Return the code set of the row that stands nearest to a line, where there are several."""
    if len(set(reading.checked(result.options).code_sets)) == 1:
        return ""
    near = min(result.rows, key=lambda row: abs(row.line - number), default=None)
    return f", code_set: {near.code_set if near else _OPEN}"
