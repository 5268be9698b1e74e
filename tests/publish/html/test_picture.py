"""The picture of all codes: a cell for each, by what the newest revision did to it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from macros.publish.html import picture, provider
from macros.sources.provider import Range

if TYPE_CHECKING:
    import pytest

    from macros.atlas import Atlas
    from macros.catalog.model import Code


def test_states(golden: Atlas) -> None:
    """The newest revision's change tells; else whether the code looks wrong there."""
    drawn = picture.draw(golden.reviews["orbit"])
    states = {cell.code.anchor: cell.state for cell in drawn.cells}
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
    assert drawn.legend == [
        ("meaning", "!", "meaning changed", 1),
        ("meaning", "!", "meaning added or lost", 1),
        ("gone", "-", "dropped earlier", 2),
        ("added", "+", "added", 6),
        ("reworded", "~", "typo introduced", 1),
        ("discrepancy", "?", "unchanged, possible mistake", 2),
        ("unchanged", "", "unchanged", 8),
    ]


def test_of_one_revision(golden: Atlas) -> None:
    """What did not change and looks wrong has a sign of its own; before a second there is none."""
    cells = picture.draw(golden.reviews["harbour"]).cells
    told = {cell.code.code: (cell.state, cell.glyph) for cell in cells}
    assert told["1"] == ("discrepancy", "?")
    assert told["101"] == ("unchanged", "")
    assert told["2"] == ("reworded", "~")
    assert told["900"] == ("dropped", "×")  # noqa: RUF001 - the sign is meant


def test_layout(golden: Atlas) -> None:
    """Cells stand in rows of 24, below the titles of their set and range, and none overlap."""
    drawn = picture.draw(golden.reviews["orbit"])
    assert [(label.text, label.level) for label in drawn.labels] == [
        ("Error codes", "set"),
        ("0 … 9 General", "range"),
        ("100 … 105 Docks", "range"),
        ("106 … 110 Ships and cargo", "range"),
        ("Other codes", "range"),
        ("Mail states", "set"),
    ]
    assert [label.y for label in drawn.labels] == [12, 29, 61, 93, 125, 164]
    assert [(cell.x, cell.y) for cell in drawn.cells[:3]] == [(0, 34), (15, 34), (0, 66)]
    places = {(cell.x, cell.y) for cell in drawn.cells}
    assert len(places) == len(drawn.cells)
    assert (drawn.width, drawn.height) == (360, 191)
    assert drawn.cells[2].title == "101, meaning changed: Dock is free"


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
    """Of too many codes, those to which nothing happened are drawn alike and lead nowhere."""
    drawn = picture.draw(golden.reviews["orbit"])
    assert (drawn.linked, drawn.others) == (list(drawn.cells), "")
    monkeypatch.setattr(picture, "LINKED", len(drawn.cells) - 1)
    assert {cell.state for cell in drawn.linked} == {state for state, *_ in drawn.legend[:-1]}
    assert drawn.others.count("M") == 8
    first = next(cell for cell in drawn.cells if cell.state == "unchanged")
    assert drawn.others.startswith(f"M{first.x} {first.y}h13v13h-13z")
    made = provider.code_picture(golden.reviews["orbit"])
    assert f'<path class="ec-cell--unchanged" d="{drawn.others}"/>' in made
    assert made.count("<a ") == len(drawn.linked)
