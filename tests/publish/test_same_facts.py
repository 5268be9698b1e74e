"""A code's page and its Markdown twin say the same: held together section by section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from macros.publish import markdown_code
from macros.publish.entry import entry_of
from macros.publish.html import code as code_html
from macros.texts import letters
from tests import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from justhtml.dom import Node

    from macros.atlas import Atlas
    from macros.catalog.model import Code

# What one of the two has and the other needs not: heads of columns; labels of what the page tells
# by its looks, and the links to the twins themselves.
OF_THE_PAGE = {"revision", "whatitsays", "where", "whatisopen", "markdown", "thisentry", "compared"}
OF_THE_TWIN = set(
    "message note meaning code of page probably should be source previous next".split()
)
# What is no text, or counts what stands below it; neighbours have a test of their own.
_HIDDEN = {"button", "script", "output", "nav", "summary"}


def _link(address: str) -> str:
    return f"https://a.example/{address}"


def _texts(node: Node) -> Iterator[str]:
    """Yield the texts of a tree, each with letters; not those of what is no text."""
    for child in node.children or ():
        if child.name == "#text":
            if letters(child.data or ""):
                yield child.data or ""
        elif child.name not in _HIDDEN:
            yield from _texts(child)


def _sections(root: Node) -> dict[str, list[str]]:
    """Return the texts of a tree by the heading above them; those of lists of facts as `Facts`."""
    found: dict[str, list[str]] = {"": []}

    def walk(node: Node, heading: str) -> str:
        for child in node.children or ():
            if child.name == "h2":
                heading = pages.text(child).split("\n")[0].strip()
                small = [pages.text(one) for one in child.query("small")]
                for one in small:
                    heading = heading.replace(one, "").strip()
                found.setdefault(heading, []).extend(small)
            elif child.name == "aside":
                found["Facts"] = list(_texts(child))
            elif child.name == "#text":
                if letters(child.data or ""):
                    found[heading].append(child.data or "")
            elif child.name not in _HIDDEN:
                heading = walk(child, heading)
        return heading

    walk(root, "")
    return found


def _missing(texts: list[str], other: list[str], known: set[str]) -> list[str]:
    whole = letters("".join(other))
    return [
        text
        for text in texts
        if letters(text) not in known and not letters(text).isdigit() and letters(text) not in whole
    ]


def _words(texts: list[str]) -> set[str]:
    told = " ".join(text for text in texts if not text.startswith("https://"))
    return set(re.findall(r"\w+", told.casefold()))


def hold(atlas: Atlas, code: Code) -> None:
    """Compare the two."""
    entry = entry_of(atlas, code)
    page = _sections(pages.parse(code_html.page(entry)))
    html = MarkdownIt("commonmark").render(markdown_code.page(entry, _link))
    twin = _sections(pages.parse(html))
    assert set(page) == set(twin), code.name
    for heading in page:
        missing = _missing(page[heading], [*twin[heading], "".join(twin[heading])], OF_THE_PAGE)
        assert missing == [], (code.name, heading, "in the twin")
        more = _words(twin[heading]) - _words([*page[heading], "".join(page[heading])])
        assert more <= OF_THE_TWIN | _neighbours(code, atlas), (code.name, heading, "on the page")


def _neighbours(code: Code, atlas: Atlas) -> set[str]:
    """Return the words of links to the codes before and after, which end the twin."""
    beside = [one for one in atlas.neighbours(code) if one]
    return _words([f"{one.code} {text}" for one in beside for text in one.meanings])


STATES = ("orbit", "harbour")


@pytest.mark.parametrize("provider", STATES)
def test_the_twin_says_what_the_page_says(golden: Atlas, provider: str) -> None:
    """Each text on the page of a code stands in the same section of its twin."""
    for code in golden.catalogs[provider].codes:
        hold(golden, code)


def test_real_codes(atlas: Atlas) -> None:
    """So do those of real codes, with causes, sources, disputes and several meanings."""
    chosen = [code for code in atlas.codes if code.observed or len(code.messages) > 1]
    for code in [*chosen[::4], *atlas.codes[::40]]:
        hold(atlas, code)
