"""Regular expressions in linear time: they find what `re` finds, and never take long."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from macros.readers.linear import Budget, Expression, TooMuchError, UnsupportedError

SIGNS = "ab1_ \n"
ATOMS = st.sampled_from(
    [
        *("a", "b", "1", ".", "[ab]", "[^a]", "[a-b1]", " ", "\n", "^", "$"),
        *(r"\d", r"\s", r"\w", r"\W", r"\b", "(?i:A)", "(?s:.)", "(?i:[^B])"),
    ]
)


def _joined(parts: list[str]) -> str:
    return "".join(parts)


PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(_joined),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=500)
@given(PATTERNS, PATTERNS, st.text(SIGNS, max_size=12))
def test_it_finds_what_re_finds(first: str, second: str, text: str) -> None:
    """For any expression and text the named groups are those that `re` finds in whole lines."""
    pattern = f"(?P<one>{first})(?P<two>{second})?"
    expected = re.compile(rf"(?:{pattern})(?=\n|\Z)", re.ASCII | re.MULTILINE).match(text)
    try:
        found = Expression(pattern).match(text, 0, len(text), Budget(10**6))
    except UnsupportedError:
        reject()
    if expected is None or found is None:
        assert expected is None
        assert found is None
        return
    assert found[""] == expected.span(), (pattern, text)
    for name in ("one", "two"):
        assert found.get(name, (-1, -1)) == expected.span(name), (pattern, text)


@pytest.mark.parametrize("pattern", ["(a+)*b", "(a|a)*b", ".*.*.*.*b", "(a|ab)*(a+)+c"])
def test_no_expression_takes_long(pattern: str) -> None:
    """What `re` would need years for takes steps by the length of expression and text alone."""
    budget = Budget(10**6)
    assert Expression(pattern).match("a" * 2000, 0, 2000, budget) is None
    assert budget.left > 10**6 - 2000 * 40


def test_the_budget_ends() -> None:
    """Where all steps are spent, matching ends."""
    with pytest.raises(TooMuchError):
        Expression("a*b").match("a" * 100, 0, 100, Budget(50))


@pytest.mark.parametrize("pattern", [r"(a)\1", "(?=a)b", "(?<!a)b", "(?:a{50}){90}", "(a?)*"])
def test_what_would_take_long_is_refused(pattern: str) -> None:
    """References, looking ahead and behind, huge and empty repeats are refused."""
    with pytest.raises(UnsupportedError):
        Expression(pattern)


def test_a_group_is_read_as_something_else() -> None:
    """A named group can be matched by another expression than its own."""
    expression = Expression("(?P<code>[0-9]{3}): (?P<message>.*)", {"code": "[a-z]+"})
    found = expression.match("abc: gone", 0, 9, Budget(1000))
    assert found == {"": (0, 9), "code": (0, 3), "message": (5, 9)}
    assert expression.match("100: gone", 0, 9, Budget(1000)) is None
