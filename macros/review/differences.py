"""Two texts, word by word: what stays, what goes, what comes.

Pure; knows texts alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LEAST_KEPT = 0.4  # of the words of the longer text
_TOKEN = re.compile(r"\s+|\w+(?:[.,'’]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one or both texts.

    Attributes:
        kind: `same` stands in both, `removed` in the first alone, `added` in the second alone.
        text: its characters, never none.
    """

    kind: Literal["same", "removed", "added"]
    text: str


# A change is shown on the page of its code, among the changes of its revision and in feeds.
@lru_cache(maxsize=1 << 14)
def differences(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces, in order, that make `before` (without added ones) and `after`.

    Words are never cut; a change that is only parted by white space is one change. Texts that have
    little in common are not picked apart: the whole of one goes, the whole of the other comes
    (`replaced`). Where words only came, or only went, all of the other text is kept.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks: list[tuple[str, str, str]] = [
        (tag, "".join(old[first:last]), "".join(new[begin:end]))
        for tag, first, last, begin, end in matcher.get_opcodes()
    ]
    pieces = tuple(_pieces(_joined(blocks)))
    kept = sum(_words(piece.text) for piece in pieces if piece.kind == "same")
    both_ways = {"removed", "added"} <= {piece.kind for piece in pieces}
    if both_ways and kept < _LEAST_KEPT * max(_words(before), _words(after)):
        return tuple(_pieces([(before, after)]))
    return pieces


def replaced(pieces: Sequence[Piece]) -> bool:
    """Tell whether one text took the place of another, of which too little is kept to show what."""
    return [piece.kind for piece in pieces] == ["removed", "added"]


def _words(text: str) -> int:
    return sum(token[0].isalnum() for token in _TOKEN.findall(text))


def _joined(blocks: list[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of old and new text, equal where nothing changed, with small gaps closed."""
    removed = added = ""
    for index, (tag, old, new) in enumerate(blocks):
        inside = 0 < index < len(blocks) - 1
        if tag != "equal" or (inside and not new.strip()):
            removed, added = removed + old, added + new
            continue
        yield removed, added
        yield old, new
        removed = added = ""
    yield removed, added


def _pieces(pairs: Iterable[tuple[str, str]]) -> Iterator[Piece]:
    for old, new in pairs:
        if old == new:
            if new:
                yield Piece("same", new)
            continue
        if old:
            yield Piece("removed", old)
        if new:
            yield Piece("added", new)
