"""What SQL calls the values that it puts into a table: a text -> the names of the columns.

A program that writes a table down puts all of its rows on one line, which no reader takes apart.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.maintain.document.source import Part
    from macros.readers.rows import Document

_INSERT = re.compile(r"\binto\s+[^\s()]+\s*\((?P<columns>[^()]*)\)\s*values\b", re.IGNORECASE)
_INTO = re.compile(
    r"\s*insert\s+(?:\w+\s+)?into\s+(?:[`\"\[]?\w+[`\"\]]?\.)?[`\"\[]?(?P<table>\w+)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"'[^'\s]+\s[^'\n]*'")
_MOST_QUOTED = 20  # lines: of more, somebody cuts the file
_STRING = r"'(?:[^'\\]|\\.|'')*'"
# Two rows, or two statements, on one line.
_ON_ONE_LINE = re.compile(
    rf"\binsert\s+into\s[^'\n]*?\bvalues\s*\((?:[^'\n();]|{_STRING})*\)\s*"
    r"(?:,[ \t]*\(|;[ \t]*insert\b)",
    re.IGNORECASE,
)
_APART = (
    r"perl -pe 's/\)\s*,\s*(?=\()/),\n/g; s/;\s*(?=INSERT)/;\n/gi; s/(VALUES)\s*(?=\()/$1\n/gi'"
)
# The sizes that columns have.
_DECLARES = re.compile(
    r"create\s+table\b.*"
    r"|[`\"\[]?\w+[`\"\]]?\s+(?:n?(?:var)?char\w*|\w*int|decimal|numeric)\s*\([0-9, ]+\)[^'\"]*",
    re.IGNORECASE,
)


def declares(line: str) -> bool:
    """Tell whether a line says what the columns of a table are, in which sizes are no codes."""
    return bool(_DECLARES.fullmatch(line))


def of_other_tables(left: Iterable[str], read: Iterable[str]) -> list[str]:
    """Return lines that put values, and no sentence, into other tables than those of errors.

    Args:
        left: lines that are left over.
        read: those of rows.
    """
    tables = {*map(_table, read)}
    if not tables or not all(map(_says_errors, tables)):
        return []
    others = [
        line
        for line in left
        if (table := _table(line)) and not (_says_errors(table) or _SENTENCE.search(line))
    ]
    return others if len(others) <= _MOST_QUOTED else []


def _table(line: str) -> str:
    """Return the table that a line puts values into; nothing where it does not name one."""
    return found["table"] if (found := _INTO.match(line)) else ""


def _says_errors(table: str) -> bool:
    return other_numbers.says_errors(" ".join(other_numbers.words(table)))


def told(document: Document) -> str:
    """Say that rows stand on one line, and how they are read; nothing where they do not."""
    found = _ON_ONE_LINE.search(document.text)
    if not found:
        return ""
    line = document.text.count("\n", 0, found.start()) + 1
    file = PurePath(document.file)
    copy = f"{file.stem}.rows{file.suffix}"
    return (
        f"Several rows stand on one line, from line {line} on: put each on a line of its own in a"
        f" copy, as `{_APART} {file.name} > {copy}` does, and run `read` on that. "
    )


def columns(text: str) -> tuple[str, ...]:
    """Return the columns of a table that values are put into, as in `INTO errors (…) VALUES`.

    Nothing is returned where there are several, with other columns.
    """
    found = {tuple(re.findall(r"\w+", one["columns"])) for one in _INSERT.finditer(text)}
    return found.pop() if len(found) == 1 else ()


def keys(parts: Sequence[Part], names: Sequence[str]) -> dict[int, str]:
    """Return what the values in the last brackets are called; nothing where they are others."""
    opened = [place for place, part in enumerate(parts) if (part.kind, part.text) == ("sign", "(")]
    if not names or not opened:
        return {}
    values = [place for place in range(opened[-1] + 1, len(parts)) if parts[place].kind != "sign"]
    return dict(zip(values, names, strict=True)) if len(values) == len(names) else {}
