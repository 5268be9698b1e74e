"""Comments by which constants are perhaps no codes, or have another text: rows -> doubts.

A comment that stands alone is the heading of what is below it: `/* Flags for open() */`. Most are
about what the codes are of, so that only those are asked about that speak of other numbers. And
where comments say the messages, all lines of one are the text of what is below it, and a constant
that is commented out among them is none: it is known by having the form of the constant itself.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import other_numbers, source, source_blocks
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.strangers import dead_code
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options
    from macros.readers.rows import Document, Row


_MOST_WORDS = 8  # of a heading
_AROUND = " \t/*#=-_~+<>!:;."
_DECORATED = re.compile(r"[-=*#~_]{3}|[/*#-]+\s*[-=*#~_]{2}")


class _Heading(NamedTuple):
    """A comment that stands alone.

    Attributes:
        text: its first line.
        last: its last line, counted from 0.
        is_strong: whether a line without text is above it, or signs are around it.
    """

    text: str
    last: int
    is_strong: bool


def below(document: Document, rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows of each group that is perhaps none of codes, and what is said of them."""
    if format_ != "pattern":
        return
    lines = document.text.split("\n")
    groups: list[tuple[_Heading, list[Row]]] = []
    others = list(rows)
    for heading, below in _groups(lines, rows):
        known = set(map(id, below))
        if group := [row for row in others if id(row) in known]:
            groups.append((heading, group))
            others = [row for row in others if id(row) not in known]
    for heading, group in groups:
        fails = 2 * sum(other_numbers.tells_failure(row.message) for row in group) > len(group)
        apart = {_shape(row) for row in group}.isdisjoint(_shape(row) for row in others)
        if others and (apart or not fails):
            stand = "stand" if group[1:] else "stands"
            yield group, f'{stand} below the comment "{shown(heading.text)}", beside other codes'


def _says_others(text: str) -> bool:
    """Tell whether a heading speaks of other numbers; "since version 3" is about what is below."""
    is_of_version = any(map(str.isdigit, text))
    said = other_numbers.says_others(text) and not is_of_version
    return said or other_numbers.says_switches(text)


def _groups(lines: Sequence[str], rows: Sequence[Row]) -> Iterator[tuple[_Heading, list[Row]]]:
    """Yield each heading of other numbers, and the rows up to the next one or the block's end."""
    headings = list(_headings(lines, {row.line: row for row in rows}))
    around = source_blocks.around(lines)
    for place, heading in enumerate(headings):
        if not _says_others(heading.text):
            continue
        further = headings[place + 1 :]
        end = next((one.last for one in further if one.is_strong or not heading.is_strong), None)
        below = [row for row in rows if heading.last < row.line - 1]
        below = [row for row in below if end is None or row.line - 1 < end]
        group = [
            row
            for row in below
            if around[row.line - 1] == around[below[0].line - 1]
            and not other_numbers.is_marked(row.named.get("name", ""))
        ]
        if group:
            yield heading, group


def _headings(lines: Sequence[str], rows: dict[int, Row]) -> Iterator[_Heading]:
    """Yield the comments that stand alone above a row, and say nothing of it."""
    inner = {number - 1 for part in dead_code.parts(lines) for number in part.lines}
    is_comment = [source.is_comment(line) or at in inner for at, line in enumerate(lines)]
    starts = [at for at, one in enumerate(is_comment) if one and not (at and is_comment[at - 1])]
    for first, following in pairwise([*starts, len(lines)]):
        ends = (at for at in range(first, following) if not is_comment[at])
        below = next(ends, following)
        row = rows.get(next((at for at in range(below, following) if lines[at].strip()), -1) + 1)
        texts = [text for line in lines[first:below] if (text := one_line(line).strip(_AROUND))]
        if not row or not texts or len(texts[0].split()) > _MOST_WORDS:
            continue
        if any(_says(text, one_line(row.message)) for text in texts):
            continue
        is_decorated = any(map(_DECORATED.search, lines[first:below]))
        is_strong = is_decorated or first == 0 or not lines[first - 1].strip()
        yield _Heading(texts[0], below - 1, is_strong)


def _says(text: str, message: str) -> bool:
    """Tell whether a line of a comment is one of a message, or has it: @Message("Dock is busy")."""
    return text in message or bool(re.search(rf"[\"'>(]{re.escape(message)}[\"'<)]", text))


def _shape(row: Row) -> tuple[bool, bool]:
    """Return what tells numbers of another kind: a sign, and whether it is hexadecimal."""
    return row.code.startswith("-"), row.code.lower().startswith(("0x", "-0x"))


_MARK = re.compile(r"\s*(?://+[!<]?|#+|--)\s*")


def commented_out(document: Document, options: Options, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield a doubt for each row whose message has an entry in it that is commented out."""
    if options["format"] != "pattern":
        return
    lines = document.text.split("\n")
    for row in rows:
        above = [*reversed(_above(lines, row.line - 1))]
        old = [
            number
            for number in above
            if one_line(bare := _MARK.sub("", lines[number])) in one_line(row.message)
            and _form(bare) == _form(lines[row.line - 1]) is not None
        ]
        if old:
            first = above[0]
            told = [one_line(line) for line in lines[first : old[-1] + 1]]
            rest = {one_line(line) for line in [*lines[:first], *lines[old[-1] + 1 :]]}
            where = f"{first + 1}-{old[-1] + 1}"
            how = _quoted(options, told) if rest.isdisjoint(told) else _taken_out(where)
            what = (
                f'"{shown(one_line(lines[old[0]]))}" is commented out, and would be a part of the'
                f' message of the code "{shown(row.code)}".'
            )
            quoted = tuple(told) if rest.isdisjoint(told) else ()
            yield Doubt(document.file, old[0] + 1, what, how, quoted)


def _above(lines: Sequence[str], below: int) -> list[int]:
    """Return the lines of comments right above a line, the lowest first, all counted from 0."""
    return [*takewhile(lambda number: _is_comment(lines[number]), range(below - 1, -1, -1))]


def _is_comment(line: str) -> bool:
    """Tell whether a line is a comment, and no directive of C: `#define`."""
    return bool(_MARK.match(line)) and source.is_comment(line)


def _form(line: str) -> tuple[str, tuple[int, ...]] | None:
    """Return the form of a line of code, and how many words each of its names has."""
    one = next(source.statements([line]), None)
    if one is None or not any(part.kind in {"number", "text"} for part in one.parts):
        return None
    names = [part.text for part in one.parts if part.kind == "words"]
    return one.form, tuple(name.count(" ") for name in names)


def _quoted(options: Options, told: Sequence[str]) -> str:
    """Say how the lines of a comment up to what is commented out are passed over."""
    written = json.dumps([*options.get("prose", []), *told], ensure_ascii=False)
    return (
        "Save the reader below to a file, and add --reader FILE. If the message begins below it,"
        f" write `prose: {written}` in it before."
    )


def _taken_out(where: str) -> str:
    """Say the same of lines that stand elsewhere, too, and are needed there."""
    return (
        f"If the message begins below it, take the lines {where} out of the file, for comments that"
        " are needed are written alike."
    )
