"""The search in a browser: the dialog, the box of the home page, what is fetched and when."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from macros import atlas as whole
from macros.publish import search_index
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

ASK = """async (texts) => {
    const { ask } = await import(new URL("assets/search/ask.js", location.href).href)
    const answers = []
    for (const text of texts) {
        const { items, enter } = await ask(text)
        answers.push({ enter, results: items.map(([item]) => item) })
    }
    return answers
}"""


def _ask(page: Page, address: str, texts: list[str]) -> list[dict[str, Any]]:
    page.goto(f"{address}/")
    answers: list[dict[str, Any]] = page.evaluate(ASK, texts)
    return answers


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
        "token expired": "wechat/42001/",
        "sources": "sources/",
        "took 123456 ms": None,
    }
    answers = _ask(page, address, list(asked))
    assert [answer["enter"] for answer in answers] == list(asked.values())


def test_enter_in_the_dialog(page: Page, address: str) -> None:
    """Typing a code into the header's search and pressing Enter at once opens its page."""
    page.goto(f"{address}/")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("-3016")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/kakaotalk/-3016/")


def test_dialog(page: Page, address: str) -> None:
    """The dialog shows the results as text, and the index is fetched with the first query."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(f"{address}/wechat/40029/")
    page.wait_for_load_state("networkidle")
    assert "codes.json" not in fetched
    page.keyboard.press("/")
    page.keyboard.type("3050")
    results = page.locator(".md-search-result__item")
    expect(results.first).to_contain_text("3050 KakaoTalk")
    expect(results.first).to_contain_text("Opt out spec. (N type) unsupported / Non-KakaoTalk user")
    assert {"codes.json", "0.json"} <= set(fetched)
    assert "words.json" not in fetched
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()


def test_marks_in_the_dialog(page: Page, address: str) -> None:
    """The words that were found are marked, the count is announced, arrows reach the results."""
    page.goto(f"{address}/")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("template title subtitle")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("mark")).to_have_text(["template", "templateTitle", "templateSubtitle"])
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("status")).to_contain_text("2 matching documents")
    page.keyboard.press("ArrowDown")
    expect(first.get_by_role("link")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).not_to_be_in_viewport()


def test_enter_waits_for_its_own_answer(page: Page, address: str) -> None:
    """Enter is pressed while the index is on its way: it goes where the text in the box leads."""
    held: list[Route] = []
    waiting = True
    page.route("**/search/codes.json", lambda one: held.append(one) if waiting else one.continue_())
    page.goto(f"{address}/")
    page.get_by_role("textbox", name="Search").click()
    with page.expect_request("**/search/codes.json"):
        page.keyboard.type("300")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    assert page.url == f"{address}/"
    waiting = False
    for route in held:
        route.continue_()
    expect(page).to_have_url(f"{address}/kakaotalk/3005/")


def test_unlisted_code_leads_to_the_providers(page: Page, address: str) -> None:
    """Enter on a code that no provider lists goes to the home page's list of providers."""
    page.goto(f"{address}/wechat/40029/")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("40199")
    result = page.locator(".md-search-result__item").first
    expect(result).to_contain_text("40199 is not in the revisions the atlas holds")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/#ec:providers")
    expect(page.get_by_role("link", name="WeChat Official Accounts")).to_be_in_viewport()


def test_query_in_the_address(page: Page, address: str) -> None:
    """`?q=` opens the search with that query."""
    page.goto(f"{address}/?q=-3016")
    expect(page.locator(".md-search-result__item").first).to_contain_text("-3016 KakaoTalk")


def test_failed_download(page: Page, address: str) -> None:
    """An index that cannot be fetched is told, and the next query tries again."""
    page.route("**/search/codes.json", lambda route: route.abort())
    (failed,) = _ask(page, address, ["40029"])
    assert failed["results"][0]["title"] == "The search could not be loaded."
    assert failed["enter"] is None
    page.unroute("**/search/codes.json")
    answers: list[dict[str, Any]] = page.evaluate(ASK, ["40029"])
    assert answers[0]["enter"] == "wechat/40029/"


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
    expect(page.locator("[data-ec-said]")).to_have_text("1 result")
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
LOOKS = "This looks like WeCom's; the atlas does not hold it"


def test_other_product_in_the_dialog(page: Page, address: str) -> None:
    """A text about another product shows that one's page as a link, and Enter opens nothing."""
    page.goto(f"{address}/")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.insert_text(CORP)
    page.keyboard.press("End")  # the theme asks when a key comes up, as behind a paste
    item = page.locator(".md-search-result__item")
    expect(item).to_have_count(1)
    expect(item.first).to_be_visible()
    expect(item.first).to_contain_text(LOOKS)
    expect(item.first).to_contain_text(WECOM)
    expect(item.first.get_by_role("link")).to_have_attribute("href", WECOM)
    page.keyboard.press("Enter")
    # Fails while a page is left.
    page.evaluate("new Promise((done) => { setTimeout(done) })")
    assert page.url == f"{address}/"
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
    box.fill('{"retCode": "3016"}')
    expect(answers.first).to_contain_text("If this is KakaoTalk: 3016")
    expect(answers.first).to_contain_text("KakaoTalk has no code under retCode.")
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
