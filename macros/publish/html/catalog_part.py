"""The pages of a catalog that is cut into parts: overviews and parts -> HTML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from macros import addresses
from macros.publish import contents, pages, parts, wording
from macros.publish.contents import Group
from macros.publish.html.catalog import choices, table
from macros.publish.html.environment import Context, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.publish.html.catalog import Choices
    from macros.publish.html.environment import Link
    from macros.publish.parts import Cut, Part
    from macros.review.model import Review
    from macros.sources.provider import CodeSet, Provider


@dataclass(frozen=True, slots=True)
class CatalogPart(Context):
    """The head of one page of a catalog in parts.

    Attributes:
        review: what is found in the provider's documents.
        catalog: all codes of the provider.
        provider: the provider.
        part: the page.
        choices: as in the head of a whole catalog; None where there are finer parts, whose rows
            they are for.
        names: of all parts, by which the scripts find the page of a code.
        spans: the first code, the last and the anchor of each range that is listed as one.
        address: makes the address of a part of its name.
        first_row: the address of the first row on the page; empty where it has none.
    """

    template: ClassVar[str] = "catalog_part.html"

    review: Review
    catalog: Catalog
    provider: Provider
    part: Part
    choices: Choices | None
    names: Sequence[str]
    spans: Sequence[tuple[str, str, str]]
    address: Callable[[str], str]
    first_row: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a catalog, as its overview names it.

    Attributes:
        anchor: the id that its heading has where the catalog is one page; empty for one that has
            no heading.
        group: the title of its group; empty but for the first section of each.
        group_anchor: the id of the group's heading.
        links: what is said of each page with codes of it, and the address of the first of these.
        count: of its codes.
    """

    anchor: str
    group: str
    group_anchor: str
    links: list[tuple[str, str]]
    count: int


@dataclass(frozen=True, slots=True)
class CatalogSections(Context):
    """Where each section of one code set begins."""

    template: ClassVar[str] = "catalog_sections.html"

    sections: Sequence[Section]


@dataclass(frozen=True, slots=True)
class CatalogPartEnd(Context):
    """The end of one page of a catalog in parts.

    Attributes:
        part: the page.
        listed: the codes of an overview that stand elsewhere, `part.together` at a time, with the
            address of the row of the first.
        before: the part before this one; None where there is none.
        after: the part behind it.
        address: makes the address of a part of its name.
    """

    template: ClassVar[str] = "catalog_part_end.html"

    part: Part
    listed: Sequence[tuple[str, Sequence[Code]]]
    before: Part | None
    after: Part | None
    address: Callable[[str], str]


def head(atlas: Atlas, catalog: Catalog, cut: Cut, part: Part, link: Link) -> str:
    """Return the head of a part: where it is, the filter of its rows, or its finer parts."""
    spans = [(*(code.ends or ()), code.anchor) for code in catalog.ranges]
    context = CatalogPart(
        review=atlas.reviews[catalog.provider.id],
        catalog=catalog,
        provider=catalog.provider,
        part=part,
        choices=None if part.parts else choices(atlas, part.codes),
        names=[name for name in cut.named if name],
        spans=spans,
        address=partial(parts.address, catalog),
        first_row=row(catalog, cut, part.rows[0]) if part.rows else "",
    )
    return render(context, link)


def sections(catalog: Catalog, cut: Cut, code_set: CodeSet, link: Link) -> str:
    """Return where each section of a code set begins, for the overview of all."""
    return render(CatalogSections(list(_sections(catalog, cut, code_set))), link)


def _sections(catalog: Catalog, cut: Cut, code_set: CodeSet) -> Iterator[Section]:
    titled = pages.is_titled(catalog, code_set)
    group = None
    for listed in catalog.sections(code_set):
        span = listed[0].range
        place = {
            "provider": catalog.provider.id,
            "code_set": code_set.id,
            "anchor": listed[0].anchor,
        }
        first = {cut.of[code.anchor]: code for code in reversed(listed)}
        title = wording.range_title(span) if code_set.ranges else listed[0].section
        begins = span.group if span and span.group and span.group != group else ""
        group = span.group if span else None
        yield Section(
            addresses.RANGE.anchor(**place) if titled else "",
            begins,
            addresses.GROUP.anchor(**place) if begins else "",
            [
                (
                    _said(number, cut.named[name], title or wording.OTHER_CODES),
                    row(catalog, cut, code),
                )
                for number, (name, code) in enumerate(reversed(first.items()))
            ],
            len(listed),
        )


def _said(number: int, part: Part, title: str) -> str:
    return title if number == 0 else part.title


def row(catalog: Catalog, cut: Cut, code: Code) -> str:
    """Return the address of the row of a code on the page that has it."""
    anchor = addresses.ROW.anchor(provider=catalog.provider.id, anchor=code.anchor)
    return f"{parts.address(catalog, cut.of[code.anchor])}#{anchor}"


def groups(catalog: Catalog, part: Part, code_set: CodeSet) -> list[Group]:
    """Return the rows of one code set on a part.

    An overview says above its rows where each section begins, so that these have no headings.
    """
    codes = tuple(code for code in part.rows if code.code_set is code_set)
    return [Group((), codes)] if part.parts else list(contents.groups(catalog, code_set, codes))


def part_table(
    atlas: Atlas, catalog: Catalog, cut: Cut, listed: Sequence[Group], link: Link
) -> str:
    """Return the table of one code set on a part, whose links to rows stay on the page."""
    codes = (code for group in listed for code in group.codes)
    own = {code.row_url: row(catalog, cut, code) for code in codes}
    return table(atlas, catalog, listed, lambda target: link(own.get(target, target)))


def end(catalog: Catalog, cut: Cut, part: Part, link: Link) -> str:
    """Return the end of a part: the list of all its codes, and the parts beside it."""
    own = {code.anchor for code in part.rows}
    elsewhere = [code for code in part.codes if code.anchor not in own]
    together = part.together or len(elsewhere) or 1
    listed = [
        (row(catalog, cut, elsewhere[start]), elsewhere[start : start + together])
        for start in range(0, len(elsewhere), together)
    ]
    shown = cut.pages if part.rows else []
    place = next((place for place, one in enumerate(shown) if one is part), None)
    around = [None, *shown, None]
    before, after = (around[place], around[place + 2]) if place is not None else (None, None)
    context = CatalogPartEnd(part, listed, before, after, partial(parts.address, catalog))
    return render(context, link)
