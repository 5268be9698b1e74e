"""The options of readers: what contradicts itself is refused, with what is wrong."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.sources.reader_options import ReaderOptions

TABLE: dict[str, Any] = {
    "code_set": "api",
    "columns": ["Code", "Text", "Detail"],
    "code": "Code",
    "message": "Text",
    "pattern": "[0-9]{3}",
}
LINES: dict[str, Any] = {
    "format": "text_lines",
    "code_set": "api",
    "pattern": "[0-9]{3}",
    "separator": "space",
}
IN_COLUMNS = LINES | {
    "separator": "widths",
    "columns": ["Code", "Text"],
    "code": "Code",
    "message": "Text",
    "starts": [1, 5],
}
ROW = {"line": "100 | Dock | is busy", "code": "100", "message": "Dock is busy"}
ADAPTER: TypeAdapter[Any] = TypeAdapter(ReaderOptions)


def _tables(*tables: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"format": "markdown", "tables": list(tables), **more}


GOOD = {
    "two tables under two headings": _tables(TABLE, TABLE | {"under": "Ships"}),
    "a fallback": _tables(TABLE | {"message": ["Text", "Detail"]}),
    "a row by hand": _tables(TABLE, rows=[ROW]),
    "a row in full-width signs": _tables(TABLE, rows=[ROW | {"line": "１００ | Dock is busy"}]),  # noqa: RUF001 - as pages have it
    "a row that a comma has cut": _tables(TABLE, rows=[ROW | {"message": "Dock, is busy"}]),
    "a row of two strings": _tables(
        TABLE, rows=[ROW | {"line": '100: "Dock " + "is busy"', "message": "Dock is busy"}]
    ),
    "a row with escapes": _tables(
        TABLE, rows=[ROW | {"line": r"100: It''s \$1 \"now\"", "message": 'It\'s $1 "now"'}]
    ),
    "a code with a space without width": _tables(
        TABLE, rows=[ROW | {"line": "1\u200b00 | Dock is busy"}]
    ),
    "its code set": _tables(
        TABLE, TABLE | {"code_set": "more", "under": "a"}, rows=[ROW | {"code_set": "more"}]
    ),
    "columns": IN_COLUMNS,
    "columns side by side": IN_COLUMNS | {"side_by_side": "2", "starts": [1, 5, 21, 25]},
    "prose that is skipped": _tables(TABLE, prose="skip"),
    "prose that is skipped, and a line": _tables(TABLE, prose=["skip", "100 docks."]),
    "quoted prose where none is skipped": LINES | {"prose": ["100 docks."]},
}
BAD = {
    "prose of a text without any": (LINES | {"prose": "skip"}, "this format has no prose"),
    "prose of a text without any, in a list": (
        LINES | {"prose": ["100 docks.", "skip"]},
        "this format has no prose",
    ),
    "prose that is neither": (_tables(TABLE, prose="pass"), "Input should be"),
    "two tables under one heading": (
        _tables(TABLE | {"under": "Ships"}, TABLE | {"under": "Ships"}),
        "say with `under`",
    ),
    "a column that is two things": (
        _tables(TABLE | {"named": {"cause": "Text"}}),
        "cannot be two things at once",
    ),
    "a message in no column": (_tables(TABLE | {"message": []}), "no column is named"),
    "a name that nobody knows": (_tables(TABLE | {"named": {"reason": "Detail"}}), "'cause'"),
    "a code that the line has not": (
        _tables(TABLE, rows=[ROW | {"code": "101"}]),
        'does not have "101"',
    ),
    "a code that a written line with pipes has not": (
        _tables(TABLE, rows=[ROW | {"line": "| 100 | | Dock is busy |", "code": "101"}]),
        'does not have "101"',
    ),
    "a message that the line has not": (
        _tables(TABLE, rows=[ROW | {"message": "Dock is shut"}]),
        'does not have "Dock is shut"',
    ),
    "a message with a comma that the line has not": (
        _tables(TABLE, rows=[ROW | {"message": "Dock is, busy"}]),
        'does not have "Dock is, busy"',
    ),
    "a row without its code set": (
        _tables(TABLE, TABLE | {"code_set": "more", "under": "a"}, rows=[ROW]),
        "does not say its `code_set`",
    ),
    "a row of another code set": (
        _tables(TABLE, rows=[ROW | {"code_set": "more"}]),
        'lists no code set "more"',
    ),
    "columns of a single one": (LINES | {"columns": ["Code", "Text"]}, "with several it is"),
    "no columns": (LINES | {"separator": "tab"}, "have to say what the columns are"),
    "starts that go back": (IN_COLUMNS | {"starts": [5, 1]}, "where each of the columns begins"),
    "too few starts": (IN_COLUMNS | {"starts": [1]}, "where each of the columns begins"),
    "columns listed twice": (
        IN_COLUMNS | {"columns": ["Code", "Text"] * 3, "separator": "tab", "starts": []},
        r"list them once, and write `side_by_side: 3`",
    ),
    "starts of one side": (IN_COLUMNS | {"side_by_side": "2"}, "where each of the columns begins"),
    "one column side by side": (LINES | {"side_by_side": "2"}, "is for a single one"),
    "wrapped columns": (
        IN_COLUMNS | {"wrapped": ["is busy"]},
        "`before` and `wrapped` are for a single column",
    ),
    "starts of tabs": (IN_COLUMNS | {"separator": "tab"}, 'for the `separator` "widths" alone'),
    "a column that is not there": (IN_COLUMNS | {"code": "Number"}, "is not one of"),
}


@pytest.mark.parametrize("name", GOOD)
def test_good(name: str) -> None:
    """What can be read in one way alone is taken."""
    assert ADAPTER.validate_python(GOOD[name])


@pytest.mark.parametrize("name", BAD)
def test_bad(name: str) -> None:
    """What is missing, or said twice, is told."""
    options, says = BAD[name]
    with pytest.raises(ValidationError, match=re.escape(says)):
        ADAPTER.validate_python(options)
