"""Codes and texts of source code that hold only where a condition does: rows -> doubts.

Of the branches of `#ifdef`, `#else` a program takes one. What two of them say of the same thing
cannot both be so, and the text of a code can stand in one that is left out.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import conditionals, reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts import quoting
from macros.maintain.doubts.strangers import dead_code
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.conditionals import Branch, Chain
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row


class _Part(NamedTuple):
    """Lines in which texts stand apart from their codes, and what is said of them there."""

    first: int
    last: int
    what: str


def doubts(document: Document, result: Reading, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield the doubts about rows that a condition decides of, branch by branch."""
    if result.options["format"] != "pattern":
        return
    lines = [one_line(line) for line in document.text.split("\n")]
    by_name = "constants" in result.options
    chains = list(conditionals.chains(document.text.split("\n")))
    rest = list(rows)
    for part in _parts(document, chains, by_name=by_name):
        apart = [row for row in rest if _is_in(part, row.text_line) and not _is_in(part, row.line)]
        if apart and len(apart) < len(rows):
            rest = [row for row in rest if row not in apart]
            yield _of_texts(document.file, result, apart, part.what, _quotes(lines, apart))
    asked = reading.asked(document, result.options) if chains else []
    for chain in chains:
        for branch, own, other in _clashes(chain, rest):
            quoted = (
                _quotes(lines, own) if by_name else quoting.quotes(document, result, own, asked)
            )
            yield _of_branch(document.file, result, own, other, _told(chain, branch), quoted)


def _quotes(lines: Sequence[str], rows: Sequence[Row]) -> list[str] | None:
    """Return the lines of the texts of some rows; None where others are written alike."""
    told = [lines[row.text_line - 1] for row in rows]
    return told if all(lines.count(line) == 1 for line in told) else None


def _parts(document: Document, chains: Sequence[Chain], *, by_name: bool) -> Iterator[_Part]:
    """Yield the parts of a text in which the text of a code outside of them is doubted.

    Where codes have names, texts stand apart from them, and often all of a module under one
    condition; but a text that is left out is none. Where comments are the texts, none is doubted.
    """
    for chain in chains:
        for one in chain.branches:
            if one.is_left_out or not by_name:
                yield _Part(one.first, one.last, _told(chain, one))
    if by_name:
        dead = dead_code.parts(document.text.split("\n"))
        yield from (_Part(one.first, one.last, one.where) for one in dead)


def _told(chain: Chain, branch: Branch) -> str:
    """Say which branch it is."""
    where = f"(lines {branch.first}-{branch.last})"
    if branch.is_left_out:
        return f'in what "{chain.said}" leaves out {where}'
    return f'in a branch of "{shown(chain.said)}" {where}'


def _is_in(part: _Part | Branch, line: int) -> bool:
    return part.first <= line <= part.last


def _clashes(chain: Chain, rows: Sequence[Row]) -> Iterator[tuple[Branch, list[Row], Row]]:
    """Yield the rows of each branch that another one contradicts, and the first such row.

    They have one code and different texts, or one name or text and different codes.
    """
    placed = [(row, branch) for row in rows if (branch := chain.branch(row.text_line))]
    inside = {id(row) for row, _ in placed}
    names = Counter(_name(row) for row in rows if id(row) not in inside)
    for branch in chain.branches:
        own = [row for row, where in placed if where is branch]
        others = [row for row, where in placed if where is not branch]
        pairs = [
            (row, other)
            for row in own
            if (other := next((one for one in others if _clash(row, one, names)), None))
        ]
        if pairs:
            yield branch, [row for row, _ in pairs], pairs[0][1]


def _clash(row: Row, other: Row, names: Counter[str]) -> bool:
    if row.code == other.code:
        return row.message != other.message
    is_named = _name(row) == _name(other) != "" and not names[_name(row)]
    return is_named or row.message == other.message


def _name(row: Row) -> str:
    """Return the name of the constant of a row: what `define DOCK_BUSY` ends with."""
    return row.columns.get("name") or row.columns.get("value", "").rpartition(" ")[2]


def _of_texts(
    file: str, result: Reading, rows: Sequence[Row], where: str, quoted: Sequence[str] | None
) -> Doubt:
    """Return the doubt about codes whose texts alone stand where they are perhaps left out."""
    several = len(rows) > 1
    texts, stand, do_not = (
        ("texts", "stand", "codes do") if several else ("text", "stands", "code does")
    )
    more = f" and {len(rows) - 1} more" if several else ""
    what = f'the {texts} of "{shown(rows[0].code)}"{more} {stand} {where}, and the {do_not} not.'
    if_so = "the texts do not hold" if several else "the text does not hold"
    return Doubt(file, rows[0].text_line, what, *quoting.advice(result, rows, quoted, if_so))


def _of_branch(  # noqa: PLR0913, PLR0917 - all that is said of it
    file: str,
    result: Reading,
    rows: Sequence[Row],
    other: Row,
    where: str,
    quoted: Sequence[str] | None,
) -> Doubt:
    """Return the doubt about what one branch says, and another one says otherwise."""
    more = f" and {len(rows) - 1} more" if rows[1:] else ""
    stand = "stand" if rows[1:] else "stands"
    what = (
        f'"{shown(rows[0].code)}"{more} {stand} {where}, and another branch has'
        f' "{shown(other.code)}", "{shown(other.message)}" in its place.'
    )
    if_so = "the API is built with that other branch"
    line = rows[0].text_line if "constants" in result.options else rows[0].line
    return Doubt(file, line, what, *quoting.advice(result, rows, quoted, if_so))
