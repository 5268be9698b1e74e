"""The home page in a browser: one box, an answer with a verdict, and else what to do next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import looks

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

ANSWERS = "[data-ec-answers] > li"
TWO = '{"errcode":40029,"errmsg":"invalid code"}\n{"header":{"resultCode":-3016}}'
FRAME = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def _box(page: Page) -> Locator:
    return page.get_by_label("Paste a code, a message or a whole response")


def _asked(page: Page, address: str, text: str) -> Locator:
    """Ask the home page something; return the answers."""
    page.goto(f"{address}/")
    _box(page).fill(text)
    return page.locator(ANSWERS)


def _said(page: Page) -> Locator:
    return page.locator("[data-ec-said]")


def test_focus(browser: Browser, address: str) -> None:
    """Who has a mouse can type at once; on a phone, or at a place of the page, nothing hides it."""
    with looks.opened(browser, 1280) as page:
        page.goto(f"{address}/")
        expect(_box(page)).to_be_focused()
        page.goto(f"{address}/sources/")
        page.goto(f"{address}/#ec:providers")
        expect(page.get_by_role("heading", name="Providers")).to_be_in_viewport()
        page.evaluate(FRAME)
        expect(_box(page)).not_to_be_focused()
    with looks.opened(browser, 390, has_touch=True, is_mobile=True) as page:
        page.goto(f"{address}/")
        page.wait_for_load_state("networkidle")
        expect(_box(page)).to_be_visible()
        expect(_box(page)).not_to_be_focused()


def test_paste_anywhere(page: Page, address: str) -> None:
    """A paste is answered wherever the focus is, and once where it is in the box."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/")
    page.evaluate("navigator.clipboard.writeText('errcode 40029')")
    for focused in (page.get_by_role("link", name="KakaoTalk Bizmessage"), _box(page)):
        _box(page).fill("")
        focused.focus()
        page.keyboard.press("ControlOrMeta+V")
        expect(_box(page)).to_have_value("errcode 40029")
        expect(_box(page)).to_be_focused()
        expect(page.locator(ANSWERS)).to_contain_text(["40029 WeChat"])
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/wechat/40029/")


def test_one_box(page: Page, address: str) -> None:
    """The header has no second search on the home page, on no screen; its keys lead to the box."""
    page.goto(f"{address}/")
    expect(page.get_by_role("textbox")).to_have_count(1)
    expect(page.locator("[for=__search]:visible")).to_have_count(0)
    page.get_by_role("link", name="KakaoTalk Bizmessage").focus()
    page.keyboard.press("/")
    expect(_box(page)).to_be_focused()
    expect(_box(page)).to_have_value("")
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.locator("[for=__search]:visible")).to_have_count(0)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/sources/")
    expect(page.get_by_role("textbox", name="Search")).to_be_visible()


def test_card(page: Page, address: str) -> None:
    """An answer has its verdict, and its button copies what the code's page copies."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answers = _asked(page, address, "45009")
    expect(answers).to_have_count(1)
    verdict = answers.locator(".ec-do")
    expect(verdict).to_be_in_viewport()
    said = verdict.inner_text()
    answers.get_by_role("button", name="Copy for ticket").click()
    expect(answers.get_by_role("button")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("WeChat 45009: ")
    assert copied.endswith("/wechat/45009/")
    answers.get_by_role("link").click()
    expect(page.locator(".ec-todo .ec-do")).to_have_text(said)
    page.evaluate("navigator.clipboard.writeText('')")
    page.get_by_role("button", name="Copy for ticket").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == copied


def test_cards_in_line(browser: Browser, address: str) -> None:
    """The text of all cards begins at one place, the widest code at the edge of its card."""
    with looks.opened(browser, 1440) as page:
        answers = _asked(page, address, "3016")
        expect(answers).to_have_count(2)
        expect(page.locator(".ec-answer--enter")).to_have_count(1)
        texts = {_left(card.locator(".ec-answer__says")) for card in answers.all()}
        assert len(texts) == 1
        before = [_left(card.locator("strong > *").nth(0)) - _left(card) for card in answers.all()]
        whose = [_left(card.locator(".ec-whose")) - _left(card) for card in answers.all()]
        assert 0 < min(before + whose) <= 16


def _left(shown: Locator) -> float:
    box = shown.bounding_box()
    assert box
    return box["x"]


def test_whole_card(page: Page, address: str) -> None:
    """All of a card but its button is its link, and shows that it is."""
    answers = _asked(page, address, "45009")
    box = answers.bounding_box()
    button = answers.get_by_role("button").bounding_box()
    assert box
    assert button
    fill = "one => getComputedStyle(one).backgroundColor"
    still = answers.evaluate(fill)
    edge = (box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)
    assert edge[0] > button["x"] + button["width"]
    page.mouse.move(*edge)
    assert answers.evaluate(fill) != still
    page.mouse.click(*edge)
    expect(page).to_have_url(f"{address}/wechat/45009/")


def test_ring_of_the_box(browser: Browser, address: str) -> None:
    """The ring around the box that has the focus is within it, on any screen."""
    for width in (390, 1440):
        with looks.opened(browser, width) as page:
            page.goto(f"{address}/")
            _box(page).focus()
            page.keyboard.press("a")
            style = _box(page).evaluate(
                "box => [getComputedStyle(box).outlineStyle, ...['outlineWidth', 'outlineOffset']"
                ".map((one) => parseFloat(getComputedStyle(box)[one]))]"
            )
            assert style[0] == "solid"
            assert style[1] > 0
            assert style[1] + style[2] <= 0


def test_copy_that_is_refused(browser: Browser, address: str) -> None:
    """What cannot be copied is shown, so that it can be marked by hand."""
    with looks.opened(browser, 1280) as page:
        page.add_init_script(
            "navigator.clipboard.write = () => Promise.reject();"
            "navigator.clipboard.writeText = () => Promise.reject();"
            "document.execCommand = () => false"
        )
        answers = _asked(page, address, "45009")
        answers.get_by_role("button", name="Copy for ticket").click()
        expect(_said(page)).to_contain_text("Copy this: WeChat 45009: ")


def test_several_codes(page: Page, address: str) -> None:
    """Each code of a paste has a card, signs hang before it; Enter follows none, and says so."""
    answers = _asked(page, address, TWO)
    expect(answers).to_contain_text(["40029 WeChat", "-3016 KakaoTalk"])
    ends = []
    for card in answers.all():
        expect(card.locator(".ec-do")).to_be_visible()
        box = card.locator(".ec-code").bounding_box()
        assert box
        ends.append(box["x"] + box["width"])
    assert len(set(ends)) == 1
    expect(_said(page)).to_have_text("2 results. Choose one.")
    page.keyboard.press("Enter")
    expect(_said(page)).to_have_text("2 results. Choose one. Enter opens only what is certain.")
    page.evaluate(FRAME)
    assert page.url == f"{address}/"


def test_condition_that_was_found(page: Page, address: str) -> None:
    """What was found by the name of its condition shows that name, with what was typed marked."""
    answers = _asked(page, address, "rate limit")
    expect(answers.first.locator(".ec-answer__do mark")).to_have_text(["Rate", "limit"])
    expect(_said(page)).to_contain_text("Choose one.")
    answers.last.get_by_role("button", name="Show all").click()
    card = answers.filter(has=page.locator("strong", has_text="45009"))
    expect(card.locator("small")).to_have_text("“Quota used up” is also called “rate limit”.")
    expect(card.locator("small mark")).to_have_text(["rate", "limit"])
    expect(card.locator(".ec-answer__do mark")).to_have_count(0)


def test_nothing_found(page: Page, address: str) -> None:
    """Where nothing is found there are the catalogs to look through."""
    answers = _asked(page, address, "zzzqqq")
    expect(answers).to_contain_text(["Nothing found for “zzzqqq”. Paste the whole response"])
    expect(_said(page)).to_have_text("No results")
    answers.get_by_role("link", name="WeChat").click()
    expect(page).to_have_url(f"{address}/wechat/")


def test_not_listed(page: Page, address: str) -> None:
    """A code that its provider does not list shows the nearest ones and the provider's own page."""
    answers = _asked(page, address, "wechat 40034")
    expect(answers).to_contain_text(["40034 is not listed for WeChat"])
    expect(answers.get_by_text("Nearest listed: 40033, 40035.")).to_be_visible()
    expect(answers.get_by_role("link", name="Its current page")).to_be_visible()
    answers.get_by_role("link", name="40035").click()
    expect(page).to_have_url(f"{address}/wechat/40035/")


def test_observed(page: Page, address: str) -> None:
    """A code that no document lists says so beside what to do."""
    answers = _asked(page, address, "40163")
    expect(answers.get_by_text("not in the document; see its sources")).to_be_visible()
    expect(answers.locator(".ec-do")).to_be_visible()


def test_try_again(page: Page, address: str) -> None:
    """Where the search does not come, a button tries again."""
    page.route("**/search/codes.json", lambda route: route.abort())
    answers = _asked(page, address, "40029")
    expect(_said(page)).to_have_text(
        "The search could not be loaded. Check your connection, then try again."
    )
    page.unroute_all()
    answers.get_by_role("button", name="Try again").click()
    expect(answers).to_contain_text(["40029 WeChat"])


def test_offline(browser: Browser, address: str) -> None:
    """Who is offline is told so, and is answered when the connection is back."""
    with looks.opened(browser, 1280) as page:
        page.goto(f"{address}/")
        page.context.set_offline(offline=True)
        _box(page).fill("40029")
        expect(_said(page)).to_have_text("You are offline. Try again when you are back.")
        page.context.set_offline(offline=False)
        expect(page.locator(ANSWERS)).to_contain_text(["40029 WeChat"])


def test_old_browser(browser: Browser, address: str) -> None:
    """A browser without workers is told so, and where to look."""
    with looks.opened(browser, 1280) as page:
        page.add_init_script("delete window.Worker")
        answers = _asked(page, address, "40029")
        expect(_said(page)).to_contain_text("This browser is too old for the search.")
        answers.get_by_role("link", name="All catalogs").click()
        expect(page.get_by_role("heading", name="Providers")).to_be_in_viewport()


def test_back(page: Page, address: str) -> None:
    """Who comes back from a code finds what was pasted, with its answers."""
    answers = _asked(page, address, TWO)
    answers.get_by_role("link", name="40029").click()
    expect(page).to_have_url(f"{address}/wechat/40029/")
    page.go_back()
    expect(_box(page)).to_have_value(TWO)
    expect(answers).to_have_count(2)


LONG = "خطأفيالخادم" * 6000 + '\n{"errcode": 40029}\nخطأ في الخادم'


@pytest.mark.parametrize("path", ["", "sources/"])
def test_long_paste(page: Page, address: str, path: str) -> None:
    """All of a long paste is asked, its begin is shown, and what is then typed asks anew.

    A browser takes seconds to lay out so many letters of one word.
    """
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/{path}")
    box = page.get_by_role("textbox", name="Search") if path else _box(page)
    results = page.locator("[data-ec-search] ol > li" if path else ANSWERS)
    said = page.get_by_role("status").filter(has_text="The box shows the first")
    page.evaluate("text => navigator.clipboard.writeText(text)", LONG)
    box.focus()
    page.keyboard.press("ControlOrMeta+V")
    expect(results).to_have_count(1)
    expect(results.first).to_contain_text("40029")
    expect(said).to_contain_text(f"The box shows the first 2000 of {len(LONG)} characters.")
    assert box.input_value() == f"{LONG[:2000]} …"
    if not path:
        page.goto(f"{address}/wechat/40029/")
        page.go_back()
        expect(results.first).to_contain_text("40029")
        expect(box).to_have_value(f"{LONG[:2000]} …")
    box.press("End")
    box.press_sequentially(" -3016")
    expect(results.first).to_contain_text("-3016")
    expect(said).to_have_count(0)


def test_foreign_code(page: Page, address: str) -> None:
    """A code in a form that nobody here has is said to be unlisted first; Enter opens nothing."""
    answers = _asked(page, address, "AADSTS50011: The redirect URI does not match")
    expect(answers.first).to_contain_text("AADSTS50011 is not listed")
    expect(answers.first).to_contain_text("It may be another vendor's.")
    expect(_said(page)).to_contain_text(re.compile(r"^Not listed\. [0-9]+ other results\.$"))
    _box(page).press("Enter")
    expect(_said(page)).to_contain_text("Enter opens only what is certain.")
    expect(page).to_have_url(f"{address}/")


def test_more(page: Page, address: str) -> None:
    """More answers than are shown can be shown, from the next one on."""
    answers = _asked(page, address, "message")
    expect(answers).to_have_count(9)
    answers.last.get_by_role("button", name="Show all").click()
    expect(answers.nth(8).get_by_role("link")).to_be_focused()
    assert answers.count() > 12


@pytest.mark.parametrize(("width", "most"), [(1440, 600), (390, 844 * 1.5)])
def test_height(browser: Browser, address: str, width: int, most: float) -> None:
    """All of it is in sight on a laptop, and on one and a half screens of a phone."""
    with looks.opened(browser, width) as page:
        page.goto(f"{address}/")
        last = page.locator(".ec-browse")
        expect(last).to_be_visible()
        box = last.bounding_box()
        assert box
        assert box["y"] + box["height"] <= most


def test_lines_of_the_dialog(page: Page, address: str) -> None:
    """In the header's search a result is a line with its verdict; the last row has the rest."""
    page.goto(f"{address}/sources/")
    page.keyboard.press("/")
    page.keyboard.insert_text("message")
    results = page.locator(".md-search-result__list > li:has(strong)")
    expect(results).to_have_count(12)
    plain = results.filter(has_not=page.locator(".ec-answer__aside"))
    heights = {round((one.bounding_box() or {"height": 0})["height"]) for one in plain.all()}
    assert max(heights) <= 40
    for one in results.all():
        expect(one.locator(".ec-do")).to_be_visible()
    rest = page.locator(".md-search-result__list > li").last
    rest.get_by_role("button", name="Show all").click()
    expect(results.nth(12).get_by_role("link")).to_be_focused()


def test_rest_of_one_provider(page: Page, address: str) -> None:
    """Where one provider has all the rest, its catalog shows it, narrowed to the same words."""
    page.goto(f"{address}/sources/")
    page.keyboard.press("/")
    page.keyboard.insert_text("361")
    rest = page.get_by_role("link", name="See all in Fresns")
    expect(rest).to_be_visible()
    rest.click()
    expect(page).to_have_url(f"{address}/fresns/?filter=361")


def test_empty_dialog(page: Page, address: str) -> None:
    """The header's search says the same as the home page where nothing is found."""
    page.goto(f"{address}/sources/")
    page.keyboard.press("/")
    hint = page.get_by_role("dialog", name="Search").get_by_role("status")
    expect(hint).to_have_text("Paste a code, a message or a response")
    page.keyboard.insert_text("zzzqqq")
    said = page.locator(".md-search-result__list > li")
    expect(said).to_contain_text(["Nothing found for “zzzqqq”. Paste the whole response"])
    said.get_by_role("link", name="KakaoTalk").click()
    expect(page).to_have_url(f"{address}/kakaotalk/")
