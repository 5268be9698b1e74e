"""Expressions that are asked only of some texts: they find what they would find in all."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from macros import atlas
from macros.review import rules
from macros.review.rules.expression import Expression
from tests.review.rules import planted
from tests.review.rules.test_rules import MESSAGES

DATA = Path(__file__).resolve().parents[3] / "data"
EXPRESSIONS = {
    f"{module.name}.{name}": value
    for module in iter_modules(rules.__path__)
    for name, value in vars(import_module(f"{rules.__name__}.{module.name}")).items()
    if isinstance(value, Expression)
}


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """All messages of the real documents, and invented ones with a fault each."""
    rows = (
        row
        for code in atlas.load(DATA).codes
        for listing in code.listings
        for row in listing.all_rows
    )
    documents = [text for listed in planted.FOUND.values() for lines in listed for text in lines]
    messages = [message for _, message, _ in MESSAGES]
    return [*(row.message for row in rows), *documents, *messages, "It cannot not exist"]


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_no_match_is_lost(name: str, texts: list[str]) -> None:
    """Whatever the pattern of a rule matches has one of the words that the rule says it needs."""
    expression = EXPRESSIONS[name]
    matching = [text for text in texts if expression.pattern.search(text)]
    assert matching, "some text shows the pattern"
    assert [text for text in texts if expression.search(text)] == matching
    for text in (*matching, *map(str.upper, matching)):
        spans = [match.span() for match in expression.pattern.finditer(text)]
        assert [match.span() for match in expression.finditer(text)] == spans


def test_a_text_without_the_word_is_not_asked() -> None:
    """Where no needed word stands the pattern finds nothing, be it wrong about that."""
    expression = Expression("dock|ship", ["dock"])
    assert expression.search("Ship") is None
    assert list(expression.finditer("ship")) == []
    found = expression.search("A SHIP in the DOCK")
    assert found
    assert found[0] == "SHIP"


def test_other_letters_count_as_they_do_for_the_pattern() -> None:
    """Letters beyond ASCII that are the same as others whatever the case lose no match."""
    for word, other in (("ship", "\u017fhip"), ("id", "\u0131d")):
        assert Expression(word, [word]).search(f"Not found: {other}")
