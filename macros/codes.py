"""What a code is: a string as printed, with a place in the order and an address of its own.

First in the line, knows nothing of the rest. Refuses nothing by itself: `address_fault` says what
is wrong with an address, the catalog reports it.
"""

from __future__ import annotations

import re
from functools import cache

# Both the host and some file systems treat these apart from what a page of a code would be:
# `p/index.md` and `p/README.md` are the catalog page, the others have addresses of their own.
RESERVED_ADDRESSES = frozenset({"index", "readme", "changes", "feed.xml"})

_ADDRESS = re.compile(r"[a-z0-9._-]+", re.ASCII)
_HEXADECIMAL = re.compile(r"(-?)0[xX]([0-9a-fA-F]+)", re.ASCII)

Order = tuple[str, tuple[int, ...], bool, str]


@cache
def order(code: str) -> Order:
    """Return the key that puts the codes of one code set in order.

    The order is: letters, absolute number, unsigned before signed, printed form. A code with
    several runs of digits (`1.10.2`) is ordered by each in turn; `0x1F` by its value.
    """
    signed = code.startswith("-")
    if hexadecimal := _HEXADECIMAL.fullmatch(code):
        return "0x", (int(hexadecimal[2], 16),), signed, code
    letters = "".join(character for character in code if character.isalpha()).upper()
    numbers = tuple(int(digits) for digits in re.findall(r"[0-9]+", code))
    return letters, numbers, signed, code


def digits(code: str) -> str:
    """Return what a code has in common with the one that differs from it in sign alone."""
    return code.removeprefix("-").upper()


def address(printed: str) -> str:
    """Return the path segment for a printed code or anchor: its letters in lower case.

    The host lower-cases paths, and some file systems cannot tell the cases apart.
    """
    return printed.lower()


def address_fault(segment: str) -> str | None:
    """Say what makes a path segment unfit for a page, or None when it is fit."""
    if segment in RESERVED_ADDRESSES:
        return f'the address "{segment}" is reserved.'
    if not _ADDRESS.fullmatch(segment):
        return f'the address "{segment}" has a character outside a-z, 0-9, ".", "_" and "-".'
    if segment.startswith(".") or segment.endswith("."):
        return f'the address "{segment}" begins or ends with a full stop, which hides the file.'
    return None
