"""Macros of C that make a code of numbers: source code -> the same lines, with the numbers.

Part of the reader `pattern`. `#define BUSY MAKE_ERR(3, 17)` has the number that follows from
`#define MAKE_ERR(area, number) (((area) << 16) | (number))`, in the document or in provider.yml.
A type in brackets before a number, and braces around it, leave it as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_DEFINED = re.compile(
    r"\s*(?:#\s*define[ \t]+)?(?P<name>[A-Za-z_]\w*)\((?P<names>[\w \t,]*)\)[ \t]*(?P<body>\S.*)",
    re.ASCII | re.DOTALL,
)
_DEFINES = re.compile(r"\s*#\s*define[ \t]+[A-Za-z_]\w*\(", re.ASCII)
_COMMENT = re.compile(r"/\*.*?\*/|//.*")
# A type before what it is given to: (uint32_t)(x), (struct status){x}
_TYPE = re.compile(
    r"\(\s*(?:(?:const|struct|unsigned|signed)\s+)*(?P<name>[A-Za-z_]\w*)\s*\)\s*(?=[({\w])"
)
# Texts and comments, in which nothing is called, or a call with numbers and names of them.
_CALL = re.compile(
    r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|//.*|/\*.*?(?:\*/|$)"
    r"|(?<![\w.>])(?P<name>[A-Za-z_]\w*)\((?P<given>[^()\"'{};]*[0-9][^()\"'{};]*)\)",
    re.ASCII,
)
_WORD = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_LONGEST = 500  # characters of a line


class Call(NamedTuple):
    """A call of a macro with numbers alone.

    Attributes:
        line: its line, counted from 0.
        name: the macro.
        given: what it is given, each as it is written.
        text: the call as it is written.
    """

    line: int
    name: str
    given: tuple[str, ...]
    text: str


class _Macro(NamedTuple):
    """What a macro is given, and what it makes of that."""

    names: tuple[str, ...]
    body: str

    def of(self, given: Sequence[str]) -> str:
        """Return what the macro makes of some numbers; nothing where it needs others."""
        if len(given) != len(self.names):
            return ""
        values = dict(zip(self.names, given, strict=True))
        return _WORD.sub(
            lambda found: f"({values[found[0]]})" if found[0] in values else found[0], self.body
        )


def written(text: str, macros: Sequence[str], number: Callable[[str], str | None]) -> str:
    """Return a text that has, for each call of a macro, the number that it makes.

    Args:
        text: the text.
        macros: definitions that it does not have itself.
        number: tells the number that a sum is; None where nobody can tell.
    """
    known = {**dict(_macros([*_definitions(text.split("\n"))])), **dict(_macros(macros))}
    if not known:
        return text

    def told(found: re.Match[str]) -> str:
        macro = known.get(found["name"] or "")
        made = macro.of(_given(found["given"])) if macro else ""
        return (number(made) if made else None) or found[0]

    return "\n".join(
        line if len(line) > _LONGEST or _DEFINES.match(line) else _CALL.sub(told, line)
        for line in text.split("\n")
    )


def calls(text: str) -> Iterator[Call]:
    """Yield the calls that a text has in the place of numbers, but for definitions of macros."""
    for at, line in enumerate(text.split("\n")):
        if len(line) > _LONGEST or _DEFINES.match(line):
            continue
        for found in _CALL.finditer(line):
            if found["name"]:
                yield Call(at, found["name"], _given(found["given"]), found[0])


def _given(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(","))


def _definitions(lines: Sequence[str]) -> Iterator[str]:
    """Yield the definitions of macros, each with the lines that it goes on with."""
    for at, line in enumerate(lines):
        if not _DEFINES.match(line):
            continue
        last = at
        while lines[last].rstrip().endswith("\\") and last + 1 < len(lines):
            last += 1
        yield " ".join(one.rstrip().removesuffix("\\") for one in lines[at : last + 1])


def _macros(definitions: Sequence[str]) -> Iterator[tuple[str, _Macro]]:
    """Yield the macros that are defined once, each with its name."""
    found = [one for text in definitions if (one := _DEFINED.fullmatch(_COMMENT.sub(" ", text)))]
    names = [one["name"] for one in found]
    for one in found:
        if names.count(one["name"]) > 1:
            continue
        given = _given(one["names"])
        yield one["name"], _Macro(given, _without_types(one["body"], given))


def _without_types(body: str, given: Sequence[str]) -> str:
    """Return what a macro makes, without the types in it, and braces as brackets."""
    bare = _TYPE.sub(lambda found: found[0] if found["name"] in given else "", body)
    return bare.replace("{", "(").replace("}", ")").strip()
