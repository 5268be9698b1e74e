"""Numbers that are written as sums: source code -> the same lines, with the numbers.

Part of the reader `pattern`. `BUSY = BASE + 1`, `GONE = (AREA << 16) | 2` and `LOST = BUSY` have
the number that follows from those that the document itself gives names. Where a name has two
numbers or none, or what is written means different things in different languages, nothing is
written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from macros.readers import calls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_VALUE = r"(?P<value>-?[\w(](?:[\w.:() \t+|<-]*?[\w)])?)"
_CONSTANTS = (
    # As in BUSY = BASE + 1, and BUSY: BASE + 1, and #define BUSY (BASE + 1)
    re.compile(
        r"\s*(?:\#\s*define[ \t]+(?P<macro>[A-Za-z_]\w*)[ \t]+"
        r"|(?:[\w<>:]+[ \t]+)*?(?P<name>[A-Za-z_]\w*)\s*(?::\s*[A-Za-z]\w*\s*)?(?::?=|:)\s*)"
        rf"{_VALUE}\s*(?:[,;]\s*)?(?:(?://|/\*|\#).*)?",
        re.ASCII,
    ),
    # As in an enum of Java: BUSY(BASE + 1, "The dock is busy"),
    re.compile(rf"\s*(?P<name>[A-Za-z_]\w*)\({_VALUE}\s*(?:,.*|\)[,;]?\s*(?://.*)?)", re.ASCII),
)
_TOKEN = re.compile(
    r"\s*(?:(?P<number>0[xX][0-9A-Fa-f]+|0|[1-9][0-9]*(?:_[0-9]+)*)(?:[uUlL]*)(?![\w.])"
    r"|(?P<name>[A-Za-z_]\w*(?:(?:\.|::)[A-Za-z_]\w*)*)|(?P<sign><<|[-+|()]))",
    re.ASCII,
)
_PATH = re.compile(r".*(?:\.|::)")
# Signs that mean the same beside each other in all languages: each binds as it is written.
_TOGETHER = (frozenset("+-"), frozenset({"<<", "|"}))
_NUMBER = re.compile(r"-?[0-9]\w*", re.ASCII)
_LARGEST = 64  # bits
_OF_INT = 32  # bits, of which the first is a sign where there is one
_HEX = re.compile(r"[(\s]*-?0[xX][0-9A-Fa-f]+[uUlL]*[)\s]*", re.ASCII)
_LONGEST = 500  # characters of a line
_DEEPEST = 20  # names that stand for names


class _Number(NamedTuple):
    """A number, and how many digits it is written with where these are hexadecimal."""

    value: int
    digits: int = 0
    is_upper: bool = False

    @property
    def told(self) -> str:
        """The number as it is written."""
        if not self.digits or self.value < 0:
            return str(self.value)
        return f"0x{self.value:0{self.digits}{'X' if self.is_upper else 'x'}}"


class _Unknown(Exception):  # noqa: N818 - nothing is wrong
    """Nobody can tell which number it is."""


@dataclass(slots=True)
class _Constants:
    """What a document calls by names: what each name stands for, as it is written."""

    written: dict[str, set[str]]
    known: dict[str, _Number | None] = field(default_factory=dict)

    def of(self, name: str, depth: int) -> _Number:
        """Return the number of a name."""
        if name not in self.known:
            self.known[name] = None  # of one that stands for itself
            texts = self.written.get(name, set())
            if len(texts) == 1 and depth < _DEEPEST:
                self.known[name] = self.number(next(iter(texts)), depth + 1)
        found = self.known[name]
        if found is None:
            raise _Unknown
        return found

    def number(self, text: str, depth: int = 0) -> _Number | None:
        """Return the number that is written; None where nobody can tell it."""
        tokens = _tokens(text)
        try:
            found = self._sum(tokens, depth) if tokens else None
        except (_Unknown, IndexError, RecursionError):
            return None
        return None if tokens or (found and found.value.bit_length() > _LARGEST) else found

    def _sum(self, tokens: list[str], depth: int) -> _Number:
        """Return the number that some tokens begin with, and take them away."""
        numbers, signs = [self._one(tokens, depth)], []
        while tokens and tokens[0] != ")":
            signs.append(tokens.pop(0))
            numbers.append(self._one(tokens, depth))
        if not any(set(signs) <= together for together in _TOGETHER):
            raise _Unknown
        return _together(numbers, signs)

    def _one(self, tokens: list[str], depth: int) -> _Number:
        first = tokens.pop(0)
        if first == "-":
            found = self._one(tokens, depth)
            return found._replace(value=-found.value)
        if first == "(":
            found = self._sum(tokens, depth)
            if tokens.pop(0) != ")":
                raise _Unknown
            return found
        if first[0].isdigit():
            digits = first[2:] if first[:2] in {"0x", "0X"} else ""
            return _Number(int(first, 0), len(digits), any(map(str.isupper, digits)))
        return self.of(_PATH.sub("", first), depth)


def _together(numbers: Sequence[_Number], signs: Sequence[str]) -> _Number:
    """Return what some numbers with signs between them are: shifts first, then from the left."""
    values = [numbers[0].value]
    for sign, number in zip(signs, numbers[1:], strict=True):
        if sign == "<<":
            if not 0 <= number.value <= _LARGEST:
                raise _Unknown
            values[-1] <<= number.value
        elif sign == "|":
            values.append(number.value)
        else:
            values[-1] += number.value if sign == "+" else -number.value
    value = 0
    for one in values:
        value |= one
    if len(values) == 1:
        value = values[0]
    return _Number(value, max(one.digits for one in numbers), any(one.is_upper for one in numbers))


def _tokens(text: str) -> list[str]:
    """Return the numbers, names and signs of what is written; none where there is more."""
    found, place = [], 0
    while place < len(text.rstrip()):
        token = _TOKEN.match(text, place)
        if not token:
            return []
        found.append(token["number"] or token["name"] or token["sign"])
        place = token.end()
    return found


def called(text: str, macros: Sequence[str] = ()) -> str:
    """Return a text that has numbers in the place of calls of macros, on the same lines.

    Args:
        text: the text.
        macros: definitions that it does not have itself.
    """
    known: dict[str, set[str]] = {}
    for line in text.split("\n"):
        for name, value, _ in _constants(line):
            known.setdefault(name, set()).add(value)
    constants = _Constants(known)

    def number(value: str) -> str | None:
        if _NUMBER.fullmatch(bare := value.strip("() \t")):
            return bare  # as it is written
        found = constants.number(value)
        # A type of C may make one with so many bits negative.
        is_sure = found and (found.digits or found.value.bit_length() < _OF_INT)
        return found.told if found and is_sure else None

    return calls.written(text, macros, number)


def written(text: str) -> str:
    """Return a text in which constants have numbers in the place of sums, on the same lines."""
    text = called(text)
    lines = text.split("\n")
    places = [[*_constants(line)] for line in lines]
    known: dict[str, set[str]] = {}
    for place in places:
        for name, value, _ in place:
            known.setdefault(name, set()).add(value)
    constants = _Constants(known)
    is_hex = any(_HEX.fullmatch(value) for values in known.values() for value in values)
    for index, place in enumerate(places):
        for _, value, start in place[:1]:
            if _is_plain(value) or _is_of_bits(value, is_hex=is_hex):
                continue
            if not (number := constants.number(value)):
                continue
            line = lines[index]
            lines[index] = f"{line[:start]}{number.told}{line[start + len(value) :]}"
    return "\n".join(lines)


def _constants(line: str) -> Iterator[tuple[str, str, int]]:
    """Yield the name of the constant of a line, what is written for it, and its place."""
    if len(line) > _LONGEST:
        return
    for kind in _CONSTANTS:
        if found := kind.fullmatch(line.rstrip()):
            name = found["name"] or found.groupdict().get("macro") or ""
            yield name, found["value"], found.start("value")
            return


def _is_of_bits(value: str, *, is_hex: bool) -> bool:
    """Tell whether what is written stands for bits of a number, as flags do: 1 << 3, RED | BLUE.

    Args:
        value: what is written.
        is_hex: whether the document has numbers in hexadecimal, as this one may be meant, too.
    """
    signs = {token for token in _tokens(value) if not re.match(r"\w", token)} - {"(", ")"}
    names = [re.match("[A-Za-z_]", token) for token in _tokens(value) if re.match(r"\w", token)]
    if not any(names):
        return is_hex or "|" not in signs
    return all(names) and signs == {"|"}


def _is_plain(value: str) -> bool:
    """Tell whether what is written is a number and no sum."""
    return bool(re.fullmatch(r"[(\s]*-?\s*[0-9]\w*[)\s]*", value, re.ASCII))
