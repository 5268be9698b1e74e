"""The codes as CSV (RFC 4180): public shape -> text, a line per code and meaning.

Spreadsheets guess types from how a cell looks. So that no code changes
and no cell runs, some cells begin with an apostrophe: every code, and every text that begins with a
sign that starts a formula, or with an apostrophe itself.
"""

from __future__ import annotations

import csv
import io
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.publish.api.code import Code

# Each row of a document has these of its own, beside those of its code.
_OF_BOTH = ("condition", "rpc", "http_status", "retry")
COLUMNS = (
    *("name", "provider", "product", "code_set", "code", "status", "revision", "date", "message"),
    *(f"meaning_{name}" for name in _OF_BOTH),
    *(*_OF_BOTH, "confidence", "classified_by", "range"),
    *("first_revision", "last_revision", "file", "line", "source_url", "url"),
    *("disputed", "observed_meaning"),
    *("meaning_wait", "wait", "advice", "acts", "for_user", "reports"),
    "reviewed",
)
_in_order = itemgetter(*COLUMNS)
# What a code and one of its meanings say by themselves: where from, by column.
_OF_CODE = (
    *("name", "provider", "product", "code_set", "status", "message", *_OF_BOTH),
    *("first_revision", "last_revision", "source_url", "url"),
    *("wait", "advice", "acts", "for_user", "reports"),
)
_of_code = attrgetter(*_OF_CODE)
_OF_MEANING = {
    **{name: name for name in ("revision", "date", "message", "file", "line", "source_url")},
    **{f"meaning_{name}": name for name in (*_OF_BOTH, "wait")},
}
_of_meaning = attrgetter(*_OF_MEANING.values())
# Also their full-width forms, which some spreadsheets read alike.
_STARTS = frozenset("=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20")


def text(rows: Iterable[bytes]) -> bytes:
    """Return a spreadsheet of the rows of some codes, with its head, in UTF-8."""
    return b"".join([_text([COLUMNS]).encode(), *rows])


def rows(code: Code) -> str:
    """Return the lines of one code, each ended by a carriage return and a line feed."""
    return _text(lines(code))


def lines(code: Code) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each meaning of one code, in the order of `COLUMNS`.

    A code that no document lists has one line, without a revision.
    """
    of_code = dict.fromkeys(COLUMNS, "")
    of_code |= zip(_OF_CODE, map(_cell, _of_code(code)), strict=True)
    sure = code.classification
    of_code["classified_by"] = _cell(sure.by if sure else None)
    of_code["confidence"] = _cell(sure.confidence if sure else None)
    of_code["range"] = _cell(code.range.title if code.range else None)
    of_code["code"] = f"'{code.code}"
    of_code["disputed"] = "true" if code.disputed else ""
    of_code["reviewed"] = "true" if code.reviewed else "false"
    says = code.observation.says if code.observation else None
    of_code["observed_meaning"] = _cell(says.text if says else None)
    if not code.meanings:
        yield _in_order(of_code)
    for meaning in code.meanings:
        of_code |= zip(_OF_MEANING, map(_cell, _of_meaning(meaning)), strict=True)
        yield _in_order(of_code)


def _text(rows: Iterable[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue()


def _cell(value: object) -> str:
    """Return a value as a text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if text[:1] in _STARTS else text
