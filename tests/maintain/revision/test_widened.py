"""Codes of a new form in source code are taken in as printed, with their sign, and asked about."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.revision import fit
from macros.readers.rows import Document

BEFORE = [
    ("OK", "0", "no error"),
    ("NO_DOCK", "1", "dock is unknown"),
    ("BUSY", "2", "dock is busy"),
    ("LONG", "3", "ship is too long"),
    ("NO_LICENCE", "-20", "captain has no licence"),
    ("EXPIRED", "-19", "licence has expired"),
]


def _enum(entries: list[tuple[str, str, str]]) -> Document:
    lines = [f"    HB_{name} = {code},  /**< {text} */" for name, code, text in entries]
    return Document("docks.h", "\n".join(["typedef enum {", *lines, "} hb_err_t;", ""]))


@pytest.mark.parametrize("code", ["-18", "-7", "-120", "45", "4000"])
def test_a_number_more(code: str) -> None:
    """A number of another form is read as printed, minus and all, and each is asked about."""
    sniffed = sniff.sniff(_enum(BEFORE))
    assert sniffed
    known = {"api": {code: {text} for _, code, text in BEFORE}}
    later = [*BEFORE, ("SUSPENDED", code, "licence is suspended")]
    found = fit.fit(_enum(later), sniffed.reading.options, known)
    assert found.reading.problems == ()
    assert [(row.code, row.message) for row in found.reading.rows] == [
        (number, text) for _, number, text in later
    ]
    (told,) = found.changes
    assert told.startswith(f"the pattern takes in {code} too: ")
    (doubt,) = found.doubts
    assert doubt.startswith(
        f'a wider pattern? "{code}" in line 8 is not of the pattern before, "-19|-20|[0-9]".'
    )


def test_a_number_of_the_same_form() -> None:
    """One that the pattern has is not asked about."""
    sniffed = sniff.sniff(_enum(BEFORE))
    assert sniffed
    known = {"api": {code: {text} for _, code, text in BEFORE}}
    later = [*BEFORE, ("SUSPENDED", "4", "licence is suspended")]
    found = fit.fit(_enum(later), sniffed.reading.options, known)
    assert (found.doubts, found.reading.rows[-1].code) == ((), "4")


def test_an_item_with_quotation_marks() -> None:
    """A code of another form is known whatever signs the line of its item has."""
    lines = [f"- `40{end:02}`: Dock {end} is busy" for end in range(1, 6)]
    before = Document("docks.md", "\n".join(["# Errors", "", *lines, ""]))
    sniffed = sniff.sniff(before)
    assert sniffed
    known = {"api": {row.code: {row.message} for row in sniffed.reading.rows}}
    later = Document("docks.md", "\n".join([before.text + '- `E7`: The dock "north" is shut', ""]))
    found = fit.fit(later, sniffed.reading.options, known)
    assert found.reading.problems == ()
    last = found.reading.rows[-1]
    assert (last.code, last.message) == ("E7", 'The dock "north" is shut')
    (doubt,) = found.doubts
    assert doubt.startswith('a wider pattern? "E7" in line 8 is not of the pattern before')
