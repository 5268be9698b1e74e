"""A tree of keys and values -> rows: what JSON and YAML share.

A path leads to the items. Refuses what stands outside of the path and holds a code: the path may be
too narrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers.ledger import Account, shown
from macros.readers.printed import holds_a_code, is_code, plain
from macros.readers.rows import Row
from macros.readers.tree_item import called, item_rows
from macros.readers.tree_node import Item, Node, place_of, told_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import TreeOptions


def tree_rows(root: Node, ledger: Ledger[TreeOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each item, and a problem for each place that cannot be accounted for."""
    twice = list(_keys_twice(root, ledger.file))
    if twice:
        ledger.mark(Account.REFUSED, 1, root.last)
    yield from twice or _walk(Item(root), ledger.options.steps, ledger)


def _keys_twice(root: Node, file: str) -> Iterator[Problem]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        seen: dict[str, int] = {}
        for key, child in node.children:
            waiting.append(child)
            if key and key.text in seen:
                what = f'the key "{shown(key.text)}" already stands in line {seen[key.text]}.'
                do = "Nothing tells which of the two holds, so this document is not read."
                yield Problem(file, key.line, what, do)
            if key:
                seen[key.text] = key.line


def _walk(item: Item, steps: list[str], ledger: Ledger[TreeOptions]) -> Iterator[Row | Problem]:
    """Yield the rows below a node by the steps of the path that are left; account for the rest."""
    step, *rest = steps
    node, kind = item.node, "list" if step == "[]" else "mapping"
    if node.kind == "null":
        ledger.mark(Account.SKIPPED, item.line, item.last)
        return
    if node.kind != kind:
        told = told_of(item.place, node.text)
        if not ledger.ignores(told, item.line, item.last):
            ledger.mark(Account.REFUSED, item.line, item.last)
            thing = f'"{shown(item.place)}"' if item.place else "the document"
            what = f"{thing} is no {kind}, as the path has it."
            yield Problem(ledger.file, item.line, what, "Mend the `path` in provider.yml.")
    elif rest:
        yield from _further(item, step, rest, ledger)
    else:
        ledger.use(ledger.options)
        rows = []
        for number in range(len(node.children)):
            for result in item_rows(item.child(number, goes_through=True), ledger):
                if isinstance(result, Row):
                    rows.append(result)
                yield result
        yield from ledger.repeated(ledger.options, rows, "lists or mappings")


def _further(
    item: Item, step: str, rest: list[str], ledger: Ledger[TreeOptions]
) -> Iterator[Row | Problem]:
    """Go through a list or mapping on the way to the items; its keys are headings of these."""
    for number, (key, _) in enumerate(item.node.children):
        goes_through = step in {"[]", "{}"}
        if goes_through or (key and key.text == step):
            if key:
                ledger.mark(Account.HEADING, key.line, key.last)
            yield from _walk(item.child(number, goes_through=goes_through), rest, ledger)
        else:
            yield from _outside(item.child(number, goes_through=True), ledger)


def _outside(item: Item, ledger: Ledger[TreeOptions]) -> Iterator[Problem]:
    """Refuse each key and each leaf outside of the path that holds a code; pass over the rest."""
    options = ledger.options
    ledger.mark(Account.SKIPPED, item.line, item.last)
    waiting = [(item.place, item.key, item.node)]
    while waiting:
        place, key, node = waiting.pop()
        if _may_be_a_code(key, node, options.pattern):
            told = told_of(place, node.text)
            line, last = key.line if key else node.line, 0 if node.is_branch else node.last
            if ledger.ignores(told, line, last):
                yield from ledger.hides(told, line, _listed_outside(key, node, options))
            else:
                ledger.mark(Account.REFUSED, line, last)
                what = f'"{shown(told)}" holds what may be a code, and is no item at the path.'
                do = "Mend the `path` in provider.yml, or add a pattern for it to `ignore`."
                yield Problem(ledger.file, line, what, do)
        for number, (inner_key, inner) in reversed(list(enumerate(node.children))):
            if inner.is_branch or _may_be_a_code(inner_key, inner, options.pattern):
                waiting.append((place_of(place, inner_key, number), inner_key, inner))


def _may_be_a_code(key: Node | None, leaf: Node, pattern: str) -> bool:
    return holds_a_code(leaf.text, pattern) or (key is not None and is_code(key.text, pattern))


def _listed_outside(
    key: Node | None, leaf: Node, options: TreeOptions
) -> Iterator[tuple[str, str]]:
    """Yield the code that a leaf outside of the path lists: its key, or a value called as codes."""
    if key is None:
        return
    if is_code(key.text, options.pattern):
        yield options.code_set, plain(key.text)
    elif key.text in called(options) and is_code(leaf.text, options.pattern):
        yield options.code_set, plain(leaf.text)
