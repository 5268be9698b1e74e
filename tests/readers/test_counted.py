"""Names of an enum without a number: their codes, which the language counts, are not lost."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.errors import Problem

DOCKS = """enum dock {{
    {first}
    BUSY = 4001, // The dock is busy
    {counted}
    CLOSED = 4010, // The dock is closed
    LATE = 4012, // The ship is late
}};
"""
NO_FIRST = "// of the docks"
FROM = {
    "GONE, // The dock is gone": ["4002"],
    "case gone, lost // Out of the dock": ["4002", "4003"],
}


def _read(text: str, file: str = "dock.txt") -> tuple[Document, reading.Reading]:
    document = Document(file, text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def _hiding(problem: Problem) -> dict[str, list[str]]:
    """Return what a refusal advises to write where a code has to go without its text."""
    advice = re.search("add (.*) to `ignore`, and (.*) to `unreadable`", problem.do)
    assert advice
    ignore, unreadable = (json.loads(f"[{one}]") for one in advice.groups())
    return {"ignore": ignore, "unreadable": unreadable}


@pytest.mark.parametrize("counted", FROM)
def test_the_number_is_counted_on(counted: str) -> None:
    """With what the refusal advises, the pages say that the code is listed."""
    document, read = _read(DOCKS.format(first=NO_FIRST, counted=counted))
    [problem] = read.problems
    assert problem.line == 4
    advised = reading.read(document, {**read.options, **_hiding(problem)})
    assert advised.is_whole
    assert [(one.code, one.line) for one in advised.unreadable] == [
        (code, 4) for code in FROM[counted]
    ]
    assert len(advised.rows) == 3


def test_the_first_one_is_0() -> None:
    """A name above all numbers is counted from 0."""
    document, read = _read(DOCKS.format(first="FREE, // The dock is free", counted=NO_FIRST))
    [problem] = read.problems
    advised = reading.read(document, {**read.options, **_hiding(problem)})
    assert [(one.code, one.line) for one in advised.unreadable] == [("0", 2)]


def test_ignored_it_is_asked_for_again() -> None:
    """To ignore the line and no more drops the code, so it is refused; quoted as prose, it is none.

    The same advice stands there.
    """
    document, read = _read(DOCKS.format(first=NO_FIRST, counted="GONE, // The dock is gone"))
    [before] = read.problems
    [problem] = reading.read(document, {**read.options, "ignore": ["GONE.*"]}).problems
    assert problem.what == (
        '`ignore` has a pattern for "GONE, // The dock is gone", which lists the code "4002".'
    )
    assert problem.do == before.do
    prose = {**read.options, "prose": ["GONE, // The dock is gone"]}
    assert reading.read(document, prose).is_whole


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("dock.go", DOCKS.format(first=NO_FIRST, counted="GONE // The dock is gone")),
        (
            "Dock.java",
            re.sub(
                " = ([0-9]+)",
                r"(\1)",
                DOCKS.format(first=NO_FIRST, counted="GONE, // The dock is gone"),
            ),
        ),
    ],
)
def test_other_languages_count_in_another_way(file: str, text: str) -> None:
    """A name of Go has the number above it again, and one of Java none: no number is advised."""
    _, read = _read(text, file)
    [problem] = read.problems
    assert problem.line == 4
    assert "unreadable" not in problem.do
