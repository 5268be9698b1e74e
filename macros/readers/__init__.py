"""Readers: one module per document format, each with one function, document -> rows.

A module is called as its format, and its function is a `Reader`. It knows nothing of providers. It
reads a document right or refuses it: it yields a `Row` for every code and place, and a `Problem`
for every line of text that it cannot account for as row, heading or something that the provider's
file says to ignore.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from macros.errors import Problem
from macros.readers import hidden, prose, successes
from macros.readers.advice import shown
from macros.readers.ledger import Account, Ledger
from macros.readers.patience import CUT_IT, OutOfPatienceError, patience, undisturbed
from macros.readers.printed import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.readers.rows import Document, Row, Unreadable
    from macros.sources.reader_options import ReaderOptions

LONGEST_CODE = 64  # characters; a longer one is a fault of the pattern
LONGEST_LINE = 10_000  # characters; on a longer one a code is not looked for
LONGEST = 12.0  # seconds for one document

# No page and no feed can show these.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile(r"\s")


class Reader(Protocol):
    """What the function `read` of every format's module is."""

    def __call__(self, document: Document, ledger: Ledger[Any], /) -> Iterator[Row | Problem]:
        """Yield the rows in the document's order, and a problem for each line it cannot read.

        Whatever a library raises on the way is a problem with its line, too.

        Args:
            document: the document.
            ledger: accounts for the lines that are no rows; holds the reader's own options.
        """


def reader(format_: str) -> Reader:
    """Return the reader of a format."""
    return cast("Reader", import_module(f"macros.readers.{format_}").read)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a document.

    Attributes:
        results: its rows in order, and a problem for each place that cannot be read.
        unreadable: the codes in rows that provider.yml ignores because nobody can read them.
        accounts: what each line was taken for, by its number; blank lines are none of them.
    """

    results: tuple[Row | Problem, ...]
    unreadable: tuple[Unreadable, ...]
    accounts: Mapping[int, Account]


def read(document: Document, options: ReaderOptions) -> Iterator[Row | Problem]:
    """Yield the document's rows in order, and a problem for each place that cannot be read."""
    yield from take_in(document, options).results


def take_in(
    document: Document,
    options: ReaderOptions,
    seconds: float = LONGEST,
    ledger: Ledger[Any] | None = None,
) -> Reading:
    """Read a document, within so many seconds or not at all.

    Args:
        document: the document.
        options: how it is read.
        seconds: how long it may take.
        ledger: what accounts for its lines, where somebody wants to know more of that.
    """
    ledger = ledger or Ledger(document.file, options)
    results: list[Row | Problem] = []
    try:
        with patience(seconds), undisturbed():
            results.extend(_results(document, options, ledger))
    except (OutOfPatienceError, RecursionError) as error:
        results = [_given_up(document, ledger, error, seconds)]
        lines = document.text.count("\n") + 1
        ledger.accounts = dict.fromkeys(range(1, lines + 1), Account.REFUSED)
    for result in results:
        if isinstance(result, Problem) and result.line:
            ledger.mark(Account.REFUSED, result.line)
    # What goes over several lines can have blank ones within.
    filled = {
        number: ledger.accounts[number]
        for number, line in enumerate(document.text.split("\n"), start=1)
        if line.strip() and number in ledger.accounts
    }
    unreadable = [replace(one, code=options.sent(one.code)) for one in ledger.unreadable]
    return Reading(tuple(results), tuple(unreadable), filled)


def _given_up(
    document: Document, ledger: Ledger[Any], error: BaseException, seconds: float
) -> Problem:
    if isinstance(error, RecursionError):
        what = "the marks of this document stand within each other too deeply to be read."
        do = "Look at the provider's page; the atlas cannot read the document as it is."
    elif ledger.trying:
        what = f'the pattern "{ledger.trying}" takes more than {seconds:g} seconds on a line of it.'
        do = "Mend the pattern in provider.yml: it has a repetition within another one."
    else:
        what = f"this document takes more than {seconds:g} seconds to read."
        do = CUT_IT
    return Problem(document.file, 0, what, do)


def _results(
    document: Document, options: ReaderOptions, ledger: Ledger[Any]
) -> Iterator[Row | Problem]:
    lines = None if options.exact_lines else _Lines(document.text.split("\n"))
    problems = 0
    rows: list[Row] = []
    for result in reader(options.format)(document, ledger):
        checked = result if isinstance(result, Problem) else _checked(result, lines, options)
        if isinstance(checked, Problem):
            problems += 1
        else:
            rows.append(checked)
        yield checked
    codes = {code for row in rows for code in row.ends or [row.code]}
    for problem in (
        *prose.of_listed(ledger, codes),
        *ledger.sections.twice(rows),
        *successes.unclear(document.file, ledger.successes),
    ):
        problems += 1
        yield problem
    # Where a line could not be read, the pattern or table that seems unused may be the one for it,
    # and a code that seems to be hidden may be its.
    if rows and not problems:
        yield from hidden.problems(ledger, codes)
        yield from ledger.stale()
        yield from successes.stale(document.file, ledger.successes)
    if not rows and not problems:
        what = "the reader finds no code in this document."
        do = "Look at the file, and at the revision's reader and its options in provider.yml."
        yield Problem(document.file, 0, what, do)


class _Lines:
    """The lines of a document in plain signs, each of them made once."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._plain: dict[int, str] = {}

    def find(self, code: str, first: int) -> int:
        """Return the line on which a code stands, of some from `first` on; else that one."""
        for number in range(first, min(first + 50, len(self._lines) + 1)):
            if number not in self._plain:
                self._plain[number] = plain(self._lines[number - 1][:LONGEST_LINE])
            if len(self._plain[number]) == LONGEST_LINE:
                return first
            if code in self._plain[number]:
                return number
        return first


def _sent(printed: Row, options: ReaderOptions) -> Row:
    """Return a row with its code, or the ends of its range, as the API sends it."""
    if printed.ends is None:
        return replace(printed, code=options.sent(printed.code))
    first, last = map(options.sent, printed.ends)
    return replace(printed, code=f"{first}-{last}", ends=(first, last))


def _checked(printed: Row, lines: _Lines | None, options: ReaderOptions) -> Row | Problem:
    """Return a row with the line of its own code; refuse what no page or address can show.

    Args:
        printed: the row, its code as printed.
        lines: the document's; None where the reader knows the line of each code itself.
        options: how the document is read.
    """
    row = _sent(printed, options) if options.code_signs else printed
    if _CONTROL.search("".join((row.code, row.message, *row.columns.values()))):
        what = f'"{shown(row.message)}" has a control character.'
        do = "Look at the provider's page; the atlas cannot quote the row as it is."
        return Problem(row.file, row.line, what, do)
    if _SPACE.search(row.code):
        what = f'the code "{shown(row.code)}" has white space.'
        do = (
            "Mend the pattern in provider.yml; if the code is printed so, say with `code_signs`"
            ' what the API sends in the place of it, as in {" ": ""}.'
        )
        return Problem(row.file, row.line, what, do)
    if not row.code:
        what = f'nothing is left of the code "{shown(printed.code)}".'
        return Problem(row.file, row.line, what, "Mend `code_signs` in provider.yml.")
    if len(row.code) > LONGEST_CODE:
        what = f'the code "{shown(row.code)}" has more than {LONGEST_CODE} characters.'
        return Problem(row.file, row.line, what, "Mend the pattern in provider.yml.")
    if lines is None:
        return row
    # A cell can hold several codes on several lines; it is known where the first one stands.
    line = lines.find(row.ends[0] if row.ends else printed.code, row.line)
    return row if line == row.line else replace(row, line=line)
