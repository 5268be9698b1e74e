"""Words that exclude each other: those that one text has instead of another's -> opposed or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "de", "mis", "non")
# Each side excludes the others; the words of one side may stand for each other.
_SIDES = """\
long longer / short shorter
large larger big bigger / small smaller
high higher / low lower
more many / less fewer few
maximum max most / minimum min least
before / after / during
early earlier / late later
first / second / third / last / next / previous
start starts begin begins / end ends finish
over above / under below
enable enabled / disable disabled
allowed permitted / forbidden
width / height / length / depth
name names / number numbers id code codes / type types / date dates
open opened / closed
sender senders / receiver receivers recipient recipients
sent send sending / received receive receiving
source / target destination
request requests / response responses
upload uploaded / download downloaded
import imported / export exported
create created add added / update updated change changed / delete deleted remove removed
read / write written
success successful succeeded / fail failed failure
left / right / top / bottom
buyer / seller
old / new
true / false
one / two / three / four / five / six / seven / eight / nine / ten / eleven / twelve
"""
_SIDE = {
    word: (row, place)
    for row, sides in enumerate(_SIDES.splitlines())
    for place, side in enumerate(sides.split(" / "))
    for word in side.split()
}


def opposed(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Tell whether a word of the one excludes a word of the other; both in lower case.

    Give the words that only one of two texts has.
    """
    return bool(_turned(one) & other or _turned(other) & one) or any(
        _excludes(mine, yours) for mine in one & _SIDE.keys() for yours in other & _SIDE.keys()
    )


def _turned(words: AbstractSet[str]) -> set[str]:
    return {f"{prefix}{word}" for word in words for prefix in _PREFIXES}


def _excludes(one: str, other: str) -> bool:
    (row, place), (other_row, other_place) = _SIDE[one], _SIDE[other]
    return row == other_row and place != other_place
