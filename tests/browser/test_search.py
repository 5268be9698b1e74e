"""The search in a browser: the dialog, the box of the home page, what is fetched and when."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from macros import atlas as whole
from macros.publish import search_index
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page, Route

ASK = """async (texts) => {
    const { src } = document.querySelector("script[src*='/scripts/']")
    const [name] = /worker\\.\\w+\\.js/.exec(await (await fetch(src)).text())
    const policy = trustedTypes.createPolicy("atlas", { createScriptURL: (address) => address })
    globalThis.asked ??= new Worker(policy.createScriptURL(new URL(name, src).href))
    const answers = []
    for (const text of texts) {
        asked.postMessage({ id: 1, text })
        answers.push((await new Promise((heard) => (asked.onmessage = heard))).data)
    }
    return answers
}"""


def _ask(page: Page, address: str, texts: list[str]) -> list[dict[str, Any]]:
    page.goto(f"{address}/")
    answers: list[dict[str, Any]] = page.evaluate(ASK, texts)
    return answers


RESULTS = ".md-search-result__list li"
CARDS = "[data-ec-answers] > li:has(> a)"
SENT = {
    "header": {"resultCode": 0, "isSuccessful": True},
    "message": {"sendResults": [{"recipientNo": "01000000000", "resultCode": -3016}]},
}


def test_answers(page: Page, address: str) -> None:
    """The site's own worker and index answer: codes, bodies, words, hand-written pages."""
    asked = {
        "-3016": "kakaotalk/-3016/",
        json.dumps(SENT): "kakaotalk/-3016/",
        "oauht timed": "wechat/42003/",
        "token expired": None,
        "sources": "sources/",
        "took 123456 ms": None,
    }
    answers = _ask(page, address, list(asked))
    assert [answer["enter"] for answer in answers] == list(asked.values())


def _box(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Search")


def test_enter_in_the_dialog(page: Page, address: str) -> None:
    """Typing a code into the header's search and pressing Enter at once opens its page."""
    page.goto(f"{address}/sources/")
    _box(page).click()
    page.keyboard.type("-3016")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/kakaotalk/-3016/")


def test_dialog(page: Page, address: str) -> None:
    """The dialog shows the results as text; the first query fetches all but small modules."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(f"{address}/")))
    page.goto(f"{address}/wechat/40029/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    page.keyboard.type(" ")
    assert [one for one in fetched if "search" in one] == []
    assert page.workers == []
    page.keyboard.type("3050")
    results = page.locator(RESULTS)
    expect(results.first).to_contain_text("3050 KakaoTalk")
    expect(results.first).to_contain_text("Opt out spec. (N type) unsupported / Non-KakaoTalk user")
    files = [one for one in fetched if one.startswith("search/")]
    assert [re.sub("[0-9a-f]{12}", "*", one) for one in files] == [
        "search/codes.json",
        "search/*/codes/0.json",
    ]
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()


def test_marks_in_the_dialog(page: Page, address: str) -> None:
    """The words that were found are marked, the count is announced, arrows reach the results."""
    page.goto(f"{address}/sources/")
    _box(page).click()
    page.keyboard.type("template title subtitle")
    first = page.locator(RESULTS).first
    expect(first.locator("mark")).to_have_text(["template", "templateTitle", "templateSubtitle"])
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("status")).to_have_text("2 results. Choose one.")
    page.keyboard.press("ArrowDown")
    expect(first.get_by_role("link")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(_box(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).not_to_be_in_viewport()


@pytest.mark.parametrize("path", ["kakaotalk/", "kakaotalk/-3016/"])
def test_own_provider_first(page: Page, address: str, path: str) -> None:
    """On a page of a provider its codes come first among equals; a word of many opens none."""
    page.goto(f"{address}/{path}")
    _box(page).click()
    page.keyboard.type("token")
    expect(page.locator(RESULTS).first).to_contain_text("-1008 KakaoTalk")
    status = page.get_by_role("dialog", name="Search").get_by_role("status")
    expect(status).to_have_text(re.compile(r"^\d+ results\. Choose one\.$"))
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Enter opens only what is certain.")
    assert page.url == f"{address}/{path}"


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_keys(page: Page, address: str, key: str) -> None:
    """A key opens the search, but not for who is typing; closing it leads back."""
    page.goto(f"{address}/wechat/")
    hint = page.get_by_role("dialog", name="Search").get_by_role("status")
    expect(hint).not_to_be_in_viewport()
    field = page.get_by_role("searchbox", name="Filter")
    field.press(key)
    expect(field).to_have_value(key)
    expect(hint).not_to_be_in_viewport()
    link = page.get_by_role("link", name="Sources").first
    link.focus()
    page.keyboard.press(key)
    expect(_box(page)).to_be_focused()
    expect(_box(page)).to_have_value("")
    expect(hint).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(hint).not_to_be_in_viewport()
    expect(link).to_be_focused()


def test_closing_the_dialog(page: Page, address: str) -> None:
    """A click beside the dialog closes it, as does Tab behind its last result; typing goes on."""
    page.goto(f"{address}/wechat/")
    _box(page).click()
    page.keyboard.type("template title subtitl")
    results = page.locator(RESULTS)
    expect(results).to_have_count(2)
    page.mouse.click(100, 600)
    expect(results.first).not_to_be_in_viewport()
    expect(_box(page)).not_to_be_focused()
    _box(page).click()
    expect(results.first).to_be_in_viewport()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    expect(results.nth(0).get_by_role("link")).to_be_focused()
    page.keyboard.type("e")
    expect(_box(page)).to_be_focused()
    expect(_box(page)).to_have_value("template title subtitle")
    expect(results).to_have_count(2)
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(results.nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("Tab")
    expect(results.first).not_to_be_in_viewport()
    expect(page.get_by_role("link", name="Home").first).to_be_focused()


def test_dialog_on_a_phone(page: Page, address: str) -> None:
    """On a phone the search is a page of its own: it has the focus until it is closed."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}/wechat/40029/")
    dialog, box = page.get_by_role("dialog", name="Search"), _box(page)
    expect(box).not_to_be_visible()
    opener = page.get_by_role("button", name="Search")
    opener.click()
    expect(box).to_be_focused()
    expect(dialog).to_have_attribute("aria-modal", "true")
    page.keyboard.type("template title subtitle")
    links = page.locator(RESULTS).get_by_role("link")
    expect(links).to_have_count(2)
    expect(links.first).to_be_in_viewport()
    back = page.get_by_role("button", name="Close")
    for stop in (back, links.nth(0), links.nth(1), box):
        page.keyboard.press("Tab")
        expect(stop).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(links.nth(1)).to_be_focused()
    back.click()
    expect(box).not_to_be_visible()
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    expect(box).to_be_focused()
    expect(links).to_have_count(2)
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(box).to_be_visible()


def test_box_without_scripts(browser: Browser, address: str) -> None:
    """There is no box that does nothing: neither without scripts nor where ours did not come."""
    bare = browser.new_page(java_script_enabled=False)
    bare.goto(f"{address}/")
    expect(bare.locator("noscript .ec-notice")).to_be_visible()
    expect(bare.locator("textarea:visible")).to_have_count(0)
    bare.context.close()
    for width in (390, 1280):
        cut = browser.new_page(viewport={"width": width, "height": 800})
        cut.route("**/scripts/dialog.*.js", lambda route: route.abort())
        cut.goto(f"{address}/wechat/")
        expect(cut.get_by_role("searchbox", name="Filter")).to_be_visible()
        expect(_box(cut)).to_have_count(0)
        expect(cut.locator("label[for=__search]:visible")).to_have_count(0)
        cut.context.close()


def test_enter_waits_for_its_own_answer(page: Page, address: str) -> None:
    """Enter is pressed while the index is on its way: it goes where the text in the box leads."""
    held: list[Route] = []
    waiting = True
    page.route("**/search/codes.json", lambda one: held.append(one) if waiting else one.continue_())
    page.goto(f"{address}/sources/")
    _box(page).click()
    with page.expect_request("**/search/codes.json"):
        page.keyboard.type("300")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    assert page.url == f"{address}/sources/"
    waiting = False
    for route in held:
        route.continue_()
    expect(page).to_have_url(f"{address}/kakaotalk/3005/")


def test_unlisted_code_leads_to_the_providers(page: Page, address: str) -> None:
    """Enter on a code that no provider lists goes to the home page's list of providers."""
    page.goto(f"{address}/wechat/40029/")
    _box(page).click()
    page.keyboard.type("40199")
    result = page.locator(RESULTS).first
    expect(result).to_contain_text("40199 is not listed")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/#ec:providers")
    expect(page.get_by_role("link", name="WeChat Official Accounts")).to_be_in_viewport()


def test_query_in_the_address(page: Page, address: str) -> None:
    """`?q=` fills the box of the home page and opens the search elsewhere, until it is emptied."""
    page.goto(f"{address}/?q=-3016&x=1")
    home = page.get_by_label("Paste a code")
    expect(home).to_have_value("-3016")
    expect(home).to_be_focused()
    expect(page.locator(CARDS).first).to_contain_text("-3016 KakaoTalk")
    expect(page.get_by_role("dialog", name="Search")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{address}/?x=1")
    expect(home).to_have_value("")
    page.goto(f"{address}/sources/?q=-3016&x=1")
    expect(page.locator(RESULTS).first).to_contain_text("-3016 KakaoTalk")
    expect(page.locator(RESULTS).first).to_be_in_viewport()
    expect(_box(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{address}/sources/?x=1")


def test_composing(page: Page, address: str) -> None:
    """The Enter that ends the composition of a character opens nothing."""
    for path, box in {"sources/": _box(page), "": page.get_by_label("Paste a code")}.items():
        page.goto(f"{address}/{path}")
        box.fill("-3016")
        expect(page.get_by_text("-3016 KakaoTalk").locator("visible=true").first).to_be_visible()
        for detail in ({"isComposing": True}, {"keyCode": 229}):
            assert not _prevented(box, {"key": "Enter", **detail})
        assert page.url == f"{address}/{path}"


def _prevented(box: Locator, key: dict[str, Any]) -> bool:
    dispatch = """(box, key) => {
        const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...key })
        return !box.dispatchEvent(event)
    }"""
    prevented: bool = box.evaluate(dispatch, key)
    return prevented


@pytest.fixture(params=["header", "home"])
def asked(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Asked]:
    """Return each of the two boxes, on a page that may tell of what did not come."""
    page = browser.new_page()
    page.goto(f"{address}/{'sources/' if request.param == 'header' else ''}")
    if request.param == "header":
        dialog = page.get_by_role("dialog", name="Search")
        yield Asked(page, address, _box(page), dialog.get_by_role("status"), page.locator(RESULTS))
    else:
        box, status = page.get_by_label("Paste a code"), page.locator("[data-ec-said]")
        yield Asked(page, address, box, status, page.locator(CARDS))
    page.context.close()


@dataclass
class Asked:
    """A box on a page, with what stands below it."""

    page: Page
    root: str
    box: Locator
    status: Locator
    results: Locator


LOST = "The search could not be loaded. Check your connection, then try again."
UPDATED = "The site has been updated. Reload this page."
FAULTS = [
    ("assets/scripts/worker.*.js", 0, LOST),
    ("assets/scripts/worker.*.js", 503, LOST),
    ("assets/scripts/worker.*.js", 404, UPDATED),
    ("search/codes.json", 0, LOST),
    ("search/codes.json", 200, UPDATED),  # a page where JSON should be
    ("search/*/codes/0.json", 503, LOST),
    ("search/*/words.json", 404, UPDATED),
    ("search/lunr.js", 404, LOST),
]


@pytest.mark.parametrize(("part", "status", "said"), FAULTS)
def test_never_dead(asked: Asked, part: str, status: int, said: str) -> None:
    """Whatever does not come, it is said and Enter goes nowhere; the next key tries again."""
    page, address = asked.page, asked.page.url
    answer = {"status": status, "body": "<!doctype html>", "content_type": "text/html"}
    page.route(f"**/{part}", lambda one: one.fulfill(**answer) if status else one.abort())
    asked.box.click()
    page.keyboard.type("oauth timed ou")
    expect(asked.status).to_have_text(said)
    expect(asked.status).to_be_visible()
    expect(asked.results.get_by_role("link")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(asked.status).to_have_text(said)
    page.keyboard.press("x")
    expect(asked.status).to_have_text(said)
    assert page.url == address
    page.unroute_all()
    page.keyboard.press("Backspace")
    page.keyboard.type("t")
    expect(asked.results.first).to_contain_text("42003")
    expect(asked.status).to_have_text("1 result. Enter opens it.")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{asked.root}/wechat/42003/")


def test_enter_tries_again(asked: Asked) -> None:
    """Enter asks again what has failed, and follows the answer."""
    page = asked.page
    page.route("**/scripts/worker.*.js", lambda route: route.abort())
    asked.box.fill("40029")
    expect(asked.status).to_have_text(LOST)
    page.unroute_all()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{asked.root}/wechat/40029/")


def test_worker_that_dies(asked: Asked) -> None:
    """A worker that throws at its start, or dies later, is replaced at the next key."""
    page = asked.page
    throws = "throw new Error('at the start')"
    page.route(
        "**/scripts/worker.*.js",
        lambda route: route.fulfill(body=throws, content_type="text/javascript"),
    )
    asked.box.fill("4002")
    expect(asked.status).to_have_text(LOST)
    page.unroute_all()
    asked.box.fill("40029")
    expect(asked.results.first).to_contain_text("40029")
    (worker,) = page.workers
    with worker.expect_event("close"):
        worker.evaluate("setTimeout(() => { throw new Error('later') })")
    asked.box.fill("-3016")
    expect(asked.results.first).to_contain_text("-3016")
    (another,) = page.workers
    assert another is not worker


def test_pending_when_the_worker_dies(asked: Asked) -> None:
    """A question under way when the worker dies is told as failed, and Enter does not wait."""
    page, address = asked.page, asked.page.url
    page.route("**/search/codes.json", lambda _: None)  # neither answered nor refused
    with page.expect_request("**/search/codes.json"):
        asked.box.fill("40029")
    expect(asked.status).to_have_text("Loading the search …")
    page.keyboard.press("Enter")
    page.workers[0].evaluate("setTimeout(() => { throw new Error('meanwhile') })")
    expect(asked.status).to_have_text(LOST)
    assert page.url == address


def test_paste_of_lines(asked: Asked) -> None:
    """Line breaks of a paste are white space between two words, and the paste can be undone."""
    page = asked.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for text in ("errcode\n40029", "errcode\r\n  40029\n"):
        page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
        asked.box.click()
        page.keyboard.press("ControlOrMeta+V")
        expect(asked.results).to_have_count(1)
        expect(asked.results).to_contain_text("40029 WeChat")
        assert asked.box.input_value().split() == ["errcode", "40029"]
        page.keyboard.press("ControlOrMeta+Z")
        expect(asked.box).to_have_value("")
        expect(asked.results).to_have_count(0)


def test_paste_without_commands(page: Page, address: str) -> None:
    """A browser that has no command to insert text keeps the words of a paste apart, too."""
    page.goto(f"{address}/sources/")
    page.evaluate("document.execCommand = () => false")
    _box(page).click()
    page.keyboard.insert_text("errcode\n40029")
    expect(_box(page)).to_have_value("errcode 40029")
    page.keyboard.type("x")
    expect(_box(page)).to_have_value("errcode 40029x")


def test_line_breaks_in_the_header(page: Page, address: str) -> None:
    """The box of one line holds no line break, however it comes; the home page's does."""
    page.goto(f"{address}/sources/?q=errcode%0A40029")
    expect(_box(page)).to_have_value("errcode 40029")
    page.keyboard.press("Shift+Enter")
    expect(_box(page)).to_have_value("errcode 40029 ")
    page.goto(f"{address}/")
    home = page.get_by_label("Paste a code")
    home.fill("errcode")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("40029")
    expect(home).to_have_value("errcode\n40029")
    assert page.url == f"{address}/"


def _index(folder: Path, document: str) -> dict[str, str]:
    """Return the files of the search of a site of one document, by address."""
    return dict(search_index.files(whole.load(invented.write(folder, document))))


CODES = "".join(f"| {code} | Dock {name} is lost |\n" for code, name in enumerate("abcde", 101))


def test_published_anew(page: Page, address: str, tmp_path: Path) -> None:
    """In a tab that was opened before a deploy, a message opens its very code, never a neighbour.

    The second build has a code more in front, so that each place is a neighbour's; of the first no
    file is left but the list of codes, which the browser may still have.
    """
    old = _index(tmp_path / "old", invented.TABLE + CODES)
    new = _index(tmp_path / "new", f"{invented.TABLE}| 9 | New |\n{CODES}")
    assert '"codes":"101 102 103 104 105"' in old["search/codes.json"]
    assert '"codes":"9 101 102 103 104 105"' in new["search/codes.json"]
    served = old

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(f"{address}/")
        if path in served:
            route.fulfill(body=served[path], content_type="application/json")
        elif path in old:
            route.fulfill(status=404, body="<!doctype html>")
        else:
            route.continue_()

    page.route("**/search/**", answer)
    for earlier in ([], ["103"], ["Dock b is lost"], ["103", "Dock d"]):
        served = old
        before = _ask(page, address, earlier)
        assert all(answer["results"] for answer in before)
        served = new
        asked = {f"Dock {name} is lost": f"orbit/{code}/" for code, name in enumerate("abcde", 101)}
        answers = page.evaluate(ASK, list(asked))
        assert [one["enter"] for one in answers] == list(asked.values()), earlier


def test_home(page: Page, address: str) -> None:
    """The box on the home page takes a paste of several lines, shows answers and follows Enter."""
    page.goto(f"{address}/")
    box = page.get_by_label("Paste a code, a message or a whole response")
    box.fill(json.dumps(SENT, indent=2))
    answers = page.locator("[data-ec-answers] a")
    expect(answers.first).to_contain_text("-3016 KakaoTalk")
    expect(page.locator("[data-ec-said]")).to_have_text("1 result. Enter opens it.")
    page.keyboard.press("ArrowDown")
    expect(answers.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/kakaotalk/-3016/")


def test_home_examples(page: Page, address: str) -> None:
    """An example is put into the box and answered; Escape empties the box."""
    page.goto(f"{address}/")
    page.get_by_role("button", name="E915").click()
    expect(page.locator("[data-ec-answers] a").first).to_contain_text("Duplicate message")
    page.keyboard.press("Escape")
    expect(page.locator("[data-ec-answers] a")).to_have_count(0)


WECOM = "https://developer.work.weixin.qq.com/document/path/90313"
CORP = '{"errcode": 40029, "errmsg": "invalid code"} corpid=ww1'
LOOKS = "This looks like WeCom's; the atlas does not have its codes"


def test_other_product_in_the_dialog(page: Page, address: str) -> None:
    """A text about another product shows that one's page as a link, and Enter opens nothing."""
    page.goto(f"{address}/sources/")
    _box(page).click()
    page.keyboard.insert_text(CORP)
    item = page.locator(RESULTS)
    expect(item).to_have_count(1)
    expect(item.first).to_be_visible()
    expect(item.first).to_contain_text(LOOKS)
    expect(item.first).to_contain_text(WECOM)
    expect(item.first.get_by_role("link")).to_have_attribute("href", WECOM)
    status = page.get_by_role("dialog", name="Search").get_by_role("status")
    expect(status).to_have_text("Not in the atlas: WeCom.")
    page.keyboard.press("Enter")
    # Fails while a page is left.
    page.evaluate("new Promise((done) => { setTimeout(done) })")
    assert page.url == f"{address}/sources/"
    expect(item.first).to_contain_text(LOOKS)


def test_other_product_on_the_home_page(page: Page, address: str) -> None:
    """The box of the home page says the same; a code under a key of nobody here has its doubt."""
    page.goto(f"{address}/")
    box = page.get_by_label("Paste a code, a message or a whole response")
    box.fill(CORP)
    answers = page.locator("[data-ec-answers] a")
    expect(answers).to_have_count(1)
    expect(answers.first).to_be_visible()
    expect(answers.first).to_contain_text(LOOKS)
    expect(answers.first).to_have_attribute("href", WECOM)
    expect(page.locator("[data-ec-said]")).to_have_text("Not in the atlas: WeCom.")
    box.fill("dingtalk 40014 or wechat errcode 40029")
    said = page.locator("[data-ec-said]")
    expect(said).to_have_text("Not in the atlas: DingTalk. 2 other results.")
    box.fill('{"retCode": "3016"}')
    expect(answers.first).to_contain_text("If this is KakaoTalk: 3016")
    expect(answers.first).to_contain_text("KakaoTalk has no code under retCode.")
    expect(answers.first.locator("code")).to_have_text("retCode")
    page.keyboard.press("Enter")
    # Fails while a page is left.
    page.evaluate("new Promise((done) => { setTimeout(done) })")
    assert page.url == f"{address}/"


def test_nothing_is_sent(page: Page, address: str) -> None:
    """Nothing that is pasted leaves the browser: no request carries any of it."""
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    page.goto(f"{address}/")
    page.get_by_label("Paste a code").fill('{"errcode": 40029, "errmsg": "secret-token"}')
    expect(page.locator("[data-ec-answers] a").first).to_contain_text("40029")
    assert not [one for one in sent if "40029" in one or "secret" in one]
