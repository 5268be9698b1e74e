"""Two numbers of a constant, of which either can be its code, or both: `KILN_COLD = Code(4, 1002)`.

Where neither is another one for each constant, both make the code together; else one is read, and a
person is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers, shapes, source_blocks
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.source import source_entry, source_group
from macros.maintain.sniffers.source.source_expression import STATUS
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.document.source import Statement
    from macros.maintain.sniffers.source.source_entry import Entry
    from macros.maintain.sniffers.source.source_expression import Group
    from macros.readers.rows import Document

_BETWEEN = "-"  # what is written between both, where nobody knows what the API sends
_LONG = 3  # digits, which a code has and a number within a group seldom
_DECIMAL = re.compile(r"-?[0-9]+", re.ASCII)
_PRINTED = re.compile(r"-?[0-9]+(\s*),(\s*)-?[0-9]+", re.ASCII)


def joined(same: Sequence[Statement], lines: Sequence[str], fewest: int = LEAST) -> Iterator[Entry]:
    """Yield how constants of one form are read whose first two numbers make their code.

    Args:
        same: the constants.
        lines: the lines of the document.
        fewest: how many make a list.
    """
    merged = [one for each in same if (one := _merged(each, lines))]
    if len(merged) < max(len(same), fewest):
        return
    beside_them = source_group.Beside(lambda: source_blocks.around(lines), ())
    for group in source_group.groups(merged, beside_them, 1.0, fewest):
        code = group.code
        if code is None or group.same[0].parts[code].kind != "number" or group.rivals:
            continue
        entry = source_entry.of(group, lines, [merged])
        if entry and all(map(_PRINTED.fullmatch, entry.codes)):
            signs = {",": _BETWEEN, **({" ": ""} if " " in "".join(entry.codes) else {})}
            yield entry._replace(more={**entry.more, "code_signs": signs})


def _merged(statement: Statement, lines: Sequence[str]) -> Statement | None:
    """Return a statement with two numbers beside each other as one; None where it has none."""
    parts = statement.parts
    for place in range(1, len(parts) - 2):
        kinds = [part.kind for part in parts[place : place + 3]]
        if (
            kinds != ["number", "sign", "number"]
            or parts[place - 1].text not in source_group.OPENED
        ):
            continue
        first, sign, second = (part.text for part in parts[place : place + 3])
        printed = rf"(?<![\w.]){re.escape(first)}\s*,\s*{re.escape(second)}(?![\w.])"
        found = re.search(printed, lines[statement.first], re.ASCII)
        if sign != "," or not found or not _DECIMAL.fullmatch(first):
            return None
        one = parts[place]._replace(text=found[0])
        return replace(statement, parts=(*parts[:place], one, *parts[place + 3 :]))
    return None


def doubts(document: Document, entry: Entry, how: Callable[[Entry], Options]) -> Iterator[Doubt]:
    """Yield the doubt about a number beside that which is read as the code, if there is one.

    Args:
        document: the document.
        entry: how it is read.
        how: says how another one is read.
    """
    group = entry.group
    if group.code is None or not group.same:
        return
    line, code = group.same[0].first + 1, group.same[0].parts[group.code].text
    if _PRINTED.fullmatch(code):
        both = re.sub(r"\s*,\s*", _BETWEEN, code)
        what = (
            f'"{code}" is read as one code, "{both}", for neither of the two numbers alone is'
            " another one for each constant."
        )
        do = (
            "If the API sends them otherwise, write what stands between them as `code_signs` in the"
            " reader below, save it to a file, and add --reader FILE; if it computes one number of"
            " them, find a document that prints that."
        )
        yield Doubt(document.file, line, what, do)
        return
    other = beside(group)
    lines = document.text.split("\n")
    pair = next(joined(group.same, lines), None) if other is not None else None
    if other is None or pair is None:
        return
    texts, whole = group.column(other), how(pair)
    values = [code, texts[0]] if other > group.code else [texts[0], code]
    shown_values = " and ".join(f'"{shown(text)}"' for text in values)
    what = f"two values of an entry can be its code: {shown_values}."
    do = (
        f"The {'first' if other > group.code else 'second'} one is read. If both make it together,"
        " they are joined by a hyphen."
    )
    if len(set(texts)) == len(texts):
        name = _name(entry.entry, before=other < group.code)
        do += (
            f" If the other one does alone, exchange the names `code` and `{name}` in the `entry`"
            f' of the reader below, write `pattern: "{shapes.pattern(texts)}"`, save it to a file,'
            " and add --reader FILE."
        )
    yield Doubt(document.file, line, what, do, change=lambda _: dict(whole))


def beside(group: Group) -> int | None:
    """Return the place of a number beside that of the code, of which nothing tells what it is."""
    parts, code = group.same[0].parts, group.code
    if code is None or parts[code].kind != "number" or source_group.says_code(group.keys, code):
        return None
    for other, opened in ((code - 2, code - 3), (code + 2, code - 1)):
        if (
            not 0 < other < len(parts)
            or opened < 0
            or parts[opened].text not in source_group.OPENED
        ):
            continue
        texts = group.column(other) if parts[other].kind == "number" else []
        between = parts[(code + other) // 2].text
        is_status = all(map(STATUS.fullmatch, texts)) or all(map(other_numbers.is_status, texts))
        if not texts or between != "," or is_status or source_group.says_other(group.keys, other):
            return None
        # A level, say, stands behind a code, and comes again.
        is_level = other > code and len(set(texts)) < len(texts)
        is_plain = min(map(len, group.column(code))) >= _LONG
        return None if is_level and is_plain else other
    return None


def _name(entry: str, *, before: bool) -> str:
    """Return what the group of the number beside that of the code is called."""
    groups = re.findall(r"\(\?P<(\w+)>", entry)
    return str(groups[groups.index("code") + (-1 if before else 1)])
