"""Revisions taken in in any order make the same catalog, lose nothing, and pass `check` each time.

A small history with all that can happen: days, two of one day, none at all, a document between
others, a twin in another language, a further part, a row that nobody can read, a retraction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.catalog import load as catalog
from macros.sources import published
from tests.maintain.orbit import HEAD, Orbit

if TYPE_CHECKING:
    from macros.catalog.catalog import Catalog
    from macros.readers.rows import Row


@dataclass(frozen=True)
class Doc:
    """One document of the history: its place in it, its day, its language, what it says."""

    place: int
    day: str
    language: str
    rows: tuple[str, ...]
    unreadable: str = ""

    @property
    def text(self) -> str:
        """The document."""
        broken = f"| {self.unreadable} |\n" if self.unreadable else ""
        return HEAD + "".join(f"| {row} |\n" for row in self.rows) + broken


# The places are the order of the history; those with one place are one revision.
DOCS = (
    Doc(0, "2020-01-01", "en", ("0 | Docked", "101 | Dock is busy", "102 | Dock is shut")),
    Doc(1, "unknown", "en", ("0 | Docked", "101 | Dock is busy", "103 | Mast is down")),
    Doc(2, "2021-01-01", "en", ("0 | Docked", "101 | Dock is full", "102 | Dock is shut")),
    Doc(3, "2022-05-05", "en", ("0 | Docked", "101 | Dock is full", "104 | Crew is ill")),
    Doc(4, "2022-05-05", "en", ("0 | Docked", "101 | Dock is full", "105 | Pier is old")),
    Doc(4, "2022-05-20", "ko", ("0 | 정박했습니다", "101 | 부두가 가득 찼습니다", "106 | 돛대")),
    Doc(5, "2023-03-03", "en", ("0 | Docked", "101 | Dock is full"), unreadable="107"),
    Doc(5, "2023-03-03", "en", ("108 | Lamp is dark", "109 | Rope is cut")),
)
RETRACTED = (2, 5)


class History:
    """A provider that is told the history piece by piece.

    Its first document is one from before the history; it is there from the beginning.
    """

    def __init__(self, folder: Path) -> None:
        self.orbit = Orbit(folder, f"{HEAD}| 0 | Docked |\n| 100 | Port is new |\n")
        self._move("2021-01-01", "2019-01-01")
        self.ids: dict[int, str] = {-1: "2019-01-01"}
        self.languages: dict[int, list[str]] = {}
        self.published: set[str] = set()

    def _move(self, old: str, new: str) -> None:
        """Give the first document an earlier day."""
        folder = self.orbit.data / "orbit"
        (folder / f"{old}.md").rename(folder / f"{new}.md")
        for path in (folder / "provider.yml", self.orbit.data / "conditions.yml"):
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        for path in self.orbit.data.rglob("published.txt"):
            path.unlink()
        (self.orbit.data / "feed.txt").unlink()
        self.orbit.publish()

    def take_in(self, number: int) -> None:
        """Take in one of the documents."""
        doc = DOCS[number]
        words = ["--date", doc.day, "--language", doc.language, "--yes"]
        if doc.place in self.ids:
            words += ["--of", self.ids[doc.place]]
        elif doc.day == "unknown" or doc.place in {3, 4} or 1 in self.ids:
            before = max(place for place in self.ids if place < doc.place)
            words += ["--after", self.ids[before]]
        if doc.unreadable:
            reader = self.orbit.folder / "reader.yml"
            reader.write_text(READER, "utf-8")
            words += ["--reader", str(reader)]
        known = self.revisions
        # What lacks a language, or half of the codes, is doubted, and rightly.
        assert self.orbit.add(f"{number}.md", doc.text, *words, "--anyway") == 0
        if doc.place not in self.ids:
            (self.ids[doc.place],) = set(self.revisions) - set(known)

    def retract(self, place: int) -> None:
        """Retract a revision."""
        words = ("--why", "It was taken back.", "--yes")
        assert self.orbit.run("retract", "orbit", self.ids[place], *words) == 0

    @property
    def revisions(self) -> list[str]:
        """The ids of the revisions, in order."""
        return self.orbit.revisions

    @property
    def catalog(self) -> Catalog:
        """The catalog as it is."""
        return catalog.load(self.orbit.data)["orbit"]

    def holds(self) -> None:
        """Check that all passes, and that nothing published was lost."""
        assert self.orbit.check() == 0
        now = {address for address, _ in published.read(self.orbit.data).items()}
        now |= {code for _, code in published.read_codes(self.orbit.data / "orbit", "orbit")}
        assert self.published <= now
        self.published = now
        order = [self.ids[place] for place in sorted(self.ids)]
        assert self.revisions == order


READER = """\
reader:
  format: markdown
  ignore: ["107"]
  unreadable: ["107"]
  tables:
    - code_set: api
      columns: [Code, Meaning]
      code: Code
      message: Meaning
      pattern: "-?[0-9]+"
"""


def _row(row: Row) -> tuple[str, str, str, int]:
    return row.code, row.message, row.language, row.line


def _says(history: History) -> object:
    """Return all that a catalog says, but for the names of revisions and files."""
    held = history.catalog
    places = {ident: place for place, ident in history.ids.items()}
    return [
        (
            code.code,
            code.anchor,
            code.status,
            code.retracted,
            code.messages,
            code.readable,
            {places[one.revision.id]: sorted(map(_row, one.all_rows)) for one in code.listings},
            {places[one.revision.id]: [_row(row) for row in one.rows] for one in code.listings},
            [places[one.revision.id] for one in code.unread],
        )
        for code in held.codes
    ]


def _steps(order: list[int], waits: dict[int, int]) -> list[tuple[str, int]]:
    """Return documents in an order, and each retraction so many documents after its revision."""
    first = {place: min(order.index(n) for n in order if DOCS[n].place == place) for place in waits}
    at = {place: min(first[place] + wait, len(order)) for place, wait in waits.items()}
    steps: list[tuple[str, int]] = []
    for index in range(len(order) + 1):
        steps += [("retract", place) for place in waits if at[place] == index]
        steps += [("take in", number) for number in order[index : index + 1]]
    return steps


def _told(folder: Path, steps: list[tuple[str, int]]) -> History:
    history = History(folder)
    for what, number in steps:
        (history.take_in if what == "take in" else history.retract)(number)
        history.holds()
    return history


IN_ORDER = [*range(len(DOCS))]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> object:
    """Return what the catalog says when all comes in the order of the history."""
    steps = _steps(IN_ORDER, dict.fromkeys(RETRACTED, 99))
    return _says(_told(tmp_path_factory.mktemp("orbit"), steps))


def test_the_history_itself(told: object) -> None:
    """What the catalog says is what the documents say, written down by hand for some codes."""
    assert isinstance(told, list)
    by_code = {one[0]: one for one in told}
    assert [*by_code] == [str(code) for code in (0, *range(100, 110))]
    statuses = {code: one[2] for code, one in by_code.items()}
    # The newest revision that stands is the second one of 2022-05-05, with its Korean twin.
    assert {code for code, status in statuses.items() if status == "current"} == {
        *("0", "101", "105", "106")
    }
    assert {code for code, one in by_code.items() if one[3]} == {"108", "109"}
    assert by_code["106"][4] == ("돛대",)
    assert by_code["107"][8] == [5]
    assert [row[2] for row in by_code["101"][6][4]] == ["en", "ko"]


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    order=st.permutations(IN_ORDER),
    waits=st.fixed_dictionaries({place: st.integers(1, 9) for place in RETRACTED}),
)
def test_any_order(told: object, order: list[int], waits: dict[int, int]) -> None:
    """Codes, rows, languages and statuses are the same, and each step passes `check`."""
    with TemporaryDirectory() as folder:
        history = _told(Path(folder), _steps(order, waits))
        assert _says(history) == told
        text = history.orbit.read("orbit/provider.yml")
        assert len(re.findall("retracted: ", text)) == len(RETRACTED)
