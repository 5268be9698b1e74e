"""Conditions across providers in a browser: filter, links, phone, and more providers than today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests import invented

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas

CONDITIONS = ".ec-compare tbody tr:visible"


def test_filter(page: Page, address: str, atlas: Atlas) -> None:
    """Conditions are narrowed by words and verdict; the address follows."""
    page.goto(f"{address}/compare/")
    shown = page.locator(CONDITIONS)
    expect(page.locator("[data-ec-left]")).to_have_text(
        f"{len(atlas.conditions.chosen)} conditions"
    )
    page.get_by_role("searchbox", name="Words").fill("token expired")
    expect(shown.first).to_contain_text("Token expired")
    page.get_by_label("What to do").select_option("never")
    expect(shown).to_have_count(0)
    expect(page.get_by_text("No condition has all of these words.")).to_be_visible()
    expect(page).to_have_url(f"{address}/compare/?words=token+expired&retry=never")
    page.goto(f"{address}/compare/?words=45009")
    expect(shown).to_have_count(1)
    expect(shown.first).to_contain_text("Quota used up")
    expect(page.get_by_role("heading", name="Credentials")).to_be_hidden()


def test_found_among_the_rest(page: Page, address: str) -> None:
    """A code that is folded away in its cell is shown when the filter finds it."""
    page.goto(f"{address}/compare/#condition:missing-parameter")
    row = page.locator("[id='condition:missing-parameter']")
    last = row.locator("details li").last
    expect(row).to_be_in_viewport()
    expect(last).to_be_hidden()
    page.get_by_role("searchbox", name="Words").fill(last.locator("a").text_content() or "")
    expect(last).to_be_visible()
    page.get_by_role("searchbox", name="Words").fill("")
    expect(last).to_be_hidden()


@pytest.mark.parametrize("width", [390, 900, 1440])
def test_verdicts_stay_in_their_cells(browser: Browser, address: str, width: int) -> None:
    """What to do never runs over into the next column."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}/compare/")
    verdicts = page.locator(".ec-compare .ec-tag")
    assert verdicts.count() > 50
    ends = "(all) => all.map((one) => one.getBoundingClientRect().right)"
    cells = page.locator(".ec-compare td:has(> .ec-tag)")
    for right, cell in zip(verdicts.evaluate_all(ends), cells.evaluate_all(ends), strict=True):
        assert right <= cell
    page.close()


def test_links(page: Page, address: str) -> None:
    """From a code's page to its condition, and from there to another provider's code."""
    page.goto(f"{address}/wechat/42001/")
    page.get_by_role("link", name="Token expired").click()
    row = page.locator("tr:target")
    expect(row).to_contain_text("Token expired")
    row.get_by_role("link", name="31504").click()
    expect(page).to_have_url(f"{address}/fresns/31504/")


@pytest.mark.parametrize("path", ["compare/", "compare/same-number/", "compare/responses/"])
@pytest.mark.parametrize("width", [320, 390])
def test_phone(browser: Browser, address: str, path: str, width: int) -> None:
    """On a phone nothing scrolls sideways."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{address}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_columns(page: Page, address: str, atlas: Atlas) -> None:
    """With few providers each has a column, whose head stays in sight."""
    page.goto(f"{address}/compare/#condition:resource-not-found")
    heads = page.locator(".ec-compare:has(tr:target) thead th")
    names = [provider.name for provider in atlas.providers]
    expect(heads).to_have_text(["Condition", "What to do", *names])
    for head in heads.all():
        expect(head).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_many_providers(browser: Browser, invented_address: str, width: int) -> None:
    """Ten providers fit: nothing scrolls sideways, each one's codes have room, and its name."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{invented_address}/compare/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cells = page.locator("td[data-provider]").all()
    providers = sorted([*invented.PLANETS, "hurtful", "large"])
    assert len(cells) == len(providers)
    for cell, provider in zip(cells, providers, strict=True):
        box = cell.bounding_box()
        assert box
        assert box["width"] >= 200
        said = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert said == f'"{provider.title()}"'
    page.close()
