"""The first visit to a page: what is fetched, how large it is on its way, what is kept of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import host

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Brotli as a host does it while it answers.
COMPRESS = """
    const { brotliCompressSync, constants } = require("zlib")
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
    const read = (path) => brotliCompressSync(require("fs").readFileSync(path), quality).length
    console.log(JSON.stringify(process.argv.slice(1).map(read)))
"""
NODE = Path(sys.executable).parent / "node"
# The page, its styles, the theme's script, one of ours or two, the icon.
MOST_REQUESTS = 6
MOST_BYTES = 80 * 1024
# Pages of each kind with scripts of their own, at last the one from a ticket.
KINDS = ["", "kakaotalk/", "changes/", "compare/", "discrepancies/", "wechat/changes/", "sources/"]
CODE = "wechat/40029/"


def _fetched(browser: Browser, address: str, path: str) -> list[str]:
    """Return what a browser with nothing in its cache fetches for a page."""
    context = browser.new_context()
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(f"{address}/")))
    page.goto(f"{address}/{path}")
    page.wait_for_load_state("networkidle")
    context.close()
    return fetched


@pytest.mark.parametrize("path", [*KINDS, CODE])
def test_fetched(browser: Browser, address: str, path: str) -> None:
    """A page loads its styles, the theme's script and its own; nothing of the index."""
    page, *others = _fetched(browser, address, path)
    assert page == path
    kinds = [re.sub(r"^assets/(\w+)/.*\.(\w+)$", r"\1 \2", one) for one in others]
    assert kinds.count("css css") == 1
    assert kinds.count("javascripts js") == 1
    assert kinds.count("scripts js") in {1, 2}
    icons = [one for one in others if re.fullmatch(r"assets/icon\.[0-9a-f]{8}\.svg", one)]
    assert len(kinds) - len(icons) == 2 + kinds.count("scripts js")
    # A browser without a window asks for no icon.
    assert len(others) + 1 + (not icons) <= MOST_REQUESTS


def test_bytes(browser: Browser, address: str, site: Path) -> None:
    """A code's page is at most 80 KB on its way, all that it loads included."""
    page, *others = _fetched(browser, address, CODE)
    files = [site / page / "index.html", *(site / other for other in others)]
    ran = subprocess.run(
        [NODE, "-e", COMPRESS, *map(str, files)], check=True, capture_output=True, text=True
    )
    sizes = dict(zip([page, *others], json.loads(ran.stdout), strict=True))
    assert sum(sizes.values()) <= MOST_BYTES, sizes


def test_kept(browser: Browser, address: str, site: Path) -> None:
    """What a page loads is kept for a year by a name with a digest; the page is asked for anew."""
    rules = host.rules(site)
    page, *others = _fetched(browser, address, CODE)
    assert "Cache-Control" not in dict(rules.headers_of(f"/{page}"))
    for other in others:
        told = dict(rules.headers_of(f"/{other}"))
        assert told["Cache-Control"] == "public, max-age=31536000, immutable", other
        assert re.search(r"\.[0-9a-f]{8}\.", other)


def test_nothing_moves(browser: Browser, address: str) -> None:
    """Nothing moves while a page is loaded: what needs a script has its place before it comes.

    Columns of a long table may grow by some pixels while its rows arrive: that is no 0.01.
    """
    observe = """
        globalThis.moved = []
        const keep = (list) => moved.push(...list.getEntries().map(({ value }) => value))
        new PerformanceObserver(keep).observe({ type: "layout-shift", buffered: true })
    """
    for width in (390, 1440):
        context = browser.new_context(viewport={"width": width, "height": 900})
        context.add_init_script(observe)
        page = context.new_page()
        for path in ("", "kakaotalk/", "compare/", "discrepancies/", "changes/", CODE):
            page.goto(f"{address}/{path}")
            page.wait_for_load_state("networkidle")
            moved = page.evaluate("moved")
            assert sum(moved) < 0.005, (width, path, moved)
        context.close()
