"""Codes that are printed otherwise than before: changes -> doubts.

Signs and leading zeros are a part of a code. A provider seldom changes them; a copy of its page, or
a spreadsheet that it went through, loses them. A code that stands in a range now is told as
dropped, and is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from macros import codes
from macros.kinds import Kind
from macros.review.classify import joined
from macros.texts import counted, few, letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.catalog.catalog import Catalog
    from macros.review.changes import Change
    from macros.sources.provider import Revision

_SAME = 90  # of 100: how alike the texts of one code are
_EXAMPLES = 3
_BESIDE = re.compile(r"(?<![0-9])0+(?=[0-9])|\.0+$|[\W_]")  # 0101, 101.0, -101, A_101

_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")


def without_zeros(code: str) -> str:
    """Return a code without the zeros before its numbers, which a spreadsheet loses."""
    return codes.bare_hexadecimal(code) if codes.is_hexadecimal(code) else _ZEROS.sub("", code)


def told(catalog: Catalog, revision: Revision) -> Iterator[str]:
    """Yield which codes a revision prints in other capitals: they are the same ones."""
    pairs = [
        f"{row.printed} is {code.code}"
        for code in catalog.codes
        if (listing := code.listing(revision))
        for row in listing.all_rows
        if row.printed
    ]
    if pairs:
        said = few(list(dict.fromkeys(pairs)))
        yield f"Printed otherwise in {revision.id}, and the same codes: {said}"


def doubts(catalog: Catalog, changes: Sequence[Change], revision: Revision) -> Iterator[str]:
    """Yield which codes a revision prints otherwise than the one before it.

    Args:
        catalog: the provider.
        changes: what texts change.
        revision: the revision.
    """
    step = [one for one in changes if one.after.id == revision.id]
    yield from _in_ranges(catalog, step, revision)
    gone = {_bare(one): one for one in step if one.kind is Kind.DROPPED}
    pairs = [
        (gone[_bare(one)].code.code, one.code.code)
        for one in step
        if one.kind is Kind.ADDED and _bare(one) in gone and _are_one(gone[_bare(one)], one)
    ]
    if not pairs:
        return
    examples = ", ".join(f"{old} is {new}" for old, new in pairs[:_EXAMPLES])
    more = f" and {len(pairs) - _EXAMPLES} more" if len(pairs) > _EXAMPLES else ""
    differ = counted(len(pairs), "code differs", "codes differ")
    is_hex = any(map(codes.is_hexadecimal, (code for pair in pairs for code in pair)))
    what = "signs, zeros or how numbers are written" if is_hex else "signs or zeros"
    yield (
        f"codes printed otherwise? {differ} in {what} alone: {examples}{more}. A copy"
        " or a spreadsheet can have changed them: compare with the provider's page, and save that"
        " anew if so. If the page has them so, add --anyway: they are other codes from now on."
    )


def _in_ranges(catalog: Catalog, step: Sequence[Change], revision: Revision) -> Iterator[str]:
    """Yield which codes stand in a range now, and are told as dropped."""
    gone = [one.code for one in step if one.kind is Kind.DROPPED]
    within = [
        (code.code, covering.code)
        for code in gone
        if (covering := catalog.covering(code.code_set, code.code)) and covering.listed(revision)
    ]
    if within:
        numbers, ranges = (list(dict.fromkeys(side)) for side in zip(*within, strict=True))
        yield (
            f"in a range now? {few(numbers)}: told as dropped, and within {few(ranges)}. To keep"
            " each code, write it by hand under `rows` of the reader, with the line of the range,"
            " and give that with --reader FILE."
        )


def _bare(change: Change) -> tuple[str, str]:
    code = change.code
    number = str(int(code.code, 16)) if codes.is_hexadecimal(code.code) else code.code
    return code.code_set.id, _BESIDE.sub("", number).casefold()


def _are_one(one: Change, other: Change) -> bool:
    """Tell whether a code that went and one that came are one, whatever is said of zeros."""
    same = without_zeros(one.code.code) == without_zeros(other.code.code)
    return same or _same(one, other)


def _same(one: Change, other: Change) -> bool:
    said, says = letters(joined(one.old)), letters(joined(other.new))
    return fuzz.ratio(said, says) >= _SAME
