"""A tree of keys and values, and what a path through it leads to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from macros.texts import one_line

SEVERAL = "several documents"  # text of the list that these are
DEEPEST = 60  # lists and mappings within each other


@dataclass(slots=True)
class Node:
    """A value of the document.

    Attributes:
        kind: "text" for a string in quotes or a block; "plain" for a number or word.
        line: where it begins.
        text: a leaf's text: a string's content, a number as it is printed.
        children: the keys and values of a mapping; of a list the values, without keys.
        last: the line on which it ends; 0 where it is the one that it begins on.
    """

    kind: Literal["text", "plain", "null", "list", "mapping"]
    line: int
    text: str = ""
    children: list[tuple[Node | None, Node]] = field(default_factory=list)
    last: int = 0

    @property
    def is_mapping(self) -> bool:
        """Whether it has keys."""
        return self.kind == "mapping"

    @property
    def is_branch(self) -> bool:
        """Whether it has children."""
        return self.kind in {"list", "mapping"}


def together(documents: list[Node]) -> Node:
    """Return the one document of a text, or a list of the several that it has."""
    if not documents[1:]:
        return documents[0]
    last = max(documents[-1].line, documents[-1].last)
    children: list[tuple[Node | None, Node]] = [(None, one) for one in documents]
    return Node("list", documents[0].line, SEVERAL, children, last)


@dataclass(frozen=True, slots=True)
class Item:
    """What the path leads to.

    Attributes:
        node: its value.
        place: the way to it, as errors and `ignore` patterns name it: `errors[3]`.
        key: its key in a mapping.
        above: the keys of the mappings that the path goes through, on the way to it.
        title: the name of the nearest item of a list that the path goes through.
    """

    node: Node
    place: str = ""
    key: Node | None = None
    above: tuple[str, ...] = ()
    title: str = ""

    @property
    def section(self) -> str | None:
        """What it stands under: the keys above it, and the name of the list that it is in."""
        return ": ".join(filter(None, (".".join(self.above), self.title))) or None

    @property
    def line(self) -> int:
        """The line that it begins on."""
        return self.key.line if self.key else self.node.line

    @property
    def last(self) -> int:
        """The line that it ends on."""
        return max(self.node.line, self.node.last)

    def child(self, number: int, *, goes_through: bool) -> Item:
        """Return a child of it; where the path goes through all of them, with its own key."""
        key, node = self.node.children[number]
        place = place_of(self.place, key, number)
        if not goes_through:
            return Item(node, place, self.key, self.above, self.title)
        above = (*self.above, self.key.text) if self.key else self.above
        return Item(node, place, key, above, self.title)


def place_of(place: str, key: Node | None, number: int) -> str:
    """Return the way to a child of what is at a place: `errors[3]`, `errors.101`."""
    return f"{place}.{key.text}".removeprefix(".") if key else f"{place}[{number}]"


def told_of(place: str, *texts: str) -> str:
    """Return leaves as one line, as `ignore` patterns see it: `errors[3]: 101 | Dock is busy`."""
    return f"{place}: {' | '.join(one_line(text) for text in texts)}"
