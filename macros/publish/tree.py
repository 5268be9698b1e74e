"""Everything that is made of the atlas: site -> (path, content), with nothing of MkDocs.

These are the pages of codes, JSON, Markdown, feeds, the search's index, redirects and documents.
The pages that stand in a navigation are not among them: they are Markdown, and the theme's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.progress import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.progress import Tell
    from macros.publish.shell import Shell
    from macros.publish.site import Site
    from macros.sources.provider import Provider

_MANY = 100  # pages or files, after which it is told how many there are


def tree(
    site: Site, shell_of: Callable[[Provider], Shell], tell: Tell = silent
) -> Iterator[tuple[str, str | bytes]]:
    """Yield the path below the site and the content of every file that is made of the atlas.

    Args:
        site: what is published.
        shell_of: returns the frame for the pages of a provider's codes; asked once for each.
        tell: is told what is being made.
    """
    # What the page of a code says is what its other files say: they are made of it.
    yield from pages_of_codes(site, shell_of, tell)
    yield from files(site, tell)


def pages_of_codes(
    site: Site,
    shell_of: Callable[[Provider], Shell],
    tell: Tell = silent,
    named: Callable[[str], str] = str,
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each code's page, in UTF-8.

    Args:
        site: what is published.
        shell_of: returns the frame for the pages of a provider's codes; asked once for each.
        tell: is told what is being made.
        named: gives what bodies load its published address; frames have it already.
    """
    for catalog in site.atlas.catalogs.values():
        shell = shell_of(catalog.provider)
        for number, code in enumerate(catalog.codes):
            if number % _MANY == 0:
                tell(f"making {catalog.provider.id}, page {number} of {len(catalog.codes)}")
            body = named(site.code_page(code))
            yield f"{code.url}index.html", shell.page(code, site.code_head(code), body)


def files(site: Site, tell: Tell = silent) -> Iterator[tuple[str, str | bytes]]:
    """Yield the path and the content of every other file."""
    for number, file in enumerate(site.files()):
        if number % _MANY == 0:
            tell(f"making file {number}")
        yield file
