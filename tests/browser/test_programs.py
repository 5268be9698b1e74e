"""The page for programs in a browser: its example in JavaScript, and the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import pages
from tests.conftest import SITE_URL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page


def test_look_up(
    site: Path, address: str, page: Page, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    """The example in JavaScript works on a page of another site."""
    example = pages.example(site, "look_up.mjs", address)
    (tmp_path / "index.html").write_text("<title>Elsewhere</title>", encoding="utf-8")
    (tmp_path / "look_up.mjs").write_text(example, encoding="utf-8")
    page.goto(f"{serve(tmp_path)}/")
    ask = "async (code) => (await import('/look_up.mjs')).lookUp(code)"
    assert [one["name"] for one in page.evaluate(ask, "0")] == ["KakaoTalk 0", "WeChat 0"]
    (found,) = page.evaluate(ask, "E915")
    assert found["url"] == f"{SITE_URL}kakaotalk/e915/"
    assert page.evaluate(ask, "12345") == []


@pytest.mark.parametrize("width", [320, 390])
def test_phone(browser: Browser, address: str, width: int) -> None:
    """On a phone nothing scrolls sideways, with every example open."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{address}/programs/")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
