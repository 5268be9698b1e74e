"""What looks wrong within one document: rules over its rows, one module each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.review.rules import (
    agreement,
    bare_condition,
    capitals,
    contradicting_limits,
    duplicate_code,
    grammar,
    markup_residue,
    mixed_terms,
    punctuation,
    said_twice,
    shared_message,
    spelling,
    turned_around,
    uneven_style,
    unlisted_number,
    verb_form,
    wrong_limit,
)
from macros.review.rules.rule import Harm, Hit, Mark, Quote, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.readers.rows import Row
    from macros.review.language import Language

__all__ = ["RULES", "Harm", "Hit", "Mark", "Quote", "Rule", "Subject", "typos"]

# By harm, in the order in which pages show what they find.
RULES: tuple[Rule, ...] = (
    duplicate_code.RULE,
    shared_message.RULE,
    contradicting_limits.RULE,
    wrong_limit.RULE,
    turned_around.RULE,
    mixed_terms.RULE,
    unlisted_number.RULE,
    bare_condition.RULE,
    spelling.RULE,
    capitals.RULE,
    grammar.RULE,
    agreement.RULE,
    verb_form.RULE,
    punctuation.RULE,
    markup_residue.RULE,
    said_twice.RULE,
    uneven_style.RULE,
)


def typos(rows: Sequence[Row], language: Language) -> int:
    """Count the slips of the pen in the messages of some rows."""
    subject = Subject(rows, language)
    hits = [hit for rule in RULES if rule.is_typo for hit in rule.find(subject)]
    return sum(len(quote.marks) for hit in hits for quote in hit.quotes)
