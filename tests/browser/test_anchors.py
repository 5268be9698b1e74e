"""Links into a page: what they lead to is seen, below the header and all that sticks there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import TimeoutError  # noqa: A004 - it is no other

from tests.browser import looks

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas

# What the anchors of the atlas name, and those without a colon: rows, parts of pages by hand.
KNOWN = {
    *("tr", "h1", "h2", "h3"),
    *("condition", "family", "number", "set", "range", "source", "harm"),
    *("from", "added", "dropped", "wrong", "field", "ec"),
}


def covered(page: Page, address: str, path: str) -> tuple[set[str], list[str]]:
    """Follow two links of each kind into a page.

    Returns:
        the kinds of anchors it has, and the anchors of which the first line is not seen.
    """
    page.goto(f"{address}/{path}")
    kinds: dict[str, list[str]] = looks.look(page, "anchors")
    bad = []
    for ids in kinds.values():
        # The one by a fresh page, the other within it, as its contents lead there.
        for fresh, one in {False: ids[-1], True: ids[len(ids) // 2]}.items():
            if fresh:
                page.goto("about:blank")
                page.goto(f"{address}/{path}#{quote(one)}")
            else:
                page.evaluate("id => { location.hash = `#${encodeURIComponent(id)}` }", one)
            try:
                looks.wait(page, "clear", one)
            except TimeoutError:
                bad.append(f"{path}#{one}")
    return set(kinds), bad


@pytest.mark.parametrize("width", [390, 1440])
def test_every_kind(browser: Browser, address: str, site: Path, atlas: Atlas, width: int) -> None:
    """Of every page, anchors of every kind that it has show the first line of what they name."""
    known: set[str] = set()
    bad = []
    with looks.opened(browser, width) as page:
        for path in looks.pages(site, atlas):
            kinds, hidden = covered(page, address, path)
            known |= kinds
            bad += hidden
    assert bad == []
    assert known >= KNOWN


@pytest.mark.parametrize("width", [390, 1440])
def test_condition_of_a_code(browser: Browser, address: str, width: int) -> None:
    """A code's page leads to its condition: name and verdict are seen, and its mark is whole."""
    with looks.opened(browser, width) as page:
        page.goto(f"{address}/wechat/42001/")
        page.get_by_role("link", name="Token expired").click()
        looks.wait(page, "clear", "condition:token-expired")
        looks.wait(page, "cornered")
