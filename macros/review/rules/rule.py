"""What a rule is, what it looks at and what it finds: the shapes that all rules share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from macros.cached import cached_property
from macros.languages import is_english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from macros.readers.rows import Row
    from macros.review.language import Language


@dataclass(frozen=True, slots=True)
class Mark:
    """The characters of a message that a finding is about.

    Attributes:
        start: the place of the first one, counted from 0.
        end: the place behind the last one; equal to `start` where something is missing.
        should: what probably should stand there; None where a person has to know.
    """

    start: int
    end: int
    should: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A row with the words of its message that a finding is about, in order; maybe none."""

    row: Row
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule finds in one document.

    Attributes:
        quotes: the rows it is about, in the document's order; never empty.
        says: a sentence for readers.
    """

    quotes: tuple[Quote, ...]
    says: str


@dataclass(frozen=True)
class Subject:
    """What the rules look at: one document, or the parts of one in the same language.

    Attributes:
        rows: its rows, in the document's order.
        language: what is a word.
        terms: things that it may call by several names: for each, the names, what should stand
            there first where as many rows have it.
        successes: the codes that are no errors, each as the id of its code set and itself.
        others: the codes that only documents of the revision in other languages list.
    """

    rows: Sequence[Row]
    language: Language
    terms: Sequence[Sequence[str]] = ()
    successes: frozenset[tuple[str, str]] = frozenset()
    others: frozenset[str] = frozenset()

    @cached_property
    def english(self) -> Sequence[Row]:
        """The rows in English, which rules about words and signs look at.

        These are rows of documents in English; where such a document has others among them, their
        words tell.
        """
        rows = [
            row
            for row in self.rows
            if is_english(row.language) and self.language.is_english(row.message)
        ]
        return rows if self.language.reads(row.message for row in rows) else ()


# Of what a document does in many rows a finding quotes a few.
EXAMPLES = 3


class Harm(StrEnum):
    """What a mistake in a document costs those who read it; the worst first."""

    MISLEADS = "misleads"  # who believes the text does the wrong thing
    UNCLEAR = "unclear"  # who reads the text has to ask what is meant
    STYLE = "style"  # the text can be understood, and looks careless


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        name: its permanent name, as addresses and programs know it: `duplicate-code`.
        title: what a list of findings is headed with.
        description: a sentence on what the rule looks for.
        find: document -> findings.
        harm: what such a mistake costs a reader.
        is_mistake: whether what it finds is wrong with each of the codes by itself; a name among
            several is not.
        makes_badge: whether an entry says so beside its code where it misleads; several rows say so
            themselves.
        is_typo: whether it finds slips of the pen, which can come and go from one revision to
            the next.
        of_document: whether what it finds is about a document as a whole: the pages of its codes
            do not repeat it.
        title_says_all: whether the sentence of a finding says no more than this title, beside its
            codes and texts.
        any_language: whether it looks at documents in every language; the others know English
            alone.
    """

    name: str
    title: str
    description: str
    find: Callable[[Subject], Iterator[Hit]]
    harm: Harm
    is_mistake: bool = True
    makes_badge: bool = True
    is_typo: bool = False
    of_document: bool = False
    title_says_all: bool = False
    any_language: bool = False


def apart(marks: Iterable[Mark]) -> list[Mark]:
    """Return marks in order, without those that overlap an earlier one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def probably(row: Row, marks: Iterable[Mark]) -> str:
    """Say what marked words probably should be."""
    return " ".join(
        f'"{row.message[mark.start : mark.end]}" probably should be "{mark.should}".'
        for mark in marks
    )


def repeats(message: str) -> Mark | None:
    """Return the parenthesis at the end of a message that says the whole of it again, if any."""
    said, opened, again = message.rstrip(" .").partition("(")
    if opened and again.endswith(")") and said.strip().casefold() == again[:-1].strip().casefold():
        end = len(said) + len(again) + 1
        return Mark(len(said.rstrip()), end, "") if said.strip() else None
    return None


def one_row(row: Row, says: str, *marks: Mark) -> Hit:
    """Return a finding about a single row."""
    return Hit((Quote(row, marks),), says)


def whole_rows(rows: Sequence[Row], says: str) -> Hit:
    """Return a finding about rows as they are, not about words in them."""
    return Hit(tuple(Quote(row) for row in rows), says)
