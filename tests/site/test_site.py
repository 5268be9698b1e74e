"""The built site, read back from its files: every code, every link, every promise of an address."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import urlopen

import pytest

from macros import addresses
from macros.publish import answer, styles, wording
from macros.sources import published
from tests import invented, pages
from tests.conftest import SITE_URL, run_mkdocs

if TYPE_CHECKING:
    from pathlib import Path

    from justhtml.dom import Node

    from macros.atlas import Atlas

KB = 1024


@pytest.fixture(scope="module")
def trees(site: Path) -> dict[str, Node]:
    """Return all pages of the site by their paths: `wechat/40029/index.html`."""
    return {
        path.relative_to(site).as_posix(): pages.parse(path.read_text("utf-8"))
        for path in site.glob("**/*.html")
    }


@pytest.fixture(scope="module")
def ids(trees: dict[str, Node]) -> dict[str, dict[str, Node]]:
    """Return the elements of each page by their ids, by the page's path."""
    return {path: pages.by_id(page) for path, page in trees.items()}


def test_every_code(trees: dict[str, Node], atlas: Atlas, ids: dict[str, dict[str, Node]]) -> None:
    """Each code has one anchor and one page, with the document's own words on both."""
    seen = set()
    for code in atlas.codes:
        row = ids[f"{code.provider.id}/index.html"][code.anchor]
        assert pages.messages(row) == list(code.meanings)
        entry = trees[f"{code.url}index.html"].query("article.ec-entry")[0]
        assert pages.text(entry.query("h1")[0]) == code.code
        assert pages.messages(entry)[: len(code.messages)] == list(code.messages)
        rows = [row for one in code.listings for row in one.rows]
        assert {row.message for row in rows} <= {*pages.messages(entry), *_new_texts(entry)}
        places = [pages.text(one) for one in entry.query(".ec-place a")]
        assert {answer.cited(row) for row in rows} <= set(places)
        seen.add(f"{code.url}index.html")
    folders = tuple(f"{provider}/" for provider in atlas.catalogs)
    others = {
        f"{provider}/{page}/index.html"
        for provider in atlas.catalogs
        for page in ("changes", "limits", "report")
    }
    pages_of_codes = {path for path in trees if path.startswith(folders) and path.count("/") == 2}
    assert pages_of_codes - others == seen


def _new_texts(entry: Node) -> list[str]:
    """Return the texts that an entry shows as the words that came and went, as they are now."""
    return [
        "".join(
            "\n"
            if piece.name == "br"
            else piece.data or ""
            if piece.name == "#text"
            else pages.text(piece)
            for piece in shown.children or ()
            if piece.name != "del"
        )
        for shown in entry.query(".ec-diff")
    ]


def test_what_is_published_is_there(
    site: Path, project: Path, ids: dict[str, dict[str, Node]]
) -> None:
    """Every address that was ever published leads to a file, and every fragment to an element."""
    redirects = (site / "_redirects").read_text("utf-8")
    for address in published.read(project / "data"):
        place, _, other = address.partition(" ")
        if other:
            there = f"{SITE_URL}{other.removeprefix('/')}"
            assert f"/{place}* {there}:splat 301\n" in redirects
            continue
        path, _, fragment = place.partition("#")
        file = f"{path}index.html" if path.endswith("/") or not path else path
        assert (site / file).is_file(), address
        assert not fragment or fragment in ids[file], address


def test_order_and_neighbours(trees: dict[str, Node], atlas: Atlas) -> None:
    """Catalog rows stand in the order of codes; each page leads to the codes before and after."""
    for provider, catalog in atlas.catalogs.items():
        page = trees[f"{provider}/index.html"]
        rows = [(row.attrs or {})["id"] for row in page.query(".ec-table tbody tr[id]")]
        assert rows == [code.anchor for code in catalog.codes]
        for before, code, after in zip(
            catalog.codes, catalog.codes[1:], catalog.codes[2:], strict=False
        ):
            entry = trees[f"{code.url}index.html"]
            links = {(one.attrs or {})["rel"]: one for one in entry.query(".ec-neighbours a")}
            assert (links["prev"].attrs or {})["href"] == f"../{before.address}/"
            assert (links["next"].attrs or {})["href"] == f"../{after.address}/"


def test_sections(trees: dict[str, Node], ids: dict[str, dict[str, Node]], atlas: Atlas) -> None:
    """Section headings stand in the table of contents, and no code can be taken for one."""
    for provider, catalog in atlas.catalogs.items():
        page = f"{provider}/index.html"
        contents = trees[page].query('[data-md-component="toc"] a')
        told = {" ".join(pages.text(link).split()) for link in contents}
        used = {code.range for code in catalog.codes if code.range}
        assert {wording.range_title(span) for span in used} <= told
        assert {span.group for span in used if span.group} <= told
        headings = [name for name, one in ids[page].items() if re.fullmatch("h[234]", one.name)]
        assert headings
        assert all(":" in name for name in headings)


def test_head(trees: dict[str, Node], atlas: Atlas) -> None:
    """A link to a code unfurls with its meaning, at its permanent address."""
    for code in atlas.codes:
        head = trees[f"{code.url}index.html"].query("head")[0]
        meta = {
            (one.attrs or {}).get("property") or (one.attrs or {}).get("name"): one.attrs or {}
            for one in head.query("meta")
        }
        (title,) = (pages.text(one) for one in head.query("title"))
        says = " / ".join(" ".join(message.split()) for message in code.messages)
        what = "code" if code.success else "error"
        if code.messages:
            assert title == answer.shortened(f"{code.provider.name} {what} {code.code}: {says}", 70)
            assert meta["og:title"]["content"] == answer.shortened(f"{code.name}: {says}", 70)
        assert meta["og:url"]["content"] == f"{SITE_URL}{code.url}"
        (canonical,) = head.query("link[rel=canonical]")
        assert (canonical.attrs or {})["href"] == f"{SITE_URL}{code.url}"
        assert len(head.query("meta[name=description]")) == 1
        alternates = {
            (one.attrs or {})["type"]: (one.attrs or {})["href"]
            for one in head.query("link[rel~=alternate]")
        }
        assert alternates["text/markdown"] == "index.md"
        assert alternates["application/json"] == f"../../{code.json_url}"


def test_links(site: Path, trees: dict[str, Node], ids: dict[str, dict[str, Node]]) -> None:
    """Every link of every page leads to a file of the site, and every fragment to an id."""
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


def test_links_of_other_files(site: Path, ids: dict[str, dict[str, Node]]) -> None:
    """Every address of the site in JSON, Markdown and feeds leads to a file, and to an id."""
    files = [*site.glob("api/**/*.json"), *site.glob("*/*/index.md"), *site.glob("llms*.txt")]
    files = [one for one in files if one.name != "openapi.json" and one.parent.name != "schema"]
    files += [*site.glob("feed.xml"), *site.glob("*/feed.xml")]
    pattern = re.compile(rf"{re.escape(SITE_URL)}([^\s\"&<>()`]*)")
    seen = {found for file in files for found in pattern.findall(file.read_text("utf-8"))}
    assert len(seen) > len(list(site.glob("*/*/index.md")))
    for link in seen:
        path, _, fragment = link.partition("#")
        if "{" in path:
            continue
        file = f"{unquote(path)}index.html" if path.endswith("/") or not path else unquote(path)
        assert (site / file).is_file(), link
        assert not fragment or fragment in ids[file], link


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
    index = [site / addresses.SEARCH_CODES(), *site.glob("search/*/**/*.json")]
    assert len(index) == 6
    assert sum(len(gzip.compress(one.read_bytes())) for one in index) <= 70 * 1024


def test_caches(site: Path, address: str) -> None:
    """Browsers keep the search's files of one build for ever, and ask again which build it is."""
    told = {}
    for path in ("search/codes.json", "search/*/words.json", "search/*/codes/0.json"):
        (file,) = site.glob(path)
        with urlopen(f"{address}/{file.relative_to(site).as_posix()}") as answer:  # noqa: S310 - ours
            told[path] = answer.headers.get_all("Cache-Control")
    kept = ["public, max-age=31536000, immutable"]
    assert list(told.values()) == [["public, max-age=0, must-revalidate"], kept, kept]


def test_addresses(site: Path, trees: dict[str, Node], atlas: Atlas) -> None:
    """Paths are in lower case; other names of a provider lead to it."""
    assert all(path == path.lower() for path in trees)
    redirects = (site / "_redirects").read_text("utf-8").splitlines()
    assert f"/kakao/* {SITE_URL}kakaotalk/:splat 301" in redirects
    assert f"/weixin/:code {SITE_URL}wechat/:code/ 301" in redirects
    there = [line.split()[1].removeprefix(SITE_URL) for line in redirects]
    assert all(one.split("/")[0] in atlas.catalogs for one in there)


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
            assert f'href="{provider}/{revision.id}.txt"' in text
            assert revision.sha256 in page
            assert " ".join(revision.dated_by.split()) in page
            assert revision.licence.replace("none stated", "not stated") in page


def test_not_found(site: Path, atlas: Atlas) -> None:
    """The 404 page works at any depth, and offers the search and the providers."""
    text = (site / "404.html").read_text("utf-8")
    page = pages.parse(text)
    assert page.query("[data-ec-search] textarea")
    links = {(link.attrs or {})["href"] for link in page.query("article li a")}
    assert links == {f"/{provider}/" for provider in atlas.catalogs}
    assert re.search(r'"/assets/scripts/not_found\.[0-9a-f]{8}\.js"', text)


def test_nothing_from_elsewhere(trees: dict[str, Node]) -> None:
    """No page loads anything from another host."""
    for path, page in trees.items():
        for element in page.query("script[src], img[src], link[rel=stylesheet], link[rel=icon]"):
            attributes = element.attrs or {}
            address = attributes.get("src") or attributes.get("href") or ""
            assert not urlsplit(address).netloc, f"{path} loads {address}"


def test_nothing_unused(site: Path) -> None:
    """Each file below `assets/` is named by a page, or by a script or a list that one names."""
    files = {file.relative_to(site).as_posix() for file in (site / "assets").rglob("*.*")}
    named = {*site.glob("*.html"), *site.glob("*/index.html"), *site.glob("*/*/index.html")}
    named |= {
        site / "opensearch.xml",
        site / addresses.MANIFEST(),
        *(site / "assets/scripts").glob("*.js"),
    }
    texts = "\n".join(file.read_text("utf-8") for file in named)
    unused = {file for file in files if file.rpartition("/")[2] not in texts}
    # None of the real catalogs is so large that it has an overview.
    assert {re.sub(r"\.[0-9a-f]{8}", "", file) for file in unused} == {"assets/scripts/overview.js"}
    assert len(files) > 10
    assert sorted(path.name for path in site.rglob("*.map")) == []


def _zipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))


def _shapes(classes: str) -> list[str]:
    return [f".{one}" for one in classes.split()] or ["table:not([class])"]


def test_every_class_has_its_rules(trees: dict[str, Node]) -> None:
    """No page has what the theme's rules are left out for: a class, or a table without one."""
    found = ((path, node) for path, page in trees.items() for node in page.query("[class], table"))
    bare = {
        (path, shape)
        for path, node in found
        for shape in _shapes((node.attrs or {}).get("class") or "")
        if styles.NOT_OURS.search(shape)
    }
    assert not bare, "macros/publish/styles.py leaves out the rules for these: mend NOT_OURS there"


def test_sizes(site: Path, atlas: Atlas) -> None:
    """Gzipped, a code has at most 6 KB as a page, and 2 as JSON; with sources, 2 KB more there."""
    for code in atlas.codes:
        assert _zipped(site / code.url / "index.html") <= 6 * KB, code.url
        assert _zipped(site / code.json_url) <= (4 if code.observed else 2) * KB, code.url
    assert _zipped(site / addresses.API_CATALOG()) <= 176 * KB
    packs = [*site.glob("api/v1/codes/*.json"), *site.glob("api/v1/markdown/*.md")]
    assert len(packs) == 2 * 16
    assert max(map(_zipped, packs)) <= 64 * KB


def test_the_same_bytes(tmp_path: Path) -> None:
    """A build at another time, with other hashes, in another time zone gives the same bytes."""
    invented.link_project(tmp_path)
    invented.write(tmp_path, invented.DOCUMENT, invented.DOCUMENT.replace("busy", "free"))
    for name, environment in {
        "first": {"SITE_URL": SITE_URL},
        "second": {
            "SITE_URL": SITE_URL,
            "SOURCE_DATE_EPOCH": "86400",
            "PYTHONHASHSEED": "1",
            "TZ": "Asia/Seoul",
        },
    }.items():
        folder = str(tmp_path / name)
        run_mkdocs(tmp_path, "build", "--strict", "--site-dir", folder, check=True, **environment)
    first, second = _contents(tmp_path / "first"), _contents(tmp_path / "second")
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def _contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.glob("**/*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_dates_of_pages(site: Path, atlas: Atlas) -> None:
    """The sitemap dates a page by the day on which the atlas took in what it is about."""
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    dates = dict(re.findall(r"<loc>([^<]*)</loc>\s*<lastmod>([^<]*)</lastmod>", sitemap))
    for code in atlas.codes:
        day = code.provider.latest.added
        if code.observed:
            day = max(day, code.observed.seen)
        assert dates[f"{SITE_URL}{code.url}"] == day.isoformat(), code.url
    newest = max(catalog.updated for catalog in atlas.catalogs.values())
    assert dates[SITE_URL] == newest.isoformat()


def test_without_an_address(invented_site: Path) -> None:
    """A build that does not know its address leaves out what needs one."""
    text = (invented_site / "hurtful/101/index.html").read_text("utf-8")
    for sign in ("og:", "twitter:", "opensearch", "canonical", "feed.xml"):
        assert sign not in text
    assert not (invented_site / "opensearch.xml").exists()
    assert not (invented_site / "feed.xml").exists()


def test_hurtful_text(invented_site: Path) -> None:
    """Provider text that means something to Jinja, Markdown or HTML goes through a whole build."""
    expected = {
        "0": "{{ 1 + 1 }} {% raw %} {# no #}",
        "101": "<script>alert(1)</script> </td> &amp; *a* _b_ `c` | d",
        "102": "مشغول <!-- \"e\" 'f' [^1] --8<--",
    }
    catalog = (invented_site / "hurtful/index.html").read_text("utf-8")
    rows = pages.by_id(pages.parse(catalog))
    for code, message in expected.items():
        assert pages.messages(rows[code]) == [message]
        page = invented_site / "hurtful" / code / "index.html"
        entry = pages.parse(page.read_text("utf-8"))
        assert pages.messages(entry) == [message, message]
        title = entry.query("head title")
        named = f"Hurtful {'code' if code == '0' else 'error'} {code}: {message}"
        assert [pages.text(one) for one in title] == [answer.shortened(named, 70)]


def test_hurtful_observations(invented_site: Path) -> None:
    """Words of ours that mean something to Jinja, Markdown or HTML are shown as they are, too."""
    listed = pages.parse((invented_site / "hurtful/101/index.html").read_text("utf-8"))
    (causes,) = listed.query("ol.ec-causes")
    assert [pages.text(one) for one in causes.query("p")] == [
        "<img src=x onerror=alert(1)> {{ 1 + 1 }} *a*",
        "How to tell: </li></ol> {% raw %}",
        "Do: `b` [^1] | c",
    ]
    (disputed,) = listed.query("div.ec-disputed")
    assert "</div><script>alert(2)</script>" in pages.text(disputed)
    (link,) = disputed.query("a")
    assert (link.attrs or {})["href"] == "https://orbit.example/next?a=%22&b='{{c}}'"
    observed = pages.parse((invented_site / "hurtful/900/index.html").read_text("utf-8"))
    (headline,) = observed.query("p.ec-headline")
    assert pages.text(headline) == "</p><script>alert(3)</script> {{ 2 }}"
    assert [pages.text(one) for one in observed.query("code.ec-sent")] == [
        "</code><b>{name}</b> &amp; [c](d)"
    ]
    row = pages.by_id(pages.parse((invented_site / "hurtful/index.html").read_text("utf-8")))["900"]
    assert pages.messages(row) == ["</p><script>alert(3)</script> {{ 2 }}"]


def test_bad_data_leaves_the_site_alone(invented_site: Path) -> None:
    """Bad data stops the build with its messages alone, before any file of the site is touched."""
    before = {path: path.stat().st_mtime_ns for path in invented_site.glob("**/*")}
    document = invented_site.parent / "data/hurtful/2021-01-01.md"
    text = document.read_bytes()
    document.write_text("", encoding="utf-8")
    try:
        result = run_mkdocs(invented_site.parent, "build", "--strict", check=False)
    finally:
        document.write_bytes(text)
    assert result.returncode
    said = result.stdout + result.stderr
    assert "data/hurtful/provider.yml:28: data/hurtful/2021-01-01.md is not the document" in said
    assert "Traceback" not in said
    after = {path: path.stat().st_mtime_ns for path in invented_site.glob("**/*")}
    assert before == after
