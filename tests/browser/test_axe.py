"""What axe finds wrong for people who cannot see, hear or point well: nothing, on any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import axe, looks, pictures

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize("name", pictures.PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_page(browser: Browser, address: str, name: str, width: int, scheme: str) -> None:
    """Every type of page, on a phone and wide, in one scheme each."""
    options = {"color_scheme": scheme, "bypass_csp": True}
    with looks.opened(browser, width, **options) as page:
        page.goto(f"{address}/{pictures.PAGES[name]}")
        looks.wait(page, "settled")
        assert axe.found(page) == []


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
        assert axe.found(page) == []
