"""The page of what nobody has looked at yet -> HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from macros.publish.html.environment import Context, render
from macros.review import open_work
from macros.review.open_work import Harm

if TYPE_CHECKING:
    from macros.atlas import Atlas
    from macros.publish.html.environment import Link
    from macros.review.open_work import OpenWork
    from macros.sources.provider import Provider

SHOWN = 200  # codes on the page; the command prints all


@dataclass(frozen=True, slots=True)
class OpenWorkPage(Context):
    """The page of what is open.

    Attributes:
        counts: of each provider, how many codes have something open, and how many of each harm.
        works: the worst of all, in order.
        more: how many more there are.
    """

    template: ClassVar[str] = "open_work.html"

    counts: list[tuple[Provider, int, dict[Harm, int]]]
    works: tuple[OpenWork, ...]
    more: int


def page(atlas: Atlas, link: Link) -> str:
    """Return the body of the page."""
    works = open_work.find(atlas.reviews.values(), atlas.conditions)
    counts = []
    for provider in atlas.providers:
        own = [work for work in works if work.code.provider.id == provider.id]
        of_harm = {harm: sum(harm in work.harms for work in own) for harm in Harm}
        counts.append((provider, len(own), of_harm))
    context = OpenWorkPage(counts, works[:SHOWN], len(works[SHOWN:]))
    return render(context, link)
