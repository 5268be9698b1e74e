"""What a rule is, and what it finds: the shape that all modules of this folder share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.catalog.model import Row
    from macros.review.language import Language
    from macros.sources.provider import Provider


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
class Hit:
    """What a rule finds in one document.

    Attributes:
        rows: the rows it is about, in the document's order; never empty.
        marks: for each of the rows, the words it is about, in order.
        says: a sentence for readers.
    """

    rows: tuple[Row, ...]
    marks: tuple[tuple[Mark, ...], ...]
    says: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One document on its way through the rules.

    Attributes:
        provider: whose document it is.
        rows: all its rows, in the document's order.
        language: what is a word.
    """

    provider: Provider
    rows: Sequence[Row]
    language: Language


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        name: its permanent name, as addresses and programs know it: `duplicate-code`.
        title: what a list of findings is headed with.
        description: a sentence on what the rule looks for.
        find: document -> findings.
    """

    name: str
    title: str
    description: str
    find: Callable[[Checked], Iterator[Hit]]


def one_row(row: Row, says: str, *marks: Mark) -> Hit:
    """Return a finding about a single row."""
    return Hit((row,), (marks,), says)
