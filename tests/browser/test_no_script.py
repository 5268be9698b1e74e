"""Pages without scripts: nothing that does nothing, and nothing that is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import looks
from tests.browser.test_anchors import covered

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from macros.atlas import Atlas


@pytest.mark.parametrize("width", [390, 1440])
def test_no_dead_control(
    browser: Browser, address: str, site: Path, atlas: Atlas, width: int
) -> None:
    """No button, field, choice or label is shown that a script alone would bring to life."""
    dead = []
    with looks.opened(browser, width, java_script_enabled=False) as page:
        for path in looks.pages(site, atlas):
            page.goto(f"{address}/{path}")
            dead += [f"{path}: {one}" for one in looks.look(page, "controls")]
    assert dead == []


def test_controls_are_seen(browser: Browser, address: str) -> None:
    """With scripts the same look finds them: a test that sees nothing proves nothing."""
    with looks.opened(browser, 1440) as page:
        for path, name in {
            "kakaotalk/": "ec:condition",
            "": "ec:ask",
            "compare/": "ec:words",
        }.items():
            page.goto(f"{address}/{path}")
            assert [one for one in looks.look(page, "controls") if f'id="{name}"' in one]


def test_keys_open_the_menu(browser: Browser, address: str) -> None:
    """On a phone's screen keys open the menu, go on into it, and close it; it has a name."""
    with looks.opened(browser, 390, java_script_enabled=False) as page:
        page.goto(f"{address}/wechat/40029/")
        link = page.get_by_role("link", name="KakaoTalk", exact=True)
        box = page.get_by_role("checkbox", name="Menu")
        expect(link).to_be_hidden()
        page.keyboard.press("Tab")
        expect(box).to_be_focused()
        label = page.locator(".md-header [for=__drawer]")
        assert label.evaluate("label => getComputedStyle(label).outlineStyle") == "solid"
        page.keyboard.press("Space")
        expect(link).to_be_in_viewport()
        for _ in range(12):
            page.keyboard.press("Tab")
            if link.evaluate("link => link === document.activeElement"):
                break
        expect(link).to_be_focused()
        box.press("Space")
        expect(link).to_be_hidden()


def test_facts_in_one_line(browser: Browser, address: str) -> None:
    """What a script would fill or offer leaves no point without a fact behind."""
    with looks.opened(browser, 1440, java_script_enabled=False) as page:
        page.goto(f"{address}/kakaotalk/")
        said = page.locator(".ec-facts > span:visible").all_inner_texts()
        assert said
        assert "" not in [one.strip() for one in said]


def test_every_page_is_read(browser: Browser, address: str, site: Path, atlas: Atlas) -> None:
    """Each page shows its heading and its text: nothing waits for a script to show it."""
    with looks.opened(browser, 1440, java_script_enabled=False) as page:
        for path in looks.pages(site, atlas):
            page.goto(f"{address}/{path}")
            expect(page.locator("h1").first).to_be_visible()
            assert len(page.get_by_role("main").inner_text()) > 200, path


def test_anchors(browser: Browser, address: str, site: Path, atlas: Atlas) -> None:
    """Links into a page lead to what they name, and it is seen below what sticks above."""
    bad = []
    with looks.opened(browser, 390, java_script_enabled=False) as page:
        for path in looks.pages(site, atlas):
            bad += covered(page, address, path)[1]
    assert bad == []


def test_box(browser: Browser, address: str) -> None:
    """In the place of the box stands that it needs JavaScript, and where else to look."""
    with looks.opened(browser, 1440, java_script_enabled=False) as page:
        page.goto(f"{address}/")
        notice = page.locator("noscript .ec-notice")
        expect(notice).to_contain_text("The box needs JavaScript.")
        notice.locator("a").click()
        expect(page).to_have_url(f"{address}/#ec:providers")
        page.get_by_role("main").get_by_role("link", name="WeChat").first.click()
        expect(page.locator("tr[id='40029']")).to_be_visible()
