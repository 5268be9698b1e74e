"""Codes as they are printed: alone, several together, somewhere in a text."""

from __future__ import annotations

import pytest

from macros.readers.printed import (
    codes_in_cell,
    holds_a_code,
    is_code,
    is_no_text,
    looks_like_a_range,
    plain,
    says_something,
)

NUMBER = "-?[0-9]{3}"


def test_is_code() -> None:
    """The whole of a text is a code, in full width too; digits are ASCII or their wide forms."""
    assert is_code("100", NUMBER)
    assert is_code("\uff0d\uff11\uff10\uff10", NUMBER)
    assert not is_code("1000", NUMBER)
    assert not is_code(" 100", NUMBER)
    assert is_code("\u0661\u0660\u0660", NUMBER)
    assert not is_code("\u2460\u2461\u2462", NUMBER)


CELLS = {
    "100": ["100"],
    "100, 101": ["100", "101"],
    "100/101\n-102": ["100", "101", "-102"],
    "\uff11\uff10\uff10\u3001101": ["100", "101"],
    "1\u200b00\u2060": ["100"],
    "100 101": [],
    "1,001": [],  # one number, or two codes
    "100,001": ["100", "001"],
    "100, more": [],
    "": [],
}


@pytest.mark.parametrize("text", CELLS)
def test_codes_in_a_cell(text: str) -> None:
    """A cell has a code, or several with clear signs between them, or none."""
    assert codes_in_cell(text, NUMBER) == CELLS[text]


HOLDING = [
    ("see 100", NUMBER, True),
    ("see100x", NUMBER, True),
    ("see 10", NUMBER, False),
    ("OK then", "OK", True),
    ("(OK)", "OK", True),
    ("OKAY", "OK", False),
    ("BROOK", "OK", False),
    ("a\uff2f\uff2b", "OK", False),
    ("\uff2f\uff2b", "OK", True),
    ("", "OK", False),
]


@pytest.mark.parametrize(("text", "pattern", "holds"), HOLDING)
def test_holding_a_code(text: str, pattern: str, holds: bool) -> None:  # noqa: FBT001
    """A code with a digit counts even inside a word; one of letters alone is a word of its own."""
    assert holds_a_code(text, pattern) is holds


@pytest.mark.parametrize(
    ("text", "is_range"),
    [
        *(("100 - 199", True), ("100-199", True), ("100~199", True), ("100 to 199", True)),
        *(("100..199", True), ("100…199", True), ("-100", False), ("100", False)),
        *(("tomorrow", False), ("a-b", False)),
    ],
)
def test_ranges(text: str, is_range: bool) -> None:  # noqa: FBT001
    """A sign or word between two ends makes a range; a minus before a code does not."""
    assert looks_like_a_range(text) is is_range


def test_plain() -> None:
    """Full-width letters, digits and signs become ASCII, as does a minus sign before a number."""
    assert plain("\u22121 2\u22121 \u2212") == "-1 2\u22121 \u2212"
    assert plain("\uff21\uff11\uff5e 码\u3000") == "A1~ 码\u3000"


@pytest.mark.parametrize("text", ["NULL", "N/A", "(none)", "TODO", "tbd", "待定"])
def test_no_text(text: str) -> None:
    """What stands in the place of a text that nobody has written is none."""
    assert is_no_text(text)
    assert not says_something(text)


@pytest.mark.parametrize("text", ["Nothing", "Todo list is full", "None of the docks", "x"])
def test_text(text: str) -> None:
    """A text that begins with such a word is one."""
    assert says_something(text)
