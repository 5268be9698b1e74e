"""A provider with four revisions: every number that any page or file tells is the right one.

Codes are added, dropped, dropped and back again, changed twice, and changed back.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from macros import atlas as whole
from macros.publish import badges, wording
from macros.publish.html import picture
from macros.publish.html.environment import links_from
from macros.publish.site import Site
from tests import invented

if TYPE_CHECKING:
    from macros.catalog.model import Code

YEARS = ("2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01")
SITE_URL = "https://a.example/"
# What each revision says of each code; "" where it does not list it.
TEXTS: dict[str, tuple[str, str, str, str]] = {
    "0": ("Docked", "Docked", "Docked", "Docked"),
    "101": ("Up to 3 ships", "At most 3 ships", "At most 3 ships", "At most 4 ships"),
    "102": ("Gate shut", "", "Gate shut", ""),
    "103": ("Dock is busy", "Dock is shut", "Dock is busy", "Dock is busy"),
    "104": ("Crew is ill", "Crew is ill", "Crew is ill", "Crew is ILL"),
    "105": ("Pier is old", "Pier is old", "", "Pier is old"),
    "106": ("Fuel is low", "", "", ""),
    "107": ("Mast is down", "", "", ""),
    "108": ("", "Tug is late", "", ""),
    "109": ("", "", "", "Lock is full"),
    "110": ("", "", "", "Lamp is dark"),
    "111": ("", "", "Rope is cut", "Rope is cut"),
}
KINDS: dict[str, list[tuple[str, str]]] = {
    "101": [("2022-01-01", "reworded"), ("2024-01-01", "limit-changed")],
    "102": [("2022-01-01", "dropped"), ("2023-01-01", "added"), ("2024-01-01", "dropped")],
    "103": [("2022-01-01", "reworded"), ("2023-01-01", "reworded")],
    "104": [("2024-01-01", "formatting-only")],
    "105": [("2023-01-01", "dropped"), ("2024-01-01", "added")],
    "106": [("2022-01-01", "dropped")],
    "107": [("2022-01-01", "dropped")],
    "108": [("2022-01-01", "added"), ("2023-01-01", "dropped")],
    "109": [("2024-01-01", "added")],
    "110": [("2024-01-01", "added")],
    "111": [("2023-01-01", "added")],
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of the provider."""
    documents = [
        invented.TABLE
        + "".join(f"| {code} | {said[place]} |\n" for code, said in TEXTS.items() if said[place])
        for place in range(len(YEARS))
    ]
    data = invented.write(tmp_path_factory.mktemp("four"), *documents)
    return Site(whole.load(data), data, SITE_URL)


def _code(site: Site, code: str) -> Code:
    return site.atlas.catalogs["orbit"].by_address[code]


def _text(html: str) -> str:
    """Return what a reader of a page sees, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_home(site: Site) -> None:
    """The row counts what the newest revision added, codes that are back too, and dropped."""
    home = _text(site.parts["home_page"](links_from("")))
    listed = sum(code.listed(site.atlas.providers[0].latest) for code in site.atlas.codes)
    assert listed < 12
    assert f"{listed} codes 2024-01-01 3 added, 1 dropped" in home


def test_catalog_head(site: Site) -> None:
    """The head of the catalog counts the same."""
    head = _text(site.parts["catalog_page"]("orbit", links_from("orbit/")))
    assert head.startswith("Orbit Docks error codes")
    assert "new (3)" in head


def test_changes_page(site: Site) -> None:
    """Each step counts its own changes, newest step first, and the tables have as many rows."""
    page = site.parts["changes_page"]("orbit", links_from("orbit/changes/"))
    facts = re.findall(
        r'<h2 id="from:[^"]*">(.*?)</h2>.*?<ul class="ec-legend">(.*?)</ul>', page, re.DOTALL
    )
    assert [(_text(step), _text(told)) for step, told in facts] == [
        (
            "2023-01-01 → 2024-01-01",
            "1 limit changed 1 dropped 3 added 1 formatting only 3 dropped earlier 3 unchanged",
        ),
        ("2022-01-01 → 2023-01-01", "2 dropped 2 added 1 reworded"),
        ("2021-01-01 → 2022-01-01", "3 dropped 1 added 2 reworded"),
    ]
    tables = re.findall(
        r'<h3 id="([a-z-]+:2[^"]*)">.*?(\d+)</span></h3>(.*?)</table>', page, re.DOTALL
    )
    for anchor, count, table in tables:
        rows = re.findall(r'scope="row"><a class="ec-code"[^>]*>([^<]*)</a>', table)
        kind, _, after = anchor.partition(":")
        assert rows == [code for code, told in KINDS.items() if (after, kind) in told], anchor
        assert len(rows) == int(count)


def test_picture(site: Site) -> None:
    """The picture tells what the newest revision did; what older ones dropped stands apart."""
    drawn = picture.draw(site.atlas.reviews["orbit"])
    cells = [cell for section in drawn.sections for cell in section.cells]
    assert {cell.code.code: cell.state for cell in cells} == {
        "0": "unchanged",
        "101": "meaning",
        "102": "dropped",
        "103": "unchanged",
        "104": "formatting",
        "105": "added",
        "106": "gone",
        "107": "gone",
        "108": "gone",
        "109": "added",
        "110": "added",
        "111": "unchanged",
    }
    assert [(mark.words, mark.count, mark.address) for mark in drawn.others] == [
        ("dropped earlier", 3, "orbit/changes/#dropped:2023-01-01"),
        ("unchanged", 3, None),
    ]


def test_badges(site: Site) -> None:
    """A code that is back is not called new, and one that was dropped says when it was seen."""
    review = site.atlas.reviews["orbit"]
    shown = {
        code: [(one.word, one.means) for one in badges.of(_code(site, code), review)]
        for code in TEXTS
    }
    assert {code: badges for code, badges in shown.items() if badges} == {
        "0": [("success", wording.SUCCESS)],
        "101": [("limit changed", "As of 2024-01-01.")],
        "102": [("dropped", "Dropped: listed in 2023-01-01, gone in 2024-01-01.")],
        "105": [
            ("back", "Listed again in 2024-01-01; the revision before does not list it."),
        ],
        "106": [("dropped", "Dropped: listed in 2021-01-01, gone in 2024-01-01.")],
        "107": [("dropped", "Dropped: listed in 2021-01-01, gone in 2024-01-01.")],
        "108": [("dropped", "Dropped: listed in 2022-01-01, gone in 2024-01-01.")],
        "109": [("new", "First listed in 2024-01-01.")],
        "110": [("new", "First listed in 2024-01-01.")],
    }


@pytest.mark.parametrize("code", TEXTS)
def test_history(site: Site, code: str) -> None:
    """A code's page has a line for each revision, newest first, with what happened then."""
    table = site.code_page(_code(site, code)).partition('<table class="ec-table ec-history"')[2]
    lines = re.findall(
        r"<tr><th scope=\"row\">(.*?)</tr>", table.partition("</table>")[0], re.DOTALL
    )
    kinds = [
        [(year, kind) for kind in re.findall("ec-tag--([a-z-]+)", line)]
        for year, line in zip(reversed(YEARS), lines, strict=True)
    ]
    assert [one for line in reversed(kinds) for one in line] == KINDS.get(code, [])
    above = None
    for year, line, said in zip(reversed(YEARS), lines, reversed(TEXTS[code]), strict=True):
        assert year in line
        wanted = "same" if said and said == above else said or f"does not list {code}"
        # Where words came and went, those that came stand among the others.
        assert set(wanted.split()) <= set(_text(line).split())
        above = said


def test_api(site: Site) -> None:
    """Programs are told each change once, by revision, and each code's own."""
    changes = json.loads(site.api["api/v1/changes.json"])["changes"]
    told = [(one["codes"][0], *one["revisions"], one["kind"]) for one in changes]
    assert told == [
        (code, before, after, kind)
        for before, after in pairwise(YEARS)
        for code, kinds in KINDS.items()
        for year, kind in kinds
        if year == after
    ]
    index = json.loads(site.api["api/v1/index.json"])
    assert index["counts"]["changes"] == len(told) == 17
    assert (index["counts"]["codes"], index["counts"]["current"]) == (12, 8)
    for code in TEXTS:
        own = json.loads(site.api[f"api/v1/orbit/{code}.json"])["changes"]
        assert [(one["revisions"][1], one["kind"]) for one in own] == KINDS.get(code, [])


def test_feed(site: Site) -> None:
    """The feed counts each step's own changes."""
    atom = {"atom": "http://www.w3.org/2005/Atom"}
    root = ET.fromstring(str(dict(site.files())["orbit/feed.xml"]))  # noqa: S314 - our own file
    entries = {
        entry.findtext("atom:title", "", atom): entry.findtext("atom:summary", "", atom)
        for entry in root.findall("atom:entry", atom)
    }
    assert entries == {
        "Orbit Docks: 2021-01-01": "The first revision in the atlas.",
        "Orbit Docks: 2022-01-01": "Dropped: 3, added: 1, reworded: 2.",
        "Orbit Docks: 2023-01-01": "Dropped: 2, added: 2, reworded: 1.",
        "Orbit Docks: 2024-01-01": "Limit changed: 1, dropped: 1, added: 3, formatting only: 1.",
    }
