"""Reader for source code and texts whose entries have one shape, told by a regular expression.

An entry is one or several whole lines, their indentation aside. Lines that are none are passed over
and counted; refused is one that holds a code, or that would be an entry if it had another code.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers.ledger import Account, by_hand_advice, leftover, shown
from macros.readers.linear import Budget, Expression, TooMuchError, UnsupportedError
from macros.readers.printed import holds_a_code, is_code, plain
from macros.readers.rows import Row
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.ledger import Ledger
    from macros.readers.rows import Document
    from macros.sources.reader_options import PatternOptions

MOST_STEPS = 15_000_000  # some ten seconds

_ANY_CODE = r"[^\s\"'`,;()=]+"
_COMMENT = re.compile(r"\s*(?:\*+|//+|#+|--)?\s?")
# In C and its kin, "#define" and its like are no comments.
_MARK = re.compile(
    r"(?!\s*#\s*(?:define|undef|include|if|ifdef|ifndef|elif|else|endif|pragma|region|endregion)\b)"
    r"\s*(//+|#+|--|\*(?!/))\s*\w"
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]+|#x[0-9a-f]+);", re.ASCII | re.IGNORECASE
)
_AROUND_COMMENT = re.compile(r"^\s*(?://|/\*|<!--)|\*/\s*$")
_ESCAPED = {"n": "\n", "t": " ", "r": "", '"': '"', "'": "'", "`": "`", "\\": "\\", "/": "/"}


def read(document: Document, ledger: Ledger[PatternOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each entry."""
    source = _Source(document.text, ledger)
    budget = Budget(MOST_STEPS)
    try:
        exact = Expression(ledger.options.entry)
        relaxed = Expression(ledger.options.entry, {"code": _ANY_CODE})
        yield from source.read(exact, relaxed, budget)
    except UnsupportedError as error:
        what = f"`entry` cannot be used: {error}."
        yield Problem(document.file, 0, what, "Write it with plain groups, classes and repeats.")
    except TooMuchError:
        what = "with this `entry` the document takes too long to read."
        do = "Let it begin with a text, and use classes such as [^,] for dots."
        yield Problem(document.file, source.line, what, do)


class _Source:
    """A text on its way through the reader.

    Args:
        text: the text.
        ledger: accounts for the lines that are no entries.
    """

    def __init__(self, text: str, ledger: Ledger[PatternOptions]) -> None:
        self._lines = [line.rstrip() for line in text.split("\n")]
        self._text = "\n".join(self._lines)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._ledger = ledger
        self.line = 1

    def read(
        self, exact: Expression, relaxed: Expression, budget: Budget
    ) -> Iterator[Row | Problem]:
        """Yield the rows and problems of all lines."""
        ledger, index, skipped = self._ledger, 0, -2
        above: tuple[int, str] | None = None  # the line below an entry, and the entry's code
        while index < len(self._lines):
            self.line = number = index + 1
            following = index + 1
            text = one_line(self._lines[index])
            if ledger.quotes(text):
                yield from ledger.by_hand(text, number)
            elif text and ledger.ignores(text, number):
                yield from ledger.hides(text, number, self._listed(exact, index, budget))
            elif text and (found := self._match(exact, index, budget)):
                following = self._line_at(found[""][1]) + 1
                inner = self._further(exact, index, following, found, budget)
                result = inner or self._begun_above(index, skipped) or self._row(found)
                account = Account.REFUSED if isinstance(result, Problem) else Account.ROW
                ledger.mark(account, number, following)
                above = (following, self._text[slice(*found["code"])])
                above = above if found["message"][1] == found[""][1] else None
                yield result
            elif text and holds_a_code(text, ledger.options.pattern):
                yield leftover(ledger.file, number, text)
            elif text and (other := self._match(relaxed, index, budget)):
                following = self._line_at(other[""][1]) + 1
                ledger.mark(Account.REFUSED, number, following)
                yield self._no_code(other)
            elif text and above and above[0] == index and self._is_deeper(index):
                ledger.mark(Account.REFUSED, number)
                above = (following, above[1])
                yield self._goes_on(index, above[1])
            elif text:
                ledger.mark(Account.SKIPPED, number)
                skipped = index
            index = following

    def _listed(self, exact: Expression, index: int, budget: Budget) -> list[tuple[str, str]]:
        """Return the code that an ignored line lists, if it is an entry."""
        found = self._match(exact, index, budget)
        code = self._text[slice(*found["code"])] if found else ""
        options = self._ledger.options
        return [(options.code_set, plain(code))] if is_code(code, options.pattern) else []

    def _match(
        self, expression: Expression, index: int, budget: Budget
    ) -> dict[str, tuple[int, int]] | None:
        line = self._lines[index]
        start = self._starts[index] + len(line) - len(line.lstrip())
        last = min(index + self._ledger.options.lines, len(self._lines))
        return expression.match(self._text, start, self._starts[last] - 1, budget)

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
        code = self._text[slice(*found["code"])]
        for index in range(first, end):
            other = self._match(exact, index, budget) if index > first else None
            if (other and self._text[slice(*other["code"])] != code) or holds_a_code(
                self._beside(index, found).replace(code, " "), self._ledger.options.pattern
            ):
                text = shown(one_line(self._lines[index]))
                what = (
                    f'the entry of "{shown(code)}" takes in "{text}", which may be one of its own.'
                )
                do = "Make `entry` narrower, or `lines` smaller."
                return Problem(self._ledger.file, index + 1, what, do)
        return None

    def _beside(self, index: int, found: dict[str, tuple[int, int]]) -> str:
        """Return what of a line stands in no group."""
        start, end = self._starts[index], self._starts[index + 1] - 1
        spans = [(max(a, start), min(b, end)) for name, (a, b) in found.items() if name]
        rest = list(self._text[start:end])
        for a, b in spans:
            rest[a - start : b - start] = " " * max(b - a, 0)
        return "".join(rest)

    def _begun_above(self, index: int, skipped: int) -> Problem | None:
        """Refuse an entry that begins with a comment whose first lines were passed over."""
        marks = [_MARK.match(line) for line in self._lines[max(index - 1, 0) : index + 1]]
        if skipped != index - 1 or not all(marks) or len({mark and mark[1] for mark in marks}) > 1:
            return None
        what = (
            f'the comment above "{shown(one_line(self._lines[index]))}" is cut: it begins higher.'
        )
        do = "Let `entry` take in several lines of a comment, or ignore the line above."
        return Problem(self._ledger.file, index + 1, what, do)

    def _is_deeper(self, index: int) -> bool:
        """Tell whether a line has more space before it than the one above it."""
        above, line = self._lines[index - 1 : index + 1]
        return len(line) - len(line.lstrip()) > len(above) - len(above.lstrip())

    def _goes_on(self, index: int, code: str) -> Problem:
        text = shown(one_line(self._lines[index]))
        what = f'"{text}" may go on with the message above it, of the code "{shown(code)}".'
        do = "Let the message in `entry` have further lines, or add a pattern for it to `ignore`."
        return Problem(self._ledger.file, index + 1, what, do)

    def _no_code(self, found: dict[str, tuple[int, int]]) -> Problem:
        start, end = found["code"]
        text, pattern = self._text[start:end], self._ledger.options.pattern
        what = f'"{shown(text)}" does not match the pattern of codes, {pattern}.'
        do = "Mend the pattern in provider.yml, or add a pattern for the line to `ignore`."
        return Problem(self._ledger.file, self._line_at(start) + 1, what, do)

    def _row(self, found: dict[str, tuple[int, int]]) -> Row | Problem:
        options, file = self._ledger.options, self._ledger.file
        texts = {name: self._text[slice(*span)] for name, span in found.items() if name}
        code = texts.pop("code")
        line = self._line_at(found["code"][0]) + 1
        if not is_code(code, options.pattern):
            return self._no_code(found)
        shown_texts: dict[str, str] = {}
        for name, text in texts.items():
            start = found[name][0]
            fault = _fault(text, self._text[max(start - 1, 0) : start], options.escapes)
            if fault:
                what = f'"{shown(text)}" of the code "{code}" {fault}.'
                by_hand = by_hand_advice(one_line(self._lines[self.line - 1]), plain(code))
                do = f"Mend `entry` or `escapes` in provider.yml. {by_hand}"
                return Problem(file, line, what, do)
            if value := _value(text, options.escapes):
                shown_texts[name] = value
        message = shown_texts.pop("message", "")
        if not message:
            what = f'the code "{shown(code)}" has no message.'
            do = (
                "Mend `entry` in provider.yml; if nothing can be quoted, ignore the line and add"
                f' "{plain(code)}" to `unreadable`.'
            )
            return Problem(file, line, what, do)
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
        )


def _fault(text: str, before: str, escapes: str | None) -> str:
    """Say why a text is not what its source means, if it is not."""
    entity = _ENTITY.search(text)
    unsaid = "a backslash" if "\\" in text else entity[0] if entity else ""
    bare = _ESCAPE.sub("", text) if escapes == "backslash" else text
    if unsaid and escapes is None:
        return f"has {unsaid}, and `escapes` does not say what it means"
    if _AROUND_COMMENT.search(text):
        return "has the marks of a comment in it"
    if before and before in "\"'`" and before in bare:
        return "seems to be several strings"
    return _fault_of_escapes(text, bare) if escapes == "backslash" else ""


def _fault_of_escapes(text: str, bare: str) -> str:
    for escape in _ESCAPE.finditer(text):
        if escape[3] is not None and escape[3] not in _ESCAPED:
            return f"has an escape that nobody knows, {escape[0]}"
    return "ends within an escape" if bare.endswith("\\") else ""


def _value(text: str, escapes: str | None) -> str:
    """Return a text as people read it: without escapes and marks of comments, and folded."""
    first, *others = text.split("\n")
    joined = " ".join([first, *(_COMMENT.sub("", line, count=1) for line in others)])
    if escapes == "backslash":
        joined = _ESCAPE.sub(_sign, joined)
        # Signs beyond 16 bits are written as two.
        joined = joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if escapes == "entities":
        joined = html.unescape(joined)
    lines = (one_line(line) for line in joined.split("\n"))
    return "\n".join(line for line in lines if line)


def _sign(escape: re.Match[str]) -> str:
    number = escape[1] or escape[2]
    return chr(int(number, 16)) if number else _ESCAPED[escape[3]]
