"""Open work: what nobody has looked at yet, the most harmful first, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros import atlas
from macros.kinds import Kind
from macros.publish.html import open_work as shown
from macros.publish.html.environment import links_from
from macros.review import open_work
from macros.review.open_work import Harm
from tests import invented, pages

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from macros.atlas import Atlas

HEAD = "| Code | Meaning |\n|---|---|\n"
BEFORE = HEAD + "| 0 | Docked |\n| 101 | Dock is busy |\n| 102 | Dock is wet |\n| 103 | Ice |\n"
AFTER = (
    HEAD
    + "| 0 | Docked |\n| 101 | Dock is lost |\n| 102 | Wet dock |\n| 103 | Ice |\n| 104 | Fog |\n"
)
CLOSED = """\
  - id: closed
    family: docks
    title: Closed
    says: Nobody gets in.
    synonyms: [shut]
    rpc: FAILED_PRECONDITION
    http: 400
    retry: after-fix
    why: Open it.
    acts: operator
    for_user: Please wait.
"""
OBSERVED = """\
sources:
  - id: talk
    url: https://talk.example/7
    kind: sdk
    title: A list
    date: unknown
    seen: "2026-11-26"
reviewed: "2021-01-01"
codes:
  api:
    "101":
      causes:
        - {why: Two ships came., do: Send one., acts: caller, sources: [talk]}
    "104":
      says: {text: There is fog., product: Docks, sources: [talk]}
"""


def _atlas(folder: Path) -> Atlas:
    """101 had a verdict that programs act on, 102 another, 104 is new, 103 and 0 are as before."""
    data = invented.write(folder, BEFORE, AFTER)
    (data / "orbit" / "observations.yml").write_text(OBSERVED, encoding="utf-8")
    path = data / "conditions.yml"
    text = path.read_text("utf-8").replace('orbit: "2022-01-01"', 'orbit: "2021-01-01"')
    text = text.replace("  - id: unreviewed", f"{CLOSED}  - id: unreviewed")
    text = text.replace('"102": busy', '"102": {condition: closed, do: Dry it.}')
    path.write_text(text.replace('"104": busy', '"104": unreviewed'), encoding="utf-8")
    return atlas.load(data)


def test_unlike_texts_first(tmp_path: Path) -> None:
    """A text that has hardly a word in common with the one before stands before other words."""
    before = HEAD + "| 101 | Dock is busy |\n| 102 | Invalid group ID |\n| 103 | Ship is late |\n"
    after = (
        HEAD + "| 101 | Dock is in use |\n| 102 | Coupon is spent |\n| 103 | Ship comes late |\n"
    )
    data = invented.write(tmp_path, before, after)
    path = data / "conditions.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('orbit: "2022-01-01"', 'orbit: "2021-01-01"'), "utf-8")
    held = atlas.load(data)
    works = open_work.find(held.reviews.values(), held.conditions)
    assert [work.code.code for work in works] == ["102", "101", "103"]


def test_find(tmp_path: Path) -> None:
    """What a program would act on comes first, then other changed texts, then new codes."""
    held = _atlas(tmp_path)
    works = open_work.find(held.reviews.values(), held.conditions)
    assert [(work.code.code, work.harms, work.asked) for work in works] == [
        ("101", [Harm.CHANGED, Harm.NOTED, Harm.CHANGE], 1),
        ("102", [Harm.CHANGED, Harm.CHANGE], 0),
        ("104", [Harm.NEW, Harm.OVERTAKEN], 0),
    ]
    assert [work.line for work in works] == [
        '"101": {condition: "busy", as_of: "2022-01-01"}',
        '"102": {condition: "closed", do: "Dry it.", as_of: "2022-01-01"}',
        "",
    ]


def test_a_line_confirms(tmp_path: Path) -> None:
    """The line as it is printed, in the place of the old one, ends what is open of the verdict."""
    held = _atlas(tmp_path)
    first, *_ = open_work.find(held.reviews.values(), held.conditions)
    path = tmp_path / "data" / "conditions.yml"
    text = path.read_text("utf-8").replace('"101": busy', first.line)
    path.write_text(text, encoding="utf-8")
    held = atlas.load(tmp_path / "data")
    works = {
        work.code.code: work for work in open_work.find(held.reviews.values(), held.conditions)
    }
    assert works["101"].harms == [Harm.NOTED, Harm.CHANGE]
    assert held.conditions.verdict(works["101"].code).retry == "later-with-backoff"


def test_nothing_open(tmp_path: Path) -> None:
    """One revision, all of it classified: nothing is open, and the page says so."""
    held = invented.atlas(tmp_path, BEFORE)
    assert open_work.find(held.reviews.values(), held.conditions) == ()
    page = pages.parse(shown.page(held, links_from("contributing/open-work/")))
    assert [pages.text(one) for one in page.query("dd")] == ["nothing is open"]
    assert "Somebody has read every text" in pages.text(page)


def test_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page counts by provider and kind, and shows the worst with what they were."""
    held = _atlas(tmp_path)
    body = shown.page(held, links_from("contributing/open-work/"))
    page = pages.parse(body)
    (counts,) = page.query("dd")
    assert pages.text(counts).split("\n") == [
        "3 codes",
        "The verdict was chosen for another text: 2",
        "Nobody has classified the code: 1",
        "What is known beyond the document was written beside another text: 1",
        "Nobody has read what changed: 2",
        "The document has overtaken what was observed: 1",
    ]
    first, second, third = page.query(".ec-open-work > li")
    assert "Orbit 101 Dock is lost" in " ".join(pages.text(first).split())
    assert "“Dock is busy” (2021-01-01), was classified as Busy: retry later." in " ".join(
        pages.text(first).split()
    )
    assert "Written when the document said “Dock is busy” (2021-01-01)." in pages.text(first)
    assert "was classified as Closed: fix first." in pages.text(second)
    assert "The document of 2022-01-01 lists the code." in pages.text(third)
    monkeypatch.setattr(shown, "SHOWN", 1)
    page = pages.parse(shown.page(held, links_from("contributing/open-work/")))
    assert len(page.query(".ec-open-work > li")) == 1
    assert "2 more:" in pages.text(page)


def test_order(tmp_path: Path) -> None:
    """What breaks clients comes first, then what programs act on, then what is asked about."""
    held = _atlas(tmp_path)
    works = open_work.find(held.reviews.values(), held.conditions)
    acted, other, _ = works
    # However many ask about the other one.
    assert min([replace(other, asked=9), acted], key=lambda work: work.rank) is acted
    limit = replace(other.changes[0], computed=Kind.LIMIT_CHANGED)
    broken = replace(other, changes=(limit,))
    assert min([acted, broken], key=lambda work: work.rank) is broken
    assert min([other, replace(other, asked=2)], key=lambda work: work.rank).asked == 2
