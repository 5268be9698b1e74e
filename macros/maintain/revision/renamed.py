"""Headings that changed: a kind of table, the table that took its place -> the kind as it is now.

The column of codes is known by its cells, that of the message by the texts that were there before.
Any other column is known by its heading, or by its place where there are as many columns. One that
is known by neither is not named any more, and that is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import meanings
from macros.readers.printed import codes_in_cell
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.document.seen_table import Seen

MOST_CODES = 0.6  # of a column's cells are codes, where it is the column of codes

# What the codes said before: by code set, then by code.
Known = dict[str, dict[str, set[str]]]


def rename(options: Options, tables: Sequence[Seen], known: Known) -> list[str]:
    """Give kinds of tables that are gone the headings of those that took their place.

    Args:
        options: the options of the document before, which are changed.
        tables: the tables of the later document.
        known: what the codes said before.

    Returns:
        what changed, in sentences.
    """
    changes = []
    described = [table["columns"] for table in options["tables"]]
    free = [table for table in tables if list(table.headings) not in described]
    for kind in options["tables"]:
        known_here = any(list(table.headings) == kind["columns"] for table in tables)
        if known_here or not is_plain(kind):
            continue
        found = [(_likeness(kind, table, known), table) for table in free]
        likeness, table = max(found, key=lambda one: one[0], default=(0.0, None))
        if table is None or likeness < MOST_CODES:
            continue
        before = dict(kind)
        _rename(kind, table, known)
        free = [other for other in free if other.headings != table.headings]
        told = list(_told(before, kind))
        what = series(told) if told else "the same columns in another order"
        changes.append(f"the table of line {table.line} has other headings: {what}")
    return changes


def is_plain(kind: Options) -> bool:
    """Tell whether a kind of table has its code, and each message, in a column with its heading.

    Codes that are joined, and columns whose heading stands there twice, are for a person to say.
    """
    messages = kind["message"] if isinstance(kind["message"], list) else [kind["message"]]
    return all(heading in kind["columns"] for heading in (kind["code"], *messages))


def _likeness(kind: Options, table: Seen, known: Known) -> float:
    """Return how much of some column of a table are codes of a kind, known ones twice as much."""
    return max(
        (_share(kind, table, known, index) for index in range(len(table.headings))), default=0.0
    )


def _share(kind: Options, table: Seen, known: Known, index: int) -> float:
    cells = [text for text in table.column(index) if text]
    codes = [codes_in_cell(text, kind["pattern"]) for text in cells]
    there = known.get(kind["code_set"], {})
    fit = sum(bool(one) for one in codes)
    held = sum(bool(one) and one[0] in there for one in codes)
    return (fit + held) / len(cells) if cells else 0.0


def _rename(kind: Options, table: Seen, known: Known) -> None:
    """Write the headings of a table into the description of its kind."""
    old, new = kind["columns"], table.headings
    code_before = old.index(kind["code"])
    code = max(
        range(len(new)),
        key=lambda index: (_share(kind, table, known, index), index == code_before, -index),
    )
    messages = _messages(kind, table, known, code)
    taken = [code, *messages]
    if success := kind.get("success"):
        at = _success(kind, table, taken)
        if at is None:
            del kind["success"]
        else:
            kind["success"] = {**success, "column": new[at]}
            taken.append(at)
    if "named" in kind:
        named: dict[str, str] = {}
        for name, heading in kind["named"].items():
            at = _same(old, new, heading, taken)
            if at is not None:
                named[name] = new[at]
                taken.append(at)
        kind["named"] = named
        if not named:
            del kind["named"]
    _name_new(kind, table, taken)
    kind["columns"] = list(new)
    kind["code"] = new[code]
    texts = [new[index] for index in messages]
    kind["message"] = texts if isinstance(kind["message"], list) else texts[0]
    if "heading_row" in kind or not table.heading_row:
        kind["heading_row"] = "true" if table.heading_row else "false"


def _name_new(kind: Options, table: Seen, taken: Sequence[int]) -> None:
    """Name the columns that are new as a new document's are: by what their headings say."""
    for at, heading in enumerate(table.headings):
        if at in taken or heading in kind["columns"] or table.headings.count(heading) > 1:
            continue
        cells = [*table.column(at)]
        name = meanings.says(meanings.Text(heading, cells)) if any(cells) else None
        if name and name not in kind.get("named", {}):
            kind["named"] = {**kind.get("named", {}), name: heading}


def _messages(kind: Options, table: Seen, known: Known, code: int) -> list[int]:
    """Return the places of the columns that can have the message, the preferred one first."""
    several = isinstance(kind["message"], list)
    before = kind["message"] if several else [kind["message"]]
    if several:
        places: list[int] = []
        for heading in before:
            at = _same(kind["columns"], table.headings, heading, [code, *places])
            places += [] if at is None else [at]
        if len(places) == len(before):
            return places
        # One of them is gone: the column that says most of what was said before comes first.
        best = _best_message(kind, table, known, code)
        return [best, *(place for place in places if place != best)]
    return [_best_message(kind, table, known, code)]


def held_texts(kind: Options, known: Known) -> set[str]:
    """Return what the codes of a table's code set said."""
    return {
        text for said in known.get(kind["code_set"], {}).values() for text in map(one_line, said)
    }


def _best_message(kind: Options, table: Seen, known: Known, code: int) -> int:
    texts = held_texts(kind, known)
    old = kind["columns"]
    before = kind["message"] if isinstance(kind["message"], list) else [kind["message"]]
    same_width = len(old) == len(table.headings)
    places_before = {old.index(one) for one in before} if same_width else set()
    return max(
        (index for index in range(len(table.headings)) if index != code),
        key=lambda index: (
            sum(one_line(text) in texts for text in table.column(index)),
            table.headings[index] in before,
            index in places_before,
            sum(map(len, table.column(index))),
        ),
    )


def _success(kind: Options, table: Seen, taken: Sequence[int]) -> int | None:
    """Return the place of the column that tells successes: one that has their value."""
    return next(
        (
            index
            for index in range(len(table.headings))
            if index not in taken
            and any(text == kind["success"]["value"] for text in table.column(index))
        ),
        None,
    )


def _same(old: Sequence[str], new: Sequence[str], heading: str, taken: Sequence[int]) -> int | None:
    """Return the place of a column among the new ones: that of its heading, else its own."""
    if heading in new:
        place = list(new).index(heading)
    else:
        place = list(old).index(heading)
        if len(old) != len(new) or new[place] in old:
            return None
    return None if place in taken else place


def _told(before: Options, now: Options) -> Iterator[str]:
    """Yield which column is called what now."""
    were, are = ([*roles(kind)] for kind in (before, now))
    for role, heading in were:
        others = [other for name, other in are if name == role]
        if not others:
            yield f'{role} was "{heading}", and no column is known for it'
        elif heading not in others:
            yield f'{role} "{heading}" is now "{others[0]}"'
    yield from _others(before, now)


def _others(before: Options, now: Options) -> Iterator[str]:
    """Yield which columns are new, gone or renamed that were kept for nothing of their own."""
    had = dict(roles(before))
    added = {heading: role for role, heading in roles(now) if role not in had}
    told = {heading for role, heading in roles(now) if role in had}
    old, new = before["columns"], now["columns"]
    gone = [one for one in old if one not in {*new, *had.values()}]
    come = [one for one in new if one and one not in {*old, *told}]
    for heading in come:
        kept = f" (kept as {added[heading]})" if heading in added else ""
        place = new.index(heading)
        if len(old) == len(new) and old[place] in gone:
            gone.remove(old[place])
            yield f'the column "{old[place]}" is now "{heading}"{kept}'
        else:
            yield f'the column "{heading}" is new{kept or " (kept under that heading)"}'
    yield from (f'the column "{heading}" is gone' for heading in gone if heading)


def lost(before: Options, now: Options) -> Iterator[tuple[str, str]]:
    """Yield what a column was kept for, and its heading, where no column is kept for it now."""
    are = {role.partition(" ")[0] for role, _ in roles(now)}
    yield from ((role, name) for role, name in roles(before) if role.partition(" ")[0] not in are)


def roles(kind: Options) -> Iterator[tuple[str, str]]:
    """Yield what each column of a kind is for, with its heading."""
    yield "code", kind["code"]
    texts = kind["message"] if isinstance(kind["message"], list) else [kind["message"]]
    for number, heading in enumerate(texts):
        yield f"message {number + 1}" if len(texts) > 1 else "message", heading
    yield from kind.get("named", {}).items()
    if "success" in kind:
        yield "success", kind["success"]["column"]
