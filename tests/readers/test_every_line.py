"""Texts for people that are read by an expression: no line of them is passed over in silence."""

from __future__ import annotations

from macros.errors import Problem
from macros.readers import read
from macros.readers.rows import Document, Row
from macros.sources.reader_options import PatternOptions

TEXT = """\
Codes of the lock

- 101 | Lock is shut
---
see the manual
- 102 | Lock is open
"""


def _options(**more: object) -> PatternOptions:
    return PatternOptions.model_validate(
        {
            "format": "pattern",
            "code_set": "api",
            "pattern": "[0-9]{3}",
            "entry": r"- (?P<code>[0-9]{3}) \| (?P<message>[^\n]+)",
            "escapes": "none",
            **more,
        }
    )


def test_a_line_that_is_no_entry() -> None:
    """With `every_line` each line with a word is refused that is neither entry nor ignored."""
    results = list(read(Document("lock.txt", TEXT), _options(every_line="true")))
    assert [one.what for one in results if isinstance(one, Problem)] == [
        '"Codes of the lock" is neither a code with its message nor a heading without a code.',
        '"see the manual" is neither a code with its message nor a heading without a code.',
    ]
    assert [one.line for one in results] == [1, 3, 5, 6]


def test_lines_that_are_accounted_for() -> None:
    """`ignore` and `prose` say of such lines that they list nothing; signs need no one's word."""
    options = _options(every_line="true", ignore=["Codes of .*"], prose=["see the manual"])
    results = list(read(Document("lock.txt", TEXT), options))
    assert [(one.line, one.code) for one in results if not isinstance(one, Problem)] == [
        (3, "101"),
        (6, "102"),
    ]
    assert len(results) == 2


def test_source_code() -> None:
    """Without it, lines between entries are passed over, as in source code."""
    results = list(read(Document("lock.txt", TEXT), _options()))
    assert [one.line for one in results] == [3, 6]


def test_a_line_right_below_an_entry() -> None:
    """A line right below a text may go on with it, and is refused so, be it indented or not."""
    text = "- 101 | Lock is shut\nby hand\n\n- 102 | Lock is open\n"
    results = list(read(Document("lock.txt", text), _options(every_line="true")))
    assert [one.what for one in results if isinstance(one, Problem)] == [
        '"by hand" may go on with the message above it, of the code "101".'
    ]


def test_what_is_quoted_ends_a_text() -> None:
    """A line under `prose` within an entry of several lines ends it, and nothing is lost."""
    entry = r"- (?P<code>[0-9]{3}) \| (?P<message>[^\n]+(?:\n[^\n]+)*)"
    text = "- 101 | Lock is\nshut\nDoors\n\n- 102 | Lock is open\n"
    options = _options(every_line="true", entry=entry, lines=9, prose=["Doors"])
    rows = [one for one in read(Document("lock.txt", text), options) if isinstance(one, Row)]
    assert [(one.code, one.message) for one in rows] == [
        ("101", "Lock is shut"),
        ("102", "Lock is open"),
    ]


def test_what_is_quoted_and_stands_in_other_entries() -> None:
    """A line under `prose` that an entry cannot do without is a part of that entry."""
    entry = r"- (?P<code>[0-9]{3})\n(?P<label>\w+)\n(?P<message>[^\n]+)"
    text = "- 101\nText\nLock is shut\n\nText\n\n- 102\nText\nLock is open\n"
    options = _options(every_line="true", entry=entry, lines=3, prose=["Text"])
    results = list(read(Document("lock.txt", text), options))
    rows = [one for one in results if isinstance(one, Row)]
    assert [(one.code, one.message) for one in rows] == [
        ("101", "Lock is shut"),
        ("102", "Lock is open"),
    ]
    assert len(results) == 2
