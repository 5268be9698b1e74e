"""Other languages beside the one that is read: keys of a tree -> codes there that no row has.

A file of translations has the same codes once for each language. A document is read in one of them;
its twins, which are the same file, in the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.readers.printed import is_code, plain
from macros.readers.tree_item import called
from macros.readers.tree_node import place_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from macros.readers.ledger import Ledger
    from macros.readers.tree_node import Node
    from macros.sources.reader_options import TreeOptions


def other_languages(
    root: Node, ledger: Ledger[TreeOptions], codes: Container[tuple[str, str]]
) -> Iterator[Problem]:
    """Refuse what stands in other languages alone, and a language that the document lacks.

    Args:
        root: the document.
        ledger: accounts for its lines.
        codes: those of all rows, each with its code set.
    """
    found = {place: node for place, node in places(root) if place in ledger.options.languages}
    for place in ledger.options.languages:
        if place not in found:
            what = f'nothing stands at "{place}", which is one of `languages`.'
            yield Problem(ledger.file, 0, what, "Mend or remove it in provider.yml.")
            continue
        for key, node in _nodes(found[place]):
            for code_set, code in listed_outside(key, node, ledger.options):
                if (code_set, code) not in codes:
                    line = key.line if key else node.line
                    ledger.mark(Account.REFUSED, line)
                    what = f'the code "{shown(code)}" stands under "{place}", and no row has it.'
                    do = "Remove the language from `languages`, and read it as one of `lists`."
                    yield Problem(ledger.file, line, what, do)


def places(root: Node) -> Iterator[tuple[str, Node]]:
    """Yield what mappings within mappings have, with its place."""
    waiting = [("", root)]
    while waiting:
        place, node = waiting.pop()
        for number, (key, child) in enumerate(node.children):
            if key and child.is_branch:
                inner = place_of(place, key, number)
                yield inner, child
                waiting.append((inner, child))


def _nodes(node: Node) -> Iterator[tuple[Node | None, Node]]:
    waiting = [node]
    while waiting:
        for key, child in waiting.pop().children:
            yield key, child
            if child.is_branch:
                waiting.append(child)


def listed_below(root: Node, options: TreeOptions) -> Iterator[tuple[str, str]]:
    """Yield the codes that a list or mapping outside of the path lists, however deep."""
    for key, node in _nodes(root):
        yield from listed_outside(key, node, options)


def listed_outside(key: Node | None, leaf: Node, options: TreeOptions) -> Iterator[tuple[str, str]]:
    """Yield the code that a leaf outside of the path lists: its key, or a value called as codes."""
    if key is None:
        return
    for part in options.parts:
        if is_code(key.text, part.pattern):
            yield part.code_set, plain(key.text)
            return
        if key.text in called(part) and is_code(leaf.text, part.pattern):
            yield part.code_set, plain(leaf.text)
            return
