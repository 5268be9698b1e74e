"""A catalog of more than 3,000 codes in a browser: `/{provider}/#{code}` finds its row."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from macros.publish.parts import LIMITS
from tests import invented
from tests.browser import looks
from tests.conftest import run_mkdocs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

# Signed and not, with letters, in two code sets of which one is small, and a range as one row.
CODES = [*range(1000, 2300), *range(39000, 41700), *(-code for code in range(1100, 1200))]
PROVIDER = (
    invented.PROVIDER.split("    ranges:")[0]
    + """\
    ranges:
      - {first: "1000", last: "1999", title: Docks, titled_by: atlas}
      - {first: "40000", last: "40999", title: Ships, group: Port, titled_by: atlas}
  - id: mail
    title: Mail states
    response:
      example: '{"state": "E101"}'
      code: [state]
      message: []
      type: string
      success: []
      success_means: it is sent.
revisions:
"""
)
SECOND = """\
        - code_set: mail
          columns: [State, Meaning]
          code: State
          message: Meaning
          pattern: "E[0-9]+"
"""
CLEAR = """id => {
    const row = document.getElementById(id)
    const box = row.getBoundingClientRect()
    const hit = document.elementFromPoint(box.left + 5, box.top + 3)
    return row.matches("tr:target") && row.contains(hit) && box.bottom <= innerHeight
}"""
# On which page each stands; the last two are few, and stand on the overview.
ROWS = {
    "41500": "part/40000-49999/",
    "1150": "part/0000-9999/",
    "-1150": "part/0000-9999/",
    "2299": "part/0000-9999/",
    "45000-45999": "part/40000-49999/",
    "E102": "",
    "7": "",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site with such a catalog, built with the real limits."""
    folder = tmp_path_factory.mktemp("parts")
    rows = [f"| {code} | Dock {code} is busy |\n" for code in CODES]
    rows += ["| 45000 ~ 45999 | Any dock is shut |\n", "| 7 | Sail on |\n"]
    mail = [f"| E{code} | Mail {code} is late |\n" for code in range(101, 106)]
    head = "\n| State | Meaning |\n|---|---|\n"
    assert len(CODES) > LIMITS.rows
    invented.write(
        folder,
        "".join([invented.TABLE, *rows, head, *mail]),
        provider=PROVIDER,
        revision=invented.REVISION + SECOND,
    )
    invented.link_project(folder)
    run_mkdocs(folder, "build", "--strict", SITE_URL="https://atlas.example/")
    return folder / "site"


@pytest.fixture(scope="module")
def orbit(site: Path, serve: Callable[[Path], str]) -> str:
    """Return the address of the catalog, with a slash."""
    return f"{serve(site)}/orbit/"


@pytest.mark.parametrize("width", [390, 1280])
def test_every_row_is_found(browser: Browser, orbit: str, width: int) -> None:
    """The anchor of a code leads to its row on whichever page: in sight, marked, clear of bars."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    for code, part in ROWS.items():
        page.goto("about:blank")
        page.goto(f"{orbit}#{code}")
        page.wait_for_url(f"{orbit}{part}#{code}")
        page.wait_for_function(CLEAR, arg=code)
    page.goto(f"{orbit}#e103")
    expect(page).to_have_url(f"{orbit}#E103")
    page.goto(f"{orbit}#41001")
    expect(page).to_have_url(f"{orbit}part/40000-49999/#41001")
    page.goto(f"{orbit}part/40000-49999/#1007")
    expect(page).to_have_url(f"{orbit}part/0000-9999/#1007")
    page.wait_for_function(CLEAR, arg="1007")
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts(browser: Browser, orbit: str, width: int) -> None:
    """Without scripts the anchor is a link in sight, and the link leads to the row."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(orbit)
    expect(page.locator("main noscript .ec-notice")).to_contain_text(
        "open the part below that has the code"
    )
    for code, part in ROWS.items():
        page.goto("about:blank")
        page.goto(f"{orbit}#{code}")
        if part:
            expect(page.locator(f'a[id="{code}"]')).to_be_in_viewport()
            page.click(f'a[id="{code}"]')
        assert page.url == f"{orbit}{part}#{code}"
        expect(page.locator(f'tr[id="{code}"]')).to_be_in_viewport()
        assert page.evaluate(CLEAR, code)
    context.close()


def test_anchors_of_sections(page: Page, orbit: str) -> None:
    """What had an anchor on the whole page has it on the overview, and leads on from there."""
    for anchor in ("range:api:1000", "group:api:40000", "set:mail"):
        page.goto("about:blank")
        page.goto(f"{orbit}#{anchor}")
        expect(page.locator(f'[id="{anchor}"]')).to_be_in_viewport()
        assert page.url == f"{orbit}#{anchor}"
    page.get_by_role("link", name="Ships 40000\u201340999").click()
    expect(page).to_have_url(f"{orbit}part/40000-49999/#40000")


def test_codes_that_may_be_none(page: Page, orbit: str) -> None:
    """A code that is asked for is gone to, or said to be missing where it would stand."""
    asked = {
        "41500": "part/40000-49999/#41500",
        "e104": "#E104",
        "45100": "part/40000-49999/#45000-45999",
    }
    for code, there in asked.items():
        page.goto(f"{orbit}?code={quote(code)}")
        page.wait_for_url(f"{orbit}{there}")
        expect(page.locator("[data-ec-notice]")).to_be_hidden()
    missing = {"2500": "part/0000-9999/", "E999": "", "77777": ""}
    for code, there in missing.items():
        page.goto(f"{orbit}?code={code}")
        page.wait_for_url(f"{orbit}{there}?code={code}")
        expect(page.locator("[data-ec-notice]")).to_contain_text(f"{code} is not listed")


def test_box_of_the_overview(page: Page, orbit: str) -> None:
    """The overview looks in all codes of the provider, also with the words of an old link."""
    page.goto(f"{orbit}?filter=41500")
    answers = page.locator("[data-ec-answers] a")
    expect(answers.first).to_contain_text("Dock 41500 is busy")
    page.get_by_role("textbox", name="Look in all").fill("mail 104 late")
    expect(answers.first).to_contain_text("Mail 104 is late")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{orbit}e104/")


def test_filter_of_a_part(page: Page, orbit: str) -> None:
    """A part has the filter of a catalog, over its own rows, and a way to all codes."""
    page.goto(f"{orbit}part/0000-9999/")
    page.get_by_role("searchbox", name="Filter").fill("1150")
    expect(page.locator(".ec-catalog tr[id]:visible")).to_have_count(2)
    expect(page.locator("[data-ec-left]")).to_have_text("2 of 1400 codes")
    page.get_by_role("link", name="look in all").click()
    expect(page).to_have_url(orbit)


def test_navigation(page: Page, orbit: str) -> None:
    """The provider's tab is marked on each part; the link of a row stays on the page."""
    page.goto(f"{orbit}part/30000-39999/")
    expect(page.locator(".md-tabs__item--active")).to_have_text("Orbit")
    page.locator("a[rel=prev]").click()
    expect(page.get_by_role("heading", name="1000 … 9999")).to_be_visible()
    page.locator('tr[id="2005"] .ec-anchor').click()
    expect(page).to_have_url(f"{orbit}part/0000-9999/#2005")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_sizes(site: Path) -> None:
    """No page of the catalog passes the limit; the sitemap has each of them."""
    pages = [site / "orbit/index.html", *site.glob("orbit/part/*/index.html")]
    assert [page for page in pages if page.stat().st_size > LIMITS.bytes] == []
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    for page in pages[1:]:
        assert f"<loc>https://atlas.example/orbit/part/{page.parent.name}/</loc>" in sitemap
    assert len(pages) == 4


@pytest.mark.parametrize("width", [390, 1440])
def test_what_is_seen(browser: Browser, orbit: str, width: int) -> None:
    """Pages of a catalog in parts show nothing hidden; without scripts, or on paper, no control."""
    for path in ("", "part/40000-49999/", "part/40000-49999/?filter=nothing+has+this"):
        with looks.opened(browser, width) as page:
            page.goto(f"{orbit}{path}")
            assert looks.look(page, "hidden") == []
            assert looks.look(page, "controls") != []
            page.emulate_media(media="print")
            assert looks.look(page, "controls") == []
        with looks.opened(browser, width, java_script_enabled=False) as page:
            page.goto(f"{orbit}{path}")
            assert looks.look(page, "controls") == []
