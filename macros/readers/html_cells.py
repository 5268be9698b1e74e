"""What texts in HTML say, where provider.yml knows it better than they do: tree -> tree.

`leave_out` quotes badges and links, which are no part of a text, and `whole_in` names attributes
that have the whole of a text which the page cuts. Each has to be of use, and none takes a code out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from justhtml.dom import Text

from macros.errors import Problem
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.readers.printed import codes_in_cell

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from justhtml.dom import Node

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options.pages import HtmlOptions

# What stands between a text and a link behind it: "Berth not found · Details".
_SIGNS = re.compile(r"\s+[·•|—–→»-]+\s*$")  # noqa: RUF001 - signs that pages have there
_BRACKETS = {"(": ")", "[": "]", "（": "）"}  # noqa: RUF001 - of East Asian pages
_CUT = re.compile(r"\s*(?:…|\.{3})$")


def prepared(root: Node, first_line: int, ledger: Ledger[HtmlOptions]) -> Iterator[Problem]:
    """Change the cells of a tree as the options say; yield a problem for each code that goes."""
    options = ledger.options
    for cell in root.query("td") if options.leave_out or options.whole_in else ():
        yield from left_out(cell, first_line, ledger)
        for attribute in options.whole_in:
            if _filled(cell, attribute):
                ledger.fills(attribute)


def left_out(
    node: Node, first_line: int, ledger: Ledger[Any], kept: Container[str] = ()
) -> Iterator[Problem]:
    """Take out of a text what the options quote; yield a problem for each code that goes.

    Args:
        node: what has the text.
        first_line: the line of the file on which its HTML begins.
        ledger: knows what is left out, and is told what was.
        kept: the names of elements that are never taken out.
    """
    for element in elements(node) if ledger.options.left_out else ():
        said = text_of(element)
        keys = {said, f"<{element.name}>{said}</{element.name}>"}
        key = next((one for one in ledger.options.left_out if one in keys), None)
        if key and said != text_of(node) and element.name not in kept:
            ledger.leaves_out(key)
            line = first_line + (element.origin_line or 1) - 1
            ledger.mark(Account.IGNORED, line)
            yield from _with_code(said, line, ledger)
            _take_out(element)


def elements(node: Node) -> list[Node]:
    """Return all elements within a node, in the order of the document."""
    return [one for one in _within(node) if one.name[:1] not in {"#", "!"}]


def text_of(node: Node) -> str:
    """Return all text within a node, in one line."""
    return " ".join("".join(str(one.data or "") for one in texts_of(node)).split())


def texts_of(node: Node) -> list[Node]:
    """Return the pieces of text within a node."""
    return [one for one in (node, *_within(node)) if one.name == "#text"]


def _within(node: Node) -> Iterator[Node]:
    """Yield all that stands within a node, however deep."""
    waiting = list(reversed(node.children or ()))
    while waiting:
        child = waiting.pop()
        yield child
        waiting += reversed(child.children or ())


def whole(cell: Node, element: Node, value: str) -> Node | None:
    """Return what of a cell an attribute has the whole text of: all of it, or an element.

    Args:
        cell: the cell.
        element: what has the attribute: the cell, or an element in it.
        value: the attribute.
    """
    value, said, own = " ".join(value.split()), text_of(cell), text_of(element)
    if not said:
        return cell if " " in value else None
    rest = said.removesuffix(own).rstrip() if element is not cell else ""
    for text, node in ((said, cell), (rest, cell), (own, element)):
        if text and goes_on(text, value):
            return node
    return None


def goes_on(text: str, value: str) -> bool:
    """Tell whether a value is a text and more, as the whole of one is that a page cuts."""
    stem = _CUT.sub("", text)
    words = any(map(str.isalpha, stem))
    if len(value) <= len(stem) or not words or not value.startswith(stem):
        return False
    return stem != text or not (stem[-1].isalnum() and value[len(stem)].isalnum())


def _with_code(said: str, line: int, ledger: Ledger[Any]) -> Iterator[Problem]:
    """Refuse to leave out what lists a code."""
    codes = [code for pattern in ledger.options.patterns for code in codes_in_cell(said, pattern)]
    for code in codes[:1]:
        what = f'`leave_out` has "{shown(said)}", which is the code "{code}".'
        do = "Remove it from `leave_out` in provider.yml, and say the row by hand under `rows`."
        yield Problem(ledger.file, line, what, do)


def unbracketed(before: str, behind: str) -> tuple[str, str]:
    """Return what stands before and behind an element without brackets around that alone."""
    left, right = before.rstrip(), behind.lstrip()
    if left and right and _BRACKETS.get(left[-1]) == right[0]:
        return left[:-1], right[1:]
    return before, behind


def _take_out(element: Node) -> None:
    """Take an element out of its cell, with brackets around it, or signs before it."""
    parent = element.parent
    if parent is None:
        return
    children = list(parent.children or ())
    at = children.index(element)
    before, behind = children[at - 1 : at], children[at + 1 : at + 2]
    if before and before[0].name == "#text":
        left = str(before[0].data or "")
        right = str(behind[0].data or "") if behind and behind[0].name == "#text" else ""
        without = unbracketed(left, right)
        if without != (left, right):
            before[0].data, behind[0].data = without
        elif not any(map(text_of, children[at + 1 :])):
            before[0].data = _SIGNS.sub("", left)
    parent.remove_child(element)


def _filled(cell: Node, attribute: str) -> bool:
    """Put the whole text of an attribute in the place of what a cell shows of it, if one has it."""
    for element in (cell, *elements(cell)):
        value = (element.attrs or {}).get(attribute) or ""
        if value and (node := whole(cell, element, value)):
            text = next((one for one in texts_of(node) if str(one.data or "").strip()), None)
            if text is None:
                node.append_child(Text(value))
                return True
            for other in texts_of(node):
                other.data = value if other is text else ""
            return True
    return False
