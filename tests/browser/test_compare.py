"""Conditions across providers in a browser: filter, links, phone, and more providers than today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests import invented
from tests.browser import looks

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas

CONDITIONS = ".ec-compare tr[id]:visible"


def _shared(atlas: Atlas) -> set[str]:
    """Return the ids of the conditions that several providers have."""
    codes = atlas.conditions.codes
    return {
        one.id
        for one in atlas.conditions.chosen
        if len({code.provider.id for code in codes[one.id]}) > 1
    }


def test_filter(page: Page, address: str, atlas: Atlas) -> None:
    """Conditions are narrowed by words and verdict; the address follows."""
    page.goto(f"{address}/compare/")
    shown = page.locator(CONDITIONS)
    count = len(atlas.conditions.chosen)
    expect(page.locator("[data-ec-left]")).to_have_text(
        f"{len(_shared(atlas))} of {count} conditions"
    )
    page.get_by_role("searchbox", name="Words").fill("token expired")
    expect(shown.first).to_contain_text("Token expired")
    page.get_by_label("What to do").select_option("never")
    expect(shown).to_have_count(0)
    expect(page.get_by_text("No condition matches.")).to_be_visible()
    expect(page).to_have_url(f"{address}/compare/?words=token+expired&retry=never")
    page.goto(f"{address}/compare/?words=45009")
    expect(shown).to_have_count(1)
    expect(shown.first).to_contain_text("Quota used up")
    expect(page.get_by_role("heading", name="Credentials")).to_be_hidden()


def test_shared_first(page: Page, address: str, atlas: Atlas) -> None:
    """At first those of several providers are shown; all are a choice, in the address too."""
    shared, count = _shared(atlas), len(atlas.conditions.chosen)
    assert 0 < len(shared) < count
    page.goto(f"{address}/compare/")
    shown = page.locator(CONDITIONS)
    expect(shown).to_have_count(len(shared))
    assert set(shown.evaluate_all("all => all.map(({ id }) => id.split(':')[1])")) == shared
    page.get_by_label("Show").select_option("all")
    expect(shown).to_have_count(count)
    expect(page).to_have_url(f"{address}/compare/?show=all")
    page.reload()
    expect(shown).to_have_count(count)
    # Words look through all.
    alone = next(one for one in atlas.conditions.chosen if one.id not in shared)
    page.goto(f"{address}/compare/?words={alone.title}")
    expect(page.locator(f"[id='condition:{alone.id}']")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_named_in_the_address(browser: Browser, address: str, atlas: Atlas, width: int) -> None:
    """A condition, or a family, that the address names is in sight, whatever is chosen."""
    shared = _shared(atlas)
    alone = [one for one in atlas.conditions.chosen if one.id not in shared]
    with looks.opened(browser, width) as page:
        page.goto(f"{address}/compare/#condition:{alone[-1].id}")
        looks.wait(page, "clear", f"condition:{alone[-1].id}")
        expect(page.locator(CONDITIONS)).to_have_count(len(shared) + 1)
        page.evaluate("id => { location.hash = `#condition:${id}` }", alone[0].id)
        looks.wait(page, "clear", f"condition:{alone[0].id}")
        family = alone[0].family
        page.evaluate("id => { location.hash = `#family:${id}` }", family)
        looks.wait(page, "clear", f"family:{family}")
        for one in alone:
            row = page.locator(f"[id='condition:{one.id}']")
            expect(row).to_be_visible(visible=one.family == family)


def test_without_javascript(browser: Browser, address: str, atlas: Atlas) -> None:
    """Without scripts all conditions are shown, the failures before the successes."""
    with looks.opened(browser, 1440, java_script_enabled=False) as page:
        page.goto(f"{address}/compare/")
        expect(page.locator(CONDITIONS)).to_have_count(len(atlas.conditions.chosen))
        expect(page.locator(".ec-compare h2").last).to_have_text("Success")


def test_families(page: Page, address: str) -> None:
    """The list beside the page has the families that are shown, and leads to them."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/compare/?retry=never")
    entries = page.locator(".md-sidebar--secondary li:visible")
    headings = page.locator(".ec-compare h2:visible")
    assert headings.count() > 2
    expect(entries).to_have_text(headings.all_inner_texts())
    entries.last.locator("a").click()
    looks.wait(page, "clear", headings.last.get_attribute("id") or "")
    expect(
        page.locator(".md-nav__title", has_text="Families").locator("visible=true")
    ).to_have_count(1)


def test_explained_in_a_line(browser: Browser, address: str) -> None:
    """Below the name a line says what a condition maps to and is; beside it is the verdict."""
    with looks.opened(browser, 1440) as page:
        page.goto(f"{address}/compare/?show=all")
        rows = page.locator(CONDITIONS)
        heights = rows.locator("th small").evaluate_all("all => all.map((one) => one.offsetHeight)")
        assert len(heights) > 50
        assert max(heights) <= 24
        name, verdict = (rows.first.locator(one).bounding_box() for one in ("th", ".ec-tag"))
        assert name
        assert verdict
        assert abs(name["y"] - verdict["y"]) <= 4


def test_tabs(page: Page, address: str) -> None:
    """Three pages compare providers, each a tab of the others."""
    page.goto(f"{address}/compare/")
    for name, path in {
        "Same number": "same-number/",
        "Responses": "responses/",
        "Conditions": "",
    }.items():
        page.locator(".ec-local").get_by_role("link", name=name).click()
        expect(page).to_have_url(f"{address}/compare/{path}")
        expect(page.locator(".ec-local [aria-current=page]")).to_have_text(name)


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
    """What to do never runs out of its row."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}/compare/")
    verdicts = page.locator(".ec-compare .ec-tag")
    assert verdicts.count() > 50
    ends = "(all) => all.map((one) => one.getBoundingClientRect().right)"
    cells = page.locator(".ec-compare tr[id]")
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
    heads = page.locator(".ec-compare thead th")
    names = [provider.name for provider in atlas.providers]
    expect(heads).to_have_text(["Condition", "What to do", *names])
    row = page.locator("tr:target td[data-provider]").first
    for head in heads.all()[2:]:
        expect(head).to_be_in_viewport()
    above, cell = heads.nth(2).bounding_box(), row.bounding_box()
    assert above
    assert cell
    assert above["x"] == cell["x"]
    assert above["y"] + above["height"] <= cell["y"]


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
