"""`read`: an unknown document -> its tables, how it can be read and why, what is left over.

Of the rows a person sees the first ones, which show how codes and texts are told apart. What is no
code, or no text, shows in the rows that are like no others: a date among numbers of four digits,
the name of the guide twice.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.maintain import by_hand, other_format, replies, sniff, terminal
from macros.maintain.document import reading
from macros.maintain.revision import hosts, incoming, likes
from macros.publish import pages
from macros.readers.ledger import Account

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from macros.maintain.document.reading import Reading
    from macros.maintain.revision.fit import Fitted
    from macros.readers.rows import Document, Row


_FIRST = 3
_MOST = 12  # rows that are shown
_FEW = 20  # one row in so many is like few others
_FAR = 4  # times as long as others, or as short
_FROM = 4  # rows: among fewer nothing is usual
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"[0-9]")


class Example(NamedTuple):
    """A row, and what is unlike the others about it; empty where it is shown for its place."""

    row: Row
    why: str


def examples(rows: Sequence[Row]) -> list[Example]:
    """Return the first rows, the last one, and those that are like few others, in their order."""
    reasons: dict[int, str] = dict.fromkeys([*range(min(_FIRST, len(rows))), len(rows) - 1], "")
    if len(rows) >= _FROM:
        for place, why in (*_shapes(rows), *_order(rows), *_repeated(rows), *_lengths(rows)):
            if place in reasons or len(reasons) < _MOST:
                reasons[place] = reasons.get(place) or why
    return [Example(rows[place], reasons[place]) for place in sorted(reasons) if rows]


def _shapes(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield the first row of each kind of codes that there are few of."""
    shapes = [_DIGIT.sub("0", _LETTERS.sub("A", row.code)) for row in rows]
    for shape, count in Counter(shapes).items():
        if count == 1:
            yield shapes.index(shape), "no other code looks like it"
        elif count * _FEW <= len(rows):
            yield shapes.index(shape), f"{count} codes look like it"


def _order(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield the rows whose number is above that of the next, where nearly all are in order."""
    numbers = [int(row.code) if row.code.isascii() and row.code.isdigit() else -1 for row in rows]
    falls = [place for place, (one, next_) in enumerate(pairwise(numbers)) if one > next_ >= 0]
    if len(falls) * _FROM <= len(rows):
        for place in falls:
            yield place, f"stands before {rows[place + 1].code}"


def _repeated(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield the rows that say what one above them says, where few do."""
    first: dict[str, int] = {}
    again = [
        (place, first[row.message])
        for place, row in enumerate(rows)
        if first.setdefault(row.message, place) != place
    ]
    if len(again) * _FROM <= len(rows):
        for place, before in again:
            yield place, f"says what {rows[before].code} says"


def _lengths(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield the row with the longest and that with the shortest text, where they stand out."""
    lengths = [len(row.message) for row in rows]
    usual = median(lengths)
    for most, word in ((max(lengths), "longest"), (min(lengths), "shortest")):
        if most > usual * _FAR or most * _FAR < usual:
            yield lengths.index(most), f"the {word} text"


_ACCOUNTS = {
    Account.ROW: "of rows",
    Account.HEADING: "of headings",
    Account.SKIPPED: "passed over",
    Account.IGNORED: "ignored",
    Account.MARKUP: "of marks alone",
    Account.REFUSED: "refused",
}


def like(
    document: Document,
    folders: tuple[Path, Path],
    provider: str,
    *,
    within: Sequence[str] = (),
    said: replies.Replies = replies.NONE,
) -> tuple[Fitted, tuple[str, ...]]:
    """Return how `add-revision` reads a document that comes after all that is held, and its doubts.

    Args:
        document: the document.
        folders: that of the data, and that of the hand-written pages.
        provider: the provider's id.
        within: the blocks of source code that alone list codes.
        said: what is said of its lines.

    Raises:
        ProblemsError: when there is no such provider, or the data is wrong.
    """
    data, docs = folders
    catalogs = catalog.load(data, pages.written(docs))
    held = catalogs.get(provider)
    if held is None:
        what, there = f'there is no provider "{provider}".', ", ".join(sorted(catalogs))
        raise ProblemsError([Problem("--like", 0, what, f"The providers are {there}.")])
    folder = data / provider
    written = incoming.written_of(folder)
    own = hosts.usual_language(held.provider)
    near = likes.likely(held.provider, written, len(written) - 1, own, 0)
    likened = incoming.as_held(document, near, lambda: held, folder)
    likened = incoming.chosen(document, likened, lambda: held, folder, within)
    likened = incoming.answered(document, likened, said)
    fitted = likened.fitted
    if not fitted.changes:
        why = f"as {likened.like.held.name} of {provider} is, with nothing changed"
        fitted = replace(fitted, changes=(why,))
    return fitted, tuple(incoming.doubts(document, likened, held))


def tables(document: Document, format_: str = "") -> Iterator[str]:
    """Yield every table of a document with its headings, never cut.

    Args:
        document: the document.
        format_: its format, where that is known: some have no tables.
    """
    found = sniff.seen(document, format_)
    if not found and format_:
        return
    yield f"{len(found)} tables" if len(found) != 1 else "1 table"
    for table in found:
        rows = f"{len(table.rows)} rows" if len(table.rows) != 1 else "1 row"
        note = "" if table.heading_row else ", without a heading row"
        note += f", {table.sides} side by side" if table.sides > 1 else ""
        yield f"  line {table.line}, {rows}{note}:"
        yield f"    {' | '.join(heading.replace(chr(10), ' ') for heading in table.headings)}"


def lines(result: Reading) -> str:
    """Return how many lines were taken for what: the sum is the document, without blank lines."""
    counts = Counter(result.accounts.values())
    said = [f"{counts[one]} {word}" for one, word in _ACCOUNTS.items() if counts[one]]
    return f"{sum(counts.values())} lines with text: {', '.join(said)}."


def _example(one: Example) -> str:
    row, why = one
    said = f"  {row.line}: {row.code}: {row.message.replace(chr(10), ' / ')}"
    return f"{said}  ({why})" if why else said


def told(
    document: Document,
    why: tuple[str, ...],
    result: Reading | None,
    doubts: Sequence[str] = (),
    *,
    is_guess: bool = True,
) -> Iterator[str]:
    """Yield all that `read` says of a document.

    Args:
        document: the document.
        why: why each choice was made.
        result: what came of it; None where nothing in it looks like codes.
        doubts: why it may be read wrong, for a person to decide.
        is_guess: whether nobody has said how it is read.
    """
    yield document.file
    yield from tables(document, result.options["format"] if result else "")
    yield ""
    if result is None:
        yield sniff.nothing(document)
        yield f"The formats are {', '.join(sniff.SNIFFERS)}; data/README.md says what each is for."
        return
    yield "How it can be read, and why:"
    yield from (f"  {reason}" for reason in why)
    yield ""
    if not is_guess and (other := other_format.told(document, result)):
        yield other
        return
    codes = {(row.code_set, row.code) for row in result.rows}
    shown = examples(result.rows)
    unlike = ", and what is like few others" if any(one.why for one in shown) else ""
    yield f"{len(result.rows)} rows, {len(codes)} codes; the first and the last{unlike}:"
    yield from map(_example, shown)
    yield ""
    yield lines(result)
    if is_guess:
        yield f"If these are no codes, or not their texts, show one: {sniff.SUCH_AS} CODE TEXT"
    yield from (terminal.warning(f"Look twice: {doubt}", sys.stdout) for doubt in doubts)
    if result.is_whole:
        yield "Every line of the document is accounted for. For provider.yml:"
    else:
        yield "Left over:"
        yield from (f"  {line}" for line in reading.unsaid(result))
        yield from replies.told(document, result)
        yield ""
        yield "The nearest reader for provider.yml, broken rows in it to be filled in:"
    yield ""
    yield textwrap.indent(by_hand.block_to_fill(document, result), "    ")
