"""The pages of one provider: its catalog, its limits, the report for it -> HTML."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from macros.publish.html.environment import Context, render
from macros.publish.report import report as made_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.atlas import Atlas
    from macros.catalog.model import Catalog, Code
    from macros.publish.html.environment import Link
    from macros.publish.report import Report
    from macros.review.fields import Field
    from macros.review.model import Review, Stated
    from macros.sources.conditions import Condition, Family
    from macros.sources.provider import CodeSet, Provider, Response

    # Families with their conditions, each with a number of codes.
    Families = list[tuple[Family, list[tuple[Condition, int]]]]


@dataclass(frozen=True, slots=True)
class CatalogHead(Context):
    """The head of a catalog page, above its tables.

    Attributes:
        catalog: the provider's codes.
        provider: the provider.
        families: those of the conditions that the provider has, with the number of codes of each.
    """

    template: ClassVar[str] = "catalog.html"

    catalog: Catalog
    provider: Provider
    families: Families


@dataclass(frozen=True, slots=True)
class ResponseShape(Context):
    """How bodies carry the codes of one code set."""

    template: ClassVar[str] = "response.html"

    response: Response


@dataclass(frozen=True, slots=True)
class CodeTable(Context):
    """The table of one section of a catalog page: a row per code, with its anchor."""

    template: ClassVar[str] = "table.html"

    codes: Sequence[Code]
    atlas: Atlas


@dataclass(frozen=True, slots=True)
class ReportPage(Context):
    """A report for the provider; `markdown` is the same as the file has it, to be copied."""

    template: ClassVar[str] = "report.html"

    report: Report
    markdown: str


@dataclass(frozen=True, slots=True)
class LimitsPage(Context):
    """A provider's page of limits and fields.

    Attributes:
        provider: the provider.
        limits: by the words that name the thing.
        fields: by name.
    """

    template: ClassVar[str] = "limits.html"

    provider: Provider
    limits: list[Stated]
    fields: Sequence[Field]


def catalog_head(atlas: Atlas, catalog: Catalog, link: Link) -> str:
    """Return the head of a provider's catalog page."""
    return render(CatalogHead(catalog, catalog.provider, families_of(atlas, catalog.codes)), link)


def families_of(atlas: Atlas, codes: Sequence[Code]) -> Families:
    """Return the conditions that codes have, by family."""
    counts = Counter(atlas.condition_of(code).id for code in codes)
    families = [
        (family, [(held, counts[held.id]) for held in conditions if counts[held.id]])
        for family, conditions in atlas.conditions.by_family
    ]
    return [(family, conditions) for family, conditions in families if conditions]


def response(code_set: CodeSet, link: Link) -> str:
    """Return how bodies carry the codes of one code set, with an example."""
    return render(ResponseShape(code_set.response), link)


def table(atlas: Atlas, codes: Sequence[Code], link: Link) -> str:
    """Return the table of one section of a catalog page."""
    return render(CodeTable(codes, atlas), link)


def limits(review: Review, link: Link) -> str:
    """Return the body of a provider's page of limits and fields."""
    codes = review.catalog.codes
    # Sorting keeps the order of the codes, and that of each message.
    stated = sorted((one for code in codes for one in review.limits_of(code)), key=_place_of_thing)
    return render(LimitsPage(review.catalog.provider, stated, review.fields), link)


def _place_of_thing(stated: Stated) -> str:
    return (stated.limit.of or stated.limit.unit or "").casefold()


def report(review: Review, markdown: str, link: Link) -> str:
    """Return the body of the report for a provider; `markdown` as in `ReportPage`."""
    return render(ReportPage(made_for(review), markdown), link)
