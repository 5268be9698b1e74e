"""A copy of the site on a disk: unpacked, and opened without a server."""

from __future__ import annotations

import zipfile
from argparse import Namespace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from macros.maintain.offline import run_offline
from tests.conftest import SITE_URL

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

DAY = "2026-11-26"


@pytest.fixture(scope="module")
def disk(project: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the unpacked zip; its name has a space, as folders of people do."""
    folder = tmp_path_factory.mktemp("made")
    given = Namespace(site=site, folder=folder, data=project / "data", docs=project / "docs")
    assert run_offline(given) == 0
    (archive,) = folder.glob("*.zip")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder / "My copies")
    return folder / "My copies/error-code-atlas"


def opened(page: Page, disk: Path, path: str) -> str:
    """Open a file of the copy; return the address of the copy."""
    page.goto(f"{disk.as_uri()}/{path}")
    return disk.as_uri()


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("40029", "wechat/40029/index.html"),
        ('{"errcode":40029,"errmsg":"invalid code"}', "wechat/40029/index.html"),
        ("E915", "kakaotalk/e915/index.html"),
        ("invalid oauth code", "wechat/40029/index.html"),
    ],
)
def test_home(page: Page, disk: Path, asked: str, answer: str) -> None:
    """The box of the first page answers codes, responses and words; Enter opens the file."""
    root = opened(page, disk, "index.html")
    page.get_by_role("main").get_by_role("textbox").fill(asked)
    first = page.locator("[data-ec-answers] a").first
    expect(first).to_have_attribute("href", f"{root}/{answer}")
    first.click()
    expect(page).to_have_url(f"{root}/{answer}")
    expect(page.locator("h1")).to_have_text(answer.split("/")[1].upper())


def test_enter(page: Page, disk: Path) -> None:
    """Enter opens what is clearly meant, from the dialog of another page, too."""
    root = opened(page, disk, "sources/index.html")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("wechat 40029")
    expect(page.locator(".md-search ol a").first).to_contain_text("40029")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{root}/wechat/40029/index.html")


def test_pages_are_found(page: Page, disk: Path) -> None:
    """Words find the pages that are about no code."""
    root = opened(page, disk, "index.html")
    page.get_by_role("main").get_by_role("textbox").fill("how sure is this")
    expect(page.locator("[data-ec-answers] a").first).to_have_attribute(
        "href", f"{root}/how-sure/index.html"
    )


def test_filters(page: Page, disk: Path) -> None:
    """A catalog and the page of conditions are narrowed."""
    opened(page, disk, "kakaotalk/index.html")
    page.locator("main [type=search]").fill("template")
    expect(page.locator("[data-ec-left]")).to_contain_text(" of ")
    shown = page.locator(".ec-table tbody tr[id]:visible")
    assert 0 < shown.count() < 150
    opened(page, disk, "compare/index.html")
    rows = page.locator("main tbody tr:visible")
    before = rows.count()
    page.locator("main [type=search]").fill("access token expired")
    expect(rows).not_to_have_count(before)
    assert 0 < rows.count() < before


def test_row_opens_the_code(page: Page, disk: Path) -> None:
    """A click anywhere in a row leads to the file of the code, and its links to its neighbours."""
    root = opened(page, disk, "wechat/index.html#40029")
    page.locator("tr[id='40029'] td").last.click()
    expect(page).to_have_url(f"{root}/wechat/40029/index.html")
    page.locator("article a[rel=next]").click()
    expect(page).to_have_url(f"{root}/wechat/40030/index.html")


def test_ticket(page: Page, disk: Path) -> None:
    """What is copied for a ticket names the page where others reach it: on the site."""
    opened(page, disk, "wechat/40029/index.html")
    page.locator("[data-copy=ticket]").first.click()
    expect(page.locator("[data-ec-copied]")).to_contain_text(f"{SITE_URL}wechat/40029/")
    opened(page, disk, "index.html")
    page.get_by_role("main").get_by_role("textbox").fill("40029")
    copy = page.locator("[data-ec-answers] button").first
    expect(copy).to_have_attribute("data-address", f"{SITE_URL}wechat/40029/")


def test_says_its_day(page: Page, disk: Path) -> None:
    """Each page says of which day the copy is, and leads to the site."""
    for path in (
        "index.html",
        "wechat/index.html",
        "wechat/40029/index.html",
        "programs/index.html",
    ):
        opened(page, disk, path)
        notice = page.locator(".ec-notice", has_text="A copy")
        expect(notice).to_be_visible()
        expect(notice).to_contain_text(f"what the atlas knew on {DAY}.")
        expect(notice.locator("a")).to_have_attribute(
            "href", SITE_URL + path.removesuffix("index.html")
        )
