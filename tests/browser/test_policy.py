"""The policy for content in force: every kind of page, every feature, and nothing is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import looks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas

# What a browser refuses is told to the page before any script of it runs.
LISTEN = """
addEventListener("securitypolicyviolation", (event) => {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event
  console.error("refused:", effectiveDirective, blockedURI, sourceFile, lineNumber, sample)
}, true)
"""


class Watched:
    """A page, and everything that its console said."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        page.add_init_script(LISTEN)
        page.on("console", lambda told: self._hear(told.text))
        page.on("pageerror", lambda error: self._hear(str(error)))
        page.on("worker", lambda worker: worker.on("console", lambda told: self._hear(told.text)))

    def _hear(self, text: str) -> None:
        # The browser itself reports the status of a missing page.
        if "status of 404" not in text:
            self.said.append(f"{self.page.url}: {text}")


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """Return a page that is watched; whatever its console says fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = Watched(context.new_page())
    yield page
    context.close()
    assert page.said == []


def rest(page: Page) -> None:
    """Wait until the scripts of a page have nothing left to do."""
    page.evaluate("() => new Promise((done) => requestIdleCallback(done))")


def test_every_page(watched: Watched, address: str, site: Path, atlas: Atlas) -> None:
    """Each kind of page, in each of its states, is drawn without a refusal and without a word."""
    paths = [*looks.pages(site, atlas), *looks.STATES, "nothing/here/"]
    for path in paths:
        watched.page.goto(f"{address}/{path}")
        rest(watched.page)
    assert len(paths) > 30


def ask(page: Page) -> None:
    """Ask in the box of the first page, and in the dialog."""
    page.get_by_role("main").get_by_role("textbox").fill('{"errcode": 40029}')
    expect(page.locator("[data-ec-answers] a").first).to_contain_text("40029")
    page.keyboard.press("Escape")
    page.locator(".md-search textarea").fill("invalid oauth code")
    expect(page.locator(".md-search-result__list a").first).to_contain_text("40029")


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
    page.locator("label[title^='Switch to']:visible").click()
    page.reload()


def search_by_address(page: Page) -> None:
    """Let an address ask."""
    expect(page.locator(".md-search-result__list a").first).to_contain_text("915")


def find(page: Page) -> None:
    """Let the 404 page find what the address is after."""
    page.wait_for_url("**/wechat/40029/")


FEATURES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "box and dialog": ("", ask),
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
    rest(watched.page)
