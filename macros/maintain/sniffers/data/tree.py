"""Where the codes of JSON or YAML stand: tree -> the path to them, and their keys.

Each list and each mapping is taken for a table, the keys of its items for headings; which of them
are the code and the message is found out as it is for tables.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import yaml

from macros.maintain.document import code_headings, reading, shapes, translations
from macros.maintain.document.seen_table import Seen
from macros.maintain.sniffers import choices
from macros.maintain.sniffers.data import data_files, parts, tree_more
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, account, counted, shown_codes
from macros.maintain.sniffers.tables import code_column, columns, second_column
from macros.readers import json as json_format
from macros.readers import tree_beside
from macros.readers import yaml as yaml_format
from macros.readers.cells import Cell, TableRow
from macros.readers.patience import OutOfPatienceError, patience
from macros.readers.tree_item import leaves_of
from macros.readers.tree_node import Item, Node
from macros.sources.reader_options.data import ABOVE, KEY, VALUE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.sniffers.tables.columns import Columns
    from macros.readers.rows import Document

_FEW = 1  # items of a list beside that of the codes
_PATIENCE = 8.0  # seconds for lists beside those that are read
_MOST_NODES = 200_000  # of a document that are looked at
_MOST_PATHS = 200
_MOST_KEYS = 40  # of an item
_MOST_CODES = 0.6  # of the keys of a mapping are codes, where it is one of codes
_LIKE = 0.5  # of the keys of items are keys of all of them, where these are of one kind
_SIGNS = re.compile(r"([\\.\[\]{}])")
_ESCAPED = r"\\\1"
_OF_ENUM = "x-enum"  # begins lists of OpenAPI that belong to the one of codes


def json_tree(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of JSON."""
    if document.text.lstrip()[:1] not in {"{", "["}:
        return None
    try:
        root = json_format.parse(document.text)
    except ValueError:
        return None
    return _tree(document, "json", root, code_set)


def yaml_tree(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of YAML."""
    if document.text.lstrip()[:1] in {"<", "{", "["}:
        return None
    try:
        root = yaml_format.parse(document.text)
    except yaml.YAMLError:
        return None
    return _tree(document, "yaml", root, code_set)


@dataclass(slots=True)
class _Group:
    """The items that one path leads to."""

    path: str
    items: list[Item] = field(default_factory=list)
    beside: tuple[str, ...] = ()


def _tree(document: Document, format_: str, root: Node, code_set: str) -> Sniffed | None:
    groups = _groups(root, entries=data_files.is_data(document))
    large = [group for group in groups if len(group.items) >= LEAST]
    guesses = [
        guess
        for group in large
        if (guess := _guess(document, format_, group, code_set)) is not None
    ]
    if not guesses:
        return None
    best = max(guesses, key=lambda guess: _worth(guess.reading))
    others = [*(guess.reading for guess in guesses), *_few(document, best.reading, groups)]
    asked = tree_more.doubts(document, best.reading, others)
    doubted = choices.doubted(document.file, best.reading, (), asked)
    return replace(best, reading=doubted, doubts=(*best.doubts, *asked))


def _few(document: Document, taken: Reading, groups: Sequence[_Group]) -> Iterator[Reading]:
    """Yield how lists are read that have the keys of the one that is taken, or few items.

    These are too few to make a document one of codes; beside such a list they are perhaps some.
    """
    yield from tree_more.alike(document, taken, [group.path for group in groups])
    format_, code_set = taken.options["format"], taken.options["code_set"]
    for group in groups:
        if _FEW <= len(group.items) < LEAST:
            guess = _guess(document, format_, group, code_set, _FEW)
            if guess and tree_more.may_list_codes(guess.reading):
                yield guess.reading


def beside(document: Document, taken: Reading) -> list[Problem]:
    """Return the doubts about lists that a document has beside those that are read."""
    parsers = {"json": json_format.parse, "yaml": yaml_format.parse}
    format_ = taken.options["format"]
    if format_ not in parsers:
        return []
    with suppress(OutOfPatienceError, RecursionError), patience(_PATIENCE):
        root, code_set = parsers[format_](document.text), taken.options["code_set"]
        groups = _groups(root, entries=data_files.is_data(document))
        large = [group for group in groups if len(group.items) >= LEAST]
        guesses = [_guess(document, format_, group, code_set) for group in large]
        others = [*(one.reading for one in guesses if one), *_few(document, taken, groups)]
        return tree_more.doubts(document, taken, others)
    return []


def _worth(result: Reading) -> float:
    return len(result.rows) - 2 * len(result.problems)


def _groups(root: Node, *, entries: bool) -> list[_Group]:
    """Return the paths that lead to items, with these.

    Args:
        root: the tree.
        entries: whether items of a list can be mappings of one code; in a page, `- 101: Dock is
            busy` is a bullet.
    """
    groups: dict[str, _Group] = {}
    waiting = [("", Item(root), False)]
    looked_at = 0
    while waiting and looked_at < _MOST_NODES:
        path, item, is_entry = waiting.pop()
        looked_at += 1
        node = item.node
        sign = "[]" if node.kind == "list" else "{}"
        if node.is_branch and (node.kind == "list" or is_entry or _is_of_one_kind(node)):
            step = f"{path}{sign}"
            children = [item.child(one, goes_through=True) for one in range(len(node.children))]
            if step in groups or len(groups) < _MOST_PATHS:
                groups.setdefault(step, _Group(step)).items.extend(children)
                are = entries and _has_entries(node)
                branches = [(step, child, are) for child in children if child.node.is_branch]
                waiting += reversed(branches)
        if node.is_mapping:
            if (keys := _equally_long(node)) and len(groups) < _MOST_PATHS:
                beside = _beside(path, item, keys)
                groups[f"{beside.path} {beside.beside}"] = beside
            for number, (key, child) in enumerate(node.children):
                if key and child.is_branch:
                    name = _SIGNS.sub(_ESCAPED, key.text)
                    step = f"{path}.{name}".removeprefix(".")
                    waiting.append((step, item.child(number, goes_through=False), False))
    return list(groups.values())


def _beside(path: str, item: Item, keys: Sequence[str]) -> _Group:
    """Return the values of lists that stand beside each other in a mapping as one list of items."""
    first, *others = keys
    whole = tree_beside.joined(item, first, others)
    names = [key.text if key else "" for key, _ in whole.node.children]
    of_list = whole.child(names.index(first), goes_through=False)
    items = [of_list.child(one, goes_through=True) for one in range(len(of_list.node.children))]
    step = f"{path}.{_SIGNS.sub(_ESCAPED, first)}[]".removeprefix(".")
    return _Group(step, items, tuple(others))


def _equally_long(mapping: Node) -> list[str]:
    """Return the keys of lists of values that are equally long, that of codes first."""
    lists = {
        key.text: [value.text for _, value in node.children]
        for key, node in mapping.children
        if key
        and node.kind == "list"
        and (len(node.children) >= LEAST or key.text.startswith(_OF_ENUM))
        and not any(value.is_branch for _, value in node.children)
    }
    # A name can look like a code, beside the one that it is of.
    likely = sorted(lists, key=lambda key: (key != "enum", not all(map(_is_number, lists[key]))))
    for key in likely:
        values = lists[key]
        others = [
            one
            for one in lists
            if one != key and (len(lists[one]) == len(values) or one.startswith(_OF_ENUM))
        ]
        if others and len(values) >= LEAST and all(map(shapes.looks_like_a_code, values)):
            return [key, *others]
    return []


def _is_number(text: str) -> bool:
    return text.removeprefix("-").isdigit()


def _is_of_one_kind(mapping: Node) -> bool:
    """Tell whether the entries of a mapping are things of one kind: codes, or modules of them."""
    nodes = [node for _, node in mapping.children]
    keys = [key.text for key, _ in mapping.children if key]
    if len(nodes) < 2:  # noqa: PLR2004 - one thing is of no kind
        return False
    if _are_codes(keys):
        return True
    if all(node.kind == "list" for node in nodes):
        return True
    inner = [{key.text for key, _ in node.children if key} for node in nodes if node.is_mapping]
    if len(inner) < len(nodes):
        return False
    together = set.union(*inner)
    shared = set.intersection(*inner)
    return _are_codes(together) or len(shared) >= _LIKE * len(together)


def _has_entries(node: Node) -> bool:
    """Tell whether each item of a list is a mapping of one code: `- 101: Dock is busy`."""
    inner = [child for _, child in node.children]
    if node.kind != "list" or not all(one.is_mapping and len(one.children) == 1 for one in inner):
        return False
    keys = [key.text for one in inner for key, _ in one.children if key]
    return len(set(keys)) == len(keys) > 1 and _are_codes(keys)


def _are_codes(keys: Collection[str]) -> bool:
    """Tell whether most keys look like codes; message_de and message_en are keys of one text."""
    texts = translations.in_languages(keys)
    codes = [key for key in keys if shapes.looks_like_a_code(key) and key not in texts]
    return len(codes) >= _MOST_CODES * len(keys)


def _guess(
    document: Document, format_: str, group: _Group, code_set: str, least: int = LEAST
) -> Sniffed | None:
    """Guess the options that read the items of a path, if so many of them, at least, have codes."""
    names, table = _table(group.items)
    found = columns.guess(table) if names else None
    codes = _codes(table, found) if found else []
    if not found or len(codes) < least:
        return None
    options: Options = {
        "format": format_,
        "code_set": code_set,
        "path": group.path,
        **({"beside": list(group.beside)} if group.beside else {}),
        "code": [names[found.code]],
        "message": names[found.message],
    }
    if found.success is not None:
        options["success"] = {"key": names[found.success], "value": found.success_value}
    if found.named:
        options["named"] = {name: names[place] for name, place in found.named.items()}
    options["pattern"] = shapes.pattern(codes)
    doubts = _joined(document, options, names, table, found)
    open_ = choices.of_table(replace(table, headings=tuple(names)), found)
    for choice in open_:
        choices.kept(options, options["message"], choice)
    if reading.fault(options):
        return None
    result = account(document, options)
    if _repeats(result.rows) and any("two lists or mappings" in p.what for p in result.problems):
        result = account(document, {**result.options, "repeats": "true"})
    result, told, asked = parts.parted(document, result)
    doubts = [*doubts, *asked]
    why = [
        f"format {format_}: the path {group.path} leads to {counted(len(group.items), 'item')}",
        *found.why,
        f"pattern {options['pattern']}: {shown_codes(codes)}",
        *told,
    ]
    result = choices.doubted(document.file, result, open_, doubts)
    return Sniffed(result, tuple(why), choices=tuple(open_), doubts=tuple(doubts))


def _joined(
    document: Document, options: Options, names: Sequence[str], table: Seen, found: Columns
) -> list[Problem]:
    """Let two keys make a code together where one alone repeats; return that as a doubt."""
    other = second_column.find(table, found)
    if other is None:
        return []
    places = second_column.in_order(table, found.code, other)
    codes = [
        "-".join(row.texts[place] for place in places)
        for row in table.rows
        if code_column.codes_like(row.texts[found.code])
        if all(row.texts[place] for place in places)
    ]
    told = second_column.by_heading(table, found) is not None
    alone = {key: options[key] for key in ("code", "pattern")} if told else None
    options.update(
        {
            "code": [names[place] for place in places],
            "join": "-",
            "pattern": shapes.pattern(codes),
        }
    )
    named = options.get("named", {})
    named = {name: one for name, one in named.items() if one not in options["code"]}
    options.pop("named", None)
    if named:
        options["named"] = named
    return [choices.joined(document.file, table.line, options, codes[0], alone)]


def _repeats(rows: Iterable[object]) -> bool:
    """Tell whether each code means the same wherever it stands."""
    said: dict[str, str] = {}
    return all(
        said.setdefault(row.code, row.message) == row.message  # type: ignore[attr-defined]
        for row in rows
    )


def _table(items: Sequence[Item]) -> tuple[list[str], Seen]:
    """Return the names of what items have, and the items as a table with headings like them."""
    leaves = [dict(leaves_of(item)) for item in items]
    names = list(dict.fromkeys(name for one in leaves for name in one if name != ABOVE))
    # What only some items have is no code and no message.
    often = [name for name in names if 2 * sum(name in one for one in leaves) >= len(leaves)]
    names = often[:_MOST_KEYS]
    rows = tuple(
        TableRow(
            tuple(Cell(one[name].text if name in one else "", item.line) for name in names),
            item.line,
        )
        for one, item in zip(leaves, items, strict=True)
    )
    seen = Seen(tuple(map(_heading, names)), rows, items[0].line)
    if KEY in names and _names_codes(seen, names.index(KEY)):
        headings = tuple("the key" if name == KEY else _heading(name) for name in names)
        seen = replace(seen, headings=headings)
    return names, seen


def _names_codes(table: Seen, key: int) -> bool:
    """Tell whether keys are words, which name the numbers that stand below a key for codes."""
    if any(map(code_column.has_digit, table.column(key))):
        return False
    return any(
        place != key
        and code_headings.is_code(heading)
        and all(map(_is_number, table.column(place)))
        for place, heading in enumerate(table.headings)
    )


def _heading(name: str) -> str:
    """Return the heading of a column: keys of a mapping are codes more often than not."""
    return {KEY: "the key (code)", VALUE: "the value (message)"}.get(name, name)


def _codes(table: Seen, found: Columns) -> list[str]:
    return list(_codes_of(table.column(found.code)))


def _codes_of(cells: Sequence[str]) -> Iterator[str]:
    words = code_column.are_words(cells)
    for text in cells:
        yield from code_column.codes_like(text, words=words)
