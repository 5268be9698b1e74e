"""Constants that are perhaps no codes, by their names or where they stand: rows -> those, and why.

Of those that begin alike, a group of options is quoted under `prose`, and what a later version has
more in it is an option as well. `DOCK_ERR_FIRST` has the number of a code, or one that no error
has, and `DOCK_ERR_COUNT` counts them. `UNKNOWN(-999)` and `NONE(-1)` are what a program says before
it knows a code; asked about is one whose number is far from all others, one beside zero or zero of
which nothing more is said, and one whose text says what it is.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers, source
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row


def among_others(
    document: Document, result: Reading, rows: Sequence[Row]
) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows among whose neighbours most are quoted, up to the next blank lines.

    Args:
        document: the document.
        result: what came of it.
        rows: those of it that are looked at.
    """
    quoted = set(result.options.get("prose", ()))
    if result.options["format"] != "pattern" or not quoted:
        return
    places, passed = _paragraphs(document, result, quoted)
    strange = []
    for place in dict.fromkeys(places[row.line - 1] for row in rows):
        own = [row for row in rows if places[row.line - 1] == place]
        strange += own if passed.count(place) > len(own) else []
    if strange:
        stand = "stand" if strange[1:] else "stands"
        yield strange, f"{stand} among constants that are passed over"


def _paragraphs(
    document: Document, result: Reading, quoted: set[str]
) -> tuple[list[int], list[int]]:
    """Return the blank line above each line, and that above each line that is passed over."""
    places, passed, blank = [], [], 0
    for number, line in enumerate(document.text.split("\n"), start=1):
        blank = blank if line.strip() else number
        places.append(blank)
        is_passed = result.accounts.get(number) is Account.IGNORED and one_line(line) in quoted
        if is_passed and not source.is_comment(line):
            passed.append(blank)
    return places, passed


_ENDS = frozenset("first last min max minimum maximum num number total count".split())
_BOUNDS = _ENDS | frozenset("begin end start base".split())
_MARKS = frozenset("e er err errno error errors code codes".split())
_SAYS_BOUND = re.compile(
    r"\b(?:first|last|lowest|highest|smallest|largest|min(?:imum)?|max(?:imum)?|lower|upper"
    r"|numbers? of|total|count|range|base|begin\w*|end|start\w*)\b",
    re.IGNORECASE,
)
# What speaks of no failure, though it has words that often do.
_IS_LAST = re.compile(
    r"\b(?:must|has to|should) (?:be|stay|remain|come)\b|\bnot (?:an?|a real|really an?) \w+",
    re.IGNORECASE,
)
_ERROR = re.compile(r"\b(?:error|fault)s?\b", re.IGNORECASE)
_MOST_NAMED = 4


def bounds(rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the constants that are called as the ends of a range, if there are some."""
    if format_ != "pattern":
        return
    times = Counter(row.code for row in rows)
    ends = {id(row) for row in (rows[0], rows[-1])} if rows else set()
    names = {id(row): row.named.get("name") or row.message for row in rows}
    begins = Counter(
        words[:size]
        for name in names.values()
        for words in [tuple(other_numbers.words(name))]
        for size in range(len(words))
    )
    bounds = [
        row
        for row in rows
        if _is_called_so(name := names[id(row)], begins)
        and (times[row.code] > 1 or _says_bound(row, name, is_end=id(row) in ends))
    ]
    if not bounds or 2 * len(bounds) > len(rows):
        return
    listed = [f'"{shown(names[id(row)])}"' for row in bounds]
    more = f" and {len(listed) - _MOST_NAMED} more" if listed[_MOST_NAMED:] else ""
    called = ", ".join(listed[:_MOST_NAMED]) + more if more else series(listed)
    are = "are called" if bounds[1:] else "is called"
    yield bounds, f"{are} {called}, as the ends of a range or a count of codes"


def _is_called_so(name: str, begins: Counter[tuple[str, ...]]) -> bool:
    """Tell whether a name is that of several others with a word for the end of a range.

    Args:
        name: the name.
        begins: how many names begin with some words, the names of ends among them.
    """
    words = other_numbers.words(name)
    while len(words) > 1 and words[-1] in _MARKS and words[-2] in _ENDS | _MARKS:
        words.pop()  # as in MAX_ERROR
    *rest, last = words or [""]
    kind = [word for word in rest if word not in _MARKS]
    if last not in _BOUNDS or other_numbers.tells_failure(" ".join(kind)):
        return False
    return not kind or begins[tuple(rest)] > 1


def _says_bound(row: Row, name: str, *, is_end: bool) -> bool:
    """Tell whether nothing is said of a constant but that it is the end of a range.

    Args:
        row: the constant.
        name: its name.
        is_end: whether it is the first or the last one.
    """
    if row.message == name:
        return is_end
    # The last error, not an error: a word for errors alone tells none.
    told = _ERROR.sub(" ", _IS_LAST.sub(" ", row.message))
    return bool(_SAYS_BOUND.search(told)) and not other_numbers.tells_failure(told)


_UNSET = "unknown|undefined|unspecified|uninitiali[sz]ed|unset|not set|invalid|default"
# The words of a name: what others begin with, what is said of no code, and marks of errors.
_CALLED = re.compile(
    rf"(?P<rest>(?:\w+ )*?)(?:(?P<unset>{_UNSET})|none|nil|null|reserved|unused|sentinel"
    r"|placeholder|dummy|(?:max|force) (?:enum|u?int|d?word|[0-9]+))"
    r"(?: (?:e|err|error|errno|code|value|bits?|[0-9]+))*"
)
_MARKS_AROUND = _MARKS | {"k"}
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


def sentinels(rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
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
        if called and (set(rest) <= _MARKS_AROUND or begins[rest] > 1):
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
