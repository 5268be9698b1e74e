"""Hexadecimal codes that a later revision prints in other capitals: rows -> rows of one code.

`0x0f` and `0x0F` are one number: programs that compare either have one code. It keeps the form that
is published, else the one that the earliest revision prints. Where one revision has both forms, or
each was given an address, they stay two.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from macros import codes

if TYPE_CHECKING:
    from macros.catalog.anchors import Rows, Unreads
    from macros.sources.provider import Provider
    from macros.sources.published import PublishedCodes

_Place = tuple[str, str]


def join(provider: Provider, rows: Rows, unread: Unreads, promised: PublishedCodes) -> None:
    """Put the rows of each such code together, below one form of it.

    Args:
        provider: the provider.
        rows: its rows; those of other forms are moved.
        unread: where codes stand in rows that nobody can read.
        promised: the codes that are published.
    """
    forms: dict[_Place, list[_Place]] = defaultdict(list)
    for set_id, code in rows:
        if codes.is_hexadecimal(code):
            forms[set_id, code.casefold()].append((set_id, code))
    ranks = {revision.id: rank for rank, revision in enumerate(provider.revisions)}
    given = {(code_set.id, code) for code_set in provider.code_sets for code in code_set.addresses}
    for places in forms.values():
        listed = [{*rows[place]} for place in places]
        if len(places) == 1 or len(set().union(*listed)) < sum(map(len, listed)):
            continue
        if not (unread.keys() | given).isdisjoint(places) or len(promised.keys() & {*places}) > 1:
            continue
        first, *others = sorted(
            places,
            key=lambda place: (place not in promised, min(ranks[one] for one in rows[place])),
        )
        for place in others:
            for revision, said in rows.pop(place).items():
                rows[first][revision] = [
                    replace(row, code=first[1], printed=row.code) for row in said
                ]
