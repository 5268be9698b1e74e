"""Which pages and files the site has beside the hand-written ones.

A generated page holds front matter, headings of ours and macro calls, and not a word of a
provider's: what stands in a page is Jinja and Markdown input, what a macro makes is neither.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from macros.publish.wording import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.catalog.model import Atlas, Catalog, Code
    from macros.sources.provider import CodeSet, Provider, Revision


# The index that the theme fetches on every page holds the hand-written pages alone.
_NO_STOCK_SEARCH = "search: {exclude: true}"


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: its path below `docs/` and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that is published as it is: its path in the site, and the file's path in `data/`."""

    path: str
    source: str


class Parts:
    """What the macros of pages have made, until it takes the place of its marks in the HTML."""

    _MARK = re.compile(r"<div>atlas-part-([0-9]+)</div>")

    def __init__(self) -> None:
        self._made: list[str] = []

    def marked(self, macro: Callable[..., str]) -> Callable[..., str]:
        """Return a macro that keeps the result of `macro`, and returns a mark for it."""

        def mark(*arguments: object) -> str:
            self._made.append(macro(*arguments))
            return f"<div>atlas-part-{len(self._made) - 1}</div>"

        return mark

    def put_into(self, html: str) -> str:
        """Return a page's HTML with the parts in the places of their marks."""
        return self._MARK.sub(lambda mark: self._made[int(mark[1])], html)


def generated(atlas: Atlas) -> Iterator[Page]:
    """Yield every generated page: catalog, changes and code pages of each provider."""
    for catalog in atlas.catalogs.values():
        yield Page(f"{catalog.provider.id}/index.md", catalog_text(catalog))
        yield Page(f"{catalog.provider.id}/changes.md", changes_text(catalog))
        for code in catalog.codes:
            yield Page(f"{catalog.provider.id}/{code.address}.md", code_text(code))


def documents(atlas: Atlas) -> Iterator[Copy]:
    """Yield every source document, published byte for byte as plain text."""
    for catalog in atlas.catalogs.values():
        for revision in catalog.provider.revisions:
            source = f"{catalog.provider.id}/{revision.file}"
            yield Copy(document_path(catalog.provider, revision), source)


def document_path(provider: Provider, revision: Revision) -> str:
    """Return the path of a source document in the site; always `.txt`, so that none is run."""
    return f"sources/{provider.id}/{revision.id}.txt"


def redirects(atlas: Atlas) -> str:
    """Return the host's `_redirects` file: a provider's other names lead to its pages."""
    lines = [
        f"/{alias}/* /{catalog.provider.id}/:splat 301"
        for catalog in atlas.catalogs.values()
        for alias in catalog.provider.aliases
        if re.fullmatch(r"[a-z0-9-]+", alias, re.ASCII)
    ]
    return "".join(f"{line}\n" for line in lines)


def updated(atlas: Atlas, url: str) -> str:
    """Return the day (ISO) on which the atlas last took in a document that a page is about."""
    provider_id, _, _ = url.partition("/")
    catalogs = atlas.catalogs
    shown = [catalogs[provider_id]] if provider_id in catalogs else catalogs.values()
    return max(one.provider.latest.added for one in shown).isoformat()


def code_text(code: Code) -> str:
    """Return the text of a code's page; its body needs no Markdown, and comes from the hook."""
    title = json.dumps(f"{code.provider.name} {code.anchor}")
    front = [f"title: {title}", "hide: [navigation, toc]", "render_macros: false", _NO_STOCK_SEARCH]
    return "\n".join(["---", *front, "---", ""])


def changes_text(catalog: Catalog) -> str:
    """Return the text of a provider's page of changes."""
    provider = catalog.provider
    title = json.dumps(f"{provider.product}: what changed")
    front = f"---\ntitle: {title}\nhide: [navigation, toc]\n{_NO_STOCK_SEARCH}\n---"
    return f'{front}\n\n{{{{ changes_page("{provider.id}") }}}}\n'


def catalog_text(catalog: Catalog) -> str:
    """Return the text of a provider's catalog page, with its headings for the contents."""
    provider = catalog.provider
    parts = [
        f"---\ntitle: {json.dumps(provider.product)}\nhide: [navigation]\n{_NO_STOCK_SEARCH}\n---",
        f'{{{{ catalog_page("{provider.id}") }}}}',
    ]
    several = len(provider.code_sets) > 1
    for code_set in provider.code_sets:
        if several:
            parts.append(f"## {code_set.title} {{: #set:{code_set.id} }}")
        parts.append(f'{{{{ response_shape("{provider.id}", "{code_set.id}") }}}}')
        parts += _sections(catalog, code_set, "###" if several else "##")
    return "\n\n".join(parts) + "\n"


def _sections(catalog: Catalog, code_set: CodeSet, level: str) -> Iterator[str]:
    if not code_set.ranges and len(catalog.provider.code_sets) == 1:
        yield f"{level} {code_set.title} {{: #set:{code_set.id} }}"
    group = None
    for number, listed in enumerate(sections(catalog, code_set)):
        stretch = listed[0].range
        title = f"{stretch.span} {stretch.title}" if stretch else "Other codes"
        ident = f"range:{code_set.id}:{listed[0].anchor}"
        depth = level
        if stretch and stretch.group:
            if stretch.group != group:
                yield f"{level} {stretch.group} {{: #group:{code_set.id}:{listed[0].anchor} }}"
            depth = f"{level}#"
        group = stretch.group if stretch else None
        if code_set.ranges:
            yield f"{depth} {escape_markdown(title)} {{: #{ident} }}"
        yield f'{{{{ code_table("{catalog.provider.id}", "{code_set.id}", {number}) }}}}'


def sections(catalog: Catalog, code_set: CodeSet) -> list[tuple[Code, ...]]:
    """Return the codes of a code set by range, in order; codes without a range by themselves."""
    return [tuple(group) for _, group in groupby(catalog.of(code_set), lambda code: code.range)]
