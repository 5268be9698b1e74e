"""How templates are filled: a typed context -> HTML, SVG or XML.

The environment escapes everything and refuses undefined names, because what it shows are the
providers' own words. Markdown never sees the result.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from jinja2 import FileSystemLoader
from markupsafe import Markup, escape

from macros import addresses
from macros.kept import digest
from macros.languages import is_english
from macros.publish import answer, badges, retries, wording
from macros.publish.html.templating import Environment
from macros.review.differences import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jinja2 import Template

    from macros.review.rules import Mark

    # Makes a link of an address of the site.
    Link = Callable[[str], str]

TEMPLATES = Path(__file__).parent / "templates"

environment = Environment(FileSystemLoader(TEMPLATES))  # `current` looks for edited templates


class Context:
    """What one template may use; a dataclass of these, with slots, is each template's contract.

    Beside its own fields a template has `link`, which makes a link of an address, and the globals
    at the end of this module.
    """

    __slots__: ClassVar[tuple[str, ...]] = ()
    template: ClassVar[str]


def render(context: Context, link: Link) -> str:
    """Return a template filled with its context."""
    values = {name: getattr(context, name) for name in context.__slots__}
    return _template(context.template).render(**values, link=link)


@cache
def _template(name: str) -> Template:
    return environment.get_template(name)


def current() -> bytes:
    """Return what tells all templates from edited ones; forget those that were edited since."""
    files = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
    now = b"".join(digest(path) for path in files)
    if _seen != [now]:
        _seen[:] = [now]
        _template.cache_clear()
        if environment.cache is not None:
            environment.cache.clear()
    return now


_seen: list[bytes] = []


def links_from(here: str) -> Link:
    """Return the maker of relative links on the page `here`, such as `wechat/40029/`."""
    folder, slash, inside = here.partition("/")
    outer, up = f"{folder}/", "../" * here.count("/")
    inner = f"{outer}{inside.partition('/')[0]}/" if "/" in inside else ""
    start, near = len(outer), up[len("../") :]

    def link(target: str) -> str:
        # Most leave one of the two folders that a page of a code is in, and need no second look.
        if slash and not target.startswith(outer):
            return up + target
        if inner and not target.startswith(inner):
            return near + target[start:]
        return addresses.relative(target, here)

    return link


def links_below(root: str) -> Link:
    """Return the maker of links that begin with the site's own address or path."""
    return lambda target: f"{root}{target}"


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, Mark | None]]:
    """Yield a text in pieces, each with the mark that is on it, if any."""
    place = 0
    for mark in marks:
        if mark.start > place:
            yield text[place : mark.start], None
        yield text[mark.start : mark.end], mark
        place = mark.end
    if place < len(text):
        yield text[place:], None


def _lines(text: str) -> Markup:
    """Return a text with its line breaks."""
    shown = escape(text)
    return shown.replace("\n", Markup("<br>")) if "\n" in text else shown


@lru_cache(maxsize=256)  # a page has dozens of texts in a few languages
def _lang(tag: str) -> Markup:
    """Return the attribute that tells a language; none for English, which the pages are in."""
    return Markup("") if is_english(tag) else Markup(' lang="{}"').format(tag)


environment.globals["addresses"] = addresses
environment.globals["answer"] = answer
environment.globals["wording"] = wording
environment.globals["retries"] = retries
environment.globals["rare_badges"] = badges.rare
environment.globals["pieces"] = _pieces
environment.globals["replaced"] = replaced
environment.globals["lang"] = _lang
environment.filters["lines"] = _lines
