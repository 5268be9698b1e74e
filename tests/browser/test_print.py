"""Pages on paper, in both schemes: dark on white, no controls, nothing folded, no slivers."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser import looks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas

# A4 in pixels, whole and between common margins.
PAPER = (794, 724)


@contextmanager
def paper(browser: Browser, scheme: Literal["dark", "light"], width: int) -> Iterator[Page]:
    """Yield a page that is drawn as it is printed."""
    with looks.opened(browser, width, color_scheme=scheme) as page:
        page.emulate_media(media="print", color_scheme=scheme)
        yield page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dark_on_white(
    browser: Browser, address: str, site: Path, atlas: Atlas, scheme: Literal["dark", "light"]
) -> None:
    """All text is dark enough for white paper, in whichever scheme the page is read."""
    pale = []
    with paper(browser, scheme, PAPER[0]) as page:
        for path in looks.pages(site, atlas):
            page.goto(f"{address}/{path}")
            # The theme's script says which scheme it is.
            page.wait_for_selector("body[data-md-color-scheme]")
            pale += [f"{path}: {one}" for one in looks.look(page, "pale")]
    assert pale == []


@pytest.mark.parametrize(
    "path", ["kakaotalk/", "kakaotalk/3050/", "compare/", "kakaotalk/changes/"]
)
def test_white_paper(browser: Browser, address: str, path: str) -> None:
    """In both schemes the same is drawn, most of it white; only on screen the dark one is dark."""
    paints = {}
    schemes: dict[Literal["dark", "light"], str] = {"light": "default", "dark": "slate"}
    for scheme, name in schemes.items():
        with paper(browser, scheme, PAPER[0]) as page:
            page.goto(f"{address}/{path}")
            page.wait_for_selector(f"body[data-md-color-scheme={name}]")
            paints[scheme] = looks.look(page, "paints")
            drawn = looks.colours(browser, page.screenshot())
            assert drawn[255, 255, 255] > 0.7 * sum(drawn.values())
            page.emulate_media(media="screen", color_scheme=scheme)
            on_screen = looks.colours(browser, page.screenshot())
            assert ((255, 255, 255) in on_screen) == (scheme == "light")
    assert len(paints["light"]) > 50
    assert paints["dark"] == paints["light"]


@pytest.mark.parametrize("width", PAPER)
def test_what_it_says(browser: Browser, address: str, width: int) -> None:
    """What a revision says has half of the paper's width, and where it says so what it needs."""
    with paper(browser, "light", width) as page:
        page.goto(f"{address}/kakaotalk/3050/")
        said, place = page.locator(".ec-history tbody tr").first.locator("td").all()
        box, where = said.bounding_box(), place.locator("a").bounding_box()
        assert box
        assert where
        assert box["width"] >= 0.5 * width
        assert where["width"] > 4 * where["height"]


@pytest.mark.parametrize("width", PAPER)
def test_what_is_printed(
    browser: Browser, address: str, site: Path, atlas: Atlas, width: int
) -> None:
    """No control is printed, all that is folded is, and no cell has a word a line."""
    bad = []
    with paper(browser, "light", width) as page:
        for path in looks.pages(site, atlas):
            page.goto(f"{address}/{path}")
            for name in ("controls", "narrow", "folded"):
                bad += [f"{path}: {one}" for one in looks.look(page, name)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                bad.append(f"{path}: wider than the paper")
    assert bad == []


def test_address_of_a_code(browser: Browser, address: str) -> None:
    """A printed entry says where it was printed from."""
    with paper(browser, "light", PAPER[0]) as page:
        page.goto(f"{address}/kakaotalk/3050/")
        place = page.get_by_text("https://atlas.example/kakaotalk/3050/", exact=True)
        place.wait_for(state="visible")
