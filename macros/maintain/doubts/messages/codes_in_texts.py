"""Codes at either end of texts, beside numbers of sections or of HTTP: a reading -> doubts.

`3.1 E1001 Dock is busy` has the number of its chapter first, and below `HTTP 400` stands an item
for each code. What such a number says is no error; where each has a code of another form behind it,
or first in what stands below it, that is asked. So are names, of which the number behind them is
what a program sends, and the numbers of `1001 Invalid token (401)`, which are statuses, or the
codes, where the numbers that the lines begin with are statuses.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers, shapes, source_file
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.doubts.messages import columns_named, run_together
from macros.maintain.sniffers.copies.copy_entries import BETWEEN
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.maintain.sniffers.tables.code_column import has_digit
from macros.readers.advice import shown
from macros.readers.entries import TEXT, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row


_FEWEST = 3
_MOST = 0.8  # of the rows have a code in their texts
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})+", re.ASCII)
_NAME = re.compile(r"[A-Za-z]+(?:[_.][A-Za-z]+)*", re.ASCII)
_IN_CAPITALS = re.compile(r"[`*]*[A-Z]+(?:_[A-Z]+)*[`*]*(?:\s|$)", re.ASCII)
_LETTERS = re.compile(r"0[xX][0-9A-Fa-f]+|[A-Za-z]+", re.ASCII)
# What texts begin with behind signs, and that stands alone or before more words.
_FIRST = re.compile(r"[、.)·|/\s]*[`*\"'(\[]*(?P<code>-?\w[\w.-]*\w|-?[0-9])[`*\"')\]]*(?::|\s|$)")


def at_beginnings(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about rows whose texts begin with what are perhaps their codes."""
    rows, options = result.rows, result.options
    if len(rows) < _FEWEST:
        return
    is_text = options["format"] in source_file.OF_TEXT or "every_line" in options
    if not is_text:
        yield from _codes_beside(document.file, rows)
        return
    if columns_named.told_apart(document, result):
        return
    for say, some in product((_message, _title, _text, _heading), _alike(rows)):
        found = [_first(row, say(row)) for row in some]
        if _are_codes([row.code for row in some], [one for one in found if one]):
            row, code = next((row, one) for row, one in zip(some, found, strict=True) if one)
            # A minus can be taken for a sign between the two.
            line = document.text.split("\n")[row.line - 1]
            sign = "-" if re.search(rf"(?<!\w)-{re.escape(code)}\b", line) else ""
            yield _doubt(document.file, row, sign + code)
            return


def _alike(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """Return all rows, and those whose codes have one form where others have another."""
    forms: dict[str, list[Row]] = {}
    for row in rows:
        forms.setdefault(_form(row.code), []).append(row)
    return [rows, *(some for some in forms.values() if _FEWEST <= len(some) < len(rows))]


def _codes_beside(file: str, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield the doubt about cells of texts that begin as the codes do, with others than these."""
    found = [(row, code) for row in rows if (code := _first(row, row.message))]
    forms = {_form(row.code) for row in rows}
    codes = [code for _, code in found if _form(code) in forms and has_digit(code)]
    listed = {row.code for row in rows}
    if len({*codes} - listed) >= max(_FEWEST, _MOST * len(rows)):
        row, code = found[0]
        what = (
            f'"{shown(code)}", with which the text of "{shown(row.code)}" begins, looks like a'
            " code; so it is with the others."
        )
        do = (
            "If each row lists two codes, make the second ones a table of their own in a copy of"
            " the document. If these are parts of the texts, save the reader below to a file, and"
            " add --reader FILE."
        )
        yield Doubt(file, row.line, what, do)


def _form(code: str) -> str:
    return re.sub("[0-9]", "0", code)


def _message(row: Row) -> str:
    # 400 BAD_REQUEST has its own name behind it.
    is_name = row.code.isdigit() and _IN_CAPITALS.match(row.message)
    return "" if is_name else row.message


def _title(row: Row) -> str:
    return row.columns.get(TITLE, "")


def _text(row: Row) -> str:
    return row.columns.get(TEXT, "")


def _heading(row: Row) -> str:
    """Return the first heading below that of a row, as `### card.missing` below `## 404`."""
    return next((one for one in row.columns if one not in {TITLE, TEXT}), "")


def _first(row: Row, text: str) -> str:
    """Return what could be a code at the beginning of a text; else nothing."""
    found = _FIRST.match(text)
    is_code = found and shapes.looks_like_a_code(found["code"]) and found["code"] != row.code
    return found["code"] if found and is_code else ""


def _are_codes(own: list[str], codes: list[str]) -> bool:
    """Tell whether what texts begin with may be the codes, and what is read as such none."""
    if len(codes) < _MOST * len(own) or len(set(codes)) < len(codes) or not _are_alike(codes):
        return False
    if all(map(_NAME.fullmatch, own)):
        return all(has_digit(one) and not one[0].isdigit() for one in codes)
    return all(map(_SECTION.fullmatch, own)) or _counts(own) or _are_statuses(own)


def _counts(codes: list[str]) -> bool:
    """Tell whether numbers count from 1 on, with nothing left out."""
    return codes == [str(number) for number in range(1, len(codes) + 1)]


def _are_statuses(codes: list[str]) -> bool:
    """Tell whether numbers are those of HTTP, by whatever word before them."""
    return all(other_numbers.is_status(re.sub("^[A-Za-z]+[ _-]?", "", one)) for one in codes)


def _are_alike(codes: list[str]) -> bool:
    """Tell whether what texts begin with is of one form, but for a few."""
    forms = Counter(re.sub("[0-9]+", "0", _LETTERS.sub("A", one)) for one in codes)
    joined = sum(bool(re.search("[_.]", one)) for one in codes)
    return max(joined, *forms.values()) >= _MOST * len(codes) - 1


def _doubt(file: str, row: Row, code: str) -> Doubt:
    what = (
        f'"{shown(row.code)}" is read as a code, and "{shown(code)}", with which its text begins,'
        " may be the code; so it is with the others."
    )
    do = (
        f'If it is, show the text of it: --such-as "{shown(code)}" TEXT. If the codes are right,'
        " save the reader below to a file, and add --reader FILE."
    )
    return Doubt(file, row.line, what, do)


_IN_BRACKETS = re.compile(r"(?P<text>.*\S)\s*[(\[](?P<number>[0-9]{2,})[)\]]", re.ASCII)
_BARE = re.compile(r"(?P<text>.*[^\W\d_][^\w]*?)[\s,;–-]+(?P<number>[1-5][0-9]{2})", re.ASCII)  # noqa: RUF001
# With what the status is called: 401 Unauthorized
_CALLED = re.compile(
    r"(?P<text>.*\S)[\s,;(–-]+(?P<number>[1-5][0-9]{2}):? (?P<phrase>[A-Z][A-Za-z' -]+)\)?",  # noqa: RUF001
    re.ASCII | re.DOTALL,
)
_ITEM = r"(?:[-*+•][ \t]+)?[`*]*"
_MARK = "[`*]*"


def at_ends(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts that all end with a number."""
    rows, format_ = result.rows, result.options["format"]
    is_text = source_file.is_text(document, format_)
    is_text |= format_ == "pattern" and not source_file.is_source(document)
    if not is_text or len(rows) < LEAST or "one_column" in result.options:
        return
    ends = _IN_BRACKETS
    found = [ends.fullmatch(row.message) for row in rows]
    for other in (_CALLED, _BARE):
        if not all(found):
            ends, found = other, [other.fullmatch(row.message) for row in rows]
            found = [
                one if one and other_numbers.is_status(one["number"]) else None for one in found
            ]
    parted = [(one["text"], one["number"]) for one in found if one]
    if len(parted) < len(rows) or (ends is _BARE and _is_asked(document, result)):
        return
    first, number = rows[0], parted[0][1]
    what = (
        f'"{shown(first.message)}" and {len(rows) - 1} more texts end with a number, which may be'
        " a status, or the code."
    )
    do = (
        f"If it is a part of the text, add --as-read {first.line}; else read the document with"
        " `format: pattern` and an `entry` that has a group for each part."
    )
    change = None
    last = _called(rows, [one for _, one in parted])
    able = last and format_ != "headings" and ends is _IN_BRACKETS
    better = _parted(result.options, rows, [one for _, one in parted], last) if able else None
    taken = tried(document, better) if better else None
    if taken and [row.message for row in taken.rows] == [text for text, _ in parted]:
        change = becomes(taken.options)
        code, status = (number, first.code) if last == "code" else (first.code, number)
        do = (
            f"If it is a part of the text, add --as-read {first.line}; else add --as-meant"
            f' {first.line}, which reads the code "{code}", the message "{shown(parted[0][0])}" and'
            f' "{status}" as its status. Save the reader then, and mend its `entry`, if both are'
            " something else."
        )
    yield Doubt(document.file, first.line, what, do, change=change)


def _is_asked(document: Document, result: Reading) -> bool:
    """Tell whether it is asked anyway which columns lines of text have."""
    asks = (columns_named.doubts, run_together.doubts)
    return any(any(ask(document, result)) for ask in asks)


def _called(rows: Sequence[Row], numbers: Sequence[str]) -> str:
    """Return what the numbers at the ends are: a status, the code, or nothing that is known."""
    if all(map(other_numbers.is_status, numbers)):
        return "http"
    begin = all(other_numbers.is_status(row.code) for row in rows)
    differ = len(set(numbers)) == len(numbers)
    return "code" if begin and differ and not any(map(other_numbers.is_status, numbers)) else ""


def _parted(options: Options, rows: Sequence[Row], numbers: Sequence[str], last: str) -> Options:
    """Return options for lines with a number at each end, of which the last one is called so."""
    first = "http" if last == "code" else "code"
    pattern = shapes.pattern(numbers if last == "code" else [row.code for row in rows])
    before = "[1-5][0-9]{2}" if first == "http" else pattern
    behind = pattern if first == "http" else "[0-9]{2,}"
    lead = options.get("before", "")
    entry = (
        rf"{_ITEM}{lead}(?P<{first}>{before}){_MARK}{BETWEEN}(?P<message>\S[^\n]*\S)[ \t]*"
        rf"[(\[](?P<{last}>{behind})[)\]]"
    )
    return {
        "format": "pattern",
        "code_set": options["code_set"],
        "pattern": pattern,
        "entry": entry,
        "every_line": "true",
        "named": {"http": "http"},
    }
