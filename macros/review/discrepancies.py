"""What looks wrong within the documents of a provider: the rules' findings over all revisions.

A finding that stands in several revisions of a provider's document is one finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from macros.review.rules import RULES, Hit, Quote, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.catalog.model import Catalog, Code
    from macros.readers.rows import Row
    from macros.review.language import Language
    from macros.sources.provider import Revision


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule finds in one or more revisions of a provider's document.

    Attributes:
        rule: the rule.
        codes: the codes of the rows, in the document's order, each once.
        quotes: the rows of the newest of the revisions, with the words that it is about.
        says: a sentence for readers.
        revisions: the revisions that have it, oldest first.
    """

    rule: Rule
    codes: tuple[Code, ...]
    quotes: tuple[Quote, ...]
    says: str
    revisions: tuple[Revision, ...]

    @property
    def shown(self) -> tuple[Quote, ...]:
        """The quotes whose messages tell something.

        Where only the codes matter, as for a shared message, one row speaks for all.
        """
        alike = len({quote.row.message for quote in self.quotes}) == 1
        return self.quotes[:1] if alike else self.quotes

    def of(self, code: Code) -> tuple[Quote, ...]:
        """Return the quotes from the rows of one code."""
        return tuple(quote for quote in self.quotes if _place(quote.row) == code.place)

    @property
    def current(self) -> bool:
        """Whether the newest revision has it."""
        provider = self.codes[0].provider
        return self.revisions[-1] is provider.latest


class _Same(NamedTuple):
    """What makes two hits the same finding."""

    rule: str
    rows: tuple[tuple[str, str, str], ...]
    says: str


def find(catalog: Catalog, language: Language) -> tuple[Finding, ...]:
    """Return what all rules find in all documents of one provider, by rule, then in order."""
    hits: dict[_Same, list[tuple[Rule, Hit, Revision]]] = {}
    for revision in catalog.provider.revisions:
        subject = Subject(_rows(catalog, revision), language, catalog.provider.terms)
        for rule in RULES:
            for hit in rule.find(subject):
                rows = tuple((*_place(quote.row), quote.row.message) for quote in hit.quotes)
                hits.setdefault(_Same(rule.name, rows, hit.says), []).append((rule, hit, revision))
    places = {code.place: number for number, code in enumerate(catalog.codes)}
    findings = [_finding(catalog, places, same) for same in hits.values()]
    return tuple(
        sorted(findings, key=lambda found: (RULES.index(found.rule), places[found.codes[0].place]))
    )


def _finding(
    catalog: Catalog,
    places: dict[tuple[str, str], int],
    same: list[tuple[Rule, Hit, Revision]],
) -> Finding:
    rule, newest, _ = same[-1]
    codes = dict.fromkeys(_place(quote.row) for quote in newest.quotes)
    return Finding(
        rule,
        tuple(catalog.codes[places[code]] for code in codes),
        newest.quotes,
        newest.says,
        tuple({revision.id: revision for _, _, revision in same}.values()),
    )


def _place(row: Row) -> tuple[str, str]:
    return row.code_set, row.code


def _rows(catalog: Catalog, revision: Revision) -> Sequence[Row]:
    """Return the rows of one document in the order of its lines."""
    rows = [row for code in catalog.codes for row in code.rows(revision)]
    return sorted(rows, key=lambda row: row.line)
