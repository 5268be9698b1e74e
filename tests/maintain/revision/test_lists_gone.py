"""A later document of JSON or YAML without one of the lists before is read from the others."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING

import pytest

from macros.maintain.revision import fit
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options

LISTS = {"dock": "api", "ship": "second", "tide": "third"}
BEFORE: Options = {
    "format": "json",
    "code_set": "api",
    "path": "dock{}",
    "code": ["(key)"],
    "message": "says",
    "pattern": "[A-Z_]+",
    "lists": [
        {"path": "ship{}", "code_set": "second", "message": "text"},
        {"path": "tide{}", "code_set": "third"},
    ],
}
SAYS = {"dock": "says", "ship": "text", "tide": "says"}
TEXTS = {"BUSY": "It is busy", "NOT_FOUND": "It is not there"}


def _fit(names: list[str], format_: str = "json") -> fit.Fitted:
    errors = {
        name: {code: {SAYS[name]: f"{text}: {name}"} for code, text in TEXTS.items()}
        for name in names
    }
    known = {
        code_set: {code: {f"{text}: {name}"} for code, text in TEXTS.items()}
        for name, code_set in LISTS.items()
    }
    options = copy.deepcopy({**BEFORE, "format": format_})
    return fit.fit(Document("next", json.dumps(errors, indent=1)), options, known)


@pytest.mark.parametrize("format_", ["json", "yaml"])
@pytest.mark.parametrize(
    "left", [["dock"], ["ship"], ["tide"], ["dock", "ship"], ["dock", "tide"], ["ship", "tide"]]
)
def test_lists_that_are_gone(left: list[str], format_: str) -> None:
    """Each is told with its code set, also the first; the others keep theirs, and their texts."""
    found = _fit(left, format_)
    assert found.reading.problems == ()
    assert [(row.code_set, row.code, row.message) for row in found.reading.rows] == [
        (LISTS[name], code, f"{text}: {name}") for name in left for code, text in TEXTS.items()
    ]
    assert found.changes == tuple(
        f'the list at "{name}{{}}", of the code set {code_set}, is gone'
        for name, code_set in LISTS.items()
        if name not in left
    )


def test_no_list_is_gone() -> None:
    """Where all are there, the options are those before, and nothing is told."""
    found = _fit([*LISTS])
    assert (found.same, found.changes, found.reading.options) == (True, (), BEFORE)
