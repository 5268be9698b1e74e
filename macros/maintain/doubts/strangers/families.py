"""Constants of two families in one list, told apart by how their names begin: rows -> strange ones.

`OpHeat = 100700` stands beside `RcBusy = 1001`, and both have a number and a text. Asked about is a
family that is called as other things are, or not as errors where the other one is; and where names
tell nothing, the one of numbers of another length that speaks less of failures.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import other_numbers, source_blocks
from macros.maintain.sniffers.source import names_alone
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Document, Row

_TWO, _ALL = 2, 100
# What is no error, whatever else stands beside it.
_OTHERS = frozenset(
    "op ops opcode operation cmd command evt event ev opt option flag mask bit action".split()
)
_SUCCESSES = frozenset("ok success succeeded none".split())


class _Family(NamedTuple):
    """Rows whose names begin alike.

    Attributes:
        word: what they begin with.
        rows: the rows.
        is_of_errors: whether errors are called so.
    """

    word: str
    rows: list[Row]
    is_of_errors: bool

    @property
    def fails(self) -> int:
        """How many of them, of 100, are called or described as failures are."""
        told = sum(
            other_numbers.names_failure(_name(row)) or other_numbers.tells_failure(row.message)
            for row in self.rows
        )
        return _ALL * told // len(self.rows)

    @property
    def is_other(self) -> bool:
        """Whether it is called as no errors are, and does not speak of failures."""
        return self.word in _OTHERS and 2 * self.fails <= _ALL


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows of a family that is perhaps none of codes, and what is said of them.

    Args:
        document: the document.
        rows: those of it that are looked at.
        format_: its format.
    """
    in_source = format_ == "pattern"
    if not all(map(_name, rows)) or (in_source and _is_of_errors(document, rows)):
        return
    families = _families(rows)
    # What stands in one table or one list of data is one list, unless a name says otherwise.
    for odd in _strange(families) if in_source else _others(families):
        usual = next(one for one in families if one is not odd and not one.is_other)
        called = f'"{shown(_name(odd.rows[0]))}"'
        are = f"are called {called} and alike" if odd.rows[1:] else f"is called {called}"
        yield odd.rows, f'{are}, not as "{shown(_name(usual.rows[0]))}" and others are'


def _name(row: Row) -> str:
    return (
        row.columns.get("name")
        or row.named.get("name")
        or (row.message if row.message.isidentifier() else "")
    )


def _is_of_errors(document: Document, rows: Sequence[Row]) -> bool:
    """Tell whether all rows stand in a block of source code that is called as one of errors."""
    around = source_blocks.around(document.text.split("\n"))
    blocks = [{block.name for block in around[row.line - 1]} for row in rows]
    shared = set.intersection(*blocks) if blocks else set()
    return any(other_numbers.speaks_of_errors(name) for name in shared)


def _families(rows: Sequence[Row]) -> list[_Family]:
    """Return rows by the first word in which their names differ; none where that is the last."""
    told = {id(row): other_numbers.words(_name(row)) for row in rows}
    spoken = [row for row in rows if told[id(row)][-1:] and told[id(row)][-1] not in _SUCCESSES]
    columns = zip(*(told[id(row)] for row in spoken), strict=False)
    same = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
    families: dict[str, list[Row]] = {}
    for row in spoken:
        words = told[id(row)][same:]
        families.setdefault(words[0] if words[1:] else "", []).append(row)
    return [_Family(word, own, _marks(word)) for word, own in families.items()]


def _marks(word: str) -> bool:
    """Tell whether names begin with a word that says that they are those of errors."""
    return names_alone.marks_errors(f"{word.upper()}_") or other_numbers.speaks_of_errors(word)


def _others(families: Sequence[_Family]) -> list[_Family]:
    """Return the families that are called as no errors are, if there are others."""
    others = [one for one in families if one.is_other]
    return others if any(not one.is_other and one.rows[1:] for one in families) else []


def _strange(families: Sequence[_Family]) -> list[_Family]:
    """Return the families that are perhaps none of codes."""
    if others := _others(families):
        return others
    if len(families) != _TWO or not all(one.word for one in families):
        return []
    odd, usual = sorted(families, key=lambda one: (one.is_of_errors, one.fails, len(one.rows)))
    if 2 * odd.fails > _ALL or other_numbers.is_kind_of_error(odd.word):
        return []
    if odd.is_of_errors or not usual.rows[1:]:
        return []
    lengths = [{len(row.code) for row in one.rows} for one in (odd, usual)]
    of_other_length = odd.rows[1:] and lengths[0].isdisjoint(lengths[1])
    return [odd] if usual.is_of_errors or of_other_length else []
