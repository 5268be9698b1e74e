"""Reader for source code and texts whose entries have one shape, told by a regular expression.

An entry is one or several whole lines, their indentation aside. Lines that are none are passed over
and counted; refused is one that holds a code, or that would be an entry if it had another code, and
with `every_line` any.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers import counting, pattern_rest, sums, within
from macros.readers.constants import Constants
from macros.readers.ledger import Account
from macros.readers.linear import Budget, Expression, TooMuchError, UnsupportedError
from macros.readers.patience import CUT_IT
from macros.readers.pattern_source import Source
from macros.readers.pattern_text import Text

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document, Row
    from macros.sources.reader_options import PatternOptions

MOST_STEPS = 15_000_000  # some ten seconds

# What can stand in the place of a code: a word, or what a program computes, as in BASE + 3.
_ONE = r"(?:\([^()\"'`\n]*\)|[^\s\"'`,;()=]+)"
_ANY_CODE = rf"{_ONE}(?:[ \t]*(?:<<|>>|[-+*%|&^])[ \t]*{_ONE})*"
# The end of a line in an expression, and what of one is none.
_LINE_ENDS = re.compile(r"(\[\^?\]?(?:\\.|[^\]\\])*\]|\\[^n])|(\\n)(?![*+?{])", re.DOTALL)


def read(document: Document, ledger: Ledger[PatternOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each entry."""
    text = yield from _computed(document, ledger)
    heads: set[int] = set()
    if names := ledger.options.within:
        spans = within.spans(document.file, document.text, names)
        if isinstance(spans, Problem):
            ledger.fill(Account.REFUSED, document.text)
            yield spans
            return
        text, heads = within.only(text, spans), within.heads(text, spans)
        for number, line in enumerate(document.text.split("\n")):
            if line.strip() and not any(one.first <= number <= one.last for one in spans):
                ledger.mark(Account.SKIPPED, number + 1)
    if ledger.options.counts_on and (text := counting.written(before := text)) == before:
        what = "no name of an enum in this document has a number that follows from the one above."
        yield Problem(document.file, 0, what, "Remove `counts_on` from provider.yml.")
    shaped = Text(text, ledger)
    source = Source(shaped, ledger, heads)
    budget = Budget(MOST_STEPS)
    try:
        if ledger.options.constants:
            shaped.constants = Constants(ledger.options.constants, budget)
        entry = indented(ledger.options.entry)
        exact = Expression(entry)
        instead = {} if ledger.options.constants else {"code": _ANY_CODE}
        relaxed = Expression(entry, instead)
        yield from pattern_rest.joined(source.read(exact, relaxed, budget))
    except UnsupportedError as error:
        what = f"`entry` cannot be used: {error}."
        yield Problem(document.file, 0, what, "Write it with plain groups, classes and repeats.")
    except TooMuchError:
        what = "with this `entry` the document takes too long to read."
        do = f"Let it begin with a text, and use classes such as [^,] for dots. {CUT_IT}"
        yield Problem(document.file, source.line, what, do)


def _computed(document: Document, ledger: Ledger[PatternOptions]) -> Generator[Problem, None, str]:
    """Return a text with the numbers that macros and sums make; yield what makes none."""
    text = document.text
    if macros := ledger.options.macros:
        text = sums.called(before := text, macros)
        if text == before:
            what = "no macro of `macros` stands around numbers in this document."
            yield Problem(document.file, 0, what, "Mend or remove `macros` in provider.yml.")
    if ledger.options.sums and (text := sums.written(before := text)) == before:
        what = "no number in this document is a sum of constants that it has."
        yield Problem(document.file, 0, what, "Remove `sums` from provider.yml.")
    return text


def indented(entry: str) -> str:
    """Return an expression in which each further line can be indented, as the first one can."""
    return _LINE_ENDS.sub(lambda found: found[1] or rf"{found[2]}[ \t]*", entry)
