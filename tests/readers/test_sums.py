"""Numbers that are written as sums of constants. All are invented."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers import sums
from macros.readers.rows import Document

BASES = "#define AREA 0x80\nstatic final int BASE = 4_000;\nconst OTHER = BASE + 500;\n"
WRITTEN = {
    "BUSY = BASE + 1, // The dock is busy": "BUSY = 4001, // The dock is busy",
    "BUSY = Docks.BASE - 1": "BUSY = 3999",
    "BUSY: OTHER + 1,": "BUSY: 4501,",
    "const BUSY: i32 = -(BASE + 1);": "const BUSY: i32 = -4001;",
    'BUSY(BASE + 1, "The dock is busy"),': 'BUSY(4001, "The dock is busy"),',
    "GONE = BASE;": "GONE = 4000;",
    "#define GONE (AREA + 1) /* The dock is gone */": "#define GONE 0x81 /* The dock is gone */",
    "#define GONE ((AREA << 8) | 2)": "#define GONE 0x8002",
    "BUSY = AREA << 8 | 0x0F": "BUSY = 0x800F",
}
# What means different things in different languages, stands for bits, or is not known.
LEFT = [
    "BUSY = BASE + 1 | 2,",
    "BUSY = BASE << 2 + 1,",
    "BUSY = BASE + 010,",
    "BUSY = BASE * 2,",
    "BUSY = BASE + more,",
    "BUSY = BASE + twice,",
    "RED = 1 << 3,",
    "BOTH = BASE | AREA,",
    "LOOP = LOOP + 1,",
    "BUSY = BASE << 4000,",
    "BUSY = 4001, // BASE + 1",
    " * BUSY = BASE + 1",
    "if (place < BASE) return BASE + 1;",
]


@pytest.mark.parametrize("line", WRITTEN)
def test_written(line: str) -> None:
    """A sum of constants that the document has is exchanged for its number, and nothing else."""
    assert sums.written(f"{BASES}{line}").split("\n")[-1] == WRITTEN[line]


@pytest.mark.parametrize("line", LEFT)
def test_left(line: str) -> None:
    """What nobody can tell, and what is no sum, stays as it is written."""
    before = f"{BASES}twice = 1\ntwice = 2\n"
    assert sums.written(f"{before}{line}").split("\n")[-1] == line


def test_shifts_of_numbers_alone() -> None:
    """Where other numbers are hexadecimal, the result of a sum without a name may be, too."""
    line = "BUSY = 1 << 8 | 1"
    assert sums.written(line) == "BUSY = 257"
    assert sums.written(f"GONE = 0x20\n{line}") == f"GONE = 0x20\n{line}"


ENUM = """enum HarbourError {
    /** The dock is busy */
    BUSY = HARBOUR_BASE + 1,
    /** The dock is gone */
    GONE = HARBOUR_BASE + 2,
    /** The dock is shut */
    SHUT = HARBOUR_BASE + 10,
    /** The ship is late */
    LATE,
}
"""


def test_offsets_are_read() -> None:
    """Codes that are offsets of a constant are read; it is asked once whether that is a code."""
    document = Document("harbour.ts", f"const HARBOUR_BASE = 6000;\n{ENUM}")
    found = sniff.sniff(document)
    assert found
    (problem,) = found.reading.problems
    assert problem.line == 1
    none = replies.applied(document, found.reading, Replies(no_codes=frozenset({1})))
    assert none.is_whole
    assert {row.code: row.message for row in none.rows} == {
        "6001": "The dock is busy",
        "6002": "The dock is gone",
        "6010": "The dock is shut",
        "6011": "The ship is late",
    }
    assert (none.options["sums"], none.options["counts_on"]) == ("true", "true")


def test_offsets_of_nothing_that_is_known() -> None:
    """Without the number of the base no code is taken."""
    found = sniff.sniff(Document("harbour.ts", ENUM))
    assert not found or {row.code for row in found.reading.rows}.isdisjoint({"1", "2", "10"})


def test_an_option_without_a_use() -> None:
    """The option is refused where no number is a sum."""
    options = {
        "format": "pattern",
        "code_set": "api",
        "pattern": "[0-9]{4}",
        "entry": r"(?P<name>\w+) = (?P<code>[0-9]+)",
        "sums": "true",
    }
    (problem,) = reading.read(Document("dock.py", "BUSY = 4001\n"), options).problems
    assert problem.what == "no number in this document is a sum of constants that it has."


@pytest.mark.parametrize("line", ["a = b{}}}", "a: {}a", "a({}}}", "#define a {}b + "])
def test_long_lines(line: str) -> None:
    """A line of much space or many names takes no longer than its length."""
    text = "\n".join(
        [line.format(" " * 400), line.format("a: " * 130), line.format("(" * 400)] * 50
    )
    assert sums.written(text) == text
