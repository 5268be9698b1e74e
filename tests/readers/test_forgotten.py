"""Rows by hand of a line with several codes: none of the others is lost without a word."""

from __future__ import annotations

from typing import Any

import pytest

from macros.maintain.document import reading
from macros.readers.rows import Document

LIST = {"code_set": "api", "pattern": "[0-9]{3}"}
# How a document is read, its text, and the line of it that lists 606 and 607.
CASES: dict[str, tuple[dict[str, Any], str, str]] = {
    "headings": (
        {"format": "headings", "message": ["title"], **LIST},
        "### 502 Berth is taken\n\n### 606, 607: Lock is jammed\n",
        "### 606, 607: Lock is jammed",
    ),
    "bullets": (
        {"format": "bullets", **LIST},
        "- 502: Berth is taken\n- 606, 607: Lock is jammed\n",
        "- 606, 607: Lock is jammed",
    ),
}


def _row(line: str, code: str) -> dict[str, str]:
    return {"line": line, "code": code, "message": "Lock is jammed"}


@pytest.mark.parametrize("name", CASES)
def test_the_others_are_missed(name: str) -> None:
    """The problem names the line and the code of which no row speaks, with the row to write."""
    options, text, line = CASES[name]
    result = reading.read(Document("a", text), {**options, "rows": [_row(line, "606")]})
    [problem] = result.problems
    assert problem.what == f'the rows by hand of "{line}" say nothing of "607".'
    assert 'code: "607"' in problem.do
    assert text.split("\n")[problem.line - 1] == line


@pytest.mark.parametrize("name", CASES)
def test_all_are_said(name: str) -> None:
    """As the problem says: with a row for each code, the document is read."""
    options, text, line = CASES[name]
    said = [_row(line, "606"), _row(line, "607")]
    result = reading.read(Document("a", text), {**options, "rows": said})
    assert list(reading.unsaid(result)) == []
    assert [row.code for row in result.rows] == ["502", "606", "607"]
