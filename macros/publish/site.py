"""Every path and content of the site beside the hand-written pages: atlas -> (path, content).

Knows nothing of MkDocs: `hooks` hands the pages to it and writes the rest out.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from macros import addresses
from macros.cached import cached_property
from macros.kept import Kept
from macros.publish import (
    browsers,
    contents,
    feed,
    pages,
    parts,
    pictures,
    redirects,
    search_index,
)
from macros.publish.api.files import Files
from macros.publish.entry import entry_of
from macros.publish.html import (
    across,
    all_changes,
    catalog,
    catalog_part,
    changes,
    code,
    environment,
    head,
    home,
    how_far,
    open_work,
    programs,
    provider,
)
from macros.publish.html.environment import links_from
from macros.sources import published, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.catalog.model import Code
    from macros.publish.contents import Heading
    from macros.publish.html.environment import Link
    from macros.publish.pages import Page
    from macros.publish.parts import Cut, Limits
    from macros.sources.provider import Provider


class Site:
    """All that is published.

    Attributes:
        limits: how large a page of a catalog may be.

    Args:
        atlas: the atlas.
        data: the folder with the documents.
        url: the site's full address, with a slash at its end; empty where it does not know it.
        repository: the project's own address; empty where there is none.
        kept: what was published before, of which the parts that did not change are taken over.
    """

    limits: Limits = parts.LIMITS

    def __init__(
        self,
        atlas: Atlas,
        data: Path,
        url: str = "",
        repository: str = "",
        kept: Kept | None = None,
    ) -> None:
        self.atlas = atlas
        self.url = url
        self._data = data
        self._repository = repository
        self._parts = pages.Parts()
        self._kept = kept or Kept(lasting=False)
        self._templates = environment.current()

    def pages(self) -> Iterator[Page]:
        """Yield the generated pages, as Markdown with calls of `macros`."""
        return pages.generated(self.atlas, self.cut)

    @cached_property
    def cut(self) -> dict[str, Cut]:
        """Into which pages each catalog is cut, by provider id."""
        listed = published.read(self._data)
        return {
            ident: parts.cut(catalog, self.limits, parts.kept_of(catalog, listed))
            for ident, catalog in self.atlas.catalogs.items()
        }

    @cached_property
    def contents(self) -> dict[str, tuple[Heading, ...]]:
        """The headings that Markdown does not know, of each page that has some, by its address."""
        listed = {addresses.COMPARE(): tuple(contents.of_conditions(self.atlas.conditions))}
        for ident, cut in self.cut.items():
            of = self.atlas.catalogs[ident]
            for part in cut.named.values():
                listed[parts.address(of, part.name)] = tuple(contents.of_catalog(of, part))
        return listed

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield the path and the content of every file that is no page."""
        atlas = self.atlas
        yield from self._documents()
        yield addresses.REDIRECTS(), redirects.file(self.atlas, self.cut, self.url)
        yield addresses.ROBOTS(), browsers.robots(self.url)
        yield addresses.MANIFEST(), browsers.manifest()
        yield from self._kept.get(("icons",), "", lambda: tuple(pictures.icons()))
        if self.url:
            catalogs = tuple(atlas.catalogs.values())
            yield from self._kept.get(("cards",), catalogs, lambda: tuple(pictures.cards(atlas)))
            yield addresses.OPENSEARCH(), across.opensearch(self.atlas, self.url)
            for made in feed.feeds(self.atlas.reviews.values(), told.read(self._data)):
                yield made.address, feed.atom(made, self.url)
        yield from self._kept.get(
            ("search",),
            (*atlas.catalogs.values(), atlas.conditions, *atlas.others, *atlas.synonyms),
            lambda: tuple(search_index.files(atlas)),
        )
        for address in self.api:
            yield address, self.api.content(address)

    def _documents(self) -> Iterator[tuple[str, bytes]]:
        """Yield every source document, byte for byte; as text, so that no host runs it."""
        for of in self.atlas.catalogs.values():
            folder = of.provider.id
            for revision in of.provider.revisions:
                for document in revision.documents:
                    path = addresses.DOCUMENT(provider=folder, revision=document.name)
                    yield path, (self._data / folder / document.file).read_bytes()

    @cached_property
    def api(self) -> Files:
        """The content of all files for programs, by address."""
        return Files(self.atlas, self.url or "/", self._kept)

    def code_page(self, shown: Code) -> str:
        """Return the body of a code's page."""
        entry = entry_of(self.atlas, shown)
        self.api.take(entry)
        return self._kept.get(
            ("page", shown.url),
            (entry, self._repository, self._templates),
            lambda: code.page(entry, self._repository),
            operator.eq,
        )

    def code_head(self, shown: Code) -> str:
        """Return the title and the tags by which a link to a code's page unfurls."""
        made_of = code.head_of(self.atlas, shown, self.url)
        return self._kept.get(
            ("head", shown.url),
            (made_of, self._templates),
            lambda: code.head(made_of),
            operator.eq,
        )

    def unfurled(self, page: str, title: str, description: str) -> str:
        """Return the tags by which a link to the page at an address unfurls."""
        return head.tags(head.unfurled(self.url, page, title, description, self.about(page)))

    def about(self, page: str) -> Provider | None:
        """Return the provider that the page at an address is about; None where it is about all."""
        catalog = self.atlas.catalogs.get(page.partition("/")[0])
        return catalog.provider if catalog else None

    def not_found(self, base: str) -> str:
        """Return the body of the 404 page; `base` is the path of the site."""
        return across.not_found(self.atlas, base)

    def updated(self, url: str) -> str:
        """Return the day (ISO) on which the atlas last took in something that a page is about.

        A new revision is about all codes of its provider, an observation about one.
        """
        if shown := self._codes.get(url):
            seen = [shown.observed.seen] if shown.observed else []
            return max([shown.provider.latest.added, *seen]).isoformat()
        provider_id, _, _ = url.partition("/")
        catalogs = self.atlas.catalogs
        about = [catalogs[provider_id]] if provider_id in catalogs else catalogs.values()
        return max(catalog.updated for catalog in about).isoformat()

    @cached_property
    def _codes(self) -> dict[str, Code]:
        return {code.url: code for code in self.atlas.codes}

    def macros(self, here: Callable[[], str]) -> Mapping[str, Callable[..., str]]:
        """Return what the Markdown of pages can call, by name.

        A macro leaves a mark in the page, and its result for `put_parts`: the way through Markdown
        takes time, and finds markup in what providers wrote.

        Args:
            here: returns the address of the page that calls.
        """

        def marked(part: Callable[..., str]) -> Callable[..., str]:
            return self._parts.marked(lambda *arguments: part(*arguments, links_from(here())))

        return {name: marked(part) for name, part in self.parts.items()}

    def put_parts(self, html: str) -> str:
        """Return a page's HTML with what its macros made in the places of their marks."""
        return self._parts.put_into(html)

    @cached_property
    def parts(self) -> dict[str, Callable[..., str]]:
        """What makes each part of a page, by name; the last argument makes links on that page."""
        atlas = self.atlas

        def code_table(provider_id: str, code_set_id: str, link: Link) -> str:
            of = atlas.catalogs[provider_id]
            groups = list(contents.groups(of, of.provider.code_set(code_set_id)))
            return catalog.table(atlas, of, groups, link)

        def code_set(provider_id: str, code_set_id: str, link: Link) -> str:
            of = atlas.catalogs[provider_id]
            return catalog.code_set_head(of, of.provider.code_set(code_set_id), link)

        return {
            **self._parts_of_catalogs(),
            "catalog_page": lambda provider_id, link: catalog.head(
                atlas, atlas.catalogs[provider_id], link
            ),
            "code_set": code_set,
            "code_table": code_table,
            "catalog_end": lambda provider_id, link: catalog.end(atlas.catalogs[provider_id], link),
            "changes_page": lambda provider_id, link: changes.page(
                atlas.reviews[provider_id], link, has_feed=bool(self.url)
            ),
            "limits_page": lambda provider_id, link: provider.limits(
                atlas.reviews[provider_id], link
            ),
            "report_page": lambda provider_id, link: provider.report(
                atlas.reviews[provider_id],
                self.api[addresses.REPORT_MARKDOWN(provider=provider_id)],
                link,
            ),
            "all_changes_page": lambda link: all_changes.page(atlas, link, has_feed=bool(self.url)),
            "home_page": lambda link: home.home(atlas, link),
            "sources_page": lambda link: across.sources(atlas, link),
            "open_work_page": lambda link: open_work.page(atlas, link),
            "how_far_costs": lambda link: how_far.costs_part(how_far.read(), link),
            "how_far_look_ups": lambda link: how_far.look_ups_part(how_far.read(), link),
            "how_sure_page": lambda link: across.how_sure(atlas, link),
            "discrepancies_page": lambda link: across.discrepancies(atlas, link),
            "compare_page": lambda link: across.compare(atlas, link),
            "same_number_page": lambda link: across.same_number(atlas, link),
            "responses_page": lambda link: across.responses(atlas, link),
            "programs_page": lambda link: programs.programs(self.api, atlas, link),
            "bodies": lambda link: programs.bodies(atlas, link),
            "verdicts": lambda link: programs.verdicts(atlas, link),
            "single_files": lambda link: programs.single_files(atlas, link),
            "versions": programs.versions,
            "example": lambda name, link: programs.example(name, self.url, link),
        }

    def _parts_of_catalogs(self) -> dict[str, Callable[..., str]]:
        """What makes each part of a page of a catalog in parts."""
        catalogs = self.atlas.catalogs

        def head(ident: str, name: str, link: Link) -> str:
            cut = self.cut[ident]
            return catalog_part.head(self.atlas, catalogs[ident], cut, cut.named[name], link)

        def sections(ident: str, code_set_id: str, link: Link) -> str:
            code_set = catalogs[ident].provider.code_set(code_set_id)
            return catalog_part.sections(catalogs[ident], self.cut[ident], code_set, link)

        def table(ident: str, name: str, code_set_id: str, link: Link) -> str:
            of, cut = catalogs[ident], self.cut[ident]
            code_set = of.provider.code_set(code_set_id)
            groups = catalog_part.groups(of, cut.named[name], code_set)
            return catalog_part.part_table(self.atlas, of, cut, groups, link)

        def end(ident: str, name: str, link: Link) -> str:
            cut = self.cut[ident]
            return catalog_part.end(catalogs[ident], cut, cut.named[name], link)

        return {
            "catalog_part": head,
            "catalog_sections": sections,
            "part_table": table,
            "catalog_part_end": end,
        }
