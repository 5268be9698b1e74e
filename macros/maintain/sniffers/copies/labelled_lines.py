"""Lines of labels and values, as a copied page has them -> an entry with a group for each.

As in `Code: 1Message: Dock is busyAction: Wait`, where a page has each on a line of its own, and
`Code: 1, Message: Dock is busy`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import code_headings, meanings, reading, shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.copies import copy_entries
from macros.maintain.sniffers.copies.copy_entries import MOST
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.maintain.sniffers.source.keys import message_of
from macros.readers import doubts
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.sniffers.sniffed import Sniffed
    from macros.readers.rows import Document, Row

_SIGN = r"[ \t]*[:：][ \t]*"  # noqa: RUF001 - East Asian
_SPACE = r"[ \t]*"
_COLON = re.compile(_SIGN)
# A word with a capital, or a few where it is glued to what stands before it.
_WORD = re.compile(r"(?<=[a-z0-9.!?)])[A-Z][a-z]+(?: [a-z]+){0,2}$|[A-Z][a-z]+$", re.ASCII)
_FIRST = re.compile(r"[A-Z][A-Za-z]*(?: [A-Za-z]+){0,2}", re.ASCII)
_MOST_WORDS = 3  # of a label
_ENDS = ",;|"
_KEPT = ("name", "cause", "remedy", "http", "note")


class _Field(NamedTuple):
    """A label and its value."""

    label: str
    value: str


def sniff(document: Document, code_set: str) -> Sniffed | None:
    """Guess the entry of lines that begin with a label of codes; None where there are no such."""
    lines = copy_entries.lines_of(document)
    able = [label for line in lines for label in {*_labels(_fields(line.text))}]
    few = {label for label, times in Counter(able).items() if times < LEAST}
    parted = [(line.number, _fields(line.text, few)) for line in lines]
    found = [fields for _, fields in parted if fields]
    kinds = Counter(map(_labels, found)).most_common(1)
    if not kinds or kinds[0][1] < max(LEAST, MOST * len(found)) or len(kinds[0][0]) == 1:
        return None
    labels = kinds[0][0]
    alike = [fields for fields in found if _labels(fields) == labels]
    codes = [fields[0].value.rstrip(_ENDS) for fields in alike]
    names = code_headings.names(labels[0]) or code_headings.hints(labels[0])
    if not names or len(set(labels)) < len(labels) or not all(map(_is_code, codes)):
        return None
    texts = {
        label: [fields[place].value for fields in alike]
        for place, label in enumerate(labels)
        if place
    }
    message, rivals = message_of(texts)
    colons = sum(bool(_COLON.search(one)) for told in texts.values() for one in told)
    if not message or rivals or 2 * colons > len(alike):  # labels that nobody knows
        return None
    options = _options(code_set, codes, labels, message, _end(alike))
    result = tried(document, options)
    if not result or len(result.rows) < len(alike):
        return None
    usual = {number for number, fields in parted if _labels(fields) == labels}
    others = [row for row in result.rows if row.line not in usual]
    return copy_entries.sniffed(result, codes, [_doubt(document.file, row) for row in others])


def _labels(fields: Sequence[_Field]) -> tuple[str, ...]:
    return tuple(one.label for one in fields)


def _doubt(file: str, row: Row) -> Doubt:
    what = f'"{shown(row.message)}" of "{shown(row.code)}" seems to have a label within it.'
    do = (
        "Save the reader below to a file, and add --reader FILE. If it is one, say by hand what the"
        " line says, under its `rows`, before."
    )
    return Doubt(file, row.line, what, do)


def _fields(line: str, few: Container[str] = ()) -> list[_Field]:
    """Return the labels of a line, each with its value; none where it begins with no label.

    Args:
        line: the line.
        few: labels of few lines, which are parts of texts unless facts are called so.
    """
    starts: list[tuple[int, int, str]] = []
    for colon in _COLON.finditer(line):
        before = line[starts[-1][1] if starts else 0 : colon.start()]
        label = _label(before) if starts else _first(before)
        if label and not (starts and label in few and not doubts.is_known(label)):
            starts.append((colon.start() - len(label), colon.end(), label))
        elif not starts:
            return []
    ends = [*(start for start, *_ in starts[1:]), len(line)][: len(starts)]
    return [
        _Field(label, line[begins:end].strip())
        for (_, begins, label), end in zip(starts, ends, strict=True)
    ]


def _first(text: str) -> str:
    return text if _FIRST.fullmatch(text) else ""


def _label(text: str) -> str:
    """Return the label that a text ends with: words that facts are called by, or one in a capital.

    What stands before it can be glued to it.
    """
    words = text.split(" ")
    for number in range(min(_MOST_WORDS, len(words)), 0, -1):
        last = " ".join(words[-number:])
        for begins in re.finditer(r"[A-Z]", last):
            if doubts.is_known(last[begins.start() :]):
                return last[begins.start() :]
    found = _WORD.search(text)
    return found[0] if found else ""


def _is_code(text: str) -> bool:
    return shapes.looks_like_a_code(text) and any(map(str.isdigit, text))


def _end(found: Sequence[Sequence[_Field]]) -> str:
    """Return the sign that stands behind each value but the last one; nothing where none does."""
    ends = {one.value[-1:] for fields in found for one in fields[:-1]}
    return ends.pop() if len(ends) == 1 and ends <= set(_ENDS) else ""


def _options(
    code_set: str, codes: Sequence[str], labels: Sequence[str], message: str, end: str
) -> Options:
    pattern = shapes.pattern(codes)
    groups = {labels[0]: "code", message: "message"}
    pieces = []
    for place, label in enumerate(labels):
        says = meanings.says(meanings.Text(label, []))
        kept = says if says in _KEPT and says not in groups.values() else None
        name = groups.setdefault(label, kept or f"label_{place}")
        value = pattern if name == "code" else r"\S[^\n]*" + ("?" if label != labels[-1] else "")
        pieces.append(f"{_SPACE}{reading.escaped(label)}{_SIGN}(?P<{name}>{value})")
    named = {name: name for name in groups.values() if name in _KEPT}
    return {
        "format": "pattern",
        "code_set": code_set,
        "pattern": pattern,
        "entry": re.escape(end).join(pieces).removeprefix(_SPACE),
        "every_line": "true",
        **({"named": named} if named else {}),
    }
