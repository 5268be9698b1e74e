"""The page of one code: entry -> HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from macros.publish import answer, wording
from macros.publish.html.environment import Context, links_from, render
from macros.publish.html.head import tags, unfurled
from macros.publish.packs import Packs

if TYPE_CHECKING:
    from markupsafe import Markup

    from macros.atlas import Atlas
    from macros.catalog.model import Code
    from macros.publish.entry import Entry


@dataclass(frozen=True, slots=True)
class CodePage(Context):
    """The body of a code's page.

    Attributes:
        entry: what the atlas says of the code.
        tracker: the project's address, whose `issues/new` takes reports; empty where there is none.
        edit: the file and line below that address in which the atlas says what it says of the code.
    """

    template: ClassVar[str] = "code.html"

    entry: Entry
    tracker: str
    edit: str


@dataclass(frozen=True, slots=True)
class CodeHead(Context):
    """The title and the tags by which a link to a code's page unfurls.

    Attributes:
        code: the code.
        description: what it means and what to do.
        tags: those by which a link unfurls.
        packs: in which files its JSON and its Markdown stand.
        previous: the code before it in the catalog.
        following: the code behind it.
    """

    template: ClassVar[str] = "code_head.html"

    code: Code
    description: str
    tags: Markup
    packs: Packs
    previous: Code | None
    following: Code | None


def page(entry: Entry, tracker: str | None = None) -> str:
    """Return the body of a code's page; `tracker` as in `CodePage`."""
    edit = f"blob/HEAD/{entry.written[0]}#L{entry.written[1]}"
    context = CodePage(entry, (tracker or "").rstrip("/"), edit)
    return render(context, links_from(entry.code.url))


def head(context: CodeHead) -> str:
    """Return what stands in the head of a code's page."""
    return render(context, links_from(context.code.url))


def head_of(atlas: Atlas, code: Code, site_url: str = "") -> CodeHead:
    """Return all that the head of a code's page is made of; `site_url` as in `Unfurled`."""
    description = answer.description(code, atlas.conditions.verdict(code))
    named = answer.shortened(wording.plain(code), answer.MOST_IN_TITLE)
    # The title says already whose code it is.
    said = description.partition(": ")[2]
    shown = unfurled(site_url, code.url, named, said, code.provider)
    return CodeHead(code, description, tags(shown), Packs.of(atlas), *atlas.neighbours(code))
