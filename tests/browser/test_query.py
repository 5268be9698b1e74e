"""What a query means (`docs/assets/search/query.js`), on its own: tables and any text at all."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from macros.publish import search_index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas
    from macros.catalog.model import Code

MODULE = """async (name) => {
    Object.assign(window, await import(new URL("assets/search/query.js", location.href).href))
    const { providers } = await (await fetch("search/codes.json")).json()
    window.meant = (text) => understand(text, providers)
}"""

CODES_IN_ALL = 670

# One page for all examples: what is tested has no state.
for_all = settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def query(browser: Browser, address: str) -> Iterator[Page]:
    """Return a page in which the module's functions can be called."""
    page = browser.new_page()
    page.goto(f"{address}/")
    page.evaluate(MODULE)
    yield page
    page.close()


def _meant(query: Page, text: str) -> dict[str, Any]:
    # As JSON, so that lone surrogates reach the page.
    meant: dict[str, Any] = query.evaluate("text => meant(JSON.parse(text))", json.dumps(text))
    return meant


# text -> the codes that are asked for: (code, provider, code set)
ASKED: dict[str, list[tuple[str, str | None, str | None]]] = {
    "40029": [("40029", None, None)],
    "\uff04 40029": [],
    "\uff0d\uff13\uff10\uff11\uff16": [("-3016", None, None)],
    "\u20143016": [("-3016", None, None)],
    "wechat40029": [("40029", "wechat", None)],
    "WeChatClientException: 40163": [("40163", "wechat", None)],
    "微信 40163": [("40163", "wechat", None)],
    "카카오톡 -3016": [("-3016", "kakaotalk", None)],
    "errcode 40029 and 45009": [("40029", "wechat", "api"), ("45009", "wechat", "api")],
    "errcode=40029, 3 retries": [("40029", "wechat", "api")],
    '{"resultCode": -3016}': [("-3016", "kakaotalk", "api")],
    '{"resultCode": "3016"}': [("3016", "kakaotalk", "delivery")],
    '{"resendResultCode": "3016"}': [],
    '{"zip_code": "40029"}': [],
    '{"error_code": 40163}': [("40163", None, None)],
    "ClientException 40163": [("40163", None, None)],
    "Fehler Nr. 40163": [("40163", None, None)],
    "kod błędu: 40163": [("40163", None, None)],
    "error no. 40163": [("40163", None, None)],
    "code was 40163": [("40163", None, None)],
    "결과코드는 -3999 입니다": [("-3999", None, None)],
    "エラーコードは40163です": [("40163", None, None)],
    "mã lỗi 40163": [("40163", None, None)],
    "2026-11-22 12:30:11": [],
    "192.168.0.1:8080 answered": [],
    "errcode - 40163, line 40029": [("40163", "wechat", "api")],
    r'{"log": "a\nerrcode=40163 line 40029"}': [("40163", "wechat", "api")],
    "<td>errcode</td><td>40163</td>": [("40163", "wechat", "api")],
    "%22errcode%22%3A+40163": [("40163", "wechat", "api")],
    "the errcode we got is 40163 on port 3000": [("40163", "wechat", "api")],
    '{"errcode":404,"pid":40001}': [("404", "wechat", "api")],
    '["resendResultCode"]=> string(4) "3016"': [],
    "resendResultCode은 3016": [],
    "WeChat API returned 40163 (code been used) pid=40001": [("40163", "wechat", None)],
    "I keep getting 40163 from WeChat": [("40163", "wechat", None)],
    "40163 error, timeout 3000 ms": [("40163", None, None)],
    "- 3016": [("-3016", None, None)],
    "رمز الخطأ: ٤٠٠٢٩": [("40029", None, None)],
    "3000원": [],
    "port 3000": [],
    "验证码：3016": [],  # noqa: RUF001 - as it is written there
    "it took 40163 ms": [],
}


@pytest.mark.parametrize("text", ASKED)
def test_asked(query: Page, text: str) -> None:
    """A code is asked for by a key, a word for code, a provider, or alone."""
    codes = _meant(query, text)["codes"]
    assert [(one["code"], one["provider"], one["codeSet"]) for one in codes] == ASKED[text]


def test_several(query: Page) -> None:
    """Codes that stand side by side are all asked for; short ones count if they are listed."""
    for text in ("40029/45009", "40029, 45009", "40029 and 45009", "[40029 | 45009]"):
        meant = _meant(query, text)
        assert [one["code"] for one in meant["codes"]] == ["40029", "45009"]
        assert not meant["bare"]
    meant = _meant(query, "3016/2019")
    assert meant["codes"] == []
    assert [one["code"] for one in meant["numbers"]] == ["3016", "2019"]


def test_bare(query: Page) -> None:
    """Only a code that stands alone, as printed, can be the beginning of another."""
    assert _meant(query, " 400 ")["bare"]
    assert not any(_meant(query, text)["bare"] for text in ("#400", "kakao 400", "code 400"))


@for_all
@given(st.text(st.characters(exclude_categories=[])))
@example("\ud800")
@example("%7B%ZZ")
@example('{"errcode":' * 1000)
@example("\\u0022" * 500)
def test_any_text(query: Page, text: str) -> None:
    """Any text at all is understood as something, and in one line."""
    meant = _meant(query, text)
    assert not {"\n", "\r", "\t", "\0"} & set(meant["text"])
    assert all(asked["code"] for asked in [*meant["codes"], *meant["numbers"]])


def _all(atlas: Atlas) -> list[Code]:
    return [code for catalog in atlas.catalogs.values() for code in catalog.codes]


@pytest.fixture(scope="module")
def printed(atlas: Atlas) -> list[str]:
    """Return all codes as printed."""
    return [code.code for code in _all(atlas)]


SIGNS = st.sampled_from(["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uff0d"])
SPACE = st.text(st.sampled_from(" \t\n\r\u00a0\u3000\u200b"), max_size=4)
AROUND = st.sampled_from(
    ["{}", "[{}]", "({})", '"{}"', "\u201c{}\u201d", "{},", "#{}", "<{}>", "{}."]
)
PREFIXES = st.sampled_from(["", "errcode ", "code: ", "code=", "错误码:", "오류 코드 "])
NOISE = st.text(st.sampled_from("abcxyz .,;()"), max_size=30)


@dataclass(frozen=True)
class Form:
    """How a code is written, and what stands around it."""

    sign: str
    wide: bool
    around: str
    prefix: str
    noise: str
    spaces: list[str]

    def write(self, code: str) -> str:
        """Return the code in this form."""
        printed = code.replace("-", self.sign)
        if self.wide:
            printed = "".join(chr(ord(one) + 0xFEE0) if "!" < one < "~" else one for one in printed)
        first, before, behind, last = self.spaces
        form = self.around.format(f"{before}{printed}{behind}")
        return f"{first}{self.noise if self.prefix else ''} {self.prefix}{form}{last}"


FORM = st.builds(
    Form,
    sign=SIGNS,
    wide=st.booleans(),
    around=AROUND,
    prefix=PREFIXES,
    noise=NOISE,
    spaces=st.lists(SPACE, min_size=4, max_size=4),
)


@for_all
@given(number=st.integers(0, CODES_IN_ALL - 1), form=FORM)
def test_any_code_in_any_form(query: Page, printed: list[str], number: int, form: Form) -> None:
    """A listed code is what is asked for, whatever signs, space, widths and words are around it."""
    code = printed[number]
    text = form.write(code)
    assert code in [one["code"] for one in _meant(query, text)["codes"]], text


@for_all
@given(st.text(st.characters(exclude_categories=["Cn", "Cs"])))
def test_hash(query: Page, message: str) -> None:
    """Both sides of the index give a message the same number."""
    assert query.evaluate("text => messageHash(text)", message) == search_index.message_hash(
        message
    )


def test_words(query: Page, atlas: Atlas) -> None:
    """Both sides of the index split the real messages into the same words."""
    messages = [message for code in _all(atlas) for message in code.messages]
    found = query.evaluate("texts => texts.map(text => words(text))", messages)
    for message, words in zip(messages, found, strict=True):
        folded = unicodedata.normalize("NFKC", message)
        assert set(words) == set(search_index.split(folded)), message
