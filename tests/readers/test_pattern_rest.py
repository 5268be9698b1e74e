"""Lines that go on with the message of an entry, as `wrapped` says of them."""

from __future__ import annotations

import pytest

from macros.errors import Problem
from macros.maintain import by_example, replies, sniff
from macros.maintain.replies import Replies
from macros.maintain.sniffers.such_as.such_as_doubts import Example
from macros.readers import read
from macros.readers.rows import Document, Row
from macros.sources.reader_options import PatternOptions

HEADER = """\
#define DOCK 101 /* dock is busy, or is
                    not yours, or
                    {} */
#define GATE 102 /* gate is shut */
#define CRANE 103 /* crane is hot */
"""


@pytest.mark.parametrize(
    ("file", "text", "rest"),
    [
        ("e.h", HEADER.format("gone"), "dock is busy, or is not yours, or gone"),
        ("e.h", HEADER.format("in 300 docks"), "dock is busy, or is not yours, or in 300 docks"),
        (
            "e.h",
            (
                "enum E {\n  DOCK = 101, // dock is busy, or\n              // not yours\n"
                "  GATE = 102, // gate is shut\n  CRANE = 103, // crane is hot\n};\n"
            ),
            "dock is busy, or not yours",
        ),
        (
            "e.h",
            (
                "#define DOCK 101 /* dock is busy, or\n                  * not yours\n"
                "                  */\n#define GATE 102 /* gate is shut */\n"
                "#define CRANE 103 /* crane is hot */\n"
            ),
            "dock is busy, or not yours",
        ),
        (
            "e.py",
            (
                "DOCK = 101  # dock is busy, or\n            # not yours\n"
                "GATE = 102  # gate is shut\nCRANE = 103  # crane is hot\n"
            ),
            "dock is busy, or not yours",
        ),
        (
            "e.asm",
            (
                "DOCK equ 101 ; dock is busy, or\n             ;; not yours\n"
                "GATE equ 102 ; gate is shut\nCRANE equ 103 ; crane is hot\n"
            ),
            "dock is busy, or not yours",
        ),
        (
            "e.hrl",
            (
                "-define(DOCK, 101). % dock is busy, or\n                    % 5% yours\n"
                "-define(GATE, 102). % gate is shut\n-define(CRANE, 103). % crane is hot\n"
            ),
            "dock is busy, or 5% yours",
        ),
    ],
    ids=["block", "number", "slashes", "stars", "hashes", "semicolons", "percent signs"],
)
def test_the_rest_of_a_comment(file: str, text: str, rest: str) -> None:
    """Each line of a comment that goes on is asked about, and is a part of the text if it is so."""
    document = Document(file, text)
    found = sniff.sniff(document)
    assert found
    lines = frozenset(one.line for one in found.reading.problems)
    result = replies.applied(document, found.reading, Replies(as_meant=lines))
    assert result.is_whole
    assert {row.code: row.message for row in result.rows} == {
        "101": rest,
        "102": "gate is shut",
        "103": "crane is hot",
    }


def test_the_rest_of_a_text() -> None:
    """In a text that is read by an example a line below an entry can go on with it, too."""
    text = "done101: Dock is busy, or\n   not yours\nlost102: Gate is shut\n"
    document = Document("e.txt", text)
    found = by_example.sniffed(document, [Example("102", "Gate is shut")])
    result = replies.applied(document, found.reading, Replies(as_meant=frozenset({2})))
    assert [row.message for row in result.rows] == ["Dock is busy, or not yours", "Gate is shut"]
    assert result.is_whole


def _options(**more: object) -> PatternOptions:
    base = {"format": "pattern", "code_set": "api", "pattern": "[0-9]{3}"}
    entry = r"(?P<code>[0-9/]+) // (?P<message>[^\n]+)"
    return PatternOptions.model_validate({**base, "entry": entry, **more})


def test_labels_with_one_text() -> None:
    """What goes on with the text of several labels is a part of each."""
    text = "case 101, 102: // dock is busy,\n      // or gone\n"
    entry = r"case (?P<code>[0-9, ]+): // (?P<message>[^\n]+)"
    results = [*read(Document("e.c", text), _options(entry=entry, wrapped=["// or gone"]))]
    assert [(one.code, one.message) for one in results if isinstance(one, Row)] == [
        ("101", "dock is busy, or gone"),
        ("102", "dock is busy, or gone"),
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("101 // dock\n    // &amp; gate\n", "has &amp;, and `escapes` does not say"),
        ("101 // dock\n\n    // &amp; gate\n", 'has no line "// &amp; gate" below a row'),
    ],
    ids=["escapes", "not below"],
)
def test_what_is_refused(text: str, what: str) -> None:
    """A line with signs that mean others is refused, and a quotation of what is below no entry."""
    results = [*read(Document("e.c", text), _options(wrapped=["// &amp; gate"]))]
    assert [one.line for one in results if isinstance(one, Row)] == [1]
    assert any(what in one.what for one in results if isinstance(one, Problem))
