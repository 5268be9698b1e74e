"""Lines of source code that hold a code and are no entries: refused, so that no code is lost."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.errors import Advice, Ways
from macros.readers import hidden
from macros.readers.advice import MOST_QUOTED, by_hand_advice, hiding_advice, if_none, leftover
from macros.readers.ledger import Account
from macros.readers.printed import is_code, plain
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from macros.errors import Problem
    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import PatternOptions

# As in error_4001.
_BEHIND_A_WORD = re.compile(r"[A-Za-z][A-Za-z_.-]*[._-]([0-9]{2,})", re.ASCII)
# A constant with nothing behind it that could be a text: `BUSY = 4001,` and `#define BUSY 4001`.
_BARE = re.compile(
    r"#?(?:[\w<>]+ )*[\w.$]+(?: ?: ?[\w<>]+)? ?(?::?=|[ :(]) ?[+-]?\w+\)?[;,]*", re.ASCII
)
_BESIDE = re.compile(r"[@\[]")  # what can stand between a comment and its constant
# A comment with words behind code, where strings are left out.
STRINGS = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")
_BEHIND = re.compile(r"\S.*?(?://|/\*|#|\s--\s)[^\n]*?[^\W\d_]")
_LED = re.compile(r"\s*/\*(?:[^*]|\*+[^*/])*\*+/\s*(?=[^\s/*])")  # a comment before code
_SIGNS = re.compile(r"\s*([^\w\s]+)")
_WORDS = re.compile(r"[\w.-]+", re.ASCII)
_PIECES = re.compile(r"-?\w+")
_SIGNED = re.compile("-[0-9]")  # more signs than one are none of a number


def repeated(
    lines: Sequence[str], left: Iterable[int], entries: Mapping[int, str], pattern: str
) -> set[int]:
    """Return the lines that say nothing but what the entry of their code says, too.

    As a comment that is the first code of a part, and `exports.BUSY = 4101;` beside
    `exports[4101] = "BUSY";`.

    Args:
        lines: the lines of the document.
        left: those that hold codes and are no entries, counted from 0.
        entries: those with entries, and the code of each.
        pattern: the pattern of codes.
    """
    told: dict[str, set[str]] = {}
    for index, code in entries.items():
        told.setdefault(code, set()).update(_PIECES.findall(lines[index]))
    pieces = {index: set(_PIECES.findall(lines[index])) for index in left}
    return {
        index
        for index, own in pieces.items()
        if {one for one in own if is_code(one, pattern)} <= told.keys()
        and any(own <= told[code] for code in own & told.keys())
        and not any(mark in lines[index] for mark in "\"'`")
    }


def problems(
    lines: Sequence[str],
    left: Iterable[int],
    codes: Container[str],
    ledger: Ledger[PatternOptions],
) -> Iterator[Problem]:
    """Yield a problem for each line, with a row to be filled in for each code that has none.

    Args:
        lines: the lines of the document.
        left: those that hold codes, counted from 0.
        codes: the codes of all rows.
        ledger: knows the document.
    """
    shapes = Counter(re.sub(r"[0-9]+", "", one_line(line)) for line in lines)
    for index in left:
        text = one_line(lines[index])
        ledger.mark(Account.REFUSED, index + 1)
        missing = _without_row(text, codes, ledger.options.pattern)
        if not missing:
            yield leftover(ledger.file, index + 1, text)
            continue
        named = series([f'"{code}"' for code in missing])
        hide = f"If nothing can be quoted from it, ignore the line and add {named} to `unreadable`;"
        alone = shapes[re.sub(r"[0-9]+", "", text)] == 1  # no key of an item, as `number: 4001,`
        bare = len(missing) == 1 and alone and _BARE.fullmatch(text) and not is_told(lines, index)
        yield leftover(
            *(ledger.file, index + 1, text, "Mend `entry` in provider.yml."),
            by_hand_advice(_said(lines, index, ledger.options.pattern), *missing),
            Advice(hide, hiding_advice(missing, text).ways if bare else Ways()),
            if_none(text, "if it lists no code, quote it under `prose`."),
        )


def _said(lines: Sequence[str], index: int, pattern: str) -> str:
    """Return what a row by hand quotes of a line: with the comment above, which may be the text.

    An entry that is commented out is about its own code.
    """
    first, signs = index, _signs_behind_codes(lines[index], pattern)
    while first and hidden.is_comment(lines[first - 1]):
        if signs & _signs_behind_codes(lines[first - 1], pattern):
            break
        first -= 1
    quoted = "\n".join(map(one_line, lines[first : index + 1]))
    return quoted if len(quoted) <= MOST_QUOTED else one_line(lines[index])


def is_told(lines: Sequence[str], index: int) -> bool:
    """Tell whether a comment right above a line, counted from 0, may be about it."""
    above = index - 1
    while above >= 0 and _BESIDE.match(lines[above].strip()):
        above -= 1
    line = lines[above].strip() if above >= 0 else ""
    ends = line.endswith("*/") and "/*" not in line
    return ends or bool(hidden.COMMENTED.match(line))


def commented(lines: Sequence[str], index: int, pattern: str) -> str:
    """Return a line, counted from 0, with the comments at it that may be its text; else nothing."""
    if is_told(lines, index) and "\n" in (said := _said(lines, index, pattern)):
        return said
    behind = _BEHIND.match(STRINGS.sub("", lines[index].strip()))
    return one_line(lines[index]) if behind else ""


def _signs_behind_codes(text: str, pattern: str) -> set[str]:
    """Return the signs behind codes of a line, such as `=>`; letters are none."""
    words = _WORDS.finditer(text := plain(text))
    behind = (_SIGNS.match(text, one.end()) for one in words if is_code(one[0], pattern))
    return {signs[1] for signs in behind if signs}


def _without_row(text: str, codes: Container[str], pattern: str) -> list[str]:
    """Return the codes in a line that no row has; none in a comment, which lists none."""
    text = _LED.sub("", text)
    if hidden.COMMENTED.match(text):
        return []
    words = [word.rstrip(".-").lstrip(".") for word in _WORDS.findall(plain(text))]
    named = [number[1] for word in words if (number := _BEHIND_A_WORD.fullmatch(word))]
    found = [word if _SIGNED.match(word) else word.lstrip("-") for word in words]
    found += [*named, *(f"-{number}" for number in named)]
    # A code that has a sign where no other has one keeps it.
    listed = (word for word in found if is_code(word.removeprefix("-"), pattern))
    able = (word for word in listed if word[:1] != "-" or word not in named)
    return [code for code in dict.fromkeys(able) if code not in codes and code in plain(text)]
