"""Constants of source code: lines that give codes names -> what each name stands for.

Part of the reader `pattern`, for documents that say codes in one place and texts in another one.
Refuses a name that stands for two codes, and a code whose name no text has.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from macros.errors import Advice, Problem, advised
from macros.readers import codes_left
from macros.readers.advice import by_hand_advice, hiding_advice, if_none, if_none_quoting, shown
from macros.readers.ledger import Account
from macros.readers.linear import Budget, Expression
from macros.readers.printed import plain
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import PatternOptions

# A name and nothing else, as in: BUSY, // Dock is busy
# or, of Swift: case busy, gone // Dock is busy
_BARE_NAME = re.compile(
    r"\s*[A-Za-z_]\w*\s*(?:,\s*(?:(?://|/\*|#).*)?|(?://|/\*|#).*)"
    r"|\s*case\s+[A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*\s*(?:(?://|/\*).*)?",
    re.ASCII,
)
_COMMENT = re.compile(r"//.*|/\*.*|#.*")
_NAMES = re.compile(r"[A-Za-z_]\w*", re.ASCII)
# As in BUSY = 4001,
_GIVEN = re.compile(r"\w[ \t]*=[ \t]*(-?[0-9]+)(?![\w.])", re.ASCII)
_COMMENT_LINE = re.compile(r"\s*(?://|/\*|\*|#|--|[@\[]|$)")
_NEAR = 3  # lines below its constant, a text with another name can be that of it
_PATH = re.compile(r".*(?:\.|::|\\|->)")


class Constants:
    """The constants of a document.

    Args:
        pattern: the expression for a line with a name and a code.
        budget: what matching may take.
    """

    def __init__(self, pattern: str, budget: Budget) -> None:
        self._expression = Expression(pattern)
        self._budget = budget
        self._codes: dict[str, tuple[int, str]] = {}
        self._used: set[str] = set()
        self.lines: dict[int, str] = {}
        self.told: dict[int, str] = {}  # the line with each number, as `ignore` sees it

    def collect(self, lines: Sequence[str], ledger: Ledger[PatternOptions]) -> Iterator[Problem]:
        """Take in all constants; refuse a name that stands for two codes."""
        for index, line in enumerate(lines):
            start = len(line) - len(line.lstrip())
            found = self._expression.match(line, start, len(line), self._budget)
            text = one_line(line)
            if not found or not text or ledger.ignores(text, index + 1) or ledger.quotes(text):
                continue
            name, code = (line[slice(*found[key])] for key in ("name", "code"))
            self.lines[index] = name
            self.told[index + 1] = text
            _, before = self._codes.setdefault(_last(name), (index + 1, code))
            if before != code:
                what = f'"{shown(name)}" stands for the code "{before}" and for "{code}".'
                do = "Make `constants` in provider.yml narrower, or ignore the line that is old."
                yield Problem(ledger.file, index + 1, what, do)

    def code(self, name: str) -> str:
        """Return the code that a name stands for; nothing if it is none."""
        return self._codes.get(_last(name), (0, ""))[1]

    def use(self, name: str) -> tuple[int, str]:
        """Return the line and the code of a constant that has a text; 0 and "" if it is none."""
        self._used.add(_last(name))
        return self._codes.get(_last(name), (0, ""))

    def unknown(self, file: str, line: int, name: str, lines: Sequence[str]) -> Problem:
        """Return the problem of a text whose name is no constant.

        Args:
            file: the document.
            line: the line of the text.
            name: the name.
            lines: the lines of the document.
        """
        what = f'no constant is called "{shown(name)}", so nobody knows the code of its text.'
        do = "Mend `constants` in provider.yml."
        near = [above for above in self.told if 0 < line - above <= _NEAR]
        by_hand = [
            by_hand_advice(
                "\n".join(map(one_line, lines[near[-1] - 1 : line])),
                plain(self.code(self.lines[near[-1] - 1])),
            )
            for _ in near[-1:]
        ]
        return advised(file, line, what, do, *by_hand, if_none_quoting(one_line(lines[line - 1])))

    def without_text(
        self, lines: Sequence[str], ledger: Ledger[PatternOptions]
    ) -> Iterator[Problem]:
        """Refuse the constants whose code no text has, and no row by hand."""
        by_hand = {row.code for row in ledger.options.rows}
        for name, (line, code) in self._codes.items():
            if name not in self._used and plain(code) not in by_hand:
                ledger.mark(Account.REFUSED, line)
                what = f'the code "{shown(plain(code))}", called "{shown(name)}", has no message.'
                told = self.told[line]
                hide = hiding_advice([plain(code)], told)
                comment = codes_left.commented(lines, line - 1, ledger.options.pattern)
                yield advised(
                    *(ledger.file, line, what, "Mend `entry` in provider.yml."),
                    *((by_hand_advice(comment, plain(code)), hide.says) if comment else (hide,)),
                    if_none_quoting(told),
                )


def _last(name: str) -> str:
    """Return a name without that of the class or module before it: `BUSY` of `self::BUSY`."""
    return _PATH.sub("", name)


def without_number(
    lines: Sequence[str],
    entries: Mapping[int, str],
    ledger: Ledger[PatternOptions],
    untold: Container[int] = (),
) -> Iterator[Problem]:
    """Refuse names alone that stand beside entries: their numbers follow from those above.

    Where such a line is ignored, its number has to be declared unreadable, as that of any row.

    Args:
        lines: the lines of the document.
        entries: which of them have entries, counted from 0, and the code of each.
        ledger: accounts for them.
        untold: lines with names whose number nobody can tell, wherever they stand.
    """
    if ledger.file.endswith(".rb"):
        return  # case code begins what other languages call a switch, and no name is counted
    kinds = ["entry" if index in entries else _kind(line) for index, line in enumerate(lines)]
    above = list(accumulate(kinds, _nearest))
    below = list(accumulate(reversed(kinds), _nearest))[::-1]
    # In Go, such a name has the number above itself; elsewhere, one has no = but brackets.
    counts = not ledger.file.endswith(".go") and any(
        _number(one_line(lines[index]), code) is not None for index, code in entries.items()
    )
    number: int | None = None  # of the name above
    for index, kind in enumerate(kinds):
        text = one_line(lines[index])
        if kind == "code":
            number = -1
        elif kind == "entry":
            number = _number(text, entries[index])
        is_beside = kind == "name" and "entry" in {above[index], below[index]}
        if index in entries or not (is_beside or index in untold):
            continue
        names = _NAMES.findall(_COMMENT.sub("", text).removeprefix("case "))
        if names == ["_"]:
            continue  # of Go, which gives a number to nothing
        counted = []
        if counts and number is not None and index not in untold:
            counted = [str(number + place) for place in range(1, len(names) + 1)]
            number += len(names)
        if ledger.ignores(text, index + 1):
            listed = [(ledger.options.code_set, code) for code in counted]
            hidden = ledger.hides(text, index + 1, listed)
            yield from (
                advised(problem.file, problem.line, problem.what, *_counted(text, counted))
                for problem in hidden
            )
            continue
        ledger.mark(Account.REFUSED, index + 1)
        what = f'"{shown(text)}" stands among the entries and has no number of its own.'
        told = codes_left.is_told(lines, index)
        yield advised(ledger.file, index + 1, what, *_counted(text, counted, told=told))


def _number(text: str, code: str) -> int | None:
    """Return the number that a line gives a name with =; None where it has none, or another one."""
    said = _GIVEN.search(text)
    return int(code) if said and said[1] == code else None


def _counted(text: str, codes: Sequence[str], *, told: bool = False) -> tuple[str | Advice, ...]:
    """Say what can be done with a name whose number follows from the one above it.

    Args:
        text: the line.
        codes: the numbers that its names have, if any follow.
        told: whether it may have a text, which is lost where its codes are listed without one.
    """
    if not codes:
        do = "No line says its code, so nothing can be quoted: add a pattern for it to `ignore`,"
        if text.startswith("case "):
            do = (
                "No line says its code. If it stands in an enum of texts in Swift, write"
                " `counts_on: true` in the reader, and it is the name; else add a pattern to"
                " `ignore`,"
            )
        return (f"{do} or find a document that prints the number.",)
    numbers = series([f'"{code}"' for code in codes])
    do = (
        "No line says its code. If the language counts on, as C, C#, Rust, Swift and TypeScript do,"
        f" write `counts_on: true` in the reader, and it is {numbers}. Else find a document of the"
        " provider that prints the number, and nothing is lost."
    )
    hiding = hiding_advice(codes, text)
    return (
        do,
        hiding.says if told else hiding,
        "The pages then say that it is listed, without its text.",
        if_none(text, "If it has no number at all, quote the line under `prose`."),
    )


def _nearest(before: str, kind: str) -> str:
    """Return what a line is, or what is nearest where it is a name or a comment."""
    return kind if kind in {"entry", "code"} else before


def _kind(line: str) -> str:
    """Return what a line is that is no entry: a name alone, a comment, or code."""
    if _BARE_NAME.fullmatch(line):
        return "name"
    return "comment" if _COMMENT_LINE.match(line) else "code"
