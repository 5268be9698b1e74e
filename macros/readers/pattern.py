"""Reader for source code and texts whose entries have one shape, told by a regular expression.

An entry is one or several whole lines, their indentation aside. Lines that are none are passed over
and counted; refused is one that holds a code, or that would be an entry if it had another code, and
with `every_line` any.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from macros.errors import Advice, Problem, Ways, advised
from macros.readers import (
    codes_left,
    counting,
    hidden,
    labels,
    longer,
    number_types,
    pattern_rest,
    siblings,
    strings,
    sums,
    within,
)
from macros.readers.advice import (
    by_hand_advice,
    hiding_advice,
    if_no_rest,
    if_none_quoting,
    leftover,
    shown,
)
from macros.readers.constants import Constants, without_number
from macros.readers.ledger import Account
from macros.readers.linear import Budget, Expression, TooMuchError, UnsupportedError
from macros.readers.patience import CUT_IT
from macros.readers.printed import holds_a_code, is_code, plain
from macros.readers.rows import Row
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Container, Generator, Iterator, Sequence

    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document
    from macros.sources.reader_options import PatternOptions

MOST_STEPS = 15_000_000  # some ten seconds

# What can stand in the place of a code: a word, or what a program computes, as in BASE + 3.
_ONE = r"(?:\([^()\"'`\n]*\)|[^\s\"'`,;()=]+)"
_ANY_CODE = rf"{_ONE}(?:[ \t]*(?:<<|>>|[-+*%|&^])[ \t]*{_ONE})*"
_COMPUTED = re.compile(r"<<|>>|[+*%|&^]|\s-\s")
_COMMENT_ALONE = re.compile(r"\s*/\*.*?\*/\s*")
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
    source = _Source(text, ledger, heads)
    budget = Budget(MOST_STEPS)
    try:
        if ledger.options.constants:
            source.constants = Constants(ledger.options.constants, budget)
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


class _Source:
    """A text on its way through the reader.

    Args:
        text: the text.
        ledger: accounts for the lines that are no entries.
        heads: lines that open a block and list no code, counted from 0.
    """

    def __init__(self, text: str, ledger: Ledger[PatternOptions], heads: Container[int]) -> None:
        self._heads = heads
        self._lines = [line.rstrip() for line in text.split("\n")]
        self._text = "\n".join(self._lines)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._ledger = ledger
        self.line = 1
        self.constants: Constants | None = None
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
        self._is_said_by_names = ledger.options.is_said_by_names

    def read(
        self, exact: Expression, relaxed: Expression, budget: Budget
    ) -> Iterator[Row | Problem | str]:
        """Yield the rows and problems of all lines; of what goes on with a row, its text."""
        if self.constants:
            yield from self.constants.collect(self._lines, self._ledger)
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
        if self.constants:
            yield from self.constants.without_text(self._lines, self._ledger)
        left = codes_left.problems(self._lines, self._refused(), self._codes, self._ledger)
        yield from pattern_rest.perhaps(left, self._below, self._lines)
        yield from siblings.problems(self._lines, self._begun, self._passed, self._ledger)
        if self._has_names:
            untold = counting.untold(self._text) if self._ledger.options.counts_on else ()
            yield from without_number(self._lines, self._entries, self._ledger, untold)

    def _refused(self) -> list[int]:
        """Return the lines with codes that are refused: those that say something of their own."""
        able = [] if self.constants or self._ledger.options.every_line else self._left
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
        if self.constants and index in self.constants.lines:
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
        if not (found := self._match(exact, index, budget)):
            return None
        self._following = following = self._line_at(found[""][1]) + 1
        further = () if self._ledger.options.every_line else self._lines[index + 1 : following]
        if any(self._ledger.passes(one_line(line)) for line in further):
            self._ledger.mark(Account.IGNORED, index + 1, following)
            return []
        hidden_results = self._hidden(found, index + 1, following)
        if hidden_results is not None:
            return hidden_results
        inner = self._further(exact, index, following, found, budget)
        wrong = inner or self._begun_above(index)
        results: list[Row | Problem] = [wrong] if wrong else self._rows(found)
        is_wrong = any(isinstance(one, Problem) for one in results)
        self._ledger.mark(Account.REFUSED if is_wrong else Account.ROW, index + 1, following)
        self._codes.update(one.code for one in results if isinstance(one, Row))
        self._entries |= dict.fromkeys((index, following - 1), plain(self._code(found)))
        self._begun.append(self._line_at(found["name" if self.constants else "code"][0]))
        behind = self._text[found["message"][1] : found[""][1]].strip()
        ends = found["message"][1] == found[""][1] or behind == "\\"
        self._above = (following, self._code(found), following - 1) if ends else None
        if behind == "*/" and not wrong and (last := self._comments(following)) > following:
            self._following = last
            self._ledger.mark(Account.REFUSED, index + 1, last)
            return [self._cut(index, plain(self._code(found)))]
        return results

    def _hidden(
        self, found: dict[str, tuple[int, int]], first: int, last: int
    ) -> list[Row | Problem] | None:
        """Return what comes of an entry whose code stands on a line that is ignored."""
        ledger, code = self._ledger, plain(self._code(found))
        number = self._line_at(found["name" if self.constants else "code"][0]) + 1
        text = one_line(self._lines[number - 1])
        if not ledger.ignores(text, number):
            return None
        ledger.mark(Account.IGNORED, first, last)
        listed = [] if self.constants else [(ledger.options.code_set, code)]
        return list(ledger.hides(text, number, listed))

    def _other(
        self, text: str, index: int, relaxed: Expression, budget: Budget
    ) -> Sequence[Row | Problem]:
        """Return the problem of a line that is no entry; nothing where it is passed over."""
        ledger, number = self._ledger, index + 1
        longer_one = self._longer(index, relaxed, budget)
        if longer_one is not None:
            return longer_one
        is_old = hidden.OLD_ALONE.fullmatch(text)
        is_condition = hidden.CONDITION.fullmatch(text)
        if self._holds_a_code(text) and not (is_old or is_condition):
            self._left.append(index)
            if self._above and self._above[0] == index and self._is_deeper(index):
                self._below.add(number)
                self._above = (self._following, *self._above[1:])
            return []
        strict = ledger.options.every_line
        other = None if self.constants or strict else self._match(relaxed, index, budget)
        if other:
            self._following = self._line_at(other[""][1]) + 1
            ledger.mark(Account.REFUSED, number, self._following)
            return [self._no_code(other)]
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
            return [self._goes_on(index, self._above[1])]
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
        if self.constants or options.every_line or not longer.begins(self._lines[index]):
            return None
        if not (found := self._match(relaxed, index, budget, most=longer.MOST)):
            return None
        lines = longer.without_ends(self._lines[index : self._line_at(found[""][1]) + 1])
        results = longer.problems(lines, index + 1, self._code(found), self._ledger)
        if results is not None:
            self._following = index + len(lines)
        return results

    def _code(self, found: dict[str, tuple[int, int]]) -> str:
        """Return the code of an entry, or the name that stands for it."""
        return self._text[slice(*found["name" if self.constants else "code"])]

    def _listed(self, exact: Expression, index: int, budget: Budget) -> list[tuple[str, str]]:
        """Return the code that an ignored line lists, if it is an entry.

        A comment above an entry that begins below it, too, lists none.
        """
        found = self._match(exact, index, budget)
        options = self._ledger.options
        if not found:
            return []
        place = found["name" if self.constants else "code"]
        for below in range(index + 1, self._line_at(place[0]) + 1):
            other = self._match(exact, below, budget)
            if other and other["name" if self.constants else "code"] == place:
                return []
        codes = [code for code, _ in self._labels(self._code(found))]
        if self.constants:
            codes = [self.constants.code(code) for code in codes]
        return [(options.code_set, plain(one)) for one in codes if is_code(one, options.pattern)]

    def _match(
        self, expression: Expression, index: int, budget: Budget, most: int = 0
    ) -> dict[str, tuple[int, int]] | None:
        line = self._lines[index]
        start = self._starts[index] + len(line) - len(line.lstrip())
        options = self._ledger.options
        last = min(index + max(options.lines, most), len(self._lines))
        below = range(index + 1, last) if options.every_line and options.prose else ()
        quoted = (one for one in below if self._ledger.passes(one_line(self._lines[one])))
        # What is quoted ends a text, where an entry can do without it: another may have that line.
        ends = dict.fromkeys([*islice(quoted, 1), last])
        matches = (
            expression.match(self._text, start, self._starts[end] - 1, budget) for end in ends
        )
        found = next(filter(None, matches), None)
        if not found or ("name" if self.constants else "code") not in found:
            return None
        if self._is_said_by_names:
            found["message"] = found.pop("name")
        # What `entry` can do without is refused as missing, not passed over.
        return {"message": (found[""][1], found[""][1]), **found}

    def _line_at(self, place: int) -> int:
        """Return the line of a place, counted from 0."""
        low, high = 0, len(self._lines)
        while low < high - 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._starts[middle] <= place else (low, middle)
        return low

    def _further(
        self,
        exact: Expression,
        first: int,
        end: int,
        found: dict[str, tuple[int, int]],
        budget: Budget,
    ) -> Problem | None:
        """Refuse an entry that takes in a further one, or another code outside of its groups."""
        code = self._code(found)
        own = [label for label, _ in self._labels(code)]
        codes = {code, *own, *(code[code.index(label) :] for label in own)}
        for index in range(first, end):
            other = self._match(exact, index, budget) if index > first else None
            if (other and self._code(other) not in codes) or self._holds_a_code(
                self._beside(index, found), but=code
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

    def _beside(self, index: int, found: dict[str, tuple[int, int]]) -> str:
        """Return what of a line stands in no group, and does not say that something is old."""
        start, end = self._starts[index], self._starts[index + 1] - 1
        spans = [(max(a, start), min(b, end)) for name, (a, b) in found.items() if name]
        rest = list(self._text[start:end])
        for a, b in spans:
            if a < b:  # a group can stand on another line
                rest[a - start : b - start] = " " * (b - a)
        return hidden.OLD_ONE.sub(" ", "".join(rest))

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

    def _cut(self, index: int, code: str) -> Problem:
        """Return the problem of an entry with a comment behind it, and others right below that."""
        lines = [*map(one_line, self._lines[index : self._following])]
        what = f'the comment behind the code "{shown(code)}" goes on in "{shown(lines[-1])}".'
        do = "Take `entry` and `lines` from the reader that `read` prints for this document."
        says = "If what stands below says nothing of this code, quote its lines under `prose`."
        none = Advice(says, Ways(none={"prose": tuple(lines[1:])}, rest=True))
        return advised(self._ledger.file, index + 1, what, do, none)

    def _goes_on(self, index: int, code: str) -> Problem:
        text = one_line(self._lines[index])
        what = f'"{shown(text)}" may go on with the message above it, of the code "{shown(code)}".'
        own = " mend `entry` if it lists a code;" if self._ledger.options.every_line else ""
        return advised(
            *(self._ledger.file, index + 1, what),
            *pattern_rest.way(text, "If it does"),
            f"Let the message in `entry` have further lines;{own}",
            if_no_rest(text, "if the line says nothing of this code, quote it under `prose`."),
        )

    def _no_code(self, found: dict[str, tuple[int, int]]) -> Problem:
        start, end = found["code"]
        text, pattern = self._text[start:end], self._ledger.options.pattern
        if _COMPUTED.search(text):
            what = f'"{shown(text)}" is computed, so no line says which code it is.'
            do = (
                "Find a document that prints the code; or add a pattern for the line to `ignore`,"
                " and nothing is said of it."
            )
            return Problem(self._ledger.file, self._line_at(start) + 1, what, do)
        what = f'"{shown(text)}" does not match the pattern of codes, {pattern}.'
        file, index = self._ledger.file, self._line_at(start)
        if "0-9" in pattern and not any(map(str.isdigit, text)):  # the key of a setting, say
            none = if_none_quoting(one_line(self._lines[index]), "if it is no code")
            return advised(file, index + 1, what, "Mend the pattern in provider.yml;", none)
        do = "Mend the pattern in provider.yml, or add a pattern for the line to `ignore`."
        return Problem(file, index + 1, what, do)

    def _labels(self, text: str) -> list[tuple[str, int]]:
        """Return what stands in the place of the code with its places: a code, or several labels.

        With constants, these are their names.
        """
        if not self.constants and is_code(text, self._ledger.options.pattern):
            return [(text, 0)]
        return labels.labels(text)

    def _rows(self, found: dict[str, tuple[int, int]]) -> list[Row | Problem]:
        """Return the row of an entry, or one for each of several labels with the same text."""
        key = "name" if self.constants else "code"
        start, _ = found[key]
        return [
            self._row({**found, key: (start + place, start + place + len(label))})
            for label, place in self._labels(self._code(found))
        ]

    def _mark_around(self, start: int, end: int) -> str:
        """Return the sign before a text, or the mark behind it where a code stands before it."""
        before, behind = self._text[max(start - 1, 0) : start], self._text[end : end + 1]
        return behind if not before.strip() and behind in strings.MARKS else before

    def _row(self, found: dict[str, tuple[int, int]]) -> Row | Problem:
        options, file = self._ledger.options, self._ledger.file
        texts = {name: self._text[slice(*span)] for name, span in found.items() if name}
        if self.constants:
            name = self._code(found)
            line, code = self.constants.use(name)
            if not line:
                text = one_line(self._lines[self.line - 1])
                return self.constants.unknown(file, self.line, name, text)
        else:
            line, code = self._line_at(found["code"][0]) + 1, texts.pop("code")
        if not is_code(code, options.pattern):
            return self._no_code(found)
        shown_texts: dict[str, str] = {}
        for name, text in texts.items():
            before = self._mark_around(*found[name])
            if options.escapes == "backslash":
                text = strings.undoubled(text, before, file)  # noqa: PLW2901 - what it means
            fault = strings.literal(text, before, file) if options.escapes else ""
            if fault := fault or strings.fault(text, before, options.escapes):
                what = f'"{shown(text)}" of the code "{code}" {fault}.'
                by_hand = by_hand_advice(one_line(self._lines[self.line - 1]), plain(code))
                mend = "Mend `entry` or `escapes` in provider.yml."
                return advised(file, line, what, mend, by_hand)
            above = self._text[self._starts[self._line_at(found[name][0])] : found[name][0]]
            marked = bool(hidden.MARK.search(above))
            if value := strings.value(text, before, options.escapes, is_comment=marked):
                shown_texts[name] = value
        message = shown_texts.pop("message", "")
        if not any(map(str.isalnum, message)):
            what = f'the code "{shown(code)}" has no message.'
            told = [one_line(self._lines[number - 1]) for number in (line, self.line)]
            hide = hiding_advice([plain(code)], *(told if self.constants else told[:1]))
            comment = codes_left.commented(self._lines, line - 1, options.pattern)
            return advised(
                *(file, line, what, "Mend `entry` in provider.yml."),
                *((by_hand_advice(comment, plain(code)), hide.says) if comment else (hide,)),
                if_none_quoting(told[0]),
            )
        named, headings = self._ledger.kept_by_name(shown_texts)
        return Row(
            plain(code),
            message,
            shown_texts,
            options.code_set,
            file,
            line,
            named=named,
            headings=headings,
            text_line=self._line_at(found["message"][0]) + 1,
        )
