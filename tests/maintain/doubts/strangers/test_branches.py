"""Texts and codes that a condition decides of: asked about, and left out where that is the answer.

All documents are invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document import reading

OTHERS = range(4010, 4026)  # enough codes for one that comes twice to be no surprise
MACROS = "".join(f"#define DOCK_N{code} {code} /* The dock {code} is odd */\n" for code in OTHERS)
NAMES = "".join(f"#define DOCK_N{code} {code}\n" for code in OTHERS)
TEXTS = "".join(f'    {{ DOCK_N{code}, "The dock {code} is odd" }},\n' for code in OTHERS)
COMMENTED = "".join(
    f"/* The dock {code} is odd */\n#define DOCK_N{code} {code}\n" for code in OTHERS
)

BY_NAME = f"{NAMES}#define DOCK_SOLD 4003\n{TEXTS}"

# Each with the lines that are asked about, and what is said of the first of them.
ASKED = {
    "the text of a live constant in #if 0": (
        COMMENTED + "#if 0\n/* The dock was sold */\n#endif\n#define DOCK_SOLD 4003\n",
        {34: 'the text of "4003" stands in what "#if 0" leaves out (lines 33-35), and the code'},
    ),
    "the text of a live constant in one branch": (
        COMMENTED
        + "#ifdef OLD\n/* The dock was sold */\n#else\n/* The dock is ours */\n#endif\n"
        + "#define DOCK_SOLD 4003\n",
        {36: 'the text of "4003" stands in a branch of "#ifdef OLD" (lines 35-37), and the code'},
    ),
    "a text by name in #if 0": (
        BY_NAME + '#if 0\n    { DOCK_SOLD, "The dock was sold" },\n#endif\n',
        {35: 'the text of "4003" stands in what "#if 0" leaves out (lines 34-36), and the code'},
    ),
    "a text by name in a comment": (
        BY_NAME + '/*\n    { DOCK_SOLD, "The dock was sold" },\n*/\n',
        {35: 'the text of "4003" stands in a comment (lines 34-36), and the code does not.'},
    ),
    "two texts of one code": (
        MACROS
        + "#ifdef OLD\n#define DOCK_SOLD 4003 /* The dock was sold */\n#else\n"
        + "#define DOCK_SOLD 4003 /* The dock is ours */\n#endif\n",
        {
            18: '"4003" stands in a branch of "#ifdef OLD" (lines 17-19), and another branch has'
            ' "4003", "The dock is ours" in its place.',
            20: '"The dock was sold" in its place.',
        },
    ),
    "two numbers of one name": (
        MACROS
        + "#ifdef OLD\n#define DOCK_SOLD 4003 /* The dock was sold */\n#elif A\n#else\n"
        + "#define DOCK_SOLD 4103 /* The dock is ours */\n#endif\n",
        {18: '"4103", "The dock is ours" in its place.', 21: '"4003", "The dock was sold"'},
    ),
    "two numbers of one text": (
        "".join(f'    {{{code}, "The dock {code} is odd"}},\n' for code in OTHERS)
        + '#ifdef OLD\n    {4003, "The dock is ours"},\n#else\n    {4103, "The dock is ours"},\n'
        + "#endif\n",
        {18: '"4103", "The dock is ours" in its place.', 20: '"4003", "The dock is ours"'},
    ),
    "two texts of one name": (
        BY_NAME
        + '#ifdef OLD\n    { DOCK_SOLD, "The dock was sold" },\n'
        + '#else\n    { DOCK_SOLD, "The dock is ours" },\n#endif\n',
        {35: '"The dock is ours" in its place.', 37: '"The dock was sold" in its place.'},
    ),
}
# What is read without a question.
NOT_ASKED = {
    "a guard around all": f"#ifndef DOCK_H\n#define DOCK_H\n{MACROS}#endif\n",
    "branches with codes of their own": (
        MACROS
        + "#ifdef OLD\n#define DOCK_SOLD 4003 /* The dock was sold */\n#else\n"
        + "#define DOCK_OURS 4103 /* The dock is ours */\n#endif\n"
    ),
    "the same in both branches": (
        MACROS
        + "#ifdef OLD\n#define DOCK_SOLD 4003 /* The dock is ours */\n#else\n"
        + "#define DOCK_SOLD 4003 /* The dock is ours */\n#endif\n"
    ),
    "the texts of a module": f"{NAMES}#ifdef WITH_TEXTS\n{TEXTS}#endif\n",
    "comments of several lines": "".join(
        f"/*\n * The dock {code} is odd\n */\n#define DOCK_N{code} {code}\n" for code in OTHERS
    ),
}


def _read(text: str) -> tuple[Document, reading.Reading]:
    document = Document("dock.c", text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


@pytest.mark.parametrize("name", ASKED)
def test_asked(name: str) -> None:
    """What holds only under a condition is asked about, on the line of what the condition is of."""
    text, said = ASKED[name]
    document, result = _read(text)
    assert {one.line for one in result.problems} == set(said)
    for one in result.problems:
        assert said[one.line] in one.what
    as_read = replies.applied(document, result, Replies(as_read=frozenset(said)))
    assert as_read.is_whole
    assert as_read.rows == result.rows


@pytest.mark.parametrize("name", NOT_ASKED)
def test_not_asked(name: str) -> None:
    """Conditions that decide of no code's text or number are no question."""
    _, result = _read(NOT_ASKED[name])
    assert result.problems == ()
    assert {str(code) for code in OTHERS} <= {row.code for row in result.rows}


@pytest.mark.parametrize(
    ("name", "other", "kept"),
    [
        ("two texts of one code", 18, ("4003", "The dock is ours")),
        ("two numbers of one name", 21, ("4003", "The dock was sold")),
        ("two numbers of one text", 18, ("4103", "The dock is ours")),
        ("two texts of one name", 35, ("4003", "The dock is ours")),
    ],
)
def test_the_other_branch(name: str, other: int, kept: tuple[str, str]) -> None:
    """Once it is said which branch does not hold, the document is read with the other one."""
    text, said = ASKED[name]
    document, result = _read(text)
    holds = frozenset(said) - {other}
    given = Replies(no_codes=frozenset({other}), as_read=holds)
    left = replies.applied(document, result, given)
    assert left.is_whole
    here = [(row.code, row.message) for row in left.rows if int(row.code) not in OTHERS]
    assert here == [kept]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("the text of a live constant in #if 0", 34),
        ("a text by name in #if 0", 35),
        ("a text by name in a comment", 35),
    ],
)
def test_a_text_that_does_not_hold(name: str, line: int) -> None:
    """Without its text the code is no row, and not lost either: it is asked what it says."""
    text, _ = ASKED[name]
    document, result = _read(text)
    left = replies.applied(document, result, Replies(no_codes=frozenset({line})))
    (problem,) = left.problems
    assert "4003" in problem.what
    assert '"4003" to `unreadable`' in problem.do
    assert {row.code for row in left.rows} == {str(code) for code in OTHERS}


def test_lines_that_are_written_alike() -> None:
    """Where what could be quoted is needed as well, that is said."""
    entries = "".join(
        f"    /// <summary>The dock {code} is odd</summary>\n    N{code} = {code},\n"
        for code in OTHERS
    )
    text = (
        f"public enum Docks\n{{\n{entries}#if OLD\n    /// <summary>The dock was sold</summary>\n"
        "    Sold = 4003,\n#else\n    /// <summary>The dock is ours</summary>\n    Sold = 4003,\n"
        "#endif\n}\n"
    )
    _, result = _read(text)
    assert [one.do for one in result.problems] == [
        "If the API is built with that other branch, take the whole of it out of the file before it"
        f" is read: what is needed has lines that are written alike ({line})."
        for line in (37, 40)
    ]


@pytest.mark.parametrize("other", ["The dock is ours", "The dock was sold"])
def test_few_codes(other: str) -> None:
    """However few codes there are, one that two branches have is known to be one."""
    text = (
        "".join(f'{{{code}, "The dock {code} is odd"}},\n' for code in range(4001, 4004))
        + f'#ifdef OLD\n{{4004, "The dock is ours"}},\n#else\n{{4004, "{other}"}},\n#endif\n'
    )
    _, result = _read(text)
    assert [row.code for row in result.rows] == ["4001", "4002", "4003", "4004", "4004"]
    asked = [] if other == "The dock is ours" else [5, 7]
    assert [one.line for one in result.problems] == asked
