"""The pattern of codes: what it takes in, and what it does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.maintain.document.shapes import looks_like_a_code, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["-1001", "-1002", "-9999", "0", "4"], "0|4|-[0-9]{4}"),
        (["1000", "2001", "E915", "E100"], "[0-9]{4}|E[0-9]{3}"),
        (["0x80040154", "0x8004A154"], "0x[0-9A-F]{8}"),
        (["80040154", "8004A154"], "[0-9A-F]{8}"),
        (["0010", "0011", "0200"], "[0-9]{4}"),
        ([str(number) for number in range(1, 200)], "[0-9]{1,3}"),
        (["-1", "0", "40001", "40002", "9001001"], "0|-1|[0-9]{5}|[0-9]{7}"),
        (["ORDER_NOT_FOUND", "OK", "DUPLICATE"], "[A-Z]+(?:_[A-Z]+)*"),
        (["Dock.Busy", "Internal"], r"[A-Za-z]+(?:\.[A-Za-z]+)*"),
        (["1.10.2", "1.1.3"], r"[0-9]\.[0-9]{1,2}\.[0-9]"),
        (["A101", "A102", "A103", "B201", "B202", "B203"], "[AB][0-9]{3}"),
        (["AB-101", "CD-102"], "[A-Z]{2}-[0-9]{3}"),
    ],
)
def test_patterns(codes: Sequence[str], expected: str) -> None:
    """Codes of one shape become one piece; a short one that stands alone is written out."""
    assert pattern(codes) == expected


@given(
    st.lists(st.from_regex(r"-?[0-9]{1,6}|[A-Z]{1,3}[-_.]?[0-9]{1,4}", fullmatch=True), min_size=1)
)
def test_every_code_matches(codes: list[str]) -> None:
    """The pattern of some codes matches each of them, and not nothing."""
    found = re.compile(pattern(codes), re.ASCII)
    assert all(found.fullmatch(code) for code in codes)
    assert not found.fullmatch("")


@pytest.mark.parametrize("text", ["0", "-3016", "E915", "0x1F", "DOCK_BUSY", "A.B", "\uff14\uff10"])
def test_codes(text: str) -> None:
    """What some provider prints as a code looks like one."""
    assert looks_like_a_code(text)


@pytest.mark.parametrize(
    "text", ["", "Dock", "busy", "Dock is busy", "1 2", "0~4", "true", "9" * 70]
)
def test_no_codes(text: str) -> None:
    """Words, sentences and ranges do not look like codes."""
    assert not looks_like_a_code(text)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["CNOR", "DNOR", "UPAY"], "[A-Z]{4}"),
        (["CNOR", "DNOR", "FOCR", "AM01", "AC04"], "[A-Z]{2}[0-9]{2}|[A-Z]{4}"),
        (["BUSY", "GONE", "CLOSED"], "[A-Z]+"),
        (["busy", "gone", "lost"], "[a-z]+"),
    ],
)
def test_words_of_one_length(codes: list[str], expected: str) -> None:
    """Codes that are capitals alone, all of one length, are no other words in capitals."""
    assert pattern(codes) == expected


def test_words() -> None:
    """Names of several words get no pattern that a single word of a sentence has."""
    humped = "[A-Za-z]*[a-z][A-Z][A-Za-z]*"
    assert pattern(["DockBusy", "DockGone"]) == humped
    joined = r"[A-Za-z]+(?:\.[A-Za-z]+)+"
    assert pattern(["DockBusy", "DockGone", "Forbidden"]) == f"Forbidden|{humped}"
    assert pattern(["DockBusy", "Dock.Gone"]) == f"{joined}|{humped}"
    assert pattern(["Busy", "Dock.Gone"]) == r"[A-Za-z]+(?:\.[A-Za-z]+)*"
    assert pattern(["dock.busy", "dock.gone"]) == r"[a-z]+(?:\.[a-z]+)+"


@pytest.mark.parametrize("text", ["v1.0", "v2", "v2025.1.3"])
def test_versions(text: str) -> None:
    """The version of a page is no code; a letter with a number is one elsewhere."""
    assert not looks_like_a_code(text)
    assert looks_like_a_code("E2")
