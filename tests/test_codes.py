"""Codes: their order, and what they have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import codes

PRINTED = st.from_regex(r"[A-Za-z0-9._-]{1,8}", fullmatch=True)


def test_order() -> None:
    """Codes stand by letters, absolute number, unsigned before signed, printed form."""
    expected = [
        "0", "-1", "4", "0010", "10", "-10", "1000", "3016", "-3016", "E9", "E900", "F1",
    ]  # fmt: skip
    shuffled = sorted(expected, key=hash)
    assert sorted(shuffled, key=codes.order) == expected


def test_order_of_other_forms() -> None:
    """Hexadecimal codes stand by their value, dotted ones by each number in turn."""
    assert sorted(["0x1F", "0x9", "0x10"], key=codes.order) == ["0x9", "0x10", "0x1F"]
    assert sorted(["1.10.1", "1.2.9", "1.2"], key=codes.order) == ["1.2", "1.2.9", "1.10.1"]


@given(st.lists(PRINTED, unique=True))
def test_order_is_total(printed: list[str]) -> None:
    """No two different codes are equal in the order, so that it never depends on chance."""
    assert len({codes.order(code) for code in printed}) == len(printed)


@pytest.mark.parametrize(
    ("code", "same"), [("-3016", "3016"), ("3016", "3016"), ("e915", "E915"), ("--1", "-1")]
)
def test_unsigned(code: str, same: str) -> None:
    """A code without its minus is what it has in common with its twin; letters are capitals."""
    assert codes.unsigned(code) == same


@pytest.mark.parametrize(
    ("code", "bare"),
    [("0x0F", "0xf"), ("0XF", "0xf"), ("-0x00Ab", "-0xab"), ("0x0", "0x"), ("0x00", "0x")],
)
def test_bare_hexadecimal(code: str, bare: str) -> None:
    """All forms of one number are one, whatever their capitals and zeros."""
    assert codes.bare_hexadecimal(code) == bare
