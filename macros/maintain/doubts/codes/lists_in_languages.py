"""Lists of one document that have the same codes in several languages: a reading -> doubts.

A page has its codes under `English`, and once more under `Deutsch`. Read as two lists, the second
would have a code set of its own; read as one, each code several texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import reading, tongues, translations
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts import quoting
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_FEWEST = 3  # codes of a list
_MOST = 0.6  # of its codes stand in the other one, too


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each list below a heading that is perhaps another one in another language.

    The headings say so, or the texts.
    """
    lists: dict[str, list[Row]] = {}
    for row in result.rows:
        lists.setdefault(row.section or "", []).append(row)
    able = [rows for rows in lists.values() if len(rows) >= _FEWEST]
    found = [
        (first, other)
        for at, other in enumerate(able)
        if (first := next((one for one in able[:at] if _is_translated(one, other)), None))
    ]
    asked = reading.asked(document, result.options) if found else []
    for first, other in found:
        yield _doubt(document, result, first, other, asked)


def _is_translated(first: Sequence[Row], other: Sequence[Row]) -> bool:
    codes, again = ({row.code for row in rows} for rows in (first, other))
    texts = [[row.message for row in rows] for rows in (first, other)]
    if len(codes & again) < _MOST * min(len(codes), len(again)) or {*texts[0]} & {*texts[1]}:
        return False
    named = [translations.is_language(rows[0].section or "") for rows in (first, other)]
    return any(named) or tongues.looks(texts[0]) != tongues.looks(texts[1])


def _doubt(
    document: Document,
    result: Reading,
    first: Sequence[Row],
    other: Sequence[Row],
    lines: Sequence[str],
) -> Doubt:
    line, names = other[0].line, [shown(rows[0].section or "") for rows in (first, other)]
    what = (
        f'the codes under "{names[1]}" are those under "{names[0]}" (line {first[0].line}), with'
        " texts that are perhaps the same in another language."
    )
    quoted = quoting.quotes(document, result, other, lines)
    do, quotes = quoting.advice(result, other, quoted, "they are to be left out")
    languages = (
        "If so, copy the rows of each language into a file of its own, and take these in as"
        " documents of one revision, each with its --language."
    )
    lists = f"If these are two lists, add --as-read {line}."
    return Doubt(document.file, line, what, f"{languages} {lists} {do}", quotes)
