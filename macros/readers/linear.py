"""Regular expressions in a time that grows with the text alone, whatever they are.

The parser of the standard library's `re` reads the expression; the matching is done here, and comes
to no place of expression and text twice. It finds what `re` finds. Refuses what would need more:
references to groups, and looking ahead or behind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST = 4000  # instructions
LONGEST_ENTRY = 20_000  # characters

_WORD = re.compile(r"\w", re.ASCII)
_CLASSES: dict[object, re.Pattern[str]] = {
    constants.CATEGORY_DIGIT: re.compile(r"\d", re.ASCII),
    constants.CATEGORY_NOT_DIGIT: re.compile(r"\D", re.ASCII),
    constants.CATEGORY_SPACE: re.compile(r"\s", re.ASCII),
    constants.CATEGORY_NOT_SPACE: re.compile(r"\S", re.ASCII),
    constants.CATEGORY_WORD: _WORD,
    constants.CATEGORY_NOT_WORD: re.compile(r"\W", re.ASCII),
}


_BEGINNINGS = [
    (constants.AT, constants.AT_BEGINNING),
    (constants.AT, constants.AT_BEGINNING_STRING),
]


class UnsupportedError(ValueError):
    """An expression has what cannot be matched in linear time."""


class TooMuchError(ValueError):
    """All matching together takes longer than anybody waits for."""


@dataclass(slots=True)
class Budget:
    """The steps that are left for a document."""

    left: int

    def spend(self, steps: int) -> None:
        """Take steps away.

        Raises:
            TooMuchError: when there are none left.
        """
        self.left -= steps
        if self.left < 0:
            raise TooMuchError


class _Signs(dict[str, bool]):
    """Which signs a part of an expression takes, each looked up once."""

    def __init__(self, takes: Callable[[str], bool]) -> None:
        super().__init__()
        self._takes = takes

    def __missing__(self, sign: str) -> bool:
        self[sign] = self._takes(sign)
        return self[sign]


# What to do at a place: take a sign, go on at two places, go on elsewhere, note the place, look at
# the signs around, be done.
_TAKE, _SPLIT, _GO, _NOTE, _LOOK, _DONE = range(6)
Instruction = tuple[int, Any, int]
# A mark, its place, and the notes before: group 3 begins at the mark 6 and ends at 7.
_Notes = tuple[int, int, Any] | None
_END = -1


class Expression:
    """A regular expression for whole lines.

    Args:
        pattern: the expression, as `re` has it.
        instead: what some of its named groups are to be read as.

    Raises:
        UnsupportedError: when it cannot be matched here.
    """

    def __init__(self, pattern: str, instead: dict[str, str] | None = None) -> None:
        tree = parser.parse(pattern, re.ASCII)
        self._groups: dict[str, int] = dict(tree.state.groupdict)
        self._instead = {
            self._groups[name]: parser.parse(other, re.ASCII)
            for name, other in (instead or {}).items()
        }
        self._program: list[Instruction] = []
        self._flags = tree.state.flags
        parts = list(tree)
        # It begins where it is told to, which may be behind an indentation.
        if parts and parts[0] in _BEGINNINGS:
            parts = parts[1:]
        self._sequence(parts, self._flags)
        self._add(_DONE, None)

    def match(
        self, text: str, start: int, end: int, budget: Budget
    ) -> dict[str, tuple[int, int]] | None:
        """Return where the named groups stand in whole lines from `start` on, and all as "".

        Args:
            text: the text.
            start: where the first line begins.
            end: where the last line that may belong to it ends; nothing longer than
                `LONGEST_ENTRY` is found.
            budget: what it may take.
        """
        seen: set[tuple[int, int]] = set()
        end = min(end, start + LONGEST_ENTRY)
        # Ways not yet tried: the instruction, the place in the text, what was noted on the way.
        waiting: list[tuple[int, int, _Notes]] = [(0, start, None)]
        found = None
        while waiting and found is None:
            found = self._try(*waiting.pop(), text, end, seen, waiting)
        budget.spend(len(seen))
        return None if found is None else self._spans(found, start)

    def _try(  # noqa: PLR0913, PLR0917 - one loop, cut in two
        self,
        at: int,
        place: int,
        notes: _Notes,
        text: str,
        end: int,
        seen: set[tuple[int, int]],
        waiting: list[tuple[int, int, _Notes]],
    ) -> _Notes:
        """Go one way to its end; return what was noted on it where it leads through."""
        while (at, place) not in seen:
            seen.add((at, place))
            kind, value, other = self._program[at]
            at += 1
            if kind == _TAKE:
                if place >= end or not value[text[place]]:
                    break
                place += 1
            elif kind == _SPLIT:
                waiting.append((other, place, notes))
                at = value
            elif kind == _GO:
                at = value
            elif kind == _NOTE:
                notes = (value, place, notes)
            elif kind == _LOOK:
                if not value(text, place):
                    break
            elif place == len(text) or text[place] == "\n":
                return (_END, place, notes)
            else:
                break
        return None

    def _spans(self, notes: _Notes, start: int) -> dict[str, tuple[int, int]]:
        places: dict[int, int] = {}
        while notes:
            mark, place, notes = notes
            places.setdefault(mark, place)
        spans = {
            name: (places[2 * group], places[2 * group + 1])
            for name, group in self._groups.items()
            if 2 * group + 1 in places
        }
        return {"": (start, places[_END]), **spans}

    def _add(self, kind: int, value: Any, other: int = 0) -> int:  # noqa: ANN401 - as it comes
        if len(self._program) >= LONGEST:
            raise UnsupportedError("it repeats too many things too often")
        self._program.append((kind, value, other))
        return len(self._program) - 1

    def _sequence(self, parts: Iterable[tuple[Any, Any]], flags: int) -> None:
        for operation, argument in parts:
            if operation in {constants.LITERAL, constants.NOT_LITERAL, constants.ANY, constants.IN}:
                self._add(_TAKE, _Signs(_taker(operation, argument, flags)))
            elif operation is constants.BRANCH:
                self._branches(argument[1], flags)
            elif operation is constants.SUBPATTERN:
                self._group(argument, flags)
            elif operation in {constants.MAX_REPEAT, constants.MIN_REPEAT}:
                self._repeat(argument, flags, lazy=operation is constants.MIN_REPEAT)
            elif operation is constants.AT:
                self._add(_LOOK, _looker(argument))
            else:
                name = str(operation).lower().replace("_", " ")
                raise UnsupportedError(f"it has what takes too long ({name})")

    def _group(self, argument: tuple[Any, ...], flags: int) -> None:
        group, added, removed, parts = argument
        if group is not None:
            self._add(_NOTE, 2 * group)
        self._sequence(self._instead.get(group, parts), (flags | added) & ~removed)
        if group is not None:
            self._add(_NOTE, 2 * group + 1)

    def _branches(self, branches: list[Any], flags: int) -> None:
        ends = []
        for branch in branches[:-1]:
            split = self._add(_SPLIT, 0)
            self._sequence(branch, flags)
            ends.append(self._add(_GO, 0))
            self._program[split] = (_SPLIT, split + 1, len(self._program))
        self._sequence(branches[-1], flags)
        for end in ends:
            self._program[end] = (_GO, len(self._program), 0)

    def _repeat(self, argument: tuple[Any, ...], flags: int, *, lazy: bool) -> None:
        least, most, parts = argument
        if most is constants.MAXREPEAT and not parts.getwidth()[0]:
            # How often that is done, expressions of different makers do not agree on.
            raise UnsupportedError("it repeats without an end what may be nothing")
        for _ in range(least):
            self._sequence(parts, flags)
        splits = []
        if most is constants.MAXREPEAT:
            splits.append(self._add(_SPLIT, 0))
            self._sequence(parts, flags)
            self._add(_GO, splits[0])
        else:
            for _ in range(most - least):
                splits.append(self._add(_SPLIT, 0))
                self._sequence(parts, flags)
        for split in splits:
            inner, outer = split + 1, len(self._program)
            ways = (outer, inner) if lazy else (inner, outer)
            self._program[split] = (_SPLIT, *ways)


def _taker(operation: object, argument: Any, flags: int) -> Callable[[str], bool]:  # noqa: ANN401
    """Return what tells whether a sign is taken."""
    if operation is constants.ANY:
        return lambda sign: bool(flags & re.DOTALL) or sign != "\n"
    if operation is constants.LITERAL:
        argument = [(constants.LITERAL, argument)]
    elif operation is constants.NOT_LITERAL:
        argument = [(constants.NEGATE, None), (constants.LITERAL, argument)]
    negated = argument[0][0] is constants.NEGATE

    def takes(sign: str) -> bool:
        # Without the flag re.UNICODE, only letters of ASCII have two cases.
        both = flags & re.IGNORECASE and sign.isascii()
        forms = {sign.lower(), sign.upper()} if both else {sign}
        return negated != any(_is_in(form, part) for form in forms for part in argument)

    return takes


def _is_in(sign: str, part: tuple[Any, Any]) -> bool:
    kind, value = part
    if kind is constants.LITERAL:
        return bool(ord(sign) == value)
    if kind is constants.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    return bool(_CLASSES[value].match(sign)) if kind is constants.CATEGORY else False


def _looker(argument: object) -> Callable[[str, int], bool]:
    """Return what tells whether a place is an edge of a line or a word."""
    if argument in {constants.AT_BOUNDARY, constants.AT_NON_BOUNDARY}:
        wanted = argument is constants.AT_BOUNDARY

        def at_a_word(text: str, place: int) -> bool:
            before = place > 0 and bool(_WORD.match(text[place - 1]))
            behind = place < len(text) and bool(_WORD.match(text[place]))
            return (before != behind) == wanted

        return at_a_word
    if argument in {constants.AT_BEGINNING, constants.AT_BEGINNING_STRING}:
        return lambda text, place: place == 0 or text[place - 1] == "\n"
    return lambda text, place: place == len(text) or text[place] == "\n"
