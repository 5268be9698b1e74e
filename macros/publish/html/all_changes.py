"""The page of what changed at all providers: reviews -> a block for each revision, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from macros.publish.html import changes
from macros.publish.html.environment import Context, render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.atlas import Atlas
    from macros.publish.html.changes import Step
    from macros.publish.html.environment import Link
    from macros.review.changes import Change
    from macros.review.model import Review
    from macros.sources.provider import Provider

WHOLE = 12  # so many revisions have their breaking changes here; the rest have a line each
SHOWN = 6  # so many breaking changes of a revision; the rest is a link


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one revision of one provider."""

    review: Review
    step: Step

    @property
    def provider(self) -> Provider:
        """Whose revision it is."""
        return self.review.catalog.provider

    @property
    def shown(self) -> list[Change]:
        """The breaking changes that are shown, the worst first."""
        return self.step.breaking[:SHOWN]

    @property
    def more(self) -> int:
        """How many more break clients."""
        return len(self.step.breaking) - len(self.shown)

    @property
    def place(self) -> tuple[date, date]:
        """By what they are ordered: the document's own day; those without one are the last."""
        after = self.step.after
        day = date.min if after.date == "unknown" else after.date
        return day, after.added


@dataclass(frozen=True, slots=True)
class AllChangesPage(Context):
    """The page of what changed at all providers.

    Attributes:
        newest: revisions with their breaking changes, newest first.
        earlier: those before, of which a line is told.
        single: the providers of which there is one revision to look at.
        has_feed: whether the site has feeds.
    """

    template: ClassVar[str] = "all_changes.html"

    newest: list[Told]
    earlier: list[Told]
    single: list[Provider]
    has_feed: bool


def page(atlas: Atlas, link: Link, *, has_feed: bool = False) -> str:
    """Return the body of the page; `has_feed` as in `AllChangesPage`."""
    told = newest_first(atlas.reviews.values())
    single = [provider for provider in atlas.providers if not provider.steps]
    return render(AllChangesPage(told[:WHOLE], told[WHOLE:], single, has_feed), link)


def newest_first(reviews: Iterable[Review]) -> list[Told]:
    """Return all revisions that another one stands before, by their days."""
    told = [Told(review, step) for review in reviews for step in changes.steps(review)]
    return sorted(told, key=lambda one: one.place, reverse=True)
