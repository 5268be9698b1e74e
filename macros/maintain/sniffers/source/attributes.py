"""Texts in attributes: above names whose codes stand elsewhere, and beside constants.

As in `#[error("no space is left")]` above `DiskFull,`, with `Error::DiskFull => 103,` further down.
Beside a constant, as in `[Hint("Ask at the pier")] BUSY = 4001,`, it may be no message.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from macros.maintain.document import shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.source import comments, two_comments
from macros.maintain.sniffers.source.keys import are_messages, entry_of
from macros.readers.advice import shown
from macros.readers.pattern import indented

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.maintain.sniffers.source.source_entry import Entry
    from macros.readers.rows import Document

_ATTRIBUTE = (
    r"(?:#?\[|@)\w+\(\"(?P<message>(?:[^\"\\\n]|\\.)+)\"[^\"\n]*\)\]?[ \t]*\n"
    r"(?P<name>[A-Za-z_]\w*)[^\n\"'`]*"
)
_NUMBER_BELOW = r"[A-Za-z_]\w*\s*=\s*(?P<code>-?[0-9]+)\s*,?[ \t]*(?://.*)?"
_CONSTANT = re.compile(rf"\s*{_NUMBER_BELOW}\s*", re.ASCII)
# As in [Hint("Ask at the pier")] BUSY = 4001,
_BESIDE = re.compile(r"(?:\[ words (?:\( [^\[\]]*\) )?\] )+words = number")
_CODE = (
    r"(?:[A-Za-z_]\w*(?:::|\.))*(?P<name>[A-Za-z_]\w*)(?:\([^()\n]*\)|[ \t]*\{[^{}\n]*\})?"
    r"[ \t]*(?:=>|->)[ \t]*(?P<code>-?[0-9]+)[ \t]*,?"
)


def doubts(document: Document, entry: Entry) -> Iterator[Doubt]:
    """Yield the doubts about attributes: whose text says no message, and whose number no code."""
    group, file = entry.group, document.file
    if not group.same or group.message is None or group.code is None or group.rivals:
        return
    yield from _below(document, entry)
    first = group.same[0]
    told = " ".join(part.text if part.kind == "sign" else part.kind for part in first.parts)
    if not _BESIDE.match(told) or first.parts[group.code].kind != "number":
        return
    before = first.parts[: group.message]
    name = [part.text for one, part in pairwise(before) if one.text == "["][-1]
    if group.message > group.code or re.match(comments.TOLD, name):
        return
    what = (
        f'"{shown(first.parts[group.message].text)}" is the text of the attribute {name}, and read'
        " as the message of the constant beside it; it may say something else of it."
    )
    if 2 * sum(bool(one.remark) for one in group.same) > len(group.same):
        do = "If the comments behind are the messages, those texts are kept as a note."
        yield Doubt(file, first.first + 1, what, do, change=two_comments.exchanged)
    else:
        do = "If it does, find a document that has the messages, and read that one instead."
        yield Doubt(file, first.first + 1, what, do)


def _below(document: Document, entry: Entry) -> Iterator[Doubt]:
    """Yield the doubt about numbers of attributes above constants that have other ones."""
    group, lines = entry.group, document.text.split("\n")
    if group.same[0].parts[0].text != "[":
        return
    codes = group.column(group.code or 0)
    pairs = [
        (one, code, found["code"])
        for one, code in zip(group.same, codes, strict=True)
        if one.last + 1 < len(lines) and (found := _CONSTANT.fullmatch(lines[one.last + 1]))
    ]
    others = [(one, code, number) for one, code, number in pairs if code != number]
    if 2 * len(others) <= len(group.same):
        return
    one, code, number = others[0]
    what = (
        f'"{shown(code)}" stands in an attribute above a constant whose number is "{number}", and'
        " either can be its code; the one in the attribute is."
    )
    pattern = shapes.pattern([number for _, _, number in pairs])
    do = "If the API sends the numbers of the constants, those in the attributes are kept beside."

    def below(options: Mapping[str, Any]) -> dict[str, Any]:
        own = options["entry"].replace("(?P<code>", "(?P<number>", 1)
        entry = rf"{own}\n{_NUMBER_BELOW}"
        more = {"entry": entry, "pattern": pattern, "lines": str(int(options.get("lines", 1)) + 1)}
        return {**options, **more}

    yield Doubt(document.file, one.first + 1, what, do, change=below)


def entries(text: str) -> Iterator[Entry]:
    """Yield how texts above names are read whose codes a table gives by these names."""
    above = re.compile(rf"^[ \t]*{indented(_ATTRIBUTE)}$", re.MULTILINE | re.ASCII)
    texts = {found["name"]: found["message"] for found in above.finditer(text)}
    codes = {
        found["name"]: found["code"]
        for found in re.finditer(rf"^[ \t]*{_CODE}[ \t]*$", text, re.MULTILINE | re.ASCII)
    }
    both = [name for name in texts if name in codes]
    if len(both) < LEAST or not are_messages(list(texts.values())):
        return
    more = {"constants": _CODE, "escapes": "backslash", "named": {"name": "name"}}
    listed = [codes[name] for name in both]
    yield entry_of(text, _ATTRIBUTE, listed, more, "texts above names, with their codes elsewhere")
