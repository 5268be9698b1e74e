"""MkDocs events: the edge between the atlas and MkDocs, and nothing else.

MkDocs loads this file by its path before the plugins, so `macros` is imported inside the events.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.contrib import search as contrib_search
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from macros.conditions import Conditions
    from macros.model import Atlas

_PROJECT = Path(__file__).resolve().parent.parent
LUNR = Path(contrib_search.__file__).parent / "templates" / "search" / "lunr.js"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything, before any plugin runs and any file is touched.

    Raises:
        PluginError: with all problems of all files, or when MkDocs carries another version of
            lunr.js than the search index is written for.
    """
    _forget_modules()
    from macros import api, catalog, conditions, pages, review, search_index
    from macros.errors import ProblemsError

    version = search_index.LUNR_VERSION
    if f'lunr.version = "{version}"' not in LUNR.read_text(encoding="utf-8"):
        raise PluginError(f"{LUNR} is not lunr.js {version}, which the search index is for.")

    written = {path.stem for path in Path(config.docs_dir).iterdir()}
    try:
        atlas = catalog.load(_data(config), reserved=written - {"index"})
        reviews = review.load(_data(config), atlas)
        classified = conditions.load(_data(config), atlas)
    except ProblemsError as error:
        raise PluginError(f"the data cannot be used:\n{error}") from None
    config.extra["atlas"] = atlas
    config.extra["reviews"] = reviews
    config.extra["conditions"] = classified
    facts = api.Facts(atlas, reviews, classified, _site_url(config) or "/")
    config.extra["parts"] = pages.Parts()
    config.extra["files"] = api.Files(facts)
    providers = [
        {one.provider.name: f"{provider_id}/index.md"}
        for provider_id, one in atlas.catalogs.items()
    ]
    # `mkdocs serve` hands the same configuration in only once; it reads the file for each build.
    home, *others = config.nav or []
    config.nav = [home, *providers, *others]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, the source documents, and what hosts and browsers read."""
    from macros import feed, pages, rendering

    atlas = config.extra["atlas"]
    for page in pages.generated(atlas):
        files.append(File.generated(config, page.path, content=page.text))
    for copy in pages.documents(atlas):
        source = str(_data(config) / copy.source)
        files.append(File.generated(config, copy.path, abs_src_path=source))
    files.append(File.generated(config, "_redirects", content=pages.redirects(atlas)))
    if site_url := _site_url(config):
        content = rendering.opensearch(atlas, site_url)
        files.append(File.generated(config, "opensearch.xml", content=content))
        for one in feed.feeds(config.extra["reviews"].values()):
            content = rendering.feed(one, site_url)
            files.append(File.generated(config, one.path, content=content))
    made = config.extra["files"].content
    for path, content in (*_search_files(atlas, config.extra["conditions"]), *made.items()):
        files.append(_published(config, path, content))
    return files


def _published(config: MkDocsConfig, path: str, content: str) -> File:
    """Return a file that is published as it is: MkDocs takes what ends in `.md` for a page."""
    file = File.generated(config, f"{path}.txt" if path.endswith(".md") else path, content=content)
    file.dest_uri = path
    return file


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Date a page by the data: by the clock, two builds of one commit would differ."""
    del files
    from macros import pages

    page.update_date = pages.updated(config.extra["atlas"], page.url)
    return page


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a page what its macros made, and a code's page its body, past Markdown."""
    del files
    from macros import rendering

    atlas = config.extra["atlas"]
    code = atlas.code_at(page.url)
    if not code:
        return str(config.extra["parts"].put_into(html))
    review = config.extra["reviews"][code.provider.id]
    conditions = config.extra["conditions"]
    return rendering.code(code, atlas, review, conditions, config.repo_url)


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Give a code's page its title and the tags by which links to it unfurl."""
    from macros import rendering

    code = config.extra["atlas"].code_at(page.url)
    # A code's page is not in the navigation; its provider's tab is the one to mark.
    for item in nav.items:
        if isinstance(item, type(page)) and item is not page:
            item.active = code is not None and item.url == f"{code.provider.id}/"
    if code:
        context["code_head"] = rendering.code_head(code, page.canonical_url)  # type: ignore[typeddict-unknown-key]
    return context


def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Give the 404 page its text."""
    from macros import rendering

    if template_name == "404.html":
        found = rendering.not_found(config.extra["atlas"], context["base_url"])
        context["not_found"] = found  # type: ignore[typeddict-unknown-key]
    return context


def _search_files(atlas: Atlas, conditions: Conditions) -> Iterator[tuple[str, str]]:
    """Yield the files of the search index, and the library that reads it."""
    from macros import search_index

    yield "search/lunr.js", LUNR.read_text(encoding="utf-8")
    for path, content in search_index.files(atlas, conditions):
        yield f"search/{path}", content


def _site_url(config: MkDocsConfig) -> str:
    """Return the site's address with a slash at its end; empty where it does not know it."""
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def _data(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).absolute().parent / "data"


def _forget_modules() -> None:
    """Drop the loaded modules, so that `mkdocs serve` shows an edited module's new code."""
    if str(_PROJECT) not in sys.path:
        sys.path.insert(0, str(_PROJECT))
    for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
        del sys.modules[name]
