"""Rows without a code: the rest of the sentence above, or something that a person has to read."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from macros import readers
from macros.errors import Problem
from macros.readers.rows import Document
from macros.sources.reader_options import ReaderOptions

_ADAPTER: TypeAdapter[Any] = TypeAdapter(ReaderOptions)


def _said(text: str, **more: object) -> tuple[dict[str, str], list[Problem]]:
    """Return the messages of a table with a row that has this text alone, and the problems."""
    table = {
        "code_set": "api",
        "columns": ["Code", "Text", "Do"],
        "code": "Code",
        "message": "Text",
        "pattern": "[0-9]{4}",
        **more,
    }
    document = (
        "| Code | Text | Do |\n|---|---|---|\n| 1001 | The dock is busy | Wait |\n"
        f"| | {text} | |\n| 1002 | The ship is lost | Look |\n"
    )
    options = _ADAPTER.validate_python({"format": "markdown", "tables": [table]})
    results = list(readers.read(Document("errors.md", document), options))
    return (
        {one.code: one.message for one in results if not isinstance(one, Problem)},
        [one for one in results if isinstance(one, Problem)],
    )


@pytest.mark.parametrize("text", ["with another ship", "(at night)", "ночью", ", at night"])
def test_rest_of_a_sentence(text: str) -> None:
    """What begins as no sentence does goes on with the message above."""
    assert _said(text) == ({"1001": f"The dock is busy\n{text}", "1002": "The ship is lost"}, [])


@pytest.mark.parametrize(
    "text", ["The following are for VIPs", "以下仅限贵宾", "Ночные коды", "* VIPs"]
)
def test_anything_else(text: str) -> None:
    """A sentence of its own, or one in a script without small letters, is refused."""
    messages, [problem] = _said(text)
    assert messages == {"1001": "The dock is busy", "1002": "The ship is lost"}
    assert problem.line == 4
    assert "write `goes_on: true`" in problem.do
    assert _said(text, goes_on=True)[0]["1001"] == f"The dock is busy\n{text}"
