"""Lists beside each other -> one list: as in OpenAPI, where one has the codes, one the texts.

Values at the same place of each belong together. Refuses lists that are not equally long: nobody
can tell which value is missing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.readers.tree_node import Item, Node
from macros.sources.reader_options.data import VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import TreeOptions


def joined(item: Item, key: str, beside: Sequence[str]) -> Item:
    """Return a mapping in which the values of a list have those of other lists beside them.

    Args:
        item: the mapping.
        key: the key of the list, whose values are called "(value)".
        beside: the keys of the others; their values are called so.
    """
    keys = {name.text: name for name, _ in item.node.children if name}
    lists = {name.text: node for name, node in item.node.children if name}
    values: list[tuple[Node | None, Node]] = []
    for number, (_, value) in enumerate(lists[key].children):
        pairs: list[tuple[Node | None, Node]] = [(Node("plain", value.line, VALUE), value)]
        for one in beside:
            if number < len(lists[one].children):
                name = Node("plain", keys[one].line, one)
                pairs.append((name, lists[one].children[number][1]))
        values.append((None, Node("mapping", value.line, children=pairs, last=value.last)))
    children = [
        (name, replace(node, children=values) if node is lists[key] else node)
        for name, node in item.node.children
        if not (name and name.text in beside)
    ]
    return replace(item, node=replace(item.node, children=children))


def fault(item: Item, key: str, beside: Sequence[str], file: str) -> Problem | None:
    """Return why lists of a mapping cannot be read as one, if they cannot."""
    lists = {name.text: node for name, node in item.node.children if name}
    if key not in lists or lists[key].kind != "list":
        return None  # which is said of the path
    for one in beside:
        if one not in lists or lists[one].kind != "list":
            what = f'"{shown(item.place)}" has no list "{shown(one)}" beside "{shown(key)}".'
            return Problem(file, lists[key].line, what, "Mend `path` or `beside` in provider.yml.")
        lengths = len(lists[key].children), len(lists[one].children)
        if lengths[0] != lengths[1]:
            what = (
                f'"{shown(key)}" has {lengths[0]} values and "{shown(one)}" {lengths[1]}, so that'
                " nobody can tell which belong together."
            )
            do = (
                "Look on the provider's page which one is missing; leave a list out of `beside`"
                " that is not needed. Else `format: pattern` reads each line by itself."
            )
            return Problem(file, lists[one].line, what, do)
    return None


def mark(item: Item, beside: Sequence[str], ledger: Ledger[TreeOptions], *, refused: bool) -> None:
    """Note what the lines of the lists are taken for."""
    for name, node in item.node.children:
        if name and name.text in beside:
            ledger.mark(Account.HEADING, name.line, name.last)
            account = Account.REFUSED if refused else Account.ROW
            for _, value in node.children:
                ledger.mark(account, value.line, value.last)
