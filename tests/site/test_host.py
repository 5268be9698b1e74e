"""The rules for the host, held against all files of the site and against what is not there.

What the host's own server cannot show: it takes the last of two rules where production joins them,
and ignores some headers of a rule.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from macros.publish import headers
from tests import host, observatory
from tests.publish.test_headers import directives, source

if TYPE_CHECKING:
    from pathlib import Path

# How a file is asked for, and what is not there.
MISSING = ("/nothing", "/wechat/99999/", "/a/b/c/d/e", "/assets/none.css", "/api/none", "/search/x")


@pytest.fixture(scope="module")
def rules(site: Path) -> host.Rules:
    """Return the rules of the site."""
    return host.rules(site)


@pytest.fixture(scope="module")
def paths(site: Path) -> list[str]:
    """Return every path that has an answer: of each file, and of each page's folder."""
    files = [f"/{file.relative_to(site).as_posix()}" for file in site.rglob("*") if file.is_file()]
    return [*files, *(path.removesuffix("index.html") for path in files), *MISSING]


def test_no_header_twice(rules: host.Rules, paths: list[str]) -> None:
    """No answer has a header from two rules: the host would join them."""
    twice = set()
    for path in dict.fromkeys(paths):
        names = Counter(name.lower() for name, _ in rules.headers_of(path))
        twice |= {(path, name) for name, count in names.items() if count > 1}
    assert twice == set()


def test_inline_scripts(site: Path, rules: host.Rules) -> None:
    """The policy has the hash of each inline script of the site, and of no other."""
    policy = directives(dict(rules.headers_of("/"))["Content-Security-Policy"])
    there = {
        source(script)
        for page in site.rglob("*.html")
        for script in headers.inline_scripts(page.read_text("utf-8"))
    }
    assert policy["script-src"] == ["'self'", *sorted(there)]


def test_nothing_inline(site: Path) -> None:
    """No page has a style or a handler in an attribute, which the policy would refuse."""
    inline = re.compile(r"<[a-z][^<>]*\s(?:style|on[a-z]+)=", re.IGNORECASE)
    found = {page for page in site.rglob("*.html") if inline.search(page.read_text("utf-8"))}
    assert found == set()
    styles = {page for page in site.rglob("*.html") if "<style" in page.read_text("utf-8")}
    assert styles == set()


def test_kept_for_ever(site: Path, rules: host.Rules) -> None:
    """What browsers keep for ever has a digest in its address."""
    for file in site.rglob("*"):
        path = f"/{file.relative_to(site).as_posix()}"
        kept = "immutable" in dict(rules.headers_of(path)).get("Cache-Control", "")
        digest = re.search(r"[./][0-9a-f]{8,}[./]", path)
        assert not kept or not file.is_file() or digest, path


def test_scripts_of_a_page_alone(invented_site: Path) -> None:
    """A script in a page, whoever wrote it, has no hash: those of the theme alone have one."""
    policy = dict(host.rules(invented_site).headers_of("/"))["Content-Security-Policy"]
    assert "<script>planted()</script>" in (invented_site / "pasting/index.html").read_text("utf-8")
    for script in ("planted()", "alert(1)", "alert(2)", "alert(3)"):
        assert source(script) not in policy


def test_observatory(rules: host.Rules) -> None:
    """Mozilla's criteria give the first page an A+."""
    scores = observatory.scores({name.lower(): value for name, value in rules.headers_of("/")})
    assert scores == {
        "content-security-policy": 10,
        "cookies": 0,
        "cross-origin-resource-sharing": 0,
        "cross-origin-resource-policy": 10,
        "redirection": 0,
        "referrer-policy": 5,
        "strict-transport-security": 0,
        "subresource-integrity": 0,
        "x-content-type-options": 0,
        "x-frame-options": 5,
    }
    assert observatory.grade(scores) == "A+"
