"""How the pages look: model -> HTML, through the templates beside this module.

The environment escapes everything and refuses undefined names, because what it shows are the
providers' own words. MkDocs and Markdown pass the result on as it is.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros import citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.model import Atlas, Catalog, Code
    from macros.provider import CodeSet

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.globals["citation"] = citation

OPENSEARCH_LONGEST = 1024 - len("Error codes of ")

# What a visitor can click to see what the box on the home page takes.
_EXAMPLES = ("-3016", "E915", '{"errcode":40029,"errmsg":"invalid code"}')


def home(atlas: Atlas) -> str:
    """Return the body of the home page."""
    return _render("home.html", catalogs=list(atlas.catalogs.values()), examples=_EXAMPLES)


def catalog(shown: Catalog) -> str:
    """Return the head of a provider's catalog page, above its tables."""
    return _render("catalog.html", catalog=shown, provider=shown.provider)


def response(code_set: CodeSet) -> str:
    """Return how bodies carry the codes of one code set, with an example."""
    return _render("response.html", code_set=code_set, response=code_set.response)


def table(codes: Sequence[Code]) -> str:
    """Return the table of one section of a catalog page: a row per code, with its anchor."""
    return _render("table.html", codes=codes)


def code(shown: Code, previous: Code | None, following: Code | None) -> str:
    """Return the body of one code's page."""
    return _render("code.html", code=shown, previous=previous, following=following)


def code_head(shown: Code, canonical: str | None) -> str:
    """Return the title and the tags by which a link to a code's page unfurls.

    Args:
        shown: the code.
        canonical: the page's full address; None when the site does not know its own.
    """
    return _render("code_head.html", code=shown, canonical=canonical)


def sources(atlas: Atlas) -> str:
    """Return the body of the page about the source documents."""
    return _render("sources.html", catalogs=list(atlas.catalogs.values()))


def opensearch(atlas: Atlas, site_url: str) -> str:
    """Return the description by which browsers add the site as a search engine.

    Args:
        atlas: all catalogs.
        site_url: the site's full address, with a slash at its end.
    """
    names = ", ".join(catalog.provider.product for catalog in atlas.catalogs.values())
    # A longer description is not allowed.
    names = names if len(names) < OPENSEARCH_LONGEST else f"{len(atlas.catalogs)} API providers"
    return _render("opensearch.xml", names=names, site_url=site_url)


def not_found(atlas: Atlas, base: str) -> str:
    """Return the body of the 404 page, which stands at any depth.

    Args:
        atlas: all catalogs.
        base: the path of the site, such as `/`.
    """
    providers = [catalog.provider for catalog in atlas.catalogs.values()]
    known = {
        provider.id: {
            "aliases": provider.aliases,
            "name": provider.name,
            "product": provider.product,
            "official": provider.official.url,
            "held": citation.held(provider),
        }
        for provider in providers
    }
    data = json.dumps(known, ensure_ascii=True).replace("<", "\\u003c")
    return _render("not_found.html", providers=providers, base=base.rstrip("/"), data=data)


def _render(template: str, **context: object) -> str:
    # Markdown takes a blank line inside HTML for the end of a block in some places.
    lines = _environment.get_template(template).render(**context).split("\n")
    return "\n".join(line.rstrip() for line in lines if line.strip())
