"""Feeds: well-formed Atom, ids that hold whatever the host, dates from the data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import SITE_URL

if TYPE_CHECKING:
    from pathlib import Path

ATOM = {"atom": "http://www.w3.org/2005/Atom"}


def _texts(element: ET.Element, path: str) -> list[str]:
    return [one.text or "" for one in element.findall(path, ATOM)]


@pytest.mark.parametrize("path", ["feed.xml", "kakaotalk/feed.xml", "wechat/feed.xml"])
def test_feed(site: Path, path: str) -> None:
    """Each feed has what Atom demands, an entry per revision, newest first."""
    feed = ET.fromstring((site / path).read_text("utf-8"))  # noqa: S314 - our own file
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    (self_link,) = feed.findall("atom:link[@rel='self']", ATOM)
    assert self_link.get("href") == f"{SITE_URL}{path}"
    ids = [*_texts(feed, "atom:id"), *_texts(feed, "atom:entry/atom:id")]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"tag:error-code-atlas,2026:[a-z0-9/-]+", one) for one in ids)
    updated = _texts(feed, "atom:entry/atom:updated")
    assert updated == sorted(updated, reverse=True)
    assert _texts(feed, "atom:updated") == [updated[0]]
    for entry in feed.findall("atom:entry", ATOM):
        (link,) = entry.findall("atom:link", ATOM)
        page, _, fragment = (link.get("href") or "").removeprefix(SITE_URL).partition("#")
        text = (site / page / "index.html").read_text("utf-8")
        assert not fragment or f'id="{fragment}"' in text


def test_contents(site: Path) -> None:
    """An entry tells how many changes of each kind there are, and shows them all."""
    feed = ET.fromstring((site / "kakaotalk/feed.xml").read_text("utf-8"))  # noqa: S314 - the same
    newest, oldest = feed.findall("atom:entry", ATOM)
    (summary,) = _texts(newest, "atom:summary")
    assert summary.startswith("Meaning changed: 4, limit changed: 2, rows changed: 1, dropped: 10")
    (content,) = _texts(newest, "atom:content")
    assert content.count("<li>") == 249
    assert f'<a href="{SITE_URL}kakaotalk/-2019/">' in content
    assert _texts(newest, "atom:updated") == ["2026-11-22T00:00:00Z"]
    assert _texts(newest, "atom:published") == ["2025-12-10T00:00:00Z"]
    assert _texts(oldest, "atom:summary") == ["The first revision that the atlas holds."]


def test_unknown_date(site: Path) -> None:
    """A revision without a date has only the day on which the atlas took it in."""
    feed = ET.fromstring((site / "wechat/feed.xml").read_text("utf-8"))  # noqa: S314 - the same
    assert set(_texts(feed, "atom:entry/atom:updated")) == {"2026-11-22T00:00:00Z"}
    assert _texts(feed, "atom:entry/atom:published") == []
