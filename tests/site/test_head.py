"""What the head of every page says: to search engines, to chats, to browsers."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.conftest import SITE_URL

if TYPE_CHECKING:
    from pathlib import Path

_ATTRIBUTES = re.compile(r'([a-z-]+)="([^"]*)"')
_TAG = re.compile(r"<(meta|link)\b([^>]*)>")


class Head:
    """The head of a page.

    Attributes:
        path: its file.
        title: its title.
        says: what each tag says, by its name.
        links: the attributes of each link.
    """

    def __init__(self, site: Path, file: Path) -> None:
        self.path = file.relative_to(site).as_posix()
        head = file.read_text("utf-8").partition("</head>")[0]
        (self.title,) = (unescape(one).strip() for one in re.findall(r"<title[^>]*>(.*?)<", head))
        self.says: dict[str, str] = {}
        self.links: list[dict[str, str]] = []
        for kind, written in _TAG.findall(head):
            said = {name: unescape(value) for name, value in _ATTRIBUTES.findall(written)}
            if kind == "link":
                self.links.append(said)
            elif "content" in said:
                name = said.get("property") or said.get("name", "")
                self.says[name + said.get("media", "")] = said["content"]

    def linked(self, rel: str) -> list[str]:
        """Return where the links of a kind lead."""
        return [link["href"] for link in self.links if rel in link["rel"].split()]


@pytest.fixture(scope="module")
def heads(site: Path) -> list[Head]:
    """Return the heads of all pages but that for what is missing."""
    files = sorted(site.rglob("index.html"))
    assert len(files) > 600
    return [Head(site, file) for file in files]


def _more_than_once(texts: list[str]) -> list[str]:
    return [text for text, count in Counter(texts).items() if count > 1]


def test_titles_and_descriptions(heads: list[Head]) -> None:
    """Each page has both for itself alone, and no search engine has to cut them."""
    titles = [head.title for head in heads]
    said = [head.says["description"] for head in heads]
    assert [one for one in titles if not 10 < len(one) <= 70] == []
    assert [one for one in said if not 20 < len(one) <= 160] == []
    assert _more_than_once(titles) == []
    assert _more_than_once(said) == []


def test_of_invented_providers(invented_site: Path) -> None:
    """So it is with thousands of codes in parts, and with words that hurt; nothing unfurls."""
    heads = [Head(invented_site, file) for file in sorted(invented_site.rglob("index.html"))]
    heads = [head for head in heads if head.path != "pasting/index.html"]  # of the fixture's own
    assert [head.title for head in heads if not 3 < len(head.title) <= 70] == []
    assert [head.path for head in heads if not 10 < len(head.says["description"]) <= 160] == []
    assert _more_than_once([head.title for head in heads]) == []
    assert [head.path for head in heads if any(name.startswith("og:") for name in head.says)] == []


def test_unfurls(heads: list[Head], site: Path) -> None:
    """A link to any page shows its name, what it says and a picture that is there."""
    shown: Counter[str] = Counter()
    for head in heads:
        address = SITE_URL + head.path.removesuffix("index.html")
        assert head.linked("canonical") == [address]
        assert head.says["og:url"] == address
        assert head.says["og:site_name"] == "Error Code Atlas"
        assert head.says["og:title"]
        assert head.says["og:description"]
        assert head.says["twitter:card"] == "summary_large_image"
        shown[head.says["og:image"].removeprefix(SITE_URL)] += 1
        size = (int(head.says["og:image:width"]), int(head.says["og:image:height"]))
        assert size == (1200, 630)
    cards = {f"assets/cards/{name}.png" for name in ("fresns", "kakaotalk", "wechat")}
    assert set(shown) == {"assets/card.png", *cards}
    for path in shown:
        with Image.open(site / path) as picture:
            assert picture.size == (1200, 630)


def test_browsers_are_told(heads: list[Head], site: Path) -> None:
    """Each page names its icons, its manifest and its colours; tools find the icon at the root."""
    for head in heads:
        above = (site / head.path).parent
        for rel in ("icon", "apple-touch-icon", "manifest"):
            (link,) = head.linked(rel)
            assert (above / link).resolve().is_file(), (head.path, link)
        colours = {name for name in head.says if name.startswith("theme-color")}
        assert len(colours) == 2
    assert (site / "favicon.ico").read_bytes()[:4] == b"\0\0\1\0"
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (site / "robots.txt").read_text("utf-8")


def test_feeds_are_found(heads: list[Head], site: Path) -> None:
    """Whoever looks for a feed finds that of the page's provider first, then that of all."""
    for head in heads:
        provider = head.path.partition("/")[0]
        own = [f"{provider}/feed.xml"] if provider in ("fresns", "kakaotalk", "wechat") else []
        atom = [one for one in head.links if one.get("type") == "application/atom+xml"]
        assert {one["rel"] for one in atom} == {"alternate"}
        there = [((site / head.path).parent / one["href"]).resolve() for one in atom]
        assert [one.relative_to(site).as_posix() for one in there] == [*own, "feed.xml"], head.path


def test_theme_loads_no_feed(site: Path) -> None:
    """The theme's script takes no feed for another language of the site."""
    (script,) = site.glob("assets/javascripts/bundle.*.js")
    assert re.findall(r"link\[rel=alternate\](.{10})", script.read_text("utf-8")) == ["[hreflang]"]


def test_missing_is_not_listed(site: Path) -> None:
    """The page for what is missing is not to be found, and has no address of its own."""
    head = Head(site, site / "404.html")
    assert head.says["robots"] == "noindex"
    assert head.linked("canonical") == []


def test_days_in_the_sitemap(site: Path) -> None:
    """The sitemap names each page once, with a day that the data has, and not that of the build."""
    listed = re.findall(
        r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", (site / "sitemap.xml").read_text("utf-8")
    )
    pages = {
        SITE_URL + file.relative_to(site).as_posix().removesuffix("index.html")
        for file in site.rglob("index.html")
    }
    assert sorted(address for address, _ in listed) == sorted(pages)
