"""What a code is: a string as printed, with a place in the order of codes.

First in the line, knows nothing of the rest.
"""

from __future__ import annotations

import re
from functools import cache

_INTEGER = re.compile(r"[-+]?(?:[0-9]+[xX?*]*|0[xX][0-9a-fA-F]+)", re.ASCII)
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


def unsigned(code: str) -> str:
    """Return a code without its minus, letters in capitals: `3016` for `-3016`, `E915` for `e915`.

    It is what a code has in common with those that are easily taken for it.
    """
    return code.removeprefix("-").upper()


def is_hexadecimal(code: str) -> bool:
    """Tell whether a code is printed as a hexadecimal number: `0x1F`, `-0x1f`."""
    return bool(_HEXADECIMAL.fullmatch(code))


def bare_hexadecimal(code: str) -> str:
    """Return what all forms of a hexadecimal number have in common: `0xf` for `0x0F`."""
    sign, _, digits = code.casefold().partition("0x")
    return f"{sign}0x{digits.lstrip('0')}"


def is_integer(code: str, ends: tuple[str, str] | None = None) -> bool:
    """Tell whether a body can carry a code as an integer: `0x1F` and `4xx` are printed so too.

    Args:
        code: the code as printed.
        ends: the first and the last code, where it is a range.
    """
    return all(_INTEGER.fullmatch(one) for one in ends or (code,))
