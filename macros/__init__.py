"""The Error Code Atlas: source documents in, a documentation site out.

What all stages know: `errors`, `texts`, `codes` (their order), `kinds` (of changes), `languages`,
`addresses`; `kept` (what a build takes over from the one before), `progress`.
Then the way of the data; a stage knows those before it, and none behind it:

1. `sources`: what people write, YAML and lists in `data/` -> checked models.
2. `readers`: a document -> rows, one module for each format.
3. `catalog`: rows -> codes, each with its permanent address.
4. `review`: codes -> changes, findings, conditions: what is in and between the documents.
5. `atlas`: all of it -> one object.
6. `publish`: the atlas -> every path and content of the site: HTML, JSON, Markdown, feeds, search.

`hooks` hands that to MkDocs, `maintain` and `__main__` are for maintainers, and this module gives
the hand-written pages their macros. MkDocs is known to `hooks` and to this module alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin

    from macros.publish.site import Site

site: Site | None = None  # what this build publishes; `hooks` makes it before any plugin runs


def define_env(env: MacrosPlugin) -> None:
    """Give the pages their macros; mkdocs-macros calls this once a build."""
    assert site, "the event on_config of macros/hooks.py comes first"
    for name, macro in site.macros(lambda: str(env.page.url)).items():
        env.macro(macro, name)  # type: ignore[no-untyped-call]
