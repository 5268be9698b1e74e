"""Feeds: well-formed Atom, ids that hold whatever the host, dates from the data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from macros.publish import feed, wording
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
SITE_URL = "https://a.example/"


@pytest.fixture(scope="module")
def feeds(golden: Atlas) -> dict[str, ET.Element]:
    """Return the feeds of the invented providers by their addresses."""
    return {
        one.address: ET.fromstring(feed.atom(one, SITE_URL))  # noqa: S314 - our own file
        for one in feed.feeds(golden.reviews.values())
    }


def _texts(element: ET.Element, path: str) -> list[str]:
    return [one.text or "" for one in element.findall(path, ATOM)]


def _links(element: ET.Element) -> list[str | None]:
    return [one.get("href") for one in element.findall("atom:link[@rel='alternate']", ATOM)]


@pytest.mark.parametrize("address", ["feed.xml", "orbit/feed.xml", "harbour/feed.xml"])
def test_form(feeds: dict[str, ET.Element], address: str) -> None:
    """Each feed has what Atom demands, an entry per revision, newest first."""
    root = feeds[address]
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    (self_link,) = root.findall("atom:link[@rel='self']", ATOM)
    assert self_link.get("href") == f"{SITE_URL}{address}"
    ids = [*_texts(root, "atom:id"), *_texts(root, "atom:entry/atom:id")]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"tag:error-code-atlas,2026:[a-z0-9/-]+", one) for one in ids)
    updated = _texts(root, "atom:entry/atom:updated")
    assert updated == sorted(updated, reverse=True)
    assert _texts(root, "atom:updated") == [updated[0]]


def test_each_revision_quotes_itself(tmp_path: Path) -> None:
    """What a revision added is quoted from it, whatever later ones say; what it dropped, too."""
    known = f"{invented.TABLE}| 101 | Dock is busy |\n"
    atlas = invented.atlas(
        tmp_path,
        known,
        f"{known}| 102 | Dock is shut |\n| 102 | For ever |\n",
        f"{known}| 102 | No tug |\n",
        known,
    )
    texts = [
        re.sub(
            r"\s+", " ", re.sub(r"<[^>]+>", "", entry.findtext("atom:content", "", ATOM))
        ).strip()
        for entry in ET.fromstring(  # noqa: S314 - our own file
            feed.atom(feed.feeds(atlas.reviews.values())[1], SITE_URL)
        ).findall("atom:entry", ATOM)
    ]
    assert texts == [
        "Dropped: Orbit 102: No tug",
        f"Meaning added or lost: Orbit 102: Dock is shutFor everNo tug {wording.NOT_REVIEWED}",
        "Added: Orbit 102: Dock is shut / For ever",
        "",
    ]


def test_order_in_the_feed_of_all(feeds: dict[str, ET.Element]) -> None:
    """The feed of all providers has the revision first that was taken in last."""
    assert _texts(feeds["feed.xml"], "atom:entry/atom:title") == [
        "Orbit Docks: observed beyond the documents, 2026-11-24",
        "Orbit Docks: observed beyond the documents, 2026-11-23",
        "Orbit Docks: 2023-01-01",
        "Harbour Desk: revision r2 (undated)",
        "Orbit Docks: 2022-01-01",
        "Orbit Docks: 2021-01-01",
        "Harbour Desk: revision r1 (undated)",
    ]


def test_entries(feeds: dict[str, ET.Element]) -> None:
    """An entry tells how many changes of each kind there are, shows them all and leads to them."""
    *_, newest, middle, oldest = feeds["orbit/feed.xml"].findall("atom:entry", ATOM)
    assert _texts(newest, "atom:summary") == [
        "Meaning changed: 1, meaning added or lost: 1, added: 6, typo introduced: 1."
    ]
    (summary,) = _texts(middle, "atom:summary")
    assert summary == (
        "Limit changed: 1, dropped: 4, added: 1, reworded: 1, typo fixed: 1, formatting only: 1."
    )
    (content,) = _texts(newest, "atom:content")
    assert content.count("<li>") == 9
    kinds = ("Meaning changed", "Meaning added or lost", "Added")
    assert sorted(kinds, key=content.index) == list(kinds)
    assert f'<a href="{SITE_URL}orbit/mail.101/">' not in content
    assert f'<a href="{SITE_URL}orbit/101/">Orbit 101</a>' in content
    assert _links(newest) == [f"{SITE_URL}orbit/changes/#from:2022-01-01:2023-01-01"]
    assert _links(oldest) == [f"{SITE_URL}orbit/"]
    assert _texts(newest, "atom:updated") == ["2026-11-22T00:00:00Z"]
    assert _texts(newest, "atom:published") == ["2023-01-01T00:00:00Z"]
    assert _texts(oldest, "atom:summary") == ["The first revision in the atlas."]
    assert _texts(oldest, "atom:content") == []


def test_observations(feeds: dict[str, ET.Element]) -> None:
    """What was observed beyond the documents is told by the day on which it was first seen."""
    later, earlier, *_ = feeds["orbit/feed.xml"].findall("atom:entry", ATOM)
    assert _texts(earlier, "atom:updated") == ["2026-11-23T00:00:00Z"]
    assert _texts(earlier, "atom:summary") == [
        "Codes of which something is known beyond the documents: 4."
    ]
    (content,) = _texts(earlier, "atom:content")
    told = [" ".join(line.split()) for line in re.sub(r"<[^>]+>", "", content).splitlines()]
    assert [line for line in told if line] == [
        "Orbit 102: 2 causes; 2 texts that are sent",
        "Orbit 108: 2 other meanings",
        "Orbit 110: 1 text that is sent",
        "Orbit 112: The tariff of the ship ran out.; 1 cause; 1 text that is sent",
    ]
    (content,) = _texts(later, "atom:content")
    assert "1 other meaning" in content
    assert f'<a href="{SITE_URL}orbit/mail.105/">Orbit 105</a>' in content


def test_unknown_date(feeds: dict[str, ET.Element]) -> None:
    """A revision without a date has only the day on which the atlas took it in."""
    entries = feeds["harbour/feed.xml"].findall("atom:entry", ATOM)
    assert [_texts(one, "atom:updated") for one in entries] == [
        ["2026-11-21T00:00:00Z"],
        ["2026-11-19T00:00:00Z"],
    ]
    assert [_texts(one, "atom:published") for one in entries] == [[], []]


def test_nothing_changed() -> None:
    """A revision that changed nothing says so."""
    assert feed.summary([]) == "Nothing changed."
