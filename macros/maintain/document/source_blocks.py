"""Which block of source code a line stands in: lines -> the names above it, as indented.

The lines that open a block are indented less than those in it, in all languages that people write.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import source
from macros.readers import within

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_TEXT = 40  # lines
_BACKTICK = re.compile(r"\\`|\"[^\"`]*`[^\"]*\"")  # as a sign alone
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'|`[^`]*`")
_IN_MARKS = re.compile(r"\s*[\"'](?P<name>[\w.-]+)[\"']\s*(?::|=>)")
_TAG = re.compile(r"\s*<(?P<name>[A-Za-z][\w.-]*)")
_COMMENT = re.compile(r"\s*(?://+|#+|--|/\*+)(?P<name>[^*]*[\w][^*]*)(?:\*/)?\s*")
_DIRECTIVE = re.compile(r"\s*#\s*(?:define|undef|include|if|el|end|pragma)")
_TYPE = re.compile(r"type\s+(?P<name>\w+)\s")
_SECTION = re.compile(r"\s*\[(?P<name>[A-Za-z][\w .-]*)\]\s*")
_INSERT = re.compile(
    r"\s*(?:INSERT|REPLACE|UPSERT|MERGE)\s+(?:\w+\s+)?INTO\s+(?:[`\"\[]?\w+[`\"\]]?\.)?[`\"\[]?(?P<name>\w+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z_$][\w$]*")
# Words that open blocks and name none of them.
_KEYWORDS = frozenset(
    "public private protected internal static final const constexpr let var val enum class struct"
    " interface object type message namespace module package export default readonly abstract"
    " sealed data record return new typedef unsigned signed int long short string str map dict"
    " array list Record Map HashMap Dictionary number int32 int64 uint32 String Integer function"
    " def fn func impl pub extern using extends implements inline"
    " if else for while switch case match when do try catch".split()
)


class Block(NamedTuple):
    """What opens a block: the number of the line, counted from 1, and the name that it has."""

    line: int
    name: str


def around(lines: Sequence[str]) -> list[tuple[Block, ...]]:
    """Return for each line the blocks with a name that it stands in, the inmost first."""
    found: list[tuple[Block, ...]] = []
    opened: list[tuple[int, Block]] = []
    in_text = _in_texts(lines)
    at_end = within.named_at_end("\n".join(lines))
    for number, line in enumerate(lines, start=1):
        indented = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        says = bool(line.strip()) and number not in in_text and not source.is_comment(line)
        if says and _DIRECTIVE.match(line):
            # It stands at the margin within a block, too, and neither ends one nor opens one.
            outside = (block for before, block in reversed(opened) if before < indented)
            found.append(tuple(block for block in outside if block.name))
            continue
        while says and opened and opened[-1][0] >= indented:
            opened.pop()
        found.append(tuple(block for _, block in reversed(opened) if block.name))
        if says:
            above = lines[number - 2] if number > 1 else ""
            name = _name(line) or at_end.get(number - 1, "")
            name = name or (_name(above) if line.strip() == "{" else _above(above))
            opened.append((indented, Block(number, name)))
    return _tables(lines, found)


def _tables(lines: Sequence[str], found: Sequence[tuple[Block, ...]]) -> list[tuple[Block, ...]]:
    """Return the blocks of lines, where those that SQL puts into a table stand in that."""
    tables: dict[str, tuple[Block, ...]] = {}
    here: tuple[Block, ...] = ()
    placed = []
    for number, (line, blocks) in enumerate(zip(lines, found, strict=True), start=1):
        if table := _INSERT.match(line):
            here = tables.setdefault(table["name"], (Block(number, table["name"]),))
        placed.append(here or blocks)
        here = () if line.rstrip().endswith(";") else here
    return placed


def _in_texts(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that begin within a text between backticks."""
    odd = [
        number
        for number, line in enumerate(lines, start=1)
        if "`" in line and not source.is_comment(line) and _BACKTICK.sub("", line).count("`") % 2
    ]
    found: set[int] = set()
    for first, last in pairwise(odd):
        if first not in found and last - first <= _LONGEST_TEXT:
            found.update(range(first + 1, last + 1))
    return found


def sections(lines: Sequence[str], rows: Sequence[int]) -> list[tuple[Block, ...]]:
    """Return for some lines the section of an ini file that each stands in: `[limits]`.

    Args:
        lines: the lines of the document.
        rows: the numbers of the lines; none stands in one where each has a section of its own.
    """
    found: list[tuple[Block, ...]] = []
    here: tuple[Block, ...] = ()
    for number, line in enumerate(lines, start=1):
        if section := _SECTION.fullmatch(line):
            here = (Block(number, section["name"]),)
        found.append(here)
    places = [found[number - 1] for number in rows]
    return places if len(set(places)) < len(rows) else [()] * len(rows)


def _name(line: str) -> str:
    """Return what a line calls the block that it opens; nothing where it has no name."""
    if found := _IN_MARKS.match(line) or _TAG.match(line):
        return found["name"]
    left = re.split(r"=(?![=>])", _STRING.sub("", line), maxsplit=1)[0]
    left = re.split(r"[({\[:]", re.sub(r"<[^<>]*>", "", left), maxsplit=1)[0]
    named = [word for word in _WORD.findall(left) if word not in _KEYWORDS]
    return named[-1] if named else ""


def _above(line: str) -> str:
    """Return what the line above calls a block without a name: a comment, or a type."""
    if found := _COMMENT.fullmatch(line):
        return found["name"].strip()
    return found["name"] if (found := _TYPE.match(line)) else ""
