"""The catalog page in a browser: filter, anchors, codes that nobody lists, phone, keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests import invented

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, Route

    from macros.atlas import Atlas

VISIBLE_ROWS = ".ec-catalog tr[id]:visible"


def _row(page: Page, code: str) -> Locator:
    return page.locator(f'[id="{code}"]')


def _with_words(atlas: Atlas, provider: str, *words: str) -> list[str]:
    """Return the anchors of the codes whose code and meanings have all these words."""
    codes = atlas.catalogs[provider].codes
    texts = {code.anchor: f"{code.code} {' '.join(code.meanings)}".lower() for code in codes}
    return [anchor for anchor, text in texts.items() if all(word in text for word in words)]


def _is_clear_of_the_header(row: Locator) -> bool:
    """Whether the browser would give a click in the row's upper left corner to the row."""
    return bool(
        row.evaluate(
            """row => {
                const box = row.getBoundingClientRect()
                const hit = document.elementFromPoint(box.left + 5, box.top + 3)
                return row.contains(hit) && box.bottom <= innerHeight
            }"""
        )
    )


def test_filter(page: Page, address: str, atlas: Atlas) -> None:
    """The filter narrows the table to rows with every word, says how many, hides empty sections."""
    page.goto(f"{address}/kakaotalk/")
    left = page.locator("[data-ec-left]")
    count = len(atlas.catalogs["kakaotalk"].codes)
    expect(left).to_have_text(f"{count} codes")
    page.get_by_role("searchbox", name="Filter").fill("TEMPLATE carousel")
    found = _with_words(atlas, "kakaotalk", "template", "carousel")
    expect(page.locator(VISIBLE_ROWS)).to_have_count(len(found))
    expect(left).to_have_text(f"{len(found)} of {count} codes")
    for anchor in found:
        expect(_row(page, anchor)).to_be_visible()
    codes = [atlas.catalogs["kakaotalk"].by_address[anchor] for anchor in found]
    shown = {code.code_set.title for code in codes}
    for code_set in atlas.catalogs["kakaotalk"].provider.code_sets:
        heading = page.get_by_role("heading", name=code_set.title)
        expect(heading).to_be_visible(visible=code_set.title in shown)
    sections = len(shown) + len({code.range for code in codes})
    expect(page.locator(".md-nav--secondary li:visible")).to_have_count(sections)
    in_tables = len({code.range for code in codes})
    expect(page.locator(".ec-group:visible")).to_have_count(in_tables)
    nothing = page.locator("[data-ec-nothing]")
    expect(nothing).to_be_hidden()
    page.get_by_role("searchbox", name="Filter").fill("nothing has this")
    expect(left).to_have_text(f"0 of {count} codes")
    expect(nothing).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(VISIBLE_ROWS)).to_have_count(count)
    expect(page.get_by_role("searchbox", name="Filter")).to_be_focused()
    expect(nothing).to_be_hidden()


def test_filter_from_far_below(page: Page, address: str) -> None:
    """Filtering from any place brings the first row into sight, and drops the old anchor."""
    page.goto(f"{address}/kakaotalk/#3050")
    expect(_row(page, "3050")).to_be_in_viewport()
    page.get_by_role("searchbox", name="Filter").fill("template")
    first = page.locator(VISIBLE_ROWS).first
    expect(first).to_be_in_viewport()
    assert _is_clear_of_the_header(first)
    expect(page).to_have_url(f"{address}/kakaotalk/?filter=template")


def test_filter_by_code(page: Page, address: str, atlas: Atlas) -> None:
    """A code in the filter finds it in either sign; with the minus, signed codes alone."""
    page.goto(f"{address}/kakaotalk/")
    page.get_by_role("searchbox", name="Filter").fill("3016")
    found = _with_words(atlas, "kakaotalk", "3016")
    assert {"3016", "-3016"} <= set(found)
    expect(page.locator(VISIBLE_ROWS)).to_have_count(len(found))
    for text in ("\u22123016", '"-3016",', "(-3016)", " -3016 "):
        page.get_by_role("searchbox", name="Filter").fill(text)
        expect(page.locator(VISIBLE_ROWS)).to_have_count(1)
    expect(_row(page, "-3016")).to_be_visible()


def test_filter_reads_codes_and_messages_alone(page: Page, address: str) -> None:
    """The filter finds no badge: of what a row shows, only the code and its messages count."""
    page.goto(f"{address}/kakaotalk/")
    expect(page.locator(".ec-tag--dropped").first).to_be_visible()
    page.get_by_role("searchbox", name="Filter").fill("dropped")
    expect(page.locator("[data-ec-left]")).to_have_text(re.compile("^0 of "))


def test_filter_by_condition(page: Page, address: str, atlas: Atlas) -> None:
    """Rows are narrowed by condition and verdict too, in the address as well; a button ends it."""
    codes = atlas.catalogs["kakaotalk"].codes
    alike = [one for one in codes if atlas.condition_of(one).id == "template-mismatch"]
    found = [one for one in alike if atlas.conditions.verdict(one).retry == "after-fix"]
    page.goto(f"{address}/kakaotalk/")
    page.get_by_label("Condition").select_option("template-mismatch")
    expect(page.locator(VISIBLE_ROWS)).to_have_count(len(alike))
    # Single codes of a condition can have another verdict.
    assert 0 < len(found) < len(alike)
    page.get_by_label("What to do").select_option("after-fix")
    expect(page.locator(VISIBLE_ROWS)).to_have_count(len(found))
    expect(page.locator("[data-ec-left]")).to_have_text(f"{len(found)} of {len(codes)} codes")
    query = "?condition=template-mismatch&retry=after-fix"
    expect(page).to_have_url(f"{address}/kakaotalk/{query}")
    page.get_by_role("searchbox", name="Filter").fill(found[0].code)
    expect(page.locator(VISIBLE_ROWS)).to_have_count(1)
    page.reload()
    expect(page.locator(VISIBLE_ROWS)).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(VISIBLE_ROWS)).to_have_count(len(codes))
    expect(page.get_by_label("What to do")).to_have_value("")
    expect(page).to_have_url(f"{address}/kakaotalk/")
    page.goto(f"{address}/kakaotalk/?retry=perhaps")
    expect(page.locator(VISIBLE_ROWS)).to_have_count(len(codes))


def test_filter_in_the_address(page: Page, address: str, atlas: Atlas) -> None:
    """A filtered view can be linked: the address follows the filter, and the filter the address."""
    page.goto(f"{address}/wechat/")
    page.get_by_role("searchbox", name="Filter").fill("access token")
    expect(page).to_have_url(f"{address}/wechat/?filter=access+token")
    page.reload()
    expect(page.get_by_role("searchbox", name="Filter")).to_have_value("access token")
    found = _with_words(atlas, "wechat", "access", "token")
    expect(page.locator(VISIBLE_ROWS)).to_have_count(len(found))
    page.get_by_role("searchbox", name="Filter").fill("")
    expect(page).to_have_url(f"{address}/wechat/")


@pytest.mark.parametrize("width", [390, 1280])
def test_anchor(browser: Browser, address: str, width: int) -> None:
    """The row of the address is marked and in sight, clear of header, filter and table head."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    for code in ("-3016", "3016", "E915", "3050", "0", "-9999", "E999"):
        page.goto("about:blank")
        page.goto(f"{address}/kakaotalk/#{code}")
        row = _row(page, code)
        expect(row).to_be_in_viewport()
        page.wait_for_function("scrollY > 0 || location.hash === '#0'")
        assert _is_clear_of_the_header(row)
        marked = row.evaluate("row => row.matches(':target') && getComputedStyle(row).outlineStyle")
        assert marked == "solid"
    page.close()


def test_anchor_of_a_filtered_row(page: Page, address: str) -> None:
    """An anchor wins over a filter that would hide its row."""
    page.goto(f"{address}/wechat/?filter=menu#40029")
    expect(_row(page, "40029")).to_be_in_viewport()
    expect(page.get_by_role("searchbox", name="Filter")).to_have_value("")


def test_anchor_in_another_case(page: Page, address: str) -> None:
    """Letters of a code may come in any case."""
    page.goto(f"{address}/kakaotalk/#e915")
    expect(page).to_have_url(f"{address}/kakaotalk/#E915")
    expect(_row(page, "E915")).to_be_in_viewport()


def test_range(page: Page, invented_address: str) -> None:
    """A code that only a range covers goes to the row of the range, one beside it to none."""

    def with_ranges(route: Route) -> None:
        body = route.fetch().text()
        for last in ("400", "390"):
            body = body.replace('<tr id="20', f'<tr data-first="300" data-last="{last}" id="r20', 1)
        route.fulfill(body=body, content_type="text/html")

    page.route("**/earth/?code=*", with_ranges)
    page.goto(f"{invented_address}/earth/?code=350")
    expect(page).to_have_url(f"{invented_address}/earth/#r201")
    page.goto(f"{invented_address}/earth/?code=401")
    expect(page.locator("[data-ec-notice]")).to_contain_text("401")


@pytest.mark.parametrize("ending", ["#199", "?code=199", "#%3Cb%3E", "?code=%3Cb%3E"])
def test_unknown_code(page: Page, invented_address: str, ending: str) -> None:
    """An anchor or question for an unknown code is told so, with the provider's own page."""
    page.goto(f"{invented_address}/mars/{ending}")
    notice = page.locator("[data-ec-notice]")
    name = "199" if "199" in ending else "<b>"
    expect(notice).to_contain_text(f"{name} is not listed")
    expect(notice.get_by_role("link", name="Mars Works's current page")).to_have_attribute(
        "href", "https://orbit.example/errors"
    )
    around = notice.locator("a.ec-code")
    expect(around).to_have_text(["101", "200"] if name == "199" else [])


def test_known_code_in_the_question(page: Page, address: str) -> None:
    """`?code=` of a listed code goes to its row."""
    page.goto(f"{address}/kakaotalk/?code=-3016")
    expect(page).to_have_url(f"{address}/kakaotalk/#-3016")
    expect(_row(page, "-3016")).to_be_in_viewport()
    expect(page.locator("[data-ec-notice]")).to_be_hidden()


def test_following_anchors(page: Page, address: str) -> None:
    """Going from anchor to anchor marks the new row, and says when there is none."""
    page.goto(f"{address}/wechat/#99999")
    notice = page.locator("[data-ec-notice]")
    expect(notice).to_be_visible()
    page.evaluate("location.hash = '#40029'")
    expect(notice).to_be_hidden()
    expect(_row(page, "40029")).to_be_in_viewport()
    page.evaluate("location.hash = '#range:api:41001'")
    expect(notice).to_be_hidden()


def test_keyboard(page: Page, address: str) -> None:
    """Filter, code links and anchors are reached and used by keys alone."""
    page.goto(f"{address}/wechat/")
    page.get_by_role("searchbox", name="Filter").focus()
    page.keyboard.type("40029")
    expect(page.locator(VISIBLE_ROWS)).to_have_count(1)
    link = _row(page, "40029").get_by_role("link", name="40029", exact=True)
    for _ in range(10):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Link to the row of 40029")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/wechat/?filter=40029#40029")
    # Following an anchor makes its row the place where the keyboard goes on.
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/wechat/40029/")


@pytest.mark.parametrize("path", ["", "wechat/", "kakaotalk/", "fresns/", "sources/"])
def test_phone(browser: Browser, address: str, path: str) -> None:
    """On a phone nothing scrolls sideways, and rows keep code and message."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    if path == "kakaotalk/":
        expect(_row(page, "-3217").locator(".ec-message")).to_be_visible()
        box = _row(page, "-3217").locator(".ec-message").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    page.close()


def test_without_javascript(browser: Browser, address: str) -> None:
    """Without JavaScript the rows, anchors and links are all there, and no dead control."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/kakaotalk/#-3016")
    expect(_row(page, "-3016")).to_be_in_viewport()
    expect(page.locator("[data-ec-filter]")).to_be_hidden()
    context.close()


def test_print(page: Page, address: str) -> None:
    """On paper there are the rows, and no controls."""
    page.goto(f"{address}/wechat/")
    page.emulate_media(media="print")
    expect(page.locator("[data-ec-filter]")).to_be_hidden()
    expect(_row(page, "40029")).to_be_visible()


def test_a_thousand_rows(page: Page, invented_address: str) -> None:
    """The filter finds its rows among 1,000, typed key by key."""
    page.goto(f"{invented_address}/large/")
    page.get_by_role("searchbox", name="Filter").press_sequentially("busy 41")
    count = sum("41" in f"{code} {message}" for code, message in invented.large().items())
    expect(page.locator("[data-ec-left]")).to_have_text(f"{count} of 1000 codes")
    expect(page.locator(VISIBLE_ROWS)).to_have_count(count)
