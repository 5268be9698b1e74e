"""The headings within pages that templates make, and the list of them beside the page.

MkDocs knows the headings of Markdown alone; those of a table's groups stand in the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from macros import addresses
from macros.publish import pages, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.publish.parts import Part
    from macros.review.conditions import Conditions
    from macros.sources.conditions import Condition, Family
    from macros.sources.provider import CodeSet

_TOP = 2  # the level of a page's headings below its title


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a page.

    Attributes:
        title: what it says.
        anchor: its id.
        level: 2 for `h2`, and so on.
        span: the first and the last code of a range, in a few characters; empty of other headings.
    """

    title: str
    anchor: str
    level: int
    span: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A stretch of a table: its codes, and the headings above them, of which there may be none."""

    headings: tuple[Heading, ...]
    codes: tuple[Code, ...]


def heading_of(catalog: Catalog, code_set: CodeSet) -> Heading | None:
    """Return the heading of a code set; None where its ranges alone head the page."""
    if len(catalog.provider.code_sets) == 1 and pages.is_titled(catalog, code_set):
        return None
    place = {"provider": catalog.provider.id, "code_set": code_set.id}
    return Heading(code_set.title, addresses.CODE_SET.anchor(**place), _TOP)


def groups(
    catalog: Catalog, code_set: CodeSet, shown: Iterable[Code] | None = None
) -> Iterator[Group]:
    """Yield the groups of a code set's table: ranges, or what stands below a heading.

    Args:
        catalog: the catalog.
        code_set: one of its code sets.
        shown: the codes that have a row, in order, if not all.
    """
    titled = pages.is_titled(catalog, code_set)
    level = _TOP + 1 if heading_of(catalog, code_set) else _TOP
    group = None
    for codes in _sections(catalog, code_set, shown):
        span = codes[0].range
        place = {
            "provider": catalog.provider.id,
            "code_set": code_set.id,
            "anchor": codes[0].anchor,
        }
        headings = []
        depth = level
        if span and span.group:
            if span.group != group:
                headings.append(Heading(span.group, addresses.GROUP.anchor(**place), level))
            depth += 1
        group = span.group if span else None
        if titled:
            section = codes[0].section if not code_set.ranges else None
            title = section or (span.title if span else wording.OTHER_CODES)
            said = wording.ends(span) if span else ""
            headings.append(Heading(title, addresses.RANGE.anchor(**place), depth, said))
        yield Group(tuple(headings), codes)


def _sections(
    catalog: Catalog, code_set: CodeSet, shown: Iterable[Code] | None
) -> Iterable[tuple[Code, ...]]:
    if shown is None:
        return catalog.sections(code_set)
    own = (code for code in shown if code.code_set is code_set)
    return (tuple(codes) for _, codes in groupby(own, catalog.section_of))


def of_catalog(catalog: Catalog, part: Part | None = None) -> Iterator[Heading]:
    """Yield the headings of a catalog page, or of one of its parts, in order."""
    for code_set in catalog.provider.code_sets:
        if part and not pages.has_head(code_set, part):
            continue
        if heading := heading_of(catalog, code_set):
            yield heading
        if not (part and part.parts):
            for group in groups(catalog, code_set, part.rows if part else None):
                yield from group.headings
    if part and part.parts and part.together:
        yield Heading(wording.EVERY_CODE, pages.EVERY_CODE, _TOP)


def families(conditions: Conditions) -> list[tuple[Family, list[Condition]]]:
    """Return the families of conditions as a reader wants them: failures first."""
    return sorted(
        conditions.by_family, key=lambda one: all(condition.rpc == "OK" for condition in one[1])
    )


def of_conditions(conditions: Conditions) -> Iterator[Heading]:
    """Yield the headings of the page of conditions."""
    for family, _ in families(conditions):
        yield Heading(family.title, addresses.FAMILY.anchor(family=family.id), _TOP)


def listed(headings: Iterable[Heading]) -> list[dict[str, Any]]:
    """Return headings as MkDocs takes them for the list beside a page, each with those below it."""
    top: list[dict[str, Any]] = []
    above: list[dict[str, Any]] = []
    for one in headings:
        while above and above[-1]["level"] >= one.level:
            above.pop()
        entry = {"name": _name(one), "id": one.anchor, "level": one.level, "children": []}
        (above[-1]["children"] if above else top).append(entry)
        above.append(entry)
    return top


def _name(heading: Heading) -> str:
    title = escape(heading.title)
    if heading.span:
        title += Markup(' <span class="ec-code">{}</span>').format(heading.span)
    return str(title)
