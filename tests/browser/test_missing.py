"""Scripts that do not come, or come broken: the text and the links stay, and no dead control."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import looks, pictures

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Request, Route

# What may come in the place of a script. The host's policy holds for what it answers alone.
INSTEAD: dict[str, Callable[[Route], None]] = {
    "nothing": lambda route: route.abort(),
    "an error": lambda route: _answer(route, "text/plain", "", 503),
    "a page": lambda route: _answer(route, "text/html", "<!doctype html>", 200),
    "a part": lambda route: _answer(route, "text/javascript", "export function (", 200),
}
# A type of page each: all scripts that pages load come with one of them.
PATHS = [path for path in dict.fromkeys(pictures.PAGES.values()) if "?" not in path]
LINKS = """() => [...document.querySelectorAll('main a[href]')]
  .filter((one) => one.checkVisibility()).length"""
LEAST_LINKS = 3


def _answer(route: Route, kind: str, body: str, status: int) -> None:
    headers = {"content-type": kind, "cross-origin-resource-policy": "same-origin"}
    route.fulfill(status=status, body=body, headers=headers)


@pytest.fixture(scope="module")
def scripts(browser: Browser, address: str) -> dict[str, str]:
    """Each script of the site's own that a page loads, with the first page that does."""
    found: dict[str, str] = {}
    for path in PATHS:
        with looks.opened(browser, 1280) as page:

            def keep(asked: Request, path: str = path) -> None:
                if asked.resource_type == "script" and "/bundle." not in asked.url:
                    found.setdefault(asked.url, path)

            page.on("request", keep)
            page.goto(f"{address}/{path}")
            looks.wait(page, "settled")
    assert len(found) > len({"home", "catalog", "code", "dialog"})
    return found


@pytest.mark.parametrize("instead", INSTEAD)
def test_each_in_turn(
    browser: Browser, address: str, scripts: dict[str, str], instead: str
) -> None:
    """Whichever script is missing, a page keeps its text and links, and shows no dead control."""
    wrong = []
    for url, path in scripts.items():
        with looks.opened(browser, 1280) as page:
            page.route(url, INSTEAD[instead])
            page.goto(f"{address}/{path}")
            looks.wait(page, "settled")
            name = f"/{path} without {url.rpartition('/')[2]}"
            # The dialog is not of the page: its own box is closed until its script is there.
            if "dialog" not in url:
                dead = page.locator(".ec-needs-js").all()
                wrong += [f"{name}: {one}" for one in dead if one.is_visible()]
            if page.evaluate(LINKS) < LEAST_LINKS:
                wrong.append(f"{name}: no links")
    assert wrong == []
