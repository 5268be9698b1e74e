"""Tables with new headings in which another column could be the code, or the message.

Where a new document would be read from a column that was not there before, a person has to say
which one the API answers with. Columns that were there before are decided.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.maintain.document import meanings, shapes, translations
from macros.maintain.revision.renamed import held_texts, roles
from macros.maintain.sniffers.tables import code_column, columns
from macros.readers.advice import shown
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.document.seen_table import Seen
    from macros.maintain.revision.renamed import Known


def doubts(before: Options, now: Options, tables: Sequence[Seen], known: Known) -> Iterator[str]:
    """Yield which other column of a table with new headings could as well be what is taken.

    Args:
        before: the options of the document before.
        now: those of the later document.
        tables: the tables of the later document.
        known: what the codes said before.
    """
    for old, new in zip(before.get("tables", []), now.get("tables", []), strict=True):
        table = next((one for one in tables if list(one.headings) == new["columns"]), None)
        if not table or new["columns"] == old["columns"]:
            continue
        yield from _codes(old, new, table)
        if rivals := [*_renamed_messages(old, new, table, known), *_new_message(old, new, table)]:
            yield (
                f'another column? The message is taken from below "{shown(_messages(new)[0])}" in'
                f" the table of line {table.line}, and {series(rivals)} could be it, too. If so,"
                " `read` with --like prints the reader: write that heading for `message`, and add"
                " --reader FILE."
            )


def swapped(before: Options, now: Options, tables: Sequence[Seen]) -> Iterator[str]:
    """Yield which heading is still there, and no more above the column that it was above."""
    for old, new in zip(before.get("tables", []), now.get("tables", []), strict=True):
        are = [*roles(new)]
        for role, heading in roles(old):
            others = [other for name, other in are if name == role]
            if others and heading not in others and heading in new["columns"]:
                yield (
                    f'headings that changed places? The {role} was below "{heading}", which is'
                    f' still there, and is taken from below "{others[0]}" now.'
                    f"{_way_back(role, heading, new, tables)}"
                )


def _way_back(role: str, heading: str, new: Options, tables: Sequence[Seen]) -> str:
    """Say how the codes are read from below a heading; nothing of what is not the code."""
    table = next((one for one in tables if list(one.headings) == new["columns"]), None)
    if role != "code" or not table:
        return ""
    cells = [text for text in table.column(table.headings.index(heading)) if text]
    if not cells or not all(map(shapes.looks_like_a_code, cells)):
        return ""
    written = _written(table, table.headings.index(heading))
    return f' If the API answers with "{shown(cells[0])}", {_with(written)}'


def _codes(old: Options, new: Options, table: Seen) -> Iterator[str]:
    """Yield that a column which is new can have the codes, as of a new document is asked."""
    found = columns.guess(table)
    if not found or not isinstance(new["code"], str) or new["code"] not in old["columns"]:
        return
    rivals = [
        place
        for place in sorted({found.code, *found.codes})
        if table.headings[place] not in old["columns"] and not code_column.is_http(table, place)
    ]
    if not rivals:
        return
    names = series([f'"{shown(table.names[place])}"' for place in rivals])
    samples = [next(filter(None, table.column(place)), "") for place in rivals]
    held = next(filter(None, table.column(table.headings.index(new["code"]))), "")
    texts = series([f'"{shown(text)}"' for text in (held, *samples)])
    written = " or ".join(_written(table, place) for place in rivals)
    yield (
        f'another column? The code is taken from below "{shown(new["code"])}" in the table of line'
        f" {table.line}, as before, and {names}, which is new, could be it, too: {texts}. If the"
        f" API answers with what is new, {_with(written)}"
    )


def _written(table: Seen, place: int) -> str:
    """Return what a reader says of a column where that is the one with the codes."""
    pattern = shapes.pattern([text for text in table.column(place) if text])
    code, form = (json.dumps(one, ensure_ascii=False) for one in (table.names[place], pattern))
    return f"`code: {code}` and `pattern: {form}`"


def _with(written: str) -> str:
    return (
        f"`read` with --like prints the reader: write {written} there, save it to a file, and add"
        " --reader FILE."
    )


def _renamed_messages(old: Options, new: Options, table: Seen, known: Known) -> Iterator[str]:
    """Yield which columns could be a message whose heading is new.

    Where the texts of the document before stand in one column, and in no other as often, it is
    that one.
    """
    if not isinstance(new["message"], str) or new["message"] in old["columns"]:
        return
    held = held_texts(new, known)
    taken = {heading for _, heading in roles(new)}
    cells = {name: [*table.column(at)] for at, name in enumerate(table.headings)}
    same = {name: sum(one_line(text) in held for text in cells[name]) for name in cells}
    yield from (
        f'"{name}"'
        for name in cells
        if name not in taken
        and meanings.can_be(meanings.Text(name, cells[name]))
        and same[name] >= same[new["message"]]
    )


def _new_message(old: Options, new: Options, table: Seen) -> Iterator[str]:
    """Yield the columns which are new and say more plainly than the held one that they are it.

    A new document would be read from them, or their heading says "message", and the held one not.
    """
    found = columns.guess(table)
    held = _messages(new)[0]
    if not found or held not in old["columns"]:
        return
    free = [table.headings[place] for place in (found.message, *found.rivals)]
    if held not in free:
        return
    for place in sorted((found.message, *found.rivals)):
        heading = table.headings[place]
        says_more = _says_message(heading) and not _says_message(held)
        if heading not in old["columns"] and (place == found.message or says_more):
            yield f'"{shown(heading)}"'


def _says_message(heading: str) -> bool:
    return translations.says_message(heading) and not translations.language(heading)


def _messages(kind: Options) -> list[str]:
    return kind["message"] if isinstance(kind["message"], list) else [kind["message"]]
