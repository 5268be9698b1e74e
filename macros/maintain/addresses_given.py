"""Addresses of codes whose printed form is unfit for one: codes -> what provider.yml says of them.

`10??` and `4**` are codes of a family, as `10xx` is: their addresses are `10xx` and `4xx`. Of all
other signs that no address can have, each becomes a hyphen. Of two codes that differ in capitals
alone the second one is numbered, as addresses have none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros import addresses
from macros.maintain import edits

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from macros.maintain.document.reading import Reading

Codes = dict[str, dict[str, str]]  # by code set: code to address


def of(results: Sequence[Reading], known: Mapping[str, tuple[str, str]]) -> Codes:
    """Return an address for each code of documents whose printed form cannot be one."""
    again = {place for one in results for place in _in_other_capitals(one)}
    return given(_listed(results), known, again)


def given(
    codes: Iterable[tuple[str, str]],
    known: Mapping[str, tuple[str, str]],
    again: Container[tuple[str, str]] = (),
) -> Codes:
    """Return an address for each code whose printed form cannot be one.

    Args:
        codes: code sets and codes.
        known: the addresses that there are, in small letters, each with its code set and code.
        again: code sets and codes whose printed form is that of another code.
    """
    places = list(dict.fromkeys(codes))
    taken = {*known, *(addresses.segment(code) for _, code in places)}
    found: Codes = {}
    for code_set, code in places:
        is_unfit = (code_set, code) in again or addresses.segment_fault(addresses.segment(code))
        if (code_set, code) in known.values() or not is_unfit:
            continue
        bare = _fit(code)
        free = (bare, *(f"{bare}-{number}" for number in range(2, len(places) + 3)))
        address = next(one for one in free if addresses.segment(one) not in taken)
        taken.add(addresses.segment(address))
        found.setdefault(code_set, {})[code] = address
    return found


def _listed(results: Iterable[Reading]) -> Iterator[tuple[str, str]]:
    """Yield the code set and the code of all that some documents list, the unreadable ones too."""
    for result in results:
        yield from ((row.code_set, row.code) for row in result.rows)
        yield from ((one.code_set, one.code) for one in result.unreadable)


def _in_other_capitals(result: Reading) -> Iterator[tuple[str, str]]:
    """Yield the codes of a document that an earlier one of their set is but for capitals."""
    firsts: dict[tuple[str, str], str] = {}
    for code_set, code in dict.fromkeys(_listed([result])):
        if firsts.setdefault((code_set, addresses.segment(code)), code) != code:
            yield code_set, code


def told(found: Codes) -> Iterator[str]:
    """Yield what is said of the addresses, which stay for ever."""
    for code, address in (pair for listed_ in found.values() for pair in listed_.items()):
        yield (
            f'The address of "{code}" will be "{address}" for ever, as its printed form is unfit'
            " for one, or taken; `addresses` in provider.yml says so."
        )


def written(text: str, code_sets: Sequence[str], found: Codes) -> str:
    """Return provider.yml with further addresses.

    Args:
        text: the file.
        code_sets: the ids of its code sets, in their order.
        found: the addresses.

    Raises:
        EditError: when nothing can be put into it.
    """
    for code_set, new in found.items():
        place = ("code_sets", code_sets.index(code_set))
        here = (*place, "addresses")
        there = edits.values(text)["code_sets"][place[1]].get("addresses")
        if there is None:
            text = edits.key(text, place, "addresses", new)
        else:
            text = edits.entries(text, here, [*there, *new], new)
    return text


def _fit(code: str) -> str:
    """Return a code with nothing in it that no address can have."""
    family = re.sub(r"[*?]", "x", code)
    bare = re.sub(r"[^A-Za-z0-9._-]+", "-", family).strip(".-") or "code"
    return f"{bare}-code" if addresses.segment_fault(addresses.segment(bare)) else bare
