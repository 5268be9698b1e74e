"""Marks of footnotes behind codes, as in `1001*` and `1001[^1]`: document -> how it can be read.

An API sends none, and a raised `1` would be a digit of the code. The guesses know such codes in a
copy of the document without the marks; of the document itself it is asked whether they are some.
References to notes within texts, which no page shows as they are written, are looked at as well.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from macros.maintain.document import footnote_marks, reading, source_file
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from macros.errors import Problem
    from macros.maintain.document.footnote_marks import Mark
    from macros.maintain.document.reading import Reading
    from macros.maintain.sniffers.sniffed import Sniffed
    from macros.readers.rows import Document, Row

_GRID = re.compile(r"^\s*(?:[+|]?[-=]{3,}[-=+| ]*|[+┌├└╔╠╚].*)$", re.MULTILINE)
_PAGES = frozenset(
    {"html_table", "markdown", "rst", "box_table", "csv", "text_lines", "bullets", "headings"}
)
_SAYS = " of footnotes"
_NAMED = 3  # marks
_QUOTED = 20  # rows that an advice has


def sniff(
    document: Document, best: Sniffed | None, guess: Callable[[Document], Sniffed | None]
) -> Sniffed | None:
    """Return how a document is read whose codes have marks; None where none has one.

    Args:
        document: the document.
        best: the best guess with the marks.
        guess: finds out how a document can be read whose codes have none.
    """
    marks = list(footnote_marks.found(document.text)) if not source_file.is_source(document) else []
    for pad in (True, False) if _GRID.search(document.text) else (False,):
        found = _guessed(document, marks, guess, pad=pad) if marks else None
        if found and len(found[0].reading.rows) >= (len(best.reading.rows) if best else 0):
            return _read(document, *found)
    return None


def _guessed(
    document: Document,
    marks: Sequence[Mark],
    guess: Callable[[Document], Sniffed | None],
    *,
    pad: bool,
) -> tuple[Sniffed, list[Mark]] | None:
    """Return how a copy without marks is read, and those of its rows."""
    for _ in range(2):
        found = guess(_without(document, marks, pad=pad))
        if found is None or found.reading.options["format"] not in _PAGES:
            return None
        rows = {(row.line, row.code) for row in found.reading.rows}
        lines = {line for line, _ in rows}
        texts = {row.text_line for row in found.reading.rows}
        kept = [
            one
            for one in marks
            if (one.line, one.code) in rows or (not one.code and one.line in lines | texts)
        ]
        if not kept:
            return None
        if kept == list(marks):
            return found, kept
        marks = kept
    return None


def _without(document: Document, marks: Sequence[Mark], *, pad: bool) -> Document:
    text = document.text
    for one in sorted(marks, reverse=True):
        rest = " " * (one.end - one.first) if pad else ""
        text = f"{text[: one.first]}{rest}{text[one.end :]}"
    return replace(document, text=text)


def alone(asked: Sniffed) -> Sniffed:
    """Return a guess without further questions about the elements that its marks are."""
    own = {key for one in asked.doubts for key in _left_out(one) if _SAYS in one.what}

    def is_other(one: Problem) -> bool:
        return _SAYS in one.what or not _left_out(one) or not own.issuperset(_left_out(one))

    problems = tuple(filter(is_other, asked.reading.problems))
    doubts = tuple(filter(is_other, asked.doubts))
    return replace(asked, reading=replace(asked.reading, problems=problems), doubts=doubts)


def _left_out(problem: Problem) -> Sequence[str]:
    return problem.more.get("leave_out", ()) if isinstance(problem, Doubt) else ()


def _read(document: Document, guessed: Sniffed, marks: Sequence[Mark]) -> Sniffed:
    """Return how the document itself is read, with the doubt about its marks."""
    meant = guessed.reading
    result = reading.read(document, meant.options)
    line = marks[0].line
    raised = _raised(document, meant, marks)
    said = [] if raised else _by_hand(document, result, marks, meant)
    doubt = Doubt(document.file, line, _what(marks), "", rows=tuple(said))
    do = f"If they are, add --as-meant {line}, or write"
    if raised:
        do = f"{do} `leave_out: {json.dumps(raised)}` in the reader below."
        doubt = replace(doubt, more={"leave_out": raised})
    elif said:
        written = json.dumps(said[:_QUOTED], ensure_ascii=False)
        more = ", and further ones like these," if said[_QUOTED:] else ""
        do = f"{do} `rows: {written}`{more} in the reader below."
    elif _alike(result, meant):
        do = "The codes are read without them."
    else:
        do = "If they are, take them out of a copy of the file, and run `read` on that."
    if any(one.code for one in marks):
        do += " If they are a part of the codes, mend `pattern` there."
    do += f" Save the reader to a file, and add --reader FILE.{_told(document, marks)}"
    doubt = replace(doubt, do=do)
    result = replace(result, problems=(*result.problems, doubt))
    return replace(guessed, reading=result, doubts=(doubt,))


def _raised(document: Document, meant: Reading, marks: Sequence[Mark]) -> tuple[str, ...]:
    """Return the elements to leave out, if all marks are raised, and all is read without them."""
    tags = [re.fullmatch(r"\s?<(\w+).*</\1>", one.written, re.DOTALL) for one in marks]
    pairs = zip(marks, tags, strict=True)
    keys = tuple(dict.fromkeys(f"<{tag[1]}>{one.shown}</{tag[1]}>" for one, tag in pairs if tag))
    if not all(tags):
        return ()
    changed = {**meant.options, "leave_out": [*meant.options.get("leave_out", []), *keys]}
    if reading.fault(changed):
        return ()
    return keys if _alike(reading.read(document, changed), meant) else ()


def _by_hand(
    document: Document, result: Reading, marks: Sequence[Mark], meant: Reading
) -> list[Mapping[str, Any]]:
    """Return what the rows with marks say without these; nothing where all is not read so then."""
    known = {(row.line, row.code, row.message) for row in result.rows}
    asked = reading.asked(document, result.options)
    several = len({row.code_set for row in meant.rows}) > 1
    said: list[Mapping[str, Any]] = []
    for row in meant.rows:
        own = [one for one in marks if one.line in {row.line, row.text_line}]
        if not own or (row.line, row.code, row.message) in known:
            continue
        columns = {heading: cell for heading, cell in row.columns.items() if cell}
        said.append(
            {"line": _line(row, own, asked), "code": row.code, "message": row.message}
            | ({"columns": columns} if columns else {})
            | ({"code_set": row.code_set} if several else {})
        )
    options = {**result.options, "rows": [*result.options.get("rows", []), *said]}
    if not said or reading.fault(options):
        return []
    return said if _alike(reading.read(document, options), meant) else []


def _line(row: Row, marks: Sequence[Mark], asked: Sequence[str]) -> str:
    """Return the line of a row with marks, as the reader looks it up; nothing if none is it."""
    begins = row.message.split("\n")[0].split(" ")[0]
    forms = set[str]().union(*(one.forms for one in marks))
    able = (text for text in asked if row.code in text and begins in text)
    return min((text for text in able if any(one in text for one in forms)), key=len, default="")


def _alike(result: Reading, meant: Reading) -> bool:
    """Tell whether all rows are read as they are meant, and no more is refused."""
    own, others = (
        {(row.line, row.code, row.message) for row in one.rows} for one in (result, meant)
    )
    known = {(one.line, one.what) for one in meant.problems}
    return own == others and known.issuperset((one.line, one.what) for one in result.problems)


def _what(marks: Sequence[Mark]) -> str:
    """Say what is asked."""
    written = list(dict.fromkeys(one.quoted for one in marks))
    named = series([f'"{shown(text)}"' for text in written[:_NAMED]])
    more = f" and {len(written) - _NAMED} more" if written[_NAMED:] else ""
    if not any(one.code for one in marks):
        leads = "lead" if written[1:] else "leads"
        return f"{named}{more} in texts {leads} to footnotes, and no API sends that."
    have = "have what look like marks" if written[1:] else "has what looks like a mark"
    return f"{named}{more} {have}{_SAYS}."


def _told(document: Document, marks: Sequence[Mark]) -> str:
    """Say where the notes stand, which begin with the marks; nothing where there are none."""
    rows = {one.line for one in marks}
    lines = [
        number
        for number, line in enumerate(document.text.split("\n"), start=1)
        if number not in rows and any(footnote_marks.begins(line, one) for one in marks)
    ]
    where = f"(line {reading.line_ranges(lines)})"
    if lines[1:]:
        return f" The notes {where} are passed over: read what they say."
    return f" The note {where} is passed over: read what it says." if lines else ""
