"""What looks wrong within one document: rules over its rows, one module each.

A finding that stands in several revisions of a provider's document is one finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.review.rules import (
    duplicate_code,
    grammar,
    markup_residue,
    mixed_terms,
    punctuation,
    shared_message,
    spelling,
)
from macros.review.rules.rule import Checked, Hit, Mark, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.catalog.model import Catalog, Code, Row
    from macros.review.language import Language
    from macros.sources.provider import Revision

RULES: tuple[Rule, ...] = (
    duplicate_code.RULE,
    shared_message.RULE,
    mixed_terms.RULE,
    spelling.RULE,
    grammar.RULE,
    punctuation.RULE,
    markup_residue.RULE,
)

__all__ = ["RULES", "Checked", "Finding", "Hit", "Mark", "Rule", "find"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule finds in one or more revisions of a provider's document.

    Attributes:
        rule: the rule.
        codes: the codes of the rows, in the document's order, each once.
        rows: the rows of the newest of the revisions.
        marks: for each of the rows, the words that the finding is about.
        says: a sentence for readers.
        revisions: the revisions that have it, oldest first.
    """

    rule: Rule
    codes: tuple[Code, ...]
    rows: tuple[Row, ...]
    marks: tuple[tuple[Mark, ...], ...]
    says: str
    revisions: tuple[Revision, ...]

    @property
    def shown(self) -> tuple[tuple[Row, tuple[Mark, ...]], ...]:
        """The rows whose messages tell something, each with its marks.

        Where only the codes matter, as for a shared message, one row speaks for all.
        """
        rows = tuple(zip(self.rows, self.marks, strict=True))
        alike = len({row.message for row in self.rows}) == 1
        return rows[:1] if alike else rows

    def of(self, code: Code) -> tuple[tuple[Row, tuple[Mark, ...]], ...]:
        """Return the rows of one code, each with its marks."""
        return tuple(
            (row, marks)
            for row, marks in zip(self.rows, self.marks, strict=True)
            if (row.code_set, row.code) == (code.code_set.id, code.code)
        )

    @property
    def current(self) -> bool:
        """Whether the newest revision has it."""
        provider = self.codes[0].provider
        return self.revisions[-1] is provider.latest


def find(catalog: Catalog, language: Language) -> tuple[Finding, ...]:
    """Return what all rules find in all documents of one provider, by rule, then in order."""
    by_row = {(code.code_set.id, code.code): code for code in catalog.codes}
    found: dict[tuple[object, ...], list[tuple[Hit, Revision]]] = {}
    for revision in catalog.provider.revisions:
        document = Checked(catalog.provider, _rows(catalog, revision), language)
        for rule in RULES:
            for hit in rule.find(document):
                same = (rule.name, _quoted(hit), hit.says)
                found.setdefault(same, []).append((hit, revision))
    findings = [
        Finding(
            next(rule for rule in RULES if rule.name == name),
            _codes(by_row, hits[-1][0].rows),
            hits[-1][0].rows,
            hits[-1][0].marks,
            hits[-1][0].says,
            tuple(revision for _, revision in hits),
        )
        for (name, *_), hits in found.items()
    ]
    order = [rule.name for rule in RULES]
    places = {id(code): place for place, code in enumerate(catalog.codes)}
    return tuple(
        sorted(findings, key=lambda one: (order.index(one.rule.name), places[id(one.codes[0])]))
    )


def _codes(by_row: dict[tuple[str, str], Code], rows: Sequence[Row]) -> tuple[Code, ...]:
    return tuple(by_row[one] for one in dict.fromkeys((row.code_set, row.code) for row in rows))


def _rows(catalog: Catalog, revision: Revision) -> Sequence[Row]:
    """Return the rows of one document in the order of its lines."""
    rows = [row for code in catalog.codes for row in code.rows(revision)]
    return sorted(rows, key=lambda row: row.line)


def _quoted(hit: Hit) -> tuple[tuple[str, str, str], ...]:
    return tuple((row.code_set, row.code, row.message) for row in hit.rows)
