"""Where keys lead: what has the focus is seen, in every window, and nothing closed has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import looks, pictures

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# A wide screen, a phone, and a wide screen enlarged four times.
WINDOWS = [(1440, 900), (390, 844), (320, 256)]
STOPS = 30


@pytest.mark.parametrize(("width", "height"), WINDOWS)
@pytest.mark.parametrize("name", pictures.PAGES)
def test_focus_is_seen(browser: Browser, address: str, name: str, width: int, height: int) -> None:
    """Nothing that has the focus lies below a bar that sticks, or outside of the window.

    From the page's beginning on, then backwards from its end.
    """
    with looks.opened(browser, width, reduced_motion="reduce") as page:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{address}/{pictures.PAGES[name]}")
        looks.wait(page, "settled")
        looks.look(page, "watchFocus")
        for key in ("Tab", "Shift+Tab"):
            for _ in range(STOPS):
                page.keyboard.press(key)
            looks.look(page, "focusLast")
        stops = looks.look(page, "focused")
        assert len(stops) > STOPS
        assert [what for seen, what in stops if not seen] == []


# A phone, and a wide screen enlarged twice.
NARROW = [(390, 844), (720, 450)]


@pytest.mark.parametrize(("width", "height"), NARROW)
def test_menu_by_keys(page: Page, address: str, width: int, height: int) -> None:
    """No key leads into the closed menu; its button opens it, Escape closes it and leads back."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{address}/kakaotalk/")
    opener = page.get_by_role("button", name="Menu", exact=True)
    menu = page.get_by_role("navigation", name="Navigation")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(menu).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(menu).to_be_in_viewport()
    expect(page.get_by_role("button", name="Close the menu")).to_be_focused()
    for name in ("Error Code Atlas", "Home", "Fresns", "KakaoTalk"):
        page.keyboard.press("Tab")
        expect(menu.get_by_role("link", name=name, exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(menu).to_have_count(0)


def test_leaving_the_menu(page: Page, address: str) -> None:
    """The menu closes by its button, behind its last link, and when it has led to a heading."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/kakaotalk/")
    opener = page.get_by_role("button", name="Menu", exact=True)
    menu = page.get_by_role("navigation", name="Navigation")
    opener.click()
    page.get_by_role("button", name="Close the menu").click()
    expect(opener).to_be_focused()
    expect(menu).to_have_count(0)
    opener.click()
    menu.get_by_role("link", name="API").press("Tab")
    expect(menu).to_have_count(0)
    expect(page.get_by_role("link", name="Codes 371")).to_be_focused()
    opener.click()
    menu.get_by_text("Ranges").press("Enter")
    menu.locator(".ec-menu a").nth(2).click()
    expect(menu).to_have_count(0)
    looks.wait(page, "clear", page.url.partition("#")[2])


@pytest.mark.parametrize(
    ("path", "tab", "says"),
    [("", "Home", "page"), ("wechat/", "WeChat", "page"), ("wechat/40029/", "WeChat", "true")],
)
def test_where_the_page_is(page: Page, address: str, path: str, tab: str, says: str) -> None:
    """One tab says that it is the page, or what the page is below, and not by its colour alone."""
    page.goto(f"{address}/{path}")
    marked = page.locator(".md-tabs [aria-current]")
    expect(marked).to_have_text([tab])
    expect(marked).to_have_attribute("aria-current", says)
    expect(marked).to_have_css("text-decoration-line", "underline")
    expect(page.locator(".md-tabs a").last).to_have_css("text-decoration-line", "none")


def test_scheme_by_keys(page: Page, address: str) -> None:
    """One button chooses the scheme, keeps the focus, and says what it does next."""
    page.goto(f"{address}/sources/")
    page.get_by_role("button", name="Switch to dark").press("Enter")
    light = page.get_by_role("button", name="Switch to light")
    expect(light).to_be_focused()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    light.press("Enter")
    expect(page.get_by_role("button", name="Switch to dark")).to_be_focused()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    expect(page.get_by_role("radio")).to_have_count(0)
