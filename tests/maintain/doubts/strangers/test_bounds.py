"""Constants that are called as the ends of a range of codes. All are invented."""

from __future__ import annotations

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = """#define KX_ERR_FIRST 1000 /* First error of docks */
#define KX_ERR_BUSY 1000 /* The dock is busy */
#define KX_ERR_GONE 1001 /* The dock is gone */
#define KX_ERR_SHUT 1002 /* The dock is shut */
#define KX_ERR_LATE 1003 /* The ship is late */
#define KX_ERR_LAST 1099 /* Last error of docks */
"""


def _asked(text: str) -> list[str]:
    found = sniff.sniff(Document("dock.h", text))
    assert found
    return [one.what for one in found.reading.problems]


def test_ends_are_one_question() -> None:
    """All ends of ranges are asked about at once, and are no codes where that is said."""
    document = Document("dock.h", TEXTS)
    found = sniff.sniff(document)
    assert found
    (problem,) = found.reading.problems
    assert problem.what == (
        '"1000" and 1 more are called "KX_ERR_FIRST" and "KX_ERR_LAST", as the ends of a range or a'
        " count of codes, so they are perhaps no codes."
    )
    none = replies.applied(document, found.reading, Replies(no_codes=frozenset({1})))
    assert none.is_whole
    assert [row.code for row in none.rows] == ["1000", "1001", "1002", "1003"]


def test_ends_without_a_text() -> None:
    """Of names alone, ends are the first and the last one, and those with another's number."""
    text = "".join(f"{line.partition('/*')[0]}\n" for line in TEXTS.splitlines())
    alone, ends = _asked(text)
    assert alone.startswith("nothing but names says what these codes mean")
    assert ends.startswith('"1000" and 1 more are called "KX_ERR_FIRST" and "KX_ERR_LAST"')


def test_errors_at_an_end() -> None:
    """What is called so and says what failed is an error: nothing is asked."""
    text = TEXTS.replace("First error of docks", "The stream is broken")
    text = text.replace("KX_ERR_FIRST 1000", "KX_ERR_STREAM_END 999")
    text = text.replace("Last error of docks", "The count is wrong")
    assert _asked(text.replace("KX_ERR_LAST", "KX_ERR_COUNT")) == []


def test_a_failure_that_counts() -> None:
    """A name with a word for a failure is that of an error, whatever its last word is."""
    text = TEXTS.replace("KX_ERR_FIRST 1000", "KX_ERR_INVALID_COUNT 999")
    assert _asked(text.replace("KX_ERR_LAST", "KX_ERR_CANNOT_START")) == []
