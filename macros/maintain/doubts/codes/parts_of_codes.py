"""Which of several parts is the code, or whether all of them are: a reading -> doubts.

Letters stand before a number (`E 101`), a number behind a name (`BUSY (4001)`) or a slash
(`1007/17`), and a number that counts the rows before a name (`1,DOCK_BUSY`). Nothing on the page
tells what the API sends.
"""

from __future__ import annotations

import json
import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from macros.maintain.document import code_headings, other_numbers, shapes
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.sniffers.copies.copy_entries import BETWEEN
from macros.maintain.sniffers.pages import pages
from macros.maintain.sniffers.sniffed import LEAST, account, tried
from macros.readers.advice import shown
from macros.readers.entries import TITLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row


# Alone, or behind words: E, Alarm E
_LETTERS = re.compile(r"(?P<words>(?:.* )?)(?P<letters>[A-Z]{1,6}) ")
_WORDS = frozenset("CODE HTTP ID KOD NO NR NUM NUMBER RC RESULT RETURN STATUS".split())
_PAGES = frozenset({"bullets", "headings"})
# What says that a column has the texts of another one.
_OF = re.compile(
    r"[ _-]*(?:texts?|descriptions?|meanings?|names?|messages?|bezeichnung|beschreibung)$",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"[A-Z]{1,3}|[A-Z]{0,4}-?[0-9][A-Z0-9.-]{0,7}", re.ASCII)


def letters(result: Reading) -> str:
    """Return the letters that stand before all codes, and may be a part of them, if any do."""
    found = _LETTERS.fullmatch(result.options.get("before", ""))
    own = found["letters"] if found else ""
    return "" if own in _WORDS or other_numbers.says_errors(own) else own


def letters_before(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about letters that stand before all codes."""
    rows = result.rows
    if not (before := letters(result)) or len(rows) < LEAST:
        return
    row = rows[0]
    what = (
        f'"{before}" stands before "{shown(row.code)}" and all other codes, and is perhaps a'
        " part of them."
    )
    whole = _with_letters(result.options, before)
    taken = tried(document, whole) if whole else None
    do = f"Look at a body of the API. If it sends numbers alone, add --as-read {row.line};"
    change = None
    if taken and [one.message for one in taken.rows] == [one.message for one in rows]:
        change = becomes(taken.options)
        do += (
            f" if it sends the letters too, add --as-meant {row.line}, which reads"
            f' "{taken.rows[0].code}", and write as `code_signs` what it sends for the space.'
        )
    else:
        do += (
            " if it sends the letters too, read the document with `format: pattern`, an `entry`"
            f' whose group `code` begins with "{before} ", and `code_signs: {{" ": ""}}`.'
        )
    yield Doubt(document.file, row.line, what, do, change=change)


def _with_letters(options: Options, before: str) -> Options:
    """Return options that read letters and a number as a code; none where no way is known."""
    pattern = f"{before} (?:{options['pattern']})"
    more: Options = {"pattern": pattern, "code_signs": {" ": ""}}
    words = options["before"].removesuffix(f"{before} ")
    if options["format"] in _PAGES:
        others = {key: one for key, one in options.items() if key != "before"}
        return {**others, **more, **({"before": words} if words else {})}
    if options["format"] != "text_lines":
        return {}
    entry = rf"{words}(?P<code>{pattern}){BETWEEN}(?P<message>\S.*)"
    kept: Options = {key: options[key] for key in ("code_set", "prose", "ignore") if key in options}
    return {"format": "pattern", **kept, **more, "entry": entry, "every_line": "true"}


_FORMATS = frozenset({"headings", "bullets"})
_NUMBER = re.compile(r"[(\[]\s*([-+]?[0-9]+|0[xX][0-9A-Fa-f]+)\s*[)\]]", re.ASCII)
_ENDS = re.compile(r"[0-9]\\?[)\]]$", re.ASCII)
_MOST = 0.6  # of the names have a number


def numbers_behind(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about names that are read as codes, with a number of their own in brackets.

    The number can be what the API answers with; then the name is kept by name.
    """
    rows = result.rows
    if result.options["format"] not in _FORMATS or len(rows) < LEAST:
        return
    behind = {row.code: _NUMBER.fullmatch(row.columns.get(TITLE, "")) for row in rows}
    found = {code: one for code, one in behind.items() if one}
    numbers = [one[1] for one in found.values()]
    if len(numbers) < max(LEAST, _MOST * len(rows)) or any(map(str.isdigit, found)):
        return

    def by_number(options: dict[str, Any]) -> dict[str, Any]:
        lead = options.get("before", "")
        before = rf"{lead}(?P<name>{options['pattern']})\s*[(\[]"
        named = {**options.get("named", {}), "name": "name"}
        changed = {**options, "before": before, "named": named, "pattern": shapes.pattern(numbers)}
        changed.pop("under", None)
        # What has a number and no name is asked about then.
        declared = [one for one in changed.pop("headings", []) if not _ENDS.search(one)]
        changed |= {"headings": declared} if declared else {}
        return pages.parted(document, account(document, changed))[0].options

    first = next(row for row in rows if row.code in found)
    what = (
        f'"{shown(first.code)}" is read as a code, with {found[first.code][1]} behind it, which may'
        " be the code itself."
    )
    do = (
        "Look what the API answers with. If it is the name, save the reader below to a file, and"
        f" add --reader FILE; if it is the number, add --as-meant {first.line}, which keeps the"
        " name by name."
    )
    yield Doubt(document.file, first.line, what, do, change=by_number)


def behind_slashes(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about rows whose code is perhaps a part of one."""
    lines = document.text.split("\n")
    found: dict[str, Row] = {}
    alone: list[str] = []
    for _, same in groupby(result.rows, lambda row: (row.line, row.code_set, row.message)):
        rows = list(same)
        written = _written(rows, lines[rows[0].line - 1])
        if written:
            found.setdefault(written, rows[0])
        else:
            alone += [row.code for row in rows]
    parts = {_shape(written.rpartition("/")[2]) for written in found}
    if found and parts.isdisjoint(map(_shape, alone)):
        where = "`tables`" if "tables" in result.options else "it"
        yield _behind_slash(document.file, found, alone, where)


def _written(rows: Sequence[Row], line: str) -> str:
    """Return two codes of unlike forms as a line has them with a slash between; else nothing."""
    first, *others = [row.code for row in rows]
    if len(others) != 1 or _shape(first) == _shape(others[0]):
        return ""
    said = re.search(rf"(?<![\w/]){re.escape(first)}\s*/\s*{re.escape(others[0])}(?![\w/])", line)
    return said[0] if said else ""


def _shape(code: str) -> str:
    return re.sub(r"[0-9]", "9", code.strip())


def _behind_slash(file: str, found: dict[str, Row], alone: Sequence[str], where: str) -> Doubt:
    written = list(found)
    first = found[written[0]]
    before, _, behind = written[0].partition("/")
    more = f", as are {len(written) - 1} more" if written[1:] else ""
    what = (
        f'"{shown(written[0])}" is read as two codes, "{shown(before.strip())}" and'
        f' "{shown(behind.strip())}"{more}; no code like the second stands alone.'
    )
    pattern = json.dumps(shapes.pattern([*alone, *written]))
    spaced = any(" " in one for one in written)
    signs = f', and `code_signs: {{" ": ""}}` beside {where} with what the API sends for the space,'
    do = (
        f"If it is one code, write `pattern: {pattern}`{signs if spaced else ''} in the reader"
        " below; if it is two, change nothing. Save it to a file, and add --reader FILE."
    )
    return Doubt(file, first.line, what, do)


def counted_rows(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about codes that count the rows of a table, and stand beside others."""
    tables = result.options.get("tables")
    if not isinstance(tables, list) or len(tables) != 1 or len(result.rows) < LEAST:
        return
    (table,) = tables
    if not isinstance(table["code"], str) or not all(row.code.isdecimal() for row in result.rows):
        return
    numbers = [int(row.code) for row in result.rows]
    if table.get("heading_row") == "false":
        counts, is_other = numbers == [*range(1, len(numbers) + 1)], _is_name
    else:
        # Below "No." some can be missing.
        rises = all(one < other for one, other in pairwise(numbers))
        counts, is_other = rises and code_headings.counts(table["code"]), _is_shown
    for column in table["columns"] if counts else ():
        names = [row.columns.get(column, "") for row in result.rows]
        is_count = is_other is _is_shown and all(map(str.isdecimal, names))
        if len(set(names)) == len(names) and all(map(is_other, names)) and not is_count:
            yield _counted(document, result, column, names)
            return


def _is_shown(text: str) -> bool:
    """Tell whether a text is what a device shows for an error: E12, OC, 777."""
    return bool(_SHOWN.fullmatch(text))


def _is_name(text: str) -> bool:
    return shapes.looks_like_a_code(text) or (text.isupper() and text.isidentifier())


def _counted(document: Document, result: Reading, column: str, names: Sequence[str]) -> Doubt:
    first: Row = result.rows[0]
    what = (
        f'"{first.code}" is read as a code, as all numbers below it are: these perhaps count'
        f' the rows, and "{shown(names[0])}" is the first code.'
    )
    change = _turned(column, names)
    taken = tried(document, change(result.options))
    do = f"If the numbers are the codes, add --as-read {first.line}."
    if taken and [row.code for row in taken.rows] == list(names):
        do = f'If "{shown(column)}" has the codes, add --as-meant {first.line}. {do}'
        return Doubt(document.file, first.line, what, do, change=change)
    return Doubt(document.file, first.line, what, do)


def _turned(column: str, names: Sequence[str]) -> Callable[[Options], Options]:
    """Return what says that the codes stand in another column."""

    def changed(options: Options) -> Options:
        (table,) = options["tables"]
        kept = {name: one for name, one in table.get("named", {}).items() if one != column}
        better = {**table, "code": column, "pattern": shapes.pattern(names)}
        better.pop("named", None)
        return {**options, "tables": [better | ({"named": kept} if kept else {})]}

    return changed


def of_another_list(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about codes of one list in a table that maps another list to it.

    As in a table with "Cause", "Cause text", "SIP code" and "SIP description".
    """
    tables = result.options.get("tables")
    if not isinstance(tables, list) or len(tables) != 1 or len(result.rows) < LEAST:
        return
    (table,) = tables
    code, headings = table["code"], table["columns"]
    if not isinstance(code, str) or code_headings.is_plain(code):
        return
    for heading in headings:
        told = next((one for one in headings if _OF.sub("", one) == heading != one), None)
        numbers = [row.columns.get(heading, "") for row in result.rows]
        is_list = len(set(numbers)) == len(numbers) and all(map(str.isdecimal, numbers))
        if told and is_list and heading != code:
            yield _mapped(document, result, (heading, told), numbers)
            return


def _mapped(
    document: Document, result: Reading, other: tuple[str, str], numbers: Sequence[str]
) -> Doubt:
    first, (heading, told) = result.rows[0], other
    (table,) = result.options["tables"]
    what = (
        f'"{first.code}" of "{shown(table["code"])}" is read as a code, and "{shown(heading)}" has'
        f' "{shown(numbers[0])}" beside it, with a text below "{shown(told)}".'
    )
    better = {**table, "code": heading, "message": told, "pattern": shapes.pattern(numbers)}
    kept = {key: one for key, one in table.get("named", {}).items() if one not in other}
    better = {key: one for key, one in better.items() if key != "named"}
    better |= {"named": kept} if kept else {}
    change = becomes({**result.options, "tables": [better]})
    taken = tried(document, change(result.options))
    do = f"If it is the code that the API answers with, add --as-read {first.line}."
    if taken and [row.code for row in taken.rows] == list(numbers):
        do = f'If "{shown(heading)}" has these codes, add --as-meant {first.line}. {do}'
        return Doubt(document.file, first.line, what, do, change=change)
    return Doubt(document.file, first.line, what, do)
