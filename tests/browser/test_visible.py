"""What is seen: as many rows as are counted, nothing that is hidden, lines that are even."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import looks

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas

# Rows of the tables that have a box.
ROWS = """() => [...document.querySelectorAll(".ec-compare tbody tr[id]")]
    .filter((row) => row.getBoundingClientRect().height > 0).length"""


@pytest.mark.parametrize("width", [390, 1440])
def test_hidden_is_hidden(
    browser: Browser, address: str, site: Path, atlas: Atlas, width: int
) -> None:
    """Nothing with `hidden`, and nothing within, has a box, on any page and after any question."""
    shown = []
    with looks.opened(browser, width) as page:
        for path in (*looks.pages(site, atlas), *looks.STATES):
            page.goto(f"{address}/{path}")
            shown += [f"{path}: {one}" for one in looks.look(page, "hidden")]
    assert shown == []


@pytest.mark.parametrize("question", ["retry=never", "words=token"])
@pytest.mark.parametrize("width", [390, 1440])
def test_rows_that_match(browser: Browser, address: str, width: int, question: str) -> None:
    """Of the conditions as many are seen as the filter counts."""
    with looks.opened(browser, width) as page:
        page.goto(f"{address}/compare/?{question}")
        left = page.locator("[data-ec-left]")
        expect(left).to_contain_text(" of ")
        count = int((left.text_content() or "").split()[0])
        assert 0 < count < 30
        assert page.evaluate(ROWS) == count


@pytest.mark.parametrize("path", ["compare/", "discrepancies/"])
def test_more(page: Page, address: str, path: str) -> None:
    """With "more" no icon of the theme sticks out, and nothing makes its line higher."""
    page.goto(f"{address}/{path}")
    folds = looks.look(page, "folds")
    assert len(folds) > 2
    for signs, height in folds:
        assert signs == 0
        assert height < 1.8


@pytest.mark.parametrize("width", [390, 960, 1024, 1440])
def test_no_broken_word(browser: Browser, address: str, width: int) -> None:
    """A name of RPC stands in one line, within its cell."""
    with looks.opened(browser, width) as page:
        page.goto(f"{address}/compare/?show=all")
        lines = page.locator(".ec-compare tbody code").evaluate_all(
            """all => all.map((one) => {
                const room = one.closest("th, td").getBoundingClientRect().right
                return one.getBoundingClientRect().right <= room && one.getClientRects().length
            })"""
        )
        assert len(lines) > 50
        assert set(lines) == {1}


@pytest.mark.parametrize("width", [390, 1440])
def test_empty_sections(browser: Browser, address: str, width: int) -> None:
    """How a response carries the codes of a section is seen while one of these codes is."""
    with looks.opened(browser, width) as page:
        page.goto(f"{address}/kakaotalk/")
        boxes = page.locator(".ec-response:visible")
        expect(boxes).to_have_count(2)
        search = page.get_by_role("searchbox", name="Filter")
        search.fill("-1008")
        expect(page.locator(".ec-catalog tr[id]:visible")).to_have_count(1)
        expect(boxes).to_have_count(1)
        expect(boxes).to_contain_text("header.resultCode")
        search.fill("nothing has this")
        expect(boxes).to_have_count(0)
        search.fill("")
        expect(boxes).to_have_count(2)


@pytest.mark.parametrize("path", ["kakaotalk/", "wechat/"])
def test_nothing_is_left(page: Page, address: str, path: str) -> None:
    """Where no row is left, no contents are, no response, and no heading but the page's."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/{path}?filter=nothing+has+this")
    expect(page.locator("[data-ec-nothing]")).to_be_visible()
    expect(page.locator(".ec-response:visible")).to_have_count(0)
    expect(page.locator(".md-nav__title", has_text="Ranges").locator("visible=true")).to_have_count(
        0
    )
    expect(page.locator("main :is(h2, h3):visible")).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".md-nav__title", has_text="Ranges").locator("visible=true")).to_have_count(
        1
    )
    expect(page.locator(".ec-response:visible").first).to_be_visible()


def test_quotes(page: Page, address: str) -> None:
    """Between quotation marks stands a message alone, without blanks at its ends, or a code."""
    page.goto(f"{address}/discrepancies/")
    said = page.locator(".ec-quote").evaluate_all("all => all.map((one) => one.textContent)")
    assert len(said) > 100
    assert [text for text in said if text != text.strip()] == []
    within = page.locator(".ec-quote :is(a, .ec-code), .ec-code .ec-quote")
    expect(within).to_have_count(0)


@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize("path", ["kakaotalk/", "kakaotalk/changes/"])
def test_facts(browser: Browser, address: str, path: str, width: int) -> None:
    """Facts stand even, with a point between two of a line, and none before or behind a line."""
    with looks.opened(browser, width) as page:
        page.goto(f"{address}/{path}")
        places = looks.look(page, "facts")
        assert {round(blank) for kind, blank in places if kind == "first"} == {0}
        blanks = {round(blank) for kind, blank in places if kind == "next"}
        # A size of text for each line of facts of a page; on a phone each fact may have its own.
        assert len(blanks) == 1 or (width < 400 and not blanks)
        line = page.locator(".ec-facts").last
        line.scroll_into_view_if_needed()
        box = line.bounding_box()
        assert box
        # Beside a link's outline there is nothing.
        strip = {"x": max(box["x"] - 14, 0), "y": box["y"], "width": 9, "height": box["height"]}
        assert len(looks.colours(browser, page.screenshot(clip=strip))) == 1  # type: ignore[arg-type]


def test_legend_of_one_revision(page: Page, address: str) -> None:
    """Where there is nothing to compare with, nothing is called unchanged."""
    page.goto(f"{address}/fresns/changes/")
    legend = page.locator(".ec-picture figcaption")
    expect(legend).to_contain_text("with a possible mistake")
    expect(legend).not_to_contain_text("changed")


@pytest.mark.parametrize("provider", ["kakaotalk", "wechat"])
def test_legend_counts_alike(page: Page, address: str, provider: str) -> None:
    """The picture's legend counts each kind of change once, and as many as there are squares."""
    page.goto(f"{address}/{provider}/changes/")
    legend = page.locator(".ec-picture .ec-legend li").all_inner_texts()
    counted = {words: int(count) for count, words in (one.split(maxsplit=1) for one in legend)}
    assert len(counted) == len(legend) > 4
    titles = page.locator(".ec-cells a").evaluate_all("all => all.map((one) => one.title)")
    said = Counter(title.partition(", ")[2].partition(": ")[0] for title in titles)
    assert counted == said


def test_nearest(page: Page, address: str, invented_address: str) -> None:
    """Of a code that nobody lists only what is near is called so; the notice ends with its text."""
    page.goto(f"{address}/kakaotalk/?code=77777")
    notice = page.locator("[data-ec-notice]")
    expect(notice).to_contain_text("77777")
    expect(notice).not_to_contain_text("9999")
    page.goto(f"{invented_address}/mars/?code=199")
    expect(notice).to_contain_text("Nearest listed: 101, 200")
    above, below = looks.look(page, "room", "[data-ec-notice]")
    assert abs(above - below) <= 6


@pytest.mark.parametrize("width", [390, 1024, 1440, 1920])
def test_pages_begin_alike(browser: Browser, address: str, width: int) -> None:
    """A page that is missing begins where all others do."""
    with looks.opened(browser, width) as page:
        starts: dict[str, float] = {}
        for path in ("sources/", "kakaotalk/3050/", "nowhere/", "kakaotalk/99999/"):
            page.goto(f"{address}/{path}")
            box = page.locator("h1").bounding_box()
            assert box
            starts[path] = box["x"] if path != "kakaotalk/3050/" else starts["sources/"]
        assert len(set(starts.values())) == 1


def test_titles(page: Page, address: str) -> None:
    """Titles and headings say what a page is of, once."""
    page.goto(address)
    expect(page).to_have_title("Error Code Atlas: look up API error codes")
    page.goto(f"{address}/kakaotalk/99999/")
    expect(page).to_have_title("99999 is not listed for KakaoTalk")
    expect(page.get_by_role("heading", level=1)).to_have_text("99999 is not listed for KakaoTalk")


def test_nothing_is_cut(browser: Browser, address: str, site: Path, atlas: Atlas) -> None:
    """On a wide screen no table is cut at its edge."""
    cut = []
    with looks.opened(browser, 1440) as page:
        for path in looks.pages(site, atlas):
            page.goto(f"{address}/{path}")
            cut += [f"{path}: {one}" for one in looks.look(page, "cut")]
    assert cut == []


@pytest.mark.parametrize("path", ["", "kakaotalk/", "wechat/45009/"])
def test_menu(browser: Browser, address: str, path: str) -> None:
    """On a phone the menu opens, and leads to every page that has a tab on a wide screen."""
    with looks.opened(browser, 1440) as page:
        page.goto(f"{address}/{path}")
        expect(page.locator(".md-sidebar--primary")).to_be_hidden()
        tabs = [one.strip() for one in page.locator(".md-tabs a").all_inner_texts()]
    with looks.opened(browser, 390) as page:
        page.goto(f"{address}/{path}")
        page.get_by_role("button", name="Menu", exact=True).click()
        menu = page.locator(".md-nav--primary > ul > li > a:visible")
        expect(menu.first).to_be_visible()
        assert [one.strip() for one in menu.all_inner_texts()] == tabs
        for link in menu.all():
            expect(link).to_be_in_viewport()
