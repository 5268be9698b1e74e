"""The Error Code Atlas: source documents in, a documentation site out.

    document -> reader -> catalog -> revisions, discrepancies, conditions -> pages, search, feed

MkDocs is known to this module (the macros that pages call) and to `hooks` (its events) alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.publish import pages
from macros.publish.html import rendering

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_macros.plugin import MacrosPlugin

    from macros.catalog.model import Atlas
    from macros.review.conditions import Conditions
    from macros.review.load import Review


def define_env(env: MacrosPlugin) -> None:
    """Give the pages their macros; mkdocs-macros calls this once a build.

    A macro leaves a mark in the page, and its result for the hook to put there: the way through
    Markdown takes time, and finds markup in what providers wrote.
    """
    atlas: Atlas = env.conf["extra"]["atlas"]
    reviews: dict[str, Review] = env.conf["extra"]["reviews"]
    conditions: Conditions = env.conf["extra"]["conditions"]
    parts: pages.Parts = env.conf["extra"]["parts"]

    def table(provider: str, code_set: str, section: int) -> str:
        catalog = atlas.catalogs[provider]
        listed = pages.sections(catalog, catalog.provider.code_set(code_set))
        return rendering.table(listed[section], reviews[provider], conditions)

    def response(provider: str, code_set: str) -> str:
        return rendering.response(atlas.catalogs[provider].provider.code_set(code_set))

    macros: dict[str, Callable[..., str]] = {
        "catalog_page": lambda one: rendering.catalog(atlas.catalogs[one], conditions),
        "response_shape": response,
        "code_table": table,
        "changes_page": lambda provider: rendering.changes(reviews[provider]),
        "home_page": lambda: rendering.home(atlas),
        "sources_page": lambda: rendering.sources(atlas),
        "discrepancies_page": lambda: rendering.discrepancies(reviews),
        "compare_page": lambda: rendering.compare(conditions, atlas),
        "same_number_page": lambda: rendering.same_number(atlas),
        "responses_page": lambda: rendering.responses(atlas),
        "programs_page": lambda: rendering.programs(env.conf["extra"]["files"]),
        "bodies": lambda: rendering.bodies(atlas),
        "verdicts": lambda: rendering.verdicts(atlas),
        "example": lambda name: rendering.example(name, env.conf["site_url"]),
    }
    for name, macro in macros.items():
        env.macro(parts.marked(macro), name)  # type: ignore[no-untyped-call]
