"""Badges: at most two words beside a code, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.publish import badges

if TYPE_CHECKING:
    from macros.atlas import Atlas

BADGES = {
    "0": ["success"],
    "101": ["meaning changed"],
    "103": [],
    "104": ["2 meanings"],
    "106": ["back"],
    "109": ["new"],
    "110": ["new"],
    "111": ["dropped"],
    "102": ["misleading text"],
}


@pytest.mark.parametrize("code", BADGES)
def test_badges(golden: Atlas, code: str) -> None:
    """At most two words say what a person must see first: the newest revision's matters alone."""
    review = golden.reviews["orbit"]
    shown = badges.of(review.catalog.by_address[code], review)
    assert [badge.word for badge in shown] == BADGES[code]
    assert all(badge.means for badge in shown)
