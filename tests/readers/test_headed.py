"""Lines that `headings` has patterns for: a code in one is no heading's without a question."""

from __future__ import annotations

from typing import Any

import pytest

from macros.maintain.document import reading
from macros.readers.rows import Document

LIST = {"code_set": "api", "pattern": "[0-9]{3}"}
COLUMNS = {"columns": ["Code", "Meaning"], "code": "Code", "message": "Meaning"}
# How a document is read, its text with a line in which 606 stands, and a pattern for that line.
CASES: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "headings": (
        {"format": "headings", "message": ["title"], **LIST},
        "### 502 Berth is taken\n\n### 606\n",
        "606",
        "[0-9 ]+",
    ),
    "bullets": (
        {"format": "bullets", **LIST},
        "- 502: Berth is taken\n- 606: Lock is jammed\n",
        "- 606: Lock is jammed",
        "- 6.*",
    ),
    "text_lines": (
        {"format": "text_lines", "separator": "space", **LIST},
        "502 Berth is taken\n606 Lock is jammed\n",
        "606 Lock is jammed",
        "6.*",
    ),
    "columns": (
        {"format": "text_lines", "separator": "columns", **LIST, **COLUMNS},
        "Code  Meaning\n502   Berth is taken\n\n606\n",
        "606",
        "[0-9]+",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_wide_pattern_hides_no_code(name: str) -> None:
    """The problem names the line, its code, the pattern to mend and the one for the line itself."""
    options, text, line, pattern = CASES[name]
    result = reading.read(Document("a", text), {**options, "headings": [pattern]})
    assert [row.code for row in result.rows] == ["502"]
    [problem] = [one for one in result.problems if "`headings`" in one.what]
    assert problem.what == f'`headings` has a pattern for "{line}", which names the code "606".'
    assert "606" in text.split("\n")[problem.line - 1]
    assert "mend the pattern so that it does not match" in problem.do


@pytest.mark.parametrize("name", ["headings", "text_lines"])
def test_the_line_itself_is_believed(name: str) -> None:
    """As the problem says: with the line itself under `headings`, it is a heading."""
    options, text, _, pattern = CASES[name]
    result = reading.read(Document("a", text), {**options, "headings": [pattern]})
    [problem] = [one for one in result.problems if "`headings`" in one.what]
    exact = problem.do.partition('add "')[2].partition('" to')[0].replace("\\\\", "\\")
    result = reading.read(Document("a", text), {**options, "headings": [pattern, exact]})
    assert not [one for one in result.problems if "`headings`" in one.what]


@pytest.mark.parametrize("heading", ["Errors of the lock", "All about 502", "Version 1.606"])
def test_other_headings_are_not_asked_about(heading: str) -> None:
    """A heading without a code, with one that has a row, or with another number, is one."""
    options = {"format": "headings", "message": ["title"], **LIST, "headings": ["[EAV].*"]}
    text = f"### 502 Berth is taken\n\n### {heading}\n"
    assert list(reading.unsaid(reading.read(Document("a", text), options))) == []
