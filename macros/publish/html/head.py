"""What the head of a page says of it: its title, and how a link to it unfurls.

It has no JSON-LD: nobody who reads that shows anything of an error code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from markupsafe import Markup

from macros import addresses
from macros.publish.answer import MOST_IN_TITLE, shortened
from macros.publish.html.environment import Context, links_from, render
from macros.publish.pictures import NAME, SIZE

if TYPE_CHECKING:
    from macros.sources.provider import Provider


@dataclass(frozen=True, slots=True)
class Unfurled(Context):
    """What a chat shows for a link to a page; nothing where the site does not know its address.

    Attributes:
        site_name: what the site is called.
        site_url: its full address, with a slash at its end; empty where it does not know it.
        page: the address of the page, below it.
        title: the page's name.
        description: what it says.
        card: the address of the picture, below that of the site.
        shows: what the picture shows.
        size: its width and height, in pixels.
    """

    template: ClassVar[str] = "unfurled.html"

    site_name: str
    site_url: str
    page: str
    title: str
    description: str
    card: str
    shows: str
    size: tuple[int, int]


def unfurled(
    site_url: str, page: str, title: str, description: str, about: Provider | None
) -> Unfurled:
    """Return how a link to a page unfurls; `about` is the provider that it is about, if one."""
    card = addresses.PROVIDER_CARD(provider=about.id) if about else addresses.CARD()
    shows = f"{NAME}: {about.product}" if about else NAME
    return Unfurled(NAME, site_url, page, title, description, card, shows, SIZE)


def tags(context: Unfurled) -> Markup:
    """Return the tags, one a line."""
    return Markup(render(context, links_from(context.page)))  # noqa: S704 - it escapes


def title(page: str) -> str:
    """Return the title of a page as a browser shows it: with the site's name where it fits."""
    whole = f"{page} - {NAME}"
    return whole if len(whole) <= MOST_IN_TITLE else shortened(page, MOST_IN_TITLE)
