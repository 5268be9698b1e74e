"""What the host answers: headers, content types, redirects, 404s, methods, conditional requests.

Asked is Netlify's own local server, on the site that Netlify's own build has made of a clone,
without an account and without a network. Each answer is compared with that of the stand-in
(`tests/host.py`), which the browser tests use.

What the local server does not do as production does, and how that was checked otherwise:

- It adds no slash and lower-cases nothing: production does both with `pretty_urls`, which
  `netlify.toml` pins. The stand-in adds the slash; where a host does not, a page sets it right
  itself (`tests/browser/test_addresses.py`), and the 404 page leads to the address in lower case.
- It ignores `Cache-Control` of a rule, and `Content-Type` of a rule for `.xml`. The rules are held
  against the files (`tests/site/test_host.py`), and the stand-in applies them.
- Of two rules with the same header it takes the last, where production joins both values. No answer
  has a header from two rules (`tests/site/test_host.py`).
- Its 404 page has no ETag and only the headers of `/*`; what production does is not documented.
- It publishes `_headers` and `_redirects`, which say nothing that an answer does not say.
- It compresses nothing, speaks no HTTPS and no HTTP/2: production's, and nothing of ours.
- It ends at a percent sign that no two digits follow, and at some empty segments: no test asks it
  for these. The stand-in answers 404.
- It makes the destination of a redirect relative to itself, so that with `..%2F%2Fb.example` behind
  another name of a provider it leads to another host. With full addresses in `_redirects` it
  does not (`test_no_way_out`); production resolves nothing, as far as its documentation says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import SITE_URL
from tests.hosted.asking import ask

if TYPE_CHECKING:
    from pathlib import Path

REVALIDATED = "public, max-age=0, must-revalidate"
# One address of each kind -> its content type.
KINDS = {
    "/": "text/html; charset=utf-8",
    "/wechat/": "text/html; charset=utf-8",
    "/wechat/40029/": "text/html; charset=utf-8",
    "/wechat/changes/": "text/html; charset=utf-8",
    "/compare/same-number/": "text/html; charset=utf-8",
    "/404.html": "text/html; charset=utf-8",
    "/wechat/40029/index.md": "text/markdown; charset=utf-8",
    "/wechat/report/index.md": "text/markdown; charset=utf-8",
    "/api/v1/index.json": "application/json; charset=utf-8",
    "/api/v1/catalog.csv": "text/csv; charset=utf-8",
    "/llms.txt": "text/plain; charset=utf-8",
    "/sources/wechat/*.txt": "text/plain; charset=utf-8",
    "/feed.xml": "application/atom+xml; charset=utf-8",
    "/wechat/feed.xml": "application/atom+xml; charset=utf-8",
    "/sitemap.xml": "application/xml",
    "/sitemap.xml.gz": "application/gzip",
    "/opensearch.xml": "application/xml",
    "/assets/css/atlas.*.css": "text/css; charset=utf-8",
    "/assets/javascripts/bundle.*.min.js": "application/javascript; charset=utf-8",
    "/assets/scripts/worker.*.js": "application/javascript; charset=utf-8",
    "/assets/icon.*.svg": "image/svg+xml",
    "/assets/cards/wechat.png": "image/png",
    "/favicon.ico": "image/vnd.microsoft.icon",
    "/manifest.webmanifest": "application/manifest+json",
    "/robots.txt": "text/plain; charset=utf-8",
    "/search/codes.json": "application/json; charset=utf-8",
    "/search/*/words.json": "application/json; charset=utf-8",
    "/search/*/codes/0.json": "application/json; charset=utf-8",
}
# What production says of these, the local server ignores.
UNSAID = ("/feed.xml", "/wechat/feed.xml")
ALL = {
    "content-security-policy": r"default-src 'none'; script-src 'self'( 'sha256-[\w+/]{43}=')+; .+",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": r".*\bcamera=\(\).*",
    "referrer-policy": "strict-origin-when-cross-origin",
    "strict-transport-security": r"max-age=\d{8}",
    "x-content-type-options": "nosniff",
}
MISSING = {
    "/nothing/": "text/html; charset=utf-8",
    "/wechat/99999/": "text/html; charset=utf-8",
    "/WeChat/40029/": "text/html; charset=utf-8",
    "/wechat/a%20b/": "text/html; charset=utf-8",
    "/wechat/%3Cscript%3Ealert(1)%3C%2Fscript%3E/": "text/html; charset=utf-8",
    "/__proto__/constructor/": "text/html; charset=utf-8",
    f"/{'a' * 4000}": "text/html; charset=utf-8",
    "/sources/wechat/none.txt": "text/html; charset=utf-8",
    "/wechat/99999/index.md": "text/html; charset=utf-8",
    "/api/v1/none.json": "application/json; charset=utf-8",
    "/api/v1/wechat/99999.json": "application/json; charset=utf-8",
    "/api/v1/markdown/zz.md": "application/json; charset=utf-8",
}
# address -> where it leads, seen from the root
LEAD = {
    "/kakao/-3016/": "kakaotalk/-3016/",
    "/kakao/-3016": "kakaotalk/-3016/",
    "/kakao/E915?a=b": "kakaotalk/E915/?a=b",
    "/kakao": "kakaotalk/",
    "/weixin/changes/": "wechat/changes/",
    "/weixin/feed.xml": "wechat/feed.xml",
    "/weixin/40029/index.md": "wechat/40029/index.md",
}


def address_of(site: Path, kind: str) -> str:
    """Return the address of the first file that a pattern is for."""
    if "*" not in kind:
        return kind
    return f"/{min(site.glob(kind[1:])).relative_to(site).as_posix()}"


@pytest.mark.parametrize("kind", KINDS)
def test_kinds(hosted: str, stand_in: str, clone: Path, kind: str) -> None:
    """An answer has its content type and the headers that make it safe; both servers agree."""
    address = address_of(clone / "site", kind)
    told, played = ask(hosted, address), ask(stand_in, address)
    assert (told.status, played.status) == (200, 200)
    assert told.body == played.body != b""
    assert played.headers["content-type"] == KINDS[kind]
    if kind in UNSAID:
        told.headers["content-type"] = KINDS[kind]
    for name, value in ALL.items():
        assert re.fullmatch(value, told.headers[name]), name
    assert told.headers.pop("cache-control") == "public, max-age=0"
    assert played.headers.pop("cache-control") in {
        REVALIDATED,
        "public, max-age=31536000, immutable",
    }
    assert told.headers.pop("etag")
    assert played.headers.pop("etag")
    assert told.headers == played.headers


PROGRAMS = (
    *("/api/v1/index.json", "/api/v1/catalog.csv", "/wechat/40029/index.md"),
    *("/wechat/report/index.md", "/llms.txt", "/sources/wechat/*.txt"),
)
FEEDS = ("/feed.xml", "/wechat/feed.xml")


@pytest.mark.parametrize("kind", KINDS)
def test_other_origins(hosted: str, clone: Path, kind: str) -> None:
    """What is for programs, any page may read; of the rest, none may."""
    headers = ask(hosted, address_of(clone / "site", kind)).headers
    open_to_all = kind in {*PROGRAMS, *FEEDS}
    assert headers.get("access-control-allow-origin") == ("*" if open_to_all else None)
    shared = kind in PROGRAMS or kind.startswith("/assets/")
    listed = kind.count("/") > 1 or kind in {"/", "/404.html"}
    expected = "cross-origin" if shared else "same-origin" if listed else None
    assert headers.get("cross-origin-resource-policy") == expected


@pytest.mark.parametrize("address", MISSING)
def test_missing(hosted: str, stand_in: str, clone: Path, address: str) -> None:
    """What is not there is a 404 with the same headers: a page, and JSON for programs."""
    told, played = ask(hosted, address), ask(stand_in, address)
    assert (told.status, played.status) == (404, 404)
    file = "api/not-found.json" if address.startswith("/api/") else "404.html"
    assert told.body == played.body == (clone / "site" / file).read_bytes()
    for name, value in {**ALL, "content-type": MISSING[address]}.items():
        assert re.fullmatch(
            re.escape(value) if value in KINDS.values() else value, told.headers[name]
        )
    for answer in (told, played):
        answer.headers.pop("etag", None)
        answer.headers.pop("cache-control")
    assert told.headers == played.headers
    shared = told.headers.get("access-control-allow-origin")
    assert shared == ("*" if address.startswith("/api/") else None)


@pytest.mark.parametrize("address", LEAD)
def test_other_names(hosted: str, stand_in: str, address: str) -> None:
    """Another name of a provider leads to its address in one step, with its slash and its query."""
    told, played = ask(hosted, address), ask(stand_in, address)
    assert (told.status, told.headers["location"]) == (301, f"{SITE_URL}{LEAD[address]}")
    assert (played.status, played.headers["location"]) == (301, f"/{LEAD[address]}")


WAYS_OUT = [
    f"/{name}/{behind}"
    for name in ("kakao", "weixin")
    for behind in (
        *("..%2F%2Fb.example", "..%2F..%2F%2Fb.example", "%2e%2e%2f%2fb.example"),
        *("%2F%2Fb.example", "/b.example", "%5C%5Cb.example", "@b.example", "..%5C..%5Cb.example"),
        *("https:%2F%2Fb.example", "%0D%0ALocation:%20https:%2F%2Fb.example", "%09%2F%2Fb.example"),
    )
]


@pytest.mark.parametrize("address", WAYS_OUT)
def test_no_way_out(hosted: str, address: str) -> None:
    """No address leads to another host, whatever stands behind a name."""
    answer = ask(hosted, address)
    assert answer.status in {301, 404}
    assert answer.headers.get("location", SITE_URL).startswith(SITE_URL)


def test_without_a_slash(hosted: str, stand_in: str) -> None:
    """Without its slash, a page is there (local server) or one step away (stand-in, production)."""
    for address in ("/wechat", "/wechat/40029", "/compare", "/wechat/changes?x=1"):
        path, mark, query = address.partition("?")
        told, played = ask(hosted, address), ask(stand_in, address)
        assert (told.status, told.body) == (200, ask(hosted, f"{path}/").body)
        assert (played.status, played.headers["location"]) == (301, f"{path}/{mark}{query}")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_methods(hosted: str, stand_in: str, method: str) -> None:
    """Nothing can be done but reading."""
    assert ask(hosted, "/wechat/", method).status == 405
    assert ask(stand_in, "/wechat/", method).status == 405


def test_head(hosted: str, stand_in: str) -> None:
    """HEAD says what GET says, without the body."""
    for server in (hosted, stand_in):
        whole, head = ask(server, "/wechat/40029/"), ask(server, "/wechat/40029/", "HEAD")
        assert (head.status, head.body) == (200, b"")
        assert head.headers["content-security-policy"] == whole.headers["content-security-policy"]


@pytest.mark.parametrize("address", ["/", "/search/codes.json", "/api/v1/index.json"])
def test_conditional(hosted: str, stand_in: str, address: str) -> None:
    """Who has an answer already is told so, and gets no body."""
    for server in (hosted, stand_in):
        tag = ask(server, address).headers["etag"]
        same = ask(server, address, headers={"If-None-Match": tag})
        assert (same.status, same.body) == (304, b"")
        other = ask(server, address, headers={"If-None-Match": '"other"'})
        assert other.status == 200
