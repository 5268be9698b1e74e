"""Titles of a document at the foot of its pages, beside their numbers: rows -> those that are."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from macros import codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.codes import Order
    from macros.readers.rows import Row

_FEWEST = 3  # rows of which one can tell that they are in order


def found(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with one text whose numbers ascend, and stand out of the order of all others.

    Args:
        rows: those of a document, in its order.
    """
    orders = [codes.order(row.code) for row in rows]
    falls = [place for place, (one, after) in enumerate(pairwise(orders)) if one >= after]
    at_falls = {place for fall in falls for place in (fall, fall + 1)}
    alike: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        alike[row.message].append(place)
    for feet in alike.values():
        # The last one can stand below all codes.
        if 1 < len(feet) >= len(falls) and at_falls.issuperset(feet[:-1]) and falls:
            numbers = all(rows[place].code.isdigit() for place in feet)
            if numbers and _are_feet(feet, orders):
                return [rows[place] for place in feet]
    return []


def _are_feet(feet: Sequence[int], orders: Sequence[Order]) -> bool:
    """Tell whether rows stand between others, which ascend without each of them alone."""
    known = set(feet)
    others = [place for place in range(len(orders)) if place not in known]
    between = all(after - one > 1 for one, after in pairwise(feet))
    return (
        between
        and len(others) >= _FEWEST
        and _ascend(feet, orders)
        and _ascend(others, orders)
        and not any(_ascend(sorted([*others, foot]), orders) for foot in feet[:-1])
    )


def _ascend(places: Sequence[int], orders: Sequence[Order]) -> bool:
    return all(orders[one] < orders[after] for one, after in pairwise(places))
