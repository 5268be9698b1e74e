"""The page "How far it goes": what `make scale` measured -> tables, aims and a picture.

The figures stand beside the page, with the machine, the Python and the day. What a million codes
cost is reckoned from the two largest sizes, by a straight line.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from pydantic import Field

from macros.publish.html.curves import draw
from macros.publish.html.environment import Context, render
from macros.sources.fields import Day, Strict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.publish.html.curves import Diagram
    from macros.publish.html.environment import Link

FIGURES = Path(__file__).resolve().parents[3] / "docs/contributing/how-far.json"
MILLION = 1_000_000

# What is aimed at: seconds of CPU and megabytes by number of codes, and the real site's seconds.
MOST = {10_000: (15, 500), 100_000: (180, 3_000)}
MOST_REAL = 3
MOST_OF_PLAIN = 0.3
# A straight line, but for what a measurement varies by.
MOST_GROWTH = 1.05

WAYS = {
    "code": "a code",
    "message": "a message",
    "words": "words",
    "program": "a code, by a program",
}


class Built(Strict):
    """What a build cost, and what came of it."""

    cpu: float
    megabytes: float
    files: int
    bytes: int


class LookUp(Strict):
    """What a look-up fetches; bytes are gzipped."""

    requests: int
    bytes: int


class Size(Strict):
    """What was measured with one number of codes; no plain site where that would take too long.

    Attributes:
        pages: the seconds of CPU that the pages of codes take of the atlas's build, where there is
            a plain site, which is nothing else.
    """

    codes: int
    providers: int
    atlas: Built
    plain: Built | None
    pages: float | None = None
    look_ups: dict[str, LookUp] = Field(alias="lookUps")


class Real(Strict):
    """What was measured of the real site."""

    codes: int
    atlas: Built


class Figures(Strict):
    """All that one run of `make scale` measured."""

    machine: str
    python: str
    date: Day
    real: Real
    sizes: list[Size]


class Aim(NamedTuple):
    """What is aimed at, what was measured, and whether that is within it."""

    says: str
    measured: str
    holds: bool


Table = tuple[list[str], list[list[str]]]


def read() -> Figures:
    """Return the figures that stand beside the page."""
    return Figures.model_validate_json(FIGURES.read_text("utf-8"))


def costs(figures: Figures) -> Table:
    """Return the heads and rows of what builds cost."""
    heads = "codes,site,CPU,ms a code,memory,files,files a code,bytes,KB a code".split(",")
    sites = [("real, atlas", figures.real.codes, figures.real.atlas)]
    for size in figures.sizes:
        sites.append(("atlas", size.codes, size.atlas))
        if size.plain:
            sites.append(("plain Material", size.codes, size.plain))
    rows = [[f"{codes:,}", site, *_cost(codes, built)] for site, codes, built in sites]
    if reckoned := build_of_a_million(figures):
        rows.append([f"{MILLION:,}", "atlas, reckoned", *_cost(MILLION, reckoned)])
    return heads, rows


def _cost(codes: int, built: Built) -> list[str]:
    return [
        f"{built.cpu:,.1f} s",
        f"{1000 * built.cpu / codes:.2f}",
        f"{built.megabytes / 1000:.2f} GB",
        f"{built.files:,}",
        f"{built.files / codes:.2f}",
        f"{built.bytes / 1e6:,.0f} MB",
        f"{built.bytes / codes / 1000:.1f}",
    ]


def build_of_a_million(figures: Figures) -> Built | None:
    """Return what a build of a million codes would cost; nothing where one size is known."""
    if len(figures.sizes) < 2:  # noqa: PLR2004 - a line has two points
        return None
    low, high = _largest(figures)
    reckoned = {
        name: _on_the_line(low, high, getattr(low.atlas, name), getattr(high.atlas, name))
        for name in Built.model_fields
    }
    return Built(
        cpu=reckoned["cpu"],
        megabytes=reckoned["megabytes"],
        files=round(reckoned["files"]),
        bytes=round(reckoned["bytes"]),
    )


def _largest(figures: Figures) -> tuple[Size, Size]:
    low, high = sorted(figures.sizes, key=lambda size: size.codes)[-2:]
    return low, high


def _on_the_line(low: Size, high: Size, first: float, second: float) -> float:
    """Return what a million codes would have, where two sizes have this; never less than they."""
    slope = (second - first) / (high.codes - low.codes)
    return second + max(0, slope) * (MILLION - high.codes)


def look_ups(figures: Figures) -> Table:
    """Return the heads and rows of what look-ups cost, the last row reckoned for a million."""
    rows = [
        [f"{size.codes:,}", *(_fetched(size.look_ups[way]) for way in WAYS)]
        for size in figures.sizes
    ]
    if reckoned := at_a_million(figures):
        rows.append([f"{MILLION:,}, reckoned", *(_fetched(reckoned[way]) for way in WAYS)])
    return ["codes", *WAYS.values()], rows


def _fetched(way: LookUp) -> str:
    return f"{way.requests} × {way.bytes / way.requests / 1000:,.1f} KB"  # noqa: RUF001 - meant


def at_a_million(figures: Figures) -> dict[str, LookUp]:
    """Return what look-ups would cost with a million codes; nothing where one size is known."""
    if len(figures.sizes) < 2:  # noqa: PLR2004 - a line has two points
        return {}
    low, high = _largest(figures)
    reckoned = {}
    for way, one in high.look_ups.items():
        size = _on_the_line(low, high, low.look_ups[way].bytes, one.bytes)
        reckoned[way] = LookUp(requests=one.requests, bytes=round(size))
    return reckoned


def aims(figures: Figures) -> Iterator[Aim]:
    """Yield each aim of which something was measured."""
    own = figures.real.atlas.cpu
    says = f"the real site in at most {MOST_REAL} s of CPU"
    yield Aim(says, f"{own:.1f} s", own <= MOST_REAL)
    sizes = sorted(figures.sizes, key=lambda size: size.codes)
    for size in sizes:
        if size.plain:
            most = f"in at most {MOST_OF_PLAIN} of plain Material's CPU"
            for what, cpu in (("codes", size.atlas.cpu), ("pages of codes alone", size.pages)):
                if cpu is not None:
                    part = cpu / size.plain.cpu
                    yield Aim(f"{size.codes:,} {what} {most}", f"{part:.2f}", part <= MOST_OF_PLAIN)
        if size.codes in MOST:
            cpu, memory = MOST[size.codes]
            says = f"{size.codes:,} codes in at most {cpu} s of CPU and {memory / 1000:g} GB"
            is_held = size.atlas.cpu <= cpu and size.atlas.megabytes <= memory
            measured = f"{size.atlas.cpu:,.1f} s and {size.atlas.megabytes / 1000:.2f} GB"
            yield Aim(says, measured, is_held)
    for low, high in pairwise(sizes):
        times = high.codes / low.codes
        grown = high.atlas.cpu / low.atlas.cpu
        says = f"from {low.codes:,} to {high.codes:,} codes at most {times:g} times the CPU"
        yield Aim(says, f"{grown:.1f} times", grown <= times * MOST_GROWTH)


@dataclass(frozen=True, slots=True)
class Costs(Context):
    """What builds cost: diagrams, a table, and what is aimed at."""

    template: ClassVar[str] = "how_far.html"

    figures: Figures
    diagrams: list[Diagram]
    table: Table
    aims: list[Aim]


@dataclass(frozen=True, slots=True)
class LookUps(Context):
    """What look-ups cost.

    Attributes:
        table: with the numbers of codes that were measured, and the one that is reckoned.
        shard: the bytes of what a thousand codes take in the list of all codes.
    """

    template: ClassVar[str] = "how_far_look_ups.html"

    table: Table
    shard: int


def costs_part(figures: Figures, link: Link) -> str:
    """Return the part of the page on what builds cost."""
    sizes = sorted(figures.sizes, key=lambda size: size.codes)
    atlas = [(size.codes, size.atlas) for size in sizes]
    plain = [(size.codes, size.plain) for size in sizes if size.plain]
    diagrams = [
        draw(
            "CPU, seconds",
            [(codes, built.cpu) for codes, built in atlas],
            [(codes, built.cpu) for codes, built in plain],
        ),
        draw(
            "Memory, megabytes",
            [(codes, built.megabytes) for codes, built in atlas],
            [(codes, built.megabytes) for codes, built in plain],
        ),
    ]
    return render(Costs(figures, diagrams, costs(figures), list(aims(figures))), link)


def look_ups_part(figures: Figures, link: Link) -> str:
    """Return the part of the page on what look-ups cost."""
    reckoned = at_a_million(figures)
    shard = reckoned["code"].bytes * 1000 // MILLION if reckoned else 0
    return render(LookUps(look_ups(figures), shard), link)
