"""Codes that stand in several rows with different texts: rows -> what is asked of them.

What comes again so often may be the status of an answer, half of a code, or a text in another
language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.maintain.document import translations
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.readers.rows import Row

_FEWEST = 3  # rows whose codes come again
_AGAIN = 0.25  # of all rows


def doubts(file: str, rows: Sequence[Row]) -> list[Problem]:
    """Return the doubt about codes of which a quarter or more come again with other texts."""
    again = _with_several_texts(rows)
    if len(again) < _FEWEST or len(again) < _AGAIN * len(rows):
        return []
    codes = list(dict.fromkeys(row.code for row in again))
    named = series([f'"{shown(code)}"' for code in codes[:3]])
    more = f", and {len(codes) - 3} more codes," if codes[3:] else ""
    what = f"{named}{more} stand in {len(again)} of {len(rows)} rows, with different texts"
    if languages := _languages(again):
        return [_spoken(file, again[0].line, what, languages)]
    what += "."
    do = (
        "Look whether another column, or a heading, tells them apart. If each code has all of these"
        " texts, save the reader below to a file, and add --reader FILE."
    )
    return [Problem(file, again[0].line, what, do)]


def new_languages(file: str, rows: Sequence[Row], held: Sequence[Row]) -> list[Problem]:
    """Return the doubt about rows of a later document that have a code once more in a language.

    Args:
        file: the document.
        rows: its rows.
        held: those of the document before.
    """
    again = _with_several_texts(rows)
    languages = _languages(again)
    if not again or set(languages) <= set(_languages(_with_several_texts(held))):
        return []
    codes = {(row.code_set, row.code) for row in again}
    stand = "codes stand" if codes - {(again[0].code_set, again[0].code)} else "code stands"
    what = f"{len(codes)} {stand} in {len(again)} rows, with different texts"
    return [_spoken(file, again[0].line, what, languages)]


def _with_several_texts(rows: Sequence[Row]) -> list[Row]:
    """Return the rows whose code stands in another one, too, with another text."""
    texts: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        texts.setdefault((row.code_set, row.code), set()).add(row.message)
    return [row for row in rows if len(texts[row.code_set, row.code]) > 1]


def _spoken(file: str, line: int, what: str, languages: Sequence[str]) -> Problem:
    """Return the question about texts in several languages in one document."""
    told = series([f'"{shown(one)}"' for one in languages])
    do = (
        "Copy the rows of each language into a file of its own, without what names the"
        " language, and take these in as documents of one revision, each with its --language."
    )
    return Problem(file, line, f"{what}, in several languages: {told}.", do)


def _languages(rows: Sequence[Row]) -> list[str]:
    """Return the languages that tell rows with one code apart: in a column, or before the texts."""
    found = [_language(row) for row in rows]
    pairs = {(row.code_set, row.code, one) for row, one in zip(rows, found, strict=True)}
    return list(dict.fromkeys(found)) if all(found) and len(pairs) == len(rows) else []


def _language(row: Row) -> str:
    """Return the language of a row, as the document has it; nothing where it says none."""
    first = re.match(r"[(\[_.-]?(?P<tag>[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)[)\]:=\s]", row.message)
    able = [*row.columns.values(), *([first["tag"]] if first else [])]
    return next(filter(translations.is_language, able), "")
