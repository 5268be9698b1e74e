"""The page "How far it goes": its tables, aims and diagrams say what was measured."""

from __future__ import annotations

from typing import Any

import pytest

from macros.publish.html import curves, how_far
from macros.publish.html.environment import links_from
from macros.publish.html.how_far import Figures
from tests import pages


def _built(cpu: float, megabytes: float = 100, files: int = 2000, size: int = 1_000_000) -> Any:  # noqa: ANN401 - JSON
    return {"cpu": cpu, "megabytes": megabytes, "files": files, "bytes": size}


def _look_ups(size: int) -> dict[str, dict[str, int]]:
    ways = ("code", "message", "words", "program")
    return {way: {"requests": place, "bytes": size * place} for place, way in enumerate(ways, 1)}


def figures(**changes: Any) -> Figures:  # noqa: ANN401 - JSON
    """Return invented figures of two sizes."""
    small = {"codes": 1000, "providers": 3, "lookUps": _look_ups(2000)}
    large = {"codes": 10_000, "providers": 11, "lookUps": _look_ups(11_000)}
    made = {
        "machine": "1 core",
        "python": "3.11.1",
        "date": "2026-11-26",
        "real": {"codes": 500, "atlas": _built(3)},
        "sizes": [
            {**small, "atlas": _built(2, 1), "plain": _built(8, 9), "pages": 0.5},
            {**large, "atlas": _built(15, 500), "plain": None},
        ],
        **changes,
    }
    return Figures.model_validate(made)


def test_costs() -> None:
    """A row for each build, the real one first, with what a code of it costs."""
    heads, rows = how_far.costs(figures())
    assert [dict(zip(heads, row, strict=True)) for row in rows][1] == {
        "codes": "1,000",
        "site": "atlas",
        "CPU": "2.0 s",
        "ms a code": "2.00",
        "memory": "0.00 GB",
        "files": "2,000",
        "files a code": "2.00",
        "bytes": "1 MB",
        "KB a code": "1.0",
    }
    assert [row[:2] for row in rows] == [
        ["500", "real, atlas"],
        ["1,000", "atlas"],
        ["1,000", "plain Material"],
        ["10,000", "atlas"],
        ["1,000,000", "atlas, reckoned"],
    ]
    # 13 seconds more for 9,000 codes more, and as many files.
    assert rows[-1][2:6] == ["1,445.0 s", "1.45", "55.39 GB", "2,000"]


def test_look_ups() -> None:
    """What a million costs lies on the line through the two largest sizes, and is said so."""
    assert how_far.at_a_million(figures())["code"].bytes == 11_000 + 990_000
    heads, rows = how_far.look_ups(figures())
    assert heads == ["codes", "a code", "a message", "words", "a code, by a program"]
    assert rows[1] == ["10,000", *(f"{place} × 11.0 KB" for place in (1, 2, 3, 4))]  # noqa: RUF001
    assert rows[2][:2] == ["1,000,000, reckoned", "1 × 1,001.0 KB"]  # noqa: RUF001 - as shown


def test_look_ups_of_one_size() -> None:
    """From one size alone nothing is reckoned."""
    alone = figures(sizes=[figures().sizes[0].model_dump(by_alias=True)])
    assert len(how_far.look_ups(alone)[1]) == 1
    assert how_far.build_of_a_million(alone) is None
    assert "thousand codes" not in how_far.look_ups_part(alone, links_from("here/"))


def test_what_shrinks_stays() -> None:
    """Of what does not grow nothing is taken away."""
    sizes = [size.model_dump(by_alias=True) for size in figures().sizes]
    sizes[1]["lookUps"]["code"]["bytes"] = 1000
    assert how_far.at_a_million(figures(sizes=sizes))["code"].bytes == 1000


AIMS = (
    "the real site in at most 3 s of CPU",
    "1,000 codes in at most 0.3 of plain Material's CPU",
    "1,000 pages of codes alone in at most 0.3 of plain Material's CPU",
    "10,000 codes in at most 15 s of CPU and 0.5 GB",
    "from 1,000 to 10,000 codes at most 10 times the CPU",
)


@pytest.mark.parametrize(
    ("real", "small", "plain", "large", "memory", "fails"),
    [
        (3, 2, 8, 15, 500, set()),
        (3.1, 2, 8, 15, 500, {0}),
        (3, 2, 6, 15, 500, {1}),
        (3, 1.5, 1.5, 15, 500, {1, 2}),
        (3, 2, 8, 15.1, 500, {3}),
        (3, 2, 8, 15, 501, {3}),
        (3, 1, 8, 15, 500, {4}),
        (3, 1.44, 8, 15, 500, set()),
    ],
)
def test_aims(  # noqa: PLR0913, PLR0917 - a row of the table
    real: float, small: float, plain: float, large: float, memory: float, fails: set[int]
) -> None:
    """Each aim holds up to its limit, and says what was measured."""
    sizes = [size.model_dump(by_alias=True) for size in figures().sizes]
    sizes[0] |= {"atlas": _built(small), "plain": _built(plain)}
    sizes[1] |= {"atlas": _built(large, memory)}
    aims = list(how_far.aims(figures(real={"codes": 500, "atlas": _built(real)}, sizes=sizes)))
    assert tuple(aim.says for aim in aims) == AIMS
    assert {place for place, aim in enumerate(aims) if not aim.holds} == fails
    assert aims[0].measured == f"{real:.1f} s"
    assert aims[2].measured == f"{0.5 / plain:.2f}"
    sizes[0]["pages"] = None
    without = how_far.aims(figures(real={"codes": 500, "atlas": _built(real)}, sizes=sizes))
    assert tuple(aim.says for aim in without) == (*AIMS[:2], *AIMS[3:])


def test_diagram() -> None:
    """Powers of ten stand at equal distances, and what grows as the codes do lies on the guide."""
    made = curves.draw("CPU, seconds", [(1000, 2), (10_000, 20), (100_000, 20)], [(1000, 8)])
    assert [tick.text for tick in made.columns] == ["1,000", "10,000", "100,000"]
    assert [tick.place for tick in made.columns] == [0, 130, 260]
    assert [tuple(tick) for tick in made.rows] == [(200, "1"), (100, "10"), (0, "100")]
    begin, end = made.guide
    assert made.atlas[0][:2] == begin[:2]
    slope = (end.y - begin.y) / (end.x - begin.x)
    first, second, third = made.atlas
    assert (second.y - first.y) / (second.x - first.x) == pytest.approx(slope, rel=0.01)
    assert third.y == second.y
    assert 0 <= end.y <= curves.HEIGHT
    assert 0 <= end.x <= curves.WIDTH
    assert made.says == (
        "CPU, seconds. the atlas: 1,000 codes 2, 10,000 codes 20, 100,000 codes 20;"
        " plain Material: 1,000 codes 8."
    )


def test_diagram_of_one_point() -> None:
    """One point alone is a diagram, too."""
    made = curves.draw("CPU, seconds", [(1000, 10)], [])
    assert made.atlas[0][:2] == (0, 200)
    assert "plain" not in made.says


def test_part() -> None:
    """The part has the machine, two diagrams with all their points in words, a table and aims."""
    page = pages.parse(how_far.costs_part(figures(), links_from("contributing/how-far/")))
    text = pages.text(page)
    assert "2026-11-26: 1 core, Python 3.11.1." in text
    pictures = page.query("svg")
    assert [(one.attrs or {})["aria-label"] for one in pictures] == [
        f"{title}. the atlas: 1,000 codes {small}, 10,000 codes {large}; plain Material: 1,000"
        f" codes {plain}."
        for title, small, large, plain in (
            ("CPU, seconds", 2, 15, 8),
            ("Memory, megabytes", 1, 500, 9),
        )
    ]
    assert len(page.query("circle")) == 4
    assert len(page.query("tbody tr")) == 5
    assert f"Holds: {AIMS[0]}. It is 3.0 s." in text


def test_own_figures() -> None:
    """The figures beside the page can be read."""
    held = how_far.read()
    assert held.sizes
    assert all(set(size.look_ups) == set(how_far.WAYS) for size in held.sizes)
