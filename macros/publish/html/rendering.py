"""How the pages look: model -> HTML, through the templates beside this module.

The environment escapes everything and refuses undefined names, because what it shows are the
providers' own words. Markdown never sees the result.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.codes import order
from macros.publish import wording as citation
from macros.publish.api import addresses
from macros.publish.api.excerpts import excerpt
from macros.publish.html import picture
from macros.review import look_alikes
from macros.review.changes import BREAKING, KINDS, TITLES
from macros.review.conditions import RETRY_DOES, RETRY_WORDS
from macros.review.discrepancies import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.catalog.model import Atlas, Catalog, Code
    from macros.publish.api import Files
    from macros.publish.feed import Feed
    from macros.review.changes import Change
    from macros.review.conditions import Condition, Conditions
    from macros.review.discrepancies import Mark
    from macros.review.load import Review
    from macros.sources.provider import CodeSet, Revision

_TEMPLATES = Path(__file__).parent / "templates"
_environment = Environment(
    loader=FileSystemLoader(_TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.globals["citation"] = citation
_environment.globals["titles"] = TITLES
_environment.globals["retry_words"] = RETRY_WORDS
_environment.globals["spans"] = lambda text, marks: list(_spans(text, marks))

OPENSEARCH_LONGEST = 1024 - len("Error codes of ")

_SEVERAL = 2  # providers, from which on a condition is worth comparing
_COLUMNS = 4  # providers that have room for a column each beside the condition's own columns
_SHOWN = 4  # codes in a cell before the rest is folded away

_ANY_SITE = "https://atlas.example"  # in examples, until the site knows its address

# What a visitor can click to see what the box on the home page takes.
_EXAMPLES = ("-3016", "E915", '{"errcode":40029,"errmsg":"invalid code"}')


def home(atlas: Atlas) -> str:
    """Return the body of the home page."""
    return _render("home.html", catalogs=list(atlas.catalogs.values()), examples=_EXAMPLES)


def catalog(shown: Catalog, conditions: Conditions) -> str:
    """Return the head of a provider's catalog page, above its tables."""
    counts = Counter(conditions.of(code).id for code in shown.codes if conditions)
    families = [
        (family, [(one, counts[one.id]) for one in listed if counts[one.id]])
        for family, listed in conditions.by_family
    ]
    return _render(
        "catalog.html",
        catalog=shown,
        provider=shown.provider,
        families=[family for family in families if family[1]],
    )


def response(code_set: CodeSet) -> str:
    """Return how bodies carry the codes of one code set, with an example."""
    return _render("response.html", code_set=code_set, response=code_set.response)


def table(codes: Sequence[Code], review: Review, conditions: Conditions) -> str:
    """Return the table of one section of a catalog page: a row per code, with its anchor."""
    return _render("table.html", codes=codes, review=review, conditions=conditions)


def code(
    shown: Code,
    atlas: Atlas,
    review: Review,
    conditions: Conditions,
    tracker: str | None = None,
) -> str:
    """Return the body of one code's page.

    Args:
        shown: the code.
        atlas: all catalogs.
        review: what is found in the provider's documents.
        conditions: which condition each code has.
        tracker: the project's address, whose `issues/new` takes reports; None where there is none.
    """
    previous, following = atlas.neighbours(shown)
    return _render(
        "code.html",
        code=shown,
        atlas=atlas,
        previous=previous,
        following=following,
        review=review,
        conditions=conditions,
        json=addresses.code(shown),
        tracker=(tracker or "").rstrip("/"),
    )


def changes(review: Review) -> str:
    """Return the body of a provider's page of changes, with the picture of its codes."""
    provider = review.catalog.provider
    current = [one for one in review.findings if one.current]
    return _render(
        "changes.html",
        provider=provider,
        picture=Markup(code_space(review)),  # noqa: S704 - escaped by its template
        steps=[_step(review, *pair) for pair in reversed(list(pairwise(provider.revisions)))],
        current=[
            (rule, [one for one in current if one.rule is rule])
            for rule in RULES
            if any(one.rule is rule for one in current)
        ],
        twins=sum(one.current for one in review.twins),
    )


def _step(review: Review, before: Revision, after: Revision) -> dict[str, object]:
    found: list[Change] = [one for one in review.changes if one.after is after]
    kinds = [(kind, [one for one in found if one.kind == kind]) for kind in KINDS]
    return {
        "before": before,
        "after": after,
        "breaking": [(kind, changed) for kind, changed in kinds if changed and kind in BREAKING],
        "others": [(kind, changed) for kind, changed in kinds if changed and kind not in BREAKING],
    }


def code_space(review: Review) -> str:
    """Return the picture of a provider's codes, as SVG in a figure."""
    drawn = picture.draw(review)
    return _render(
        "picture.svg",
        product=review.catalog.provider.product,
        legend=drawn.legend,
        labels=drawn.labels,
        cells=drawn.cells,
        width=drawn.width,
        height=drawn.height,
    )


def discrepancies(reviews: Mapping[str, Review]) -> str:
    """Return the body of the page of all providers' discrepancies and look-alikes."""
    return _render(
        "discrepancies.html",
        reviews=list(reviews.values()),
        rules=RULES,
        twins_title="Same number, other sign",
        count=sum(len(one.findings) + len(one.twins) for one in reviews.values()),
    )


def compare(conditions: Conditions, atlas: Atlas) -> str:
    """Return the body of the page of conditions: those of several providers first."""
    providers = [one.provider for one in atlas.catalogs.values()]
    cells = {
        ident: [(each, [code for code in codes if code.provider is each]) for each in providers]
        for ident, codes in conditions.codes.items()
    }

    def alone(one: Condition) -> bool:
        return sum(bool(codes) for _, codes in cells[one.id]) < _SEVERAL

    families = [(family, sorted(listed, key=alone)) for family, listed in conditions.by_family]
    return _render(
        "compare.html",
        conditions=conditions,
        providers=providers,
        families=families,
        cells=cells,
        columns=_COLUMNS,
        shown=_SHOWN,
    )


def programs(files: Files) -> str:
    """Return every address for programs, with an excerpt of a file there."""
    provider, code = files.example
    paths = {one: one.filled(provider, code) for one in addresses.ADDRESSES}
    listed = [
        {
            "address": one,
            "path": path,
            "schema": addresses.schema(one.shape) if one.shape else None,
            "excerpt": excerpt(files.content[path], one.media_type),
        }
        for one, path in paths.items()
        if path in files.content
    ]
    return _render("programs.html", listed=listed)


def bodies(atlas: Atlas) -> str:
    """Return where a program finds the codes in bodies."""
    catalogs = atlas.catalogs.values()
    sets = [(one.provider, code_set) for one in catalogs for code_set in one.provider.code_sets]
    return _render("bodies.html", sets=sets)


def verdicts(atlas: Atlas) -> str:
    """Return how a client uses the retry tables."""
    tables = [addresses.retry(provider) for provider in atlas.catalogs]
    return _render("verdicts.html", tables=tables, verdicts=RETRY_DOES)


def example(name: str, site_url: str | None) -> str:
    """Return an example of a program, as code.

    Args:
        name: its file, in `templates/examples`.
        site_url: the site's full address; None or empty where it does not know its own.
    """
    text = (_TEMPLATES / "examples" / name).read_text(encoding="utf-8")
    if site_url:
        text = text.replace(_ANY_SITE, site_url.rstrip("/"))
    return _render("example.html", name=name, text=text)


def same_number(atlas: Atlas) -> str:
    """Return the body of the page of numbers that stand for several things."""
    codes = [code for one in atlas.catalogs.values() for code in one.codes]
    groups = look_alikes.same_number(codes)
    alone = {code.url for group in groups for code in group}
    groups += [[code] for code in codes if len(code.messages) > 1 and code.url not in alone]
    groups.sort(key=lambda group: order(group[0].code.removeprefix("-")))
    return _render(
        "same_number.html",
        groups=[(group[0].code.removeprefix("-"), group) for group in groups],
    )


def responses(atlas: Atlas) -> str:
    """Return the body of the page of how each API says that it failed."""
    sets = [
        (one, code_set, one.of(code_set), any("[]" in path for path in code_set.response.code))
        for one in atlas.catalogs.values()
        for code_set in one.provider.code_sets
    ]
    return _render("responses.html", sets=sets, shape=citation.shape, strip=picture.strip)


def feed(shown: Feed, site_url: str) -> str:
    """Return an Atom feed.

    Args:
        shown: the feed.
        site_url: the site's full address, with a slash at its end.
    """
    entries = [
        {
            **{name: getattr(one, name) for name in ("title", "id", "updated", "published")},
            **{name: getattr(one, name) for name in ("page", "summary")},
            "changes": one.changes,
            "content": _render("feed_entry.html", changes=one.changes, site_url=site_url),
        }
        for one in shown.entries
    ]
    head = {name: getattr(shown, name) for name in ("title", "id", "updated", "path", "page")}
    return _render("feed.xml", feed={**head, "entries": entries}, site_url=site_url)


def _spans(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, Mark | None]]:
    """Yield a text in pieces, each with the mark that is on it, if any."""
    place = 0
    for mark in marks:
        if mark.start > place:
            yield text[place : mark.start], None
        yield text[mark.start : mark.end], mark
        place = mark.end
    if place < len(text):
        yield text[place:], None


def code_head(shown: Code, canonical: str | None) -> str:
    """Return the title and the tags by which a link to a code's page unfurls.

    Args:
        shown: the code.
        canonical: the page's full address; None when the site does not know its own.
    """
    return _render("code_head.html", code=shown, canonical=canonical, json=addresses.code(shown))


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
    return _environment.get_template(template).render(**context)
