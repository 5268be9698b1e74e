"""A diagram with logarithmic axes, in which a straight line rises as fast as the codes do.

Each point has a title, so that it can be read one by one, and the lines differ in shape, not in
colour: they take that of the text, in the light and in the dark.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 260, 200  # pixels, without what stands beside the axes

Measured = tuple[int, float]  # number of codes, and what was measured


class Point(NamedTuple):
    """A point in pixels, from the upper left corner, and what it says."""

    x: float
    y: float
    says: str


class Tick(NamedTuple):
    """A place on an axis, in pixels, and what stands there."""

    place: float
    text: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """Two curves by number of codes.

    Attributes:
        title: what was measured, and its unit.
        atlas: the points of the atlas.
        plain: those of the plain site.
        guide: two ends of the line that rises as fast as the codes do.
        columns: the powers of ten on the lower axis.
        rows: those on the left one.
    """

    title: str
    atlas: list[Point]
    plain: list[Point]
    guide: tuple[Point, Point]
    columns: list[Tick]
    rows: list[Tick]

    @property
    def says(self) -> str:
        """All of it in words."""
        sites = [("the atlas", self.atlas), ("plain Material", self.plain)]
        told = [f"{name}: {', '.join(one.says for one in of)}" for name, of in sites if of]
        return f"{self.title}. {'; '.join(told)}."


def draw(title: str, atlas: Sequence[Measured], plain: Sequence[Measured]) -> Diagram:
    """Return the diagram of what was measured; there is at least one point of the atlas."""
    both = [*atlas, *plain]
    left, right = _powers([codes for codes, _ in both])
    low, high = _powers([value for _, value in both])

    def point(codes: float, value: float) -> Point:
        x = WIDTH * (math.log10(codes) - left) / (right - left)
        y = HEIGHT * (high - math.log10(value)) / (high - low)
        return Point(round(x, 1), round(y, 1), f"{codes:,} codes {_number(value)}")

    begin, first = atlas[0]
    # It ends at the right edge, or at the upper one.
    end = min(10.0**right, begin * 10.0**high / first)
    return Diagram(
        title,
        [point(*one) for one in atlas],
        [point(*one) for one in plain],
        (point(begin, first), point(end, first * end / begin)),
        [Tick(point(10**power, first).x, f"{10**power:,}") for power in range(left, right + 1)],
        [Tick(point(begin, 10**power).y, _number(10**power)) for power in range(low, high + 1)],
    )


def _powers(values: Sequence[float]) -> tuple[int, int]:
    """Return the powers of ten between which all values are; never the same one twice."""
    low = math.floor(math.log10(min(values)))
    return low, max(low + 1, math.ceil(math.log10(max(values))))


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}"  # noqa: PLR2004 - three digits
