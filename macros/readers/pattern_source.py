"""The lines of a text on their way through the reader `pattern`: -> rows, and what is left of them.

Part of the reader `pattern`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers import (
    codes_left,
    counting,
    hidden,
    longer,
    number_types,
    pattern_rest,
    pattern_row,
    siblings,
)
from macros.readers.advice import leftover, shown
from macros.readers.constants import without_number
from macros.readers.ledger import Account
from macros.readers.printed import holds_a_code, is_code, plain
from macros.readers.rows import Row
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from macros.readers.ledger import Ledger
    from macros.readers.linear import Budget, Expression
    from macros.readers.pattern_text import Found, Text
    from macros.sources.reader_options import PatternOptions

_COMMENT_ALONE = re.compile(r"\s*/\*.*?\*/\s*")


class Source:
    """A text on its way through the reader.

    Args:
        text: the text.
        ledger: accounts for the lines that are no entries.
        heads: lines that open a block and list no code, counted from 0.
    """

    def __init__(self, text: Text, ledger: Ledger[PatternOptions], heads: Container[int]) -> None:
        self._heads = heads
        self._text = text
        self._lines = text.lines
        self._ledger = ledger
        self.line = 1
        self._following = 1  # the line to go on with, counted from 0
        # The line below an entry, its code, and the last line of it.
        self._above: tuple[int, str, int] | None = None
        self._entries: dict[int, str] = {}  # lines with entries, and their codes
        self._begun: list[int] = []  # of each entry, the line with its code, or the name of it
        self._passed: list[int] = []
        self._codes: set[str] = set()  # of the rows
        self._left: list[int] = []  # lines that have a code and are no entries
        self._below: set[int] = set()  # of these, the numbers of those that may go on with one
        quoted = (row.line for row in ledger.options.rows)
        self._several = [*dict.fromkeys(line for line in quoted if "\n" in line)]
        self._has_names = "(?P<name>" in ledger.options.entry

    def read(
        self, exact: Expression, relaxed: Expression, budget: Budget
    ) -> Iterator[Row | Problem | str]:
        """Yield the rows and problems of all lines; of what goes on with a row, its text."""
        if self._text.constants:
            yield from self._text.constants.collect(self._lines, self._ledger)
        while self.line <= len(self._lines):
            index = self.line - 1
            self._following = index + 1
            if text := one_line(self._lines[index]):
                results: Sequence[Row | Problem | str] | None = self._rest(text, index)
                if not results:
                    results = self._said(text, index, exact, budget)
                if results is None:
                    results = self._entry(index, exact, budget)
                if results is None:
                    results = self._other(text, index, relaxed, budget)
                yield from results
            self.line = self._following + 1
        if self._text.constants:
            yield from self._text.constants.without_text(self._lines, self._ledger)
        left = codes_left.problems(self._lines, self._refused(), self._codes, self._ledger)
        yield from pattern_rest.perhaps(left, self._below, self._lines)
        yield from siblings.problems(self._lines, self._begun, self._passed, self._ledger)
        if self._has_names:
            untold = counting.untold(self._text.whole) if self._ledger.options.counts_on else ()
            yield from without_number(self._lines, self._entries, self._ledger, untold)

    def _refused(self) -> list[int]:
        """Return the lines with codes that are refused: those that say something of their own."""
        able = [] if self._text.constants or self._ledger.options.every_line else self._left
        apart = [index for index in able if index + 1 not in self._below]
        pattern = self._ledger.options.pattern
        said = codes_left.repeated(self._lines, apart, self._entries, pattern)
        for index in said:
            self._ledger.mark(Account.SKIPPED, index + 1)
        return [index for index in self._left if index not in said]

    def _rest(self, text: str, index: int) -> list[Row | Problem | str]:
        """Return what a line says that provider.yml has to go on with the entry right above."""
        if not (self._above and self._above[0] == index and self._ledger.wraps(text, index + 1)):
            return []
        self._above = (index + 1, *self._above[1:])
        line, options = self._lines[index], self._ledger.options
        return [pattern_rest.rest(self._ledger.file, index + 1, line, options)]

    def _said(
        self, text: str, index: int, exact: Expression, budget: Budget
    ) -> list[Row | Problem] | None:
        """Return what comes of a line of which provider.yml says what it is, if it does."""
        ledger, number = self._ledger, index + 1
        if ledger.quotes(text := self._quoted(text, index)):
            self._following = index + 1 + text.count("\n")
            if problems := longer.cut(self._lines, number, self._following, ledger):
                return [*problems]
            return list(ledger.by_hand(text, number, last=self._following))
        if ledger.ignores(text, number):
            return list(ledger.hides(text, number, self._listed(exact, index, budget)))
        if self._text.constants and index in self._text.constants.lines:
            ledger.mark(Account.ROW, number)
            return []
        if index in self._heads:
            ledger.mark(Account.SKIPPED, number)
            return []
        return None

    def _quoted(self, text: str, index: int) -> str:
        """Return the lines from one on that a row by hand quotes, or else that line alone."""
        for quoted in self._several:
            lines = self._lines[index : index + quoted.count("\n") + 1]
            if quoted == "\n".join(map(one_line, lines)):
                return quoted
        return text

    def _entry(self, index: int, exact: Expression, budget: Budget) -> list[Row | Problem] | None:
        """Return the row of an entry that begins on a line, or its problem; None if none does."""
        if not (found := self._text.match(exact, index, budget)):
            return None
        self._following = following = self._text.line_at(found[""][1]) + 1
        further = () if self._ledger.options.every_line else self._lines[index + 1 : following]
        if any(self._ledger.passes(one_line(line)) for line in further):
            self._ledger.mark(Account.IGNORED, index + 1, following)
            return []
        hidden_results = self._hidden(found, index + 1, following)
        if hidden_results is not None:
            return hidden_results
        inner = self._further(exact, index, following, found, budget)
        wrong = inner or self._begun_above(index)
        results: list[Row | Problem] = (
            [wrong] if wrong else pattern_row.rows(self._text, found, index, self._ledger)
        )
        is_wrong = any(isinstance(one, Problem) for one in results)
        self._ledger.mark(Account.REFUSED if is_wrong else Account.ROW, index + 1, following)
        self._codes.update(one.code for one in results if isinstance(one, Row))
        self._entries |= dict.fromkeys((index, following - 1), plain(self._text.code(found)))
        self._begun.append(self._text.line_at(found["name" if self._text.constants else "code"][0]))
        behind = self._text.whole[found["message"][1] : found[""][1]].strip()
        ends = found["message"][1] == found[""][1] or behind == "\\"
        self._above = (following, self._text.code(found), following - 1) if ends else None
        if behind == "*/" and not wrong and (last := self._comments(following)) > following:
            self._following = last
            self._ledger.mark(Account.REFUSED, index + 1, last)
            return [
                pattern_rest.cut(
                    self._ledger.file, index, self._lines[index:last], plain(self._text.code(found))
                )
            ]
        return results

    def _hidden(self, found: Found, first: int, last: int) -> list[Row | Problem] | None:
        """Return what comes of an entry whose code stands on a line that is ignored."""
        ledger, code = self._ledger, plain(self._text.code(found))
        number = self._text.line_at(found["name" if self._text.constants else "code"][0]) + 1
        text = one_line(self._lines[number - 1])
        if not ledger.ignores(text, number):
            return None
        ledger.mark(Account.IGNORED, first, last)
        listed = [] if self._text.constants else [(ledger.options.code_set, code)]
        return list(ledger.hides(text, number, listed))

    def _other(
        self, text: str, index: int, relaxed: Expression, budget: Budget
    ) -> Sequence[Row | Problem]:
        """Return the problem of a line that is no entry; nothing where it is passed over."""
        ledger, number = self._ledger, index + 1
        longer_one = self._longer(index, relaxed, budget)
        if longer_one is not None:
            return longer_one
        is_old = hidden.OLD_ALONE.fullmatch(text) or hidden.RESERVED.fullmatch(text)
        is_condition = hidden.CONDITION.fullmatch(text)
        if self._holds_a_code(text) and not (is_old or is_condition):
            self._left.append(index)
            if self._above and self._above[0] == index and self._is_deeper(index):
                self._below.add(number)
                self._above = (self._following, *self._above[1:])
            return []
        strict = ledger.options.every_line
        other = None if self._text.constants or strict else self._text.match(relaxed, index, budget)
        if other:
            self._following = self._text.line_at(other[""][1]) + 1
            ledger.mark(Account.REFUSED, number, self._following)
            return [pattern_row.no_code(self._text, other, ledger)]
        if (
            self._above
            and self._above[0] == index
            and (
                strict
                or self._is_deeper(index)
                or longer.goes_on(self._lines[index - 1 : index + 1])
            )
            and any(map(str.isalnum, text))
        ):
            ledger.mark(Account.REFUSED, number)
            self._above = (self._following, *self._above[1:])
            return [pattern_rest.goes_on(ledger, index, text, self._above[1])]
        if strict and any(map(str.isalnum, text)):
            ledger.mark(Account.REFUSED, number)
            return [leftover(ledger.file, number, text)]
        ledger.mark(Account.SKIPPED, number)
        self._passed.append(index)
        return []

    def _longer(
        self, index: int, relaxed: Expression, budget: Budget
    ) -> Sequence[Row | Problem] | None:
        """Return what comes of an entry with too many lines that begins on a line, if one does."""
        options = self._ledger.options
        if self._text.constants or options.every_line or not longer.begins(self._lines[index]):
            return None
        if not (found := self._text.match(relaxed, index, budget, most=longer.MOST)):
            return None
        lines = longer.without_ends(self._lines[index : self._text.line_at(found[""][1]) + 1])
        results = longer.problems(lines, index + 1, self._text.code(found), self._ledger)
        if results is not None:
            self._following = index + len(lines)
        return results

    def _listed(self, exact: Expression, index: int, budget: Budget) -> list[tuple[str, str]]:
        """Return the code that an ignored line lists, if it is an entry.

        A comment above an entry that begins below it, too, lists none.
        """
        found = self._text.match(exact, index, budget)
        options = self._ledger.options
        if not found:
            return []
        place = found["name" if self._text.constants else "code"]
        for below in range(index + 1, self._text.line_at(place[0]) + 1):
            other = self._text.match(exact, below, budget)
            if other and other["name" if self._text.constants else "code"] == place:
                return []
        codes = [code for code, _ in self._text.labels(self._text.code(found))]
        if self._text.constants:
            codes = [self._text.constants.code(code) for code in codes]
        return [(options.code_set, plain(one)) for one in codes if is_code(one, options.pattern)]

    def _further(
        self,
        exact: Expression,
        first: int,
        end: int,
        found: Found,
        budget: Budget,
    ) -> Problem | None:
        """Refuse an entry that takes in a further one, or another code outside of its groups."""
        code = self._text.code(found)
        own = [label for label, _ in self._text.labels(code)]
        codes = {code, *own, *(code[code.index(label) :] for label in own)}
        for index in range(first, end):
            other = self._text.match(exact, index, budget) if index > first else None
            if (other and self._text.code(other) not in codes) or self._holds_a_code(
                self._text.beside(index, found), but=code
            ):
                text = shown(one_line(self._lines[index]))
                what = (
                    f'the entry of "{shown(code)}" takes in "{text}", which may be one of its own.'
                )
                do = "Make `entry` narrower, or `lines` smaller."
                return Problem(self._ledger.file, index + 1, what, do)
        return None

    def _holds_a_code(self, text: str, but: str = " ") -> bool:
        pattern = self._ledger.options.pattern
        bare = number_types.without(text, pattern).replace(but, " ")
        return holds_a_code(bare, pattern)

    def _begun_above(self, index: int) -> Problem | None:
        """Refuse an entry that begins with a comment whose first lines were passed over."""
        above, here = index - 1, index
        while above >= 0 and hidden.BARE_COMMENT.match(self._lines[above]):
            above -= 1
        while here < self._following and hidden.BARE_COMMENT.match(self._lines[here]):
            here += 1
        passed = range(above, index)
        marks = [hidden.COMMENT.match(self._lines[one]) for one in (above, here) if one >= 0]
        if (
            self._passed[-len(passed) :] != [*passed]
            or not all(marks)
            or len({mark and mark[1] for mark in marks}) > 1
        ):
            return None
        what = (
            f'the comment above "{shown(one_line(self._lines[index]))}" is cut: it begins higher.'
        )
        do = "Let `entry` take in several lines of a comment, or ignore the line above."
        return Problem(self._ledger.file, index + 1, what, do)

    def _is_deeper(self, index: int) -> bool:
        """Tell whether a line has more space before it than the last one of the entry above it."""
        above, line = self._lines[self._above[2] if self._above else index - 1], self._lines[index]
        return len(line) - len(line.lstrip()) > len(above) - len(above.lstrip())

    def _comments(self, index: int) -> int:
        """Return the line behind the comments alone that stand deeper than the line above them."""
        last = index
        deep = self._lines[index - 1 : index]
        while last < len(self._lines) and _COMMENT_ALONE.fullmatch(self._lines[last]):
            line = self._lines[last]
            if self._ledger.passes(one_line(line)):
                break
            if any(len(line) - len(line.lstrip()) <= len(one) - len(one.lstrip()) for one in deep):
                break
            last += 1
        return last
