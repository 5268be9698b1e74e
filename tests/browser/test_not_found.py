"""The 404 page in a browser: it says what the address was after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize("path", ["wechat/99999/", "wechat/99999", "WeChat/99999/"])
def test_unknown_code(page: Page, address: str, path: str) -> None:
    """The address of a code that WeChat's documents do not list says so, and where to look."""
    page.goto(f"{address}/{path}")
    missing = page.locator("[data-ec-missing]")
    expect(missing).to_contain_text(
        "99999 is not listed for WeChat Official Accounts. We read its 2 undated documents."
    )
    missing.get_by_role("link", name="WeChat's catalog").click()
    expect(page).to_have_url(f"{address}/wechat/?code=99999")
    expect(page.locator("[data-ec-notice]")).to_contain_text("99999 is not listed")


def test_nearest(page: Page, address: str) -> None:
    """What is listed beside the code is named, with its page; far from all there is nothing."""
    page.goto(f"{address}/wechat/99999/")
    expect(page.locator("[data-ec-missing]")).to_contain_text("which may list more.")
    page.goto(f"{address}/wechat/40034/")
    expect(page.get_by_text("Nearest listed:")).to_have_text("Nearest listed: 40033, 40035")
    page.get_by_role("link", name="40033").click()
    expect(page).to_have_url(f"{address}/wechat/40033/")


def test_listed_elsewhere(page: Page, address: str) -> None:
    """Who else lists the code is named, with its page there; nobody is where nobody does."""
    page.goto(f"{address}/wechat/3016/")
    missing = page.locator("[data-ec-missing]")
    expect(missing.get_by_text("Others list it:")).to_have_text("Others list it: KakaoTalk 3016")
    missing.get_by_role("link", name="KakaoTalk 3016").click()
    expect(page).to_have_url(f"{address}/kakaotalk/3016/")
    page.goto(f"{address}/wechat/40034/")
    expect(missing.get_by_text("Nearest listed:")).to_be_visible()
    expect(missing.get_by_text("Others list it:")).to_have_count(0)


def test_another_look(page: Page, address: str) -> None:
    """From a code that is not listed one gets to the box, also where the list of codes is lost."""
    page.route("**/search/codes.json", lambda route: route.fulfill(status=404))
    page.goto(f"{address}/wechat/99999/")
    page.locator("[data-ec-missing]").get_by_role("link", name="Look up another code").click()
    expect(page).to_have_url(f"{address}/")


def test_another_case(page: Page, address: str) -> None:
    """An address with upper-case letters leads to the entry, also where the host does not help."""
    page.goto(f"{address}/KakaoTalk/E915/")
    expect(page).to_have_url(f"{address}/kakaotalk/e915/")
    expect(page.locator("h1.ec-code")).to_have_text("E915")


@pytest.mark.parametrize("path", ["nothing/", "a/b/c/d", "__proto__/1/"])
def test_anything_else(page: Page, address: str, path: str) -> None:
    """Any other address says that there is no such page, and offers providers and search."""
    page.goto(f"{address}/{path}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    expect(page.get_by_role("main").get_by_role("link", name="Fresns API")).to_be_visible()


@pytest.mark.parametrize(("path", "shown"), [("%3Cb%3E", "<b>"), ("%ff", "%ff")])
def test_strange_codes(page: Page, address: str, path: str, shown: str) -> None:
    """Whatever an address asks for is shown as text."""
    page.goto(f"{address}/wechat/{path}/")
    expect(page.locator("[data-ec-missing] strong")).to_have_text(shown)
    expect(page.locator("[data-ec-missing] b")).to_have_count(0)


def test_another_name(page: Page, address: str) -> None:
    """Another name of a provider leads to it, also where the host does not help."""
    page.goto(f"{address}/kakao/-3016/")
    expect(page).to_have_url(f"{address}/kakaotalk/-3016/")
