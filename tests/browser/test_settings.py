"""Pages as people set them: enlarged, spaced, in their own colours, without motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import looks, pictures

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from macros.atlas import Atlas

# What WCAG 1.4.12 lets people set.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
# Wide windows enlarged four times and twice; a phone and a wide window with text that is spaced.
WINDOWS = [(320, 256, ""), (720, 450, ""), (390, 844, SPACED), (1440, 900, SPACED)]


@pytest.mark.parametrize(("width", "height", "style"), WINDOWS)
def test_nothing_is_lost(
    browser: Browser, address: str, width: int, height: int, style: str
) -> None:
    """Every type of page keeps all its text and controls, and does not scroll sideways."""
    lost = []
    with looks.opened(browser, width, bypass_csp=True) as page:
        page.set_viewport_size({"width": width, "height": height})
        for path in (*pictures.PAGES.values(), "nothing/here/"):
            page.goto(f"{address}/{path}")
            if style:
                page.add_style_tag(content=style)
            looks.wait(page, "settled")
            lost += [f"/{path}: {one}" for one in looks.look(page, "lost")]
    assert lost == []


def test_whole_messages(browser: Browser, address: str) -> None:
    """No message of a condition is cut on a phone, nor where one enlarges."""
    with looks.opened(browser, 390) as page:
        page.goto(f"{address}/compare/?show=all")
        lines = page.locator(".ec-compare li:visible")
        for size in ((390, 844), (320, 256)):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            widths = "all => all.map((one) => [one.innerText, one.scrollWidth - one.clientWidth])"
            found = lines.evaluate_all(widths)
            assert len(found) > 100
            assert [text for text, beyond in found if beyond > 0] == []


def test_names_of_tables_and_pictures(
    browser: Browser, address: str, site: Path, atlas: Atlas
) -> None:
    """Every table has a name, each of its heads a direction, and every picture words."""
    wrong = []
    with looks.opened(browser, 1440) as page:
        for path in looks.pages(site, atlas):
            page.goto(f"{address}/{path}")
            wrong += [f"/{path}: {one}" for one in looks.look(page, "unnamed")]
    assert wrong == []


def test_own_colours(browser: Browser, address: str) -> None:
    """Where a browser paints all with few colours, kinds of changes differ by signs and edges."""
    with looks.opened(browser, 1280, forced_colors="active") as page:
        page.goto(f"{address}/kakaotalk/changes/")
        squares = page.locator(".ec-cells a").evaluate_all(
            """all => all.map((one) => {
                const { content } = getComputedStyle(one, "::before")
                const { borderTopStyle, backgroundColor } = getComputedStyle(one)
                const kind = one.title.split(", ")[1].split(":")[0]
                return [kind, content, borderTopStyle, backgroundColor]
            })"""
        )
        assert len({colour for *_, colour in squares}) == 1
        marks = {kind: (sign, edge) for kind, sign, edge, _ in squares}
        kinds = ("meaning changed", "dropped", "added", "reworded", "unchanged")
        assert len({marks[kind] for kind in kinds}) == len(kinds)
        page.goto(f"{address}/kakaotalk/#3014")
        expect(page.locator("tr:target")).to_have_css("outline-style", "solid")


def test_no_motion(browser: Browser, address: str) -> None:
    """Who wants no motion has none: neither of the menu nor of the search."""
    with looks.opened(browser, 390, reduced_motion="reduce") as page:
        page.goto(f"{address}/sources/")
        moving = (
            "document.getAnimations().filter(({ playState }) => playState === 'running').length"
        )
        page.get_by_role("button", name="Menu", exact=True).click()
        assert page.evaluate(moving) == 0
        page.keyboard.press("Escape")
        assert page.evaluate(moving) == 0
        page.get_by_role("button", name="Search").click()
        assert page.evaluate(moving) == 0
