"""Tables whose cells are glued, or stand one below the other, in the copy of a page: -> an entry.

Codes of several lengths have nothing behind them but the text: `0Docked`, `12Too late`; names have
their status there: `NO_DOCK404No dock is here`; or each code stands alone on a line, with its text
on the next one. `format: pattern` reads them, with what nobody can tell for sure asked.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers import words
from macros.maintain.sniffers.copies import copy_entries, several_lines
from macros.maintain.sniffers.copies.copy_entries import MOST, TEXT
from macros.maintain.sniffers.sniffed import LEAST
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.sniffers.copies.copy_entries import Line
    from macros.maintain.sniffers.sniffed import Sniffed
    from macros.readers.rows import Document, Row

_LONGEST = 300_000  # characters; larger lists have markup
_NUMBER = re.compile(rf"(?P<code>-?[0-9]{{1,6}}){TEXT}", re.ASCII)
_STATUS = "(?P<http>[1-5][0-9]{2})"
_NAMED = re.compile(rf"(?P<code>[A-Z]\w*?[A-Za-z]\w*?){_STATUS}{TEXT}", re.ASCII)
_CLASS = re.compile(r"[1-9][xX]{2}\b")  # of statuses
_SHORT = re.compile(r"[A-Z]{1,3}(?!\w)")  # DS of 3DS
_ACRONYMS = frozenset(
    "A API APP BIN CVC CVV DB DNS GPS ID IP IO JWT KEY KYC MAC MSG NO NOT OK OS OTP PAN PDF PIN POS"
    " QR SDK SIM SKU SMS SQL SSL TCP TLS UDP UID URI URL USB VAT XML".split()
)


def sniff(document: Document, code_set: str) -> Sniffed | None:
    """Return the best of these ways to read a document; None where it has none of the shapes."""
    if len(document.text) > _LONGEST or document.text.lstrip()[:1] in "<{[":
        return None
    lines = copy_entries.lines_of(document)
    found = [way(document, code_set, lines) for way in (_numbers, _names)]
    found.append(several_lines.alternating(document, code_set, lines))
    if any("|" in line.text for line in lines):
        cells = [line._replace(text=line.text.strip("| ")) for line in lines]
        words_ = [line for line in cells if line.text]
        found.append(several_lines.alternating(document, code_set, words_, pipes=True))
    able = [one for one in (*found, several_lines.broken_rows(document, code_set)) if one]
    return max(able, key=lambda one: len(one.reading.rows), default=None)


def _numbers(document: Document, code_set: str, lines: Sequence[Line]) -> Sniffed | None:
    """Guess numbers of several lengths that are glued to their texts, below a heading of codes."""
    of_class = [line.text for line in lines if _CLASS.match(line.text)]
    found = {
        line.number: one
        for line in lines
        if (one := _NUMBER.fullmatch(line.text)) and line.text not in of_class
    }
    lengths = {len(one["code"]) for one in found.values()}
    spoken = any(copy_entries.speaks_of_codes(lines, number) for number in found)
    if len(found) <= LEAST or (len(lengths) == 1 and max(lengths) >= LEAST) or not spoken:
        return None
    codes = [one["code"] for one in found.values()]
    result = copy_entries.read(document, code_set, codes, f"{{code}}{TEXT}", prose=of_class)
    if not result or not result.rows:
        return None
    doubts = [*_odd(document.file, result.rows), *copy_entries.twice(document.file, result.rows)]
    return copy_entries.sniffed(result, codes, doubts)


def _odd(file: str, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield the doubt about each code whose last digit may be of the text, as in 3013DS failed."""
    capitals = sum(row.message[0].isupper() for row in rows)
    numbers = [int(row.code) for row in rows]
    ascending = sum(one < after for one, after in pairwise(numbers)) > MOST * len(rows)
    highest = -1
    for row, number, after in zip(rows, numbers, [*numbers[1:], numbers[-1] + 1], strict=True):
        is_longer = len(str(number)) > len(str(after))
        is_high = ascending and is_longer and after < number and highest < after
        short = _SHORT.match(row.message)
        is_small = row.message[0].islower() and capitals > MOST * len(rows)
        is_odd = is_small or (short and short[0] not in _ACRONYMS)
        highest = highest if is_high else number
        cut, text = row.code[:-1], row.code[-1:] + row.message
        if cut.strip("-") and (is_odd or is_high):
            what = (
                f'"{shown(row.code + row.message)}" is read as the code "{row.code}", and its last'
                f' digit may be of the text: "{shown(text)}" of "{cut}".'
            )
            do = (
                f"If so, add --as-meant {row.line}; if not, save the reader below to a file, and"
                " add --reader FILE."
            )
            said = {"line": row.code + row.message, "code": cut, "message": text}
            yield Doubt(file, row.line, what, do, rows=(said,))


def _names(document: Document, code_set: str, lines: Sequence[Line]) -> Sniffed | None:
    """Guess names that are glued to a status, and that to a text."""
    found = [one for line in lines if (one := _NAMED.fullmatch(line.text))]
    if len(found) < LEAST or not all(other_numbers.is_status(one["http"]) for one in found):
        return None
    codes = [one["code"] for one in found]
    result = copy_entries.read(document, code_set, codes, f"{{code}}{_STATUS}{TEXT}")
    if not result or not result.rows:
        return None
    return copy_entries.sniffed(
        result, codes, [words.doubt(document.file, result.rows[0].line, codes)]
    )
