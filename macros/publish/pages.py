"""The text of the pages that MkDocs gets beside the hand-written ones.

A generated page holds front matter, headings of ours and macro calls, and not a word of a
provider's: what stands in a page is Jinja and Markdown input, what a macro makes is neither.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import count, groupby
from typing import TYPE_CHECKING

from macros import addresses
from macros.publish import wording
from macros.publish.parts import address as part_address
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.catalog.model import Catalog, Code
    from macros.publish.parts import Cut, Part
    from macros.sources.provider import CodeSet, Range

# What could be markup in a heading; an entity is none, whatever reads it.
_SIGN = re.compile(r"[^\w\s.,:;()/'-]|_")
# The index that the theme fetches on every page holds the hand-written pages alone.
_NO_STOCK_SEARCH = "search: {exclude: true}"
# The heading of the list of all codes on an overview.
EVERY_CODE = "ec:codes"
# What the theme and the plugins are told of a code's page, which is no Markdown.
FRONT_OF_CODE = {"hide": ["navigation", "toc"], "search": {"exclude": True}}


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: its path below `docs/` and its text."""

    path: str
    text: str


class Parts:
    """What the macros of pages have made, until it takes the place of its marks in the HTML.

    The sections that the theme's search leaves out come last: it would read through all of them.
    """

    _MARK = re.compile(r"<div data-search-exclude>atlas-part-([0-9]+)</div>")
    _UNSEARCHED = re.compile(r"<section data-search-exclude>.*</section>", re.DOTALL)

    def __init__(self) -> None:
        self._made: list[str] = []

    def marked(self, macro: Callable[..., str]) -> Callable[..., str]:
        """Return a macro that keeps the result of `macro`, and returns a mark for it."""

        def mark(*arguments: object) -> str:
            made = macro(*arguments)
            if section := self._UNSEARCHED.search(made):
                rest = self._keep(section[0])
                made = f"{made[: section.start()]}{rest}{made[section.end() :]}"
            return self._keep(made)

        return mark

    def _keep(self, part: str) -> str:
        self._made.append(part)
        return f"<div data-search-exclude>atlas-part-{len(self._made) - 1}</div>"

    def put_into(self, html: str) -> str:
        """Return a page's HTML with the parts in the places of their marks, one level of them."""
        return self._MARK.sub(lambda mark: self._made[int(mark[1])], html)


def written(docs: Path) -> set[str]:
    """Return the names that hand-written pages and folders have, which no provider may have."""
    return {path.stem for path in docs.iterdir()} - {"index"}


def generated(atlas: Atlas, cuts: Mapping[str, Cut] | None = None) -> Iterator[Page]:
    """Yield every generated page: catalog, changes, limits and report of each provider.

    Args:
        atlas: the atlas.
        cuts: the catalogs in parts, by provider id.
    """
    for catalog in atlas.catalogs.values():
        provider = catalog.provider.id
        cut = cuts[provider] if cuts else None
        if cut and cut.root.parts:
            for part in cut.named.values():
                address = part_address(catalog, part.name)
                index = "" if part.name else "index.md"
                yield Page(file_of(address, index), part_text(catalog, part))
        else:
            index = file_of(addresses.CATALOG(provider=provider), "index.md")
            yield Page(index, catalog_text(catalog))
        yield Page(file_of(addresses.CHANGES(provider=provider)), changes_text(catalog))
        yield Page(file_of(addresses.LIMITS(provider=provider)), limits_text(catalog))
        yield Page(file_of(addresses.REPORT(provider=provider)), report_text(catalog))


def file_of(address: str, index: str = "") -> str:
    """Return the file that MkDocs publishes at an address: `wechat/40029.md`."""
    return f"{address}{index}" if index else f"{address.removesuffix('/')}.md"


def changes_text(catalog: Catalog) -> str:
    """Return the text of a provider's page of changes."""
    provider = catalog.provider
    front = _front(f"{provider.product}: changes", "hide: [navigation, toc]")
    return f'{front}\n{{{{ changes_page("{provider.id}") }}}}\n'


def limits_text(catalog: Catalog) -> str:
    """Return the text of a provider's page of limits and fields."""
    provider = catalog.provider
    front = _front(f"{provider.product}: limits and fields", "hide: [navigation, toc]")
    return f'{front}\n{{{{ limits_page("{provider.id}") }}}}\n'


def report_text(catalog: Catalog) -> str:
    """Return the text of a provider's report."""
    provider = catalog.provider
    front = _front(f"{provider.product}: for the provider", "hide: [navigation, toc]")
    return f'{front}\n{{{{ report_page("{provider.id}") }}}}\n'


def catalog_text(catalog: Catalog) -> str:
    """Return the text of a provider's catalog page, with its headings for the contents."""
    provider = catalog.provider
    parts = [f'{{{{ catalog_page("{provider.id}") }}}}']
    several = len(provider.code_sets) > 1
    for code_set in provider.code_sets:
        if several:
            parts.append(_heading("##", code_set.title, _set_anchor(catalog, code_set)))
        parts.append(f'{{{{ response_shape("{provider.id}", "{code_set.id}") }}}}')
        place = f'"{provider.id}", "{code_set.id}"'
        calls = (f"{{{{ code_table({place}, {number}) }}}}" for number in count())
        level = "###" if several else "##"
        parts += _sections(catalog, code_set, level, sections(catalog, code_set), calls)
    front = _front(provider.product, "hide: [navigation]")
    return "\n".join([front, "\n\n".join(parts), ""])


def part_text(catalog: Catalog, part: Part) -> str:
    """Return the text of one page of a catalog that is cut into parts, the root among them."""
    provider = catalog.provider
    place = f'"{provider.id}", "{part.name}"'
    text = [f"{{{{ catalog_part({place}) }}}}"]
    several = len(provider.code_sets) > 1
    for code_set in provider.code_sets:
        listings = sections(catalog, code_set, part.rows)
        is_here = any(code.code_set is code_set for code in part.codes)
        if not is_here and part.name:
            continue
        if several and (listings or not part.name):
            text.append(_heading("##", code_set.title, _set_anchor(catalog, code_set)))
        if listings or not part.name:
            text.append(f'{{{{ response_shape("{provider.id}", "{code_set.id}") }}}}')
        if not part.name and part.sections:
            text.append(f'{{{{ catalog_sections("{provider.id}", "{code_set.id}") }}}}')
        calls = (f'{{{{ part_table({place}, "{code_set.id}", {number}) }}}}' for number in count())
        if part.parts:
            text += (call for _, call in zip(listings, calls, strict=False))
        else:
            level = "###" if several else "##"
            text += _sections(catalog, code_set, level, listings, calls)
    if part.parts and part.together:
        text.append(_heading("##", wording.EVERY_CODE, EVERY_CODE))
    text.append(f"{{{{ catalog_part_end({place}) }}}}")
    title = f"{provider.product}: {part.title}" if part.name else provider.product
    return "\n".join([_front(title, "hide: [navigation]"), "\n\n".join(text), ""])


def _front(title: str, *others: str) -> str:
    """Return a page's front matter; JSON as YAML reads it, which takes no pair of surrogates."""
    named = f"title: {json.dumps(title, ensure_ascii=False)}"
    return "\n".join(["---", named, *others, _NO_STOCK_SEARCH, "---", ""])


def _sections(
    catalog: Catalog,
    code_set: CodeSet,
    level: str,
    listings: Sequence[tuple[Code, ...]],
    calls: Iterator[str],
) -> Iterator[str]:
    """Yield the headings of sections, each with the call for its table."""
    provider = catalog.provider
    titled = is_titled(catalog, code_set)
    if not titled and len(provider.code_sets) == 1:
        yield _heading(level, code_set.title, _set_anchor(catalog, code_set))
    group = None
    for listed, call in zip(listings, calls, strict=False):
        span = listed[0].range
        place = {"provider": provider.id, "code_set": code_set.id, "anchor": listed[0].anchor}
        depth = level
        if span and span.group:
            if span.group != group:
                yield _heading(level, span.group, addresses.GROUP.anchor(**place))
            depth = f"{level}#"
        group = span.group if span else None
        if titled:
            section = listed[0].section if not code_set.ranges else None
            title = _as_text(section) if section else _of_range(span)
            yield _heading(depth, title, addresses.RANGE.anchor(**place))
        yield call


def _of_range(span: Range | None) -> str:
    return wording.escape_markdown(wording.range_title(span))


def _as_text(title: str) -> str:
    """Return a provider's title so that it is neither Jinja nor Markdown nor HTML."""
    return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", one_line(title))


def _heading(level: str, title: str, anchor: str) -> str:
    return f"{level} {title} {{: #{anchor} }}"


def _set_anchor(catalog: Catalog, code_set: CodeSet) -> str:
    return addresses.CODE_SET.anchor(provider=catalog.provider.id, code_set=code_set.id)


def is_titled(catalog: Catalog, code_set: CodeSet) -> bool:
    """Tell whether the sections of a code set have titles: those of ranges, or of headings."""
    return bool(code_set.ranges) or len(sections(catalog, code_set)) > 1


def sections(
    catalog: Catalog, code_set: CodeSet, shown: Collection[Code] | None = None
) -> list[tuple[Code, ...]]:
    """Return the codes of a code set by range, in order; codes without a range by themselves.

    Where provider.yml titles no range they are by the headings of the document, if each of these
    stands over a stretch of codes of its own.

    Args:
        catalog: the catalog.
        code_set: one of its code sets.
        shown: the codes that are looked at, if not all.
    """
    codes = catalog.of(code_set)
    if code_set.ranges:
        listings = [tuple(group) for _, group in groupby(codes, lambda code: code.range)]
    else:
        listings = [tuple(group) for _, group in groupby(codes, lambda code: code.section)]
        headings = {group[0].section for group in listings}
        listings = listings if len(headings) == len(listings) else [codes]
    if shown is None:
        return listings
    anchors = {code.anchor for code in shown}
    some = (tuple(code for code in group if code.anchor in anchors) for group in listings)
    return [group for group in some if group]
