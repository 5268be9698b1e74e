"""Differences: the words of two texts that stay, go and come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.review.differences import differences, replaced

WORDS = st.lists(
    st.sampled_from(["a", "an", "1,000", "kf_account", "(b)", ".", "\n", " ", "doesn't", "“c”"]),
    max_size=12,
).map("".join)


@given(WORDS | st.text(), WORDS | st.text())
def test_both_texts_are_whole(before: str, after: str) -> None:
    """Without what came it is the first text, without what went the second, to the character."""
    pieces = differences(before, after)
    assert "".join(one.text for one in pieces if one.kind != "added") == before
    assert "".join(one.text for one in pieces if one.kind != "removed") == after
    assert all(one.text for one in pieces)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Size is 500KB", "Size is 500KB", "Size is 500KB"),
        ("up to 1,000 characters", "up to 1,300 characters", "up to -1,000-+1,300+ characters"),
        ("It doesn't exist.", "It doesn not exist.", "It -doesn't-+doesn not+ exist."),
        ("Busy (full)", "Busy(full)", "Busy- -(full)"),
        ("Unknown status", "Length of the message", "-Unknown status-+Length of the message+"),
        ("", "new", "+new+"),
        # White space between two changes is a part of both; before and behind them it stays.
        ("dock busy all is well", "pier shut all is well", "-dock busy-+pier shut+ all is well"),
        ("all is well dock busy", "all is well pier shut", "all is well -dock busy-+pier shut+"),
        (" dock is well now", " pier is well now", " -dock-+pier+ is well now"),
        ("all is well dock ", "all is well pier ", "all is well -dock-+pier+ "),
    ],
)
def test_words(before: str, after: str, shown: str) -> None:
    """Words are never cut, and texts with little in common are not picked apart."""
    signs = {"same": "", "removed": "-", "added": "+"}
    marked = [f"{signs[one.kind]}{one.text}{signs[one.kind]}" for one in differences(before, after)]
    assert "".join(marked) == shown


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        # Two words of five are kept, and one of three.
        ("the dock is shut", "the gate of dock two", False),
        ("dock shut now", "gate of dock", True),
        # Four words of ten, and three.
        ("a b c d 1 2 3 4 5 6", "a b c d 7 8 9 10 11 12", False),
        ("a b c 0 1 2 3 4 5 6", "a b c 7 8 9 10 11 12 13", True),
        # What stands on is counted in words, however long they are, and signs are none.
        ("unsubstantiated, no", "unsubstantiated, a b c d e", True),
        ("(a): (b): (c)", "(d): (e): (f)", True),
        # Where words only came or went, the rest is what it was.
        ("shut", "shut until the harbour master comes", False),
        ("shut until the harbour master comes", "shut", False),
        ("", "shut", False),
        ("shut", "", False),
        ("shut", "shut", False),
        ("!", "?", True),
    ],
)
def test_replaced(before: str, after: str, shown: bool) -> None:  # noqa: FBT001 - a line of a table
    """A text is replaced where fewer than two of five words of the longer one are kept."""
    pieces = differences(before, after)
    assert replaced(pieces) is shown
    if shown:
        assert [one.text for one in pieces] == [before, after]
