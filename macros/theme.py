"""What the theme gives: the frame of the pages of codes, its scripts and icons, its marks."""

from __future__ import annotations

import os
import re
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from mkdocs.commands import build
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros import addresses
from macros.errors import ProblemsError
from macros.publish import assets, licences, pages, shell, styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

    from macros.publish.assets import Assets
    from macros.publish.shell import Shell
    from macros.publish.site import Site
    from macros.sources.provider import Provider

_TICKED = re.compile(r'(<input [^>]*type="checkbox"[^>]*) autocomplete="off"')


def put_assets(files: Files, config: MkDocsConfig) -> tuple[Assets, str]:
    """Put what pages load into the place of its sources; leave out of the theme what none loads.

    Returns:
        What pages load of the atlas's own, and whose work the theme is.

    Raises:
        PluginError: when the theme or a script is not what the atlas builds on.
    """
    sources = [file for file in files if file.src_uri.startswith(assets.ROOT)]
    sheets = [file.content_string for file in sources if assets.is_sheet_of_theme(file.src_uri)]
    scripts = [file for file in sources if assets.is_script_of_theme(file.src_uri)]
    source_map = next((file for file in sources if assets.is_source_map(file.src_uri)), None)
    if not source_map:
        raise PluginError(
            "macros/publish/licences.py: the theme has no source map, which names the parts of its"
            " script: say in that module where their licences are to be read."
        )
    for file in sources:
        files.remove(file)
    icons = styles.icons({name: _icon(icon, config) for name, icon in styles.ICONS.items()})
    try:
        made = assets.read(Path(config.docs_dir) / assets.ROOT, sheets, [icons])
    except ProblemsError as error:
        raise PluginError(f"the scripts cannot be used:\n{error}") from None
    theme = {file.src_uri: assets.script_of_theme(file.content_string) for file in scripts}
    for path, content in {**theme, **made.files}.items():
        files.append(File.generated(config, path, content=content))
    return made, licences.file(source_map.content_string)


def _icon(name: str, config: MkDocsConfig) -> str:
    """Return the SVG of one of the theme's icons.

    Raises:
        PluginError: when the theme has none of that name.
    """
    for folder in config.theme.dirs:
        file = Path(folder) / ".icons" / f"{name}.svg"
        if file.exists():
            return file.read_text(encoding="utf-8")
    raise PluginError(
        f"macros/publish/styles.py: the theme has no icon {name!r}: name another one in ICONS."
    )


def frame(
    provider: Provider, nav: Navigation, env: Environment, config: MkDocsConfig, files: Files
) -> Shell:
    """Let the theme and all plugins make the page of a code that is none, and cut it up.

    Raises:
        ProblemsError: when a place that the atlas writes into is missing.
    """
    file = File.generated(config, pages.file_of(shell.address(provider.id)), content="")
    page = Page(shell.TITLE, file, config)
    page.meta = {"title": shell.TITLE, **pages.FRONT_OF_CODE}
    page.content = shell.BODY
    # It is not in the navigation; its provider's tab is the one to mark.
    tab = addresses.CATALOG(provider=provider.id)
    tabs = [item for item in nav.items if isinstance(item, Page) and item.url == tab]
    for item in tabs:
        item.active = True
    context = build.get_context(nav, files, config, page)
    context["code_head"] = shell.HEAD  # type: ignore[typeddict-unknown-key]
    context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
    template = env.get_template("main.html")
    drawn = config.plugins.on_post_page(template.render(context), page=page, config=config)
    for item in tabs:
        item.active = False
    shown = os.path.relpath(str(template.filename), Path(config.config_file_path).parent)
    return shell.cut(drawn, shown, page.canonical_url)


def valid(output: str) -> str:
    """Return a page without the attribute that the theme gives to its boxes to tick.

    No such box has it in HTML.
    """
    return _TICKED.sub(r"\1", output)


def tabs_above(page: Page, nav: Navigation) -> list[Page]:
    """Return the tab of the provider of whose catalog a page is a part; none for other pages."""
    provider_id, _, rest = page.url.partition("/")
    if not rest or not page.url.startswith(addresses.PART(provider=provider_id, part="")[:-1]):
        return []
    tab = addresses.CATALOG(provider=provider_id)
    return [item for item in nav.items if isinstance(item, Page) and item.url == tab]


def listed(site: Site) -> Iterator[File]:
    """Yield what a sitemap says of each code's page, in the shape that its template reads."""
    for code in site.atlas.codes:
        page = SimpleNamespace(
            is_link=False,
            abs_url=None,
            canonical_url=f"{site.url}{code.url}",
            update_date=site.updated(code.url),
        )
        yield SimpleNamespace(page=page)  # type: ignore[misc]
