"""A copy for a disk: which links name files, and what is in the place of what a host serves."""

from __future__ import annotations

import pytest

from macros import addresses
from macros.publish.offline import Copy, on_disk

FOLDERS = frozenset({"", "orbit", "orbit/101", "compare"})
LINKS = {
    "": "",
    "#a": "#a",
    "?code=7": "?code=7",
    ".": "./index.html",
    "./": "./index.html",
    "../": "../index.html",
    "..": "../index.html",
    "../..": "../../index.html",
    "../../?q=a&amp;b=c": "../../index.html?q=a&amp;b=c",
    "../../#ec:providers": "../../index.html#ec:providers",
    "../#101": "../index.html#101",
    "../../compare/?retry=never#x": "../../compare/index.html?retry=never#x",
    "../102/": "../102/",
    "index.md": "index.md",
    "../../assets/a.css": "../../assets/a.css",
    "https://a.example/orbit/": "https://a.example/orbit/",
    "//a.example/": "//a.example/",
    "mailto:a@a.example": "mailto:a@a.example",
}


@pytest.mark.parametrize("link", LINKS)
def test_links(link: str) -> None:
    """A link to a page names its file, with what it asks for; any other stays as it is."""
    assert on_disk(link, "orbit/101", FOLDERS) == LINKS[link]


PAGE = (
    '<html><head><link rel="canonical" href="https://a.example/orbit/">'
    '<link rel="manifest" href="../manifest.webmanifest">'
    '<link rel="search" href="../opensearch.xml"></head>'
    '<body><span id="ec:content" tabindex="-1"></span><a href="101/">101</a></body></html>'
)


def test_files() -> None:
    """Files of the search are scripts, the host's are left out, documents are the same bytes."""
    files = {
        "index.html": b"<head></head>",
        "orbit/index.html": PAGE.encode(),
        "orbit/101/index.html": b"",
        "search/lunr.js": b"lunr()",
        "search/codes.json": b'{"build": "\xc3\xa9\xe2\x80\xa8"}',
        "search/search_index.json": b'{"docs": [{"location": "a/#b"}, {"location": ""}]}',
        "assets/scripts/worker.0a.js": f"work({{{addresses.templates()}}})".encode(),
        "assets/scripts/home.0a.js": f"home({{{addresses.templates()}}})".encode(),
        "sources/orbit/r1.txt": b"\xff",
        **dict.fromkeys(("_headers", "_redirects", "404.html", "sitemap.xml.gz"), b""),
        **dict.fromkeys(("manifest.webmanifest", "robots.txt", "favicon.ico"), b""),
    }
    made = dict(Copy(files, "2026-11-26").made())
    assert set(made) == {
        *("index.html", "orbit/index.html", "orbit/101/index.html", "assets/offline.js"),
        *("search/codes.json.js", "search/search_index.json.js", "sources/orbit/r1.txt"),
        *("assets/scripts/worker.0a.js", "assets/scripts/home.0a.js"),
    }
    assert made["sources/orbit/r1.txt"] == b"\xff"
    escaped = rb"{\"build\": \"\u00e9\u2028\"}"
    assert made["search/codes.json.js"] == b'atlasOnDisk.take("' + escaped + b'")\n'
    assert rb"\"location\": \"a/index.html#b\"" in made["search/search_index.json.js"]
    assert rb"\"location\": \"index.html\"" in made["search/search_index.json.js"]
    worker = made["assets/scripts/worker.0a.js"].decode()
    assert worker.startswith("lunr()\natlasOnDisk.take((self, fetch) => {\nwork({")
    for script in (worker, made["assets/scripts/home.0a.js"].decode()):
        assert 'code: "{provider}/{code}/index.html",' in script
    assert made["orbit/index.html"].decode() == (
        '<html><head><link rel="canonical" href="https://a.example/orbit/">'
        '<script src="../assets/offline.js"></script></head>'
        '<body><span id="ec:content" tabindex="-1"></span>'
        '<p class="ec-notice">A copy: what the atlas knew on 2026-11-26.'
        ' <a href="https://a.example/orbit/">The same page on the site</a>.</p>'
        '<a href="101/index.html">101</a></body></html>'
    )
