"""What axe finds wrong for people who cannot see, hear or point well: nothing, on any page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser import looks, pictures
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCRIPT = PROJECT / "node_modules/axe-core/axe.min.js"
# The rules of WCAG 2.2 at level AA, and what axe calls good practice.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def _found(page: Page) -> list[str]:
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    only = {"runOnly": {"type": "tag", "values": list(TAGS)}}
    result: dict[str, Any] = page.evaluate("only => axe.run(document, only)", only)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in result["violations"]]


@pytest.mark.parametrize("name", pictures.PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_page(browser: Browser, address: str, name: str, width: int, scheme: str) -> None:
    """Every type of page, on a phone and wide, in one scheme each."""
    options = {"color_scheme": scheme, "bypass_csp": True}
    with looks.opened(browser, width, **options) as page:
        page.goto(f"{address}/{pictures.PAGES[name]}")
        looks.wait(page, "settled")
        assert _found(page) == []


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", ["", "wechat/40029/"])
def test_answers(browser: Browser, address: str, path: str, width: int) -> None:
    """Answers, on the home page and in the dialog of the header."""
    with looks.opened(browser, width, bypass_csp=True) as page:
        page.goto(f"{address}/{path}")
        if path:
            page.keyboard.press("/")
        box = page.locator(".ec-ask textarea, .md-search__input").first
        box.fill("token")
        expect(page.locator(".ec-answers a").first).to_be_visible()
        assert _found(page) == []
