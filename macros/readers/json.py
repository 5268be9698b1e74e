"""Reader for JSON: a list or mapping of errors somewhere in it.

Keeps the line of everything and each number as it is printed, which no parser of the standard
library does; that one's own function reads the strings. Holds no part of the document on a stack of
calls, so no nesting is too deep for it to refuse.
"""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers.ledger import Account
from macros.readers.tree import tree_rows
from macros.readers.tree_node import DEEPEST, Node, together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document, Row
    from macros.sources.reader_options import JsonOptions

_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null")

_COMMENTS = ("//", "/*", "#")


class _JsonError(ValueError):
    """What is wrong at a place of the text."""

    def __init__(self, what: str, place: int) -> None:
        super().__init__(what)
        self.place = place


def read(document: Document, ledger: Ledger[JsonOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each item at the path."""
    try:
        root = parse(document.text)
    except _JsonError as error:
        ledger.fill(Account.REFUSED, document.text)
        yield _problem(document, error)
        return
    ledger.fill(Account.MARKUP, document.text)
    yield from tree_rows(root, ledger)


def broken(document: Document) -> Problem | None:
    """Return what is wrong with a document that would be JSON; of one with comments, nothing."""
    try:
        parse(document.text)
    except _JsonError as error:
        is_comment = document.text.startswith(_COMMENTS, error.place)
        return None if is_comment else _problem(document, error)
    return None


def _problem(document: Document, error: _JsonError) -> Problem:
    line = document.text.count("\n", 0, error.place) + 1
    column = error.place - document.text.rfind("\n", 0, error.place)
    what = f"this is not JSON: {error} (column {column})."
    return Problem(document.file, line, what, _advice(document.text, error.place))


def _advice(text: str, place: int) -> str:
    if text.startswith(_COMMENTS, place):
        return (
            "JSON has no comments, and nothing tells what this one hides: read the file with"
            " `format: pattern`, or, if it has # comments, with `format: yaml`."
        )
    return "Look at this line and the one above; comments and commas at an end are no JSON."


def parse(text: str) -> Node:
    """Return the tree of a text; several values are a list.

    Raises:
        _JsonError: when it is not JSON.
    """
    cursor = _Cursor(text)
    documents = [_parse(cursor)]
    # A file of one value per line.
    while cursor.sign() and cursor.on_new_line():
        documents.append(_parse(cursor))
    if sign := cursor.sign():
        raise _JsonError(f'"{sign}" follows its end', cursor.place)
    return together(documents)


def _parse(cursor: _Cursor) -> Node:
    root = cursor.value()
    open_: list[Node] = [root] if root.is_branch else []
    while open_:
        branch = open_[-1]
        if cursor.closes(branch):
            open_.pop()
            continue
        key = cursor.key() if branch.is_mapping else None
        child = cursor.value()
        branch.children.append((key, child))
        if child.is_branch:
            if len(open_) == DEEPEST:
                raise _JsonError("it is nested too deep", cursor.place)
            open_.append(child)
    return root


class _Cursor:
    """A place in the text that goes on by one value after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self._line = 1
        self._counted = 0

    def sign(self) -> str:
        """Return the next sign that is no white space; empty at the end."""
        self.place = _SPACE.match(self.text, self.place).end()  # type: ignore[union-attr]
        return self.text[self.place : self.place + 1]

    def on_new_line(self) -> bool:
        """Tell whether the next value is the first thing on its line."""
        begin = self.text.rfind("\n", 0, self.place) + 1
        return not self.text[begin : self.place].strip()

    def closes(self, branch: Node) -> bool:
        """Go over the end of a list or mapping, or over the comma before its next child."""
        sign, end = self.sign(), "}" if branch.is_mapping else "]"
        if sign == end:
            branch.last = self._here()
            self.place += 1
            return True
        if branch.children:
            if sign != ",":
                raise self._wrong(sign, f'a comma or "{end}"')
            self.place += 1
        return False

    def key(self) -> Node:
        """Go over a key and its colon."""
        if self.sign() != '"':
            raise self._wrong(self.sign(), "a key in quotation marks")
        key = self.value()
        if self.sign() != ":":
            raise self._wrong(self.sign(), "a colon")
        self.place += 1
        return key

    def value(self) -> Node:
        """Go over a string, a number or a word, or over the beginning of a list or mapping."""
        sign = self.sign()
        line = self._here()
        if sign == '"':
            try:
                text, self.place = scanstring(self.text, self.place + 1, True)  # noqa: FBT003
            except JSONDecodeError as error:
                what = f"a string is wrong ({error.msg.removesuffix(' at')})"
                raise _JsonError(what, error.pos) from None
            return Node("text", line, text)
        if sign and sign in "[{":
            self.place += 1
            return Node("list" if sign == "[" else "mapping", line)
        found = _PLAIN.match(self.text, self.place)
        after = self.text[found.end() : found.end() + 1] if found else ""
        if not found or re.match(r"[\w.+-]", after):
            raise self._wrong(sign, "a value")
        self.place = found.end()
        return Node("null" if found[0] == "null" else "plain", line, found[0])

    def _here(self) -> int:
        self._line += self.text.count("\n", self._counted, self.place)
        self._counted = self.place
        return self._line

    def _wrong(self, sign: str, expected: str) -> _JsonError:
        found = f'"{sign}" stands' if sign else "the end comes"
        return _JsonError(f"{found} where {expected} is expected", self.place)
