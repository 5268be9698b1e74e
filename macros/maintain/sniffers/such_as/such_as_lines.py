"""Lines that were not shown, and may be entries or parts of some: a reading -> doubts.

A cell of a table in a text can have several lines: `| 3 | One of these:`, and `|` four lines below.
With `busy Dock is busy` shown, "see also the guide" has the same form, and with `A Dock is busy` "A
ship may wait" does. What tells them apart is how texts begin, and where the rows stand.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from macros.maintain.document import line_parts, reading
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.readers.linear import Budget, Expression, TooMuchError
from macros.readers.printed import compiled, plain
from macros.sources.reader_options.entries import LONGEST_ENTRY
from macros.texts import few, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.maintain.sniffers.such_as.such_as_doubts import Example
    from macros.readers.rows import Document, Row


_STEPS = 2_000_000  # of the expression


def with_more_below(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about each line with a code that is an entry with some lines below it."""
    if result.options["format"] == "pattern":
        with suppress(TooMuchError):
            yield from _doubts(document, result)


def _doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    lines = [one_line(line) for line in document.text.split("\n")]
    expression, budget = Expression(result.options["entry"]), Budget(_STEPS)
    another = compiled(rf"\W*(?:{result.options['pattern']})(?!\w)")
    begins = {one.line for one in result.problems if one.ways.rows}
    for first in sorted(begins):
        for last in range(first + 1, min(first + LONGEST_ENTRY, len(lines) + 1)):
            if last in begins or another.match(lines[last - 1]):
                break
            text = one_line(" ".join(lines[first - 1 : last]))
            found = expression.match(text, 0, len(text), budget)
            if found and lines[last - 1]:
                said = {name: text[slice(*span)] for name, span in found.items() if name}
                quoted = "\n".join(lines[first - 1 : last])
                yield _doubt(document.file, first, last, _by_hand(quoted, said))
                break


def _by_hand(line: str, said: dict[str, str]) -> dict[str, Any]:
    """Return what provider.yml says of an entry that has several lines."""
    columns = {name: text for name, text in said.items() if name.startswith("column_") and text}
    row = {"line": line, "code": plain(said["code"]), "message": said["message"]}
    return {**row, "columns": columns} if columns else row


def _doubt(file: str, first: int, last: int, row: dict[str, Any]) -> Doubt:
    what = (
        f'the lines {first}-{last} read like one entry, of "{shown(row["code"])}", with the text'
        f' "{shown(row["message"])}".'
    )
    do = f"If they are, add --as-meant {first}, which says that by hand."
    return Doubt(file, first, what, do, rows=(row,))


def of_prose(document: Document, result: Reading, examples: Sequence[Example]) -> Iterator[Doubt]:
    """Yield what has to be asked where letters alone are codes, and a space alone ends them."""
    lines = document.text.split("\n")
    rows = [row for row in result.rows if _is_open(lines[row.line - 1], row)]
    own = [row for row in rows if any(_is(row, one) for one in examples)]
    if not own or not all(plain(one.code).isalpha() for one in examples):
        return
    kinds = {_begins(row) for row in own}
    alone = _alone(result)
    others = [row for row in rows if row not in own]
    strange = [row for row in others if _begins(row) not in kinds or row.line in alone]
    asked = reading.asked(document, result.options)
    for row in strange:
        what = (
            f'"{shown(row.code)}" is read as a code, with the text "{shown(row.message)}", which'
            " begins as those that are shown do not, or stands apart from all others."
        )
        do = "If it is a sentence, and lists no code, quote it under `prose`."
        below = [one_line(lines[row.text_line - 1])] if row.text_line > row.line else []
        quoted = (*reading.quotes([row], asked), *below)
        yield Doubt(document.file, row.line, what, do, quoted)
    alike = [row for row in others if row not in strange]
    if alike and "small" in kinds:
        what = (
            "a word before small letters is a code by what is shown, as in any sentence; so are"
            f" {few([row.code for row in alike])}."
        )
        do = "Look whether each is one. If a line lists none, quote it under `prose` in the reader."
        yield Doubt(document.file, alike[0].line, what, do)


def _is(row: Row, example: Example) -> bool:
    """Tell whether a row is an example."""
    begins = one_line(example.text).removesuffix("…").rstrip()
    return row.code == plain(example.code) and one_line(row.message).startswith(begins)


def _is_open(line: str, row: Row) -> bool:
    """Tell whether nothing but space stands between a code and its text, be that a line below."""
    if row.text_line > row.line:
        return one_line(line) == row.code
    cut = line_parts.cut(line, row)
    return bool(cut and cut.between and not cut.between.strip())


def _begins(row: Row) -> str:
    """Return how a text begins."""
    first = row.message[:1]
    return "small" if first.islower() else "capital" if first.isalpha() else "sign"


def _alone(result: Reading) -> set[int]:
    """Return the lines of rows that stand next to no other one, where most others do."""
    lines = {row.line for row in result.rows}
    alone = {line for line in lines if not {line - 1, line + 1} & lines}
    return alone if 2 * len(alone) < len(lines) else set()
