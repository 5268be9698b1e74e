"""How a document with tables can be read: its tables -> a kind for each heading row.

Which columns have codes and messages says `columns`.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.maintain.document import reading, seen_table, shapes, source_file
from macros.maintain.sniffers import choices, under
from macros.maintain.sniffers.sniffed import (
    Choice,
    Sniffed,
    account,
    account_for_page,
    counted,
    shown_codes,
)
from macros.maintain.sniffers.tables import (
    code_column,
    columns,
    lists_beside,
    other_tables,
    second_column,
    tables_of_others,
    unquoted,
)
from macros.maintain.sniffers.tables.grids import GRIDS, has_pipe_table, separator_of
from macros.readers.patience import OutOfPatienceError, patience

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Options
    from macros.maintain.document.seen_table import Seen
    from macros.maintain.sniffers.tables.columns import Columns
    from macros.readers.rows import Document

_PATIENCE = 3.0  # seconds to find tables in an unknown format
# As in the footer of a page.
_RANGE = re.compile(r"([A-Z]*)([0-9]{3,})-([A-Z]*)([0-9]{3,})", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def seen(document: Document, format_: str = "") -> tuple[Seen, ...]:
    """Return all tables of a document, whatever is in them.

    Args:
        document: the document.
        format_: its format; where that is not known, the first one that tables are found in.
    """
    if format_:
        return _seen(document, format_) if format_ in GRIDS else ()
    return _likely(document)


@lru_cache(maxsize=2)
def _likely(document: Document) -> tuple[Seen, ...]:
    """Return the tables of a document of which no format is known; none where that takes long."""
    likely = ["markdown", "rst", "box_table", "stacked", "csv"]
    if source_file.is_source(document):
        likely = []
    elif _is_html(document):
        likely = ["html_table"]
    with suppress(OutOfPatienceError, RecursionError), patience(_PATIENCE):
        return next((tables for one in likely if (tables := _seen(document, one))), ())
    return ()


@lru_cache(maxsize=8)  # a large document takes seconds, and several ask
def _seen(document: Document, format_: str) -> tuple[Seen, ...]:
    found = (seen_table.seen(grid) for grid in GRIDS[format_](document))
    return tuple(table.one_side() for table in found if table)


def lines_of_codes(document: Document) -> frozenset[int]:
    """Return the lines of all tables that list codes, in the formats of pages."""
    likely = ["html_table"] if _is_html(document) else ["markdown", "rst"]
    return frozenset(
        line
        for format_ in likely
        for table in _seen(document, format_)
        if columns.guess(second_column.without_words(table)[0])
        for row in table.rows
        for line in range(row.line, row.last + 1)
    )


def _is_html(document: Document) -> bool:
    """Tell whether a document is HTML, and no page in Markdown that begins with a tag."""
    return document.text.lstrip()[:1] == "<" and not has_pipe_table(document)


def html(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of an HTML page with tables."""
    if "<table" not in document.text.lower():
        return None
    return _tables(document, "html_table", code_set)


def markdown(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a Markdown page with tables."""
    if "|" not in document.text and "<table" not in document.text.lower():
        return None
    lines = [line for line in document.text.split("\n") if line.strip()]
    if all("|" in line and line.strip()[0] != "|" for line in lines) and not has_pipe_table(
        document
    ):
        return None  # these are separated values
    return None if _is_html(document) else (_tables(document, "markdown", code_set))


def rst(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of reStructuredText with tables."""
    return None if _is_html(document) else _tables(document, "rst", code_set)


def box(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a text with tables drawn with signs."""
    return None if _is_html(document) else _tables(document, "box_table", code_set)


def stacked(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a text with each cell on a line of its own."""
    return None if _is_html(document) else _tables(document, "stacked", code_set)


def csv(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of separated values with tables."""
    if _is_html(document):
        return None
    separator = separator_of(document)
    said = "tab" if separator == "\t" else separator
    more = {"delimiter": said} if said and said != "," else {}
    found = _tables(document, "csv", code_set, more) if separator else None
    return unquoted.better(document, found, lambda text, how: _tables(text, "csv", code_set, how))


def _tables(
    document: Document, format_: str, code_set: str, more: Options | None = None
) -> Sniffed | None:
    """Guess the options of a format with tables, a kind of table for each heading row."""
    tables = _seen(document, format_)
    kinds = _kinds(tables)
    described: list[Options] = []
    open_: list[Choice] = []
    doubts: list[Problem] = []
    kept: list[choices.Kind] = []
    why = [f"format {format_}: the document has {counted(len(tables), 'table')}"]
    for same in kinds.values():
        whole = replace(same[0], rows=tuple(row for table in same for row in table.rows))
        whole, behind = second_column.without_words(whole)
        beside = lists_beside.find(whole)
        found = beside.columns if beside else columns.guess(whole)
        if found and (listed := _codes(whole, found)):
            codes = shown_codes(listed)
            described.append(table_options(whole, found, shapes.pattern(listed), code_set))
            if behind:
                described[-1]["behind_code"] = behind
            further = tuple(table.line for table in same[1:])
            open_here = choices.of_table(whole, found, len(described) - 1, further)
            open_ += open_here
            for choice in open_here:
                choices.kept(described[-1], described[-1]["message"], choice)
            if (other := second_column.find(whole, found)) is not None:
                told = second_column.by_heading(whole, found) is not None
                alone = {key: described[-1][key] for key in ("code", "pattern")} if told else None
                sample = _join(described[-1], whole, found, other)
                doubts.append(
                    choices.joined(document.file, whole.line, described[-1], sample, alone)
                )
            doubts += lists_beside.doubts(document.file, whole, found, beside, described[-1])
            doubts += choices.coded(document.file, whole, found, further)
            doubts += choices.unlike(document.file, whole, found)
            kept.append(choices.Kind(whole, found, same))
            why += _why(same, (*found.why, f"pattern {described[-1]['pattern']}: {codes}"), behind)
    if not described:
        return None
    doubts += choices.unnamed(document.file, kept)
    changes = [
        place
        for place, kind in enumerate(kept)
        if tables_of_others.is_of_changes(kind.whole, kind.found, alone=len(kept) == 1)
    ]
    lists = [kind for place, kind in enumerate(kept) if place not in changes]
    doubts += tables_of_others.doubts(document.file, lists, doubts)
    options: Options = {"format": format_, **(more or {}), "tables": described}
    others = [
        (list(headings) * sides, kind)
        for (headings, sides), same in kinds.items()
        if (kind := _kind_without_codes(same))
    ]
    if others:
        options["other_tables"] = [headings for headings, _ in others]
        why += [
            f"the table {' | '.join(headings)} is of {kind}, and lists no codes"
            for headings, kind in others
        ]
    # What changed in a list is none of its first code set, wherever it stands.
    order = sorted(described, key=lambda table: described.index(table) in changes)
    why += _parted(document, options, order)
    accounted = account if format_ == "csv" else account_for_page
    result, parts = under.parted(document, accounted(document, options), accounted)
    why += parts
    doubts += [
        tables_of_others.changes(document.file, part, kept[one].found, result.options)
        for one in changes
        for part in kept[one].parts
    ]
    result = choices.doubted(document.file, result, open_, doubts)
    return Sniffed(result, tuple(why), tables, tuple(open_), tuple(doubts))


def _why(same: Sequence[Seen], reasons: Sequence[str], behind: str) -> Iterator[str]:
    """Yield why tables with the same headings are read as they are."""
    where = reading.line_ranges(table.line for table in same)
    yield f"the table of line {where}, {' | '.join(same[0].headings)}:"
    yield from (f"  {reason}" for reason in reasons)
    if behind:
        yield f'  words stand behind the codes: they are kept as "{behind}"'


def _kinds(tables: Sequence[Seen]) -> dict[tuple[tuple[str, ...], int], list[Seen]]:
    """Return the tables by their headings, and how many times these stand side by side."""
    kinds: dict[tuple[tuple[str, ...], int], list[Seen]] = {}
    for table in tables:
        if not other_tables.is_at_end(table, tables):
            kinds.setdefault((table.headings, table.sides), []).append(table)
    return kinds


def _kind_without_codes(same: Sequence[Seen]) -> str:
    """Return what tables with the same headings are of, where they list no codes; else nothing."""
    if any((found := columns.guess(one)) and _codes(one, found) for one in same):
        return ""
    kinds = {
        "parameters": other_tables.is_of_parameters,
        "days": other_tables.is_of_days,
        "amounts": other_tables.is_of_amounts,
    }
    return next((kind for kind, is_one in kinds.items() if all(map(is_one, same))), "")


def _join(options: Options, table: Seen, found: Columns, other: int) -> str:
    """Let two columns make a code together; return one of the codes."""
    places = second_column.in_order(table, found.code, other)
    names = [table.names[place] for place in places]
    width = len(table.headings)
    rows = [
        row.texts
        for row in table.rows
        if len(row.cells) == width and code_column.codes_like(row.texts[found.code])
        if all(row.texts[place] for place in places)
    ]
    codes = ["-".join(texts[place] for place in places) for texts in rows]
    named = {name: one for name, one in options.pop("named", {}).items() if one not in names}
    options.update({"code": names, "join": "-", "pattern": shapes.pattern(codes)})
    if named:
        options["named"] = named
    return codes[0]


def table_options(table: Seen, found: Columns, pattern: str, code_set: str) -> Options:
    """Return the options of one kind of table."""
    names = table.names
    options: Options = {
        "code_set": code_set,
        "columns": list(table.headings),
        "code": names[found.code],
        "message": names[found.message],
    }
    if table.sides > 1:
        options["side_by_side"] = str(table.sides)
    if found.success is not None:
        options["success"] = {"column": names[found.success], "value": found.success_value}
    options["pattern"] = pattern
    if found.named:
        options["named"] = {name: names[place] for name, place in found.named.items()}
    if not table.heading_row:
        options["heading_row"] = "false"
    return options


def _codes(table: Seen, found: Columns) -> list[str]:
    cells = table.column(found.code, feet=True)
    if found.is_unlike:
        return cells
    words = code_column.are_words(cells)
    codes = [code for text in cells for code in code_column.codes_like(text, words=words)]
    if all(map(_DAY.fullmatch, codes)) or other_tables.has_days(table, found.code):
        return []
    # The ends of a range have the pattern; the reader knows what stands between them.
    single = {re.sub("[0-9]", "0", code) for code in codes}
    codes = [code for code in codes if not _is_range(code, single)]
    return [*codes, *code_column.alike(cells, codes)]


def _is_range(code: str, shapes_: Container[str]) -> bool:
    """Tell whether a code is two codes with a hyphen between, of which the first is smaller."""
    ends = _RANGE.fullmatch(code)
    return bool(
        ends
        and (ends[1], len(ends[2])) == (ends[3], len(ends[4]))
        and ends[2] < ends[4]
        and ends[1] + "0" * len(ends[2]) in shapes_
    )


def _parted(document: Document, options: Options, order: Sequence[Options]) -> list[str]:
    """Give tables whose codes clash with those of tables before them a code set of their own.

    Args:
        document: the document.
        options: how it is read.
        order: its kinds of tables, in the order in which code sets are given.
    """
    if len(options["tables"]) == 1:
        return []
    said: dict[str, dict[str, set[str]]] = {}
    why = []
    for table in order:
        alone = {**options, "tables": [table]}
        rows = [] if reading.fault(alone) else reading.read(document, alone).rows
        own: dict[str, set[str]] = {}
        for row in rows:
            own.setdefault(row.code, set()).add(row.message)
        for name in (table["code_set"], *under.EXTRA_SETS):
            clashes = [
                code for code, texts in own.items() if said.get(name, {}).get(code, texts) != texts
            ]
            if not clashes:
                break
            why.append(
                f"{', '.join(clashes[:3])} stand in two tables with different texts, so the"
                f" table {' | '.join(table['columns'])} is a code set of its own"
            )
        table["code_set"] = name
        said.setdefault(name, {}).update(own)
    return why
