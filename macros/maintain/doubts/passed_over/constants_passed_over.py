"""Constants with a number and a text that are passed over beside those that are read -> a doubt.

One kind of comment is taken for the texts of all constants. A list of others, with comments of
another kind, is written as the one that is read, and is no prose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers, source
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.maintain.document.source import Statement
    from macros.readers.rows import Document

_AROUND = re.compile(r"^\s*(?://+[!<]?|/\*+[!<]?|#+|--)\s*|\s*\*+/\s*$")


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt about constants with texts that the reader passes over, if there are some."""
    if result.options["format"] != "pattern" or "constants" in result.options:
        return
    lines = document.text.split("\n")
    statements = {one.first + 1: one for one in source.statements(lines)}
    rows = {row.line for row in result.rows}
    forms = {one.form for line, one in statements.items() if line in rows}
    passed = [
        one
        for line, one in statements.items()
        if one.form in forms and result.accounts.get(line) is Account.SKIPPED
    ]
    found = [
        (one, number, text)
        for one in passed
        if (number := _number(one)) and " " in (text := _text(one, lines)) and not _is_other(one)
    ]
    if not found:
        return
    quoted = tuple(one_line(lines[one.first]) for one, _, _ in found)
    said = [
        {"line": _with_comment(one, lines), "code": number, "message": text}
        for one, number, text in found
    ]
    first, number, text = found[0]
    more, are = (f" and {len(found) - 1} more", "are") if found[1:] else ("", "is")
    what = (
        f'"{shown(number)}", "{shown(text)}"{more} {are} written as the codes that are read, with a'
        f" comment of another kind, and {are} passed over."
    )
    do = (
        "If it lists errors, say them by hand under the reader's `rows`, each with its line, code"
        " and message; if it lists none, quote the lines under `prose`."
    )
    yield Doubt(document.file, first.first + 1, what, do, quoted, tuple(said))


def _with_comment(statement: Statement, lines: Sequence[str]) -> str:
    """Return the line of a constant, with the comment above it where that is its text."""
    first = statement.first - (not statement.remark)
    return "\n".join(map(one_line, lines[first : statement.first + 1]))


def _number(statement: Statement) -> str:
    """Return the one number of a statement; nothing where it has none, or several."""
    numbers = [part.text for part in statement.parts if part.kind == "number"]
    return numbers[0] if len(numbers) == 1 else ""


def _text(statement: Statement, lines: Sequence[str]) -> str:
    """Return the comment behind a statement, or else the one line of it right above."""
    above = lines[statement.first - 1] if statement.first else ""
    if statement.remark or not source.is_comment(above):
        return one_line(statement.remark)
    return one_line(_AROUND.sub("", above))


def _is_other(statement: Statement) -> bool:
    """Tell whether a constant is called as settings, or states and kinds, are."""
    names = [part.text.split()[-1] for part in statement.parts if part.kind == "words"]
    return any(other_numbers.is_setting(one) or other_numbers.is_of_others(one) for one in names)
