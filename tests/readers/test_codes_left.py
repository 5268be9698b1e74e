"""Lines of source code with codes that are no entries: drafted with each code as it is printed."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from macros import readers
from macros.errors import Problem
from macros.readers.rows import Document
from macros.sources.reader_options import ReaderOptions

_ADAPTER: TypeAdapter[Any] = TypeAdapter(ReaderOptions)
OPTIONS = {
    "format": "pattern",
    "code_set": "api",
    "pattern": "[0-9]{4}",
    "entry": r"(?P<code>[0-9]+) is (?P<message>.+)",
}


def _listed(line: str, pattern: str) -> list[str]:
    """Return the codes that are drafted of a line that is no entry."""
    options = _ADAPTER.validate_python({**OPTIONS, "pattern": pattern})
    results = list(readers.read(Document("e.js", f"4101 is busy\n{line}"), options))
    problems = [one for one in results if isinstance(one, Problem)]
    return [code for one in problems for _, code in one.ways.rows]


@pytest.mark.parametrize("pattern", ["[0-9]{4}", "-?[0-9]{4}"])
@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("code: -4104,", ["-4104"]),
        ("x(-4104)", ["-4104"]),
        ("error = -4104;", ["-4104"]),
        ("code: 4104,", ["4104"]),
        ("- 4104", ["4104"]),
        ("4104- 4105.", ["4104", "4105"]),
        ("error_4104", ["4104"]),
        ("-4104 and 4104", ["-4104", "4104"]),
    ],
)
def test_with_its_sign(line: str, codes: list[str], pattern: str) -> None:
    """A number keeps the minus sign right before it, whether or not other codes have one."""
    assert _listed(line, pattern) == codes


def _left(lines: list[str]) -> list[str]:
    """Return the lines that are refused beside an entry."""
    entry = r"exports\[(?P<code>[0-9]+)\] = \"(?P<message>[^\"]+)\";"
    options = _ADAPTER.validate_python({**OPTIONS, "entry": entry})
    text = "\n".join([*lines, 'exports[4101] = "QY_BUSY";', 'exports[4102] = "See 4103";'])
    results = list(readers.read(Document("e.js", text), options))
    rows = [(one.code, one.message) for one in results if not isinstance(one, Problem)]
    assert rows == [("4101", "QY_BUSY"), ("4102", "See 4103")]
    return [lines[one.line - 1] for one in results if isinstance(one, Problem)]


@pytest.mark.parametrize(
    "line",
    ["// 4101", "/* 4101 */", "# ---- 4101 ----", "exports.QY_BUSY = 4101;", "QY_BUSY: 4101,"],
)
def test_nothing_new(line: str) -> None:
    """A line that has a code and no word but those of its entry says nothing new."""
    assert _left([line]) == []


@pytest.mark.parametrize(
    "line",
    [
        *("// 4103", "// 4101 and more", "exports.QY_LONG = 4101;", 'x[4101] = "QY_BUSY, too";'),
        *("exports.QY_BUSY = -4101;", 'exports.x = "4101"', "// 4102: See 4103", "exports[4105];"),
    ],
)
def test_something_new(line: str) -> None:
    """A line is refused that has another code, another word, a sign, or a text of its own."""
    assert _left([line]) == [line]
