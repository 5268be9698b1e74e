"""A tree of keys and values -> rows: what JSON and YAML share.

A path leads to the items, and each item must have a code and a message; its other keys become
columns. Refuses what stands outside of the path and holds a code: the path may be too narrow.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from macros.errors import Problem
from macros.readers.ledger import shown
from macros.readers.printed import holds_a_code, is_code, plain
from macros.readers.rows import Row
from macros.sources.reader_options.data import ABOVE, KEY, VALUE
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import TreeOptions

DEEPEST = 60  # lists and mappings within each other


@dataclass(slots=True)
class Node:
    """A value of the document.

    Attributes:
        kind: "text" for a string in quotes or a block; "plain" for a number or word.
        line: where it begins.
        text: a leaf's text: a string's content, a number as it is printed.
        children: the keys and values of a mapping; of a list the values, without keys.
    """

    kind: Literal["text", "plain", "null", "list", "mapping"]
    line: int
    text: str = ""
    children: list[tuple[Node | None, Node]] = field(default_factory=list)

    @property
    def is_mapping(self) -> bool:
        """Whether it has keys."""
        return self.kind == "mapping"

    @property
    def is_branch(self) -> bool:
        """Whether it has children."""
        return self.kind in {"list", "mapping"}


@dataclass(frozen=True, slots=True)
class _Item:
    """What the path leads to.

    Attributes:
        node: its value.
        place: the way to it, as errors and `ignore` patterns name it: `errors[3]`.
        key: its key in a mapping.
        above: the keys of the mappings that the path goes through, on the way to it.
    """

    node: Node
    place: str = ""
    key: Node | None = None
    above: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """The line that it begins on."""
        return self.key.line if self.key else self.node.line

    def child(self, number: int, *, goes_through: bool) -> _Item:
        """Return a child of it; where the path goes through all of them, with its own key."""
        key, node = self.node.children[number]
        place = _place(self.place, key, number)
        if not goes_through:
            return _Item(node, place, self.key, self.above)
        above = (*self.above, self.key.text) if self.key else self.above
        return _Item(node, place, key, above)


def _place(place: str, key: Node | None, number: int) -> str:
    return f"{place}.{key.text}".removeprefix(".") if key else f"{place}[{number}]"


def _told(place: str, *texts: str) -> str:
    """Return leaves as one line, as `ignore` patterns see it: `errors[3]: 101 | Dock is busy`."""
    return f"{place}: {' | '.join(one_line(text) for text in texts)}"


def tree_rows(root: Node, ledger: Ledger[TreeOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each item, and a problem for each place that cannot be accounted for."""
    twice = list(_keys_twice(root, ledger.file))
    yield from twice or _walk(_Item(root), ledger.options.steps, ledger)


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


def _walk(item: _Item, steps: list[str], ledger: Ledger[TreeOptions]) -> Iterator[Row | Problem]:
    """Yield the rows below a node by the steps of the path that are left; account for the rest."""
    if not steps:
        yield from _row(item, ledger)
        return
    step, *rest = steps
    node, kind = item.node, "list" if step == "[]" else "mapping"
    if node.kind == "null":
        return
    if node.kind != kind:
        if not ledger.ignores(_told(item.place, node.text)):
            what = f'"{shown(item.place)}" is no {kind}, as the path has it.'
            yield Problem(ledger.file, item.line, what, "Mend the `path` in provider.yml.")
        return
    for number, (key, _) in enumerate(node.children):
        if step in {"[]", "{}"}:
            yield from _walk(item.child(number, goes_through=True), rest, ledger)
        elif key and key.text == step:
            yield from _walk(item.child(number, goes_through=False), rest, ledger)
        else:
            yield from _outside(item.child(number, goes_through=True), ledger)


def _outside(item: _Item, ledger: Ledger[TreeOptions]) -> Iterator[Problem]:
    """Refuse each key and each leaf outside of the path that holds a code."""
    pattern = ledger.options.pattern
    waiting = [(item.place, item.key, item.node)]
    while waiting:
        place, key, node = waiting.pop()
        if _may_be_a_code(key, node, pattern):
            told = _told(place, node.text)
            if not ledger.ignores(told):
                what = f'"{shown(told)}" holds what may be a code, and is no item at the path.'
                do = "Mend the `path` in provider.yml, or add a pattern for it to `ignore`."
                yield Problem(ledger.file, key.line if key else node.line, what, do)
        else:
            ledger.skip("outside")
        for number, (inner_key, inner) in reversed(list(enumerate(node.children))):
            if inner.is_branch or _may_be_a_code(inner_key, inner, pattern):
                waiting.append((_place(place, inner_key, number), inner_key, inner))
            else:
                ledger.skip("outside")


def _may_be_a_code(key: Node | None, leaf: Node, pattern: str) -> bool:
    return holds_a_code(leaf.text, pattern) or (key is not None and is_code(key.text, pattern))


def _row(item: _Item, ledger: Ledger[TreeOptions]) -> Iterator[Row | Problem]:
    options = ledger.options
    leaves = dict(_leaves(item))
    if ledger.ignores(_told(item.place, *(leaf.text for leaf in leaves.values()))):
        return
    if nested := next(_nested_codes(item, options), None):
        what = f'"{shown(nested.place)}" within the item "{shown(item.place)}" may be a code, too.'
        do = "Mend the `path` in provider.yml, or add a pattern for the whole item to `ignore`."
        yield Problem(ledger.file, nested.line, what, do)
        return
    parts = [leaves.pop(name, None) for name in options.code]
    code = options.join.join(plain(part.text) if part else "" for part in parts)
    line = next((part.line for part in parts if part), item.line)
    message = leaves.pop(options.message, None)
    do = "Mend the reader's options in provider.yml, or add a pattern for the item to `ignore`."
    if missing := [name for name, part in zip(options.code, parts, strict=True) if not part]:
        what = f'the item "{shown(item.place)}" has no "{missing[0]}", which makes its code.'
        yield Problem(ledger.file, item.line, what, do)
    elif not is_code(code, options.pattern):
        what = f'"{shown(code)}" does not match the pattern of codes, {options.pattern}.'
        yield Problem(ledger.file, line, what, do)
    elif not message:
        what = f'the code "{shown(code)}" has no message in "{options.message}".'
        yield Problem(ledger.file, line, what, do)
    else:
        success = None
        if options.success and (flag := leaves.pop(options.success.key, None)):
            success = flag.text == options.success.value
        columns = {name: _folded(leaf.text) for name, leaf in leaves.items()}
        text = _folded(message.text)
        yield Row(code, text, columns, options.code_set, ledger.file, line, success)


def _leaves(item: _Item) -> Iterator[tuple[str, Node]]:
    """Yield the values of an item that hold text, by name: keys joined by dots."""
    if item.key:
        yield KEY, item.key
    if item.above:
        yield ABOVE, Node("plain", item.line, ".".join(item.above))
    # A list that holds leaves alone is one text of several lines.
    waiting = [("", item.node)]
    while waiting:
        name, node = waiting.pop()
        inner = [child for _, child in node.children]
        if not node.is_branch:
            texts, line = [node.text] if node.kind != "null" else [], node.line
        elif node.kind == "list" and name and not any(child.is_branch for child in inner):
            texts = [child.text for child in inner if child.kind != "null"]
            line = inner[0].line if inner else node.line
        else:
            texts, line = [], node.line
            waiting += [
                (_place(name, key, number), child)
                for number, (key, child) in reversed(list(enumerate(node.children)))
            ]
        if any(map(str.strip, texts)):
            yield name or VALUE, Node("text", line, "\n".join(texts))


def _nested_codes(item: _Item, options: TreeOptions) -> Iterator[_Item]:
    """Yield what stands in an item and may be a code of its own.

    That is a key which is a code, and a value below the item's own keys whose key is called as the
    one with the code.
    """
    called = {name.rpartition(".")[2] for name in options.code}
    own = item.place
    waiting = [item.child(number, goes_through=True) for number in range(len(item.node.children))]
    while waiting:
        inner = waiting.pop()
        name = inner.place.removeprefix(own).removeprefix(".")
        deep = "." in name or "[" in name.removeprefix("[")
        is_key = inner.key is not None and is_code(inner.key.text, options.pattern)
        is_called = inner.key is not None and inner.key.text in called and deep
        if (is_key or (is_called and is_code(inner.node.text, options.pattern))) and (
            name not in {*options.code, options.message}
        ):
            yield inner
        waiting += [inner.child(one, goes_through=True) for one in range(len(inner.node.children))]


def _folded(text: str) -> str:
    """Return a text's lines, white space folded, without empty ones."""
    lines = (one_line(line) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
