"""What the host says of an answer: the policy for content, and who may take a page."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from macros.publish import headers
from tests import host

if TYPE_CHECKING:
    from pathlib import Path

FRAME = (
    "<!doctype html><script>one()</script><script src='a.js'></script>{}<script>\ntwo\n</script>"
)


def source(script: str) -> str:
    """Return the name of a script in a policy."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def directives(policy: str) -> dict[str, list[str]]:
    """Return the sources of each directive of a policy."""
    return {name: sources for name, *sources in map(str.split, policy.split(";"))}


def test_policy() -> None:
    """Only the site's own files, pictures in styles, and scripts by their hashes are allowed."""
    told = directives(headers.policy(["two()", "one()"]))
    assert told.pop("script-src") == ["'self'", *sorted((source("one()"), source("two()")))]
    assert told.pop("img-src") == ["'self'", "data:"]
    assert told.pop("require-trusted-types-for") == ["'script'"]
    assert told.pop("trusted-types") == ["atlas", "'allow-duplicates'"]
    for name in ("default-src", "base-uri", "frame-ancestors"):
        assert told.pop(name) == ["'none'"]
    assert {name: ["'self'"] for name in told} == told
    assert set(told) == {"style-src", "connect-src", "worker-src", "manifest-src", "form-action"}


RUN = {
    "<script>a</script>": ["a"],
    "<SCRIPT type=module>a</SCRIPT>": ["a"],
    "<script>\n a\n</script><script>b</script>": ["\n a\n", "b"],
    "<script data-src-of='x'>a</script>": ["a"],
    "<script src=a.js></script>": [],
    '<script type="application/json" id="x">{}</script>': [],
    "<script id=x type='application/ld+json'>{}</script>": [],
    "<p>&lt;script>a&lt;/script></p>": [],
}


@pytest.mark.parametrize("html", RUN)
def test_inline_scripts(html: str) -> None:
    """A script is what a browser would run: not data, and not a file."""
    assert list(headers.inline_scripts(html)) == RUN[html]


def test_file(tmp_path: Path) -> None:
    """All answers have the policy with the scripts of all frames; pages are for the site alone."""
    addresses = ("", "404.html", "orbit/", "orbit/~code~/", "orbit/part/100/", "compare/")
    frames = {one: FRAME.format(f"<script>{one}</script>") for one in addresses}
    (tmp_path / "_headers").write_text(
        headers.file(frames, ["assets/a.0a1b2c3d.js"]), encoding="utf-8"
    )
    rules = host.rules(tmp_path)
    told = dict(rules.headers_of("/orbit/101/"))
    scripts = directives(told["Content-Security-Policy"])["script-src"]
    assert scripts[1:] == sorted(source(one) for one in ("one()", "\ntwo\n", *addresses))
    for page in ("/", "/orbit", "/orbit/101/", "/orbit/changes", "/orbit/part/900/", "/compare/"):
        assert dict(rules.headers_of(page))["Cross-Origin-Resource-Policy"] == "same-origin", page
    lasting = "public, max-age=31536000, immutable"
    assert dict(rules.headers_of("/assets/a.0a1b2c3d.js"))["Cache-Control"] == lasting
    assert "Cache-Control" not in told
    for path in ("/api/v1/orbit/101.json", "/orbit/101/index.md"):
        assert dict(rules.headers_of(path))["Cross-Origin-Resource-Policy"] == "cross-origin", path


LISTED = ("/", "/orbit/", "/orbit/101/", "/sources/", "/llms.txt", "/feed.xml", "/assets/card.png")
NOT_LISTED = (
    *("/api/v1/orbit/101.json", "/api/v1/catalog.csv", "/orbit/101/index.md"),
    *("/orbit/report/index.md", "/sources/orbit/2025-12-10.txt"),
)


@pytest.mark.parametrize("preview", [False, True])
def test_not_listed(tmp_path: Path, preview: bool) -> None:  # noqa: FBT001 - of two cases
    """What a page says, too, is in no search engine; of a preview nothing is."""
    (tmp_path / "_headers").write_text(headers.file({"": FRAME}, preview=preview), encoding="utf-8")
    told = host.rules(tmp_path)
    for path in NOT_LISTED:
        robots = [value for name, value in told.headers_of(path) if name == "X-Robots-Tag"]
        assert robots == ["noindex"], path
    for path in LISTED:
        assert ("X-Robots-Tag" in dict(told.headers_of(path))) is preview, path


@pytest.mark.parametrize("path", ["/feed.xml", "/orbit/feed.xml", "/llms.txt", "/llms-full.txt",
    "/sources/orbit/2025-12-10.txt", "/api/v1/index.json", "/orbit/101/index.md"])  # fmt: skip
def test_any_page_may_read(tmp_path: Path, path: str) -> None:
    """What programs read, a page of any site may fetch."""
    (tmp_path / "_headers").write_text(headers.file({"": FRAME, "a/": ""}), encoding="utf-8")
    told = [value for name, value in host.rules(tmp_path).headers_of(path) if "Allow-O" in name]
    assert told == ["*"]
