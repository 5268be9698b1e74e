"""Constants with comments of another kind, beside those that are read. All are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document import reading

ABOVE = "".join(
    f"/* The dock is {what} */\n#define E{what.upper()} (-{number})\n"
    for number, what in enumerate(("busy", "gone", "closed", "lost"), start=1)
)
OTHERS = "#define OK 0 /* All is well */\n#define SLOW 101 /* The ship is slow */\n"
GAP = "\n#include <ships.h>\n\n"  # what stands nearer has the pattern of the codes
CODES = ["-1", "-2", "-3", "-4"]


def _read(text: str) -> tuple[Document, reading.Reading]:
    document = Document("dock.h", text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def test_a_list_with_other_comments() -> None:
    """It is asked about; as meant, its codes are rows, and as none, its lines are passed over."""
    document, result = _read(OTHERS + GAP + ABOVE)
    (problem,) = result.problems
    assert problem.line == 1
    assert problem.what == (
        '"0", "All is well" and 1 more are written as the codes that are read, with a comment of'
        " another kind, and are passed over."
    )
    one = frozenset({1})
    meant = replies.applied(document, result, Replies(as_meant=one))
    assert meant.is_whole
    assert [(row.code, row.message) for row in meant.rows[:2]] == [
        ("0", "All is well"),
        ("101", "The ship is slow"),
    ]
    assert [row.code for row in meant.rows[2:]] == CODES
    none = replies.applied(document, result, Replies(no_codes=one))
    assert none.is_whole
    assert [row.code for row in none.rows] == CODES


def test_a_comment_above() -> None:
    """A single one is asked about, too, where others have their comments behind them."""
    behind = "".join(
        f"#define E{what.upper()} (-{number}) /* The dock is {what} */\n"
        for number, what in enumerate(("busy", "gone", "closed", "lost"), start=1)
    )
    _, result = _read(f"/* All is well */\n#define OK 0\n{GAP}{behind}")
    (problem,) = result.problems
    assert problem.line == 2
    assert problem.what == (
        '"0", "All is well" is written as the codes that are read, with a comment of another kind,'
        " and is passed over."
    )
    document = Document("dock.h", f"/* All is well */\n#define OK 0\n{GAP}{behind}")
    meant = replies.applied(document, result, Replies(as_meant=frozenset({2})))
    assert meant.is_whole
    assert [row.code for row in meant.rows] == ["0", *CODES]
    assert meant.rows[0].message == "All is well"


@pytest.mark.parametrize(
    "others",
    [
        "#define MAX_SHIPS 100 /* How many ships can be docked */\n",
        "#define TIMEOUT_MS 30 /* Seconds to wait */\n",
        "#define STATE_NEW 1 /* A new ship */\n",
        "#define DOCK_H 1\n",
        "#define SLOW 101 /* slow */\n",
        "#define SHIP(a, b) 101 /* The ship is slow */\n",
    ],
)
def test_not_asked(others: str) -> None:
    """Settings, states, and what has no text or another form, are no question."""
    _, result = _read(others + GAP + ABOVE)
    assert result.problems == ()
    assert [row.code for row in result.rows] == CODES


def test_names_that_begin_alike() -> None:
    """Comments above the codes do not hide what their names have in common."""
    text = "#define A_SLOW 101\n" + GAP + ABOVE.replace("#define ", "#define A_")
    _, result = _read(text)
    (problem,) = result.problems
    assert problem.line == 1
    assert "begins as the entries do, and is none of them" in problem.what
    assert [row.code for row in result.rows] == CODES
