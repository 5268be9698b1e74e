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
