"""Entries that a program passes over: each is asked about, and left out where that is the answer.

All documents are invented; in each, the codes 4001, 4002 and 4003 are alive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading, source
from macros.maintain.doubts.strangers.dead_code import Part, parts
from macros.maintain.replies import Replies
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

DOCKS = {"4001": "The dock is busy", "4002": "The dock is gone", "4003": "The dock is closed"}
# Each with the line that is asked about, and what is said of it.
DEAD = {
    "comment.java": (
        6,
        "stand in a comment (lines 5-8)",
        """\
public enum DockError {
    BUSY(4001, "The dock is busy"),
    GONE(4002, "The dock is gone"),

    /*
    LOST(4101, "The dock is lost"),
    LATE(4102, "The ship is late"),
    */
    CLOSED(4003, "The dock is closed");
}
""",
    ),
    "comment_behind.ts": (
        5,
        "stands in a comment (lines 5-6)",
        """\
export const texts = {
  4001: "The dock is busy",
  // the glob docks/*.ts has more
  4002: "The dock is gone", /* no more:
  4101: "The dock is lost",
  */
  4003: "The dock is closed",
};
""",
    ),
    "if_0.h": (
        7,
        'stand in what "#if 0" leaves out (lines 6-9)',
        """\
#ifndef DOCK_H
#define DOCK_TEXTS(X) \\
  X(BUSY, 4001, "The dock is busy") \\
  X(GONE, 4002, "The dock is gone") \\
  X(CLOSED, 4003, "The dock is closed")
#if 0 /* of old */
  X(LOST, 4101, "The dock is lost") \\
  X(LATE, 4102, "The ship is late")
#endif
#endif
""",
    ),
    "if_0_enum.c": (
        6,
        'stands in what "#if 0" leaves out (lines 5-7)',
        """\
enum {
#ifdef WITH_DOCKS
    DOCK_BUSY = 4001,   /* The dock is busy */
#endif
#if 0
    DOCK_LOST = 4101,   /* The dock is lost */
#else
    DOCK_GONE = 4002,   /* The dock is gone */
#endif
    DOCK_CLOSED = 4003, /* The dock is closed */
};
""",
    ),
    "if_false.cs": (
        8,
        'stands in what "#if false" leaves out (lines 6-9)',
        """\
public enum DockError {
    /// <summary>The dock is busy</summary>
    Busy = 4001,
    /// <summary>The dock is gone</summary>
    Gone = 4002,
#if false
    /// <summary>The dock is lost</summary>
    Lost = 4101,
#endif
    /// <summary>The dock is closed</summary>
    Closed = 4003,
}
""",
    ),
    "no_value.py": (
        8,
        "stand in a text that is no value (lines 6-11)",
        '''\
TEXTS = {
    4001: "The dock is busy",
    4002: "The dock is gone",
    4003: "The dock is closed",
}
"""
OLD = {
    4101: "The dock is lost",
    4102: "The ship is late",
}
"""
''',
    ),
    "begin.rb": (
        7,
        "stands in a comment (lines 6-8)",
        """\
TEXTS = {
  4001 => "The dock is busy",
  4002 => "The dock is gone",
  4003 => "The dock is closed",
}
=begin
  4101 => "The dock is lost",
=end
""",
    ),
    "brackets.lua": (
        7,
        "stands in a comment (lines 6-8)",
        """\
local texts = {
  [4001] = "The dock is busy",
  [4002] = "The dock is gone",
  [4003] = "The dock is closed",
}
--[[
  [4101] = "The dock is lost",
]]
""",
    ),
    "elements.xml": (
        6,
        "stands in a comment (lines 5-7)",
        """\
<?xml version="1.0"?>
<errors>
  <error code="4001">The dock is busy</error>
  <error code="4002">The dock is gone</error>
  <!--
  <error code="4101">The dock is lost</error>
  -->
  <error code="4003">The dock is closed</error>
</errors>
""",
    ),
    "dots.rst": (
        9,
        "stand in a comment (lines 8-10)",
        """\
Errors
======

- 4001: The dock is busy
- 4002: The dock is gone
- 4003: The dock is closed

.. Those of old
   - 4101: The dock is lost
   - 4102: The ship is late
""",
    ),
    "glued.rs": (
        7,
        '"// Lost = 4101," is commented out, and would be a part of the message of the code "4003"',
        """\
pub enum DockError {
    /// The dock is busy
    Busy = 4001,
    /// The dock is gone
    Gone = 4002,
    // /// The dock is lost
    // Lost = 4101,
    /// The dock is closed
    Closed = 4003,
}
""",
    ),
    "glued.py": (
        7,
        '"# LOST = 4101" is commented out, and would be a part of the message of the code "4003"',
        """\
class DockError:
    # The dock is busy
    BUSY = 4001
    # The dock is gone
    GONE = 4002
    # The dock is lost
    # LOST = 4101
    # The dock is closed
    CLOSED = 4003
""",
    ),
}
# What is read without a question.
ALIVE = {
    "all_in_comments.txt": """\
/*
4001 The dock is busy
4002 The dock is gone
4003 The dock is closed
*/
""",
    "behind.h": """\
/*
 * The errors of the dock.
 */
#define DOCK_BUSY 4001 /* The dock is busy */
#define DOCK_GONE 4002 /* The dock is gone */
#define DOCK_CLOSED 4003 /* The dock is closed */
""",
    "above.java": """\
public enum DockError {
    /**
     * The dock is busy
     */
    BUSY(4001),
    /**
     * The dock is gone
     */
    GONE(4002),
    /**
     * The dock is closed
     */
    CLOSED(4003);
}
""",
    "value.py": '''\
TEXTS = """
4001 The dock is busy
4002 The dock is gone
4003 The dock is closed
"""
''',
    "above_directives.h": """\
// The dock is busy
#define DOCK_BUSY 4001
// The dock is gone
#define DOCK_GONE 4002
// The dock is closed
#define DOCK_CLOSED 4003
""",
    "directive.rst": """\
Errors
======

.. list of all::

- 4001: The dock is busy
- 4002: The dock is gone
- 4003: The dock is closed
""",
    "of_two_lines.py": """\
# The dock is
# busy
BUSY = 4001
# The dock
# is gone
GONE = 4002
# The dock is closed
CLOSED = 4003
""",
}


def _read(name: str, text: str) -> tuple[Document, reading.Reading]:
    document = Document(name, text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def _texts(result: reading.Reading) -> dict[str, str]:
    return {row.code: row.message for row in result.rows}


@pytest.mark.parametrize("name", DEAD)
def test_asked(name: str) -> None:
    """What is passed over is asked about; left out as told, the codes that are alive remain."""
    line, what, text = DEAD[name]
    document, result = _read(name, text)
    assert [one.line for one in result.problems] == [line]
    assert what in result.problems[0].what
    left_out = replies.applied(document, result, Replies(no_codes=frozenset({line})))
    assert left_out.is_whole
    assert _texts(left_out) == DOCKS
    as_read = replies.applied(document, result, Replies(as_read=frozenset({line})))
    assert as_read.is_whole
    assert as_read.rows == result.rows


@pytest.mark.parametrize("name", ALIVE)
def test_not_asked(name: str) -> None:
    """Comments that carry the messages, or all of a list, are read without a question."""
    _, result = _read(name, ALIVE[name])
    assert result.problems == ()
    assert _texts(result) == DOCKS


def test_said_twice() -> None:
    """An example in a comment that says what a row says is no question."""
    lines = [f'  {4000 + number}: "The dock {number} is busy",' for number in range(20)]
    _, result = _read(
        "a.ts", "\n".join(["/*", *lines[3:4], "*/", "export const texts = {", *lines])
    )
    assert result.problems == ()
    assert len(_texts(result)) == 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#if 1\na\n#else\nb\n#endif", [Part(3, 5, 'what "#if 1" leaves out')]),
        ("#if 1\n#elif A\n#else\n#endif", [(2, 3, "#if 1"), (3, 4, "#if 1")]),
        ("#if 0\n#if A\n#else\n#endif\n#elif B\n#else\n#endif", [(1, 5, "#if 0")]),
        ("#if 0\nwithout an end", []),
        ("/* on one line */\nx = 1 /* and */ # /*\n*/", []),
        ("x = '/*'\ny = 2\nz = '*/'", []),
        ('x = """\na\n"""\ny = """b"""\n"""\nc\n"""', [(5, 7, "a text that is no value")]),
        ('x = (\n  """\na\n"""\n)', []),
        ("/*\nnot closed", []),
    ],
)
def test_parts(text: str, expected: list[tuple[int, int, str]]) -> None:
    """Only what is closed and has several lines is a part, and no string that is a value."""
    found = [(part.first, part.last, part.what) for part in parts(text.split("\n"))]
    assert [one[:2] for one in found] == [one[:2] for one in expected]
    assert all(one[2] in told[2] for one, told in zip(expected, found, strict=True))


def test_a_comment_that_cannot_be_quoted() -> None:
    """Where other comments have the same line, that is said, for a quotation would lose these."""
    _, _, text = DEAD["glued.py"]
    _, result = _read("glued.py", text.replace("# The dock is lost", "# The dock is gone"))
    (problem,) = result.problems
    assert problem.line == 7
    assert problem.do == (
        "If the message begins below it, take the lines 6-7 out of the file, for comments that are"
        " needed are written alike."
    )


def test_directives() -> None:
    """What says only whether lines are compiled is no statement with a number."""
    assert list(source.statements(["#if 0", "# elif 1", "#endif"])) == []
    assert [one.form for one in source.statements(["#define DOCK_BUSY 4001"])] == ["# words number"]


def test_commented_out_since(tmp_path: Path) -> None:
    """A code that is held is asked about, too, once it is commented out."""
    _, _, text = DEAD["comment.java"]
    alive = text.replace("    /*\n", "").replace("    */\n", "")
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.java"
    file.write_text(alive, "utf-8")
    said = ("--name", "Moon", "--product", "Moon Harbour", "--vendor", "Moon Works")
    new = ("new-provider", "moon", str(file), *said, "--url", "https://moon.example/e", "--yes")
    assert orbit.run(*new, "--date", "2021-01-01") == 0
    file.write_text(text, "utf-8")
    add = ("add-revision", "moon", str(file), "--yes", "--date", "2022-01-01")
    assert orbit.run(*add) == 1
    assert orbit.run(*add, "--no-codes", "6") == 0
    assert orbit.check() == 0


def test_a_code_that_has_another_text_now() -> None:
    """Of an old entry that is replaced, only lines are quoted that the new one has not."""
    others = [(4100 + number, f"The dock {number} is late") for number in range(10)]
    entries = [f'  new Fault(\n    {code},\n    "{text}"\n  ),' for code, text in others]
    old = '  /*\n  new Fault(\n    4001,\n    "The dock was busy"\n  ),\n  */'
    new = '  new Fault(\n    4001,\n    "The dock is busy"\n  ),'
    document, result = _read("dock.ts", "\n".join(["const all = [", *entries, old, new, "];"]))
    (problem,) = result.problems
    left_out = replies.applied(document, result, Replies(no_codes=frozenset({problem.line})))
    assert left_out.is_whole
    assert _texts(left_out) == {"4001": "The dock is busy"} | {
        str(code): text for code, text in others
    }


def test_an_old_entry_that_cannot_be_quoted() -> None:
    """Where each line that could be quoted is needed as well, that is said."""
    entries = [
        f"  /// <summary>The dock {number} is late</summary>\n  Late{number} = {4100 + number},"
        for number in range(10)
    ]
    old = "#if false\n  /// <summary>The dock was busy</summary>\n  Busy = 4001,\n#else"
    new = "  /// <summary>The dock is busy</summary>\n  Busy = 4001,\n#endif"
    _, result = _read("dock.cs", "\n".join(["public enum Dock {", *entries, old, new, "}"]))
    (problem,) = result.problems
    assert problem.what.startswith('"4001" stands in what "#if false" leaves out (lines 22-25)')
    assert problem.do == (
        "If it is none, take the whole of it out of the file before it is read: what is needed has"
        " lines that are written alike (24)."
    )


def test_many_macros() -> None:
    """Macros above a macro are code: of many, nothing is left unasked for want of time."""
    lines = [f"#define E_{n} {n} /* Dock {n} is busy */\n" for n in range(1000, 4000)]
    found = sniff.sniff(Document("dock.h", "".join(lines)))
    assert found
    assert (len(found.reading.rows), found.reading.problems) == (3000, ())
