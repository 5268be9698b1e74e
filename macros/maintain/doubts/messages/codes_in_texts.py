"""Texts that begin with codes, behind numbers of sections or of HTTP: a reading -> a doubt.

`3.1 E1001 Dock is busy` has the number of its chapter first, and below `HTTP 400` stands an item
for each code. What such a number says is no error; where each has a code of another form behind
it, or first in what stands below it, that is asked. So are names, of which the number behind them
is what a program sends.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers, shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.messages import columns_named
from macros.readers.advice import shown
from macros.readers.entries import TEXT, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_FORMATS = frozenset({"headings", "bullets", "text_lines"})
_FEWEST = 3
_MOST = 0.8  # of the rows have a code in their texts
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})+", re.ASCII)
_NAME = re.compile(r"[A-Za-z]+(?:[_.][A-Za-z]+)*", re.ASCII)
_IN_CAPITALS = re.compile(r"[`*]*[A-Z]+(?:_[A-Z]+)*[`*]*(?:\s|$)", re.ASCII)
_LETTERS = re.compile(r"0[xX][0-9A-Fa-f]+|[A-Za-z]+", re.ASCII)
# What texts begin with behind signs, and that stands alone or before more words.
_FIRST = re.compile(r"[、.)·|/\s]*[`*\"'(\[]*(?P<code>-?\w[\w.-]*\w|-?[0-9])[`*\"')\]]*(?::|\s|$)")


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about rows whose texts begin with what are perhaps their codes."""
    rows, options = result.rows, result.options
    if len(rows) < _FEWEST:
        return
    is_text = options["format"] in _FORMATS or "every_line" in options
    if not is_text:
        yield from _codes_beside(document.file, rows)
        return
    if columns_named.told_apart(document, result):
        return
    for say in (_message, _title, _text, _heading):
        found = [_first(row, say(row)) for row in rows]
        if _are_codes([row.code for row in rows], [one for one in found if one]):
            row, code = next((row, one) for row, one in zip(rows, found, strict=True) if one)
            # A minus can be taken for a sign between the two.
            line = document.text.split("\n")[row.line - 1]
            sign = "-" if re.search(rf"(?<!\w)-{re.escape(code)}\b", line) else ""
            yield _doubt(document.file, row, sign + code)
            return


def _codes_beside(file: str, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield the doubt about cells of texts that begin as the codes do, with others than these."""
    found = [(row, code) for row in rows if (code := _first(row, row.message))]
    forms = {_form(row.code) for row in rows}
    codes = [code for _, code in found if _form(code) in forms and _has_digit(code)]
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
        return all(_has_digit(one) and not one[0].isdigit() for one in codes)
    return all(map(_SECTION.fullmatch, own)) or _counts(own) or _are_statuses(own)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


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
