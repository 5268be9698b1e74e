"""How an unknown document can be read: document -> reader options, with reasons.

`SNIFFERS` has a function for each format: it guesses options, or says that the document is none of
its kind. Every guess is tried by reading; the one that leaves the least over wins.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.maintain import (
    behind_codes,
    choices,
    code_column,
    columns,
    parameter_table,
    reading,
    second_column,
    seen_table,
    shapes,
    sniff_entries,
    sniff_source,
    sniff_tree,
    sniff_under,
    strangers,
)
from macros.maintain.sniff_grids import GRIDS, has_pipe_table, separator_of
from macros.maintain.sniffed import (
    LEAST,
    Choice,
    Sniffed,
    account,
    account_for_page,
    counted,
    shown_codes,
    tightened,
)
from macros.readers import text_split
from macros.readers.ledger import Account
from macros.readers.patience import OutOfPatienceError, patience
from macros.readers.printed import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.errors import Problem
    from macros.maintain.columns import Columns
    from macros.maintain.reading import Options, Reading
    from macros.maintain.seen_table import Seen
    from macros.readers.rows import Document

__all__ = ["SNIFFERS", "Sniffed", "account", "seen", "sniff"]

_SPACED = re.compile(r"(\S+)[ \t]+(\S.*)")
_GLUED = re.compile(r"(-?[0-9]{3,9}|[A-Z]{1,3}[0-9]{3,6})(?=[^0-9\s.,:;%~/-])(.+)", re.ASCII)
LONGEST = 18.0  # seconds for all formats together
_TABLES = ("html_table", "markdown", "rst", "csv")
_LARGE = 500_000  # characters, of a document that may have needed more


def sniff(document: Document, code_set: str = "api") -> Sniffed | None:
    """Return the best way to read a document; None where nothing in it looks like codes."""
    found = []
    ends = time.process_time() + LONGEST
    for sniffer in SNIFFERS.values():
        left = max(ends - time.process_time(), 0.1)
        with suppress(OutOfPatienceError, RecursionError), patience(left):
            if guess := sniffer(document, code_set):
                found.append(guess)
    taken: frozenset[int] = frozenset()
    with (
        suppress(OutOfPatienceError, RecursionError),
        patience(max(ends - time.process_time(), 0.1)),
    ):
        taken = _lines_of_codes(document)
    if any(one.reading.options["format"] == "json" for one in found):
        # As lines of source code, data loses in which of its lists an item stands.
        found = [one for one in found if one.reading.options["format"] != "pattern"]
    best = max((one for one in found if not _takes(one, taken)), key=_worth, default=None)
    return _with_doubts(document, best) if best else None


def _with_doubts(document: Document, guess: Sniffed) -> Sniffed:
    """Return a guess with the doubts about codes that come again, and rows that may list none."""
    file = document.file
    doubts = () if guess.doubts else tuple(choices.repeated(file, guess.reading.rows))
    doubts = (*doubts, *strangers.doubts(document, guess.reading, guess.doubts))
    result = choices.doubted(file, guess.reading, (), doubts)
    return replace(guess, reading=result, doubts=(*guess.doubts, *doubts))


def _lines_of_codes(document: Document) -> frozenset[int]:
    """Return the lines of all tables that list codes, in the formats of pages."""
    likely = ["html_table"] if _is_html(document) else ["markdown", "rst"]
    return frozenset(
        line
        for format_ in likely
        for table in _seen(document, format_)
        if columns.guess(behind_codes.without_words(table)[0])
        for row in table.rows
        for line in range(row.line, row.last + 1)
    )


def _takes(guess: Sniffed, taken: frozenset[int]) -> bool:
    """Tell whether a guess takes rows of tables for lines of another format.

    What stands between the signs of a table would be lost, and these be part of a text.
    """
    if guess.reading.options["format"] in _TABLES:
        return False
    return any(row.line in taken for row in guess.reading.rows)


def nothing(document: Document) -> str:
    """Say that nothing is known of a document, and what can be done about it."""
    said = f"{document.file}: nothing in it looks like codes with messages, in a format known here."
    if len(document.text) < _LARGE:
        return (
            f'{said} If it lists some all the same, write its `reader:` by hand, as "Readers" in'
            " data/README.md says, and give it to `new-provider` or `add-revision` with --reader."
        )
    return (
        f"{said} It is large, and after {LONGEST:g} seconds nothing more is tried: run `read` on a"
        " file with its first pages, and give the reader that it prints with --reader."
    )


def seen(document: Document, format_: str = "") -> tuple[Seen, ...]:
    """Return all tables of a document, whatever is in them.

    Args:
        document: the document.
        format_: its format; where that is not known, the first one that tables are found in.
    """
    if format_:
        return _seen(document, format_) if format_ in GRIDS else ()
    likely = ["html_table"] if _is_html(document) else ["markdown", "rst", "csv"]
    return next((tables for one in likely if (tables := _seen(document, one))), ())


@lru_cache(maxsize=8)  # a large document takes seconds, and several ask
def _seen(document: Document, format_: str) -> tuple[Seen, ...]:
    found = (seen_table.seen(grid) for grid in GRIDS[format_](document))
    return tuple(table.one_side() for table in found if table)


def _worth(guess: Sniffed) -> tuple[int, int]:
    """Return what a guess is worth: by its rows; of two alike, by how little it passes over."""
    counts = Counter(guess.reading.accounts.values())
    passed = counts[Account.IGNORED] + counts[Account.SKIPPED]
    return len(guess.reading.rows) - 2 * len(guess.reading.problems), -passed


def _is_html(document: Document) -> bool:
    """Tell whether a document is HTML, and no page in Markdown that begins with a tag."""
    return document.text.lstrip()[:1] == "<" and not has_pipe_table(document)


def _html(document: Document, code_set: str) -> Sniffed | None:
    if "<table" not in document.text.lower():
        return None
    return _tables(document, "html_table", code_set)


def _markdown(document: Document, code_set: str) -> Sniffed | None:
    if "|" not in document.text and "<table" not in document.text.lower():
        return None
    return None if _is_html(document) else (_tables(document, "markdown", code_set))


def _rst(document: Document, code_set: str) -> Sniffed | None:
    return None if _is_html(document) else _tables(document, "rst", code_set)


def _csv(document: Document, code_set: str) -> Sniffed | None:
    separator = "" if _is_html(document) else separator_of(document)
    said = "tab" if separator == "\t" else separator
    more = {"delimiter": said} if said and said != "," else {}
    return _tables(document, "csv", code_set, more) if separator else None


def _tables(
    document: Document, format_: str, code_set: str, more: Options | None = None
) -> Sniffed | None:
    """Guess the options of a format with tables, a kind of table for each heading row."""
    tables = _seen(document, format_)
    kinds: dict[tuple[tuple[str, ...], int], list[Seen]] = {}
    for table in tables:
        kinds.setdefault((table.headings, table.sides), []).append(table)
    described: list[Options] = []
    open_: list[Choice] = []
    doubts: list[Problem] = []
    kept: list[tuple[Seen, Columns]] = []
    why = [f"format {format_}: the document has {counted(len(tables), 'table')}"]
    for (headings, _), same in kinds.items():
        whole = replace(same[0], rows=tuple(row for table in same for row in table.rows))
        whole, behind = behind_codes.without_words(whole)
        if (found := columns.guess(whole)) and (codes := _codes(whole, found)):
            described.append(table_options(whole, found, shapes.pattern(codes), code_set))
            if behind:
                described[-1]["behind_code"] = behind
            open_ += (open_here := choices.of_table(whole, found, len(described) - 1))
            for choice in open_here:
                choices.kept(described[-1], described[-1]["message"], choice)
            if (other := second_column.find(whole, found)) is not None:
                sample = _join(described[-1], whole, found, other)
                doubts.append(choices.joined(document.file, whole.line, described[-1], sample))
            doubts += choices.coded(document.file, whole, found)
            kept.append((whole, found))
            where = reading.line_ranges(table.line for table in same)
            why.append(f"the table of line {where}, {' | '.join(headings)}:")
            why += [f"  {reason}" for reason in found.why]
            why.append(f"  pattern {described[-1]['pattern']}: {shown_codes(codes)}")
            if behind:
                why.append(f'  words stand behind the codes: they are kept as "{behind}"')
    if not described:
        return None
    doubts += choices.unnamed(document.file, kept)
    options: Options = {"format": format_, **(more or {}), "tables": described}
    if others := [
        list(headings) * sides
        for (headings, sides), same in kinds.items()
        if all(parameter_table.is_one(table) and not columns.guess(table) for table in same)
    ]:
        options["other_tables"] = others
        why += [
            f"the table {' | '.join(one)} is of parameters, and lists no codes" for one in others
        ]
    why += _parted(document, options)
    accounted = account if format_ == "csv" else account_for_page
    result, parts = sniff_under.parted(document, accounted(document, options), accounted)
    why += parts
    result = choices.doubted(document.file, result, open_, doubts)
    return Sniffed(result, tuple(why), tables, tuple(open_), tuple(doubts))


def _join(options: Options, table: Seen, found: Columns, other: int) -> str:
    """Let two columns make a code together; return one of the codes."""
    places = sorted((found.code, other))
    names = [table.names[place] for place in places]
    width = len(table.headings)
    rows = [
        row.texts
        for row in table.rows
        if len(row.cells) == width and code_column.codes_like(row.texts[found.code])
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
    cells = table.column(found.code)
    words = code_column.are_words(cells)
    return [code for text in cells for code in code_column.codes_like(text, words=words)]


def _parted(document: Document, options: Options) -> list[str]:
    """Give tables whose codes clash with those of tables before them a code set of their own."""
    if len(options["tables"]) == 1:
        return []
    said: dict[str, dict[str, set[str]]] = {}
    why = []
    for table in options["tables"]:
        alone = {**options, "tables": [table]}
        rows = [] if reading.fault(alone) else reading.read(document, alone).rows
        own: dict[str, set[str]] = {}
        for row in rows:
            own.setdefault(row.code, set()).add(row.message)
        for name in (table["code_set"], *sniff_under.EXTRA_SETS):
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


def _text_lines(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a text in which each line has a code and its message."""
    lines = [" ".join(line.split()) for line in document.text.split("\n")]
    spaced = [
        (match[1], match[2])
        for line in lines
        if (match := _SPACED.match(line))
        and not text_split.signed(line)[0]
        and shapes.looks_like_a_code(match[1])
        and any(sign.isdigit() or sign == "_" for sign in match[1])
    ]
    glued = [
        (plain(match[1]), match[2])
        for line in lines
        if (match := _GLUED.match(line)) and not text_split.signed(line)[0]
    ]
    signed = [
        (plain(code), text)
        for code, text in map(text_split.signed, lines)
        if shapes.looks_like_a_code(code) and _is_prose(text) and re.search("[0-9_]", code)
    ]
    separator, found = max(
        ("space", spaced), ("none", glued), ("sign", signed), key=lambda one: len(one[1])
    )
    if separator == "none":
        # Where nothing stands behind a code, all codes have one length, or its end is a guess.
        usual = Counter(len(code) for code, _ in found).most_common(1)
        found = [(code, text) for code, text in found if usual and len(code) == usual[0][0]]
    codes = [code for code, _ in found]
    defined = sum(text.startswith("::") for _, text in found)
    if len(codes) < LEAST or 2 * defined > len(codes):
        return None
    begin = f"{len(codes)} lines begin with what looks like a code"
    between = {"space": "a space", "none": "nothing", "sign": "a sign"}[separator]
    why = [
        f"format text_lines: {begin}",
        f'separator "{separator}": {between} stands between code and message',
    ]
    options: Options = {
        "format": "text_lines",
        "code_set": code_set,
        "pattern": shapes.pattern(codes),
        "separator": separator,
    }
    tried = [options, {**options, "pattern": tightened(codes)}]
    tried += [{**one, "messages_name_codes": "true"} for one in tried]
    readings = [account(document, one) for one in tried]
    readings = [one for one in readings if not _names_strangers(one)] or readings[:2]
    best = min(readings, key=lambda one: len(one.problems))
    if not best.rows:
        return None
    why.append(f"pattern {best.options['pattern']}: {shown_codes(codes)}")
    if "messages_name_codes" in best.options:
        why.append("messages_name_codes: some messages have numbers like codes in them")
    return Sniffed(best, tuple(why))


def _is_prose(text: str) -> bool:
    """Tell whether a text is written for people, and is no value in source code or data."""
    return text[0] not in "\"'`{|" and text[-1] not in ",;{[]}"


def _names_strangers(result: Reading) -> bool:
    """Tell whether messages have numbers that begin as codes do and are no codes of other rows.

    Such a message may have taken in another row.
    """
    codes = {row.code for row in result.rows}
    beginnings = {(len(code), code[: len(code) // 2]) for code in codes}
    pattern = rf"(?<![0-9])(?:{result.options['pattern']})(?![0-9])"
    return "messages_name_codes" in result.options and any(
        one not in codes and (len(one), one[: len(one) // 2]) in beginnings
        for row in result.rows
        for one in (found[0] for found in re.finditer(pattern, plain(row.message), re.ASCII))
        if len(one) > 1
    )


# One function for each format: what the document would be read with, or None where it is no such
# document. Of two that are worth the same, and pass over as much, the first one is taken.
SNIFFERS: dict[str, Callable[[Document, str], Sniffed | None]] = {
    "html_table": _html,
    "markdown": _markdown,
    "rst": _rst,
    "csv": _csv,
    "json": sniff_tree.json_tree,
    "yaml": sniff_tree.yaml_tree,
    "text_lines": _text_lines,
    "headings": sniff_entries.headings,
    "bullets": sniff_entries.bullets,
    "pattern": sniff_source.pattern,
}
