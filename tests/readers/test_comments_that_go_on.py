"""Comments behind constants that go on in comments of their own. All are invented."""

from __future__ import annotations

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

TEXT = """#define QUAY_OK 0           /* All is well */
#define QUAY_BERTH_ERR 1    /* The berth was taken by a ship */
                            /* that had not asked for it */
                            /* before it came */
#define QUAY_CRANE_ERR 2    /* The crane is busy */
#define QUAY_TIDE_ERR 3     /* The tide is too low */
/* What follows is for pilots */
#define QUAY_PILOT_ERR 4    /* No pilot is on duty */
"""
SAID = "The berth was taken by a ship that had not asked for it before it came"


def test_a_comment_is_read_whole() -> None:
    """A comment that goes on below, deeper than its constant, is one text; another one is none."""
    found = sniff.sniff(Document("quay.h", TEXT))
    assert found
    assert found.reading.is_whole
    assert [row.message for row in found.reading.rows] == [
        "All is well",
        SAID,
        "The crane is busy",
        "The tide is too low",
        "No pilot is on duty",
    ]


def test_a_comment_is_not_cut() -> None:
    """By an `entry` of one line, it is refused, unless what stands below it is no part of it."""
    lines = TEXT.split("\n")
    document = Document("quay.h", "\n".join([*lines[:2], *lines[4:]]))
    found = sniff.sniff(document)
    assert found
    assert found.reading.is_whole
    later = Document("quay.h", TEXT)
    (problem,) = reading.read(later, found.reading.options).problems
    assert (problem.line, problem.what) == (
        2,
        'the comment behind the code "1" goes on in "/* before it came */".',
    )
    prose = ["/* that had not asked for it */", "/* before it came */"]
    assert problem.ways.none == {"prose": tuple(prose)}
    passed = reading.read(later, {**found.reading.options, "prose": prose})
    assert passed.is_whole
    assert passed.rows[1].message == "The berth was taken by a ship"


def test_two_comments_are_no_text() -> None:
    """Two comments that `entry` takes for one text are refused, with the way to say them."""
    options = {
        "format": "pattern",
        "code_set": "api",
        "pattern": "[0-9]",
        "entry": r"#define \w+ (?P<code>[0-9])\s+/\*\s*(?P<message>.*?)\s*\*/",
    }
    line = "#define QUAY_TIDE_ERR 3 /* The tide is low */ /* since 2.0 */"
    read = reading.read(Document("quay.h", f"{line}\n"), options)
    assert not read.rows
    (problem,) = read.problems
    assert (problem.line, problem.what) == (
        1,
        '"The tide is low */ /* since 2.0" of the code "3" has the marks of a comment in it.',
    )
    assert problem.ways.rows == ((line, "3"),)
