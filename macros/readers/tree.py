"""A tree of keys and values -> rows: what JSON and YAML share.

Paths lead to the items of one list or of several. Refuses what stands outside of them and holds a
code: a path may be too narrow.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Problem, ProblemKind, advised
from macros.readers import tree_beside
from macros.readers.advice import by_hand_advice, if_none, shown
from macros.readers.facts import codes_named, without_amounts
from macros.readers.ledger import Account
from macros.readers.printed import holds_a_code, is_code
from macros.readers.rows import Row
from macros.readers.tree_item import item_rows
from macros.readers.tree_languages import listed_below, listed_outside, other_languages
from macros.readers.tree_node import SEVERAL, Item, Node, place_of, told_of
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import TreeOptions

TWICE = "already stands in line"  # what is said of a key, by which others know the problem
# What the name of a group of items is called, the surest first.
_NAMES = ("title", "name", "label", "group", "category", "module", "section", "tag", "id")


def tree_rows(root: Node, ledger: Ledger[TreeOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each item, and a problem for each place that cannot be accounted for."""
    twice = [_refused(first, key, ledger.file) for first, key in keys_twice(root)]
    if twice:
        ledger.mark(Account.REFUSED, 1, root.last)
    ways = [_Way(part, part.steps) for part in ledger.options.parts]
    codes = set()
    named = []
    for result in twice or _walk(Item(root), ways, ledger):
        if isinstance(result, _Named):
            named.append(result)
            continue
        if isinstance(result, Row):
            codes.add((result.code_set, result.code))
        yield result
    listed = {code for _, code in codes}
    for code, problem, last in named:
        ledger.mark(Account.SKIPPED if code in listed else Account.REFUSED, problem.line, last)
        if code not in listed:
            yield problem
    if not twice:
        yield from other_languages(root, ledger, codes)


def keys_twice(root: Node) -> Iterator[tuple[Node, Node]]:
    """Yield the keys that stand twice in a mapping, each with the one before it."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        seen: dict[str, Node] = {}
        for key, child in node.children:
            waiting.append(child)
            if key and key.text in seen:
                yield seen[key.text], key
            if key:
                seen[key.text] = key


class _Named(NamedTuple):
    """A code in a list of codes alone, which says nothing new of one that has a row.

    Attributes:
        code: the code.
        problem: what is wrong where no row has it.
        last: the number of its last line.
    """

    code: str
    problem: Problem
    last: int


_Result = Row | Problem | _Named


def _refused(first: Node, key: Node, file: str) -> Problem:
    what = f'the key "{shown(key.text)}" {TWICE} {first.line}.'
    do = (
        "Nothing tells which of the two holds, so this document is not read; `format: pattern`"
        " reads both as lines."
    )
    return Problem(file, key.line, what, do)


class _Way(NamedTuple):
    """One of the document's lists, and the steps of its path that are left."""

    options: TreeOptions
    steps: list[str]

    @property
    def kind(self) -> str:
        """What it goes on through."""
        return "list" if self.steps[0] == "[]" else "mapping"

    def through(self, key: Node | None) -> _Way | None:
        """Return what is left of it behind a child with a key, or without; None if it ends there.

        The end of a path leads to all children.
        """
        step, *rest = self.steps
        goes = rest and (step in {"[]", "{}"} or (key is not None and key.text == step))
        return _Way(self.options, rest) if goes else None


def _walk(item: Item, ways: list[_Way], ledger: Ledger[TreeOptions]) -> Iterator[_Result]:
    """Yield the rows below a node by the steps of the paths that are left; account for the rest."""
    node = item.node
    fitting = [way for way in ways if way.kind == node.kind]
    if node.kind == "null":
        ledger.mark(Account.SKIPPED, item.line, item.last)
    elif not fitting:
        told = told_of(item.place, node.text)
        if ledger.ignores(told, item.line, item.last):
            yield from ledger.hides(told, item.line, listed_below(node, ledger.options))
        else:
            ledger.mark(Account.REFUSED, item.line, item.last)
            thing = f'"{shown(item.place)}"' if item.place else "the document"
            what = f"{thing} is no {ways[0].kind}, as the path has it."
            do = "Mend the `path` in provider.yml."
            if node.text == SEVERAL:
                what = "several documents are in this one."
                do = 'Begin the `path` with "[]", as in "[].errors[]", if they are alike.'
            yield Problem(ledger.file, item.line, what, do)
    elif isinstance(whole := _joined(item, fitting, ledger), Problem):
        ledger.mark(Account.REFUSED, item.line, item.last)
        yield whole
    else:
        yield from _children(whole, fitting, ledger)


def _joined(item: Item, ways: list[_Way], ledger: Ledger[TreeOptions]) -> Item | Problem:
    """Return a mapping with the values of lists that stand beside each other put together."""
    for way in ways:
        if (beside := way.options.beside) and way.steps[1:] == ["[]"] and way.kind == "mapping":
            problem = tree_beside.fault(item, way.steps[0], beside, ledger.file)
            tree_beside.mark(item, beside, ledger, refused=problem is not None)
            if problem:
                return problem
            if any(key and key.text == way.steps[0] for key, _ in item.node.children):
                item = tree_beside.joined(item, way.steps[0], beside)
    return item


def _children(item: Item, ways: list[_Way], ledger: Ledger[TreeOptions]) -> Iterator[_Result]:
    """Yield the rows below the children of a list or mapping: items, or what leads to items."""
    ending = next((way.options for way in ways if not way.steps[1:]), None)
    rows: list[Row] = []
    if ending:
        ledger.use(ending)
    for number, (key, child) in enumerate(item.node.children):
        further = [one for way in ways if (one := way.through(key))]
        by_key = [way for way in ways if key and way.steps[1:] and way.steps[0] == key.text]
        whole = item.child(number, goes_through=True)
        if ending and not by_key:
            for result in item_rows(_without(whole, further), ending, ledger):
                if isinstance(result, Row):
                    rows.append(result)
                yield result
            if child.is_mapping:
                yield from _within(_titled(whole, ledger), further, ledger)
        elif further:
            if key:
                ledger.mark(Account.HEADING, key.line, key.last)
            at_key = all(way.steps[0] not in {"[]", "{}"} for way in ways)
            inner = item.child(number, goes_through=False) if at_key else _titled(whole, ledger)
            yield from _walk(inner, further, ledger)
        else:
            yield from _outside(whole, ledger)
    if ending:
        yield from ledger.repeated(ending, rows, "lists or mappings")


def _within(item: Item, ways: list[_Way], ledger: Ledger[TreeOptions]) -> Iterator[_Result]:
    """Yield the rows of the lists within an item that has a code of its own."""
    for number, (key, _) in enumerate(item.node.children):
        further = [one for way in ways if (one := way.through(key))]
        if key and further:
            ledger.mark(Account.HEADING, key.line, key.last)
            yield from _walk(item.child(number, goes_through=False), further, ledger)


def _without(item: Item, ways: list[_Way]) -> Item:
    """Return an item without those of its keys that lead to further lists."""
    left = [pair for pair in item.node.children if not any(way.through(pair[0]) for way in ways)]
    if len(left) == len(item.node.children):
        return item
    return replace(item, node=replace(item.node, children=left))


def _titled(item: Item, ledger: Ledger[TreeOptions]) -> Item:
    """Return an item of a list with its name, which is a heading of what is in it."""
    if item.key or not item.node.is_mapping:
        return item
    names = {key.text: leaf for key, leaf in item.node.children if key and not leaf.is_branch}
    name = next((names[one] for one in _NAMES if one in names and names[one].text), None)
    if name is None:
        return item
    ledger.mark(Account.HEADING, name.line, name.last)
    return replace(item, title=one_line(name.text))


def _outside(item: Item, ledger: Ledger[TreeOptions]) -> Iterator[_Result]:
    """Refuse each key and each leaf outside of the path that holds a code; pass over the rest.

    What provider.yml says of one by hand is a row.
    """
    options = ledger.options
    patterns = options.patterns
    ledger.mark(Account.SKIPPED, item.line, item.last)
    alone: set[int] = set()  # the leaves of lists that have codes alone
    waiting = [(item.place, item.key, item.node)]
    while waiting:
        place, key, node = waiting.pop()
        if place in options.languages:
            ledger.mark(Account.SKIPPED, key.line if key else node.line, node.last)
        elif _may_be_a_code(key, node, patterns):
            told = told_of(place, node.text)
            line, last = key.line if key else node.line, 0 if node.is_branch else node.last
            if by_hand := ledger.by_hand(told, line, None, last):
                yield from by_hand
            elif ledger.ignores(told, line, last):
                yield from ledger.hides(told, line, listed_outside(key, node, options))
            else:
                problem = _left_over(told, line, _named_in(key, patterns), ledger.file)
                if id(node) in alone:
                    yield _Named(node.text, problem, last)
                else:
                    ledger.mark(Account.REFUSED, line, last)
                    yield problem
        children = [] if place in options.languages else list(enumerate(node.children))
        alone.update(_codes_alone(node, patterns))
        for number, (inner_key, inner) in reversed(children):
            if inner.is_branch or _may_be_a_code(inner_key, inner, patterns):
                waiting.append((place_of(place, inner_key, number), inner_key, inner))


def _codes_alone(node: Node, patterns: list[str]) -> set[int]:
    """Return the ids of the leaves of a list that has codes alone; nothing for any other node."""
    leaves = [leaf for key, leaf in node.children if not (key or leaf.is_branch)]
    are_codes = all(any(is_code(leaf.text, one) for one in patterns) for leaf in leaves)
    return set(map(id, leaves)) if are_codes and len(leaves) == len(node.children) else set()


def _left_over(told: str, line: int, named: Sequence[str], file: str) -> Problem:
    """Return what is wrong with a key or a leaf outside of the path that holds a code."""
    what = f'"{shown(told)}" holds what may be a code, and is no item at the path.'
    return advised(
        *(file, line, what),
        "Mend the `path` in provider.yml, or add the list that it stands in to `lists`,"
        " if it lists a code;",
        if_none(told, "if it lists none, quote it under `prose`."),
        by_hand_advice(told, *named) if named else "",
        kind=ProblemKind.OUTSIDE_PATH,
        text=told,
    )


def _may_be_a_code(key: Node | None, leaf: Node, patterns: list[str]) -> bool:
    held = any(
        holds_a_code(without_amounts(leaf.text, pattern), pattern)
        or (key is not None and is_code(key.text, pattern))
        for pattern in patterns
    )
    return held or bool(_named_in(key, patterns))


def _named_in(key: Node | None, patterns: list[str]) -> list[str]:
    """Return the codes that a key names beside something else, as in `100|title`."""
    if key is None or any(is_code(key.text, pattern) for pattern in patterns):
        return []
    named = (code for pattern in patterns for code in codes_named(key.text, pattern))
    return list(dict.fromkeys(named))
