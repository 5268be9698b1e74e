"""Blocks of codes that were pushed on, and codes that changed places: codes -> texts that moved.

Pure. A short text that leaves one code and comes to another may be chance. It is none where the
text of the code before it went the same way, to the code before that one: two texts that stand
nowhere else, or three and more of any kind. Two codes that have each other's text changed places.
Nor is it chance where the text is like no other one: `lone_texts`.
Not a letter of the texts may have changed.

Where chance is as likely, as of `Dock busy` or `参数错误`, a text moved perhaps: people say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from macros.review import lone_texts
from macros.texts import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.catalog.model import Code
    from macros.readers.rows import Row
    from macros.sources.provider import Revision

_MANY = 50  # codes that a text came to, at most: more of them tell nothing
_SURE = 3  # texts that went the same way together, whatever else has them


class Shift(NamedTuple):
    """A text that one code had and another one has: the codes, and the text in either revision."""

    old: Code
    new: Code
    said: Row
    says: Row


# The places of two codes, among those of the earlier and among those of the later revision.
_Way = tuple[int, int]
# The rows of one revision in one language, by code.
_Texts: TypeAlias = "Mapping[str, tuple[Row, ...]]"


class _Step(NamedTuple):
    """Two revisions in one language.

    Attributes:
        after: the later one.
        earlier: the codes that the earlier one lists.
        later: the codes that the later one lists.
        said: the texts of the one.
        says: the texts of the other.
        ways: the ways that texts can have gone, each with the rows of both.
        single: those of texts that either revision has once.
    """

    after: Revision
    earlier: list[Code]
    later: list[Code]
    said: _Texts
    says: _Texts
    ways: dict[_Way, tuple[Row, Row]]
    single: set[_Way]

    @staticmethod
    def of(codes: Sequence[Code], before: Revision, after: Revision, tag: str) -> _Step:
        """Return what two revisions say of codes in one language."""
        said = {code.code: code.within(before, tag) for code in codes}
        says = {code.code: code.within(after, tag) for code in codes}
        earlier = [code for code in codes if said[code.code]]
        later = [code for code in codes if says[code.code]]
        ways = _ways(earlier, later, said, says)
        alone = _alone(said) & _alone(says)
        single = {way for way, (text, _) in ways.items() if _same(text) in alone}
        return _Step(after, earlier, later, said, says, ways, single)

    def is_unread(self, old: int) -> bool:
        """Tell whether an earlier code is listed later, and cannot be read."""
        return any(one.revision is self.after for one in self.earlier[old].unread)

    def shifts(self, ways: Iterable[_Way]) -> Iterator[Shift]:
        """Yield what went these ways, in the order of codes."""
        for old, new in sorted(ways):
            yield Shift(self.earlier[old], self.later[new], *self.ways[old, new])


def find(codes: Sequence[Code], before: Revision, after: Revision, tag: str) -> Iterator[Shift]:
    """Yield the texts that moved in a block, or in exchange, in the order of `codes`.

    Args:
        codes: those of one code set, in order.
        before: the earlier revision.
        after: the later one.
        tag: the language of the texts.
    """
    step = _Step.of(codes, before, after, tag)
    ways, single = step.ways, step.single
    chains = _chains(ways)
    lengths = {way: len(chain) for chain in chains for way in chain}
    told = {
        way
        for chain in chains
        if len(chain) >= _SURE or (len(chain) > 1 and single.intersection(chain))
        for way in chain
    } & _longest(lengths)
    came_from = {code.code: place for place, code in enumerate(step.earlier)}
    went_to = {code.code: place for place, code in enumerate(step.later)}
    told |= {
        (old, new)
        for old, new in single
        if (came_from.get(step.later[new].code), went_to.get(step.earlier[old].code)) in single
    }
    told |= {
        (old, new)
        for old, new in single - told
        if not step.is_unread(old) and _is_known_again(ways[old, new], (step.said, step.says))
    }
    yield from step.shifts(told)


def perhaps(codes: Sequence[Code], before: Revision, after: Revision, tag: str) -> Iterator[Shift]:
    """Yield the texts that left one code and came to another, and stand nowhere else.

    They are those of `find`, too, but for texts that others have.

    Args:
        codes: those of one code set, in order.
        before: the earlier revision.
        after: the later one.
        tag: the language of the texts.
    """
    step = _Step.of(codes, before, after, tag)
    yield from step.shifts(way for way in step.single if not step.is_unread(way[0]))


def _is_known_again(text: tuple[Row, Row], revisions: tuple[_Texts, _Texts]) -> bool:
    """Tell whether a text that stands once in each revision is known again by itself."""
    others = (row for texts in revisions for rows in texts.values() for row in rows)
    return lone_texts.is_known_again(text[0], (row for row in others if row not in text))


def _ways(
    earlier: Sequence[Code], later: Sequence[Code], said: _Texts, says: _Texts
) -> dict[_Way, tuple[Row, Row]]:
    """Return all ways that texts can have gone: from where they are lost to where they came."""
    came: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for place, code in enumerate(later):
        had = {_same(row) for row in said[code.code]}
        for row in says[code.code]:
            if _same(row) not in had:
                came[_same(row)].append((place, row))
    ways: dict[_Way, tuple[Row, Row]] = {}
    for place, code in enumerate(earlier):
        has = {_same(row) for row in says[code.code]}
        for row in said[code.code]:
            there = came.get(_same(row), [])
            if _same(row) not in has and len(there) <= _MANY:
                ways |= {(place, other): (row, new) for other, new in there}
    return ways


def _chains(ways: Mapping[_Way, object]) -> list[list[_Way]]:
    """Return the ways that neighbours went together, each in the order of the codes."""
    chains: list[list[_Way]] = []
    for old, new in sorted(ways):
        if (old - 1, new - 1) not in ways:
            chain = [(old, new)]
            while (following := (chain[-1][0] + 1, chain[-1][1] + 1)) in ways:
                chain.append(following)
            chains.append(chain)
    return chains


def _longest(lengths: Mapping[_Way, int]) -> set[_Way]:
    """Return the ways of longer chains than all others from and to the same code."""
    of_code: dict[tuple[str, int], list[int]] = defaultdict(list)
    for (old, new), length in lengths.items():
        of_code["from", old].append(length)
        of_code["to", new].append(length)
    return {
        (old, new)
        for (old, new), length in lengths.items()
        if all(
            max(rivals) == length and rivals.count(length) == 1
            for rivals in (of_code["from", old], of_code["to", new])
        )
    }


def _alone(texts: _Texts) -> set[str]:
    """Return the texts that one revision has once."""
    counts = Counter(_same(row) for rows in texts.values() for row in rows)
    return {text for text, count in counts.items() if count == 1}


def _same(row: Row) -> str:
    """Return what two texts have in common that differ in their form alone."""
    return letters(row.message) or row.message
