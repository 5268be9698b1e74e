"""How an unknown document can be read: document -> reader options, with reasons.

`SNIFFERS` has a function for each format: it guesses options, or says that the document is none of
its kind. Every guess is tried by reading; the one that leaves the least over wins.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.maintain import columns, reading, shapes
from macros.readers import html_table, markdown
from macros.readers.printed import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.maintain.columns import Columns, Seen
    from macros.maintain.reading import Options, Reading
    from macros.readers.rows import Document

_SPACED = re.compile(r"(\S+)[ \t]+(\S.*)")
_GLUED = re.compile(r"(-?[0-9]{3,9}|[A-Z]{1,3}[0-9]{3,6})(?=[^0-9\s.,:;%~/-])(.+)", re.ASCII)
_LEAST = 3  # lines with codes make a list of codes
_HEADING_WORDS = 6
_MOST_PATTERNS = 200  # for lines of prose: nobody reads more, and each is tried on each line
_EXTRA_SETS = ("second", "third", "fourth", "fifth")


@dataclass(frozen=True, slots=True)
class Sniffed:
    """How a document can be read.

    Attributes:
        reading: what comes of it.
        why: why each choice was made, in sentences.
        tables: all tables of the document, those without codes too.
    """

    reading: Reading
    why: tuple[str, ...]
    tables: tuple[Seen, ...] = ()


def sniff(document: Document, code_set: str = "api") -> Sniffed | None:
    """Return the best way to read a document; None where nothing in it looks like codes."""
    found = [guess for sniffer in SNIFFERS.values() if (guess := sniffer(document, code_set))]
    return max(found, key=_worth, default=None)


def seen(document: Document) -> tuple[Seen, ...]:
    """Return all tables of a document, whatever is in them."""
    return _seen(document, "html_table" if _is_html(document) else "markdown")


@lru_cache(maxsize=4)  # a large document takes seconds, and several ask
def _seen(document: Document, format_: str) -> tuple[Seen, ...]:
    grids = {"html_table": html_table.grids, "markdown": markdown.grids}[format_](document)
    return tuple(table for grid in grids if (table := columns.seen(grid)))


def _worth(guess: Sniffed) -> float:
    return len(guess.reading.rows) - 2 * len(guess.reading.problems)


def _is_html(document: Document) -> bool:
    return document.text.lstrip()[:1] == "<"


def _html(document: Document, code_set: str) -> Sniffed | None:
    if "<table" not in document.text.lower():
        return None
    return _tables(document, "html_table", code_set)


def _markdown(document: Document, code_set: str) -> Sniffed | None:
    if "|" not in document.text and "<table" not in document.text.lower():
        return None
    return None if _is_html(document) else (_tables(document, "markdown", code_set))


def _tables(document: Document, format_: str, code_set: str) -> Sniffed | None:
    """Guess the options of a format with tables, a kind of table for each heading row."""
    tables = _seen(document, format_)
    kinds: dict[tuple[str, ...], list[Seen]] = {}
    for table in tables:
        kinds.setdefault(table.headings, []).append(table)
    described: list[Options] = []
    why = [f"format {format_}: the document has {_count(len(tables), 'table')}"]
    for headings, same in kinds.items():
        whole = replace(same[0], rows=tuple(row for table in same for row in table.rows))
        if (found := columns.guess(whole)) and (codes := _codes(whole, found)):
            described.append(table_options(whole, found, shapes.pattern(codes), code_set))
            where = reading.line_ranges(table.line for table in same)
            why.append(f"the table of line {where}, {' | '.join(headings)}:")
            why += [f"  {reason}" for reason in found.why]
            why.append(f"  pattern {described[-1]['pattern']}: {_shown(codes)}")
    if not described:
        return None
    options: Options = {"format": format_, "tables": described}
    why += _parted(document, options)
    return Sniffed(account(document, options), tuple(why), tables)


def table_options(table: Seen, found: Columns, pattern: str, code_set: str) -> Options:
    """Return the options of one kind of table."""
    options: Options = {
        "code_set": code_set,
        "columns": list(table.headings),
        "code": table.headings[found.code],
        "message": table.headings[found.message],
    }
    if found.success is not None:
        column = table.headings[found.success]
        options["success"] = {"column": column, "value": found.success_value}
    options["pattern"] = pattern
    if not table.heading_row:
        options["heading_row"] = "false"
    return options


def _codes(table: Seen, found: Columns) -> list[str]:
    cells = table.column(found.code)
    words = columns.are_words(cells)
    return [code for text in cells for code in columns.codes_like(text, words=words)]


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
        for name in (table["code_set"], *_EXTRA_SETS):
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


def account(document: Document, options: Options, *, more: bool = True) -> Reading:
    """Read a document; account for the prose in it by patterns, and drop those it does not need.

    A line in which a code could stand is left for a person to look at, as is a row of a table of
    codes that cannot be read.
    """
    result = reading.read(document, options)
    for _ in range(3):
        if result.is_whole:
            return result
        better = _without_stale(result)
        if more and (lines := [text for _, text in reading.prose(result)]):
            better = _with_patterns(better, lines)
        if better == result.options or reading.fault(better):
            return result
        result = reading.read(document, better)
    return result


def _with_patterns(options: Options, lines: Sequence[str]) -> Options:
    is_heading = [options["format"] == "text_lines" and _reads_as_heading(line) for line in lines]
    headings = [line for line, heading in zip(lines, is_heading, strict=True) if heading]
    others = [line for line, heading in zip(lines, is_heading, strict=True) if not heading]
    better = dict(options)
    for key, texts in (("headings", headings), ("ignore", others)):
        if texts:
            better[key] = [*options.get(key, []), *reading.patterns_for(texts)]
            if len(better[key]) > _MOST_PATTERNS:
                return options
    return better


def _reads_as_heading(line: str) -> bool:
    return len(line.split()) <= _HEADING_WORDS and line[-1:] not in ".,;:!?。、"


def _without_stale(result: Reading) -> Options:
    """Return options without the patterns and tables that the document does not need."""
    better = dict(result.options)
    stale = [
        one.what for one in result.problems if one.do.startswith(("Remove the pattern", "Mend or"))
    ]
    for key in ("ignore", "headings"):
        if key in better:
            kept = [p for p in better[key] if not any(what.endswith(f'"{p}".') for what in stale)]
            better[key] = kept
            if not kept:
                del better[key]
    if "tables" in better:
        kept = [
            t for t in better["tables"] if not any(f"columns {t['columns']}." in w for w in stale)
        ]
        better["tables"] = kept or better["tables"]
    return better


def _text_lines(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a text in which each line has a code and its message."""
    lines = [" ".join(line.split()) for line in document.text.split("\n")]
    spaced = [
        (match[1], match[2])
        for line in lines
        if (match := _SPACED.match(line))
        and shapes.looks_like_a_code(match[1])
        and any(sign.isdigit() or sign == "_" for sign in match[1])
    ]
    glued = [(plain(match[1]), match[2]) for line in lines if (match := _GLUED.match(line))]
    separator, found = ("space", spaced) if len(spaced) >= len(glued) else ("none", glued)
    if separator == "none":
        # Where nothing stands behind a code, all codes have one length, or its end is a guess.
        usual = Counter(len(code) for code, _ in found).most_common(1)
        found = [(code, text) for code, text in found if usual and len(code) == usual[0][0]]
    codes = [code for code, _ in found]
    if len(codes) < _LEAST:
        return None
    counted = f"{len(codes)} lines begin with what looks like a code"
    between = "a space" if separator == "space" else "nothing"
    why = [
        f"format text_lines: {counted}",
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
    why.append(f"pattern {best.options['pattern']}: {_shown(codes)}")
    if "messages_name_codes" in best.options:
        why.append("messages_name_codes: some messages have numbers like codes in them")
    return Sniffed(best, tuple(why))


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


def tightened(codes: Sequence[str]) -> str:
    """Return the narrower pattern of codes that all begin with one digit: `3[0-9]{4}`."""
    first = {code[0] for code in codes}
    lengths = {len(code) for code in codes}
    if len(first) == 1 and len(lengths) == 1 and all(code.isdigit() for code in codes):
        return f"{first.pop()}[0-9]{{{lengths.pop() - 1}}}"
    return shapes.pattern(codes)


def _shown(codes: Sequence[str]) -> str:
    different = list(dict.fromkeys(codes))
    if len(different) <= _LEAST:
        return ", ".join(different)
    return f"{len(different)} codes, from {different[0]} to {different[-1]}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


# One function for each format: what the document would be read with, or None where it is no such
# document. Of two that are worth the same, the first one is taken.
SNIFFERS: dict[str, Callable[[Document, str], Sniffed | None]] = {
    "html_table": _html,
    "markdown": _markdown,
    "text_lines": _text_lines,
}
