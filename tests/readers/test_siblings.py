"""Lines that begin as the entries do, and are none: refused, until somebody says what they are."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from macros import readers
from macros.errors import Problem
from macros.readers.ledger import Account
from macros.readers.rows import Document
from macros.sources.reader_options import ReaderOptions

_ADAPTER: TypeAdapter[Any] = TypeAdapter(ReaderOptions)
ENTRIES = [f"#define DOCK_E{name} 400{at} // Text {at}" for at, name in enumerate("ABC")]
OPTIONS = {
    "format": "pattern",
    "code_set": "api",
    "pattern": "4[0-9]{3}",
    "entry": r"#define (?P<name>\w+) (?P<code>[0-9]+) // (?P<message>.+)",
}


def _said(lines: list[str], **more: object) -> tuple[list[str], list[str]]:
    """Return the codes of a document, and what is wrong with it."""
    options = _ADAPTER.validate_python({**OPTIONS, **more})
    results = list(readers.read(Document("errors.h", "\n".join(lines)), options))
    return (
        [one.code for one in results if not isinstance(one, Problem)],
        [one.what for one in results if isinstance(one, Problem)],
    )


@pytest.mark.parametrize(
    "line",
    [
        "#define DOCK_OK dock(0) // Well",
        "#define   DOCK_EZ 0b1",
        "#define DOCK_9",
        "#define DOCK_EZ 'Z' // A character is a number in C",
        r"#define DOCK_EZ '\n'",
    ],
)
def test_refused(line: str) -> None:
    """What has the prefix of all entries and a number behind it may list a code."""
    codes, problems = _said([*ENTRIES, line])
    assert codes == ["4000", "4001", "4002"]
    options = _ADAPTER.validate_python(OPTIONS)
    taken = readers.take_in(Document("errors.h", "\n".join([*ENTRIES, line])), options)
    assert taken.accounts[4] is Account.REFUSED
    told = " ".join(line.split())
    assert problems == [f'"{told}" begins as the entries do, and is none of them.']


@pytest.mark.parametrize(
    "line",
    ["#define SHIP_OK ship(0)", "#define DOCK_H", "#define DOCKS 12", "// #define DOCK_Z x1"],
)
def test_passed_over(line: str) -> None:
    """Another prefix, no number, and what is commented out are passed over."""
    assert _said([*ENTRIES, line]) == (["4000", "4001", "4002"], [])


def test_nothing_in_common() -> None:
    """Where two entries are all, or their names have no prefix, nothing begins as they do."""
    line = "#define DOCK_OK dock(0)"
    assert _said([*ENTRIES[:2], line])[1] == []
    other = "#define SHIP_LOST 4009 // Text"
    assert _said([*ENTRIES, other, line])[1] == []


def test_ways_on() -> None:
    """A row by hand says what the line says; a quotation under `prose`, that it lists no code."""
    line = "#define DOCK_OK dock(0) // Well"
    row = {"line": line, "code": "0", "message": "Well"}
    assert _said([*ENTRIES, line], rows=[row]) == (["4000", "4001", "4002", "0"], [])
    assert _said([*ENTRIES, line], prose=[line]) == (["4000", "4001", "4002"], [])
