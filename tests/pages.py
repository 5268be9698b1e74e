"""Built HTML, read back: what a browser would show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from justhtml import JustHTML

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from justhtml.dom import Node


def parse(html: str) -> Node:
    """Return the tree of a page."""
    return JustHTML(html, sanitize=False).root


def text(node: Node) -> str:
    """Return a node's text character for character, with line feeds for `<br>`."""
    return "".join(_texts(node))


def _texts(node: Node) -> Iterator[str]:
    for child in node.children or ():
        if child.name == "#text":
            yield child.data or ""
        elif child.name == "br":
            yield "\n"
        else:
            yield from _texts(child)


def example(site: Path, name: str, address: str) -> str:
    """Return an example of the page for programs, with `address` as its atlas."""
    manual = parse((site / "programs/index.html").read_text("utf-8"))
    (shown,) = manual.query(f'[data-example="{name}"]')
    assert "https://atlas.example" in text(shown)
    return text(shown).replace("https://atlas.example", address)


def messages(node: Node) -> list[str]:
    """Return the messages that a part of a page shows."""
    return [text(one) for one in node.query(".ec-message")]


def by_id(node: Node) -> dict[str, Node]:
    """Return the elements of a page by their ids; refuses ids that stand twice."""
    found: dict[str, Node] = {}
    for element in node.query("[id]"):
        ident = (element.attrs or {})["id"] or ""
        assert ident not in found, f"two elements have the id {ident}"
        found[ident] = element
    return found
