"""The anchor of each code, which is the end of its address: rows, what is published -> anchors.

A published code keeps its anchor; a new one gets one that nothing else has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import addresses, codes
from macros.catalog.model import Unread
from macros.errors import Problem
from macros.readers.rows import Row
from macros.sources import published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.model import Observed
    from macros.readers.rows import Unreadable
    from macros.sources.provider import Provider
    from macros.sources.published import PublishedCodes
    from macros.sources.yaml_file import Written

# The rows of one provider, by code set and code as printed, then by revision; a code that was
# observed alone has none, nor has one whose rows nobody can read.
Rows = dict[tuple[str, str], dict[str, list[Row]]]
# Where revisions list codes in rows that nobody can read.
Unreads = dict[tuple[str, str], list[Unread]]


def find(
    provider: Provider,
    rows: Rows,
    known: dict[tuple[str, str], Observed],
    unread: Unreads,
    promised: PublishedCodes,
) -> tuple[dict[tuple[str, str], str], list[Problem]]:
    """Return the anchor of each code, by code set and code, and what is wrong with addresses.

    A published code keeps its anchor, whichever code set gains a code like it later. A new one has
    its printed form, or what `addresses` gives it; with its code set before it where a code of
    another set has that already.
    """
    found = {place: code.anchor for place, code in promised.items() if place in rows}
    owners = {addresses.segment(code.anchor): place for place, code in promised.items()}
    problems: list[Problem] = []
    code_sets = {code_set.id: code_set for code_set in provider.code_sets}
    ranks = {ident: rank for rank, ident in enumerate(code_sets)}

    def order(place: tuple[str, str]) -> tuple[object, ...]:
        """Sort what documents list before what was observed alone."""
        set_id, code = place
        return not (rows[place] or place in unread), ranks[set_id], codes.order(code)

    for place in sorted(rows.keys() - found.keys(), key=order):
        set_id, code = place
        anchor = code_sets[set_id].addresses.get(code, code)
        owner = owners.get(addresses.segment(anchor))
        if owner and anchor == code and owner[0] != set_id and owner[1] == code:
            anchor = f"{set_id}.{code}"
        segment = addresses.segment(anchor)
        if fault := _segment_fault(segment, code, owners):
            listed = [row for listing in rows[place].values() for row in listing]
            hidden = [one.place for one in unread.get(place, [])]
            places: list[Row | Unreadable | Observed] = [*listed, *hidden]
            said = places[0] if places else known[place]
            do = f'Give the code "{code}" another one under `addresses` of its code set.'
            problems.append(Problem(said.file, said.line, fault, do))
        owners[segment] = place
        found[place] = anchor
    return found, problems


def _segment_fault(segment: str, code: str, owners: dict[str, tuple[str, str]]) -> str | None:
    if owner := owners.get(segment):
        return f'the codes "{owner[1]}" and "{code}" would have the same address, "{segment}".'
    return addresses.segment_fault(segment)


def broken_promises(
    name: str, provider: Provider, rows: Rows, promised: PublishedCodes
) -> Iterator[Problem]:
    """Yield a problem for each published code that no document lists any more."""
    for (code_set, code), publication in promised.items():
        if (code_set, code) not in rows:
            segment = addresses.segment(publication.anchor)
            page = addresses.CODE(provider=provider.id, code=segment)
            what = (
                f'/{page} is published, and no document lists "{code}" of the code set'
                f' "{code_set}" any more.'
            )
            do = (
                "Put the revision or the observation back that lists it, or mend its reader: a code"
                " that the newest revision drops keeps its page, as long as an older one is held."
                " Where the line is new and no site has had it yet, remove the line."
            )
            yield Problem(f"{name}/{published.FILE}", publication.line, what, do)


def given_addresses(written: Written[Provider], promised: PublishedCodes) -> Iterator[Problem]:
    """Yield a problem for each address in provider.yml that stands against a published one."""
    for index, code_set in enumerate(written.content.code_sets):
        for code, given in code_set.addresses.items():
            publication = promised.get((code_set.id, code))
            if publication and publication.anchor != given:
                what = f'the code "{code}" is published as "{publication.anchor}".'
                do = f'Write "{publication.anchor}" here: published addresses never move.'
                yield written.problem(what, do, "code_sets", index, "addresses", code)
