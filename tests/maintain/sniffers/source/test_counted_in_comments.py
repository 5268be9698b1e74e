"""Enums whose comments count their names, or that have none. All are invented."""

from __future__ import annotations

from macros.maintain import sniff
from macros.readers.rows import Document

ENUM = """typedef enum {
  QUAY_E_BERTH = 1, /* 1 */
  QUAY_E_CRANE = 2, /* 2 */
  QUAY_E_TIDE = 3, /* 3 - the tide */
} quay_errors;
"""


def test_a_number_is_no_text() -> None:
    """A comment that is the number of a code is not its text: the name alone is, which is asked."""
    found = sniff.sniff(Document("quay.h", ENUM))
    assert found
    assert [(row.code, row.message) for row in found.reading.rows] == [
        ("1", "QUAY_E_BERTH"),
        ("2", "QUAY_E_CRANE"),
        ("3", "QUAY_E_TIDE"),
    ]
    (problem,) = found.reading.problems
    assert problem.what.startswith("nothing but names says what these codes mean")


def test_a_number_is_no_text_of_a_key() -> None:
    """Names with numbers behind a sign are no codes with these as texts."""
    text = ENUM.replace("QUAY_E_", "QUAY_").replace("quay_errors", "quay_ships")
    assert sniff.sniff(Document("quay.h", text)) is None
