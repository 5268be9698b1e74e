"""Headers with several lists of constants, told apart by how names begin. All are invented."""

from __future__ import annotations

import pytest

from macros.maintain import inside, replies, sniff
from macros.maintain.replies import Replies
from macros.maintain.sniffers.source import prefixes
from macros.readers.rows import Document

OTHERS = """#define QUAY_VERSION_MAJOR 2
#define QUAY_VERSION_MINOR 11
#define QUAY_VERSION_PATCH 4

/* How quay_open() waits */
#define QUAY_WAIT_NEVER 0
#define QUAY_WAIT_TIDE 1
#define QUAY_WAIT_EVER 2

#define QUAY_DEFAULT_PORT 4400

int quay_open(const char *name, int port /* 0 for QUAY_DEFAULT_PORT */);
"""
ERRORS = """
#define QUAY_ERROR_BERTH -1 /* The berth is taken */
#define QUAY_ERROR_CRANE -2 /* The crane is busy */
#define QUAY_ERROR_TIDE -3 /* The tide is too low */
"""
TWO = """typedef enum {
  QUAYE_OK,
  QUAYE_BERTH, /* 1 */
  QUAYE_CRANE, /* 2 */
  QUAYE_TIDE,
} QUAYcode;

typedef enum {
  QUAYM_AGAIN = -1,
  QUAYM_OK,
  QUAYM_BAD_SHIP,
} QUAYMcode;
"""


def test_one_list_of_several() -> None:
    """The list of errors alone is read, and all others are one question that names them."""
    document = Document("quay.h", OTHERS + ERRORS)
    found = sniff.sniff(document)
    assert found
    assert [(row.code, row.message) for row in found.reading.rows] == [
        ("-1", "The berth is taken"),
        ("-2", "The crane is busy"),
        ("-3", "The tide is too low"),
    ]
    assert found.reading.options["within"] == ["QUAY_ERROR_"]
    (problem,) = found.reading.problems
    assert problem.line == 1
    assert problem.what == (
        'constants that begin with "QUAY_ERROR_" are read alone; passed over are 3 that begin with'
        ' "QUAY_VERSION_" (line 1), 3 that begin with "QUAY_WAIT_" (line 6) and'
        ' "QUAY_DEFAULT_PORT" (line 10).'
    )
    assert "as in --in QUAY_ERROR_ --in QUAY_VERSION_" in problem.do
    right = replies.applied(document, found.reading, Replies(as_read=frozenset({1})))
    assert right.is_whole
    both = inside.sniffed(document, ["QUAY_ERROR_", "QUAY_WAIT_"])
    assert {row.line for row in both.reading.rows} == {14, 15, 16}
    assert {one.line for one in both.reading.problems} == {6, 7, 8}


@pytest.mark.parametrize(
    ("prefix", "rows"),
    [
        ("QUAYE_", {"0": "QUAYE_OK", "1": "QUAYE_BERTH", "2": "QUAYE_CRANE", "3": "QUAYE_TIDE"}),
        ("QUAYM_", {"-1": "QUAYM_AGAIN", "0": "QUAYM_OK", "1": "QUAYM_BAD_SHIP"}),
    ],
)
def test_each_list_by_itself(prefix: str, rows: dict[str, str]) -> None:
    """Each prefix is a list of its own, and a number in a comment is no text of its code."""
    document = Document("quay.h", TWO)
    guessed = sniff.sniff(document)
    assert guessed
    assert guessed.reading.options["within"] == ["QUAYE_"]
    assert '3 that begin with "QUAYM_" (line 9)' in guessed.reading.problems[-1].what
    found = inside.sniffed(document, [prefix])
    assert {row.code: row.message for row in found.reading.rows} == rows


def test_what_stands_beside() -> None:
    """What stands in the lines or the enum of a list is asked about, whatever it is called."""
    odd = ERRORS.replace(
        "#define QUAY_ERROR_CRANE", "#define QUAY_OK quay(0)\n#define QUAY_ERROR_C"
    )
    found = inside.sniffed(Document("quay.h", OTHERS + odd), ["QUAY_ERROR_"])
    (problem,) = found.reading.problems
    assert problem.what.startswith('"#define QUAY_OK quay(0)" is neither a code')
    enum = TWO.replace("  QUAYE_CRANE", "\n  QUAY_AJAR = 7,\n\n  QUAYE_CRANE")
    read = inside.sniffed(Document("quay.h", enum), ["QUAYE_"])
    assert "QUAY_AJAR" in [row.message for row in read.reading.rows]


def test_one_list_with_several_words() -> None:
    """Names that stand together are one list, however they go on: nothing is asked."""
    text = "".join(
        f"#define QUAYE_{word}_{name} {20 + 3 * at + place} /* The {name} is {word} */\n"
        for at, word in enumerate(("BAD", "NO", "OLD"))
        for place, name in enumerate(("BERTH", "CRANE", "SHIP"))
    )
    found = sniff.sniff(Document("quay.h", text))
    assert found
    assert found.reading.is_whole
    assert len(found.reading.rows) == 9


def test_the_longest_list_of_errors() -> None:
    """Lists of errors come first, by their names, and the longest of these before all others."""
    more = "".join(f"#define ERRINFO_{at} {at} /* It is {at} */\n" for at in range(10, 15))
    lines = f"{OTHERS}{ERRORS}\n{more}".split("\n")
    found = prefixes.lists(lines, prefixes.constants(lines))
    assert [(one.prefix, len(one.lines), one.is_of_errors) for one in found] == [
        ("ERRINFO_", 5, True),
        ("QUAY_ERROR_", 3, True),
        ("QUAY_VERSION_", 3, False),
        ("QUAY_WAIT_", 3, False),
    ]


def test_a_longer_block_of_errors() -> None:
    """Where a block called as one of errors is longer, a list by its prefix is not read for it."""
    names = "".join(f"  QUAY_{name},\n" for name in ("A_SHIP", "B_SHIP", "C_SHIP", "D_SHIP"))
    text = f"#include <quay.h>\n\nenum quay_errors {{\n{names}}};\n\n#define SHIP_KIND 7\n{ERRORS}"
    found = sniff.sniff(Document("quay.h", text))
    assert found is None or "within" not in found.reading.options
