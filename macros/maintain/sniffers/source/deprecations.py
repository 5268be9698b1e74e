"""What says of a constant that it is deprecated, above it or before it: kept beside its text.

As in `@Deprecated`, `[Obsolete("Use 102")]`, `/** @deprecated since 2.1 */` and `// Deprecated: use
102`. It is no text of the code, and whoever meets the code wants to know it.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import asides, reading, source
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import account
from macros.maintain.sniffers.source import comments
from macros.maintain.sniffers.source.source_entry import END
from macros.readers import hidden
from macros.readers.advice import shown
from macros.sources.reader_options.entries import LONGEST_ENTRY
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_GROUP = "(?P<deprecated>"
_TAG = r"[@\\](?:deprecated|obsolete)\b"
_WORD = r"(?:[Dd]eprecated|DEPRECATED|[Oo]bsolete|OBSOLETE)"
_NAMED = r"(?P<name>[\w$]+)"
# As in protobuf: BUSY = 102 [deprecated = true];
_OPTION = rf"(?:\s*\[\s*{_GROUP}deprecated\s*=\s*true)\s*\])?"
# As in C++ and C: BUSY [[deprecated("Use 102")]] = 101
_BEHIND_NAME = (
    rf"(?:\s*{_GROUP}\[\[deprecated(?:\([^()\n]*\))?\]\]"
    r"|__attribute__\s*\(\(deprecated(?:\([^()\n]*\))?\)\)))?"
)
_ATTRIBUTE = re.compile(r"\s*(?:(?:@\w[\w.]*(?:\s*\(.*\))?\s*)+|#?!?\[.*\]\s*)")
_STAR = r"\n[ \t]*\*+"
# What stands in a comment or an attribute above an entry, and further attributes below it.
_ABOVE = (
    rf"(?:(?:/\*+[ \t]*(?:{_STAR}[^\n/]*)*?(?:{_STAR}[ \t]*)?|(?://+!?|#+[ \t]|--)[ \t]*)?"
    rf"{_GROUP}{hidden.OLD}|{_TAG}[^\n*]*(?:{_STAR}[ \t]*[^\s*/@][^\n]*)*"
    rf"|{_WORD}[:.,;(\u2013\u2014 -][^\n*]*(?:\n[ \t]*(?://+|#+|--|\*+)[ \t]*[^\s*/][^\n*]*)*)"
    rf"[ \t]*(?:(?:{_STAR}[^\n/]*)*(?:\n[ \t]*)?\*+/)?[ \t]*\n"
    rf"(?:(?:{hidden.OLD}|[@\[][^\n\"']*)\n)*)?"
)


class _Mark(NamedTuple):
    """What says that the constant of a row is deprecated.

    Attributes:
        row: the row.
        line: its line, counted from 0.
        text: what it says.
    """

    row: Row
    line: int
    text: str


def kept(document: Document, result: Reading) -> Reading:
    """Return how a document is read with such marks kept, if some would be passed over.

    Constants with a mark behind their name, or behind their number, are read as well then.
    """
    own, lines = result.options["entry"], int(result.options.get("lines", 1))
    for sign, entry in (
        ("[", own.replace(END, rf"{_OPTION}{END}", 1)),
        ("[[", own.replace(_NAMED, rf"{_NAMED}{_BEHIND_NAME}", 1)),
        ("__attribute__", own.replace(_NAMED, rf"{_NAMED}{_BEHIND_NAME}", 1)),
    ):
        if re.search(rf"\w\s*{re.escape(sign)}\(*deprecated\b", document.text):
            better = _tried(document, result, entry, lines)
            if better and len(better.rows) > len(result.rows):
                return better
    untold = _untold(document, result)
    if not untold or _GROUP in own:
        return result
    text = document.text.split("\n")
    deepest = max(len(_beside(one.line + 1, text)) + one.row.line - one.line for one in untold)
    for entry, most in (
        (own.replace(comments.BETWEEN, comments.WITH_OLD, 1), lines),
        (_ABOVE + own, min(max(lines, deepest) + lines, LONGEST_ENTRY)),
    ):
        better = _tried(document, result, entry, most)
        if better and _said(better) == _said(result) and not _untold(document, better):
            return better
    return result


def _tried(document: Document, result: Reading, entry: str, lines: int) -> Reading | None:
    """Return how a document is read with another expression; None where that is none."""
    options = {**result.options, "entry": entry, "lines": str(lines)}
    if lines == 1:
        del options["lines"]
    if "\\deprecated" in document.text:
        options.setdefault("escapes", "none")
    is_new = entry != result.options["entry"] and not reading.fault(options)
    return account(document, options) if is_new else None


def _said(result: Reading) -> list[tuple[str, str]]:
    return [(row.code, row.message) for row in result.rows]


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about such marks that are passed over."""
    if result.options["format"] != "pattern":
        return
    lines = document.text.split("\n")
    do = "If it says so of that code alone, it is kept beside the text."
    for mark in _untold(document, result):
        row = mark.row
        what = (
            f'"{shown(mark.text)}" says that "{shown(row.code)}" is deprecated, or all that stands'
            " below it, and is passed over."
        )
        # A row by hand quotes its text, too, which stands above the mark or below it.
        first = min(mark.line, (row.text_line or row.line) - 1)
        said = {
            "line": "\n".join(map(one_line, lines[first : row.line])),
            "code": row.code,
            "message": row.message,
            "columns": {**row.columns, "deprecated": mark.text},
        }
        yield Doubt(document.file, mark.line + 1, what, do, rows=(said,))


def _untold(document: Document, result: Reading) -> list[_Mark]:
    """Return the marks above the constants of rows of which nothing is kept."""
    lines = document.text.split("\n")
    return [
        mark
        for row in result.rows
        if (mark := _mark(row, lines)) and _words(mark.text) not in _words(_all_said(row))
    ]


def _all_said(row: Row) -> str:
    return " ".join([row.message, *row.columns.values()])


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _mark(row: Row, lines: Sequence[str]) -> _Mark | None:
    """Return what says that the constant of a row is deprecated, if anything above it does.

    Its text can stand below a name elsewhere, and the mark there.
    """
    found = (_above(row, line - 1, lines) for line in (row.line, row.text_line) if line)
    return next(filter(None, found), None)


def _above(row: Row, line: int, lines: Sequence[str]) -> _Mark | None:
    """Return the mark on a line, or that above it which says most."""
    if found := hidden.OLD_ONE.match(lines[line].strip()):
        return _Mark(row, line, found[0])
    marks = [
        _Mark(row, above, text) for above in _beside(line, lines) if (text := _text(lines[above]))
    ]
    return max(marks, key=lambda one: len(one.text), default=None)


def _text(line: str) -> str:
    """Return the mark that a comment or an attribute is, if it is one."""
    if source.is_comment(line):
        text = asides.bare(line)
        return text if asides.says_old(text) else ""
    found = hidden.OLD_ONE.search(line)
    return found[0] if found else ""


def _beside(line: int, lines: Sequence[str]) -> list[int]:
    """Return the lines of comments and attributes right above a line, all counted from 0."""
    return [*takewhile(lambda above: _is_beside(lines[above]), range(line - 1, -1, -1))]


def _is_beside(line: str) -> bool:
    """Tell whether a line is a comment or an attribute, which stands beside what is below it."""
    return source.is_comment(line) or bool(_ATTRIBUTE.fullmatch(line))
