"""Words that many texts of a revision have others for: changes -> the words, and their codes.

Pure. A provider renames a thing in all its messages at once: `access token` is `credential` now.
The same words have to stand in place of the same words in several texts, and to be all that
differs, to the last letter. Whether the thing is still the same takes a person to say.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from macros.kinds import Kind
from macros.review.likeness import SMALL, UNPARTED, turned
from macros.review.throughout import explains
from macros.sources.notes import SharedNote
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.review.changes import Change

_SEVERAL = 3  # texts: fewer are read one by one
# Scripts that do not part their words are compared sign by sign.
_TOKEN = re.compile(rf"[^\W{UNPARTED}]+(?:[.'’-][^\W{UNPARTED}]+)*|\S")
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Renaming:
    """Words that others took the place of, in changes that this explains.

    Attributes:
        words: those of the earlier texts, and what the later ones have instead.
        changes: the changes, of one step and in one language; nothing else differs in them.
    """

    words: dict[str, str]
    changes: tuple[Change, ...]


def find(changes: Iterable[Change]) -> tuple[Renaming, ...]:
    """Return what was renamed in changes that nobody has reviewed, by step and by language."""
    steps: dict[tuple[str, str, str], list[Change]] = defaultdict(list)
    for change in changes:
        if not change.reviewed and change.computed is Kind.REWORDED:
            steps[change.before.id, change.after.id, change.language].append(change)
    return tuple(found for step in steps.values() for found in _of_step(step))


def _of_step(changes: Sequence[Change]) -> Iterator[Renaming]:
    """Yield what was renamed in a step; words that went two ways are two renamings."""
    rest = list(changes)
    while len(rest) >= _SEVERAL and (words := _words(rest)):
        first = rest[0]
        note = SharedNote.model_construct(
            before=first.before.id,
            after=first.after.id,
            codes=[],
            replaces=words,
            only=None,
            kind=Kind.REWORDED,
        )
        explained = [one for one in rest if explains(note, one)]
        if len(explained) < _SEVERAL:
            return
        yield Renaming(words, tuple(explained))
        rest = [one for one in rest if one not in explained]


def _words(changes: Iterable[Change]) -> dict[str, str]:
    """Return the words that several texts have lost, each with what stands in most of them now."""
    printed: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    count: Counter[tuple[str, str]] = Counter()
    for change in changes:
        pairs = set(_replaced(change))
        count.update({(old.casefold(), new.casefold()) for old, new in pairs})
        for pair in pairs:
            printed[pair[0].casefold(), pair[1].casefold()][pair] += 1
    several = {pair for pair, texts in count.items() if texts >= _SEVERAL}
    words: dict[str, str] = {}
    for pair, _ in count.most_common():
        bare = tuple(_ARTICLE.sub("", one, count=1) for one in pair)
        if pair in several or bare in several:
            old, new = printed[pair].most_common(1)[0][0]
            if old.casefold() not in map(str.casefold, words):
                words[old] = new
    return words


def _replaced(change: Change) -> Iterator[tuple[str, str]]:
    """Yield the words that others took the place of in the texts of one code."""
    for old, new in zip(change.old, change.new, strict=False):
        yield from _pairs(one_line(old.message), one_line(new.message))


def _pairs(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield what went, with what came in its place; a number or a "not" is no name of anything."""
    old, new = ([*_TOKEN.finditer(text)] for text in (before, after))
    had, has = ([token[0].casefold() for token in tokens] for tokens in (old, new))
    matcher = SequenceMatcher(None, had, has, autojunk=False)
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        left, right = (0, 0) if tag == "replace" else _beside(had, first, last)
        said = _printed(before, old[first - left : last + right])
        says = _printed(after, new[begin - left : end + right])
        if said and says and not turned(said, says):
            yield said, says


def _printed(text: str, tokens: Sequence[re.Match[str]]) -> str:
    return text[tokens[0].start() : tokens[-1].end()] if tokens else ""


def _beside(words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Return how many words on the left and on the right a gap belongs to: one or none."""
    for left, right in ((0, 1), (1, 0)):
        place = last if right else first - 1
        if 0 <= place < len(words) and words[place] not in SMALL and words[place].isalnum():
            return left, right
    return 0, 0
