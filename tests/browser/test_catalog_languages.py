"""A catalog whose document is in several languages: each text with its language, and a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests import invented, tongues
from tests.conftest import run_mkdocs
from tests.tongues import BOTH, CHINESE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROWS = ".ec-catalog tr[id]:visible"
KOREAN = "부두를 사용할 수 없습니다"


@pytest.fixture(scope="module")
def orbit(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """Return the address of a catalog: a document in Chinese, then one in English and Korean."""
    folder = tmp_path_factory.mktemp("tongues")
    tongues.write(folder, [CHINESE, BOTH])
    invented.link_project(folder)
    run_mkdocs(folder, "build", "--strict")
    return f"{serve(folder / 'site')}/orbit/"


def test_texts(page: Page, orbit: str) -> None:
    """The texts in other languages stand below the message, and the filter finds them."""
    page.goto(orbit)
    row = page.locator("[id='101']")
    message, other = row.locator(".ec-message"), row.locator(".ec-other")
    expect(message).to_have_text("Dock is busy")
    expect(other).to_have_text(KOREAN)
    expect(other).to_have_attribute("lang", "ko")
    above, below = message.bounding_box(), other.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] + 1
    page.get_by_role("searchbox", name="Filter").fill(KOREAN.split(maxsplit=1)[0])
    expect(page.locator(ROWS)).to_have_count(1)
    expect(row).to_be_visible()


def test_choice(page: Page, orbit: str) -> None:
    """One of the languages can be read alone, in the address too."""
    page.goto(orbit)
    choice = page.get_by_label("Language")
    choice.select_option("ko")
    expect(page).to_have_url(f"{orbit}?language=ko")
    row = page.locator("[id='101']")
    expect(row.locator(".ec-other")).to_be_visible()
    expect(row.locator(".ec-message")).to_be_hidden()
    # In Korean nobody lists it.
    expect(page.locator("[id='103']")).to_be_hidden()
    choice.select_option("en")
    expect(row.locator(".ec-message")).to_be_visible()
    expect(row.locator(".ec-other")).to_be_hidden()
    choice.select_option("")
    expect(row.locator(".ec-other")).to_be_visible()
    expect(row.locator(".ec-message")).to_be_visible()


def test_one_language(page: Page, invented_address: str) -> None:
    """Where all texts are in one language there is no such choice."""
    page.goto(f"{invented_address}/mars/")
    expect(page.get_by_label("Condition")).to_be_visible()
    expect(page.get_by_label("Language")).to_have_count(0)
