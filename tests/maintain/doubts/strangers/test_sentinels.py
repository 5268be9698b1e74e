"""Constants that a program has for no code, or for one that it does not know. All are invented."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

JAVA = """public enum QuayError {
    OK(0, "No error"),
    BERTH_TAKEN(101, "The berth is taken"),
    CRANE_BUSY(102, "The crane is busy"),
    TIDE_TOO_LOW(103, "The tide is too low"),
    HARBOUR_SHUT(104, "The harbour is shut");
}
"""
HEADER = """enum quay_error {
    QUAY_ERR_BERTH = 1, /* the berth is taken */
    QUAY_ERR_CRANE = 2, /* the crane is busy */
    QUAY_ERR_TIDE = 3, /* the tide is too low */
    QUAY_ERR_SHUT = 4, /* the harbour is shut */
};
"""


def _java(constant: str) -> Document:
    return Document(
        "QuayError.java", JAVA.replace("    CRANE_BUSY", f"    {constant},\n    CRANE_BUSY")
    )


def _header(constant: str) -> Document:
    return Document("quay.h", HEADER.replace("};", f"    {constant}\n}};"))


def _asked(document: Document) -> list[tuple[int, str]]:
    found = sniff.sniff(document)
    assert found
    return [(one.line, one.what) for one in found.reading.problems]


@pytest.mark.parametrize(
    ("constant", "code", "name"),
    [
        ('UNKNOWN(-999, "Unknown")', "-999", "UNKNOWN"),
        ('UNKNOWN_ERROR(-1, "An unknown error occurred")', "-1", "UNKNOWN_ERROR"),
        ('NONE(-1, "Nothing happened so far")', "-1", "NONE"),
        ('UNDEFINED(99999, "The server said something else")', "99999", "UNDEFINED"),
        ('INVALID_CODE(2147483647, "Invalid code")', "2147483647", "INVALID_CODE"),
    ],
)
def test_sentinels_far_from_all_codes(constant: str, code: str, name: str) -> None:
    """A constant called as one of no code is asked about if its number is far from all others."""
    what = (
        f'"{code}" is called "{name}", as what a program has for no code or an unknown one, so it'
        " is perhaps no code."
    )
    assert _asked(_java(constant)) == [(4, what)]


def test_both_answers() -> None:
    """What is asked is no code, or is one, where that is said."""
    document = _java('UNKNOWN(-999, "Unknown")')
    found = sniff.sniff(document)
    assert found
    none = replies.applied(document, found.reading, Replies(no_codes=frozenset({4})))
    assert none.is_whole
    assert [row.code for row in none.rows] == ["0", "101", "102", "103", "104"]
    right = replies.applied(document, found.reading, Replies(as_read=frozenset({4})))
    assert right.is_whole
    assert right.rows[2].code == "-999"


def test_zero_without_a_text_of_its_own() -> None:
    """Zero is asked about where it is called unknown and its text says no more."""
    ((line, what),) = _asked(_header("QUAY_ERR_UNSPECIFIED = 0 /* unspecified */"))
    assert (line, what.partition(",")[0]) == (6, '"0" is called "QUAY_ERR_UNSPECIFIED"')


def test_texts_that_say_it() -> None:
    """A text that calls a constant so is asked about, as is an unknown error of a map."""
    ((_, what),) = _asked(_header("QUAY_ERR_NEW = 5 /* Placeholder for later */"))
    assert what.startswith('"5" has the text "Placeholder for later", so it is perhaps no code')
    texts = "".join(f'    {number}: "{text}",\n' for number, text in ((-1, "Unknown error"), *MAP))
    ((line, what),) = _asked(Document("quay.py", f"TEXTS = {{\n{texts}}}\n"))
    assert line == 2
    assert what.startswith('"-1" is called "Unknown error", as what a program has for no code')


MAP = ((101, "The berth is taken"), (102, "The crane is busy"), (103, "The tide is too low"))


@pytest.mark.parametrize(
    "constant",
    [
        'UNKNOWN(105, "Unknown error")',
        'UNKNOWN_BERTH(-1, "The berth is unknown")',
        'SYSTEM_BUSY(-1, "The system is busy")',
        'UNKNOWN_ERROR(-1, "The server said something that nobody expected")',
        'OTHER(9999, "Another error occurred")',
        'INVALID_TIDE(99999, "The tide is invalid")',
    ],
)
def test_codes_that_are_some(constant: str) -> None:
    """Among the other codes, or said to be what went wrong, such a constant is a code."""
    assert _asked(_java(constant)) == []


def test_zero_that_is_an_error() -> None:
    """Zero can be an unknown error, if it is called that."""
    assert _asked(_header("QUAY_ERR_UNKNOWN = 0 /* unknown error */")) == []


@pytest.mark.parametrize(
    ("constant", "name"),
    [
        ("QUAY_MAX_ERROR = 5 /* upper bound, not an error */", "QUAY_MAX_ERROR"),
        ("QUAY_ERR__COUNT = 5 /* the number of them */", "QUAY_ERR__COUNT"),
        ("QUAY_NUM_ERRORS = 5 /* total of all errors */", "QUAY_NUM_ERRORS"),
        ("QUAY_ERR_LAST = 5 /* must be last */", "QUAY_ERR_LAST"),
    ],
)
def test_counts_and_ends_that_say_it(constant: str, name: str) -> None:
    """The end of a list is known by its name and text, wherever in its name the word stands."""
    what = (
        f'"5" is called "{name}", as the ends of a range or a count of codes, so it is perhaps no'
        " code."
    )
    assert _asked(_header(constant)) == [(6, what)]


def test_an_end_above_a_sentinel() -> None:
    """Of names alone, the last one before a sentinel is an end, too."""
    text = "".join(f"{line.partition('/*')[0].rstrip()}\n" for line in HEADER.splitlines())
    ends = "    QUAY_ERR_COUNT = 5,\n    QUAY_ERR_FORCE_INT = 0x7fffffff\n};"
    alone, sentinel, count = _asked(Document("quay.h", text.replace("};", ends)))
    assert alone[1].startswith("nothing but names says what these codes mean")
    assert sentinel[1].startswith('"0x7fffffff" is called "QUAY_ERR_FORCE_INT", as what a program')
    assert count[1].startswith('"5" is called "QUAY_ERR_COUNT", as the ends of a range')
