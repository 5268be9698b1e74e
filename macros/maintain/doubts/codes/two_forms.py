"""One code in two forms, as `0x0F` and `0x0f`, or `0xF`: a reading -> doubts.

Hexadecimal numbers are the same whatever their capitals and zeros; a program that compares either
has one code. Of other codes that differ in capitals alone, one is perhaps a misprint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import codes
from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts import quoting
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each row whose code stands in another form above it."""
    firsts: dict[tuple[str, str], Row] = {}
    pairs: list[tuple[Row, Row]] = []
    for row in result.rows:
        if row.ends is None:
            first = firsts.setdefault((row.code_set, _number(row.code)), row)
            if first.code != row.code:
                pairs.append((first, row))
    lines = reading.asked(document, result.options) if pairs else []
    for first, again in pairs:
        yield _doubt(document, result, first, again, lines)


def _number(code: str) -> str:
    """Return what the forms of one code have in common."""
    return codes.bare_hexadecimal(code) if codes.is_hexadecimal(code) else code.casefold()


def _doubt(
    document: Document, result: Reading, first: Row, again: Row, lines: Sequence[str]
) -> Doubt:
    one, other = (shown(row.code) for row in (first, again))
    same = (
        "the same number as" if codes.is_hexadecimal(again.code) else "but for capitals the same as"
    )
    what = (
        f'"{other}", "{shown(again.message)}", is {same} "{one}" of line {first.line},'
        f' "{shown(first.message)}".'
    )
    quoted = quoting.quotes(document, result, [again], lines)
    none = f"line {again.line} lists no code, or is a misprint"
    do, quotes = quoting.advice(result, [again], quoted, none)
    apart = f"If they are two codes, add --as-read {again.line}."
    return Doubt(document.file, again.line, what, f"{apart} {do}", quotes)
