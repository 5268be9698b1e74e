"""A row of a table, looked at alone: which codes it lists, and why it cannot be read.

Whatever could be read in two ways is refused, with what a person can write instead.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Advice, Problem, advised
from macros.readers import ditto
from macros.readers.advice import by_hand_advice, hiding_advice, if_none, leftover, shown
from macros.readers.labelled import behind_label, by_labels, label_of
from macros.readers.printed import (
    code_and_rest,
    codes_in_cell,
    codes_within,
    holds_a_code,
    is_no_text,
    looks_like_a_range,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.cells import Cell, TableRow
    from macros.sources.reader_options import Table


BELOW_NOTHING = "right of its message, below no heading"


def by_label(text: str, table: Table) -> tuple[str, dict[str, str]]:
    """Return a message without what stands behind its declared labels, and that by its label.

    A label that nothing is named by is left out before the message itself, such as Message.
    """
    (_, message), *parts = by_labels("", text, table) if table.labels else [("", text)]
    columns: dict[str, str] = {}
    if (label := _lead(message, table)) and label not in table.named.values():
        columns[label], message = "", behind_label(message, label)
    for label, said in parts:
        columns[label] = f"{columns.get(label, '')}\n{said}".strip("\n")
    return message, columns


def _lead(message: str, table: Table) -> str:
    """Return the declared label that a message begins with; nothing if none."""
    found = label_of(message, table) if table.labels else None
    return found[0] if found else ""


def labelled_alone(
    file: str, row: TableRow, message: str, codes: Sequence[str], table: Table
) -> Problem | None:
    """Refuse a row in which the label of something else stands where the message should."""
    if not (label := _lead(message, table)):
        return None
    what = f'"{shown(row.joined)}" has the label "{shown(label)}" where its message stands.'
    return advised(file, row.line, what, by_hand_advice(row.joined, *codes))


def fits(row: TableRow, table: Table) -> bool:
    """Tell whether a row has as many cells as the table has columns."""
    return len(row.cells) == len(table.columns)


def code_cell(row: TableRow, table: Table) -> Cell:
    """Return the cell with the code; of a code of several columns their texts joined, or none."""
    cells = [row.cells[table.names.index(name)] for name in table.codes]
    whole = all(cell.text for cell in cells)
    return replace(cells[0], text=table.join.join(cell.text for cell in cells) if whole else "")


def codes_of(text: str, table: Table) -> tuple[list[str], str]:
    """Return the codes in the text of a cell, and what stands behind a code there."""
    codes, behind = codes_in_cell(text, table.pattern), ""
    if not codes and table.behind_code and (parted := code_and_rest(text, table.pattern)):
        codes, behind = [parted[0]], parted[1]
    return codes, behind


def hidden(row: TableRow, table: Table) -> Iterator[tuple[str, str]]:
    """Yield the codes that a row lists which is ignored: in the column that a code stands in.

    Where a cell is missing or too many, that column can be any of them; and what stands a whole
    row behind it is of a second row, whose line feed is lost.
    """
    cells = [code_cell(row, table).text] if fits(row, table) else row.texts
    following = 0
    for place, cell in enumerate(cells):
        found = codes_of(cell, table)[0] if place >= following else []
        for code in found:
            yield table.code_set, code
        if found:
            following = place + len(table.columns)


def code_in(row: TableRow, table: Table) -> str:
    """Return the code that a row which cannot be read seems to be about; nothing if none is."""
    return next(iter(_codes_in(row, table)), "")


def _codes_in(row: TableRow, table: Table) -> list[str]:
    """Return the codes that a row which cannot be read seems to be about."""
    # Of a number with a footnote mark, or with hidden digits, nobody can tell which ones are its.
    places = [table.names.index(name) for name in table.codes]
    fault = next((row.cells[one].fault for one in places if one < len(row.cells)), "")
    unsure = fault.startswith(("has a <", "has a hidden"))
    return [] if unsure else [code for _, code in hidden(row, table)]


def misfit(row: TableRow, table: Table) -> str:
    """Return why a row is none of the table's, or says less than a page shows; else nothing."""
    if fault := next((cell.fault for cell in row.cells if cell.fault), None):
        return f'"{shown(row.joined)}" {fault}.'
    if len(row.cells) != len(table.columns) or row.spans or row.heading:
        numbers = f"number of cells: {len(row.cells)}, of columns: {len(table.printed)}"
        return f'"{shown(row.joined)}" does not fit its table ({numbers}).'
    if mark := next((text for text in row.texts if ditto.is_mark(text)), None):
        return f'"{shown(row.joined)}": "{mark}" stands for a text above, where none is read.'
    return ""


def in_parts(grid: Sequence[TableRow], table: Table) -> str:
    """Return the column of codes or messages whose heading also spans the next, unnamed one."""
    unnamed = table.names.index("") if "" in table.names[1:] else 0
    owner = table.names[unnamed - 1]
    spans = any(row.spans and row.texts == table.columns for row in grid)
    return owner if spans and unnamed and owner in {*table.codes, *table.messages} else ""


def apart(file: str, row: TableRow, table: Table, parts: str) -> Problem | None:
    """Refuse a row in which a code or message stands in two cells below one heading."""
    cells = dict(zip(table.names, row.texts, strict=False))
    if not parts or not cells.get(parts) or not cells.get(""):
        return None
    what = f'"{shown(row.joined)}" has two cells below the one heading "{shown(parts)}".'
    code = "" if parts in table.codes else code_in(row, table)
    return advised(file, row.line, what, by_hand_advice(row.joined, code))


def unheaded(file: str, row: TableRow, table: Table) -> Problem | None:
    """Refuse a row with text right of its message, below no heading: it could be its other half."""
    if len(row.cells) != len(table.columns):
        return None
    first = min(table.names.index(name) for name in table.messages)
    told = {*table.codes, *table.messages, *table.named.values()}
    for place, name in enumerate(table.names):
        untold = not table.columns[place] and name not in told
        if place > first and untold and row.texts[place]:
            what = f'"{shown(row.joined)}" has text {BELOW_NOTHING}.'
            by_hand = by_hand_advice(row.joined, code_in(row, table))
            free = next(
                (one for one in ("note", "cause", "remedy") if one not in table.named), "name"
            )
            own = f"If it is a column of its own, say so: `named: {{{free}: {json.dumps(name)}}}`."
            return advised(file, row.line, what, "If it goes on with the message:", by_hand, own)
    return None


def not_a_code(file: str, cell: Cell, row: TableRow, table: Table) -> Problem:
    """Refuse a row whose cell has no code; what it may mean all the same is said by hand."""
    if not cell.text:
        none = "If it lists no code, as a second row of headings does, quote it under `prose`."
        has_part = any(row.cells[table.names.index(name)].text for name in table.codes)
        on = "If rows without a code go on with those above, write `goes_on: true`; else:"
        return leftover(
            *(file, row.line, row.joined, "" if table.goes_on or has_part else on),
            by_hand_advice(row.joined),
            if_none(row.joined, none),
        )
    if looks_like_a_range(cell.text):
        what = f'"{shown(cell.text)}" is no code, and no range from one code to a greater one.'
    else:
        what = f'"{shown(cell.text)}" does not match the pattern of codes, {table.pattern}.'
    # One word with a digit is more likely a code of another form than none.
    is_word = len(cell.text.split()) == 1 and any(map(str.isdigit, cell.text))
    do: str | Advice = "Mend the pattern in provider.yml, or ignore the row if it lists no code."
    if not is_word:
        none = (
            "Mend the pattern in provider.yml, or quote the row under `prose` if it lists no code."
        )
        do = if_none(row.joined, none)
    # A code that is joined stands in no line as it is, so that none can quote it.
    codes = [] if looks_like_a_range(cell.text) else codes_within(cell.text, table.pattern)
    by_hand = by_hand_advice(row.joined, *codes) if len(table.codes) == 1 else ""
    return advised(file, cell.line, what, do, by_hand)


def without_message(
    file: str, row: TableRow, printed: str, codes: Sequence[str], texts: Sequence[str]
) -> Problem:
    """Refuse a row whose code has no message, or a word that says so and may be one all the same.

    Args:
        file: the document.
        row: the row.
        printed: its code, as it is printed.
        codes: the codes that these are, or the ends of a range.
        texts: what stands in the columns that can have the message.
    """
    what = f'the code "{shown(printed)}" has no message.'
    hide = hiding_advice(codes, row.joined)
    # Beside a sentence, the row has something to say.
    told = any(" " in text.strip() for text in row.texts if text not in {printed, *texts})
    do = ["If another column has it, name both under `message`.", hide.says if told else hide]
    if said := next(filter(is_no_text, texts), ""):
        what = f'the code "{shown(printed)}" has "{said}" where its message stands, so it has none.'
        do += [f'If "{said}" is what the API sends:', by_hand_advice(row.joined, *codes)]
    return advised(file, row.line, what, *do)


def ditto_and_more(file: str, row: TableRow, table: Table) -> Problem | None:
    """Refuse a row in which more stands behind a ditto mark, until somebody says what it means."""
    told = [
        text for text, name in zip(row.texts, table.names, strict=False) if name in table.messages
    ]
    if not any(map(ditto.behind, told)):
        return None
    what = f'"{shown(row.joined)}" has a mark that stands for the text above, with more behind it.'
    do = (
        "If it has the text above with that addition, write `dittos_go_on: true` for the table. If"
        " it has a text of its own:"
    )
    return advised(file, row.line, what, do, by_hand_advice(row.joined, code_in(row, table)))


def by_hand_or_unreadable(row: TableRow, table: Table) -> Iterator[str | Advice]:
    """Say what can be done about a row that cannot be read."""
    codes = _codes_in(row, table)
    yield by_hand_advice(row.joined, *codes)
    named = ", ".join(map(json.dumps, codes)) or "its code"
    yield f"If nothing can be quoted from it, ignore the row and add {named} to `unreadable`."
    if row.heading:
        yield if_none(row.joined, "If it is a heading among the rows, quote it under `prose`.")
    elif any("struck-out" in cell.fault for cell in row.cells):
        yield if_none(row.joined, "If it lists no code any more, quote it under `prose`.")
    elif len(row.cells) == 1 and not codes and not holds_a_code(row.joined, table.pattern):
        yield if_none(row.joined, "If it is a line that lists no code, quote it under `prose`.")
