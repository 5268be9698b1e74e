"""Opposites: words that one text has instead of another's."""

from __future__ import annotations

import pytest

from macros.review.opposites import opposed

OPPOSED = [
    ("long", "short"),
    ("before", "after"),
    ("valid", "invalid"),
    ("unable", "able"),
    ("width", "height"),
    ("five", "nine"),
    ("sender", "recipient"),
    ("old ship created", "rusty ships deleted"),
]
NOT_OPPOSED = [
    ("", ""),
    ("long", ""),
    ("long", "before"),
    ("delete", "removed"),
    ("receiver", "recipient"),
    ("dock", "harbour"),
]


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_opposed(one: str, other: str) -> None:
    """Words that exclude each other are found on either side, among others."""
    assert opposed({*one.split()}, {*other.split()})
    assert opposed({*other.split()}, {*one.split()})


@pytest.mark.parametrize(("one", "other"), NOT_OPPOSED)
def test_not_opposed(one: str, other: str) -> None:
    """Words that may stand for each other, or have nothing to do with each other, are none."""
    assert not opposed({*one.split()}, {*other.split()})
    assert not opposed({*other.split()}, {*one.split()})
