"""The page of what changed at all providers: order, what is told of each revision, caps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros import atlas
from macros.publish import wording
from macros.publish.html import all_changes
from tests import invented, pages

if TYPE_CHECKING:
    from pathlib import Path

    from justhtml.dom import Node

    from macros.atlas import Atlas


def _line(node: Node) -> str:
    return " ".join(pages.text(node).split())


def _heads(page: Node) -> list[str]:
    return [_line(one) for one in page.query("h2")]


def _many(folder: Path, *messages: str) -> Atlas:
    """Return a provider with so many revisions of two codes, the first of which always changes."""
    documents = (f"| 101 | {text} |\n| 102 | Dock is shut |\n" for text in messages)
    return invented.atlas(folder, *(invented.TABLE + document for document in documents))


def test_newest_first(golden: Atlas) -> None:
    """Of all providers the newest revision stands first; one without a day after all others."""
    told = all_changes.newest_first(golden.reviews.values())
    assert [(one.provider.id, one.step.after.id) for one in told] == [
        ("orbit", "2023-01-01"),
        ("orbit", "2022-01-01"),
        ("harbour", "r2"),
    ]
    page = pages.parse(all_changes.page(golden, str))
    assert _heads(page) == [
        "Orbit Docks 2023-01-01, compared with 2022-01-01",
        "Orbit Docks 2022-01-01, compared with 2021-01-01",
        "Harbour Desk r2, undated, compared with r1",
    ]


def test_what_breaks_clients(golden: Atlas) -> None:
    """Changes that break clients are named, with their words and what is said of them; no other."""
    page = pages.parse(all_changes.page(golden, str))
    first = page.query(".ec-changes")[0]
    rows = [_line(row) for row in first.query("tbody tr")]
    breaking = all_changes.newest_first(golden.reviews.values())[0].shown
    assert [row.split()[0] for row in rows] == [change.code.code for change in breaking]
    assert [change.kind.label for change in breaking] == [
        "Meaning changed",
        "Meaning added or lost",
    ]
    for row, change in zip(rows, breaking, strict=True):
        assert change.kind.label in row
        assert wording.said_of(change) in row
    # The counts are those of the provider's own page, and lead there.
    lines = [_line(one) for one in page.query(".ec-legend")[0].query("li")]
    assert lines == ["1 meaning changed", "1 meaning added or lost", "6 added", "1 typo introduced"]


def test_one_revision(tmp_path: Path) -> None:
    """A provider of which there is one revision is named at the end, with its catalog."""
    page = pages.parse(all_changes.page(_many(tmp_path, "Shut"), str))
    assert _heads(page) == ["One revision so far"]
    assert "Nothing to compare yet: Orbit Docks (2021-01-01)." in _line(page)
    assert page.query(".ec-legend") == []


def test_nothing_changed(tmp_path: Path) -> None:
    """A revision that changed nothing says so."""
    page = pages.parse(all_changes.page(_many(tmp_path, "Shut", "Shut"), str))
    assert "Nothing changed." in _line(page)


def test_feeds(tmp_path: Path) -> None:
    """The feed of all, and that of each provider, are linked where the site has feeds."""
    made = _many(tmp_path, "Shut", "Open")
    links = [
        (one.attrs or {})["href"]
        for one in pages.parse(all_changes.page(made, str, has_feed=True)).query("a")
    ]
    assert [link for link in links if link and "feed" in link] == ["feed.xml", "orbit/feed.xml"]
    assert "feed" not in all_changes.page(made, str)


def test_many_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many revisions the newest are told whole, the rest in a line each, with their counts."""
    monkeypatch.setattr(all_changes, "WHOLE", 1)
    page = pages.parse(all_changes.page(_many(tmp_path, "Shut", "Open", "Shut.", "Full"), str))
    assert _heads(page) == ["Orbit Docks 2024-01-01, compared with 2023-01-01", "Earlier"]
    rows = [_line(row) for row in page.query("table")[-1].query("tbody tr")]
    assert rows == ["Orbit 2023-01-01 1 reworded", "Orbit 2022-01-01 1 reworded"]


@pytest.mark.parametrize(("most", "said"), [(1, "1 more that breaks clients"), (2, "")])
def test_many_breaking_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, said: str
) -> None:
    """Of many breaking changes the first are told, and how many more there are, with a link."""
    monkeypatch.setattr(all_changes, "SHOWN", most)
    before = "| 101 | Mast above 5 feet |\n| 102 | Mast below 3 feet |\n"
    after = before.replace("5", "7").replace("3", "2")
    data = invented.write(tmp_path, *(invented.TABLE + one for one in (before, after)))
    page = pages.parse(all_changes.page(atlas.load(data), str))
    rows = [_line(row).split()[0] for row in page.query("tbody tr")]
    assert rows == ["101", "102"][:most]
    facts = [_line(one) for one in page.query(".ec-facts")]
    assert facts == [f"{said} All changes of Orbit".strip()]
