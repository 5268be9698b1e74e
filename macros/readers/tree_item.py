"""An item of a tree -> its rows.

An item must have a code and a message; its other keys become columns.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Advice, Problem, ProblemKind, Ways, advised
from macros.readers.advice import MOST_QUOTED, as_pattern, by_hand_advice, hiding_advice, shown
from macros.readers.ledger import Account
from macros.readers.printed import codes_in_cell, is_code, plain, range_in_cell, says_something
from macros.readers.rows import Row
from macros.readers.tree_node import Item, Node, place_of, told_of
from macros.sources.reader_options.data import ABOVE, KEY, VALUE
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import TreeOptions


# What the language of a text is called beside it, and what stands there: as in {lang: en, text: …}.
_LANGUAGES = frozenset({"lang", "language", "locale", "lng"})
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,4}){0,2}", re.ASCII)


def called(options: TreeOptions) -> set[str]:
    """Return what the keys are called that have a code in them, or a part of one."""
    return {name.rpartition(".")[2] for name in options.code}


class _Code(NamedTuple):
    """What the code of an item is made of, as far as it is there."""

    text: str
    parts: list[Node | None]
    codes: list[str]
    ends: tuple[str, str] | None


def _code(leaves: dict[str, Node], options: TreeOptions) -> _Code:
    parts = [leaves.get(name) for name in options.code]
    text = options.join.join(plain(part.text) if part else "" for part in parts)
    codes = codes_in_cell(text, options.pattern) if all(parts) else []
    ends = range_in_cell(text, options.pattern) if all(parts) and not codes else None
    return _Code(text, parts, codes or (["-".join(ends)] if ends else []), ends)


def item_rows(
    item: Item, options: TreeOptions, ledger: Ledger[TreeOptions]
) -> Iterator[Row | Problem]:
    """Yield what an item says: rows, what provider.yml says of it, or why it cannot be read.

    Args:
        item: the item.
        options: of the list that it is of.
        ledger: accounts for the lines.
    """
    leaves = dict(leaves_of(item))
    code = _code(leaves, options)
    told = told_of(item.place, *(leaf.text for leaf in leaves.values()))
    nested = list(_nested_codes(item, options))
    section = item.section
    if by_hand := ledger.by_hand(told, item.line, section, item.last):
        yield from by_hand
    elif ledger.ignores(told, item.line, item.last):
        codes = [*code.codes, *(text for _, text in nested)]
        yield from ledger.hides(told, item.line, [(options.code_set, one) for one in codes])
    elif problem := _problem(item, leaves, code, nested, told, options, ledger.file):
        ledger.mark(Account.REFUSED, item.line, item.last)
        yield problem
    else:
        ledger.mark(Account.ROW, item.line, item.last)
        yield from _rows(item, leaves, code, options, ledger)


def _problem(  # noqa: PLR0913, PLR0917 - all that is known of an item
    item: Item,
    leaves: dict[str, Node],
    code: _Code,
    nested: Sequence[tuple[Item, str]],
    told: str,
    options: TreeOptions,
    file: str,
) -> Problem | None:
    """Return why an item cannot be read, if it cannot."""
    line = next((part.line for part in code.parts if part), item.line)
    mend = "Mend the reader's options in provider.yml."
    if nested:
        inner = nested[0][0]
        what = f'"{shown(inner.place)}" within the item "{shown(item.place)}" may be a code, too.'
        do = (
            "Mend the `path` in provider.yml, add the list that it stands in to `lists`, or add a"
            " pattern for the whole item to `ignore`."
        )
        return Problem(file, inner.line, what, do)
    missing = [name for name, part in zip(options.code, code.parts, strict=True) if not part]
    if missing:
        what = f'the item "{shown(item.place)}" has no "{missing[0]}", which makes its code.'
        none = "Ignore it only if it says nothing of a code."
        return advised(file, item.line, what, mend, by_hand_advice(told), none)
    if not code.codes:
        what = f'"{shown(code.text)}" does not match the pattern of codes, {options.pattern}.'
        kind = ProblemKind.OTHER_FORM
        ignoring = _ignoring(told, code.text)
        return advised(file, line, what, mend, ignoring, kind=kind, text=code.text)
    if not _message(leaves, options):
        names = " or ".join(f'"{name}"' for name in options.messages)
        what = f'the code "{shown(code.text)}" has no message in {names}.'
        do = "If another key has it, name both under `message`."
        return advised(file, line, what, do, hiding_advice(code.ends or code.codes, told))
    return None


def _message(leaves: dict[str, Node], options: TreeOptions) -> str:
    """Return the key that has the message; nothing where none has it."""
    found = (name for name in options.messages if name in leaves)
    return next((name for name in found if says_something(leaves[name].text)), "")


def _ignoring(told: str, code: str) -> Advice:
    """Say that an item can be ignored; a word with a digit in the place of its code may be one."""
    line = json.dumps(shown(told, MOST_QUOTED), ensure_ascii=False)
    says = f"Or add a pattern for the item to `ignore`: it is the line {line}."
    is_word = len(code.split()) == 1 and any(map(str.isdigit, code))
    return Advice(says, Ways() if is_word else Ways(none={"ignore": (as_pattern(told),)}))


def _rows(
    item: Item,
    leaves: dict[str, Node],
    code: _Code,
    options: TreeOptions,
    ledger: Ledger[TreeOptions],
) -> Iterator[Row]:
    line = next((part.line for part in code.parts if part), item.line)
    message = _message(leaves, options)
    success = None
    if options.success and (flag := leaves.get(options.success.key)):
        success = ledger.success(options.success, flag.text, code.codes[0], line)
    used = {*options.code, message, ABOVE, options.success.key if options.success else ""}
    columns = {name: _folded(leaf.text) for name, leaf in leaves.items() if name not in used}
    named, headings = ledger.kept_by_name(columns, options)
    for one in code.codes:
        yield Row(
            one,
            _folded(leaves[message].text),
            columns,
            options.code_set,
            ledger.file,
            line,
            success,
            item.section,
            named,
            code.ends,
            headings,
        )


def leaves_of(item: Item) -> Iterator[tuple[str, Node]]:
    """Yield the values of an item that hold text, by name: keys joined by dots.

    Where the items of a list are one text in several languages, in whatever order, they are called
    by these: `texts[en].text`.
    """
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
            tags = _languages(node)
            waiting += [
                (f"{name}[{tags[number]}]", _without(child, _LANGUAGES))
                if tags
                else (place_of(name, key, number), child)
                for number, (key, child) in reversed(list(enumerate(node.children)))
            ]
        if any(map(str.strip, texts)):
            yield name or VALUE, Node("text", line, "\n".join(texts))


def _languages(node: Node) -> list[str]:
    """Return the languages of the items of a list, where each says another one as its own."""
    if node.kind != "list":
        return []
    said = [
        child.text
        for _, item in node.children
        for key, child in item.children
        if key and key.text in _LANGUAGES
    ]
    are_tags = all(map(_TAG.fullmatch, said))
    return said if are_tags and len(set(said)) == len(said) == len(node.children) else []


def _without(node: Node, keys: Container[str]) -> Node:
    """Return a mapping without some keys."""
    left = [(key, child) for key, child in node.children if key is None or key.text not in keys]
    return replace(node, children=left)


def _nested_codes(item: Item, options: TreeOptions) -> Iterator[tuple[Item, str]]:
    """Yield what stands in an item and may be a code of its own, with that code.

    That is a key which is a code, and a value below the item's own keys whose key is called as the
    one with the code.
    """
    codes_are_called, own = called(options), item.place
    waiting = [item.child(number, goes_through=True) for number in range(len(item.node.children))]
    while waiting:
        inner = waiting.pop()
        name = inner.place.removeprefix(own).removeprefix(".")
        deep = "." in name or "[" in name.removeprefix("[")
        is_key = inner.key is not None and is_code(inner.key.text, options.pattern)
        is_called = inner.key is not None and inner.key.text in codes_are_called and deep
        if (is_key or (is_called and is_code(inner.node.text, options.pattern))) and (
            name not in {*options.code, *options.messages}
        ):
            yield inner, plain(inner.key.text if is_key and inner.key else inner.node.text)
        waiting += [inner.child(one, goes_through=True) for one in range(len(inner.node.children))]


def _folded(text: str) -> str:
    """Return a text's lines, white space folded, without empty ones."""
    lines = (one_line(line) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
