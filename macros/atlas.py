"""The whole atlas: all catalogs with what is found in them -> one object that pages are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.cached import cached_property
from macros.catalog import load as catalog
from macros.catalog.catalog import by_number
from macros.codes import unsigned
from macros.errors import ProblemsError
from macros.kept import Kept, digest
from macros.progress import silent
from macros.review import conditions as review_conditions
from macros.review import load as review
from macros.review import notes as review_notes
from macros.review import others as review_others
from macros.review import synonyms as review_synonyms
from macros.sources.conditions import FILE as CONDITIONS
from macros.sources.others import FILE as OTHERS
from macros.sources.settings import Settings
from macros.sources.synonyms import FILE as SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.progress import Tell
    from macros.review.conditions import Conditions
    from macros.review.model import Review
    from macros.sources.conditions import Condition
    from macros.sources.others import Other
    from macros.sources.provider import Provider
    from macros.sources.synonyms import Synonym


@dataclass(frozen=True, repr=False)
class Atlas:
    """All that the site is made of.

    Attributes:
        catalogs: by provider id, in the order of the ids.
        reviews: what is found in and between the documents, by provider id, in the same order.
        conditions: which condition each code has.
        others: vendors and APIs that are not here; sisters stand with their provider.
        synonyms: how people say in other languages what the messages say.
        settings: what `mkdocs.yml` says of how it is published.
    """

    catalogs: dict[str, Catalog]
    reviews: dict[str, Review]
    conditions: Conditions
    others: tuple[Other, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    settings: Settings = field(default_factory=Settings)

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """All codes, by provider and in order."""
        return tuple(code for catalog in self.catalogs.values() for code in catalog.codes)

    @property
    def providers(self) -> list[Provider]:
        """All providers, by id."""
        return [catalog.provider for catalog in self.catalogs.values()]

    def review_of(self, code: Code) -> Review:
        """Return what is found in the documents that list a code."""
        return self.reviews[code.provider.id]

    def condition_of(self, code: Code) -> Condition:
        """Return the condition of a code."""
        return self.conditions.of(code)

    def code_at(self, url: str) -> Code | None:
        """Return the code whose page has this address, relative to the site, if there is one."""
        return self._places[url][1] if url in self._places else None

    def neighbours(self, code: Code) -> tuple[Code | None, Code | None]:
        """Return the codes before and after one of the same provider; None at the ends."""
        index = self._places[code.url][0]
        codes = self.catalogs[code.provider.id].codes
        before = codes[index - 1] if index else None
        return before, codes[index + 1] if index + 1 < len(codes) else None

    def same_number(self, code: Code) -> tuple[Code, ...]:
        """Return the other codes, of any provider, that have the same digits, whatever the sign."""
        alike = self._numbers[unsigned(code.code)]
        return tuple(other for other in alike if other.url != code.url)

    @cached_property
    def _numbers(self) -> dict[str, list[Code]]:
        return by_number(self.codes)

    @cached_property
    def _places(self) -> dict[str, tuple[int, Code]]:
        return {
            code.url: (index, code)
            for catalog in self.catalogs.values()
            for index, code in enumerate(catalog.codes)
        }


def load(
    data: Path,
    reserved: Iterable[str] = (),
    settings: Settings | None = None,
    kept: Kept | None = None,
    tell: Tell = silent,
) -> Atlas:
    """Read and check all that stands below the folder `data`.

    Args:
        data: the folder; errors name files by its name and what follows.
        reserved: further names that no provider may have, such as those of hand-written pages.
        settings: what `mkdocs.yml` says; without it what holds where it says nothing.
        kept: what was read before, of which the parts that did not change are taken over.
        tell: is told what is being done.

    Raises:
        ProblemsError: with everything that is wrong in the documents and what describes them, else
            in the notes, else in the conditions, else in what is not here, else in the synonyms,
            else between the notes and the conditions.
    """
    kept = kept or Kept(lasting=False)
    catalogs = catalog.load(data, reserved, kept, tell)
    reviews = review.load(data, catalogs, kept, tell)
    tell("holding conditions against codes")
    conditions = kept.get(
        ("conditions",),
        (digest(data / CONDITIONS), *catalogs.values(), *reviews.values()),
        lambda: review_conditions.load(data, catalogs, reviews),
    )
    others = kept.get(
        ("others",),
        (digest(data / OTHERS), *catalogs.values()),
        lambda: review_others.load(data, catalogs),
    )
    synonyms = kept.get(
        ("synonyms",),
        (digest(data / SYNONYMS), *catalogs.values(), conditions),
        lambda: review_synonyms.load(data, catalogs, conditions),
    )
    if wrong := list(review_notes.contradictions(reviews.values(), conditions)):
        raise ProblemsError(wrong)
    return Atlas(catalogs, reviews, conditions, others, synonyms, settings or Settings())
