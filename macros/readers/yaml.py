"""Reader for YAML: a list or mapping of errors somewhere in it.

PyYAML composes the nodes, with all values as they are printed: `0010`, `0x1F` and `on` stay what
they are. Refuses anchors with aliases, keys that merge others, and tags, by which a value is not
what stands at its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import yaml

from macros.errors import Problem
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.readers.tree import tree_rows
from macros.readers.tree_node import DEEPEST, Node, together
from macros.texts import one_line, with_line_feeds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document, Row
    from macros.sources.reader_options import YamlOptions

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the one in C is not built everywhere
_NULLS = {"", "~", "null", "Null", "NULL"}


class RefusedError(yaml.MarkedYAMLError):
    """It is YAML, and this reader does not take it."""


def read(document: Document, ledger: Ledger[YamlOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each item at the path."""
    try:
        root = parse(document.text)
    except yaml.YAMLError as error:
        ledger.fill(Account.REFUSED, document.text)
        told = getattr(error, "problem", None) or str(error)
        do = "Look at the indentation and the quotes here and one line above."
        if isinstance(error, RefusedError):
            do = (
                "This reader takes only what stands at its place: see what the line means, or read"
                " the lines with `format: pattern`."
            )
        # The end of the text may be marked behind its last line.
        last = document.text.count("\n") + 1
        line = min(_line(getattr(error, "problem_mark", None)), last)
        what = f"this YAML cannot be read: {shown(one_line(told), 200)}."
        yield Problem(document.file, line, what, do)
        return
    ledger.fill(Account.MARKUP, document.text)
    for number, text in enumerate(document.text.split("\n"), start=1):
        if text.lstrip().startswith("#"):
            ledger.mark(Account.SKIPPED, number)
    yield from tree_rows(root, ledger)


def parse(text: str) -> Node:
    """Return the tree of a text; several documents are a list.

    Raises:
        yaml.YAMLError: when it is not YAML, or has what this reader refuses.
    """
    root = Node("list", 0)  # of documents
    open_: list[Node] = [root]
    keys: list[Node | None] = [None]  # of what is open: the key whose value comes next
    for event in yaml.parse(with_line_feeds(text), Loader=_LOADER):
        if isinstance(event, yaml.NodeEvent):
            _refuse(event, keys)
            node = _node(event)
            _place(node, event, open_[-1], keys)
            if node.is_branch:
                if len(open_) > DEEPEST:
                    raise _error("it is nested too deep", event)
                open_.append(node)
                keys.append(None)
        elif isinstance(event, yaml.CollectionEndEvent):
            branch = open_.pop()
            branch.last = max([_end(event), *(child.last for _, child in branch.children)])
            keys.pop()
    documents = [child for _, child in root.children if child.kind != "null"]
    if not documents:
        raise yaml.YAMLError("there is nothing in it")
    return together(documents)


def _place(node: Node, event: yaml.NodeEvent, branch: Node, keys: list[Node | None]) -> None:
    """Put a node into the list or mapping that is open; keys and values take turns."""
    if branch.is_mapping and keys[-1] is None:
        if node.is_branch:
            raise _error("a key is a list or mapping", event)
        keys[-1] = node
    else:
        branch.children.append((keys[-1], node))
        keys[-1] = None


def _node(event: yaml.NodeEvent) -> Node:
    line = _line(event.start_mark)
    if isinstance(event, yaml.ScalarEvent):
        plain = event.style in {None, ""}
        null = plain and event.value in _NULLS
        kind: Literal["null", "plain", "text"] = "null" if null else "plain" if plain else "text"
        return Node(kind, line, event.value, last=_end(event))
    return Node("list" if isinstance(event, yaml.SequenceStartEvent) else "mapping", line)


def _refuse(event: yaml.NodeEvent, keys: list[Node | None]) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _error(f"*{shown(event.anchor or '')} stands for what is written elsewhere", event)
    if tag := getattr(event, "tag", None):
        raise _error(f"{shown(tag)} makes another value of what is written", event)
    if keys and keys[-1] and keys[-1].text == "<<" and keys[-1].kind == "plain":
        raise _error('"<<" takes in keys of elsewhere', event)


def _error(what: str, event: yaml.Event) -> yaml.MarkedYAMLError:
    error = RefusedError(problem=what)
    error.problem_mark = event.start_mark  # type: ignore[assignment]
    return error


def _end(event: yaml.Event) -> int:
    """Return the line on which something ends; 0 where only that is known which follows it."""
    start, end = event.start_mark, event.end_mark
    if not start or not end:
        return 0
    if isinstance(event, yaml.CollectionEndEvent) and start.index == end.index:
        return 0  # a block ends where the next thing begins
    return _line(end) - (not end.column)


def _line(mark: object) -> int:
    """Return the line of a mark, which may be of either loader; 0 where there is none."""
    return getattr(mark, "line", -1) + 1
