"""Numbers and names beside codes that went to other codes, whose texts stayed: -> doubts.

Where codes are words, their numbers stand in a column, as in `DOCK_BUSY: [-33010, Dock is busy]`;
where they are numbers, their names do. Either can be what programs compare. A value that one code
had and another one has is told as any column is, and perhaps a mistake as a code that moved is.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.review.classify import alike
from macros.texts import counted, few

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.sources.provider import Revision

_NUMBER = re.compile(r"[A-Za-z_]*-?[0-9]+|-?0[xX][0-9A-Fa-f]+", re.ASCII)
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_LONG = re.compile(r"[0-9A-Fa-f]{3}")  # one number alone that moved is no amount, such as 10
_EXAMPLES = 3


class _Held(NamedTuple):
    """What stands in one column beside the codes of one set, in one revision.

    Attributes:
        heading: the column's heading.
        of: the value of each code, in the order of lines.
    """

    heading: str
    of: dict[str, str]

    def owners(self) -> Mapping[str, str]:
        """Return the code of each value that one code alone has."""
        counts = Counter(self.of.values())
        return {one: code for code, one in self.of.items() if counts[one] == 1}

    @property
    def counts(self) -> bool:
        """Whether the values number the rows: 1, 2, 3."""
        said = [*self.of.values()]
        return any(said == [str(number) for number in range(at, at + len(said))] for at in (0, 1))


def doubts(catalog: Catalog, before: Revision, after: Revision) -> Iterator[str]:
    """Yield that what stands beside codes in one revision stands beside others in the next."""
    for code_set in catalog.provider.code_sets:
        codes = {code.code: code for code in catalog.of(code_set)}
        earlier, later = (_columns(codes.values(), one) for one in (before, after))
        for column, had in earlier.items():
            has = later.get(column)
            if has is None or (had.counts and has.counts):
                continue
            shape = _NAME if column == "name" else _NUMBER
            moved = [
                (code, value, owner)
                for code, value, owner in _moved(had, has)
                if shape.fullmatch(value) and _stays(codes[code], before, after)
            ]
            if len(moved) > 1 or any(_LONG.search(value) for _, value, _ in moved):
                yield _doubt(has.heading, moved, before)


def _columns(codes: Iterable[Code], revision: Revision) -> dict[str, _Held]:
    """Return what stands beside codes, by the name of the column, or by its heading."""
    rows = [row for code in codes for row in code.rows(revision)]
    columns: dict[str, _Held] = {}
    for row in sorted(rows, key=lambda row: (row.file, row.line)):
        named = [(name, row.headings.get(name, name), text) for name, text in row.named.items()]
        plain = [(heading, heading, text) for heading, text in row.columns.items()]
        for column, heading, text in (*named, *plain):
            columns.setdefault(column, _Held(heading, {})).of.setdefault(row.code, text)
    return columns


def _moved(had: _Held, has: _Held) -> Iterator[tuple[str, str, str]]:
    """Yield each code that has what another one had, with that and the other one.

    Where neither was listed in both revisions, a word was renamed.
    """
    earlier, later = had.owners(), has.owners()
    for value, code in later.items():
        owner = earlier.get(value, code)
        if owner != code and (code in had.of or owner in has.of):
            yield code, value, owner


def _stays(code: Code, before: Revision, after: Revision) -> bool:
    """Tell whether a code says what it said, or is new: else its text tells that it changed."""
    old, new = code.rows(before), code.rows(after)
    return not old or any(alike(one.message, other.message) for one in old for other in new)


def _doubt(heading: str, moved: Sequence[tuple[str, str, str]], before: Revision) -> str:
    told = [f"{code} has {value}, which {owner} had" for code, value, owner in moved]
    have = counted(len(moved), "code has", "codes have")
    return (
        f'changed places? In "{heading}", {have} what others had in {before.id}, and the texts'
        f" stay: {few(told, _EXAMPLES)}. Compare with the provider's page. If it is so, whoever"
        " goes by these takes one error for another: read the verdicts again, and add --anyway."
    )
