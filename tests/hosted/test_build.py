"""The host's own build of a clone, and what it is installed from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.conftest import SITE_URL

if TYPE_CHECKING:
    from pathlib import Path


def test_build(clone: Path) -> None:
    """`netlify build --offline` makes the site of a clone, and tells it its address."""
    page = (clone / "site/wechat/40029/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{SITE_URL}wechat/40029/">' in page
    for name in ("_headers", "_redirects", "404.html", "feed.xml"):
        assert (clone / "site" / name).is_file()


def test_no_registry(project: Path) -> None:
    """The lock file holds every package by its hash, and names no place to fetch it from."""
    lock = json.loads((project / "tests/hosted/package-lock.json").read_text("utf-8"))
    packages = [one for path, one in lock["packages"].items() if path and not one.get("inBundle")]
    assert len(packages) > 20
    assert [package for package in packages if "integrity" not in package] == []
    assert [package for package in packages if "resolved" in package] == []
