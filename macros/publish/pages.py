"""The text of the pages that MkDocs gets beside the hand-written ones.

A generated page holds front matter and macro calls, and not a word of a provider's: what stands in
a page is Jinja and Markdown input, what a macro makes is neither.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from markupsafe import escape

from macros import addresses
from macros.publish import answer, wording
from macros.publish.parts import address as part_address
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.publish.parts import Cut, Part
    from macros.sources.provider import CodeSet

_FIGURES = (
    '<div class="ec-scroll" role="group" aria-label="Table" tabindex="0">'
    '<table class="ec-figures">{}</div>'
)
_HEAD = re.compile("<th(?=[ >])")
# A table of Markdown; those of our templates have a class.
_TABLE = re.compile(r"<table>(.*?</table>)", re.DOTALL)
# The index that the theme fetches on every page holds the hand-written pages alone.
_NO_STOCK_SEARCH = "search: {exclude: true}"
# The heading of the list of all codes on an overview.
EVERY_CODE = "ec:codes"
# What the theme and the plugins are told of a code's page, which is no Markdown.
FRONT_OF_CODE = {"hide": ["navigation", "toc"], "search": {"exclude": True}}


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: its path below `docs/` and its text."""

    path: str
    text: str


class Parts:
    """What the macros of pages have made, until it takes the place of its marks in the HTML.

    The sections that the theme's search leaves out come last: it would read through all of them.
    """

    _MARK = re.compile(r"<div data-search-exclude>atlas-part-([0-9]+)</div>")
    _UNSEARCHED = re.compile(r"<section data-search-exclude>.*</section>", re.DOTALL)

    def __init__(self) -> None:
        self._made: dict[int, str] = {}
        self._numbers = count()

    def marked(self, macro: Callable[..., str]) -> Callable[..., str]:
        """Return a macro that keeps the result of `macro`, and returns a mark for it."""

        def mark(*arguments: object) -> str:
            made = macro(*arguments)
            if section := self._UNSEARCHED.search(made):
                rest = self._keep(section[0])
                made = f"{made[: section.start()]}{rest}{made[section.end() :]}"
            return self._keep(made)

        return mark

    def _keep(self, part: str) -> str:
        number = next(self._numbers)
        self._made[number] = part
        return f"<div data-search-exclude>atlas-part-{number}</div>"

    def put_into(self, html: str) -> str:
        """Return a page's HTML with the parts in the places of their marks, one level of them.

        They belong to this page, and are let go: all catalogs together are large.
        """
        put = self._MARK.sub(lambda mark: self._made[int(mark[1])], html)
        for number in {int(mark) for mark in self._MARK.findall(html)}:
            del self._made[number]
        return put


def written(docs: Path) -> set[str]:
    """Return the names that hand-written pages and folders have, which no provider may have."""
    return {path.stem for path in docs.iterdir()} - {"index"}


def generated(atlas: Atlas, cuts: Mapping[str, Cut] | None = None) -> Iterator[Page]:
    """Yield every generated page: catalog, changes, limits and report of each provider.

    Args:
        atlas: the atlas.
        cuts: the catalogs in parts, by provider id.
    """
    for catalog in atlas.catalogs.values():
        provider = catalog.provider.id
        cut = cuts[provider] if cuts else None
        if cut and cut.root.parts:
            for part in cut.named.values():
                address = part_address(catalog, part.name)
                index = "" if part.name else "index.md"
                yield Page(file_of(address, index), part_text(catalog, part))
        else:
            index = file_of(addresses.CATALOG(provider=provider), "index.md")
            yield Page(index, catalog_text(catalog))
        yield Page(file_of(addresses.CHANGES(provider=provider)), changes_text(catalog))
        yield Page(file_of(addresses.LIMITS(provider=provider)), limits_text(catalog))
        yield Page(file_of(addresses.REPORT(provider=provider)), report_text(catalog))


def file_of(address: str, index: str = "") -> str:
    """Return the file that MkDocs publishes at an address: `wechat/40029.md`."""
    return f"{address}{index}" if index else f"{address.removesuffix('/')}.md"


def changes_text(catalog: Catalog) -> str:
    """Return the text of a provider's page of changes."""
    provider = catalog.provider
    says = f"What changed in the error codes of {provider.product}: what breaks clients first."
    front = _front(f"{provider.product}: changes", says, "hide: [navigation, toc]")
    return f'{front}\n{{{{ changes_page("{provider.id}") }}}}\n'


def limits_text(catalog: Catalog) -> str:
    """Return the text of a provider's page of limits and fields."""
    provider = catalog.provider
    says = f"The limits and fields that the error messages of {provider.product} name."
    front = _front(f"{provider.product}: limits and fields", says, "hide: [navigation, toc]")
    return f'{front}\n{{{{ limits_page("{provider.id}") }}}}\n'


def report_text(catalog: Catalog) -> str:
    """Return the text of a provider's report."""
    provider = catalog.provider
    says = (
        f"Possible mistakes in the error codes of {provider.product}, as a report for its provider."
    )
    front = _front(f"{provider.product}: for the provider", says, "hide: [navigation, toc]")
    return f'{front}\n{{{{ report_page("{provider.id}") }}}}\n'


def catalog_text(catalog: Catalog) -> str:
    """Return the text of a provider's catalog page."""
    provider = catalog.provider
    text = [f'{{{{ catalog_page("{provider.id}") }}}}']
    for code_set in provider.code_sets:
        place = f'"{provider.id}", "{code_set.id}"'
        text += [f"{{{{ code_set({place}) }}}}", f"{{{{ code_table({place}) }}}}"]
    text.append(f'{{{{ catalog_end("{provider.id}") }}}}')
    front = _front_of_catalog(provider.product, _says_of_catalog(catalog))
    return "\n".join([front, "\n\n".join(text), ""])


def part_text(catalog: Catalog, part: Part) -> str:
    """Return the text of one page of a catalog that is cut into parts, the root among them."""
    provider = catalog.provider
    place = f'"{provider.id}", "{part.name}"'
    text = [f"{{{{ catalog_part({place}) }}}}"]
    for code_set in provider.code_sets:
        if has_head(code_set, part):
            text.append(f'{{{{ code_set("{provider.id}", "{code_set.id}") }}}}')
        if not part.name and part.sections:
            text.append(f'{{{{ catalog_sections("{provider.id}", "{code_set.id}") }}}}')
        if any(code.code_set is code_set for code in part.rows):
            text.append(f'{{{{ part_table({place}, "{code_set.id}") }}}}')
    if part.parts and part.together:
        text.append(f"## {wording.EVERY_CODE} {{: #{EVERY_CODE} }}")
    text.append(f"{{{{ catalog_part_end({place}) }}}}")
    title = f"{provider.product}: {part.title}" if part.name else provider.product
    says = f"{part.title}: {_says_of_catalog(catalog)}" if part.name else _says_of_catalog(catalog)
    return "\n".join([_front_of_catalog(title, says), "\n\n".join(text), ""])


def has_head(code_set: CodeSet, part: Part) -> bool:
    """Tell whether a page of a catalog in parts heads a code set: it has rows of it, or all."""
    return not part.name or any(code.code_set is code_set for code in part.rows)


def _says_of_catalog(catalog: Catalog) -> str:
    about = one_line(catalog.provider.about)
    return f"{len(catalog.current)} error codes, what each means and what to do. {about}"


def _front_of_catalog(title: str, says: str) -> str:
    return _front(title, says, "hide: [navigation]", f"contents: {wording.RANGES}")


def _front(title: str, says: str, *others: str) -> str:
    """Return a page's front matter; JSON as YAML reads it, which takes no pair of surrogates.

    The theme puts what the page says of itself into its head as it is.
    """
    named = f"title: {json.dumps(title, ensure_ascii=False)}"
    described = f"description: {json.dumps(escape(answer.fitting(says)), ensure_ascii=False)}"
    return "\n".join(["---", named, described, *others, _NO_STOCK_SEARCH, "---", ""])


def is_titled(catalog: Catalog, code_set: CodeSet) -> bool:
    """Tell whether the sections of a code set have titles: those of ranges, or of headings."""
    return bool(code_set.ranges) or len(catalog.sections(code_set)) > 1


def with_figures(html: str) -> str:
    """Let the tables of a hand-written page scroll by themselves, with keys too; scope their heads.

    The theme wraps tables without a class in a box that keys do not reach.
    """
    return _TABLE.sub(lambda table: _FIGURES.format(_HEAD.sub('<th scope="col"', table[1])), html)
