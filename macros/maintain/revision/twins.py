"""Twins that may be those of another revision: a translation can come before its original.

A twin goes to the revision of its day or the nearest one that is held. It is asked about where it
lists what no held revision does, and again where a later document is nearer to it, or has that.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from macros import languages
from macros.maintain.revision.entries import name_of
from macros.texts import few

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.maintain.revision.entries import New
    from macros.sources.revision import Held, Revision

_SOON = 31  # days after its original, a translation has seldom become that of a later one


def doubts(catalog: Catalog, new: New, revision: Revision) -> Iterator[str]:
    """Yield which of the twins may belong to another revision.

    Args:
        catalog: the provider, with the documents.
        new: the documents.
        revision: their revision.
    """
    standing = catalog.provider.standing
    if new.host:
        if not new.wish.of and revision == standing[-1] and _can_be_later(new):
            names = [name_of(new, number) for number in range(len(new.documents))]
            for held in (one for one in revision.documents if one.file in names):
                yield from _ahead(catalog, revision, held)
        return
    at = standing.index(revision)
    for host in (*standing[max(0, at - 1) : at], *standing[at + 1 : at + 2]):
        yield from _nearer(catalog, new, revision, host)


def _can_be_later(new: New) -> bool:
    """Tell whether further documents are so much later than their revision, or of no known day."""
    assert new.host, "further documents belong to a revision"
    if new.day.day is None or new.host.date == "unknown":
        return True
    return (new.day.day - new.host.date).days > _SOON


def _ahead(catalog: Catalog, host: Revision, held: Held) -> Iterator[str]:
    """Yield that a twin lists codes that are nowhere else: it may be that of a later revision."""
    alone = [one for one in _alone(catalog, host, held) if len(one.listings) == 1]
    if alone:
        codes = few([one.code for one in alone])
        yield (
            f"of a later revision? {held.file} lists {codes}, and no other document does. If it is"
            f" of a revision that is not held yet, take that one in first; else --of {host.id} says"
            " that it is of this one."
        )


def _nearer(catalog: Catalog, new: New, revision: Revision, host: Revision) -> Iterator[str]:
    """Yield the twins of another revision that may be those of a new one."""
    for held in host.documents:
        if held.language in {host.language, *revision.languages}:
            continue
        alone = _alone(catalog, host, held)
        common = [one for one in alone if one.listed(revision)]
        day = getattr(held.described, "date", None)
        if _is_nearer(day, revision, host):
            why = f"is of {day}, which is nearer to this one"
        elif common and 2 * len(common) >= len(alone):
            codes = few([one.code for one in common])
            why = f"lists {codes}, as this one does, and {host.id} has it in no other language"
        else:
            continue
        yield (
            f"a twin of this one? {held.file}, in {languages.name(held.language)}, stands with"
            f" {host.id}, and {why}. If it says the same as this one, give both:"
            f" {_both(catalog, new, held)}. It stays with {host.id}, too: its address is kept."
        )


def _both(catalog: Catalog, new: New, held: Held) -> str:
    """Return what `add-revision` is given to take in documents with one that is held."""
    paths = [str(one.file) for one in new.documents]
    tags = [one.language for one in new.documents]
    held_path = f"data/{catalog.provider.id}/{held.file}"
    spoken = " ".join(f"--language {tag}" for tag in (*tags, held.language))
    return " ".join(["`add-revision", catalog.provider.id, *paths, held_path, f"{spoken}`"])


def _is_nearer(day: object, revision: Revision, host: Revision) -> bool:
    dates = day, revision.date, host.date
    if not all(isinstance(one, date) for one in dates):
        return False
    own, new, before = (one.toordinal() for one in dates if isinstance(one, date))
    return abs(own - new) < abs(own - before)


def _alone(catalog: Catalog, revision: Revision, held: Held) -> list[Code]:
    """Return the codes that one document of a revision lists, and no other one of it."""
    return [
        code
        for code in catalog.codes
        if (rows := code.all_rows(revision))
        and all(row.file.rpartition("/")[2] == held.file for row in rows)
    ]
