"""Keys of another kind than those of the codes beside them: rows and lines passed over -> doubts.

Among `4001: "Dock is busy"`, `ErrPier: "Pier is closed"` has a constant for its key, whose number
stands elsewhere, and `"E-7": "Ship is gone"` is a code of another form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import marked_numbers, source, source_blocks, source_file
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.maintain.document.source import Statement
    from macros.readers.rows import Document

_KINDS = {"number": "number", "text": "text", "words": "name"}
# What is said of all other codes.
_OTHERS = frozenset({"_", "default", "else", "otherwise"})
_ELSEWHERE = (
    "if it is a constant, no line has its number and its text: quote it under `prose`, and read a"
    " document that has both, too."
)


class _Entry(NamedTuple):
    """A line that has a key and a text.

    Attributes:
        line: counted from 1.
        kind: `number`, `text` between marks, or `name`.
        key: the key.
        around: what stands around it, in all of the same form.
        text: the last text.
    """

    line: int
    kind: str
    key: str
    around: str
    text: str


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubts about constants as keys, and about keys passed over, among others."""
    options = result.options
    is_source = options["format"] == "pattern" and source_file.is_source(document)
    if not is_source or "constants" in options:
        return
    lines = document.text.split("\n")
    blocks = source_blocks.around(lines)
    codes = {row.line: row.code for row in result.rows}
    able = [one for each in source.statements(lines) for one in _entries(each)]
    read = [one for one in able if codes.get(one.line) == one.key]
    for entry in able:
        beside = [
            one
            for one in read
            if (one.around, blocks[one.line - 1]) == (entry.around, blocks[entry.line - 1])
        ]
        other = next((one for one in beside if one.kind != entry.kind), None)
        if entry.key in _OTHERS or not other:
            continue
        line = one_line(lines[entry.line - 1])
        if entry in read and (entry.kind, other.kind) == ("name", "number"):
            yield _of_name(document.file, entry, other, line)
        elif result.accounts.get(entry.line) is Account.SKIPPED:
            yield _of_passed(document.file, entry, other, line)


def _entries(statement: Statement) -> Iterator[_Entry]:
    """Yield how a statement of one line can have a key and a text."""
    parts = [marked_numbers.bare_part(part) for part in statement.parts]
    form = [sign.replace(":", "= >") for sign in source.form_of(parts)]  # Ruby has both in a map
    for place, part in enumerate(parts):
        texts = [one.text for one in parts[place + 1 :] if one.kind == "text" and one.text.strip()]
        if statement.first == statement.last and part.kind in _KINDS and texts:
            around = " ".join([*form[:place], "key", *form[place + 1 :]])
            yield _Entry(statement.first + 1, _KINDS[part.kind], part.text, around, texts[-1])


def _of_name(file: str, entry: _Entry, other: _Entry, line: str) -> Doubt:
    """Return the doubt about a name that is read as a code beside numbers."""
    what = (
        f'"{shown(entry.key)}" is a name without marks where "{shown(other.key)}" is a number, and'
        " is read as the code; it is perhaps a constant, whose number stands elsewhere."
    )
    do = f"If the API sends the name, say that it is right so; {_ELSEWHERE}"
    return Doubt(file, entry.line, what, do, (line,))


def _of_passed(file: str, entry: _Entry, other: _Entry, line: str) -> Doubt:
    """Return the doubt about a key that is passed over."""
    what = (
        f'"{shown(entry.key)}", "{shown(entry.text)}" stands among codes such as'
        f' "{shown(other.key)}" with a key of another kind, and is passed over.'
    )
    is_name = entry.kind == "name"
    when = "If the API sends the name" if is_name else "If it lists a code"
    none = _ELSEWHERE if is_name else "if it lists none, quote it under `prose`."
    do = f"{when}, say it by hand under the reader's `rows`; {none}"
    said = {"line": line, "code": entry.key, "message": entry.text}
    return Doubt(file, entry.line, what, do, (line,), (said,))
