"""Pages about all providers: what golden files of two cannot show."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from macros.atlas import load
from macros.publish import retries
from macros.publish.html import across
from macros.publish.html.environment import links_from
from macros.review.discrepancies import KINDS
from tests import invented, pages

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas


def _named(golden: Atlas, product: str) -> Atlas:
    """Return the atlas with another name of the product of one provider."""
    orbit = golden.catalogs["orbit"]
    provider = orbit.provider.model_copy(update={"product": product})
    return replace(golden, catalogs={**golden.catalogs, "orbit": replace(orbit, provider=provider)})


@pytest.mark.parametrize("too_long", [False, True])
def test_search_engine(golden: Atlas, too_long: bool) -> None:  # noqa: FBT001
    """A browser gets the names of the products, as long as they fit; else their number."""
    room = across.OPENSEARCH_LONGEST - len("Harbour Desk, ") - 1
    product = "x" * (room + too_long)
    root = ET.fromstring(across.opensearch(_named(golden, product), "https://a.example/"))  # noqa: S314 - our own
    told = [one.text for one in root if one.tag.endswith("Description")]
    names = "2 API providers" if too_long else f"Harbour Desk, {product}"
    assert told == [f"Error codes of {names}"]
    (url,) = (one.get("template") for one in root if one.tag.endswith("Url"))
    assert url == "https://a.example/?q={searchTerms}"


def test_not_found(golden: Atlas) -> None:
    """The 404 page links from the root of the site, and no name ends its data too early."""
    hurtful = _named(golden, "</script><b>&")
    page = pages.parse(across.not_found(hurtful, "/atlas/"))
    assert [(one.attrs or {})["href"] for one in page.query("li a")] == [
        "/atlas/harbour/",
        "/atlas/orbit/",
    ]
    (script,) = page.query("[data-ec-providers]")
    data = json.loads(pages.text(script))
    assert data["orbit"]["product"] == "</script><b>&"
    assert data["orbit"]["held"] == "documents of 2023-01-01, 2022-01-01 and 2021-01-01"
    assert data["orbit"]["aliases"] == ["orbital", "orbit-docks", "轨道"]
    assert not page.query("b")


def test_conditions_of_several_providers_first(golden: Atlas) -> None:
    """In each family the conditions of several providers come first; successes come last."""
    page = pages.parse(across.compare(golden, links_from("compare/")))
    rows = [(one.attrs or {})["id"] for one in page.query("tbody tr[id]")]
    assert rows == [
        *("condition:busy", "condition:no-dock", "condition:shut"),
        "condition:lost",
        *("condition:on-its-way", "condition:success"),
    ]
    busy = page.query("tbody tr[id]")[0]
    cells = [
        [pages.text(code) for code in cell.query("a")] for cell in busy.query("td[data-provider]")
    ]
    assert cells[0][:5] == ["1", "2", "3", "4", "5"]
    assert cells[1] == ["102", "108", "301"]
    (folded,) = busy.query("details")
    assert pages.text(folded.query("summary")[0]) == "5 more"


def test_same_number(golden: Atlas) -> None:
    """Numbers that stand for several things stand in order, each once."""
    page = pages.parse(across.same_number(golden, links_from("compare/same-number/")))
    rows = {(one.attrs or {})["id"]: one for one in page.query("tbody")}
    assert list(rows) == [
        *("number:7", "number:101", "number:104", "number:105"),
        *("number:112", "number:201", "number:301"),
    ]
    links = [(one.attrs or {})["href"] for one in rows["number:101"].query("a.ec-code")]
    assert links == [
        "../../harbour/101/",
        "../../orbit/101/",
        "../../orbit/mail.101/",
        "../../orbit/-101/",
    ]
    conditions = [pages.text(one) for one in rows["number:101"].query("small a")]
    assert conditions == ["Ship lost", "Dock shut", "Ship lost", "Dock shut"]
    notes = {name: [pages.text(one) for one in row.query(".ec-dim")] for name, row in rows.items()}
    assert notes == {name: [] for name in rows} | {
        "number:101": ["They mean the same. Both are about the dock."]
    }


def test_same_number_that_nobody_has_classified(tmp_path: Path) -> None:
    """The condition of no choice has no place on the page of conditions, so nothing links to it."""
    data = invented.write(
        tmp_path, invented.TABLE + "| 0 | Docked |\n| 101 | Ice |\n| -101 | Fog |\n"
    )
    path = data / "conditions.yml"
    text = path.read_text("utf-8").replace('"101": busy', '"101": unreviewed')
    path.write_text(text, "utf-8")
    page = pages.parse(across.same_number(load(data), links_from("compare/same-number/")))
    targets = [(one.attrs or {})["href"] for one in page.query("small a")]
    assert targets == ["../#condition:busy"]
    ice, fog = page.query("tbody tr")
    assert "Not reviewed" in pages.text(ice)
    assert "Not reviewed" not in pages.text(fog)
    # Of a provider with one code set nobody needs its title.
    assert [pages.text(row.query("small")[1]) for row in (ice, fog)] == ["Orbit", "Orbit"]


def test_discrepancies(golden: Atlas) -> None:
    """The worst come first, with a heading; in each group what the newest revisions have."""
    page = pages.parse(across.discrepancies(golden, links_from("discrepancies/")))
    headings = [pages.text(one) for one in page.query("h2")]
    assert [one.split()[0] for one in headings] == ["Misleading", "Unclear", "Style"]
    groups = page.query("[data-ec-harm]")
    rows = [group.query("tbody tr") for group in groups]
    assert [one.split()[1] for one in headings] == [str(len(listed)) for listed in rows]
    # Numbers that differ in sign alone have a page of their own.
    found = [one for review in golden.reviews.values() for one in review.findings]
    findings = [one for one in found if one.rule.name != "sign-twin"]
    assert len(findings) < len(found)
    assert sum(map(len, rows)) == len(findings)
    assert pages.text(page.query("[data-ec-left]")[0]) == f"{len(findings)} findings"
    newest = {"orbit/2023-01-01", "harbour/r2"}
    for listed in rows:
        current = [
            bool(newest & set(((row.attrs or {})["data-documents"] or "").split()))
            for row in listed
        ]
        assert current == sorted(current, reverse=True)
    (noted,) = [row for row in rows[0] if (row.attrs or {})["data-kind"] == "noted"]
    assert "Sentence that is *turned* around" in pages.text(noted)
    assert "102 says <how long> to wait." in pages.text(noted)
    kinds = [(one.attrs or {})["value"] for one in page.query("[name=kind] option")]
    assert kinds[:2] == ["", "noted"]
    assert "sign-twin" not in kinds
    reports = [(one.attrs or {})["href"] for one in page.query(".ec-facts a")]
    assert reports == ["../compare/same-number/", "../harbour/report/", "../orbit/report/"]


def test_findings_stand_by_kind(golden: Atlas) -> None:
    """What is equally bad stands kind by kind, whosever it is; what a person found comes last."""
    review = golden.reviews["orbit"]
    found = {one.rule.name: one for one in review.findings if one.current}
    mine = (found["noted"], found["duplicate-code"], found["mixed-terms"])
    theirs = (found["duplicate-code"], found["noted"])
    reviews = {"a": replace(review, findings=mine), "b": replace(review, findings=theirs)}
    page = pages.parse(across.discrepancies(replace(golden, reviews=reviews), links_from("x/")))
    rows = page.query("[data-ec-harm]")[0].query("tbody tr")
    kinds = [(row.attrs or {})["data-kind"] for row in rows]
    assert kinds == ["duplicate-code", "duplicate-code", "noted", "noted"]


def test_what_marks_show_is_not_said_again(golden: Atlas) -> None:
    """A finding is a line: its sentence stands below where title and marks do not show it all."""
    page = pages.parse(across.discrepancies(golden, links_from("discrepancies/")))
    rows = page.query("tbody tr")
    by_kind: dict[str, list[str]] = {}
    for row in rows:
        notes = " ".join(pages.text(one) for one in row.query(".ec-note"))
        by_kind.setdefault((row.attrs or {})["data-kind"] or "", []).append(notes)
    assert set(by_kind["spelling"]) == {""}
    assert set(by_kind["duplicate-code"]) == {""}
    assert all("name the same thing" in notes for notes in by_kind["mixed-terms"])
    assert all(notes for notes in by_kind["noted"])


def test_long_rows_are_folded(golden: Atlas) -> None:
    """Of many codes and quotes the first are shown, and the rest opens; none is left out."""
    review = golden.reviews["orbit"]
    twins = next(one for one in review.findings if one.rule.name == "sign-twin")
    shared = next(rule for rule in KINDS if rule.name == "shared-message")
    found = replace(twins, rule=shared)
    many = replace(found, codes=found.codes * 4, quotes=found.quotes * 4)
    reviews = {"orbit": replace(review, findings=(many,))}
    page = pages.parse(across.discrepancies(replace(golden, reviews=reviews), links_from("x/")))
    (row,) = page.query("tbody tr")
    assert len(row.query("th a")) == len(many.codes)
    assert len(row.query("td .ec-quote")) == len(many.quotes)
    assert [pages.text(one) for one in row.query("summary")] == [
        f"{len(many.codes) - 8} more",
        f"{len(many.quotes) - 3} more",
    ]


def test_verdict_of_most(golden: Atlas) -> None:
    """Beside a condition is what most of its codes say; where none has half of them, nothing."""
    conditions = golden.conditions
    listed = {one.id: conditions.codes.get(one.id, ()) for one in conditions.chosen}
    page = pages.parse(across.compare(golden, links_from("compare/")))
    for row in page.query("tbody tr[id]"):
        ident = str((row.attrs or {})["id"]).removeprefix("condition:")
        said = Counter(retries.advice(conditions.verdict(code)) for code in listed[ident])
        tag = pages.text(row.query(".ec-tag")[0])
        if tag == "depends on the code":
            assert max(said.values()) * 2 < sum(said.values())
        elif said:
            assert said[tag] == max(said.values())
        assert tag not in {pages.text(one) for one in row.query("li small.ec-do")}


def test_half_of_the_codes(golden: Atlas) -> None:
    """A verdict that fewer than half of the codes have is not said of all; one of half is."""
    verdicts = {code.url: retries.advice(golden.conditions.verdict(code)) for code in golden.codes}
    one, two, three, *_ = {verdicts[code.url]: code for code in golden.codes}.values()
    condition = golden.conditions.chosen[0]
    for codes, most in (((one, two, three), None), ((one, two, one, three), one)):
        conditions = replace(golden.conditions, codes={condition.id: codes})
        said = across._common(conditions, condition)  # noqa: SLF001 - no page has such a condition
        assert (said and retries.advice(said)) == (most and verdicts[most.url])
