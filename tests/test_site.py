"""The built site, read back from its files: every code, every link, every promise of an address."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests import invented, pages
from tests.conftest import SITE_URL, run_mkdocs

if TYPE_CHECKING:
    from pathlib import Path

    from justhtml.dom import Node

    from macros.model import Atlas, Code

CODES_IN_ALL = 670
MOST_GZIPPED = 6 * 1024  # bytes of one code's page


@pytest.fixture(scope="module")
def trees(site: Path) -> dict[str, Node]:
    """Return all pages of the site by their paths: `wechat/40029/index.html`."""
    return {
        path.relative_to(site).as_posix(): pages.parse(path.read_text("utf-8"))
        for path in site.glob("**/*.html")
    }


@pytest.fixture(scope="module")
def catalogs(trees: dict[str, Node], atlas: Atlas) -> dict[str, dict[str, Node]]:
    """Return the elements of each catalog page by id."""
    return {provider: pages.by_id(trees[f"{provider}/index.html"]) for provider in atlas.catalogs}


def _entries(atlas: Atlas) -> list[Code]:
    return [code for catalog in atlas.catalogs.values() for code in catalog.codes]


def test_every_code(
    trees: dict[str, Node], atlas: Atlas, catalogs: dict[str, dict[str, Node]]
) -> None:
    """Each of the 670 codes has one anchor and one page, with the document's own words on both."""
    seen = set()
    for code in _entries(atlas):
        row = catalogs[code.provider.id][code.anchor]
        assert pages.messages(row) == list(code.messages)
        path = f"{code.provider.id}/{code.address}/index.html"
        entry = trees[path].query("article.ec-entry")[0]
        assert pages.text(entry.query("h1")[0]) == code.code
        newest_first = [row.message for one in reversed(code.listings) for row in one.rows]
        assert pages.messages(entry) == [*code.messages, *newest_first]
        text = " ".join(pages.text(entry).split())
        for row_of_document in (row for one in code.listings for row in one.rows):
            assert f"{row_of_document.file}, line {row_of_document.line}" in text
        seen.add(path)
    assert len(seen) >= CODES_IN_ALL
    folders = tuple(f"{provider}/" for provider in atlas.catalogs)
    others = {f"{provider}/changes/index.html" for provider in atlas.catalogs}
    pages_of_codes = {path for path in trees if path.startswith(folders) and path.count("/") == 2}
    assert pages_of_codes - others == seen


def test_response_shapes(trees: dict[str, Node], atlas: Atlas) -> None:
    """Each code set shows how a body carries its codes, with the example as it was written."""
    for provider, catalog in atlas.catalogs.items():
        shown = trees[f"{provider}/index.html"].query(".ec-response pre")
        examples = [one.response.example.strip() for one in catalog.provider.code_sets]
        assert [pages.text(one) for one in shown] == examples


def test_badges(atlas: Atlas, catalogs: dict[str, dict[str, Node]]) -> None:
    """Rows tell what a person must see first; never more than two words at once."""
    shown: dict[str, list[str]] = {}
    for code in _entries(atlas):
        row = catalogs[code.provider.id][code.anchor]
        badges = shown[code.name] = [pages.text(badge) for badge in row.query(".ec-badge")]
        assert len(badges) <= 2
        assert ("dropped" in badges) == code.dropped
        assert ("success" in badges) == code.success
        assert ("new" in badges) == code.new
    assert {name for name, badges in shown.items() if "success" in badges} >= {
        "WeChat 0",
        "KakaoTalk 0",
        "KakaoTalk 1000",
    }
    assert shown["KakaoTalk 3014"] == ["meaning changed"]
    assert shown["KakaoTalk -2019"] == ["limit changed", "discrepancy"]
    assert shown["KakaoTalk 3050"] == ["2 rows"]
    assert shown["WeChat 46002"] == ["discrepancy"]
    assert shown["KakaoTalk -1004"] == []  # one name among several is not wrong


def test_changes(trees: dict[str, Node], atlas: Atlas) -> None:
    """A provider's page of changes counts them by kind, marks the words, and draws all codes."""
    page = trees["kakaotalk/changes/index.html"]
    headings = [" ".join(pages.text(one).split()) for one in page.query("h3")]
    assert headings[:8] == [
        "Meaning changed 4",
        "Limit changed 2",
        "Rows changed 1",
        "Dropped 10",
        "Added 160",
        "Reworded 54",
        "Mistake introduced 1",
        "Formatting only 17",
    ]
    table = page.query("table")[1]
    assert [pages.text(one) for one in table.query("tr")[1].query("del")] == [
        "due to",
        "with above 1,000",
    ]
    assert "A template body may be 1,300 characters long" in pages.text(table)
    for provider, catalog in atlas.catalogs.items():
        cells = trees[f"{provider}/changes/index.html"].query("svg a")
        links = [(cell.attrs or {})["href"] for cell in cells]
        assert links == [f"../{code.address}/" for code in catalog.codes]
        assert all(cell.query("title") for cell in cells)
    nothing = pages.text(trees["fresns/changes/index.html"])
    assert "The atlas holds one revision of Fresns's document" in nothing


def test_discrepancies(trees: dict[str, Node]) -> None:
    """All findings stand on one page, with the words marked and what probably should be there."""
    page = trees["discrepancies/index.html"]
    rows = [(row.attrs or {}, " ".join(pages.text(row).split())) for row in page.query("tr")]
    twins = [text for attributes, text in rows if attributes.get("data-kind") == "sign-twin"]
    assert len(twins) == 63
    assert sum("mean the same" in text for text in twins) == 1
    spelling = [text for attributes, text in rows if attributes.get("data-kind") == "spelling"]
    assert any("kf_acount" in text and "kf_account" in text for text in spelling)


def test_compare(trees: dict[str, Node], atlas: Atlas) -> None:
    """Every code stands once among the conditions, with verdict and with what is alike."""
    page = trees["compare/index.html"]
    links = [(link.attrs or {})["href"] or "" for link in page.query(".ec-compare a.ec-code")]
    assert sorted(links) == sorted(f"../{code.url}" for code in _entries(atlas))
    condition = next(
        one
        for one in page.query(".ec-compare tbody tr")
        if (one.attrs or {})["id"] == "condition:token-expired"
    )
    assert (condition.attrs or {})["data-retry"] == "after-reauthentication"
    assert {"../wechat/42001/", "../fresns/31504/"} <= {
        (link.attrs or {})["href"] for link in condition.query("a")
    }
    said = pages.text(trees["wechat/42001/index.html"].query(".ec-elsewhere")[0])
    assert "Fresns 31504" in said
    assert "our classification" in said


def test_same_number(trees: dict[str, Node]) -> None:
    """Numbers that stand for several things: the sign twins, `0` and 3050, and no others."""
    rows = trees["compare/same-number/index.html"].query("tbody tr")
    assert len(rows) == 63 + 1
    texts = {(row.attrs or {})["id"]: pages.text(row) for row in rows}
    assert "Request succeeded" in texts["number:0"]
    assert "Opt out spec." in texts["number:3050"]


def test_responses(trees: dict[str, Node]) -> None:
    """Each code set tells where its codes stand and what they look like."""
    text = " ".join(pages.text(trees["compare/responses/index.html"]).split())
    assert "negative, 4 digits (218); 1 digit (2)" in text
    assert 'resultCode is "1000" (a string).' in text


def test_life_of_a_code(trees: dict[str, Node]) -> None:
    """A code's page shows what changed, what looks wrong, and which code it is not."""
    page = trees["kakaotalk/3014/index.html"]
    assert [pages.text(one) for one in page.query("del")] == ["Unknown message status"]
    assert [pages.text(one) for one in page.query(".ec-step .ec-kind")] == ["Meaning changed"]
    twin = " ".join(pages.text(page.query(".ec-twin")[0]).split())
    assert twin.startswith("-3014, with the minus, is another code with another meaning: If the")
    page = trees["kakaotalk/1033/index.html"]
    marks = [pages.text(one) for one in page.query(".ec-findings mark")]
    assert marks == ["paramater", "\\_", "\\_"]
    assert [pages.text(one) for one in page.query(".ec-findings ins")] == ["parameter", "_", "_"]


def test_dropped_codes(trees: dict[str, Node]) -> None:
    """A dropped code keeps its page and anchor, and says in which revision it was last seen."""
    text = pages.text(trees["wechat/61501/index.html"])
    assert "Last seen in revision r1 (date unknown)" in text
    text = pages.text(trees["kakaotalk/2000/index.html"])
    assert "Last seen in 2022-05-19; no longer listed as of 2025-12-10." in text


def test_order_and_neighbours(trees: dict[str, Node], atlas: Atlas) -> None:
    """Catalog rows stand in the order of codes; each page leads to the codes before and after."""
    for provider, catalog in atlas.catalogs.items():
        page = trees[f"{provider}/index.html"]
        rows = [(row.attrs or {})["id"] for row in page.query(".ec-table tbody tr")]
        assert rows == [code.anchor for code in catalog.codes]
    neighbours = trees["kakaotalk/1000/index.html"]
    links = {(link.attrs or {})["rel"]: link for link in neighbours.query(".ec-neighbours a")}
    assert (links["prev"].attrs or {})["href"] == "../-9999/"
    assert (links["next"].attrs or {})["href"] == "../1001/"


def test_sections(catalogs: dict[str, dict[str, Node]], trees: dict[str, Node]) -> None:
    """Section headings stand in the table of contents, and no code can be taken for one."""
    contents = trees["fresns/index.html"].query('[data-md-component="toc"] a')
    links = {(link.attrs or {})["href"]: " ".join(pages.text(link).split()) for link in contents}
    assert links["#group:api:36100"] == "Interactions"
    assert links["#range:api:36600"] == "36600 … 36699 Conversation"
    assert "section titles are the provider's" in pages.text(trees["fresns/index.html"])
    assert "section titles are ours" in pages.text(trees["wechat/index.html"])
    for elements in catalogs.values():
        headings = [name for name, one in elements.items() if re.fullmatch("h[234]", one.name)]
        assert headings
        assert all(":" in name for name in headings)


@pytest.mark.parametrize("path", ["kakaotalk/-3016", "kakaotalk/3050", "wechat/40029"])
def test_head(trees: dict[str, Node], atlas: Atlas, path: str) -> None:
    """A link to a code unfurls with its meaning, at its permanent address."""
    provider, _, address = path.partition("/")
    code = atlas.catalogs[provider].by_address[address]
    head = trees[f"{path}/index.html"].query("head")[0]
    meta = {
        (one.attrs or {}).get("property") or (one.attrs or {}).get("name"): one.attrs or {}
        for one in head.query("meta")
    }
    assert len(head.query("title")) == 1
    title = pages.text(head.query("title")[0])
    assert title == meta["og:title"]["content"]
    for message in code.messages:
        assert " ".join(message.split()) in title
    assert meta["og:url"]["content"] == f"{SITE_URL}{path}/"
    assert (head.query("link[rel=canonical]")[0].attrs or {})["href"] == f"{SITE_URL}{path}/"
    assert "As of" in (meta["og:description"]["content"] or "")
    assert len(head.query("meta[name=description]")) == 1


def test_links(site: Path, trees: dict[str, Node]) -> None:
    """Every link of every page leads to a file of the site, and every fragment to an id."""
    ids = {path: set(pages.by_id(page)) for path, page in trees.items()}
    for path, page in trees.items():
        here = "/" + path.removesuffix("index.html")
        for element in page.query("a[href], link[href], script[src], img[src]"):
            attributes = element.attrs or {}
            target = urlsplit(urljoin(here, attributes.get("href") or attributes.get("src") or ""))
            if target.scheme or target.netloc:
                continue
            file = unquote(target.path).lstrip("/")
            file = f"{file}index.html" if file.endswith("/") or not file else file
            assert (site / file).is_file(), f"{here} links to {target.path}"
            if target.fragment and file in ids:
                assert unquote(target.fragment) in ids[file], f"{here} links to {target.geturl()}"


def test_search_engine(site: Path, trees: dict[str, Node]) -> None:
    """Browsers can add the site as a search engine; the stock index holds little."""
    description = (site / "opensearch.xml").read_text("utf-8")
    assert description.startswith("<?xml")
    assert f'template="{SITE_URL}?q={{searchTerms}}"' in description
    for path in ("index.html", "wechat/40029/index.html", "404.html"):
        (link,) = trees[path].query("link[rel=search]")
        assert ((link.attrs or {})["href"] or "").endswith("opensearch.xml")
    stock = (site / "search/search_index.json").read_bytes()
    assert len(gzip.compress(stock)) <= 10 * 1024
    index = [*site.glob("search/codes/*"), *site.glob("search/messages/*")]
    index += [site / f"search/{name}.json" for name in ("codes", "words", "conditions")]
    assert sum(len(gzip.compress(one.read_bytes())) for one in index) <= 60 * 1024


def test_addresses(site: Path, trees: dict[str, Node], atlas: Atlas) -> None:
    """Paths are in lower case; other names of a provider lead to it."""
    assert all(path == path.lower() for path in trees)
    redirects = (site / "_redirects").read_text("utf-8").splitlines()
    assert "/kakao/* /kakaotalk/:splat 301" in redirects
    assert "/weixin/* /wechat/:splat 301" in redirects
    assert all(line.split()[1].split("/")[1] in atlas.catalogs for line in redirects)


def test_verbatim_documents(site: Path, project: Path, atlas: Atlas) -> None:
    """The sources page links each document, published byte for byte, with what is known of it."""
    text = (site / "sources/index.html").read_text("utf-8")
    page = " ".join(pages.text(pages.parse(text).query("article")[0]).split())
    assert "not affiliated" in page
    for provider, catalog in atlas.catalogs.items():
        for revision in catalog.provider.revisions:
            published = site / "sources" / provider / f"{revision.id}.txt"
            document = project / "data" / provider / revision.file
            assert published.read_bytes() == document.read_bytes()
            assert f'href="../sources/{provider}/{revision.id}.txt"' in text
            assert revision.sha256 in page
            assert " ".join(revision.dated_by.split()) in page
            assert revision.licence in page


def test_not_found(site: Path, atlas: Atlas) -> None:
    """The 404 page works at any depth, and offers the search and the providers."""
    text = (site / "404.html").read_text("utf-8")
    page = pages.parse(text)
    assert page.query('[data-md-component="search-query"]')
    links = {(link.attrs or {})["href"] for link in page.query("article li a")}
    assert links == {f"/{provider}/" for provider in atlas.catalogs}
    assert '"/assets/pages/not_found.js"' in text


def test_size_of_code_pages(site: Path, atlas: Atlas) -> None:
    """No code's page is larger than 6 KB gzipped."""
    sizes = {
        code.url: len(gzip.compress((site / code.url / "index.html").read_bytes()))
        for code in _entries(atlas)
    }
    largest = max(sizes, key=lambda url: sizes[url])
    assert sizes[largest] <= MOST_GZIPPED, (largest, sizes[largest])


def test_nothing_from_elsewhere(trees: dict[str, Node]) -> None:
    """No page loads anything from another host."""
    for path, page in trees.items():
        for element in page.query("script[src], img[src], link[rel=stylesheet], link[rel=icon]"):
            attributes = element.attrs or {}
            address = attributes.get("src") or attributes.get("href") or ""
            assert not urlsplit(address).netloc, f"{path} loads {address}"


def test_without_an_address(tmp_path: Path) -> None:
    """A build that does not know its address leaves out what needs one."""
    invented.link_project(tmp_path)
    invented.write(tmp_path)
    run_mkdocs(tmp_path, "build", "--strict")
    text = (tmp_path / "site/orbit/101/index.html").read_text("utf-8")
    assert "og:title" in text
    assert "og:url" not in text
    assert "opensearch" not in text
    assert "canonical" not in text


HURTFUL = """\
| Code | Meaning |
|---|---|
| 0 | {{ 1 + 1 }} {% raw %} {# no #} |
| 101 | &lt;script>alert(1)&lt;/script> &lt;/td> &amp;amp; \\*a\\* \\_b\\_ \\`c\\` \\| d |
| 102 | مشغول &lt;!-- "e" 'f' \\[^1] --8&lt;-- |
"""


def test_hurtful_text(tmp_path: Path) -> None:
    """Provider text that means something to Jinja, Markdown or HTML goes through a whole build."""
    invented.link_project(tmp_path)
    invented.write(tmp_path, HURTFUL)
    run_mkdocs(tmp_path, "build", "--strict")
    expected = {
        "0": "{{ 1 + 1 }} {% raw %} {# no #}",
        "101": "<script>alert(1)</script> </td> &amp; *a* _b_ `c` | d",
        "102": "مشغول <!-- \"e\" 'f' [^1] --8<--",
    }
    rows = pages.by_id(pages.parse((tmp_path / "site/orbit/index.html").read_text("utf-8")))
    for code, message in expected.items():
        assert pages.messages(rows[code]) == [message]
        entry = pages.parse((tmp_path / f"site/orbit/{code}/index.html").read_text("utf-8"))
        assert pages.messages(entry) == [message, message]
        title = entry.query("head title")
        assert [pages.text(one) for one in title] == [f"Orbit {code}: {message}"]


def test_bad_data_leaves_the_site_alone(tmp_path: Path) -> None:
    """Bad data stops the build with its messages alone, before any file of the site is touched."""
    invented.link_project(tmp_path)
    data = invented.write(tmp_path)
    run_mkdocs(tmp_path, "build", "--strict")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").glob("**/*")}
    document = data / "orbit" / "2021-01-01.md"
    document.write_text("", encoding="utf-8")
    result = run_mkdocs(tmp_path, "build", "--strict", check=False)
    assert result.returncode
    said = result.stdout + result.stderr
    assert "data/orbit/provider.yml:28: data/orbit/2021-01-01.md is not the document" in said
    assert "Traceback" not in said
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").glob("**/*")}
    assert before == after
