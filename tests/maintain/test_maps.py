"""Maps of codes and texts, as many languages write them: one pair on a line, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document import reading

DOCKS = {"4001": "The dock is busy", "4002": "The dock is gone", "4003": "The dock is closed"}
# What stands before the pairs, what is between a code and its text, and what stands behind them.
MAPS = {
    "to.kt": ("val texts = mapOf(", "{code} to {text}", ")"),
    "to_in_brackets.kt": ("val texts = mapOf(", "{code} to ({text})", ")"),
    "colon.swift": ("let texts: [Int: String] = [", "{code}: {text}", "]"),
    "colon.go": ("var texts = map[int]string{", "{code}: {text}", "}"),
    "arrow.rb": ("TEXTS = {", "{code} => {text}", "}.freeze"),
    "arrow.pl": ("my %texts = (", "{code} => {text}", ");"),
    "arrow.scala": ("val texts = Map(", "{code} -> {text}", ")"),
    "brackets.lua": ("local texts = {", "[{code}] = {text}", "}"),
}


def _lines(name: str, ending: str) -> list[str]:
    pair = MAPS[name][1]
    return [
        f"    {pair.format(code=code, text=quoted(text))}{ending}" for code, text in DOCKS.items()
    ]


def quoted(text: str) -> str:
    """Return a text as a string of source code."""
    return f'"{text}"'


def _read(name: str, lines: list[str]) -> reading.Reading | None:
    before, _, behind = MAPS[name]
    found = sniff.sniff(Document(name, "\n".join([before, *lines, behind, ""])))
    return found.reading if found else None


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("ending", [",", ", // see the dock"])
def test_a_pair_on_a_line(name: str, ending: str) -> None:
    """A text is what stands within its marks, and nothing that leads to it."""
    found = _read(name, _lines(name, ending))
    assert found
    assert found.is_whole
    assert {row.code: row.message for row in found.rows} == DOCKS


@pytest.mark.parametrize("name", MAPS)
def test_several_on_a_line(name: str) -> None:
    """Lines with several pairs are refused, with a row to be filled in for each of them."""
    lines = [
        f"    {MAPS[name][1].format(code=code, text=quoted(f'The dock {code} is lost'))},"
        f" {MAPS[name][1].format(code=code + 100, text=quoted(f'The dock {code} is late'))},"
        for code in (4001, 4002, 4003)
    ]
    found = _read(name, lines)
    assert found
    assert found.rows == ()
    assert [one.line for one in found.problems] == [2, 3, 4]
    for problem, code in zip(found.problems, (4001, 4002, 4003), strict=True):
        assert f'code: "{code}", message' in problem.do
        assert f'code: "{code + 100}", message' in problem.do


@pytest.mark.parametrize("name", MAPS)
def test_all_on_one_line(name: str) -> None:
    """What is one line from end to end is not known: no pair of it is lost."""
    before, pair, behind = MAPS[name]
    pairs = ", ".join(pair.format(code=code, text=quoted(text)) for code, text in DOCKS.items())
    found = sniff.sniff(Document(name, f"{before}{pairs}{behind}\n"))
    assert found is None


def test_names_of_texts() -> None:
    """A name in the place of a text, which another file has, is no message."""
    lines = [f"    {code} to R.string.dock_{code}," for code in DOCKS]
    assert _read("to.kt", lines) is None


def test_pairs_of_other_things() -> None:
    """Values of one entry stay one: a code and its text, and a status with another text."""
    entries = [
        f'  A{code}({code}, "The dock {code} is lost", {400 + code % 5}, "Lost"),'
        for code in range(4001, 4005)
    ]
    found = sniff.sniff(Document("a.java", "\n".join(["enum E {", *entries, "}"])))
    assert found
    assert [row.code for row in found.reading.rows] == ["4001", "4002", "4003", "4004"]
