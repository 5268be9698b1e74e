"""What browsers and search engines are told beside the pages."""

from __future__ import annotations

import json
from urllib.robotparser import RobotFileParser

from macros.publish import browsers, pictures


def test_robots() -> None:
    """Everyone may read everything; the list of pages is named where it has an address."""
    told = RobotFileParser()
    told.parse(browsers.robots("https://atlas.example/").splitlines())
    assert told.site_maps() == ["https://atlas.example/sitemap.xml"]
    assert told.can_fetch("Anything", "https://atlas.example/api/v1/index.json")
    assert "Sitemap" not in browsers.robots("")


def test_manifest() -> None:
    """The icons that it names are there, and it opens the first page."""
    told = json.loads(browsers.manifest())
    drawn = dict(pictures.icons())
    assert [icon["sizes"] for icon in told["icons"]] == ["192x192", "512x512"]
    assert {icon["src"] for icon in told["icons"]} <= set(drawn)
    assert told["start_url"] == "./"
    assert told["name"] == "Error Code Atlas"
