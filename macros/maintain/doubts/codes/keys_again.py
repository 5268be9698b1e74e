"""Keys that stand twice in data, or in a map of a program: rows -> what is asked of them.

A program that loads `101 = Dock is busy` and `101 = Dock is gone` keeps one of the two, most often
the last, or refuses the file. As lines, both are read: two texts of one code, or the first of two
texts of one entry.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import more_advised
from macros.maintain.document import reading, source_blocks
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import by_hand_advice, shown
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_DATA = frozenset(".cfg .conf .env .ini .properties .toml".split())
_KEY = re.compile(
    r"\s*(?P<key>\"(?:[^\"\\]|\\.)*\"|'[^']*'|[\w.-]+)\s*[=:]\s*(?P<value>\S.*?)\s*[,;]?\s*"
)
# As in 101: "Dock is busy" and [101] = "Dock is busy" and BUSY: {code: 101, …}
_MAPPED = re.compile(
    r"\s*\[?:?(?P<mark>[\"'`]?)(?P<key>[\w.-]+)(?P=mark)\]?\s*(?P<sign>=>|:|=|to\b)"
)
_SECTION = re.compile(r"\s*(?P<name>\[\[?[^\[\]]+\]\]?)\s*(?:[#;].*)?")
_LONG = re.compile(r"\"{3}|'{3}")
_GOES_ON = re.compile(r"(?<!\\)(?:\\\\)*\\$")


class _Pair(NamedTuple):
    """Two lines with one key, counted from 1, and what the key is called."""

    first: int
    second: int
    name: str


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about keys that come again with another value."""
    if result.options["format"] != "pattern":
        return
    lines = document.text.split("\n")
    is_data = PurePath(document.file).suffix.lower() in _DATA
    pairs = [*_of_data(lines, result)] if is_data else [*_of_maps(lines, result.rows)]
    if not pairs or 2 * len(pairs) > len(result.rows):
        return  # blocks without a mark, each with the same keys
    rows = {row.line: row for row in result.rows}
    first = pairs[0]
    more = f" (line {reading.line_ranges(one.second for one in pairs)})" if pairs[1:] else ""
    what = (
        f'the key "{shown(first.name)}" of line {first.first} stands again in line'
        f" {first.second}, with another value{more}: a program that loads it keeps one of them,"
        " most often the last, and here both are read, or the first."
    )
    told = [one_line(lines[one.first - 1]) for one in pairs]
    codes = [{rows[at].code for at in one[:2] if at in rows} for one in pairs]
    is_row = all(rows.keys() >= {one.first, one.second} for one in pairs)
    if (
        is_row
        and all(len(one) == 1 for one in codes)
        and not {*told} & {one_line(lines[one.second - 1]) for one in pairs}
    ):
        do = "If the last one holds alone, the lines before are passed over."
        passed = {"prose": tuple(dict.fromkeys(told))}
        yield Doubt(document.file, first.second, what, do, more=passed)
        return
    do = "If what is read is right, say so."
    entries = [by_hand_advice(*_entry(lines, result.rows, one)) for one in pairs]
    yield more_advised(Doubt(document.file, first.second, what, do), *entries)


def _entry(lines: Sequence[str], rows: Sequence[Row], pair: _Pair) -> list[str]:
    """Return the lines of an entry up to the key that comes again, and what can be its code."""
    row = max((one for one in rows if one.line <= pair.second), key=lambda one: one.line)
    row = next((one for one in rows if one.line == pair.first), row)
    first = min(row.line, pair.first)
    first -= first > 1 and bool(_SECTION.fullmatch(lines[first - 2]))
    codes = [row.code, *(one.code for one in rows if one.line == pair.second)]
    return ["\n".join(map(one_line, lines[first - 1 : pair.second])), *dict.fromkeys(codes)]


def _of_maps(lines: Sequence[str], rows: Sequence[Row]) -> Iterator[_Pair]:
    """Yield the keys of one block that come again in it, with another code or text."""
    around = source_blocks.around(lines)
    seen: dict[tuple[object, ...], Row] = {}
    for row in rows:
        found = _MAPPED.match(lines[row.line - 1])
        if not found:
            continue
        # A constant with another number stands in another branch, which is asked about.
        names = (
            {row.message, *row.columns.values(), *row.named.values()}
            if found["sign"] != "="
            else set()
        )
        if found["key"] not in {row.code, *names}:
            continue
        before = seen.setdefault((around[row.line - 1], row.code_set, found["key"]), row)
        if (before.code, before.message) != (row.code, row.message):
            yield _Pair(before.line, row.line, found["key"])


def _of_data(lines: Sequence[str], result: Reading) -> Iterator[_Pair]:
    """Yield the keys of one section that come again in it, where either is of a row."""
    seen: dict[str, tuple[int, str]] = {}
    sections: dict[str, dict[str, tuple[int, str]]] = {"": seen}
    is_inside = False
    for number, line in enumerate(lines, start=1):
        goes_on = number > 1 and _GOES_ON.search(lines[number - 2])
        was_inside, is_inside = is_inside, is_inside ^ (len(_LONG.findall(line)) % 2 == 1)
        if was_inside or goes_on:
            continue
        if section := _SECTION.fullmatch(line):
            name = section["name"]
            seen = sections.setdefault(name, {}) if not name.startswith("[[") else {}
        elif found := _KEY.fullmatch(line):
            key = found["key"].strip("\"'")
            before, value = seen.setdefault(key, (number, found["value"]))
            accounts = {result.accounts.get(one) for one in (before, number)}
            if value != found["value"] and Account.ROW in accounts:
                yield _Pair(before, number, key)
