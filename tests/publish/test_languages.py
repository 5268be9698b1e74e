"""Revisions in several languages and documents: pages, JSON, Markdown, the search."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from macros import addresses
from macros import atlas as whole
from macros.publish import markdown_code, published
from macros.publish.entry import entry_of
from macros.publish.html.environment import links_from
from macros.publish.site import Site
from tests import tongues
from tests.search import real_index
from tests.tongues import BOTH, CHINESE, State, Text

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.catalog.model import Code

GONE = State(
    "2023-01-01", [Text({"101": "Dock is gone", "109": "Wrong"})], retracted="It was <taken> down."
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site of a document in Chinese, one in English and Korean, and a retracted one."""
    data = tongues.write(tmp_path_factory.mktemp("tongues"), [CHINESE, BOTH, GONE])
    return Site(whole.load(data), data, "https://atlas.example/")


def _code(site: Site, printed: str) -> Code:
    return next(code for code in site.atlas.codes if code.code == printed)


def _json(site: Site, printed: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(site.api[_code(site, printed).json_url])
    return told


def _page(site: Site, printed: str) -> str:
    return site.code_page(_code(site, printed))


def test_side_by_side(site: Site) -> None:
    """A code's page has what each language says, each in its own language; English has no mark."""
    page = _page(site, "101")
    block = page[page.index('<dl class="ec-languages">') : page.index("</dl>")]
    assert re.findall(r"<dt>(.*?)</dt>", block) == ["English", "Korean"]
    assert re.findall(r'<span class="ec-message"(.*?) dir="auto">(.*?)</span>', block) == [
        ("", "Dock is busy"),
        (' lang="ko"', "부두를 사용할 수 없습니다"),
    ]


def test_the_language_that_lacks_it(site: Site) -> None:
    """Where a language of the revision does not list the code, the page and Markdown say so."""
    block = _page(site, "103").partition('<dl class="ec-languages">')[2].partition("</dl>")[0]
    assert '<dt>Korean</dt>\n<dd class="ec-dim">does not list 103</dd>' in block
    text = markdown_code.page(entry_of(site.atlas, _code(site, "103")), str)
    assert "- Korean: does not list 103" in text


def test_no_block_for_one_language(site: Site) -> None:
    """Where the newest revision that lists a code has one language, nothing stands beside it."""
    assert "ec-languages" not in _page(site, "105")


def test_every_text_has_its_language(site: Site) -> None:
    """No text in another language stands on a page without its mark: headline, rows, history."""
    for printed in ("101", "104", "105"):
        page = _page(site, printed) + site.code_head(_code(site, printed))
        for said, tag in (("[\uac00-\ud7a3]", "ko"), ("[\u4e00-\u9fff]", "zh")):
            for match in re.finditer(r">([^<>]*)</(?:span|title|del|ins)>", page):
                if re.search(said, match[1]):
                    before = page[: match.start()].rpartition("<")[2]
                    assert f'lang="{tag}"' in before, (printed, match[0])
    assert '<title lang="zh">Orbit error 105' in site.code_head(_code(site, "105"))
    assert "<title>Orbit error 101" in site.code_head(_code(site, "101"))


def test_history(site: Site) -> None:
    """The history has every row with the address of its document, and marks what is retracted."""
    page = _page(site, "101")
    table = page[page.index('<table class="ec-table ec-history"') :]
    links = re.findall(r'href="([^"#]*)#[^"]*">([^<]*):(\d+)</a>', table)
    assert links == [
        ("../../sources/orbit/2023-01-01.txt", "2023-01-01.md", "3"),
        ("../../sources/orbit/2022-01-01.txt", "2022-01-01.md", "3"),
        ("../../sources/orbit/2022-01-01.ko.txt", "2022-01-01.ko.md", "3"),
        ("../../sources/orbit/2021-01-01.txt", "2021-01-01.md", "3"),
    ]
    assert "Retracted by the provider: It was &lt;taken&gt; down." in table
    assert table.index("retracted</small>") < table.index("2022-01-01.txt")


def test_catalog(site: Site) -> None:
    """The catalog has the text of titles, marked where that is not English."""
    table = site.parts["code_table"]("orbit", "api", links_from("orbit/"))
    assert re.findall(r'<span class="ec-message"(.*?) dir="auto">(.*?)</span>', table) == [
        ("", "Dock is busy"),
        ("", "No such ship"),
        ("", "Berth is too small"),
        (' lang="ko"', "닻이 없습니다"),
        (' lang="zh"', "泊位已被占用\uff0c请稍后再试"),
        ("", "Wrong"),
    ]


def test_json(site: Site) -> None:
    """A code's JSON says in which language its message is, and has all other languages' rows."""
    told = _json(site, "101")
    assert (told["message"], told["language"], told["status"]) == ("Dock is busy", "en", "current")
    assert [(one["revision"], one["language"], one["message"]) for one in told["meanings"]] == [
        ("2021-01-01", "zh", "码头正忙"),
        ("2022-01-01", "en", "Dock is busy"),
        ("2023-01-01", "en", "Dock is gone"),
    ]
    assert told["translations"] == [
        {
            "language": "ko",
            "revision": "2022-01-01",
            "message": "부두를 사용할 수 없습니다",
            "columns": {},
            "file": "data/orbit/2022-01-01.ko.md",
            "line": 3,
            "source_url": "https://atlas.example/sources/orbit/2022-01-01.ko.txt",
        }
    ]
    assert told["source_url"] == "https://atlas.example/sources/orbit/2022-01-01.txt"
    assert _json(site, "105")["language"] == "zh"
    assert [_json(site, code)["retracted"] for code in ("101", "105", "109")] == [
        *(False, False, True),
    ]


def test_json_of_revisions(site: Site) -> None:
    """The provider's JSON has every document of a revision, and why one was retracted."""
    told = json.loads(site.api[addresses.API_PROVIDER(provider="orbit")])["revisions"]
    assert [(one["id"], one["language"], one["retracted"]) for one in told] == [
        ("2021-01-01", "zh", None),
        ("2022-01-01", "en", None),
        ("2023-01-01", "en", "It was <taken> down."),
    ]
    (twin,) = told[1]["documents"]
    assert (twin["language"], twin["date"], twin["source_url"]) == (
        "ko",
        "2022-01-03",
        "https://atlas.example/sources/orbit/2022-01-01.ko.txt",
    )
    assert told[0]["documents"] == []


def test_markdown(site: Site) -> None:
    """The Markdown says what the page says."""
    text = markdown_code.page(entry_of(site.atlas, _code(site, "101")), str)
    assert "- English: Dock is busy\n- Korean: 부두를 사용할 수 없습니다\n" in text
    assert (
        "- 2021-01-01 (Chinese): 码头正忙 ([2021-01-01.md:3](sources/orbit/2021-01-01.txt))" in text
    )
    assert (
        "- 2022-01-01 (newest) (Korean): 부두를 사용할 수 없습니다"
        " ([2022-01-01.ko.md:3](sources/orbit/2022-01-01.ko.txt))" in text
    )
    assert "    - Retracted by the provider: It was \\<taken\\> down." in text
    text = markdown_code.page(entry_of(site.atlas, _code(site, "105")), str)
    assert "- Message (Chinese): 泊位已被占用" in text


def test_what_only_a_retracted_one_lists(site: Site) -> None:
    """A code of a retracted revision alone keeps its page and says so."""
    page = _page(site, "109")
    says = "Only 2023-01-01 lists it, which the provider retracted."
    assert f'<p class="ec-state">{says}' in page
    assert f'title="{says}">retracted</span>' in page
    assert ">dropped<" not in page


def test_documents(site: Site) -> None:
    """Each document is published byte for byte at an address of its own, which is promised."""
    files = {path: content for path, content in site.files() if path.startswith("sources/")}
    assert list(files) == [
        "sources/orbit/2021-01-01.txt",
        "sources/orbit/2022-01-01.txt",
        "sources/orbit/2022-01-01.ko.txt",
        "sources/orbit/2023-01-01.txt",
    ]
    assert files["sources/orbit/2022-01-01.ko.txt"] == BOTH.texts[1].content().encode()


def test_documents_are_promised(site: Site, tmp_path: Path) -> None:
    """The address of a twin is one that has to stay."""
    assert "sources/orbit/2022-01-01.ko.txt" in published.promised(site.atlas, tmp_path)


def test_sources_page(site: Site) -> None:
    """The page of sources lists every document with its language, day, checksum and address."""
    page = site.parts["sources_page"](links_from(addresses.SOURCES()))
    assert re.findall(r"<dt>(?:Language|In another language)</dt><dd>(.*?)</dd>", page) == [
        "English",
        "Korean, 2022-01-03",
        "Chinese",
    ]
    assert page.count("<dt>SHA-256</dt>") == 4
    assert 'href="orbit/2022-01-01.ko.txt">data/orbit/2022-01-01.ko.md</a>' in page
    assert "https://orbit.example/ko/errors" in page
    assert "<dt>Retracted by the provider</dt><dd>It was &lt;taken&gt; down.</dd>" in page


def test_changes_page(site: Site) -> None:
    """The page of changes names what is retracted, and has the steps between the others alone."""
    page = site.parts["changes_page"]("orbit", links_from("orbit/changes/"))
    assert re.findall(r'<h2 id="(from:.*?)"', page) == ["from:2021-01-01:2022-01-01"]
    assert "2023-01-01: Retracted by the provider: It was &lt;taken&gt; down." in page
    assert '<span class="ec-message" lang="zh" dir="auto">泊位已被占用' in page


def test_feed(site: Site) -> None:
    """The feed has an entry for a retracted revision, which says so and counts no changes."""
    feed = str(dict(site.files())["orbit/feed.xml"])
    entry = next(one for one in feed.split("<entry>") if "revision/orbit/2023-01-01" in one)
    assert "Retracted by the provider: It was &lt;taken&gt; down." in entry
    assert "dropped" not in entry.lower()


def test_findings_are_shown(site: Site) -> None:
    """What the languages disagree on stands on the pages, each text with its language."""
    page = site.parts["discrepancies_page"](links_from(addresses.DISCREPANCIES()))
    assert "1 code is not listed in Korean: 103." in page
    assert "1 code is not listed in English: 104." in page
    assert '<span class="ec-marked" lang="ko" dir="auto">닻이 없습니다</span>' in page


# What somebody pastes or asks -> the code that Enter opens, or the first that is shown
ASKED = {
    "부두를 사용할 수 없습니다": ("101", True),
    '{"code": "?", "text": "선박을 찾을 수 없습니다"}': ("102", True),
    "orbit 부두를 사용할 수 없습니다": ("101", True),
    "닻이 없습니다": ("104", True),
    "泊位已被占用\uff0c请稍后再试": ("105", True),
    "error: 泊位已被占用": ("105", True),
    "선박을 찾을 수 없는데": ("102", False),
    "泊位被占用了吗": ("105", False),
    "요청 실패: 부두를 사용할 수 없습니다": ("101", True),
    "请求失败: 泊位已被占用\uff0c请稍后再试": ("105", True),
    "없습니다": ("104", False),
    "No such ship": ("102", True),
}

ASK = """
import { ask } from "{project}/tests/search/facts.js"
const asked = {asked}
const found = []
for (const text of asked) found.push(await ask(text))
console.log(JSON.stringify(found))
"""


def _answers(folder: Path, atlas: Atlas, asked: list[str]) -> list[dict[str, Any]]:
    """Return what the search says to each text."""
    real_index.write(folder, atlas)
    script = folder / "ask.mjs"
    text = ASK.replace("{project}", str(real_index.PROJECT))
    script.write_text(text.replace("{asked}", json.dumps(asked)), encoding="utf-8")
    ran = real_index.node(folder, str(script))
    assert ran.returncode == 0, ran.stderr
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


def test_a_message_without_spaces(tmp_path: Path) -> None:
    """A whole message in Chinese is one run of signs, and tells as much as several words."""
    rows = {"101": "泊位编号格式不正确", "102": "船锁"}
    atlas = tongues.atlas(tmp_path, State("2021-01-01", [Text(rows, "zh")]))
    asked = ["船长报告 泊位编号格式不正确 请再试一次", "船长报告 船锁 请再试一次"]
    enter = [answer["enter"] for answer in _answers(tmp_path, atlas, asked)]
    assert enter == ["orbit/101/", None]


def test_search(site: Site, tmp_path: Path) -> None:
    """What any language of the newest revision says finds its code; a part of it is shown."""
    answers = _answers(tmp_path, site.atlas, list(ASKED))
    for asked, answer in zip(ASKED, answers, strict=True):
        code, opens = ASKED[asked]
        assert answer["results"], asked
        assert answer["results"][0]["location"] == f"orbit/{code}/", (asked, answer)
        assert answer["enter"] == (f"orbit/{code}/" if opens else None), (asked, answer)


def test_index_of_one_language_is_as_it_was(tmp_path: Path) -> None:
    """Nothing is added to the index where there is English alone."""
    atlas = tongues.atlas(tmp_path, State("2021-01-01", [Text({"101": "Dock 模板 is busy"})]))
    site = Site(atlas, tmp_path / "data")
    words = next(str(content) for path, content in site.files() if path.endswith("/words.json"))
    assert "模板" in words
    assert "+" not in words
