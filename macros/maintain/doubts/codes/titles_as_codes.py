"""Titles that look like codes, and codes that look like titles: a reading -> doubts.

A row whose first cell alone has a text is the title of those below, and so is a range whose codes
have rows, or a line with a `#` and no blank behind it in no page of Markdown. A code that the
provider gave no text stands there in the same way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros import codes
from macros.maintain.document import reading, shapes
from macros.maintain.document.doubt import Doubt, fitting
from macros.maintain.sniffers.tables import tables
from macros.readers import heading_signs
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row


def in_tables(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each number that is read as the title of the rows below it."""
    sections = {row.section for row in result.rows if row.section}
    able = {one for one in sections if shapes.looks_like_a_code(one) and re.search("[0-9]", one)}
    if not able or "tables" not in result.options:
        return
    for table in tables.seen(document, result.options["format"]):
        for row in table.rows:
            first, *others = row.texts
            is_title = result.accounts.get(row.line) is Account.HEADING
            if is_title and others and first in able and not any(others) and not row.spans:
                yield _in_table(document.file, row.line, first, table.headings)


def _in_table(file: str, line: int, code: str, headings: tuple[str, ...]) -> Doubt:
    what = f'"{shown(code)}" is read as the title of the rows below it, and looks like a code.'
    do = (
        "If it is a code without a text, let the table's `pattern` fit it, too, in the reader"
        " below: what to write of such a code is said then. If it is a title, change nothing. Save"
        " it to a file, and add --reader FILE."
    )
    return Doubt(file, line, what, do, change=fitting([code], headings))


_FEWEST = 2  # codes of a chapter


def ranges(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each range of which codes are listed, as "1000-1999 Accounts" has some.

    Such a row is the heading of a chapter; a range of codes that are not told apart has none.
    """
    ranges = [row for row in result.rows if row.ends]
    asked = reading.asked(document, result.options) if ranges else []
    for row in ranges:
        inside = [one for one in result.rows if one.ends is None and _is_within(one, row)]
        if len(inside) >= _FEWEST:
            what = (
                f'"{shown(row.code)}" is a range, and "{shown(inside[0].code)}" and'
                f" {len(inside) - 1} more codes of it have rows: is it a heading?"
            )
            do = (
                "If it is, quote its line under `prose` in the reader below; if it is a row, save"
                " the reader to a file as it is. Add --reader FILE."
            )
            quoted = reading.quotes([row], asked) or _with_ends(row, asked)
            yield Doubt(document.file, row.line, what, do, tuple(quoted))


def _is_within(one: Row, row: Row) -> bool:
    if one.code_set != row.code_set or not row.ends:
        return False
    first, last = map(codes.order, row.ends)
    return first <= codes.order(one.code) <= last


def _with_ends(row: Row, asked: list[str]) -> list[str]:
    """Return the shortest line that has both ends of a range: as printed, it has other signs."""
    first, last = row.ends or ("", "")
    able = [text for text in asked if first in text and last in text]
    return [min(able, key=len)] if able else []


def behind_single_signs(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about each line with one sign, whether it begins an entry or not."""
    options = result.options
    if options["format"] != "headings" or options.get("markup", "markdown") != "markdown":
        return
    codes = {row.line: row.code for row in result.rows}
    for number, line in enumerate(document.text.split("\n"), start=1):
        text = heading_signs.begins_with_one(line)
        if not text or result.accounts.get(number) is not Account.ROW:
            continue
        first = text.strip("*_`\"'[(").partition(" ")[0].rstrip("*_`\"'])(:.,;")
        if number in codes:
            yield _read(document.file, number, one_line(line), codes[number])
        elif shapes.looks_like_a_code(first) and re.search("[0-9]{2}", first):
            yield _passed(document.file, number, one_line(line), first)


def _read(file: str, line: int, text: str, code: str) -> Doubt:
    what = (
        f'"{shown(text)}" is read as the heading of the code "{shown(code)}", and has no blank'
        " behind its sign: it may be a part of the text above, such as the number of a ticket."
    )
    do = "Save the reader below to a file, and add --reader FILE. If it is a part of that text,"
    return Doubt(file, line, what, f"{do} quote it under `prose` in it before.", (text,))


def _passed(file: str, line: int, text: str, code: str) -> Doubt:
    what = (
        f'"{shown(text)}" is read as a text of the code above it, and may be a heading without the'
        f' blank behind its sign, that of the code "{shown(code)}".'
    )
    do = (
        "If it is one, let `pattern` fit the code, too, in the reader below; if it is none, change"
        " nothing. Save it to a file, and add --reader FILE."
    )
    return Doubt(file, line, what, do, change=fitting([code]))
