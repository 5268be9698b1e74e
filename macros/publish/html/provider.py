"""The pages of one provider beside its catalog and its changes: limits, the report -> HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from macros.publish.html.environment import Context, render
from macros.publish.report import report as made_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.publish.html.environment import Link
    from macros.publish.report import Report
    from macros.review.fields import Field
    from macros.review.model import Review, Stated
    from macros.sources.provider import Provider


@dataclass(frozen=True, slots=True)
class ReportPage(Context):
    """A report for the provider; `markdown` is the same as the file has it, to be copied."""

    template: ClassVar[str] = "report.html"

    review: Review
    report: Report
    markdown: str


@dataclass(frozen=True, slots=True)
class LimitsPage(Context):
    """A provider's page of limits and fields.

    Attributes:
        review: what is found in its documents.
        provider: the provider.
        limits: by the words that name the thing.
        fields: by name.
    """

    template: ClassVar[str] = "limits.html"

    review: Review
    provider: Provider
    limits: list[Stated]
    fields: Sequence[Field]


def limits(review: Review, link: Link) -> str:
    """Return the body of a provider's page of limits and fields."""
    codes = review.catalog.codes
    # Sorting keeps the order of the codes, and that of each message.
    stated = sorted((one for code in codes for one in review.limits_of(code)), key=_place_of_thing)
    return render(LimitsPage(review, review.catalog.provider, stated, review.fields), link)


def _place_of_thing(stated: Stated) -> str:
    return (stated.limit.of or stated.limit.unit or "").casefold()


def report(review: Review, markdown: str, link: Link) -> str:
    """Return the body of the report for a provider; `markdown` as in `ReportPage`."""
    return render(ReportPage(review, made_for(review), markdown), link)
