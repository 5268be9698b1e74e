"""Texts of source code that may be no messages: forms, comments beside texts, titles -> doubts.

`fmt.Errorf("E%d: dock is busy", 101)` says "E101: dock is busy", and its code may be E101. Where
`ErrBusy = 1002` has a comment and `case ErrBusy: return "dock is busy"` a text, either can be the
message. And `// ---- Billing ----`, `/** Since 2.4 */` and `// Deprecated: use 102` say nothing of
the code below them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.errors import more_advised
from macros.maintain.document import asides, reading, source
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.maintain.sniffers.source import cases, twins
from macros.readers.advice import as_pattern, by_hand_advice, hiding_advice, quoted, shown
from macros.texts import counted, one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.sniffers.source.source_entry import Entry
    from macros.readers.rows import Document, Row


_PLACE = re.compile(r"%0?[0-9]*[divsuxX]|\{(?:0|:0?[0-9]*[dx]?)?\}")
_STRING = r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`)"
# What calls a form with the number behind it, and what stands behind a form before its number.
_CALLED = rf"(?:printf|[eE]rrorf|[fF]ormat|Newf|Wrapf)!?\s*\(\s*{_STRING}\s*,\s*"
_BEHIND = rf"{_STRING}\s*(?:%\s*\(?|\.format\(|\.formatted\()\s*"


def filled(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts in which a program puts the code that is read beside them."""
    if result.options["format"] != "pattern":
        return
    lines = document.text.split("\n")
    rows = [row for row in result.rows if _is_filled(row, lines[row.line - 1])]
    if not rows:
        return
    first = rows[0]
    filled = _PLACE.sub(first.code, one_line(first.message), count=1)
    what = (
        f'"{shown(first.message)}" is a form that the program fills with the number beside it'
        f" (line {reading.line_ranges(row.line for row in rows)}): what it says is"
        f' "{shown(filled)}", in which the code may be another one than "{shown(first.code)}".'
    )
    do = (
        "Find a document that shows what the API answers, and read that one instead; if code and"
        " text are right as they are written here, say so."
    )
    yield Doubt(document.file, first.line, what, do)


def _is_filled(row: Row, line: str) -> bool:
    """Tell whether the line of a row puts its code into its text."""
    filled = rf"(?:{_CALLED}|{_BEHIND}){re.escape(row.code)}\b"
    return bool(_PLACE.search(row.message)) and bool(re.search(filled, line))


def twins_as_rows(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about constants with codes and those with texts, each read as a code."""
    if result.options["format"] != "pattern":
        return
    pairs = twins.pairs([row.code for row in result.rows])
    if len(pairs) < LEAST or 4 * len(pairs) < len(result.rows):
        return
    code, text = (result.rows[place] for place in pairs[0])
    what = (
        f'"{shown(code.code)}" and "{shown(text.code)}" are called as the code and the text of one'
        f" error ({counted(len(pairs), 'such pair', 'such pairs')}), and both are read as codes."
    )
    do = (
        f"If the API answers with {quoted(code.message)}, show one:"
        f" --such-as {quoted(code.message)} {quoted(text.message)}. If both names are codes, save"
        " the reader below to a file, and add --reader FILE."
    )
    yield Doubt(document.file, code.line, what, do)


_FEWEST = 2  # texts: a program says something else of one code, too


def returned(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts that are returned for some of the codes."""
    if result.options["format"] != "pattern" or "constants" in result.options:
        return
    if not result.rows or _are_strings(document.text, result.rows):
        return
    codes = {row.code for row in result.rows}
    for entry in cases.cases(document.text, _FEWEST):
        if not codes.issuperset(entry.codes) or not cases.are_messages(document.text, entry):
            continue
        returned = tried(document, _options(document, result, entry))
        if returned and returned.is_whole and {row.code for row in returned.rows} == codes:
            yield from _doubt(document.file, result.rows, returned)
            return


def _are_strings(text: str, rows: Sequence[Row]) -> bool:
    """Tell whether most messages are strings of a program, rather than comments or names."""
    found = sum(any(f"{mark}{row.message}{mark}" in text for mark in "\"'`") for row in rows)
    return 2 * found > len(rows)


def _options(document: Document, result: Reading, entry: Entry) -> Options:
    """Return how the texts that are returned are read, with the other codes by hand."""
    kept: Options = {key: result.options[key] for key in ("format", "code_set", "pattern")}
    lines = document.text.split("\n")
    rows: list[dict[str, Any]] = [
        {"line": _quoted(lines, row.line - 1), "code": row.code, "message": row.message}
        for row in result.rows
        if row.code not in entry.codes
    ]
    return {**kept, "entry": entry.entry, **entry.more, **({"rows": rows} if rows else {})}


def _quoted(lines: Sequence[str], index: int) -> str:
    """Return the line of a constant, and those of the comment right above it."""
    first = index
    while first and source.is_comment(lines[first - 1]):
        first -= 1
    return "\n".join(map(one_line, lines[first : index + 1]))


def _doubt(file: str, rows: Sequence[Row], returned: Reading) -> Iterator[Doubt]:
    before = {row.code: row.message for row in rows}
    told = [row for row in returned.rows if row.message != before[row.code] and row.text_line]
    if not told:
        return
    first = told[0]
    what = (
        f'"{shown(first.message)}" is returned for "{shown(first.code)}", of which'
        f' "{shown(before[first.code])}" is read as the message; either can be it'
        f" (line {reading.line_ranges(row.text_line for row in told)})."
    )
    do = (
        "If what is returned is the message, add --as-meant"
        f" {first.text_line}; the codes for which nothing is returned keep theirs. If it is not,"
        f" add --as-read {first.text_line}."
    )
    options = returned.options
    yield Doubt(file, first.text_line, what, do, change=becomes(options))


_MOST = 3  # lines that are quoted


class _Strange(NamedTuple):
    """A row, those lines of its comment that say nothing of the code, and whether it has others."""

    row: Row
    lines: tuple[str, ...]
    is_all: bool


def remarks(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubts about messages that are no texts of a code, or have a line that is none."""
    if result.options["format"] != "pattern":
        return
    lines = document.text.split("\n")
    found = [strange for row in result.rows if (strange := _strange(row, lines))]
    if parts := [one for one in found if not one.is_all]:
        yield _of_parts(document.file, parts)
    for one in found:
        if one.is_all:
            yield _of_whole(document.file, one.row, lines)


def _strange(row: Row, lines: Sequence[str]) -> _Strange | None:
    """Return what of a row's comment says nothing of the code; None where it all may."""
    if not row.text_line:
        return None
    comment = [line for line in lines[row.text_line - 1 : row.line - 1] if source.is_comment(line)]
    comment = comment or [source.remark(lines[row.line - 1])]
    texts = {one_line(line): text for line in comment if (text := asides.bare(line))}
    strange = [line for line, text in texts.items() if asides.is_aside(text)]
    old = [line for line, text in texts.items() if asides.says_old(text)]
    is_all = {*strange, *old} == texts.keys()
    read = tuple(line for line in (texts if is_all else strange) if texts[line] in row.message)
    return _Strange(row, read, is_all) if read else None


def _of_parts(file: str, found: Sequence[_Strange]) -> Doubt:
    """Return the doubt about lines that are perhaps of no message."""
    strange = list(dict.fromkeys(line for one in found for line in one.lines))
    first = found[0].row
    more = f", and {len(strange) - _MOST} lines more" if strange[_MOST:] else ""
    what = (
        f"{series([quoted(line) for line in strange[:_MOST]])}{more}: it is read as a part of the"
        f' message of "{first.code}", and is perhaps the title of a part, or a version, which says'
        " nothing of the code."
    )
    patterns = tuple(map(as_pattern, strange))
    do = f"If it is none of the message, add {', '.join(map(quoted, patterns))} to `ignore`."
    return Doubt(file, first.text_line, what, do, more={"ignore": patterns})


def _of_whole(file: str, row: Row, lines: Sequence[str]) -> Doubt:
    """Return the doubt about a message that is perhaps none."""
    what = (
        f'"{shown(one_line(row.message))}" is read as the message of "{row.code}", and is perhaps'
        " the title of a part, a version or a mark, which says nothing of the code."
    )
    entry = "\n".join(one_line(line) for line in lines[row.text_line - 1 : row.line])
    constant = one_line(lines[row.line - 1])
    ways = by_hand_advice(entry, row.code), hiding_advice([row.code], constant)
    return more_advised(Doubt(file, row.line, what, ""), *ways)
