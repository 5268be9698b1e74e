"""The site without a theme: all that is made, in a frame of a few lines of HTML with our styles.

What it shows is what the atlas says; the hand-written pages, the search box and the navigation are
the theme's. It is there so that the end of a theme is the end of a frame.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from macros import addresses
from macros.progress import silent
from macros.publish import shell, styles
from macros.publish.html.environment import Context, links_from, render
from macros.publish.tree import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.progress import Tell
    from macros.publish.pages import Page
    from macros.publish.shell import Shell
    from macros.publish.site import Site
    from macros.sources.provider import Provider

_NAME = "Error Code Atlas"
_TITLE = re.compile('^title: (".*")$', re.MULTILINE)
_CALL = re.compile(r"\{\{ ([a-z_]+)\((.*)\) \}\}")
_HEADING = re.compile(r"(#+) (.*) \{: #(.+) \}")
_MARKDOWN = MarkdownIt("commonmark")


@dataclass(frozen=True, slots=True)
class BareFrame(Context):
    """A page without a theme.

    Attributes:
        site_name: what the site is called.
        styles: the address of the style sheet.
        canonical: the page's full address; empty where the site does not know its own.
        title: the page's name.
        head: what stands in its head, as HTML.
        body: its body, as HTML.
    """

    template: ClassVar[str] = "bare.html"

    site_name: str
    styles: str
    canonical: str
    title: str
    head: Markup
    body: Markup


@dataclass(frozen=True, slots=True)
class Bare:
    """A site without a theme.

    Attributes:
        site: what is published.
        tell: is told what is being made.
    """

    site: Site
    tell: Tell = silent

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield the path and the content of every file."""
        yield from tree(self.site, self.shell, self.tell)
        home = self.site.parts["home_page"](links_from(addresses.HOME()))
        yield "index.html", self._page(addresses.HOME(), _NAME, home)
        for page in self.site.pages():
            here = page.path.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/"
            title = json.loads(_TITLE.findall(page.text)[0])
            yield f"{here}index.html", self._page(here, title, _body(self.site, page, here))

    def shell(self, provider: Provider) -> Shell:
        """Return the frame for the pages of a provider's codes."""
        here = shell.address(provider.id)
        frame = self._frame(here, shell.TITLE, shell.HEAD, shell.BODY)
        canonical = f"{self.site.url}{here}" if self.site.url else None
        return shell.cut(frame, BareFrame.template, canonical)

    def _page(self, here: str, title: str, body: str) -> str:
        return self._frame(here, title, Markup("<title>{}</title>").format(title), body)

    def _frame(self, here: str, title: str, head: str, body: str) -> str:
        canonical = f"{self.site.url}{here}" if self.site.url else ""
        sheet = addresses.ASSET(file=styles.SHEET)
        # Both were made by templates that escape.
        made = Markup(head), Markup(body)  # noqa: S704
        return render(BareFrame(_NAME, sheet, canonical, title, *made), links_from(here))


def _body(site: Site, page: Page, here: str) -> str:
    """Return a generated page's body: its headings, and what its macros make."""
    blocks = []
    for line in page.text.split("---\n", 2)[2].splitlines():
        if call := _CALL.fullmatch(line):
            arguments = json.loads(f"[{call[2]}]")
            blocks.append(site.parts[call[1]](*arguments, links_from(here)))
        elif heading := _HEADING.fullmatch(line):
            level = f"h{len(heading[1])}"
            text = _MARKDOWN.renderInline(heading[2])
            blocks.append(f'<{level} id="{escape(heading[3])}">{text}</{level}>')
    return "\n".join(blocks)
