"""Lines that read like several rows and are taken for one: a reading -> doubts.

In `102: Gate is shut; 103: Gate is locked` the second code would be a part of the first one's text,
and in `| 101 | Dock is busy | 102 | Gate is shut |` of what stands beside it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import more_advised
from macros.maintain.document import line_parts
from macros.maintain.document.doubt import Doubt, fitting
from macros.readers.advice import by_hand_advice, shown
from macros.readers.printed import is_code
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.line_parts import Line, Part
    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

_NAMED = 6  # codes


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about each line that reads like several rows."""
    for row, line, parts in line_parts.found(document, result):
        yield _doubt(document.file, row, line, parts, result.options)


def _doubt(file: str, row: Row, line: Line, parts: Sequence[Part], options: Options) -> Doubt:
    others = line_parts.others(row, parts)
    named = series([f'"{shown(one)}"' for one in others[:_NAMED]])
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    what = (
        f'"{shown(line.text)}" is read as one row, of "{shown(row.code)}", and in it {named}{more}'
        f" {'look like codes with texts' if others[1:] else 'looks like a code with a text'} of"
        f" {'their' if others[1:] else 'its'} own."
    )
    doubt = Doubt(file, row.line, what, "")
    if not all(one.message for one in parts):
        codes = dict.fromkeys(one.code for one in parts)
        return more_advised(doubt, "If so:", by_hand_advice(line.text, *codes))
    own = {} if row.code_set == options["code_set"] else {"code_set": row.code_set}
    rows = [{"line": line.text, "code": one.code, "message": one.message, **own} for one in parts]
    strange = [one for one in others if not is_code(one, options["pattern"])]
    texts = json.dumps({one.code: one.message for one in parts}, ensure_ascii=False)
    do = f"If so, add --as-meant {row.line}, by which these are the texts of each: {texts}."
    change = fitting(strange) if strange else None
    return replace(doubt, do=do, rows=tuple(rows), change=change)
