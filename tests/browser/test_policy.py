"""The policy for content in force: every kind of page, every feature, and nothing is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error, expect

from tests.browser import looks
from tests.browser.watched import Watched

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas


def test_every_page(watched: Watched, address: str, site: Path, atlas: Atlas) -> None:
    """Each kind of page, in each of its states, is drawn without a refusal and without a word."""
    paths = [*looks.pages(site, atlas), *looks.STATES, "nothing/here/"]
    for path in paths:
        watched.page.goto(f"{address}/{path}")
        watched.rest()
    assert len(paths) > 30


def test_refused(browser: Browser, invented_address: str) -> None:
    """A script that stands in a page is refused, and seen to be, as is HTML made of a text."""
    watched = Watched(browser.new_page())
    watched.page.goto(f"{invented_address}/pasting/")
    watched.rest()
    with pytest.raises(Error, match="TrustedHTML"):
        watched.page.evaluate("document.body.innerHTML = '<p>'")
    said = "\n".join(watched.said)
    watched.page.close()
    assert "refused: script-src-elem inline" in said
    assert "This document requires 'TrustedHTML'" in said
    assert "planted is not defined" not in said


def ask(page: Page) -> None:
    """Ask in the box of the first page, and copy the answer."""
    page.get_by_role("main").get_by_role("textbox").fill('{"errcode": 40029}')
    expect(page.locator("[data-ec-answers] a").first).to_contain_text("40029")
    for button in page.locator("[data-ec-answers] button").all():
        button.click()


def ask_in_the_dialog(page: Page) -> None:
    """Ask in the dialog for words, for which the worker loads its library."""
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("invalid oauth code")
    expect(page.locator(".md-search ol a").first).to_contain_text("40029")


def narrow(page: Page) -> None:
    """Filter a catalog by words and by choices."""
    for box in page.locator("main [type=search]").all():
        box.fill("token")
    for choice in page.locator("main select").all():
        choice.select_option(index=1)


def copy(page: Page) -> None:
    """Press each button that copies."""
    for button in page.locator("[data-copy]:visible").all():
        button.click()
    expect(page.locator("[data-ec-copied]")).not_to_be_empty()


def switch(page: Page) -> None:
    """Go to the other palette, and read it again from what the browser keeps."""
    page.get_by_role("button", name="Switch to").click()
    page.reload()


def search_by_address(page: Page) -> None:
    """Let an address ask."""
    expect(page.locator("[data-ec-answers] a").first).to_contain_text("915")


def find(page: Page) -> None:
    """Let the 404 page find what the address is after."""
    page.wait_for_url("**/wechat/40029/")


FEATURES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "box": ("", ask),
    "dialog": ("sources/", ask_in_the_dialog),
    "filter": ("kakaotalk/", narrow),
    "conditions": ("compare/", narrow),
    "discrepancies": ("discrepancies/", narrow),
    "copy": ("wechat/40029/", copy),
    "report": ("wechat/report/", copy),
    "palette": ("wechat/40029/", switch),
    "search by address": ("?q=E915", search_by_address),
    "a code without a provider": ("errcode/40029", find),
}


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature(watched: Watched, address: str, feature: str) -> None:
    """Whatever the scripts of a page do, the policy has nothing against it."""
    path, use = FEATURES[feature]
    watched.page.goto(f"{address}/{path}")
    use(watched.page)
    watched.rest()
