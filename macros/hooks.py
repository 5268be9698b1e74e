"""MkDocs events: the edge between the atlas and MkDocs, and nothing else.

MkDocs loads this file by its path before the plugins, so `macros` is imported inside the events.
What one event makes and the others need is `macros.site`.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
import time
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import mkdocs
from mkdocs.commands import build
from mkdocs.contrib import search as contrib_search
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from macros.kept import Kept
    from macros.maintain.output import Followed
    from macros.progress import Tell
    from macros.publish.assets import Assets
    from macros.publish.shell import Shell
    from macros.publish.site import Site

# Objects, after which is looked for what holds itself: 10,000 codes are a million. One build leaves
# nothing of that; the builds of a server do, as MkDocs' pages know each other.
_GARBAGE = 50_000_000
_GARBAGE_SERVED = 5_000_000
_PROJECT = Path(__file__).resolve().parent.parent
LUNR = Path(contrib_search.__file__).parent / "templates" / "search" / "lunr.js"
# MkDocs and its forks each log below a name of their own.
_LOG = logging.getLogger(build.__name__.partition(".")[0])


@dataclass
class _Build:
    """What one event of a build gives and another needs.

    Attributes:
        target: the folder in which the site is to be when all of it is written.
        begun: when the build began, on a clock that only goes on.
        assets: what pages load of the atlas's own.
        licences: whose work the theme is.
        nav: the navigation.
        shells: the theme's frame for the pages of codes, by provider id.
        frames: what the theme drew around each page, by its address.
        not_found: the body of the 404 page.
    """

    target: Path
    begun: float
    assets: Assets | None = None
    licences: str = ""
    nav: Navigation | None = None
    shells: dict[str, Shell] = field(default_factory=dict)
    frames: dict[str, str] = field(default_factory=dict)
    not_found: str = ""


@dataclass
class _Serving:
    """What a server that follows edits takes over from one build to the next.

    Attributes:
        sources: when each file was edited of which a module of `macros` is loaded.
        kept: what was made of the data with these modules.
        folder: the folder that is served; None where one build is all.
    """

    sources: dict[Path, int] = field(default_factory=dict)
    kept: Kept | None = None
    folder: Followed | None = None


_builds: list[_Build] = []
# MkDocs loads this module once, however often it builds.
_serving = _Serving()


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 - as MkDocs calls it
    """Learn whether builds will follow each other."""
    del dirty
    _load_modules()
    from macros.maintain.output import Followed

    _serving.folder = Followed() if command == "serve" else None


def on_shutdown() -> None:
    """Let the process end at once, without a last look for what of the atlas can be freed."""
    gc.freeze()


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything, before any plugin runs and any file is touched.

    Raises:
        PluginError: with all problems of all files, or when MkDocs carries another version of
            lunr.js than the search index is written for.
    """
    gc.set_threshold(_GARBAGE_SERVED if _serving.folder else _GARBAGE, 50, 100)
    _load_modules()
    import macros
    from macros import addresses, atlas
    from macros.errors import ProblemsError
    from macros.kept import Kept
    from macros.publish import pages, search_index
    from macros.publish.site import Site
    from macros.review import remembered
    from macros.sources import settings

    version = search_index.LUNR_VERSION
    if f'lunr.version = "{version}"' not in LUNR.read_text(encoding="utf-8"):
        raise PluginError(f"{LUNR} is not lunr.js {version}, which the search index is for.")

    data = Path(config.config_file_path).absolute().parent / "data"
    kept = _serving.kept = _serving.kept or Kept(lasting=_serving.folder is not None)
    kept.begin()
    try:
        given = settings.read(Path(config.config_file_path))
        whole = atlas.load(data, pages.written(Path(config.docs_dir)), given, kept, _tell())
        _tell()("")
        if not _serving.folder:
            remembered.forget()
    except ProblemsError as error:
        raise PluginError(f"the data cannot be used:\n{error}") from None
    url = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
    macros.site = Site(whole, data, url, config.repo_url or "", kept)
    providers = [
        {provider.name: f"{addresses.CATALOG(provider=provider.id)}index.md"}
        for provider in whole.providers
    ]
    # `mkdocs serve` reads the configuration anew for each build, so this is done once to each.
    home, *others = config.nav or []
    config.nav = [home, *providers, *others]
    _write_beside(config)
    return config


def _write_beside(config: MkDocsConfig) -> None:
    """Let MkDocs write beside the site, which `on_post_build` then puts into its place."""
    from macros.maintain import output

    target = Path(config.site_dir).resolve()
    _builds[:] = [_Build(target, time.monotonic())]
    if not os.path.ismount(target):  # such a folder cannot be renamed
        output.recover(target)
        config.site_dir = str(output.beside(target))


class _MadeFile(File):
    """A file of the tree, which `on_post_build` writes; here for Markdown that links to it."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - as MkDocs calls it
        """Leave it alone."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, what they load, and what a page in Markdown can link to."""
    from macros import addresses, theme

    for page in _site().pages():
        files.append(File.generated(config, page.path, content=page.text))
    library = LUNR.read_text(encoding="utf-8")
    files.append(File.generated(config, addresses.SEARCH_LIBRARY(), content=library))
    _builds[0].assets, _builds[0].licences = theme.put_assets(files, config)
    for path in addresses.FILES:
        files.append(_MadeFile.generated(config, path, content=""))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation for the frames of the pages of codes."""
    del config, files
    _builds[0].nav = nav
    return nav


@event_priority(-100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme's templates the addresses of the site; let it draw the frames."""
    from macros import addresses, theme
    from macros.errors import ProblemsError
    from macros.publish import browsers
    from macros.publish.compiled import Compiled
    from macros.publish.html import head

    env.globals.update(addresses=addresses, browsers=browsers, published=_site(), titled=head.title)
    env.bytecode_cache = Compiled(f"theme-{mkdocs.__version__}")
    nav = _builds[0].nav
    assert nav, "on_nav comes first"
    try:
        for provider in _site().atlas.providers:
            _builds[0].shells[provider.id] = theme.frame(provider, nav, env, config, files)
    except ProblemsError as error:
        raise PluginError(f"the theme cannot show codes:\n{error}") from None
    return env


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Date a page by the data: by the clock, two builds of one commit would differ."""
    del config, files
    page.update_date = _site().updated(page.url)
    return page


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave the tabs as they were, keep the frame, and nothing else of the page.

    MkDocs holds all pages to the end.
    """
    del config
    from macros import theme

    output = theme.valid(output)
    nav = _builds[0].nav
    assert nav, "on_nav comes first"
    for item in theme.tabs_above(page, nav):
        item.active = False
    _keep_frame(page.url, output, page.content or "")
    page.content = None
    return _assets().named(output)


def _keep_frame(address: str, output: str, body: str) -> None:
    """Keep what the theme drew around a body; nothing where it drew the body otherwise."""
    before, found, after = output.partition(body) if body else (output, "", "")
    if found or not body:
        _builds[0].frames[address] = before + after


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep the frame of the 404 page, and give it the published addresses of what it loads."""
    del config
    if template_name != "404.html":
        return output
    from macros import theme

    output = theme.valid(output)
    _keep_frame(template_name, output, _builds[0].not_found)
    return _assets().named(output)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a page what its macros made, past Markdown, and the list of the headings in it."""
    del config, files
    from macros.publish import contents, pages

    if headings := _site().contents.get(page.url):
        page.toc = get_toc(contents.listed(headings))  # type: ignore[arg-type]
    html = pages.with_figures(html)
    return html if _is_unsearched(page) else _site().put_parts(html)


def _is_unsearched(page: Page) -> bool:
    """Tell whether the search of the theme leaves a page out; it reads through it all the same."""
    return bool((page.meta.get("search") or {}).get("exclude"))


@event_priority(-100)
def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Give a page what no search reads, behind the search; mark the tab above it."""
    del config
    from macros import theme

    page.content = page.content or ""
    for _ in range(1 + _is_unsearched(page)):  # for each level of parts that is left
        page.content = _site().put_parts(page.content)
    for item in theme.tabs_above(page, nav):
        item.active = True
    return context


def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Give the 404 page its text, and the sitemap the pages of codes."""
    from macros import theme

    if template_name == "404.html":
        _builds[0].not_found = _site().not_found(context["base_url"])
        context["not_found"] = _builds[0].not_found  # type: ignore[typeddict-unknown-key]
    elif template_name == "sitemap.xml" and config.site_url:
        context["pages"] = [*context["pages"], *theme.listed(_site())]
    return context


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what is made of the atlas beside what MkDocs wrote, check it, put it in its place."""
    from macros import addresses
    from macros.maintain import output
    from macros.publish import headers, links, tree

    built, target, site = Path(config.site_dir), _builds[0].target, _site()
    assets = _assets()
    made = chain(
        tree.pages_of_codes(site, lambda one: _builds[0].shells[one.id], _tell(), assets.named),
        assets.put_into(tree.files(site, _tell())),
        [
            (
                addresses.HEADERS(),
                headers.file(_frames(), assets.files, preview=_is_preview()),
            ),
            (addresses.LICENCES(), _builds[0].licences),
        ],
    )
    if _serving.folder and _serving.kept and built != target:
        files, anew = _serving.folder.update(target, [*output.taken_from(built), *made])
        _tell()("")
        _serving.kept.end()
        seconds = time.monotonic() - _builds[0].begun
        _LOG.info(f"Atlas: {_told(_serving.kept)}; {anew} of {files} files, {seconds:.1f} s.")
        config.site_dir = str(target)
        return
    output.write(built, made)
    _tell()("")
    if config.strict:
        problems = sorted(links.broken(built, site.url, target.name))
        if problems:
            raise PluginError("\n".join(["links lead nowhere:", *map(str, problems)]))
    # When MkDocs counted a warning in strict mode, it is about to give up.
    counters = [one for one in _LOG.handlers if isinstance(one, CountHandler)]
    if built != target and not any(one.get_counts() for one in counters):
        output.put(built, target)
        config.site_dir = str(target)


def _is_preview() -> bool:
    """Tell whether the host builds something else than the site: a pull request, a branch."""
    return os.environ.get("CONTEXT", "production") != "production"


def _frames() -> dict[str, str]:
    """Return what is drawn around each page, by its address; around those of codes, once."""
    from macros.publish import shell

    shells = _builds[0].shells.items()
    around = {shell.address(ident): b"".join(one.pieces).decode() for ident, one in shells}
    return {**_builds[0].frames, **around}


def on_build_error(error: Exception) -> None:
    """Leave no half-written site, and say in one line that a disk is full."""
    from macros.maintain import output

    if not _builds:
        return
    target = _builds[0].target
    shutil.rmtree(output.beside(target), ignore_errors=True)
    full = output.no_room(error, target)
    if full:
        raise Abort(str(full)) from None


def _site() -> Site:
    """Return what this build publishes."""
    import macros

    assert macros.site, "on_config comes first"
    return macros.site


def _assets() -> Assets:
    """Return what pages of this build load."""
    made = _builds[0].assets
    assert made, "on_files comes first"
    return made


def _tell() -> Tell:
    """Return who tells what is being done; nobody where MkDocs is to be quiet."""
    from macros.maintain import terminal
    from macros.progress import silent

    return terminal.tell if _LOG.isEnabledFor(logging.INFO) else silent


def _told(kept: Kept) -> str:
    """Say what a build had to read and to make anew."""
    read = [" ".join(name) for name in kept.anew if name[0] in {"catalog", "review"}]
    pages = sum(name[0] == "page" for name in kept.anew)
    return f"{', '.join([*read, f'{pages} pages of codes'])} made anew"


def _load_modules() -> None:
    """Let the modules be loaded, and loaded anew when one of them was edited."""
    if str(_PROJECT) not in sys.path:
        sys.path.insert(0, str(_PROJECT))
    sources = {path: path.stat().st_mtime_ns for path in (_PROJECT / "macros").rglob("*.py")}
    if sources == _serving.sources:
        return
    _serving.sources, _serving.kept = sources, None
    for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
        del sys.modules[name]
