"""Chapters in bold among the rows of a table, which have numbers as codes have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document import reading

CODES = ["1001", "1002", "1003", "2001"]
MARKDOWN = """\
| Code | Message |
|---|---|
| {}1000{} | {}Docks{} |
| 1001 | Dock is busy |
| 1002 | Dock is gone |
| 1003 | Dock is old |
| **2000** | **Cranes** |
| 2001 | Crane is old |
"""
HTML = """\
<table><tr><th>Code</th><th>Message</th></tr>
<tr><td><b>1000</b></td><td><p><strong>Docks</strong></p></td></tr>
<tr><td>1001</td><td>Dock is busy</td></tr>
<tr><td>1002</td><td>Dock is <b>gone</b></td></tr>
<tr><td>1003</td><td>Dock is old</td></tr>
<tr><th>2000</th><th>Cranes</th></tr>
<tr><td>2001</td><td>Crane is old</td></tr>
</table>
"""
RST = """\
========  ============
Code      Message
========  ============
**1000**  **Docks**
1001      Dock is busy
1002      Dock is gone
1003      Dock is old
**2000**  **Cranes**
2001      Crane is old
========  ============
"""


def _read(text: str) -> tuple[Document, reading.Reading]:
    document = Document("errors", text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


@pytest.mark.parametrize(
    "text", [MARKDOWN.format(*["**"] * 4), MARKDOWN.format(*["__"] * 4), HTML, RST]
)
def test_asked(text: str) -> None:
    """Rows in bold are asked about; with `--no-codes` all others are read, and nothing is left."""
    document, result = _read(text)
    lines = frozenset(one.line for one in result.problems)
    assert lines
    mended = replies.applied(document, result, Replies(no_codes=lines))
    assert mended.is_whole
    assert [row.code for row in mended.rows] == CODES


def test_says_what() -> None:
    """The question says what the rows are like."""
    _, result = _read(MARKDOWN.format(*["**"] * 4))
    [doubt] = result.problems
    assert doubt.line == 3
    assert doubt.what == (
        '"1000" and 1 more are in bold throughout, as headings among the rows are, so they are'
        " perhaps no codes."
    )


@pytest.mark.parametrize("marks", [["**", "**", "", ""], ["", "", "**", "**"]])
def test_in_part(marks: list[str]) -> None:
    """A code in bold, or a message, makes no heading of its row."""
    text = MARKDOWN.format(*marks).replace("| **2000** | **Cranes** |\n", "")
    assert _read(text)[1].is_whole


def test_all_in_bold() -> None:
    """Where most rows are in bold, that says nothing."""
    rows = "".join(f"| **{code}** | **Dock {code} is busy** |\n" for code in range(1001, 1006))
    assert _read(f"| Code | Message |\n|---|---|\n{rows}| 1006 | Dock is old |\n")[1].is_whole
