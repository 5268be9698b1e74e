"""`uneven-style`: a document that writes the same thing in two ways, each told once for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.rules.expression import Expression
from macros.review.rules.rule import EXAMPLES, Harm, Hit, Mark, Quote, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.readers.rows import Row

_SENTENCES = re.compile(r"[.!?]\s+\S|\n")
_FULL_STOP = re.compile(r"(?<!\.)\.$")
_FEWEST, _SHARE = 10, 0.02
_CAN_NOT = Expression(r"\b(can) not\b(?! only\b)", ["can not"])
_CANNOT = Expression(r"\bcannot\b", ["cannot"])
_UNIT = r"(?=\s+(?:bytes|characters|entries|files|items|letters|members|messages|people|recipients|"
_UNIT += r"records|requests|rows|times|users|words)\b)"
_PLAIN_THOUSAND = re.compile(rf"(?<![\w.,:/#$-])([1-9][0-9]{{0,2}})([0-9]{{3}}){_UNIT}", re.ASCII)
_MARKED_THOUSAND = re.compile(rf"(?<![\w.,:/#$-])[1-9][0-9]{{0,2}},[0-9]{{3}}{_UNIT}", re.ASCII)
_CURLY = Expression(r"(?<=[a-z])’(?=[a-z])", ["’"])
_STRAIGHT = Expression(r"(?<=[a-z])'(?=[a-z])", ["'"])


def find(subject: Subject) -> Iterator[Hit]:
    """Yield a finding for each thing that the document writes in two ways."""
    rows = subject.english
    yield from _full_stops(rows)
    yield from _beside(
        rows, _CAN_NOT, _CANNOT, '"can not"', '"cannot"', lambda said: f"{said[1]}not"
    )
    yield from _beside(
        rows,
        _PLAIN_THOUSAND,
        _MARKED_THOUSAND,
        "thousands as 1000",
        "as 1,000",
        lambda said: f"{said[1]},{said[2]}",
    )
    if _rows_with(rows, _CURLY) > _rows_with(rows, _STRAIGHT):
        yield from _beside(rows, _STRAIGHT, _CURLY, "'", "’", lambda _: "’")
    else:
        yield from _beside(rows, _CURLY, _STRAIGHT, "’", "'", lambda _: "'")


def _full_stops(rows: Sequence[Row]) -> Iterator[Hit]:
    """Of several sentences all but the last have one: only single ones are compared."""
    single = [row for row in rows if not _SENTENCES.search(row.message.rstrip())]
    stopped = [row for row in single if _FULL_STOP.search(row.message)]
    share = len(stopped) / max(len(single), 1)
    if len(single) < _FEWEST or not _SHARE <= share <= 1 - _SHARE:
        return
    bare = [row for row in single if not row.message.endswith((".", "!", "?", ":", ","))]
    fewer = min(stopped, bare, key=len)
    ends = [_stop(row, adds=fewer is bare) for row in fewer[:EXAMPLES]]
    says = (
        f"{len(stopped)} of {len(single)} messages of one sentence"
        f" end{'s' if len(stopped) == 1 else ''} in a full stop, the others"
        f" do not{', such as these' if fewer is bare else ''}."
    )
    yield Hit(tuple(ends), says)


def _stop(row: Row, *, adds: bool) -> Quote:
    end = len(row.message)
    return Quote(row, (Mark(end, end, ".") if adds else Mark(end - 1, end, ""),))


def _beside(  # noqa: PLR0913, PLR0917 - two ways, each with its pattern and its name
    rows: Sequence[Row],
    fewer: Expression | re.Pattern[str],
    other: Expression | re.Pattern[str],
    name: str,
    other_name: str,
    mended: Callable[[re.Match[str]], str],
) -> Iterator[Hit]:
    """Yield the rows that write it in one way, where others write it in the other."""
    there = _rows_with(rows, other)
    quotes = []
    for row in rows if there else ():
        marks = [Mark(*match.span(), mended(match)) for match in fewer.finditer(row.message)]
        if marks:
            quotes.append(Quote(row, tuple(marks)))
    if quotes:
        yield Hit(tuple(quotes), f"{_write(len(quotes))} {name}, {there} {other_name}.")


def _rows_with(rows: Sequence[Row], pattern: Expression | re.Pattern[str]) -> int:
    return sum(bool(pattern.search(row.message)) for row in rows)


def _write(rows: int) -> str:
    return "One message writes" if rows == 1 else f"{rows} messages write"


RULE = Rule(
    "uneven-style",
    "Uneven style",
    "The document writes the same thing in two ways: full stops, can not and cannot, thousands,"
    " apostrophes. Told once for a document.",
    find,
    Harm.STYLE,
    is_mistake=False,
    of_document=True,
)
