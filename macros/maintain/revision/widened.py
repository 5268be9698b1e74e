"""Codes of a form that was not there before: options, later document -> patterns that have them.

Each of these is doubted, as what stands where codes do is not always one. Where none is left, once
something is quoted or answered, the patterns are those before.
"""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING

from macros import codes
from macros.errors import ProblemKind
from macros.maintain import sniff
from macros.maintain.document import reading, shapes
from macros.maintain.revision import dressed, printed_otherwise, renamed
from macros.maintain.sniffers.texts import wraps
from macros.readers import text_split
from macros.readers.advice import shown
from macros.readers.printed import codes_in_cell, range_in_cell
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.errors import Problem
    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.revision.renamed import Known
    from macros.readers.rows import Document, Row

TAKES_IN = "the pattern takes in"
_MOST = 3  # examples
_MEND = "mend the options before, and give them with --reader FILE."


# A minus directly before a code is a part of it, and not the mark of an item.
_MARKS = re.compile(r"(?:[#*+>` ]|-(?![0-9A-Za-z]))*")

# What readers say of an item, an entry or a heading that has no code where others have one.
_NO_CODE = frozenset(
    {
        ProblemKind.OTHER_FORM,
        ProblemKind.ITEM_WITHOUT_CODE,
        ProblemKind.HEADING_WITHOUT_CODE,
        ProblemKind.CODE_WITHIN_HEADING,
    }
)
_ITEMS = ("- ", "* ", "+ ")


def widen(options: Options, document: Document) -> list[str]:
    """Let patterns take in codes of a form that was not there before."""
    changes = []
    if "tables" not in options:
        return _widened_lines(options, document)
    tables = sniff.seen(document, options["format"])
    for kind in filter(renamed.is_plain, options["tables"]):
        cells = [
            text
            for table in tables
            if list(table.headings) == kind["columns"]
            for text in table.column(table.headings.index(kind["code"]))
        ]
        new = [
            code
            for text in cells
            if not codes_in_cell(text, kind["pattern"])
            for code in codes_in_cell(text, shapes.ANY_CODE.pattern)
        ]
        changes += _taken_in(kind, new)
    return changes


def unpadded(options: Options, document: Document, known: Known) -> list[str]:
    """Let the pattern take in codes that lost the zeros before them, where it finds no other one.

    Such as 1 are no codes by themselves: a heading can have any number.
    """
    if "tables" in options or "pattern" not in options or reading.read(document, options).rows:
        return []
    held = known.get(options.get("code_set", ""), {})
    bare = {printed_otherwise.without_zeros(code) for code in held} - held.keys()
    if not bare:
        return []
    wider = {**options, "pattern": f"{options['pattern']}|{shapes.pattern(sorted(bare))}"}
    found = bare & {row.code for row in reading.read(document, wider).rows}
    return _taken_in(options, sorted(found)) if 2 * len(found) > len(held) else []


def _widened_lines(options: Options, document: Document) -> list[str]:
    if options["format"] != "text_lines":
        return _widened_entries(options, document)
    if options["separator"] not in {"space", "sign"}:
        return []
    lines = document.text.split("\n")
    entries = [
        wraps.Entry(number, *parts)
        for number, line in enumerate(lines, start=1)
        if all(parts := _in_two(" ".join(line.split()), options))
        and shapes.looks_like_a_code(parts[0])
        and any(sign.isdigit() for sign in parts[0])
        and " ".join(line.split()) not in options.get("wrapped", [])
    ]
    # The rest of a message has no code.
    rests = [one.entry for one in wraps.suspects(lines, entries) if not one.is_row]
    new = [
        one.code
        for one in entries
        if one not in rests and not re.fullmatch(options["pattern"], one.code, re.ASCII)
    ]
    return _taken_in(options, new)


def _in_two(line: str, options: Options) -> tuple[str, str]:
    """Return what stands in the place of a code, and behind it; nothing where a line has none."""
    if options["separator"] == "sign":
        return text_split.signed(line)
    first, _, rest = line.partition(" ")
    return first, rest


def _widened_entries(options: Options, document: Document) -> list[str]:
    """Take in what stands where codes do in a format without tables, and looks like one."""
    result = reading.read(document, options)
    told = [one.text for one in result.problems if _has_no_code(one)]
    before = re.compile(options.get("before", ""), re.ASCII)
    words = [re.split(r"\s", _bare(before, text))[0].strip("`*:.,()[]<>") for text in told]
    new = [word for word in words if shapes.looks_like_a_code(word)]
    return _taken_in(options, new + dressed.codes(document, result))


def _has_no_code(problem: Problem) -> bool:
    if problem.kind is ProblemKind.LEFT_OVER:
        return problem.text.startswith(_ITEMS)
    return problem.kind in _NO_CODE


def _bare(before: re.Pattern[str], text: str) -> str:
    """Return a text without the marks of a heading or an item, and without what is before codes."""
    text = _MARKS.sub("", text, count=1)
    found = before.match(text)
    return text[found.end() :] if found else text


def _taken_in(kind: Options, new: list[str]) -> list[str]:
    before = kind["pattern"]
    new = [
        code
        for code in dict.fromkeys(new)
        # A range of codes, as 3001-3010, is no code of another form.
        if not (re.fullmatch(before, code, re.ASCII) or range_in_cell(code, before))
    ]
    if not new:
        return []
    kind["pattern"] = f"{before}|{shapes.pattern(new)}"
    few = ", ".join(new[:3]) + (", …" if len(new) > 3 else "")  # noqa: PLR2004 - three examples
    return [f"{TAKES_IN} {few} too: {kind['pattern']}"]


def narrowed(document: Document, before: Options, now: Reading) -> Reading | None:
    """Return how a document is read with the patterns before, where that leaves nothing over."""
    kinds = [one.get("tables", [one]) for one in (before, now.options)]
    if not now.is_whole or len(kinds[0]) != len(kinds[1]):
        return None
    options = copy.deepcopy(now.options)
    for old, new in zip(kinds[0], options.get("tables", [options]), strict=True):
        new["pattern"] = old["pattern"]
    narrow = reading.read(document, options)
    return narrow if narrow.is_whole and narrow.rows == now.rows else None


def doubts(document: Document, before: Options, now: Reading, known: Known) -> Iterator[str]:
    """Yield the rows whose codes the patterns before do not take in.

    Where a code lost zeros, or has more of them, that is asked of all such codes together
    (`printed_otherwise`).
    """
    patterns = reading.code_patterns(before)
    if set(patterns) == set(reading.code_patterns(now.options)):
        return
    if before.get("code_signs"):  # rows have what the API sends, which is not what is printed
        wider = series([f'"{one}"' for one in reading.code_patterns(now.options)])
        yield f"a wider pattern? The codes are read with {wider} now. Compare the rows."
        return
    quoted = set(before.get("unreadable", [])) | {one["code"] for one in before.get("rows", [])}
    gone = {(name, code) for name, held in known.items() for code in held}
    gone -= {(row.code_set, row.code) for row in now.rows}
    numbers = {(name, printed_otherwise.without_zeros(code)) for name, code in gone}
    new = [
        row
        for row in now.rows
        if row.ends is None and row.code not in quoted
        if (row.code_set, printed_otherwise.without_zeros(row.code)) not in numbers
        if not any(
            re.fullmatch(one, row.code, _flags(row.code))
            for one in reading.patterns_of(before, row.code_set)
        )
    ]
    if not new:
        return
    lines = reading.asked(document, now.options)
    for row in new[:_MOST]:
        of_set = reading.patterns_of(before, row.code_set)
        yield _of_row(row, of_set, reading.quotes([row], lines))
    if more := new[_MOST:]:
        where = reading.line_ranges(row.line for row in more)
        yield f"a wider pattern? {len(more)} more codes do not match it, on the lines {where}."


def _flags(code: str) -> re.RegexFlag:
    """Return how a pattern is matched: hexadecimal codes are the same in other capitals."""
    return re.ASCII | re.IGNORECASE if codes.is_hexadecimal(code) else re.ASCII


def _of_row(row: Row, patterns: list[str], quotes: list[str]) -> str:
    are = "is not of the pattern" if len(patterns) == 1 else "is of none of the patterns"
    listed = series([f'"{one}"' for one in patterns])
    said = f'a wider pattern? "{shown(row.code)}" in line {row.line} {are} before, {listed}.'
    if not quotes:
        return f"{said} If it is no code, {_MEND}"
    none = json.dumps(quotes, ensure_ascii=False)
    return (
        f"{said} If it is no code, add `prose: {none}` to the options before, and give them with"
        " --reader FILE."
    )
