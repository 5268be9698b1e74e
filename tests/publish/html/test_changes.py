"""A provider's page of changes: groups, what is said once, what is folded, anchors that stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros import atlas
from macros.kinds import Kind
from macros.publish.html import changes
from macros.review.discrepancies import KINDS
from tests import invented, pages

if TYPE_CHECKING:
    from pathlib import Path

    from justhtml.dom import Node

    from macros.atlas import Atlas


def _page(folder: Path, *documents: str, notes: str = "") -> Node:
    """Return the page of documents with a table each, and of what people say of the changes."""
    data = invented.write(folder, *(invented.TABLE + document for document in documents))
    if notes:
        (data / "orbit/notes.yml").write_text(notes, "utf-8")
    invented.classify(data)
    return pages.parse(changes.page(atlas.load(data).reviews["orbit"], str))


def _line(node: Node) -> str:
    return " ".join(pages.text(node).split())


def _legend(page: Node) -> list[tuple[str, str | None]]:
    """Return the lines of the first legend, and where they lead."""
    lines = page.query(".ec-legend")[0].query("li")
    links = [one.query("a") for one in lines]
    return [
        (_line(one), (link[0].attrs or {})["href"] if link else None)
        for one, link in zip(lines, links, strict=True)
    ]


DAYS = ("2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01")
BEFORE = "| 0 | Docked |\n| 101 | Dock is busy |\n| 102 | Mast too high |\n| 103 | No flag |\n"
AFTER = "| 0 | Docked |\n| 101 | A pier was sold |\n| 102 | Mast too high. |\n| 104 | Shut |\n"
SOLD = """\
changes:
  - code: "101"
    from: "2021-01-01"
    to: "2022-01-01"
    old: Dock is busy
    new: A pier was sold
    kind: meaning-changed
    why: Another matter.
"""


def test_head(tmp_path: Path) -> None:
    """Each line of the legend counts a group, and leads to it; breaking changes come first."""
    page = _page(tmp_path, BEFORE, AFTER, notes=SOLD)
    here = "orbit/changes/#{}:2022-01-01"
    lines = _legend(page)
    assert lines == [
        ("1 meaning changed", here.format("meaning-changed")),
        ("1 dropped", here.format("dropped")),
        ("1 added", here.format("added")),
        ("1 formatting only", here.format("formatting-only")),
        ("1 unchanged", None),
    ]
    ids = pages.by_id(page)
    for said, link in lines[:-1]:
        heading = ids[(link or "").partition("#")[2]]
        count, words = said.split(maxsplit=1)
        assert _line(heading) == f"{words.capitalize()} {count}"
    assert _line(page.query("h3")[0]) == "Meaning changed 1"
    assert [_line(one) for one in page.query("h2")] == [
        "2021-01-01 → 2022-01-01",
        "Possible mistakes in 2022-01-01",
    ]


def test_was_and_now(tmp_path: Path) -> None:
    """A text that another took the place of is shown whole; of others the words that differ."""
    page = _page(tmp_path, BEFORE, AFTER, notes=SOLD)
    ids = pages.by_id(page)
    sold = ids["change:2022-01-01:101"]
    assert [_line(one) for one in sold.query(".ec-was, .ec-now, .ec-note")] == [
        *("Dock is busy", "A pier was sold", "Another matter."),
    ]
    higher = ids["change:2022-01-01:102"]
    assert not higher.query(".ec-was, .ec-now")
    assert [_line(one) for one in higher.query("del, ins")] == ["."]


DOCKS = "".join(f"| {code} | Dock {code} is busy |\n" for code in range(101, 107))
BERTHS = DOCKS.replace("Dock", "Berth").replace("106 is busy", "106 is very busy")
SAID_ONCE = """\
changes:
  - {code: "106", from: "2021-01-01", to: "2022-01-01", old: Dock 106 is busy,
     new: Berth 106 is very busy, kind: reworded, why: Said louder.}
throughout:
  - {from: "2021-01-01", to: "2022-01-01", codes: ["101"], kind: reworded}
  - {from: "2021-01-01", to: "2022-01-01", codes: ["102", "103"], kind: reworded,
     why: A dock is called a berth.}
  - {from: "2021-01-01", to: "2022-01-01", codes: ["104"], kind: reworded, why: It is a berth.}
  - {from: "2021-01-01", to: "2022-01-01", codes: ["105"], kind: formatting-only, why: No matter.}
"""


def test_said_once(tmp_path: Path) -> None:
    """What is said of several changes stands above them; what nobody says a word of is folded."""
    page = _page(tmp_path, DOCKS, BERTHS, notes=SAID_ONCE)
    rows = page.query(".ec-changes")[0].query("tbody tr")
    shown = [(_line((row.query("th") or [row])[0]), _line(row)) for row in rows]
    assert [(code, said.removeprefix(code).strip()) for code, said in shown] == [
        ("104", "DockBerth 104 is busy It is a berth."),
        ("106", "DockBerth 106 is very busy Said louder."),
        ("A dock is called a berth. 2", ""),
        ("102", "DockBerth 102 is busy"),
        ("103", "DockBerth 103 is busy"),
    ]
    folded = page.query("details")
    assert [_line(one.query("summary")[0]) for one in folded] == [
        "1 more, with nothing to add",
        "Show all 1",
    ]
    assert [_line(row) for one in folded for row in one.query("tbody tr")] == [
        "101 DockBerth 101 is busy",
        "105 DockBerth 105 is busy No matter.",
    ]
    # Nothing else is folded, whatever it is: an open change may break a client.
    page = _page(tmp_path / "open", DOCKS, BERTHS)
    assert page.query("details") == []
    heads = [_line(one) for one in page.query(".ec-said")]
    assert heads == ["Not reviewed yet. It may mean something else now. 6"]


def test_long_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Very many changes of a kind are folded, but for those that break clients."""
    monkeypatch.setattr(changes, "_LONG", 1)
    mast = "| 10{} | Mast above {} feet |\n"
    before = f"| 0 | Docked |\n{mast.format(1, 5)}{mast.format(2, 5)}"
    after = f"{mast.format(1, 7)}{mast.format(2, 7)}| 103 | Shut |\n| 104 | Open |\n"
    page = _page(tmp_path, before, after)
    groups = [_line(one) for one in page.query("h3")]
    assert groups == ["Limit changed 2", "Dropped 1", "Added 2"]
    (folded,) = page.query("details")
    assert [_line(row) for row in folded.query("tbody tr")] == ["103 Shut", "104 Open"]


def test_contents(tmp_path: Path) -> None:
    """Beside the page stands what is on it, of each step with its counts, newest first."""
    page = _page(tmp_path, "| 101 | a |\n", "| 101 | a |\n| 102 | b |\n", "| 102 | b |\n")
    (contents,) = page.query(".ec-contents")
    links = {_line(one): (one.attrs or {})["href"] for one in contents.query("a")}
    assert links == {
        "2022-01-01 → 2023-01-01": "orbit/changes/#from:2022-01-01:2023-01-01",
        "Dropped": "orbit/changes/#dropped:2023-01-01",
        "2021-01-01 → 2022-01-01": "orbit/changes/#from:2021-01-01:2022-01-01",
        "Added": "orbit/changes/#added:2022-01-01",
        "Possible mistakes": "orbit/changes/#ec:wrong",
    }
    # The picture is of the newest revision; of the one before there are counts.
    assert len(page.query(".ec-picture")) == 1
    assert [_line(one) for one in page.query(".ec-legend")] == ["1 dropped 1 unchanged", "1 added"]


def test_one_revision(tmp_path: Path) -> None:
    """Where there is nothing to compare with, that is said once, and the picture stands there."""
    page = _page(tmp_path, "| 101 | Dock not exist |\n| 102 | Dock is shut |\n")
    facts = _line(page.query(".ec-facts")[0])
    assert facts.startswith("One revision, 2021-01-01: nothing to compare it with yet")
    assert _legend(page) == [
        ("1 with a possible mistake", "orbit/changes/#ec:wrong"),
        ("1 without", None),
    ]
    assert page.query("h3") == []


def test_mistakes(tmp_path: Path) -> None:
    """Possible mistakes are counted by harm, with the list of them; none are said to be none."""
    wrong = "| 101 | Dock not exist |\n| 102 | Dock is shut |\n| 103 | Dock is shut |\n"
    page = _page(tmp_path / "a", "| 101 | Dock |\n", wrong)
    told = next(one for one in page.query("p") if "misleading" in pages.text(one))
    assert _line(told) == "1 misleading, 1 style: see them all, or the report for Orbit Works."
    assert [(one.attrs or {})["href"] for one in told.query("a")] == [
        "discrepancies/?provider=orbit&document=orbit/2022-01-01",
        "orbit/report/",
    ]
    ids = pages.by_id(page)
    assert {f"wrong:{rule.name}" for rule in KINDS} <= set(ids)
    # Numbers that differ in sign alone are none.
    page = _page(tmp_path / "b", "| 101 | Dock is busy |\n| -101 | Dock is shut |\n")
    assert "No possible mistake was found." in pages.text(page)


def test_feed(tmp_path: Path) -> None:
    """A site with feeds leads to that of the provider; one without has none to lead to."""
    review = invented.atlas(tmp_path, f"{invented.TABLE}| 101 | Shut |\n").reviews["orbit"]
    assert 'href="orbit/feed.xml"' in changes.page(review, str, has_feed=True)
    assert "feed.xml" not in changes.page(review, str)


def test_languages(golden: Atlas) -> None:
    """Every id of each page is there once."""
    for review in golden.reviews.values():
        assert pages.by_id(pages.parse(changes.page(review, str)))


def _ids(folder: Path, *retracted: str, documents: tuple[str, ...]) -> list[str]:
    """Return the ids of the page of changes where some revisions are retracted."""
    data = invented.write(folder, *documents)
    path = data / "orbit/provider.yml"
    text = path.read_text("utf-8")
    for ident in retracted:
        head = f'  - id: "{ident}"\n'
        text = text.replace(head, f"{head}    retracted: It was taken back.\n")
    path.write_text(text, "utf-8")
    page = changes.page(atlas.load(data).reviews["orbit"], str)
    return re.findall(r' id="([^"]*)"', page)


GONE = (DAYS[:1], DAYS[1:2], DAYS[3:], DAYS[1:3], DAYS[:2], DAYS[2:], DAYS[:3], DAYS[1:])


@pytest.mark.parametrize("retracted", GONE)
def test_former_steps_keep_their_anchors(tmp_path: Path, retracted: tuple[str, ...]) -> None:
    """Whatever is retracted, each step and each kind of change that had an id has it, once."""
    texts = ("Dock is busy", "Dock is shut", "Dock is busy", "Dock is open")
    documents = tuple(f"{invented.TABLE}| 0 | Docked |\n| 101 | {text} |\n" for text in texts)
    ids = _ids(tmp_path / "a", documents=documents)
    kept = [one for one in ids if re.match(r"(?!change:)[a-z-]+:20", one)]
    assert len(kept) == 6 + 3 * len(Kind)
    ids = _ids(tmp_path / "b", *retracted, documents=documents)
    assert {one: ids.count(one) for one in kept} == dict.fromkeys(kept, 1)
