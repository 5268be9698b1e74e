"""What looks wrong within the documents of a provider, over all revisions.

The rules find it, or a person who has read them. What stands in several revisions of a provider's
document is one finding.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from macros.languages import is_english, name
from macros.review import disagreements
from macros.review.look_alikes import SIGN_TWIN
from macros.review.noted import NOTED, Noted
from macros.review.rules import RULES, Harm, Hit, Quote, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.readers.rows import Row
    from macros.review.language import Language
    from macros.sources.notes import FindingNote
    from macros.sources.observations import Source
    from macros.sources.provider import Revision

# All that finds something, in the order in which pages show what is equally bad: a person is
# surer than a rule.
KINDS: tuple[Rule, ...] = (NOTED, *disagreements.RULES, *RULES, SIGN_TWIN)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule or a person finds in one or more revisions of a provider's document.

    Attributes:
        rule: the rule; `NOTED` of what a person has found.
        codes: the codes of the rows, in the document's order, each once.
        quotes: the rows of the newest of the revisions, with the words that it is about.
        says: a sentence for readers.
        revisions: the revisions that have it, oldest first.
        note: what the person wrote, if one has found it.
        sources: what the note rests on beside the documents.
    """

    rule: Rule
    codes: tuple[Code, ...]
    quotes: tuple[Quote, ...]
    says: str
    revisions: tuple[Revision, ...]
    note: FindingNote | None = None
    sources: tuple[Source, ...] = ()

    @property
    def title(self) -> str:
        """What it is headed with."""
        return self.note.title if self.note else self.rule.title

    @property
    def harm(self) -> Harm:
        """What it costs a reader."""
        return Harm(self.note.harm) if self.note else self.rule.harm

    @property
    def makes_badge(self) -> bool:
        """Whether an entry says so beside its code: only what makes a reader do the wrong thing."""
        return self.harm is Harm.MISLEADS and self.rule.makes_badge

    @property
    def why(self) -> str | None:
        """What a person's word on what should stand there rests on, if there is one."""
        return self.note.why if self.note else None

    @property
    def is_shown(self) -> bool:
        """Whether the title and the marked words show all that the sentence says.

        So it is where a rule proposes other signs or words for those of one text, and nothing
        depends on why.
        """
        if self.note or self.rule.title_says_all:
            return not self.note
        slip = self.harm is Harm.STYLE and len(self.quotes) == 1
        return slip and mended(self.quotes[0]) is not None

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
        latest = self.codes[0].provider.latest
        return any(revision is latest for revision in self.revisions)


class _Same(NamedTuple):
    """What makes two hits the same finding."""

    rule: str
    rows: tuple[tuple[str, str, str], ...]
    says: str


def find(catalog: Catalog, language: Language) -> tuple[Finding, ...]:
    """Return what all rules find in all documents of one provider, in order.

    What the provider has retracted is not looked at.
    """
    hits: dict[_Same, list[tuple[Rule, Hit, Revision]]] = {}
    for revision in catalog.provider.standing:
        for rule, hit in (
            *_by_rules(catalog, revision, language),
            *disagreements.find(catalog, revision),
        ):
            said = tuple((*_place(quote.row), quote.row.message) for quote in hit.quotes)
            hits.setdefault(_Same(rule.name, said, hit.says), []).append((rule, hit, revision))
    places = _places(catalog)
    return ordered(catalog, (_finding(catalog, places, same) for same in hits.values()))


def _by_rules(
    catalog: Catalog, revision: Revision, language: Language
) -> Iterator[tuple[Rule, Hit]]:
    """Yield what the rules find in one revision, each within one language."""
    successes = frozenset(code.place for code in catalog.codes if code.success)
    listed = {code.code for code in catalog.codes if code.listing(revision)}
    for tag in revision.languages:
        rows = _rows(catalog, revision, tag)
        others = frozenset(listed - {row.code for row in rows})
        subject = Subject(rows, language, catalog.provider.terms, successes, others)
        english = is_english(tag)
        for rule in KINDS:
            # Which numbers stand with a minus is the same in all languages.
            if (english or rule.any_language) and (
                tag == revision.languages[0] or not rule.of_document
            ):
                for hit in rule.find(subject):
                    told = hit if english else replace(hit, says=f"In {name(tag)}: {hit.says}")
                    yield rule, told


def noted(catalog: Catalog, found: Iterable[Noted]) -> tuple[Finding, ...]:
    """Return what a person has found as findings, in order."""
    places = _places(catalog)
    pages = {page.id: page for page in catalog.observations.content.sources}
    findings = []
    for one in found:
        hit = Hit(one.quotes, one.note.says)
        finding = _finding(catalog, places, [(NOTED, hit, revision) for revision in one.revisions])
        sources = tuple(pages[ident] for ident in one.note.sources)
        findings.append(replace(finding, note=one.note, sources=sources))
    return ordered(catalog, findings)


def ordered(catalog: Catalog, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the one order in which they are shown.

    What costs a reader most comes first; then what the newest revision has, before what only older
    ones have; then by rule, and then in the order of codes.
    """
    places, harms = _places(catalog), list(Harm)
    return tuple(
        sorted(
            findings,
            key=lambda found: (
                harms.index(found.harm),
                not found.current,
                KINDS.index(found.rule),
                places[found.codes[0].place],
            ),
        )
    )


def mended(quote: Quote) -> str | None:
    """Return a message as it probably should be; None where nothing is known to be better."""
    if not quote.marks or any(mark.should is None for mark in quote.marks):
        return None
    text, place = "", 0
    for mark in quote.marks:
        text += quote.row.message[place : mark.start] + (mark.should or "")
        place = mark.end
    return text + quote.row.message[place:]


def _places(catalog: Catalog) -> dict[tuple[str, str], int]:
    return {code.place: number for number, code in enumerate(catalog.codes)}


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


def _rows(catalog: Catalog, revision: Revision, language: str) -> Sequence[Row]:
    """Return the rows of one revision in one language, in the order of files and lines."""
    files = [document.file for document in revision.documents]
    rows = [
        row for code in catalog.codes for row in code.all_rows(revision) if row.language == language
    ]
    return sorted(rows, key=lambda row: (files.index(row.file.rpartition("/")[2]), row.line))
