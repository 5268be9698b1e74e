"""MkDocs events: the edge between the atlas and MkDocs, and nothing else.

MkDocs loads this file by its path before the plugins, so `macros` is imported inside the events.
What one event makes and the others need is `macros.site`.
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
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from macros.publish.site import Site

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
    import macros
    from macros import addresses, atlas
    from macros.errors import ProblemsError
    from macros.publish import pages, search_index
    from macros.publish.site import Site

    version = search_index.LUNR_VERSION
    if f'lunr.version = "{version}"' not in LUNR.read_text(encoding="utf-8"):
        raise PluginError(f"{LUNR} is not lunr.js {version}, which the search index is for.")

    data = Path(config.config_file_path).absolute().parent / "data"
    try:
        whole = atlas.load(data, reserved=pages.written(Path(config.docs_dir)))
    except ProblemsError as error:
        raise PluginError(f"the data cannot be used:\n{error}") from None
    url = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
    macros.site = Site(whole, data, url, config.repo_url or "")
    providers = [
        {provider.name: f"{addresses.CATALOG(provider=provider.id)}index.md"}
        for provider in whole.providers
    ]
    # `mkdocs serve` reads the configuration anew for each build, so this is done once to each.
    home, *others = config.nav or []
    config.nav = [home, *providers, *others]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and all other files that the atlas publishes."""
    from macros import addresses

    site = _site()
    for page in site.pages():
        files.append(File.generated(config, page.path, content=page.text))
    library = LUNR.read_text(encoding="utf-8")
    for path, content in ((addresses.SEARCH_LIBRARY(), library), *site.files()):
        # MkDocs takes what ends in `.md` for a page.
        name = f"{path}.txt" if path.endswith(".md") else path
        file = File.generated(config, name, content=content)
        file.dest_uri = path
        files.append(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme's templates the addresses of the site."""
    del config, files
    from macros import addresses

    env.globals["addresses"] = addresses
    return env


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Date a page by the data: by the clock, two builds of one commit would differ."""
    del config, files
    page.update_date = _site().updated(page.url)
    return page


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a page what its macros made, and a code's page its body, past Markdown."""
    del config, files
    site = _site()
    code = site.atlas.code_at(page.url)
    return site.code_page(code) if code else site.put_parts(html)


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Give a code's page its title and the tags by which links to it unfurl."""
    del config
    from macros import addresses

    site = _site()
    code = site.atlas.code_at(page.url)
    tab = addresses.CATALOG(provider=code.provider.id) if code else None
    # A code's page is not in the navigation; its provider's tab is the one to mark.
    for item in nav.items:
        if isinstance(item, type(page)) and item is not page:
            item.active = item.url == tab
    if code:
        context["code_head"] = site.code_head(code, page.canonical_url)  # type: ignore[typeddict-unknown-key]
    return context


def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Give the 404 page its text."""
    del config
    if template_name == "404.html":
        context["not_found"] = _site().not_found(context["base_url"])  # type: ignore[typeddict-unknown-key]
    return context


def _site() -> Site:
    """Return what this build publishes."""
    import macros

    assert macros.site, "on_config comes first"
    return macros.site


def _forget_modules() -> None:
    """Drop the loaded modules, so that `mkdocs serve` shows an edited module's new code."""
    if str(_PROJECT) not in sys.path:
        sys.path.insert(0, str(_PROJECT))
    for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
        del sys.modules[name]
