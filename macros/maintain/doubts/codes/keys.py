"""Keys of data, and of maps in a program, that stand twice or are of another kind -> doubts.

A program that loads `101 = Dock is busy` and `101 = Dock is gone` keeps one of the two, most often
the last, or refuses the file. Among `4001: "Dock is busy"`, `ErrPier: "Pier is closed"` has a
constant for its key, whose number stands elsewhere. And of `dock.101.title` and `dock.101.detail`
each is the key of one of several texts of a code: no expression holds two lines together by a
number that both have, so that a person makes one key of them.
"""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import more_advised
from macros.maintain.document import (
    code_headings,
    marked_numbers,
    meanings,
    reading,
    shapes,
    source,
    source_blocks,
    source_file,
    translations,
)
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.sniffers.sniffed import tried
from macros.readers.advice import by_hand_advice, shown
from macros.readers.ledger import Account
from macros.sources.reader_options.data import KEY
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.maintain.document.source import Statement
    from macros.readers.rows import Document, Row


_DATA = frozenset(".cfg .conf .env .ini .properties .toml".split())
_KEY = re.compile(
    r"\s*(?P<key>\"(?:[^\"\\]|\\.)*\"|'[^']*'|[\w.-]+)\s*[=:]\s*(?P<value>\S.*?)\s*[,;]?\s*"
)
# As in "code": "E101" and error_code: 0x6320, within an entry of data.
_FIELD = re.compile(
    r"(?:^|[{,])[ \t]*[\"']?(?P<key>\w[\w ]*)[\"']?[ \t]*:[ \t]*"
    r"(?P<value>\"[^\"\n]*\"|'[^'\n]*'|[\w.-]+)",
    re.MULTILINE,
)
# As in 101: "Dock is busy" and [101] = "Dock is busy" and BUSY: {code: 101, …}
_MAPPED = re.compile(
    r"\s*\[?:?(?P<mark>[\"'`]?)(?P<key>[\w.-]+)(?P=mark)\]?\s*(?P<sign>=>|:|=|to\b)"
)
_SECTION = re.compile(r"\s*(?P<name>\[\[?[^\[\]]+\]\]?)\s*(?:[#;].*)?")
_FEWEST = 2  # entries of which each has a code
_LONG = re.compile(r"\"{3}|'{3}")
_GOES_ON = re.compile(r"(?<!\\)(?:\\\\)*\\$")


class _Pair(NamedTuple):
    """Two lines with one key, counted from 1, and what the key is called."""

    first: int
    second: int
    name: str


def again(document: Document, result: Reading) -> Iterator[Doubt]:
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


_KINDS = {"number": "number", "text": "text", "words": "name"}
# What is said of all other codes.
_OTHERS = frozenset({"_", "default", "else", "otherwise"})
_ELSEWHERE = (
    "if it is a constant, no line has its number and its text: quote it under `prose`, and read a"
    " document that has both, too."
)


class _Entry(NamedTuple):
    """A line that has a key and a text.

    Attributes:
        line: counted from 1.
        kind: `number`, `text` between marks, or `name`.
        key: the key.
        around: what stands around it, in all of the same form.
        text: the last text.
    """

    line: int
    kind: str
    key: str
    around: str
    text: str


def odd(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubts about constants as keys, and about keys passed over, among others."""
    options = result.options
    is_source = options["format"] == "pattern" and source_file.is_source(document)
    if not is_source or "constants" in options:
        return
    lines = document.text.split("\n")
    blocks = source_blocks.around(lines)
    codes = {row.line: row.code for row in result.rows}
    able = [one for each in source.statements(lines) for one in _entries(each)]
    read = [one for one in able if codes.get(one.line) == one.key]
    for entry in able:
        beside = [
            one
            for one in read
            if (one.around, blocks[one.line - 1]) == (entry.around, blocks[entry.line - 1])
        ]
        other = next((one for one in beside if one.kind != entry.kind), None)
        if entry.key in _OTHERS or not other:
            continue
        line = one_line(lines[entry.line - 1])
        if entry in read and (entry.kind, other.kind) == ("name", "number"):
            yield _of_name(document.file, entry, other, line)
        elif result.accounts.get(entry.line) is Account.SKIPPED:
            yield _of_passed(document.file, entry, other, line)


def _entries(statement: Statement) -> Iterator[_Entry]:
    """Yield how a statement of one line can have a key and a text."""
    parts = [marked_numbers.bare_part(part) for part in statement.parts]
    form = [sign.replace(":", "= >") for sign in source.form_of(parts)]  # Ruby has both in a map
    for place, part in enumerate(parts):
        texts = [one.text for one in parts[place + 1 :] if one.kind == "text" and one.text.strip()]
        if statement.first == statement.last and part.kind in _KINDS and texts:
            around = " ".join([*form[:place], "key", *form[place + 1 :]])
            yield _Entry(statement.first + 1, _KINDS[part.kind], part.text, around, texts[-1])


def _of_name(file: str, entry: _Entry, other: _Entry, line: str) -> Doubt:
    """Return the doubt about a name that is read as a code beside numbers."""
    what = (
        f'"{shown(entry.key)}" is a name without marks where "{shown(other.key)}" is a number, and'
        " is read as the code; it is perhaps a constant, whose number stands elsewhere."
    )
    do = f"If the API sends the name, say that it is right so; {_ELSEWHERE}"
    return Doubt(file, entry.line, what, do, (line,))


def _of_passed(file: str, entry: _Entry, other: _Entry, line: str) -> Doubt:
    """Return the doubt about a key that is passed over."""
    what = (
        f'"{shown(entry.key)}", "{shown(entry.text)}" stands among codes such as'
        f' "{shown(other.key)}" with a key of another kind, and is passed over.'
    )
    is_name = entry.kind == "name"
    when = "If the API sends the name" if is_name else "If it lists a code"
    none = _ELSEWHERE if is_name else "if it lists none, quote it under `prose`."
    do = f"{when}, say it by hand under the reader's `rows`; {none}"
    said = {"line": line, "code": entry.key, "message": entry.text}
    return Doubt(file, entry.line, what, do, (line,), (said,))


_FEWEST = 2  # codes, and words that each of them has
_MOST_WORDS = 6
_GRID = 0.75  # of the codes have each of the words
_CODE = r"(?P<code>[A-Z]*[-_]?[0-9]+)"
_WORD = r"(?P<word>[A-Za-z][\w-]*)"
_BEGINS = r"(?P<begins>(?:[A-Za-z][\w.-]*?[._-])??)"
_SHAPES = (
    re.compile(rf"{_BEGINS}{_CODE}[._-]{_WORD}", re.ASCII),
    re.compile(rf"{_BEGINS}{_WORD}[._-]{_CODE}", re.ASCII),
)
# What texts are called, beside the words that headings have for them.
_TEXTS = re.compile(
    r"titles?|details?|summary|short|long|heads?|headers?|bod(?:y|ies)|hints?|help|text",
    re.IGNORECASE,
)


def of_one_code(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about keys that are perhaps those of several texts of a code."""
    if not (texts := _texts(result)):
        return
    code, words = next((code, words) for code, words in texts.items() if len(words) >= _FEWEST)
    key, other, *_ = words.values()
    line = next(row.line for row in result.rows if row.code == key)
    what = (
        f'"{shown(key)}" and "{shown(other)}" are perhaps the keys of two texts of the code'
        f' "{code}", as others come in such pairs.'
    )
    as_one = json.dumps({code: dict.fromkeys(words, "…")}, ensure_ascii=False)
    do = (
        "If that is so, copy the file to one that ends with .json, in which each code has one key"
        f" with its texts below it, as {as_one}, and run `read` on that."
    )
    yield Doubt(document.file, line, what, do)


def _texts(result: Reading) -> dict[str, dict[str, str]]:
    """Return the keys by their codes and words, if each code comes with the same words."""
    for shape in _SHAPES:
        found = [match for row in result.rows if (match := shape.fullmatch(row.code))]
        if not found or len(found) < len(result.rows) or len({one["begins"] for one in found}) > 1:
            continue
        texts: dict[str, dict[str, str]] = {}
        for one in found:
            texts.setdefault(one["code"], {})[one["word"]] = one[0]
        words = {one["word"] for one in found}
        several = len(texts) >= _FEWEST <= len(words) <= _MOST_WORDS
        said = sum(map(_says_text, words))
        if several and 2 * said > len(words) and len(found) >= _GRID * len(texts) * len(words):
            return texts
    return {}


def _says_text(word: str) -> bool:
    known = _TEXTS.fullmatch(word) or translations.is_language(word)
    return bool(known) or meanings.count(word) > 0


def beside_codes(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about keys that are read as codes, where each entry has a code of its own."""
    if result.options["format"] not in {"json", "yaml"} or result.options.get("code") != [KEY]:
        return
    fields: dict[str, list[str]] = {}
    for field in _FIELD.finditer(document.text):
        if code_headings.is_code(field["key"].replace("_", " ")):
            fields.setdefault(field["key"], []).append(field["value"].strip("\"'"))
    rows = [row for row in result.rows if row.code_set == result.options["code_set"]]
    for name, values in fields.items():
        is_one_each = len(values) == len({*values}) == len(rows) >= _FEWEST
        if is_one_each and values != [row.code for row in rows]:
            yield _beside_codes(document, result, rows, name, values)
            return


def _beside_codes(
    document: Document, result: Reading, rows: Sequence[Row], name: str, values: Sequence[str]
) -> Doubt:
    what = (
        f'"{shown(rows[0].code)}", the key of an entry, is read as its code, and "{shown(name)}" in'
        f' it is "{shown(values[0])}"; so it is with the others.'
    )
    line = rows[0].line
    do = f"If the API answers with the keys, add --as-read {line}."
    changed = {"code": [name], "pattern": shapes.pattern(values)}
    change = becomes({**result.options, **changed})
    taken = tried(document, change(result.options))
    if taken and [row.code for row in taken.rows] == list(values):
        do = f'If the API answers with "{shown(name)}", add --as-meant {line}; if with the keys,'
        do += f" --as-read {line}."
        return Doubt(document.file, line, what, do, change=change)
    return Doubt(document.file, line, what, do)
