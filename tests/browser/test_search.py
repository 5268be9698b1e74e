"""The search in a browser: codes in every form, pastes, words, and what Enter does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from macros.atlas import Atlas
    from macros.catalog.model import Code

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


def _body(code: Code) -> str:
    if code.provider.id == "wechat":
        hints = "invalid, hints: [ req_id: 1234 ] rid: 5f3a1b2c-12345678-87654321"
        return json.dumps({"errcode": int(code.code), "errmsg": hints})
    if code.provider.id == "fresns":
        return json.dumps({"code": int(code.code), "message": "Bad", "data": None})
    if code.code_set.id == "api":
        return json.dumps({"header": {"resultCode": int(code.code), "isSuccessful": False}})
    message = {"requestId": "20200101", "resultCode": code.code, "resendResultCode": "1001"}
    header = {"resultCode": 0, "isSuccessful": True}
    return json.dumps({"header": header, "messageSearchResultResponse": {"messages": [message]}})


FORMS: dict[str, Callable[[Code], str]] = {
    "as printed": lambda code: code.code,
    "white space": lambda code: f"\t {code.code}\n",
    "name before": lambda code: f"{code.provider.name} {code.code}",
    "name behind": lambda code: f"{code.code} {code.provider.name.lower()}",
    "product": lambda code: f"{code.provider.product} {code.code}",
    "vendor": lambda code: f"{code.provider.vendor} {code.code}",
    "alias": lambda code: f"{code.provider.aliases[0]} {code.code}",
    "key": lambda code: f"{_key(code)} {code.code}",
    "key with colon": lambda code: f"{_key(code)}: {code.code}",
    "key with equals": lambda code: f"{_key(code)}={code.code}, msg=x",
    "php": lambda code: f"'{_key(code)}' => {code.code},",
    "hash": lambda code: f"#{code.code}",
    "brackets": lambda code: f"[{code.code}]",
    "parentheses": lambda code: f"({code.code})",
    "comma": lambda code: f"{code.code},",
    "lower case": lambda code: code.code.lower(),
    "minus sign": lambda code: code.code.replace("-", "\u2212"),
    "full width": lambda code: "".join(chr(ord(one) + 0xFEE0) for one in code.code),
    "word": lambda code: f"code={code.code}",
    "chinese": lambda code: f"错误码：{code.code}",  # noqa: RUF001 - as it is written there
    "korean": lambda code: f"오류 코드 {code.code}가 나왔습니다",
    "body": _body,
    "body cut off": lambda code: _body(code)[:-2],
    "body in a string": lambda code: json.dumps({"log": _body(code)}),
    "body with curly quotes": lambda code: _body(code).replace('"', "\u201d"),
    "log line": lambda code: f"2026-11-22 12:30:11.123 [4711] HTTP/1.1 500 {_body(code)} 0.25s",
    "several lines": lambda code: json.dumps(json.loads(_body(code)), indent=2),
}


def _key(code: Code) -> str:
    return code.code_set.response.code[0].split(".")[-1]


@pytest.mark.parametrize("form", FORMS)
def test_every_code(page: Page, address: str, atlas: Atlas, form: str) -> None:
    """Each of the 670 codes is the answer in this form, beside equal ones of other code sets."""
    codes = [code for catalog in atlas.catalogs.values() for code in catalog.codes]
    answers = _ask(page, address, [FORMS[form](code) for code in codes])
    for code, answer in zip(codes, answers, strict=True):
        same = [other.url for other in codes if other.code == code.code]
        first = [result["location"] for result in answer["results"]][: len(same)]
        assert answer["enter"] == first[0]
        assert code.url in first, (FORMS[form](code), answer["enter"])


def test_messages(page: Page, address: str, atlas: Atlas) -> None:
    """A code's own message finds it, first but for codes with the same message."""
    codes = [code for catalog in atlas.catalogs.values() for code in catalog.codes]
    answers = _ask(page, address, [code.messages[0] for code in codes])
    for code, answer in zip(codes, answers, strict=True):
        assert code.url in [result["location"] for result in answer["results"]]
        other = next(one for one in codes if one.url == answer["enter"])
        folded = {message.rstrip(". ").lower() for message in other.messages}
        assert code.messages[0].rstrip(". ").lower() in folded


SENT = {
    "header": {"resultCode": 0, "isSuccessful": True},
    "message": {"sendResults": [{"recipientNo": "01000000000", "resultCode": -3016}]},
}
QUERIED = {"messages": [{"resultCode": "1000"}, {"resultCode": "3016", "resendResultCode": "3000"}]}

# what is asked -> where Enter goes; the first results, where they matter
ANSWERS: dict[str, tuple[str | None, list[str]]] = {
    "-3016": ("kakaotalk/-3016/", ["kakaotalk/-3016/", "kakaotalk/3016/"]),
    "3016": ("kakaotalk/3016/", ["kakaotalk/3016/", "kakaotalk/-3016/"]),
    "400": (None, ["kakaotalk/4000/", "kakaotalk/4001/", "wechat/40001/"]),
    "kakao 400": ("kakaotalk/?code=400", []),
    "wechat 40163": ("wechat/?code=40163", []),
    '{"errcode":40163,"errmsg":"code been used"}': ("wechat/?code=40163", []),
    '{"header":{"resultCode":-1}}': ("kakaotalk/?code=-1", []),
    "40163": ("./#ec:providers", []),
    json.dumps(SENT): ("kakaotalk/-3016/", []),
    json.dumps(QUERIED): ("kakaotalk/3016/", []),
    '{"code":0,"data":{"errcode":45009}}': ("wechat/45009/", []),
    '{"errcode":40029} then {"errcode":45009}': (
        "wechat/40029/",
        ["wechat/40029/", "wechat/45009/"],
    ),
    "2026-11-22T12:30:11Z pid=40001 took 42001 ms, errcode=45009": ("wechat/45009/", []),
    "failed on 40029 again": ("wechat/40029/", []),
    "took 123456 ms": (None, []),
    "Template body exceeds": ("kakaotalk/-2019/", []),
    "wechat oauth code timed": ("wechat/42003/", []),
    "sources": ("sources/", []),
    "kakaotalk": ("kakaotalk/", []),
    "oauht timed": ("wechat/42003/", []),
    '{"errcode":40029,"errmsg":"x","source":"nhn"}': ("wechat/40029/", []),
    "[errcode] => 40163 in /var/www/app.php:40029": ("wechat/?code=40163", []),
    "<errcode>40163</errcode><line>40029</line>": ("wechat/?code=40163", []),
    's:7:"errcode";i:40163;s:6:"errmsg";': ("wechat/?code=40163", []),
    '["errcode"]=>\n  int(40163)': ("wechat/?code=40163", []),
    "The API returned errcode 40163. Retry after 5 minutes": ("wechat/?code=40163", []),
    "\x1b[31merrcode\x1b[0m: \x1b[33m40029\x1b[0m": ("wechat/40029/", []),
    "%7B%22errcode%22%3A40029%2C%22errmsg%22%3A%22x%22%7D": ("wechat/40029/", []),
    '{"code":200,"msg":"ok","data":{"errcode":40029}}': ("wechat/40029/", []),
    '{"code":36104,"data":{"errcode":0}}': ("fresns/36104/", []),
    "Request failed with status code 400 {code: 31302}": ("fresns/31302/", []),
    "[error] 2211#2211: *4 stderr: WeChat error 40029": ("wechat/40029/", []),
    '{"errcode":1000} {"errcode":40029}': (
        "wechat/?code=1000",
        ["wechat/?code=1000", "wechat/40029/"],
    ),
    "код ошибки 40163": ("./#ec:providers", []),
    "微信登录返回错误码 40163": ("wechat/?code=40163", []),
    "WeChat devuelve 40163": ("wechat/?code=40163", []),
    "40029/": ("wechat/40029/", []),
    "errcode 40029 and 45009": ("wechat/40029/", ["wechat/40029/", "wechat/45009/"]),
    "40029/45009": ("wechat/40029/", ["wechat/40029/", "wechat/45009/"]),
    "12/25": (None, []),
    "v3000": (None, []),
    "01012345678": (None, []),
    "wechat 8.0.33": (None, []),
    "WeChat-40029": ("wechat/40029/", []),
    '{"code":40029,"message":"invalid code"}': ("wechat/40029/", []),
    "Fresns: 微信登录失败 40029": ("wechat/40029/", []),
    "wechat 40163, 87009": ("wechat/?code=40163", ["wechat/?code=40163", "wechat/?code=87009"]),
    "-1 system error": ("wechat/-1/", []),
    "Error: Invalid OAuth code": ("wechat/40029/", []),
    "1.2.3.4": (None, []),
    "2000.01.01": (None, []),
    "12:30": (None, []),
    "Error of lenght restriction in message(1000 characters including spaces)": (
        "kakaotalk/3032/",
        [],
    ),
    "Message key is not available!": ("kakaotalk/e906/", []),
    '"Error of length restriction in message(1000 characters including spaces)"': (
        "kakaotalk/3032/",
        [],
    ),
    "": (None, []),
    "+ - * ~ ^ :": (None, []),
    "<img src=x onerror=alert(1)>": (None, []),
    "\ud800 \u0000 \u202e": (None, []),
}


@pytest.mark.parametrize("text", ANSWERS)
def test_answers(page: Page, address: str, text: str) -> None:
    """What is asked leads where it should, and never to another code as if it were the answer."""
    (answer,) = _ask(page, address, [text])
    enter, first = ANSWERS[text]
    assert answer["enter"] == enter, [result["location"] for result in answer["results"]]
    found = [result["location"] for result in answer["results"]]
    assert found[: len(first)] == first
    if enter and "?code=" in enter:
        assert "is not in the revisions the atlas holds" in answer["results"][0]["title"]


def test_conditions(page: Page, address: str) -> None:
    """What people call a condition finds its codes, below those that say so themselves."""
    expired, limit, wechat = _ask(page, address, ["token expired", "rate limit", "wechat quota"])
    found = [result["location"] for result in expired["results"]]
    assert found[0] == "fresns/31504/"
    assert "wechat/42001/" in found
    assert "wechat/45009/" in [result["location"] for result in limit["results"]]
    assert limit["enter"] is not None
    assert all(result["location"].startswith("wechat/") for result in wechat["results"])


def test_identifiers_by_their_parts(page: Page, address: str) -> None:
    """Identifiers are found by their parts, and the words are marked in the message."""
    account, title = _ask(page, address, ["kf account existed", "template title subtitle"])
    assert account["enter"] == "wechat/61453/"
    assert "<mark>kf_account</mark>" in account["results"][0]["text"]
    assert "kakaotalk/-3016/" in [result["location"] for result in title["results"][:3]]


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
    page.keyboard.type("40163")
    result = page.locator(".md-search-result__item").first
    expect(result).to_contain_text("40163 is not in the revisions the atlas holds")
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
    assert "could not be fetched" in failed["results"][0]["title"]
    assert failed["enter"] is None
    page.unroute("**/search/codes.json")
    answers: list[dict[str, Any]] = page.evaluate(ASK, ["40029"])
    assert answers[0]["enter"] == "wechat/40029/"


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


def test_nothing_is_sent(page: Page, address: str) -> None:
    """Nothing that is pasted leaves the browser: no request carries any of it."""
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    page.goto(f"{address}/")
    page.get_by_label("Paste a code").fill('{"errcode": 40029, "errmsg": "secret-token"}')
    expect(page.locator("[data-ec-answers] a").first).to_contain_text("40029")
    assert not [one for one in sent if "40029" in one or "secret" in one]


def test_any_text(page: Page, address: str) -> None:
    """Any text gets an answer, without markup of its own: a large log, operators, HTML."""
    line = '2026-11-22 12:30:11 [4711] <b>GET</b> /a?b=1 "x" + - * ~ ^ : 17 ms, code 0x1F\n'
    texts = [line * 1200, "a" * 100_000, "1" * 100_000, "1 " * 50_000, "{" * 5000, "<b>zzz"]
    answers = _ask(page, address, texts)
    assert len(answers) == len(texts)
    assert not [one for answer in answers for one in answer["results"] if "<b>" in one["title"]]


def test_other_codes_in_the_same_body(page: Page, address: str) -> None:
    """The code of a resent text message is not one of ours, and is never looked up."""
    (answer,) = _ask(page, address, ['{"resendResultCode":"3016"}'])
    assert answer["enter"] is None
    assert "kakaotalk/3016/" not in [result["location"] for result in answer["results"]]
