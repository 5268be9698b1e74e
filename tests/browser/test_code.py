"""A code's page in a browser: what its copy buttons copy, phone, keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import SITE_URL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PLAIN = "WeChat 40029: Invalid OAuth code"
COPIED = {
    "Copy code": "40029",
    "Copy link": f"{SITE_URL}wechat/40029/",
}
# kinds of codes, on each of which the answer is on the first screen
FIRST_SCREEN = [
    *("wechat/45009", "wechat/40029", "wechat/0", "kakaotalk/3014", "kakaotalk/-3016"),
    *("kakaotalk/1000", "kakaotalk/3018", "fresns/30000", "fresns/34406"),
]


@pytest.mark.parametrize("button", COPIED)
def test_copy(browser: Browser, address: str, button: str) -> None:
    """Each button puts its text into the clipboard, and says so."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/wechat/40029/")
    shown = page.get_by_role("button", name=button)
    shown.click()
    expect(page.locator("[data-ec-copied]")).to_have_text(f"Copied: {COPIED[button]}")
    assert page.evaluate("navigator.clipboard.readText()") == COPIED[button]
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    expect(shown).to_be_visible(timeout=5000)
    context.close()


def test_copy_for_ticket(browser: Browser, address: str) -> None:
    """A ticket is told code, message, our reading and what to do; where links can be, by a link."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/wechat/40029/")
    page.get_by_role("button", name="Copy for ticket").click()
    expect(page.locator("[data-ec-copied]")).to_contain_text("Copied: WeChat 40029")
    text = page.evaluate("navigator.clipboard.readText()")
    title = page.locator(".ec-reading strong").inner_text().removesuffix(".")
    advice = page.locator(".ec-todo strong").inner_text()
    do = f"{advice[:1].lower()}{advice[1:]}"
    assert text == f"{PLAIN}. {title}: {do} {SITE_URL}wechat/40029/"
    html = page.evaluate(
        """navigator.clipboard.read().then(async ([item]) =>
             await (await item.getType("text/html")).text())"""
    )
    assert f'<a href="{SITE_URL}wechat/40029/"' in html
    assert f">{PLAIN}</a>" in html
    context.close()


@pytest.mark.parametrize("path", FIRST_SCREEN)
@pytest.mark.parametrize(("width", "most"), [(390, 844), (1440, 530)])
def test_first_screen(browser: Browser, address: str, path: str, width: int, most: int) -> None:
    """Message, our reading, what to do and the copy buttons are on the first screen, in order."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{address}/{path}/")
    parts = (".ec-headline", ".ec-reading", ".ec-todo", ".ec-buttons button >> nth=0")
    boxes = [page.locator(part).bounding_box() for part in parts]
    ends = [box["y"] + box["height"] for box in boxes if box]
    assert len(ends) == len(parts)
    assert ends == sorted(ends)
    assert ends[-1] <= most
    page.close()


@pytest.mark.parametrize("path", ["wechat/45009", "kakaotalk/3050", "fresns/34406"])
def test_targets(browser: Browser, address: str, path: str) -> None:
    """On a phone no button, and no link that stands alone, is lower than 24 px."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}/{path}/")
    alone = (
        ".ec-buttons button, .ec-codes a, .ec-place a, .ec-links > *, .ec-all a, .ec-neighbours a"
    )
    heights = page.locator(alone).evaluate_all("all => all.map(one => one.offsetHeight)")
    assert len(heights) > 8
    assert [height for height in heights if height < 24] == []
    page.close()


def test_neighbours_by_key(page: Page, address: str) -> None:
    """The head names the codes before and after, which the keys of the theme lead to."""
    page.goto(f"{address}/wechat/45009/")
    page.keyboard.press("n")
    expect(page.locator("h1")).to_have_text("45010")


def test_a_line_of_a_document(page: Page, address: str) -> None:
    """The place in the history leads to the line of the document, which the browser finds."""
    page.goto(f"{address}/wechat/45009/")
    place = page.locator(".ec-place a").first
    expect(place).to_have_text("r2.txt:80")
    place.click()
    page.wait_for_url("**/sources/wechat/r2.txt*")
    page.wait_for_function("scrollY > 0")


def test_report(browser: Browser, address: str) -> None:
    """A report of a mistake has the entry, the places in the documents, and the page."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/wechat/40029/")
    page.get_by_role("button", name="Report a mistake").click()
    expect(page.locator("[data-ec-copied]")).to_contain_text("Copied: What is wrong:")
    report = page.evaluate("navigator.clipboard.readText()")
    assert "Entry: WeChat 40029: Invalid OAuth code" in report
    assert "Document: data/wechat/r2.txt, line" in report
    assert report.endswith(f"Page: {SITE_URL}wechat/40029/")
    context.close()


@pytest.mark.parametrize("path", ["", "wechat/", "wechat/40029/", "programs/"])
def test_loads_what_it_needs(page: Page, address: str, path: str) -> None:
    """A page asks for nothing that is not there, and for no sitemap."""
    asked: list[tuple[int, str]] = []
    page.on("response", lambda response: asked.append((response.status, response.url)))
    page.goto(f"{address}/{path}")
    page.wait_for_load_state("networkidle")
    assert [one for one in asked if one[0] != 200 or "sitemap" in one[1]] == []
    assert len(asked) > 3


@pytest.mark.parametrize("width", [390, 1440])
def test_another_meaning_stands_first(browser: Browser, invented_address: str, width: int) -> None:
    """What contradicts the document stands above the verdict; sources are one click away."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{invented_address}/hurtful/101/")
    warning = page.locator(".ec-disputed")
    boxes = [one.bounding_box() for one in (warning, page.locator(".ec-todo"))]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
    source = warning.get_by_role("link")
    expect(source).to_be_hidden()
    warning.locator("summary").click()
    expect(source).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_an_observed_code(page: Page, invented_address: str) -> None:
    """A code that no document lists is found like any other, and says that it is none's."""
    page.goto(f"{invented_address}/hurtful/#900")
    row = page.locator('[id="900"]')
    expect(row).to_be_in_viewport()
    expect(row.locator(".ec-tag")).to_have_text("not in the document")
    row.get_by_role("link", name="900", exact=True).click()
    expect(page.locator("h1")).to_have_text("900")
    expect(page.locator("#ec\\:revisions")).to_have_count(0)
    expect(page.get_by_text("No document in the atlas lists this code.")).to_be_visible()


def test_copy_without_the_clipboard_api(browser: Browser, address: str) -> None:
    """Where the browser gives no access to the clipboard, the old way is taken."""
    context = browser.new_context(permissions=["clipboard-read"])
    page = context.new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(f"{address}/kakaotalk/-3016/")
    button = page.get_by_role("button", name="Copy code")
    button.click()
    expect(page.locator("[data-ec-copied]")).to_have_text("Copied: -3016")
    expect(button).to_be_focused()
    context.close()


def test_copy_by_keyboard(page: Page, address: str) -> None:
    """The copy buttons come right after what to do, and answer to keys."""
    page.goto(f"{address}/kakaotalk/3050/")
    button = page.get_by_role("button", name="Copy for ticket")
    page.get_by_role("link", name="our reading").last.focus()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-ec-copied]")).to_contain_text("3050")


def test_both_meanings(page: Page, address: str) -> None:
    """3050 shows both of its meanings at once, in the order of the document."""
    page.goto(f"{address}/kakaotalk/3050/")
    items = page.locator(".ec-headline li").all_inner_texts()
    assert [item.split("\n")[0] for item in items] == [
        "Opt out spec. (N type) unsupported",
        "Non-KakaoTalk user",
    ]


@pytest.mark.parametrize(
    "path", ["wechat/40029", "kakaotalk/3018", "kakaotalk/-3217", "fresns/34406"]
)
@pytest.mark.parametrize("width", [320, 390])
def test_phone(browser: Browser, address: str, path: str, width: int) -> None:
    """On a phone nothing scrolls sideways."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{address}/{path}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_without_javascript(browser: Browser, address: str) -> None:
    """Without JavaScript all is there but the copy buttons."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/wechat/40029/")
    expect(page.locator(".ec-headline")).to_have_text("Invalid OAuth code")
    expect(page.locator("[data-ec-copy]")).to_be_hidden()
    context.close()
