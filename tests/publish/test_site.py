"""The site as a whole: what pages can call, what they are dated by, where other names lead."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.publish.html.environment import links_from
from macros.publish.site import Site
from tests import pages

if TYPE_CHECKING:
    from macros.atlas import Atlas

DATA = Path(__file__).resolve().parent.parent / "golden/data"


@pytest.fixture
def site(golden: Atlas) -> Site:
    """Return the site of the invented providers, which does not know its address."""
    return Site(golden, DATA)


def test_documents(site: Site, golden: Atlas) -> None:
    """Every document is published byte for byte, as text."""
    files = dict(site.files())
    for provider_id, catalog in golden.catalogs.items():
        for revision in catalog.provider.revisions:
            document = (DATA / provider_id / revision.file).read_bytes()
            assert files[f"sources/{provider_id}/{revision.id}.txt"] == document


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("orbit/", "2026-11-24"),
        ("orbit/101/", "2026-11-22"),
        ("orbit/102/", "2026-11-24"),
        ("orbit/110/", "2026-11-23"),
        ("harbour/", "2026-11-21"),
        ("harbour/changes/", "2026-11-21"),
        ("harbour/limits/", "2026-11-21"),
        ("", "2026-11-24"),
        ("compare/", "2026-11-24"),
    ],
)
def test_dates(site: Site, url: str, day: str) -> None:
    """A page is dated by the newest document or observation that it is about: that of its code."""
    assert site.updated(url) == day


def test_macros(site: Site) -> None:
    """A macro leaves a mark in the page, and its part takes the mark's place past Markdown."""
    here = ["orbit/", "compare/"]
    macros = site.macros(lambda: here[0])
    assert set(macros) == set(site.parts)
    first = macros["code_set"]("orbit", "mail")
    here.pop(0)
    second = macros["compare_page"]()
    assert first == "<div data-search-exclude>atlas-part-0</div>"
    page = site.put_parts(f"<p>a</p>{second}<p>b</p>{first}{first}")
    # What the theme's search leaves out comes behind it.
    assert 'href="../orbit/101/"' not in page
    page = site.put_parts(page)
    shape = site.parts["code_set"]("orbit", "mail", links_from("orbit/"))
    compare = site.parts["compare_page"](links_from("compare/"))
    assert page == f"<p>a</p>{compare}<p>b</p>{shape}{shape}"
    assert "state" in shape
    assert 'href="../orbit/101/"' in compare


def test_addresses_for_programs(site: Site) -> None:
    """Each address for programs is shown with a part of the file that is there."""
    shown = pages.parse(site.parts["programs_page"](links_from("programs/")))
    summaries = [pages.text(one) for one in shown.query("summary")]
    assert summaries[:2] == [
        "/api/v1/index.json All addresses, and how much there is",
        "/api/v1/catalog.json Everything",
    ]
    assert len(summaries) == 17
    excerpts = {
        (one.attrs or {})["data-excerpt"]: pages.text(one) for one in shown.query("[data-excerpt]")
    }
    # The first code of all stands in where there is no well-known one.
    assert '"name": "Harbour 1"' in excerpts["api/v1/harbour/1.json"]
    assert excerpts["harbour/1/index.md"].startswith("# Harbour 1\n")
    links = [(one.attrs or {})["href"] for one in shown.query("a")]
    assert links[:2] == ["../api/v1/index.json", "../api/v1/schema/index.json"]
    assert "../llms.txt" in links


def test_examples_of_programs(golden: Atlas, site: Site) -> None:
    """An example of a program asks the site itself, where that knows its address."""
    shown = pages.parse(site.parts["example"]("look_up.py", links_from("programs/")))
    (block,) = shown.query("[data-example]")
    assert (block.attrs or {})["data-example"] == "look_up.py"
    assert '"https://atlas.example' in pages.text(block)
    knowing = Site(golden, DATA, "https://codes.example/sub/")
    text = knowing.parts["example"]("look_up.py", links_from("programs/"))
    assert "https://atlas.example" not in text
    assert "&#34;https://codes.example/sub" in text
    assert "sub//" not in text
