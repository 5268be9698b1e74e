"""Constants that a program has for no code at all: rows -> those that are perhaps none.

`UNKNOWN(-999)` and `NONE(-1)` are what a program says before it knows a code, or of one that it
does not know. A true code can be called so, too: asked about is one whose number is far from all
others, one beside zero or zero of which nothing more is said, and one whose text says what it is.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Row

_UNSET = "unknown|undefined|unspecified|uninitiali[sz]ed|unset|not set|invalid|default"
# The words of a name: what others begin with, what is said of no code, and marks of errors.
_CALLED = re.compile(
    rf"(?P<rest>(?:\w+ )*?)(?:(?P<unset>{_UNSET})|none|nil|null|reserved|unused|sentinel"
    r"|placeholder|dummy|(?:max|force) (?:enum|u?int|d?word|[0-9]+))"
    r"(?: (?:e|err|error|errno|code|value|bits?|[0-9]+))*"
)
_MARKS = frozenset("k e er err errno error errors code codes".split())
_SAYS_NONE = re.compile(
    r"(?:an? |the )?(?:internal |mere )?(?:placeholder|sentinel|dummy|end marker)"
    r"(?: (?:value|entry|code|only|for)\b.*)?\W*",
    re.IGNORECASE | re.DOTALL,
)
_SAYS_UNKNOWN = re.compile(
    rf"(?:an? |the )?(?:{_UNSET})(?P<error>(?: (?:error|code|value|reason|cause|status|type))*)"
    r"(?: occurred)?\W*",
    re.IGNORECASE,
)
_FEWEST = 3  # other numbers, of which one can tell how far they go


@dataclass(frozen=True, slots=True)
class _Constant:
    """A row that perhaps stands for no code.

    Attributes:
        row: the row.
        name: its name; the text where it has none.
        is_unset: whether it is called, or said to be, unknown, and not none.
    """

    row: Row
    name: str
    is_unset: bool

    @property
    def number(self) -> int | None:
        """Its number, if it is one."""
        return _number(self.row)

    @property
    def is_silent(self) -> bool:
        """Whether it has no text but its name, or one that says the same."""
        return self.row.message == self.name or bool(_SAYS_UNKNOWN.fullmatch(self.row.message))

    @property
    def is_error(self) -> bool:
        """Whether its text calls it an error, if an unknown one, as `UnknownError` does."""
        said = _SAYS_UNKNOWN.fullmatch(" ".join(other_numbers.words(self.row.message)))
        return bool(said and said["error"])


def found(rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the constants that perhaps stand for no code, if there are some.

    Args:
        rows: those of a document.
        format_: its format.
    """
    if format_ != "pattern":
        return
    spoken = {id(one.row): one for one in _spoken(rows)}
    others = [number for row in rows if id(row) not in spoken and (number := _number(row))]
    strange = [one for one in spoken.values() if _is_strange(one, others)]
    if strange and len(others) >= _FEWEST:
        say = series([f'"{shown(one.name)}"' for one in strange])
        are = "are called" if strange[1:] else "is called"
        yield (
            [one.row for one in strange],
            f"{are} {say}, as what a program has for no code or an unknown one",
        )
    told = [row for row in rows if _SAYS_NONE.fullmatch(row.message)]
    told = [row for row in told if row not in [one.row for one in strange]]
    if told and 2 * len(told) < len(rows):
        yield told, f'{"have" if told[1:] else "has"} the text "{shown(told[0].message)}"'


def _spoken(rows: Sequence[Row]) -> Iterator[_Constant]:
    """Yield the rows whose name, or text, says no more than that no code is known."""
    names = [row.named.get("name") or row.message for row in rows]
    told = [tuple(other_numbers.words(name)) for name in names]
    begins = Counter(words[:size] for words in told for size in range(1, len(words)))
    for row, name, words in zip(rows, names, told, strict=True):
        called = _CALLED.fullmatch(" ".join(words))
        rest = tuple(called["rest"].split()) if called else ()
        if called and (set(rest) <= _MARKS or begins[rest] > 1):
            yield _Constant(row, name, bool(called["unset"]))
        elif _SAYS_UNKNOWN.fullmatch(row.message):
            yield _Constant(row, name, is_unset=True)


def _is_strange(one: _Constant, others: Sequence[int]) -> bool:
    """Tell whether the number of a constant called so tells that it is none of the codes.

    Args:
        one: the constant.
        others: the numbers of the codes but zero.
    """
    if one.number is None:
        return False
    if one.number == 0:
        return one.is_unset and one.is_silent and not one.is_error
    if abs(one.number) == 1 and one.is_unset and not one.is_silent:
        return False  # "-1: The system did something unexpected" is usual
    if all((other < 0) != (one.number < 0) for other in others):
        return True
    largest = max(map(abs, others))
    return abs(one.number) > 2 * largest and len(str(abs(one.number))) > len(str(largest))


def _number(row: Row) -> int | None:
    with suppress(ValueError):
        return int(row.code, 0)
    return None
