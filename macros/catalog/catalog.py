"""What a catalog holds: one provider and all its codes, in order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from macros.cached import cached_property
from macros.codes import order, unsigned

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from macros.catalog.model import Code
    from macros.sources.compared import Compared
    from macros.sources.observations import Observations
    from macros.sources.provider import CodeSet, Provider, Revision
    from macros.sources.yaml_file import Written


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A statement of `observations.yml` that does not count any more.

    Attributes:
        code: as printed.
        path: the way to the statement in the file.
        why: why it does not, in a sentence.
    """

    code: str
    path: tuple[str | int, ...]
    why: str


@dataclass(frozen=True, repr=False)
class Catalog:
    """One provider and all its codes, in order.

    Attributes:
        provider: the provider.
        codes: those that its documents list, and those that were observed, in order.
        observations: what is known beyond the documents, as it is written.
        overtaken: what of it does not count any more.
        compared: when the newest revision was last compared with what is published, and what came
            of it; None where nobody has recorded that.
    """

    provider: Provider
    codes: tuple[Code, ...]
    observations: Written[Observations]
    overtaken: tuple[Overtaken, ...] = ()
    compared: Compared | None = None

    @cached_property
    def documented(self) -> tuple[Code, ...]:
        """The codes that a document lists, in order."""
        return tuple(code for code in self.codes if code.revisions)

    @cached_property
    def current(self) -> tuple[Code, ...]:
        """The codes that the newest revision lists, in order."""
        return tuple(code for code in self.documented if not code.dropped)

    @cached_property
    def dropped(self) -> tuple[Code, ...]:
        """The codes that an older revision lists, and the newest does not, in order."""
        return tuple(code for code in self.documented if code.dropped)

    @cached_property
    def observed(self) -> tuple[Code, ...]:
        """The codes that no document lists, in order."""
        return tuple(code for code in self.codes if not code.revisions)

    @cached_property
    def disputed(self) -> tuple[Code, ...]:
        """The codes to which later pages of the provider give another meaning, in order."""
        return tuple(code for code in self.codes if code.differs)

    @cached_property
    def by_address(self) -> dict[str, Code]:
        """The codes by the path segment of their pages, in order."""
        return {code.address: code for code in self.codes}

    @cached_property
    def by_anchor(self) -> dict[str, Code]:
        """The codes by the fragments of their rows, in order."""
        return {code.anchor: code for code in self.codes}

    @cached_property
    def updated(self) -> date:
        """The day on which the atlas last took in a document or an observation."""
        seen = (source.seen for source in self.observations.content.sources)
        return max([self.provider.latest.added, *seen])

    @property
    def new(self) -> tuple[Code, ...]:
        """The codes that the newest of several revisions is the first to list."""
        return tuple(code for code in self.codes if code.new)

    @property
    def just_added(self) -> tuple[Code, ...]:
        """The codes that the newest revision lists and the one before it lacks: new, or back."""
        return tuple(code for code in self.codes if code.just_added)

    @property
    def just_dropped(self) -> tuple[Code, ...]:
        """The codes that the newest revision lacks and the one before it lists."""
        return tuple(code for code in self.codes if code.just_dropped)

    def listed(self, code_set: CodeSet, revision: Revision) -> int:
        """Count the codes of one code set that one revision lists."""
        return sum(code.listed(revision) for code in self.of(code_set))

    def covering(self, code_set: CodeSet, code: str) -> Code | None:
        """Return the range that a code stands in which no document lists by itself, if one does.

        Of several the narrowest, which says most.
        """
        ranges = [one for one in self.of(code_set) if one.ends and holds(one.ends, code)]
        return min(ranges, key=lambda one: width(one.ends), default=None)

    def of(self, code_set: CodeSet) -> tuple[Code, ...]:
        """Return the codes of one code set, in order."""
        return self._of.get(code_set.id, ())

    def sections(self, code_set: CodeSet) -> list[tuple[Code, ...]]:
        """Return the codes of a code set by range, in order; codes without a range by themselves.

        Where provider.yml titles no range they are by the headings of the document, if each of
        these stands over a stretch of codes of its own.
        """
        return self._sections.get(code_set.id, [])

    def section_of(self, code: Code) -> int:
        """Return the place of a code's section among those of its code set."""
        return self._section_of[code.anchor]

    @cached_property
    def ranges(self) -> tuple[Code, ...]:
        """The codes that are ranges, in order."""
        return tuple(code for code in self.codes if code.ends)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages in which the newest revisions that list the codes have texts."""
        return frozenset(tag for code in self.codes for tag in code.languages)

    @cached_property
    def _sections(self) -> dict[str, list[tuple[Code, ...]]]:
        return {
            code_set.id: _in_sections(code_set, self.of(code_set))
            for code_set in self.provider.code_sets
        }

    @cached_property
    def _section_of(self) -> dict[str, int]:
        return {
            code.anchor: place
            for sections in self._sections.values()
            for place, codes in enumerate(sections)
            for code in codes
        }

    @cached_property
    def _of(self) -> dict[str, tuple[Code, ...]]:
        listed: dict[str, list[Code]] = {}
        for code in self.codes:
            listed.setdefault(code.code_set.id, []).append(code)
        return {ident: tuple(codes) for ident, codes in listed.items()}


def _in_sections(code_set: CodeSet, codes: tuple[Code, ...]) -> list[tuple[Code, ...]]:
    if code_set.ranges:
        return [tuple(group) for _, group in groupby(codes, lambda code: code.range)]
    listed = [tuple(group) for _, group in groupby(codes, lambda code: code.section)]
    headings = {group[0].section for group in listed}
    return listed if len(headings) == len(listed) else [codes]


def holds(ends: tuple[str, str] | None, code: str) -> bool:
    """Tell whether a code stands between the ends of a range, and is of its kind."""
    if not ends:
        return False
    (letters, low, signed, _), (_, high, _, _) = map(order, ends)
    others, numbers, other, _ = order(code)
    return (letters, signed) == (others, other) and low <= numbers <= high


def width(ends: tuple[str, str] | None) -> tuple[int, ...]:
    """Return how far the ends of a range are apart, number by number."""
    (_, low, _, _), (_, high, _, _) = map(order, ends or ("0", "0"))
    return tuple(last - first for first, last in zip(low, high, strict=False))


def by_number(codes: Iterable[Code]) -> dict[str, list[Code]]:
    """Return the codes in groups that are equal but for their sign, in order."""
    groups: dict[str, list[Code]] = {}
    for code in codes:
        groups.setdefault(unsigned(code.code), []).append(code)
    return groups
