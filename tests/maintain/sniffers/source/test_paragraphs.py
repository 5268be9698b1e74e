"""Constants that begin alike, in groups between blank lines. All are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.doubts.strangers import strangers
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.doubt import Doubt

HEADER = """#define QUAY_VERNUM 0x1400

#define Q_NO_WAIT       0
#define Q_SHORT_WAIT    1
#define Q_EVER          3
/* Allowed waits; see quay_open() below for details */

#define Q_OK            0
#define Q_NEED_PILOT    2
#define Q_TIDE_ERROR   (-2)
#define Q_CRANE_ERROR  (-3)
#define Q_BERTH_ERROR  (-4)

#define Q_NULL  0  /* for initializing */
"""
CODES = {
    "0": "Q_OK",
    "2": "Q_NEED_PILOT",
    "-2": "Q_TIDE_ERROR",
    "-3": "Q_CRANE_ERROR",
    "-4": "Q_BERTH_ERROR",
}


def test_the_group_of_errors() -> None:
    """The group whose names speak of errors is read, and each other one is asked about once."""
    document = Document("quay.h", HEADER)
    found = sniff.sniff(document)
    assert found
    assert {row.code: row.message for row in found.reading.rows} == CODES
    asked = [one for one in found.reading.problems if "another group" in one.what]
    assert [(one.line, one.what) for one in asked] == [
        (3, '"Q_NO_WAIT" and 2 more stand in another group than "Q_OK", and are passed over.'),
        (14, '"Q_NULL" stands in another group than "Q_OK", and is passed over.'),
        (1, '"QUAY_VERNUM" stands in another group than "Q_OK", and is passed over.'),
    ]
    lines = frozenset(one.line for one in found.reading.problems)
    right = replies.applied(document, found.reading, Replies(as_read=lines))
    assert right.is_whole
    more = Replies(as_read=lines - {3}, as_meant=frozenset({3}))
    both = replies.applied(document, found.reading, more)
    assert [row.line for row in both.rows] == [3, 4, 5, 8, 9, 10, 11, 12]


def test_a_new_group() -> None:
    """What a later version has more, in whichever group, is not passed over without a word."""
    found = sniff.sniff(Document("quay.h", HEADER))
    assert found
    new = HEADER + "\n#define Q_TUG 9\n"
    again = sniff.account(Document("quay.h", new), found.reading.options)
    assert [one.line for one in again.problems] == [16]


def test_a_new_constant_of_another_group() -> None:
    """What a later version has more in a group that is passed over is perhaps no code."""
    found = sniff.sniff(Document("quay.h", HEADER))
    assert found
    new = Document(
        "quay.h", HEADER.replace("#define Q_EVER", "#define Q_LONG_WAIT 2\n#define Q_EVER")
    )
    result = sniff.account(new, found.reading.options)
    assert result.is_whole
    (doubt,) = _of_passed(strangers.doubts(new, result))
    assert doubt.what == (
        '"2" stands among constants that are passed over, so it is perhaps no code.'
    )
    assert doubt.quoted == ("#define Q_LONG_WAIT 2",)
    more = HEADER.replace("#define Q_TIDE", "#define Q_FOG_ERROR (-5)\n#define Q_TIDE")
    later = Document("quay.h", more)
    assert not _of_passed(strangers.doubts(later, sniff.account(later, found.reading.options)))


def _of_passed(doubts: Sequence[Doubt]) -> list[Doubt]:
    return [one for one in doubts if "passed over" in one.what]


@pytest.mark.parametrize(
    "group",
    [
        "/* Return codes */\n#define QUAY_OK 0\n#define QUAY_SLOW 1\n#define QUAY_HALF 2\n",
        "#define QUAY_OK 0\n#define QUAY_SLOW 1\n#define QUAY_HALF 2\n/* Error codes. */\n",
        "#define QUAY_R_OK 0\n#define QUAY_R_SLOW 1\n#define QUAY_R_HALF 2\n",
    ],
)
def test_what_says_errors(group: str) -> None:
    """A comment above or below, or R for a reason, says that names alone are those of errors."""
    found = sniff.sniff(Document("quay.h", group))
    assert found
    assert [row.code for row in found.reading.rows] == ["0", "1", "2"]
    assert any("nothing but names" in one.what for one in found.reading.problems)


def test_texts_that_tell_failures() -> None:
    """Of groups with texts, the one is read whose texts tell failures."""
    text = """#define QUAY_BERTH 1 /* The berth is not free */
#define QUAY_CRANE 2 /* The crane is busy */
#define QUAY_TIDE 3 /* The tide is too low */

#define QUAY_SMALL 1 /* A small ship */
#define QUAY_LARGE 2 /* A large ship */
#define QUAY_HUGE 3 /* A huge ship */
"""
    found = sniff.sniff(Document("quay.h", text))
    assert found
    assert [row.line for row in found.reading.rows] == [1, 2, 3]
    (problem,) = found.reading.problems
    assert problem.what.startswith('"QUAY_SMALL" and 2 more stand in another group')


def test_no_group_of_errors() -> None:
    """Where nothing speaks of errors, nothing is taken for codes."""
    text = HEADER.replace("ERROR", "SHIP")
    assert sniff.sniff(Document("quay.h", text)) is None
