"""A provider's catalog page: its head, the filter's choices, a table for each code set -> HTML."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from macros import languages
from macros.publish import contents, wording
from macros.publish.html.environment import Context, render

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.publish.contents import Group, Heading
    from macros.publish.html.environment import Link
    from macros.readers.rows import Row
    from macros.review.model import Review
    from macros.sources.conditions import Condition, Family
    from macros.sources.provider import CodeSet, Provider, Response

    # Families with their conditions, each with a number of codes.
    Families = list[tuple[Family, list[tuple[Condition, int]]]]

_SEVERAL = 2  # languages, from which on one can be chosen


@dataclass(frozen=True, slots=True)
class Choices:
    """What the rows of a page can be narrowed to, each with the number of its codes.

    Attributes:
        families: the conditions, by family.
        traits: what is true of some codes alone, such as `new`, with what it is called.
        languages: those of the texts, by tag, with what they are called; nothing of one alone.
        count: of all codes.
    """

    families: Families
    traits: list[tuple[str, str, int]]
    languages: list[tuple[str, str, int]]
    count: int


@dataclass(frozen=True, slots=True)
class CatalogHead(Context):
    """The head of a catalog page, above its tables; `review` is of the provider's documents."""

    template: ClassVar[str] = "catalog.html"

    review: Review
    catalog: Catalog
    provider: Provider
    choices: Choices


@dataclass(frozen=True, slots=True)
class CatalogEnd(Context):
    """The foot of a catalog page."""

    template: ClassVar[str] = "catalog_end.html"

    provider: Provider


@dataclass(frozen=True, slots=True)
class CodeSetHead(Context):
    """The heading of a code set, where it has one, and how bodies carry its codes."""

    template: ClassVar[str] = "code_set.html"

    heading: Heading | None
    response: Response


@dataclass(frozen=True, slots=True)
class CodeTable(Context):
    """The table of one code set: a row per code, with its anchor.

    Attributes:
        groups: its rows, with the headings between them.
        longest: how many characters the longest code has.
        atlas: the atlas.
        review: what is found in the provider's documents.
        traits: by the address of a code, which of the choices of `Choices.traits` it has.
        others: by the address of a code, its texts in other languages than that of its message.
        tags: by the address of a code, the languages of its texts, where a page has several.
    """

    template: ClassVar[str] = "table.html"

    groups: Sequence[Group]
    longest: int
    atlas: Atlas
    review: Review
    traits: Mapping[str, list[str]]
    others: Mapping[str, list[Row]]
    tags: Mapping[str, list[str]]


def head(atlas: Atlas, catalog: Catalog, link: Link) -> str:
    """Return the head of a provider's catalog page."""
    review = atlas.reviews[catalog.provider.id]
    chosen = choices(atlas, catalog.codes)
    return render(CatalogHead(review, catalog, catalog.provider, chosen), link)


def end(catalog: Catalog, link: Link) -> str:
    """Return the foot of a provider's catalog page."""
    return render(CatalogEnd(catalog.provider), link)


def code_set_head(catalog: Catalog, code_set: CodeSet, link: Link) -> str:
    """Return the heading of a code set, with how bodies carry its codes."""
    heading = contents.heading_of(catalog, code_set)
    return render(CodeSetHead(heading, code_set.response), link)


def choices(atlas: Atlas, codes: Sequence[Code]) -> Choices:
    """Return what the rows of some codes can be narrowed to."""
    counts = Counter(atlas.condition_of(code).id for code in codes)
    families = [
        (family, [(held, counts[held.id]) for held in conditions if counts[held.id]])
        for family, conditions in atlas.conditions.by_family
    ]
    had = Counter(trait for code in codes for trait in traits(atlas, code))
    told = Counter(tag for code in codes for tag in code.languages)
    return Choices(
        [(family, conditions) for family, conditions in families if conditions],
        [(trait, said, had[trait]) for trait, said in wording.TRAITS.items() if had[trait]],
        [(tag, languages.name(tag), count) for tag, count in told.items()]
        if len(told) >= _SEVERAL
        else [],
        len(codes),
    )


def traits(atlas: Atlas, code: Code) -> list[str]:
    """Return which of `wording.TRAITS` are true of a code."""
    review = atlas.review_of(code)
    latest = code.provider.latest
    true = {
        "new": code.just_added,
        "changed": any(
            change.after is latest and change.kind.breaks for change in review.changes_of(code)
        ),
        "dropped": code.dropped,
        "mistake": bool(review.mistakes_in(code)),
        "disputed": bool(code.differs),
        "observed": code.status == "observed",
        "unreviewed": code.url in atlas.conditions.unreviewed,
    }
    return [trait for trait in wording.TRAITS if true[trait]]


def others(code: Code) -> list[Row]:
    """Return what the newest revision says in other languages than that of the message.

    Rows that say the same in one language are one.
    """
    return list({(row.language, row.message): row for row in code.twins}.values())


def table(atlas: Atlas, catalog: Catalog, groups: Sequence[Group], link: Link) -> str:
    """Return a table of codes of one code set: its groups, or those that a page has."""
    codes = [code for group in groups for code in group.codes]
    several = len(catalog.languages) >= _SEVERAL
    context = CodeTable(
        groups,
        max(len(code.code) for code in codes),
        atlas,
        atlas.reviews[catalog.provider.id],
        {code.url: traits(atlas, code) for code in codes},
        {code.url: others(code) for code in codes},
        {code.url: list(code.languages) for code in codes} if several else {},
    )
    return render(context, link)
