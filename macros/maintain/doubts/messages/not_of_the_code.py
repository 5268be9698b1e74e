"""Lines read as texts of a code that may be none: of the page, or another row -> doubts.

A page ends with its firm and its address, or with a rule and a word to the reader; by its markup
that stands below the last code as its texts do. Where other codes have their texts right below
them, one below a blank line is perhaps of the page, too. And a copy of a page can have cells on
lines of their own and other rows glued to one line, as `4004Dock is gone`.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from macros.maintain.document import code_lines, other_numbers, source_file
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import as_pattern, shown
from macros.readers.ledger import Account
from macros.readers.printed import compiled
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row


_FORMATS = frozenset({"headings", "bullets"})
_FEWEST = 3  # codes of which one can tell what stands below each
_RULE = re.compile(r"\s*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|<hr\b[^<>]*>)\s*")


def ends_of_pages(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about lines below the last code that are perhaps of the page."""
    if result.options["format"] not in _FORMATS or len(result.rows) < _FEWEST:
        return
    if other_numbers.is_imprint(result.rows[-1].message):
        return  # the whole entry is asked about
    lines = document.text.split("\n")
    first, last = result.rows[0].line, max(row.line for row in result.rows)
    begin = _end(lines, first, last)
    read = [
        number
        for number in range(begin, len(lines) + 1)
        if result.accounts.get(number) is Account.ROW and one_line(lines[number - 1])
    ]
    if begin <= last or not read:
        return
    quoted = tuple(dict.fromkeys(one_line(lines[number - 1]) for number in read))
    more = f" and {len(quoted) - 1} more" if quoted[1:] else ""
    what = (
        f'"{shown(quoted[0])}"{more} at the end of the page is read as a text of the last code,'
        f' "{result.rows[-1].code}".'
    )
    do = (
        f"If it is of the page, add --no-codes {read[0]}, which quotes it under `prose`; if it says"
        f" something of the code, add --as-read {read[0]}."
    )
    yield Doubt(document.file, read[0], what, do, quoted)


def _end(lines: Sequence[str], first: int, last: int) -> int:
    """Return the line at which the page seems to end; 0 where nothing tells.

    Where rules stand between codes, too, one below the last code tells nothing.
    """
    rules = [number for number, line in enumerate(lines, start=1) if _is_rule(lines, number, line)]
    below = [number for number in rules if number > last]
    if below and not any(first < number < last for number in rules):
        return below[0] + 1
    ends = (
        number
        for number, line in enumerate(lines[last:], start=last + 1)
        if other_numbers.is_imprint(one_line(line))
    )
    return next(ends, 0)


def _is_rule(lines: Sequence[str], number: int, line: str) -> bool:
    """Tell whether a line is a rule, and no mark below a heading."""
    above = lines[number - 2] if number > 1 else ""
    return bool(_RULE.fullmatch(line)) and not above.strip()


_FORMATS_OF_PARAGRAPHS = frozenset({"headings", "pattern"})
_MOST = 2 / 3  # of the codes have their text right below


def texts_apart(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each code whose text stands further below than those of most."""
    if result.options["format"] not in _FORMATS_OF_PARAGRAPHS or source_file.is_source(document):
        return
    lines = code_lines.lines_of(document.text)
    usual = code_lines.usual(lines, result.rows)
    if not usual or usual.below:
        return
    framed = [(row, code_lines.frame(lines, row.line, row.code)) for row in result.rows]
    apart = [row for row, frame in framed if frame and frame.below]
    near = [row for row, frame in framed if frame and not frame.below]
    if len(near) < _MOST * len(result.rows):
        return
    labels = {_label(lines[row.line + 1]) for row in near}
    for row in apart:
        below = _below(lines, row, {one.line for one in result.rows})
        if below and not (_label(below[0]) and labels == {_label(below[0])}):
            yield _doubt(document.file, row, lines[row.line], below)


def _below(lines: Sequence[str], row: Row, starts: set[int]) -> list[str]:
    """Return the lines of the paragraph below a code that stands alone."""
    first = next((at for at in range(row.line + 1, len(lines)) if lines[at]), len(lines))
    numbers = takewhile(lambda at: lines[at] and at not in starts, range(first, len(lines)))
    return [lines[at] for at in numbers]


def _label(line: str) -> str:
    """Return what stands before a colon; where all texts have it, it tells that one is a text."""
    label, sign, _ = line.partition(":")
    return label if sign else ""


def _doubt(file: str, row: Row, line: str, below: Sequence[str]) -> Doubt:
    what = (
        f'"{shown(below[0])}" is read as the text of "{row.code}", and stands below a blank line,'
        " where other codes have their texts right below them."
    )
    do = (
        f"If it is of the page, and the code has no text, add --as-meant {row.line}; if it is its"
        f" text, add --as-read {row.line}."
    )
    more = {"ignore": (as_pattern(line),), "unreadable": (row.code,), "prose": tuple(below)}
    return Doubt(file, row.line, what, do, more=more)


_DIGITS = re.compile(r"[A-Z]{0,4}-?[0-9]{2,}", re.ASCII)


def rows(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about each line of a text that begins with a code, as rows do."""
    if result.options["format"] not in _FORMATS or "<" in document.text[:1]:
        return
    starts = {row.line for row in result.rows}
    begins = compiled(result.options["pattern"])
    for number, line in enumerate(document.text.split("\n"), start=1):
        text = one_line(line)
        if number in starts or result.accounts.get(number) != Account.ROW:
            continue
        found = begins.match(text)
        if not found or not _DIGITS.fullmatch(found[0]):
            continue
        rest = text[found.end() :]
        if rest[:1].isalpha() and " " in rest:
            said = {"line": text, "code": found[0], "message": rest}
            what = (
                f'"{shown(text)}" is read as a text of the code above it, and begins with what may'
                f' be a code of its own, "{found[0]}".'
            )
            do = (
                f"If it is one, add --as-meant {number}: its message is what stands behind it. If"
                " it is none, save the reader below to a file, and add --reader FILE."
            )
            yield Doubt(document.file, number, what, do, rows=(said,))
