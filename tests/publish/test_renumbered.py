"""A block of codes that was pushed on, and codes that mean another thing: told everywhere."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from macros import atlas as whole
from macros.publish import wording
from macros.publish.html.environment import links_from
from macros.publish.site import Site
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = """\
| 0 | Docked |
| 101 | Wrong berth |
| 102 | Berth closed |
| 103 | Berth lost |
| 110 | The crane lost its hook |
| 120 | The harbour master refused the name of the ship |
"""
AFTER = """\
| 0 | Docked |
| 101 | Wrong crew |
| 102 | Wrong berth |
| 103 | Berth closed |
| 104 | Berth lost |
| 110 | Ferry ticket sold by nobody |
| 121 | The harbour master refused the name of the ship |
"""
WENT = "What it said in 2021-01-01 seems to have moved to"
CAME = "Its text seems to have come from"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of the provider."""
    folder = tmp_path_factory.mktemp("renumbered")
    data = invented.write(folder, invented.TABLE + BEFORE, invented.TABLE + AFTER)
    return Site(whole.load(data), data, "https://a.example/")


def _text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def _page(site: Site, code: str) -> str:
    return _text(site.code_page(site.atlas.catalogs["orbit"].by_address[code]))


def test_changes_page(site: Site) -> None:
    """What was re-assigned stands first, then what was renumbered, each with where it went."""
    page = site.parts["changes_page"]("orbit", links_from("orbit/changes/"))
    headings = re.findall(r'<h3 id="([a-z-]+):2022-01-01">', page)
    assert headings == ["reassigned", "renumbered", "dropped", "added"]
    text = _text(page)
    assert "1 re-assigned 3 renumbered 1 dropped 2 added" in text
    assert f"{WENT} 102 , which has the same words in 2022-01-01: “ Wrong berth ”" in text
    assert f"{CAME} 102 , which had the same words in 2021-01-01: “ Berth closed ”" in text
    assert f"The two texts name nothing in common. {wording.NOT_REVIEWED}" in text
    assert f"{WENT} 121 , which has the same words in 2022-01-01:" in text


def test_code_page(site: Site) -> None:
    """A renumbered code says where its text went and where the one that it has came from."""
    page = _page(site, "102")
    assert "102 renumbered Wrong berth" in page
    assert f"{WENT} 103 , which has the same words" in page
    assert f"{CAME} 101 , which had the same words" in page
    assert CAME not in _page(site, "101")
    assert WENT in _page(site, "101")
    assert "110 re-assigned Ferry ticket" in _page(site, "110")
    assert f"{WENT} 121" in _page(site, "120")
    assert "Renumbered" not in _page(site, "120")


def test_files(site: Site) -> None:
    """Markdown, JSON and the feed say the same."""
    markdown = site.api["orbit/102/index.md"]
    assert "- **Renumbered.** In 2021-01-01 it said" in markdown
    assert f"- {WENT} [Orbit 103](" in markdown
    assert f"- {CAME} [Orbit 101](" in markdown
    changes = json.loads(site.api["api/v1/changes.json"])
    kinds = {one["codes"][0]: one["kind"] for one in changes["changes"]}
    assert kinds == {
        **dict.fromkeys(("101", "102", "103"), "renumbered"),
        "104": "added",
        "110": "reassigned",
        "120": "dropped",
        "121": "added",
    }
    moves = [one["codes"] for one in changes["moves"]]
    assert moves == [["101", "102"], ["102", "103"], ["103", "104"], ["120", "121"]]
    feed = str(dict(site.files())["orbit/feed.xml"])
    assert "<summary>Re-assigned: 1, renumbered: 3, dropped: 1, added: 2.</summary>" in feed
    assert feed.count(WENT) == 4
    assert feed.count(CAME) == 4


def test_a_text_of_old(tmp_path: Path) -> None:
    """What a code no longer says is told as of the revision in which it came."""
    third = AFTER.replace("| 102 | Wrong berth |", "| 102 | Wrong pilot |")
    data = invented.write(tmp_path, *(invented.TABLE + one for one in (BEFORE, AFTER, third)))
    site = Site(whole.load(data), data)
    assert "What it said in 2022-01-01 seems to have come from 101" in _page(site, "102")
