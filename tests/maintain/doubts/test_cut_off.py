"""Documents that end in the middle of a table: what is asked, and what is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document
from tests.maintain.moon import FIRST, Moon

if TYPE_CHECKING:
    from pathlib import Path

ROWS = "".join(
    f"<tr>\n<td>100{end}</td>\n<td>Dock {end} is busy</td>\n</tr>\n" for end in range(1, 6)
)
HEADINGS = "<table>\n<tr><th>Code</th><th>Meaning</th></tr>\n"
PIPES = "| Code | Meaning |\n|---|---|\n| 1001 | Dock 1 is busy |\n| 1002 | Dock 2 is busy |\n"


def _asked(name: str, text: str) -> list[tuple[int, str]]:
    guess = sniff.sniff(Document(name, text), "api")
    assert guess
    return [(one.line, one.what) for one in guess.reading.problems]


@pytest.mark.parametrize(
    ("name", "text", "line", "why"),
    [
        ("a.html", f"<h1>Errors</h1>\n{HEADINGS}{ROWS}", 21, "the table of line 2 is never closed"),
        ("a.md", f"# Errors\n\n{HEADINGS}{ROWS}", 22, "the table of line 3 is never closed"),
        (
            "a.md",
            f"{PIPES}\n## More\n\n{HEADINGS}{ROWS.replace('100', '200')}",
            27,
            "the table of line 8 is never closed",
        ),
        (
            "a.md",
            f"# Errors\n\n{PIPES}| 1003 | Dock 3 is",
            7,
            'the row "| 1003 | Dock 3 is" lacks the pipe that others end with',
        ),
    ],
)
def test_cut_off(name: str, text: str, line: int, why: str) -> None:
    """A table that is never closed, and a last row that lacks its pipe, are asked about."""
    assert _asked(name, text) == [(line, f"the document may be cut off: {why}.")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", f"{HEADINGS}{ROWS}</table>"),
        ("a.html", f"{HEADINGS}{ROWS}</TABLE >\n"),
        ("a.md", f"# Errors\n\n{PIPES}"),
        ("a.md", f"# Errors\n\n{PIPES.rstrip()}"),
        ("a.md", f"# Errors\n\n{PIPES}| 1003 | Dock 3 is busy\n"),
        ("a.md", "Code | Meaning\n---|---\n1001 | Dock 1 is busy\n1002 | Dock 2 is busy"),
        ("a.md", f"# Errors\n\n{PIPES}\nA <table> is shown as rows.\n"),
    ],
)
def test_whole(name: str, text: str) -> None:
    """A table that is closed, and rows that end as others do, ask nothing."""
    assert _asked(name, text) == []


def test_a_later_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is asked of a later document, too, and the reply takes it in."""
    moon = Moon(tmp_path)
    later = FIRST + "| 1006 | Dock 6"
    capsys.readouterr()
    assert moon.add(later) == 1
    printed = capsys.readouterr().out
    assert "  1 line (10): the document may be cut off: the row" in printed
    assert "save it anew: what stood behind is missing." in printed
    assert moon.add(later, "--as-read", "10") == 0
    assert moon.orbit.check() == 0
