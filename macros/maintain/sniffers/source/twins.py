"""Two constants for each error, one with the code and one with the text -> the entries for them.

As in `BUSY_CODE = 4001` and `BUSY_MSG = "Dock is busy"`, or `CODE_BUSY` and `MSG_BUSY`: what their
names have in common is the name of the error.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain.document import shapes
from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.source import source_entry, source_group
from macros.maintain.sniffers.source.source_expression import Group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.source import Statement
    from macros.maintain.sniffers.source.source_entry import Entry

_OF_CODES = r"(?:_(?i:code|no|num|number|errno|id)|Code|CODE|Number|Num|No|Id)"
_OF_TEXTS = (
    r"(?:_(?i:msg|message|text|txt|desc|description|str|string)|Msg|MSG|Message|Text|Txt|Desc"
    "|Description|Str|String)"
)
_TEXT_BEHIND = re.compile(rf"(?P<stem>\w+?){_OF_TEXTS}", re.ASCII)
_CODE_BEHIND = re.compile(rf"(?P<stem>\w+?)(?P<end>{_OF_CODES}?)", re.ASCII)
_TEXT_BEFORE = re.compile(
    r"(?P<begins>(?:[A-Za-z0-9]+_)*?(?i:msg|message|text|desc|description|str)_"
    r"|(?:[a-z0-9]+|[A-Z][a-z0-9]+)??(?:[Mm]sg|[Mm]essage|[Tt]ext|[Dd]esc)(?=[A-Z]))(?P<stem>\w+)",
    re.ASCII,
)
_NAME = r"(?P<name>[\w$]+)"
_MOST = 0.6  # of the texts have a code of the same name

# What stands before the names of errors and behind them, of codes and of texts.
_Around = tuple[tuple[str, str], tuple[str, str]]


def entries(forms: Sequence[list[Statement]]) -> Iterator[Entry]:
    """Yield how texts are read whose constants are called as those of the codes, but for an end."""
    for same in forms:
        if not _are(same, "text"):
            continue
        texts = [
            one
            for one, name in zip(same, source_group.names(same), strict=True)
            if _is_of_text(name)
        ]
        for other in forms if len(texts) >= LEAST else ():
            kind = "text" if other is same else "number"
            codes = [one for one in other if one not in texts]
            if codes and _are(codes, kind) and (kind == "number" or _are_codes(codes)):
                yield from _entries(texts, codes, kind)


def pairs(names: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of names of codes, each with that of the name of its text."""
    texts = {
        found["stem"]: place
        for place, name in enumerate(names)
        if (found := _TEXT_BEHIND.fullmatch(name))
    }
    codes = ((place, _CODE_BEHIND.fullmatch(name)) for place, name in enumerate(names))
    return [
        (place, texts[found["stem"]])
        for place, found in codes
        if found and found["end"] and found["stem"] in texts
    ]


def _entries(texts: Sequence[Statement], codes: Sequence[Statement], kind: str) -> Iterator[Entry]:
    around = _around(source_group.names(texts), source_group.names(codes))
    if around is None:
        return
    entry = source_entry.by_name(
        Group(list(texts), None, _place(texts[0], "text")),
        Group(list(codes), _place(codes[0], kind), None),
    )
    expressions = entry.entry, entry.more["constants"]
    if all(one.count(_NAME) == 1 for one in expressions):
        said, numbered = map(_within, expressions, around)
        yield entry._replace(entry=said, more={**entry.more, "constants": numbered})


def _around(texts: Sequence[str], codes: Sequence[str]) -> _Around | None:
    """Return what stands around the names of errors; None where few texts have a code."""
    least = max(LEAST, _MOST * len(texts))
    stems = {found["stem"] for one in texts if (found := _TEXT_BEHIND.fullmatch(one))}
    known = {found["stem"]: found["end"] for one in codes if (found := _CODE_BEHIND.fullmatch(one))}
    if len(stems & known.keys()) >= least:
        return ("", _OF_TEXTS), ("", _OF_CODES if all(known.values()) else f"{_OF_CODES}?")
    before = [found for one in texts if (found := _TEXT_BEFORE.fullmatch(one))]
    stems = {found["stem"] for found in before}
    begins = Counter(
        one.removesuffix(stem) for one in codes for stem in stems if one.endswith(stem)
    ).most_common(1)
    if not begins or begins[0][1] < least:
        return None
    literal = "|".join(sorted({re.escape(found["begins"]) for found in before}))
    return (f"(?:{literal})", ""), (f"(?:{re.escape(begins[0][0])})?", "")


def _within(expression: str, around: tuple[str, str]) -> str:
    """Return an expression with the name of an error between what stands around it."""
    before, behind = around
    name = "(?P<name>[\\w$]+?)" if behind else _NAME
    return expression.replace(_NAME, f"{before}{name}{behind}")


def _are(same: Sequence[Statement], kind: str) -> bool:
    """Tell whether statements have a name, and a value of one kind."""
    parts = same[0].parts[: same[0].places]
    return [part.kind for part in parts if part.kind != "sign"] == ["words", kind]


def _are_codes(same: Sequence[Statement]) -> bool:
    texts = [one.parts[_place(one, "text")].text for one in same]
    return all(shapes.looks_like_a_code(one) and re.search("[0-9]", one) for one in texts)


def _place(statement: Statement, kind: str) -> int:
    return next(place for place, part in enumerate(statement.parts) if part.kind == kind)


def _is_of_text(name: str) -> bool:
    return bool(_TEXT_BEHIND.fullmatch(name) or _TEXT_BEFORE.fullmatch(name))
