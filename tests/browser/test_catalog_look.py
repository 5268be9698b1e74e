"""What a catalog looks like: where rows begin, what they say, how they are opened, on a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import looks

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas

ROWS = ".ec-catalog tr[id]"
PROVIDERS = ["fresns", "kakaotalk", "wechat"]
# What is less than 24 px high, but for links within a sentence.
SMALL = """() => [...document.querySelectorAll(
        "main :is(a[href], button, input, select, summary):not(p a)")]
    .filter((one) => one.checkVisibility() && one.getClientRects().length)
    .filter((one) => one.getBoundingClientRect().height < 24)
    .map((one) => one.outerHTML)"""
HEADS = """() => [...document.querySelectorAll(".ec-catalog thead th:first-child")]
    .map((one) => one.getBoundingClientRect())
    .filter(({ top, bottom }) => bottom > 0 && top < innerHeight)
    .map(({ top }) => top)"""


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900)])
@pytest.mark.parametrize("provider", PROVIDERS)
def test_first_row(browser: Browser, address: str, provider: str, width: int, height: int) -> None:
    """The first code stands in the first third of the screen."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{address}/{provider}/")
    box = page.locator(ROWS).first.bounding_box()
    assert box
    assert box["y"] <= height / 3
    page.close()


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize("page_of", ["", "changes/", "report/", "limits/"])
def test_pages_of_a_provider(page: Page, address: str, provider: str, page_of: str) -> None:
    """The pages of a provider lead to each other, and mark which one is read."""
    page.goto(f"{address}/{provider}/{page_of}")
    row = page.locator(".ec-local")
    names = [re.sub(r" \d+$", "", one) for one in row.locator("a").all_inner_texts()]
    assert names == ["Codes", "Changes", "Possible mistakes", "Limits", "Sources"]
    place = ["", "changes/", "report/", "limits/"].index(page_of)
    expect(row.locator("[aria-current=page]")).to_have_count(1)
    expect(row.locator("a").nth(place)).to_have_attribute("aria-current", "page")


def test_one_head(page: Page, address: str) -> None:
    """One head at a time stays in sight, right below the filter, whichever code set is read."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/kakaotalk/")
    for code in ("-1031", "-8002", "3050", "E915"):
        page.evaluate("id => document.getElementById(id).scrollIntoView({ block: 'center' })", code)
        bar = page.locator("[data-ec-filter]").bounding_box()
        assert bar
        tops = page.evaluate(HEADS)
        assert [round(top) for top in tops] == [round(bar["y"] + bar["height"])]


def test_ranges(page: Page, address: str, atlas: Atlas) -> None:
    """A range heads its rows within the table, its title before its ends."""
    page.goto(f"{address}/wechat/")
    expect(page.locator(".ec-catalog")).to_have_count(1)
    used = dict.fromkeys(code.range for code in atlas.catalogs["wechat"].codes if code.range)
    headings = page.locator(".ec-catalog h2")
    said = [" ".join(one.split()) for one in headings.all_inner_texts()]
    assert [f"{span.title} {span.first}" for span in used] == [
        re.split("\u2013| \u2013", one)[0] for one in said if one != "Other codes"
    ]
    page.locator(".md-sidebar--secondary a", has_text="Timed-out credential").click()
    looks.wait(page, "clear", "range:api:42001")


def test_what_to_do(page: Page, address: str, atlas: Atlas) -> None:
    """What to do is said of exceptions alone, in the verdict's colour; blank is to fix first."""
    page.goto(f"{address}/wechat/")
    verdict = atlas.conditions.verdict
    shown = page.locator(ROWS).evaluate_all(
        """all => all.map((row) => {
            const cell = row.cells[2]
            return [row.id, cell.innerText, getComputedStyle(cell).color]
        })"""
    )
    said = {code: text for code, text, _ in shown if text}
    codes = {code.anchor: code for code in atlas.catalogs["wechat"].codes}
    assert set(said) == {
        anchor
        for anchor, code in codes.items()
        if verdict(code).retry != "after-fix" and not code.success
    }
    assert set(said.values()) == {
        *("Retry later", "Log in again", "Get a new token", "Check first", "Don't retry"),
    }
    assert said["45009"] == "Check first"
    assert said["42001"] == "Get a new token"
    assert "Retry later" in said.values()
    colours = {(text, colour) for _, text, colour in shown}
    assert (
        len({colour for text, colour in colours if text in {"Retry later", "Check first", ""}}) == 3
    )
    expect(page.locator(".ec-catalog thead")).to_contain_text("blank: fix first")


def test_rare_badges(page: Page, address: str, atlas: Atlas) -> None:
    """No badge is on a third of the rows; what is new, or a possible mistake, is a choice."""
    page.goto(f"{address}/kakaotalk/")
    tags = page.locator(".ec-catalog .ec-tag").all_inner_texts()
    words = set(tags)
    assert words >= {"dropped", "disputed", "not in the document", "meaning changed"}
    assert not words & {"new", "back", "misleading text"}
    codes = atlas.catalogs["kakaotalk"].codes
    assert max(map(tags.count, words)) < len(codes) / 3
    review = atlas.reviews["kakaotalk"]
    for choice, found in {
        "new": [code for code in codes if code.just_added],
        "mistake": [code for code in codes if review.mistakes_in(code)],
        "dropped": [code for code in codes if code.dropped],
    }.items():
        page.goto(f"{address}/kakaotalk/")
        page.get_by_label("Show", exact=True).select_option(choice)
        expect(page.locator(f"{ROWS}:visible")).to_have_count(len(found))
        expect(page).to_have_url(f"{address}/kakaotalk/?only={choice}")
        page.reload()
        expect(page.locator(f"{ROWS}:visible")).to_have_count(len(found))


@pytest.mark.parametrize("provider", PROVIDERS)
def test_column_of_codes(browser: Browser, address: str, provider: str) -> None:
    """The column is as wide as its longest code and a character; its head ends where codes end."""
    with looks.opened(browser, 1440) as page:
        page.goto(f"{address}/{provider}/")
        for table in page.locator(".ec-catalog").all():
            links = table.locator("tbody th .ec-code")
            boxes = links.evaluate_all(
                "all => all.map((one) => one.getBoundingClientRect().toJSON())"
            )
            lengths = [len(text) for text in links.all_inner_texts()]
            assert len({round(box["right"]) for box in boxes}) == 1
            character = boxes[0]["width"] / lengths[0]
            left = table.evaluate("one => one.getBoundingClientRect().left")
            longest = max(lengths) * character
            room = boxes[0]["right"] - left - longest
            assert -0.5 <= room <= 1.5 * character
            head = table.locator("thead th").first.evaluate(
                """one => {
                    const text = document.createRange()
                    text.selectNodeContents(one)
                    return text.getBoundingClientRect().right
                }"""
            )
            assert abs(head - boxes[0]["right"]) <= 1
            anchor = table.locator(".ec-anchor").first.bounding_box()
            assert anchor
            assert anchor["x"] + anchor["width"] <= left + 1


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("provider", PROVIDERS)
def test_rows_of_a_phone(browser: Browser, address: str, provider: str, width: int) -> None:
    """A short message is in one line with its code; nothing to press is less than 24 px high."""
    with looks.opened(browser, width) as page:
        page.goto(f"{address}/{provider}/")
        assert page.evaluate(SMALL) == []
        heights = page.locator(ROWS).evaluate_all(
            """all => all
                .filter(({ cells }) => cells[1].innerText.length < 24 && !cells[2].innerText)
                .map((row) => row.offsetHeight)"""
        )
        assert len(heights) > 10
        assert min(heights) >= 24
        assert max(heights) <= 36
        starts = page.locator(f"{ROWS} .ec-message").evaluate_all(
            "all => all.map((one) => Math.round(one.closest('td').getBoundingClientRect().left))"
        )
        assert len(set(starts)) == 1


def test_choices_of_a_phone(browser: Browser, address: str) -> None:
    """On a phone the choices are behind a button, unless one of them narrows the page."""
    with looks.opened(browser, 390) as page:
        page.goto(f"{address}/wechat/")
        choice = page.get_by_label("What to do")
        expect(choice).to_be_hidden()
        more = page.get_by_role("button", name="More")
        more.click()
        expect(choice).to_be_visible()
        expect(more).to_have_attribute("aria-expanded", "true")
        more.click()
        expect(choice).to_be_hidden()
        page.goto(f"{address}/wechat/?retry=after-fix")
        expect(choice).to_be_visible()
        expect(choice).to_have_value("after-fix")
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        expect(page.locator("[data-ec-filter]")).not_to_be_in_viewport()


def test_enter(page: Page, address: str) -> None:
    """Enter opens the row that is left, or the one with just this code; of several none."""
    page.goto(f"{address}/kakaotalk/")
    search = page.get_by_role("searchbox", name="Filter")
    search.fill("template")
    search.press("Enter")
    search.fill("3016")
    expect(page.locator(f"{ROWS}:visible")).to_have_count(2)
    assert page.url == f"{address}/kakaotalk/?filter=3016"
    search.press("Enter")
    expect(page).to_have_url(f"{address}/kakaotalk/3016/")
    page.goto(f"{address}/wechat/?filter=invalid+oauth+code")
    expect(page.locator(f"{ROWS}:visible")).to_have_count(1)
    page.get_by_role("searchbox", name="Filter").press("Enter")
    expect(page).to_have_url(f"{address}/wechat/40029/")


@pytest.mark.parametrize("width", [390, 1440])
def test_whole_row(browser: Browser, address: str, width: int) -> None:
    """A row opens its code wherever it is clicked, but not while text in it is marked."""
    with looks.opened(browser, width) as page:
        page.goto(f"{address}/wechat/#40029")
        row = page.locator("[id='40029']")
        box = row.bounding_box()
        assert box
        message = row.locator(".ec-message").bounding_box()
        assert message
        middle = message["y"] + message["height"] / 2
        page.mouse.move(message["x"] + 2, middle)
        page.mouse.down()
        page.mouse.move(message["x"] + message["width"] - 2, middle)
        page.mouse.up()
        assert "OAuth" in page.evaluate("String(getSelection())")
        assert page.url.endswith("#40029")
        with page.context.expect_page() as opened:
            row.click(
                position={"x": box["width"] - 5, "y": box["height"] - 5}, modifiers=["Control"]
            )
        expect(opened.value).to_have_url(f"{address}/wechat/40029/")
        opened.value.close()
        row.click(position={"x": box["width"] - 5, "y": box["height"] - 5})
        expect(page).to_have_url(f"{address}/wechat/40029/")


def test_other_voices(page: Page, address: str) -> None:
    """Our words for a code that no document lists are in italics; a dropped code is dim."""
    page.goto(f"{address}/kakaotalk/")
    look = "all => [...new Set(all.map((one) => getComputedStyle(one).{}))]"
    said = page.locator(f"{ROWS}.ec-observed .ec-message")
    assert said.evaluate_all(look.replace("{}", "fontStyle")) == ["italic"]
    usual = page.locator(f"{ROWS}:not([class]) .ec-message")
    assert usual.evaluate_all(look.replace("{}", "fontStyle")) == ["normal"]
    dropped = page.locator(f"{ROWS}.ec-dropped .ec-message")
    (dim,) = dropped.evaluate_all(look.replace("{}", "color"))
    assert usual.evaluate_all(look.replace("{}", "color")) != [dim]
