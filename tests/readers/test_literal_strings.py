"""Backslashes that stand for themselves: no escape is made of them."""

from __future__ import annotations

import pytest

from macros.maintain.document import reading
from macros.readers import strings
from macros.readers.rows import Document

SINGLE = r"(?P<code>[0-9]+) = '(?P<message>(?:[^'\\\n]|\\.)*)'"
DOUBLE = SINGLE.replace("'", '"')
RAW = r"(?P<code>[0-9]+) = `(?P<message>[^`]*)`"
PATH = "No file C:\\temp\\new"


def _read(name: str, entry: str, line: str) -> reading.Reading:
    options = {"format": "pattern", "code_set": "api", "entry": entry, "escapes": "backslash"}
    return reading.read(Document(name, f"{line}\n"), {**options, "pattern": "[0-9]+"})


@pytest.mark.parametrize(
    ("name", "entry", "line"),
    [
        ("errors.toml", SINGLE, f"40 = '{PATH}'"),
        ("errors.TOML", SINGLE, "40 = 'two \\\\ backslashes'"),
        ("errors.php", SINGLE, f"40 = '{PATH}'"),
        ("errors.rb", SINGLE, "40 = 'No \\n line'"),
        ("errors.pl", SINGLE, "40 = 'It costs \\$5'"),
        ("errors.go", RAW, f"40 = `{PATH}`"),
        ("errors.go", RAW, "40 = `ends so \\`"),
    ],
)
def test_literal(name: str, entry: str, line: str) -> None:
    """A text is refused, with a way on, where an escape would make another text of it."""
    result = _read(name, entry, line)
    assert result.rows == ()
    (problem,) = result.problems
    assert problem.line == 1
    assert "where it stands for itself" in problem.what
    assert "under the reader's `rows`" in problem.do


@pytest.mark.parametrize(
    ("name", "entry", "line", "message"),
    [
        ("errors.js", SINGLE, "40 = 'It\\'s busy\\tnow'", "It's busy now"),
        ("errors.toml", DOUBLE, '40 = "A \\"berth\\" is busy"', 'A "berth" is busy'),
        ("errors.toml", SINGLE, "40 = 'Busy'", "Busy"),
        ("errors.php", SINGLE, "40 = 'It\\'s a \\\\ sign'", "It's a \\ sign"),
        ("errors.php", DOUBLE, '40 = "Busy\\tnow"', "Busy now"),
        ("errors.php", DOUBLE, '40 = "It costs \\$5"', "It costs $5"),
        ("errors.kt", DOUBLE, '40 = "It costs \\$5"', "It costs $5"),
        ("errors.pl", DOUBLE, '40 = "Mail me\\@dock, \\$5"', "Mail me@dock, $5"),
        ("errors.rb", DOUBLE, '40 = "A sign \\\\$5"', "A sign \\$5"),
    ],
)
def test_escapes(name: str, entry: str, line: str, message: str) -> None:
    """Between other marks, in other files and before the marks themselves it escapes, as ever."""
    result = _read(name, entry, line)
    assert [row.message for row in result.rows] == [message]
    assert result.is_whole


@pytest.mark.parametrize("name", ["errors.py", "errors.java", "errors"])
def test_a_sign_that_is_no_escape(name: str) -> None:
    """Where $ means nothing in a string, nobody knows what a backslash before it does."""
    (problem,) = _read(name, DOUBLE, '40 = "It costs \\$5"').problems
    assert "has an escape that nobody knows, \\$." in problem.what


@pytest.mark.parametrize(
    ("file", "mark", "says"),
    [
        ("dock.sql", "'", True),
        ("dock.vb", '"', True),
        ("dock.pas", "'", True),
        ("dock.py", "'", False),
        ("dock.sql", '"', False),
    ],
)
def test_doubled_marks(file: str, mark: str, says: bool) -> None:  # noqa: FBT001 - a case
    """Two marks within a string are one sign where the kind of file has it so, and no strings."""
    text = f"{mark}Dock {mark}{mark}A{mark}{mark}{mark}"
    escaped = f"{mark}Dock \\{mark}A\\{mark}{mark}"
    assert strings.undoubled(text, "(", file) == (escaped if says else text)
    assert strings.undoubled(text[1:-1], mark, file) == (escaped[1:-1] if says else text[1:-1])
