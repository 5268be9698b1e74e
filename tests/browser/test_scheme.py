"""Light or dark: what the system has, until somebody chooses the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from macros.publish import browsers
from tests.browser import looks

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
PAPER: dict[Scheme, str] = {"light": "rgb(255, 255, 255)", "dark": "rgb(24, 27, 31)"}
OTHER: dict[Scheme, Scheme] = {"light": "dark", "dark": "light"}
GROUND = "ground => getComputedStyle(document.body).backgroundColor === ground"


AROUND = """() => [
    getComputedStyle(document.documentElement).colorScheme,
    ...[...document.querySelectorAll("meta[name=theme-color]")]
        .filter(({ media }) => matchMedia(media).matches).map(({ content }) => content),
]"""
RUBBISH = ('"<b>"', "{", '{"color": {"scheme": "slate"}}', '"no such scheme"', "null")


def _is(page: Page, scheme: Scheme) -> None:
    page.wait_for_function(GROUND, arg=PAPER[scheme])
    paper = {"light": browsers.PAPER, "dark": browsers.DARK}[scheme]
    assert page.evaluate(AROUND) == [scheme, paper]


@pytest.mark.parametrize("first", PAPER)
def test_follows(browser: Browser, address: str, first: Scheme) -> None:
    """An open page, and the next one, go with the system, whatever the first visit was in."""
    with looks.opened(browser, 1280, color_scheme=first) as page:
        page.goto(f"{address}/wechat/40029/")
        looks.wait(page, "settled")
        _is(page, first)
        page.emulate_media(color_scheme=OTHER[first])
        _is(page, OTHER[first])
        page.goto(f"{address}/")
        looks.wait(page, "settled")
        _is(page, OTHER[first])


@pytest.mark.parametrize("system", PAPER)
def test_chosen(browser: Browser, address: str, system: Scheme) -> None:
    """What was chosen stays, on other pages too; who goes back to the system's goes on with it."""
    with looks.opened(browser, 1280, color_scheme=system) as page:
        page.goto(f"{address}/wechat/40029/")
        page.get_by_role("button", name=f"Switch to {OTHER[system]}").click()
        _is(page, OTHER[system])
        page.goto(f"{address}/compare/")
        looks.wait(page, "settled")
        _is(page, OTHER[system])
        page.get_by_role("button", name=f"Switch to {system}").click()
        _is(page, system)
        page.emulate_media(color_scheme=OTHER[system])
        _is(page, OTHER[system])


@pytest.mark.parametrize("system", PAPER)
def test_from_the_start(browser: Browser, address: str, system: Scheme) -> None:
    """A page comes in its scheme, and does not turn to it when the scripts have come, or never."""
    with looks.opened(browser, 1280, color_scheme=system) as page:
        page.route("**/*.js", lambda route: route.abort())
        page.goto(f"{address}/wechat/40029/")
        _is(page, system)
        expect(page.get_by_role("button", name="Switch to")).to_have_count(0)


@pytest.mark.parametrize("kept", RUBBISH)
def test_rubbish(browser: Browser, address: str, kept: str) -> None:
    """What else a browser keeps in the scheme's place is no scheme: the system's counts."""
    with looks.opened(browser, 1280, color_scheme="dark") as page:
        page.goto(f"{address}/wechat/40029/")
        page.evaluate("kept => localStorage.setItem('/.__scheme', kept)", kept)
        page.reload()
        looks.wait(page, "settled")
        _is(page, "dark")
        page.get_by_role("button", name="Switch to light").click()
        _is(page, "light")
