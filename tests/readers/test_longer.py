"""Entries that somebody wraps over more lines than `lines` says: refused whole, with all lines."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from macros import readers
from macros.errors import Problem
from macros.readers.rows import Document
from macros.sources.reader_options import ReaderOptions

_ADAPTER: TypeAdapter[Any] = TypeAdapter(ReaderOptions)
OBJECTS = {
    "format": "pattern",
    "code_set": "api",
    "pattern": "[0-9]{4}",
    "entry": r"\{\s*code\s*:\s*(?P<code>[0-9]+)\s*,\s*text\s*:\s*(?P<message>'[^']*')[\s,}]*",
    "escapes": "backslash",
}
CALLS = {
    "format": "pattern",
    "code_set": "api",
    "pattern": "[0-9]{4}",
    "entry": r"\w+\(\s*(?P<code>[0-9]+)\s*,\s*(?P<message>\"[^\"]*\"(?:\s*\+\s*\".*\")*)\)[,;]?",
    "escapes": "backslash",
}
LINES = ["const list = [", "  { code: 4101, text: 'Busy' },"]


def _read(lines: list[str], options: dict[str, Any]) -> tuple[list[tuple[str, str]], list[Problem]]:
    """Return the codes of a document with their texts, and what is wrong with it."""
    document = Document("errors.js", "\n".join([*lines, "]"]))
    results = list(readers.read(document, _ADAPTER.validate_python(options)))
    rows = [(one.code, one.message) for one in results if not isinstance(one, Problem)]
    return rows, [one for one in results if isinstance(one, Problem)]


@pytest.mark.parametrize("code", ["-1", "99", "5", "51001", "-4104", "4104", "0x1F", "E12"])
def test_refused_whole(code: str) -> None:
    """An entry of several lines is refused with its code as printed, in whatever form that is."""
    wrapped = ["  {", f"    code: {code},", "    text: 'The fog is thick',", "  },"]
    rows, problems = _read([*LINES, *wrapped], OBJECTS)
    assert rows == [("4101", "Busy")]
    (problem,) = problems
    assert (problem.line, problem.what) == (
        3,
        f'the entry of "{code}" has 4 lines, and `lines` is 1.',
    )
    quoted = f"{{\ncode: {code},\ntext: 'The fog is thick',\n}},"
    assert problem.ways.rows == ((quoted, code),)
    assert problem.ways.none == {"prose": (f"code: {code},",)}


@pytest.mark.parametrize(
    "more",
    [
        {"rows": [{"line": "{\ncode: -1,\ntext: 'Fog',\n},", "code": "-1", "message": "Fog"}]},
        {"ignore": ["code: -1,"], "unreadable": ["-1"]},
        {"prose": ["code: -1,"]},
        {
            "lines": "4",
            "pattern": "-1|[0-9]{4}",
            "entry": OBJECTS["entry"].replace("[0-9]+", "-?[0-9]+"),
        },
    ],
)
def test_ways_on(more: dict[str, Any]) -> None:
    """Each way that the problem names leads to its end, and no other entry is lost by it."""
    wrapped = [
        "  {",
        "    code: -1,",
        "    text: 'Fog',",
        "  },",
        "  { code: 4102, text: 'Gone' },",
    ]
    rows, problems = _read([*LINES, *wrapped], {**OBJECTS, **more})
    assert problems == []
    listed = [("-1", "Fog")] if {"rows", "lines"} & more.keys() else []
    assert rows == [("4101", "Busy"), *listed, ("4102", "Gone")]


@pytest.mark.parametrize(
    "lines",
    [
        ["  {", "    other: 99,", "    text: 'Fog',", "  },"],
        ["  {", "    code: limit,", "    text: 'Fog',", "  },"],
        ["function shown(", "  code,", "  text) {", "}"],
        ["// {", "//   code: 99,", "//   text: 'Fog' }"],
        ["  {", "    code: 99,", "  },"],
    ],
)
def test_near_misses(lines: list[str]) -> None:
    """What is no entry, whatever lines it may have, or has a word for a code, is passed over."""
    assert _read([*LINES, *lines], OBJECTS) == ([("4101", "Busy")], [])


@pytest.mark.parametrize("joint", [' +\n  "by customs"', '\n  + "by customs"', '\n  "by customs"'])
def test_cut_by_hand(joint: str) -> None:
    """A row by hand with the first line of a text alone is refused, and the whole one is taken."""
    lines = f'BUSY(4101, "Busy"),\nREFUSED(4102, "Cargo was refused "{joint}),'.split("\n")
    line = lines[1]
    cut = {"line": line, "code": "4102", "message": "Cargo was refused"}
    rows, problems = _read(lines, {**CALLS, "rows": [cut]})
    assert rows == [("4101", "Busy")]
    says = 'the text by hand of "4102" is cut: it goes on in the line below.'
    assert [one.what for one in problems] == [says]
    whole = {"line": "\n".join([line, lines[2].strip()]), "code": "4102"}
    assert problems[0].ways.rows == ((whole["line"], "4102"),)
    whole["message"] = "Cargo was refused by customs"
    assert _read(lines, {**CALLS, "rows": [whole]}) == (
        [("4101", "Busy"), ("4102", whole["message"])],
        [],
    )


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("'by customs',", ["'by customs',"]),
        ("+ 'by customs',", ["+ 'by customs',"]),
        ("other", []),
        ("},", []),
    ],
)
def test_strings_below(below: str, told: list[str]) -> None:
    """A string right below an entry that ends with one goes on with it, however deep it stands."""
    entry = r"(?P<code>[0-9]+): (?P<message>'[^']*'),?"
    lines = ["4101: 'Busy',", "4102: 'Cargo was refused '", below]
    rows, problems = _read(lines, {**OBJECTS, "entry": entry})
    assert rows == [("4101", "Busy"), ("4102", "Cargo was refused")]
    says = '"{}" may go on with the message above it, of the code "4102".'
    assert [one.what for one in problems] == [says.format(one) for one in told]
