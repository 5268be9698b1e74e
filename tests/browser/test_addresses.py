"""Addresses that people try, on a host that helps with none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

# address -> where it leads
LEAD = {
    "wechat/40029": "wechat/40029/",
    "WeChat/40029/": "wechat/40029/",
    "kakaotalk/E915/": "kakaotalk/e915/",
    "Kakao/-3016": "kakaotalk/-3016/",
    "微信/40029/": "wechat/40029/",
    "wechat/errcode/40029": "wechat/40029/",
    "wechat/40029.html": "wechat/40029/",
    "WeChat/40029/index.md": "wechat/40029/",
    "docs/wechat/40029/": "wechat/40029/",
    "WECHAT": "wechat/",
    "errcode/40029": "wechat/40029/",
    "errcode=40029": "wechat/40029/",
    "40029/": "wechat/40029/",
    "77777/": "?q=77777",
}


@pytest.mark.parametrize("path", LEAD)
def test_lead(page: Page, address: str, path: str) -> None:
    """An address leads to what it can only have meant; a mere number, to the search."""
    asked: list[str] = []
    page.on("framenavigated", lambda frame: asked.append(frame.url))
    page.goto(f"{address}/{path}")
    expect(page).to_have_url(f"{address}/{LEAD[path]}")
    page.wait_for_timeout(300)
    # The page that was asked for, and the one it led to.
    assert len(asked) <= 2


def without_slash(page: Page, address: str, site: Path, path: str) -> None:
    """Open a page as a host serves it that gives a folder's page without its slash."""

    def answer(route: Route) -> None:
        route.fulfill(path=site / path / "index.html")

    page.route(f"{address}/{path}", answer)
    page.goto(f"{address}/{path}?a=b#top")


@pytest.mark.parametrize("path", ["wechat", "wechat/40029", "compare", "wechat/changes"])
def test_without_a_slash(page: Page, address: str, site: Path, path: str) -> None:
    """A page that is served without its slash gets it, and its links lead where they should."""
    page.goto(f"{address}/{path}/")
    links = paths(page)
    without_slash(page, address, site, path)
    expect(page).to_have_url(f"{address}/{path}/?a=b#top")
    assert paths(page) == links
    assert len(links) > 10


def paths(page: Page) -> set[str]:
    """Return where the links of a page lead."""
    read = "link => new URL(link.getAttribute('href'), document.baseURI).pathname"
    return set(page.locator("a[href]").evaluate_all(f"links => links.map({read})"))
