"""The home page: the largest provider first, and the newest changes that break clients."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.atlas import load
from macros.kinds import Kind
from macros.publish.html import home
from macros.publish.html.environment import links_from
from tests import invented, pages

if TYPE_CHECKING:
    from pathlib import Path

    from justhtml.dom import Node

    from macros.atlas import Atlas
    from macros.review.changes import Change

OLD = {
    0: "Docked",
    101: "Dock is busy, a tug waits for it, and its crew sleeps until the evening tide comes in",
    102: "A ship may be 100 m long",
    103: "Moored",
    104: "Gone for good",
}
NEW = OLD | {
    101: "The harbour master is away and nobody else has a key to the gate of the third basin",
    102: "A ship may be 200 m long",
    103: "Fuel ran out, the tanker that was to bring more of it has been sent to another harbour",
}
# Both are there, in two rows.
ALSO = "| 104 | The pier burned down |\n"


def _document(rows: dict[int, str]) -> str:
    return invented.TABLE + "".join(f"| {code} | {text} |\n" for code, text in rows.items())


def _notes(kinds: dict[str, Kind]) -> str:
    notes = [
        {
            "code": code,
            "from": "2021-01-01",
            "to": "2022-01-01",
            "old": OLD[int(code)],
            "new": [OLD[104], "The pier burned down"] if code == "104" else NEW[int(code)],
            "kind": kind.value,
            "why": "It is so.",
        }
        for code, kind in kinds.items()
    ]
    # JSON is YAML.
    return json.dumps({"changes": notes})


def _page(atlas: Atlas) -> Node:
    return pages.parse(home.home(atlas, links_from("")))


def _texts(page: Node, selector: str) -> list[str]:
    return [" ".join(pages.text(one).split()) for one in page.query(selector)]


def test_providers(golden: Atlas) -> None:
    """The provider with the most codes stands first, with what its newest revision changed."""
    counts = {one.provider.product: len(one.current) for one in golden.catalogs.values()}
    rows = _texts(_page(golden), ".ec-providers tbody tr")
    assert [row.split(" codes")[0].rpartition(" ")[2] for row in rows] == [
        str(count) for count in sorted(counts.values(), reverse=True)
    ]
    (orbit,) = [row for row in rows if row.startswith("Orbit Docks Orbit Works")]
    breaking = sum(
        change.kind.breaks and change.after.id == "2023-01-01"
        for change in golden.reviews["orbit"].changes
    )
    assert breaking > 1
    assert orbit.endswith(f", {breaking} break clients")
    assert " 2023-01-01 " in orbit


def test_one_revision(tmp_path: Path) -> None:
    """Where there is nothing to compare with, no change is counted, and none is listed."""
    page = _page(load(invented.write(tmp_path)))
    (row,) = _texts(page, ".ec-providers tbody tr")
    assert row == "Orbit Docks Orbit Works 3 codes 2021-01-01 first revision"
    assert _texts(page, "h2") == ["Providers"]
    assert _texts(page, ".ec-broken") == []


def _changes(tmp_path: Path, kinds: dict[str, Kind]) -> dict[str, Change]:
    data = invented.write(tmp_path, _document(OLD), _document(NEW) + ALSO)
    (data / "orbit" / "notes.yml").write_text(_notes(kinds), encoding="utf-8")
    return {change.code.code: change for change in load(data).reviews["orbit"].changes}


KINDS = {"101": Kind.MEANING_CHANGED, "102": Kind.LIMIT_CHANGED, "103": Kind.MEANING_CHANGED}


def test_broken(tmp_path: Path) -> None:
    """Most words kept are compared; others are told one after the other, in the room of a line."""
    changes = _changes(tmp_path, KINDS)
    limit = home.broken(changes["102"])
    assert [piece.text for piece in limit.pieces if piece.kind != "same"] == ["100", "200"]
    assert (limit.was, limit.now) == ("", "")
    both = home.broken(changes["101"])
    assert both.pieces == ()
    assert both.was == "Dock is busy, a tug waits for it, and…"
    assert both.now == "The harbour master is away and nobody…"
    # A short text leaves its room to the other.
    short = home.broken(changes["103"])
    assert short.was == "Moored"
    assert short.now == "Fuel ran out, the tanker that was to bring more of it has been sent to…"
    assert max(len(one.was) + len(one.now) for one in (both, short)) <= 81
    also = home.broken(changes["104"])
    assert (also.was, also.now) == ("", "The pier burned down")


def test_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What breaks clients most stands first; each row says when, and leads to its code."""
    monkeypatch.setattr(home, "MOST_BROKEN", 3)
    _changes(tmp_path, KINDS | {"104": Kind.ROWS_CHANGED})
    page = _page(load(tmp_path / "data"))
    rows = page.query(".ec-broken tbody tr")
    assert [" ".join(pages.text(one.query("a")[0]).split()) for one in rows] == [
        *("Orbit 101", "Orbit 103", "Orbit 102"),
    ]
    assert (rows[0].query("a")[0].attrs or {})["href"] == "orbit/101/"
    assert all("2022-01-01" in pages.text(row) for row in rows)


def test_newest_first(golden: Atlas) -> None:
    """A newer revision stands above an older one, whatever they break."""
    days = _texts(_page(golden), ".ec-broken td:last-child")
    assert days == sorted(days, reverse=True)
    assert days[0] == "2023-01-01" > days[-1]


def test_all_changes(golden: Atlas) -> None:
    """All changes are on the page of all providers."""
    (link,) = _page(golden).query("h2 a")
    assert (pages.text(link), (link.attrs or {})["href"]) == (
        "All 2, and other changes",
        "changes/",
    )


@pytest.mark.parametrize("many", [False, True])
def test_many_providers(golden: Atlas, monkeypatch: pytest.MonkeyPatch, many: bool) -> None:  # noqa: FBT001
    """A long list of providers stands below what changed."""
    monkeypatch.setattr(home, "FEW_PROVIDERS", 1 if many else 2)
    headings = ["Providers", "Changes that break clients All 2, and other changes"]
    assert _texts(_page(golden), "h2") == (headings[::-1] if many else headings)
