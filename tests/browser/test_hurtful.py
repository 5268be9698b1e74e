"""Texts that want to be run: in documents, in observations, in addresses, in what people type."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.watched import Watched

TEXTS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<svg onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 1 + 1 }} {% raw %} ${1 + 1}",
    "</textarea></title></script><script>alert(1)</script>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "<a href=javascript:alert(1)>errcode 101</a>",
)
# Names that every object has.
NAMES = ("__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "null", "undefined")
# Elements that no script of ours makes.
FOREIGN = "main img[src=x], main svg[onload], main [onmouseover], .md-search img[src=x]"
PAGES = ("", "hurtful/", "hurtful/101/", "hurtful/102/", "hurtful/900/", "hurtful/limits/")


@pytest.mark.parametrize("path", [*PAGES, "hurtful/report/", "compare/", "discrepancies/"])
def test_documents(watched: Watched, invented_address: str, path: str) -> None:
    """What a provider or a person wrote is shown, and does nothing."""
    page = watched.page
    page.goto(f"{invented_address}/{path}")
    watched.rest()
    for element in page.locator("main a").all():
        assert not (element.get_attribute("href") or "").lower().startswith("javascript:")
    assert page.locator(FOREIGN).count() == 0
    assert page.locator("main b", has_text="name").count() == 0


@pytest.mark.parametrize("text", [*TEXTS, *NAMES])
def test_typed(watched: Watched, invented_address: str, text: str) -> None:
    """Whatever is typed into a box, the search answers it with texts."""
    page = watched.page
    page.goto(f"{invented_address}/")
    page.get_by_role("main").get_by_role("textbox").fill(text)
    expect(page.locator("[data-ec-answers] li").first).to_be_visible()
    page.goto(f"{invented_address}/?q={quote(text, safe='')}")
    expect(page.locator("[data-ec-answers] li").first).to_be_visible()
    assert page.locator(FOREIGN).count() == 0


@pytest.mark.parametrize("text", [*TEXTS, *NAMES])
def test_in_addresses(watched: Watched, invented_address: str, text: str) -> None:
    """Whatever stands in an address, pages show it as text or not at all."""
    page, part = watched.page, quote(text, safe="")
    for path in (
        f"hurtful/?code={part}",
        f"hurtful/?filter={part}",
        f"hurtful/?condition={part}",
        f"compare/?words={part}",
        f"discrepancies/?kind={part}",
        f"hurtful/101/#{part}",
        *(f"{above}{part}/" for above in ("", "hurtful/", "errcode/") if "/" not in text),
    ):
        page.goto(f"{invented_address}/{path}")
        watched.rest()
        assert page.locator(FOREIGN).count() == 0, path


@pytest.mark.parametrize("name", NAMES)
def test_names_of_all_objects(watched: Watched, invented_address: str, name: str) -> None:
    """A name that every object has is no provider, no condition and no code."""
    page = watched.page
    page.goto(f"{invented_address}/{name}/101/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    page.goto(f"{invented_address}/hurtful/{name}/")
    expect(page.locator("[data-ec-missing] strong")).to_have_text(name.lower())
