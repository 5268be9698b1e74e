"""The picture of all codes: a cell for each, by what the newest revision did to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from macros.publish.html import changes, picture
from macros.sources.provider import Range
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from macros.atlas import Atlas
    from macros.catalog.model import Code
    from macros.publish.html.picture import Cell, Picture


def _cells(drawn: Picture) -> list[Cell]:
    return [cell for section in drawn.sections for cell in section.cells]


def test_states(golden: Atlas) -> None:
    """The newest revision's change tells; else whether the code looks wrong there."""
    drawn = picture.draw(golden.reviews["orbit"])
    states = {cell.code.anchor: cell.state for cell in _cells(drawn)}
    assert list(states) == [code.anchor for code in golden.catalogs["orbit"].documented]
    assert {code: state for code, state in states.items() if state != "unchanged"} == {
        "101": "meaning",
        "102": "discrepancy",
        "103": "reworded",
        "104": "meaning",
        "105": "discrepancy",
        "106": "added",
        "109": "added",
        "110": "added",
        "111": "gone",
        "-201": "added",
        "301": "gone",
        "-301": "added",
        "202": "added",
    }
    assert [astuple(mark) for mark in drawn.others] == [
        ("gone", "dropped earlier", 2, "orbit/changes/#dropped:2022-01-01"),
        ("discrepancy", "unchanged, possible mistake", 2, "orbit/changes/#ec:wrong"),
        ("unchanged", "unchanged", 8, None),
    ]


def test_of_one_revision(golden: Atlas) -> None:
    """What did not change and looks wrong has a sign of its own; before a second there is none."""
    cells = _cells(picture.draw(golden.reviews["harbour"]))
    told = {cell.code.code: cell.state for cell in cells}
    assert told["1"] == "discrepancy"
    assert told["101"] == "unchanged"
    assert told["2"] == "reworded"
    assert told["900"] == "dropped"


def test_sections(golden: Atlas) -> None:
    """Squares stand in order, by code set and range; each says what happened to its code."""
    drawn = picture.draw(golden.reviews["orbit"])
    assert [(code_set, title, len(cells)) for code_set, title, cells in drawn.sections] == [
        ("Error codes", "General 0\u20139", 2),
        (None, "Docks 100\u2013105", 6),
        (None, "Ships and cargo 106\u2013110", 5),
        (None, "Other codes", 5),
        ("Mail states", None, 3),
    ]
    assert drawn.count == 21
    assert _cells(drawn)[2].title == "101, meaning changed: Dock is free"


def test_one_code_set(tmp_path: Path) -> None:
    """Where there is one code set, nobody needs its title."""
    review = invented.atlas(tmp_path, f"{invented.TABLE}| 101 | Shut |\n").reviews["orbit"]
    (section,) = picture.draw(review).sections
    assert section[:2] == (None, "Docks 100\u2013199")
    assert [cell.code.code for cell in section.cells] == ["101"]


def test_the_page_counts_as_the_picture(golden: Atlas) -> None:
    """For each line of the legend there are as many squares, and for each square a line."""
    for review in golden.reviews.values():
        drawn = picture.draw(review)
        marks = [*(changes.steps(review)[0].marks), *drawn.others]
        squares = Counter((cell.state, cell.words) for cell in _cells(drawn))
        assert {(mark.state, mark.words): mark.count for mark in marks} == squares


def _strip(first: str, last: str, *codes: str) -> list[tuple[float, float]]:
    span = Range(first=first, last=last, title="Docks", titled_by="atlas")
    return picture.strip(span, [cast("Code", SimpleNamespace(code=code)) for code in codes])


def test_strip() -> None:
    """A strip shows where in a range its codes stand, in parts of its width, each one visible."""
    assert _strip("100", "199", "100", "150", "199") == [(0, 0.01), (0.5, 0.01), (0.99, 0.01)]
    assert _strip("-10000", "-19999", "-10000", "-19999") == [(0, 0.004), (0.996, 0.004)]
    assert _strip("E7", "E7", "E7") == [(0, 1)]
    assert _strip("1", "5", "OK") == [(0.2, 0.2)]  # no digits at all: as if it were 0


def test_many_codes(golden: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many squares are smaller; of too many, those to which nothing happened lead nowhere."""
    review = golden.reviews["orbit"]
    page = changes.page(review, str)
    assert (picture.draw(review).size, page.count('<a class="ec-cell')) == ("large", 21)
    monkeypatch.setattr(picture, "_LARGE", 20)
    assert picture.draw(review).size == "middle"
    monkeypatch.setattr(picture, "LINKED", 20)
    assert picture.draw(review).size == "small"
    page = changes.page(review, str)
    assert (page.count('<a class="ec-cell'), page.count('<i class="ec-cell"></i>')) == (13, 8)


def test_many_ranges(golden: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many codes in many ranges, those of a code set stand together, in the same order."""
    review = golden.reviews["orbit"]
    ranged = picture.draw(review)
    monkeypatch.setattr(picture, "_TITLED", 4)
    assert picture.draw(review) == ranged
    monkeypatch.setattr(picture, "LINKED", 20)
    together = picture.draw(review)
    assert [(code_set, title, len(cells)) for code_set, title, cells in together.sections] == [
        ("Error codes", None, 18),
        ("Mail states", None, 3),
    ]
    assert _cells(together) == _cells(ranged)
    assert together.others == ranged.others
