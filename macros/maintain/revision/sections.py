"""The headings that codes stand under, before and now: catalog -> what moved, in lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from macros.readers.advice import shown
from macros.texts import counted, few

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.catalog import Catalog
    from macros.sources.provider import Revision

Sections = dict[tuple[str, str], set[str | None]]


def sections_of(catalog: Catalog, revision: Revision) -> Sections:
    """Return the headings above each code of a revision, by its code set and the code."""
    # Whoever has read provider.yml alone has another object of the same revision.
    same = next(one for one in catalog.provider.revisions if one.id == revision.id)
    return {
        (code.code_set.id, code.code): {row.section for row in rows}
        for code in catalog.codes
        if (rows := code.rows(same))
    }


def moved(catalog: Catalog, before: Revision, after: Revision) -> Iterator[str]:
    """Yield which codes stand under another heading than in the revision before.

    Where all codes of a heading do, and no other code stood there before, it was renamed, which is
    told of the heading alone.
    """
    if before.languages[0] != after.languages[0]:
        return
    old, new = sections_of(catalog, before), sections_of(catalog, after)
    known = {section for sections in old.values() for section in sections}
    left = {section for place in old.keys() & new.keys() for section in new[place]}
    groups: dict[tuple[str | None, str | None], list[str]] = {}
    for place in old:
        if place in new and old[place].isdisjoint(new[place]):
            pair = min(old[place], key=str), min(new[place], key=str)
            groups.setdefault(pair, []).append(place[1])
    parts = Counter(was for was, _ in groups)
    for (was, now), codes in groups.items():
        is_renamed = now not in known and was not in left and parts[was] == 1
        which = counted(len(codes), "code", "codes") if is_renamed else few(codes)
        yield f"  under another heading: {which}: {_named(was)} -> {_named(now)}"


def _named(section: str | None) -> str:
    return f'"{shown(section)}"' if section else "none"
