"""Entries of source code that have more lines than `lines` says: refused, so that none is lost.

As where somebody lets a program format the source: what stood on one line, with its code, stands on
several, and of these one alone has the code.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from macros.errors import advised
from macros.readers.advice import by_hand_advice, if_none, shown
from macros.readers.codes_left import STRINGS
from macros.readers.ledger import Account
from macros.readers.printed import is_code, plain
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.errors import Problem
    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import PatternOptions

MOST = 12  # lines, in which an entry is looked for
_OPEN, _CLOSED = re.compile(r"[(\[{]"), re.compile(r"[)\]}]")
_REMARK = re.compile(r"(?://|/\*|#).*")
_JOINS = re.compile(r".*(?:[\"'`]\s*[+.&]|\\)")  # at the end of a line
_MARKED = re.compile(r".*[\"'`]")
_GOES_ON = re.compile(r"\s*(?:[+.&]\s*)?[\"'`]")
_JOINT = re.compile(r"[\"'`]?\s*[+.&\\]?$")


def begins(line: str) -> bool:
    """Tell whether a line leaves a bracket or a text open, so that the next one goes on with it."""
    return bool(_JOINS.fullmatch(line)) or _depth(line) > 0


def goes_on(lines: Sequence[str]) -> bool:
    """Tell whether the second of two lines goes on with the string that the first one ends with."""
    line, below = lines
    joins = _JOINS.fullmatch(line) or (_MARKED.fullmatch(line) and _GOES_ON.match(below))
    return bool(joins and below.strip())


def _depth(line: str) -> int:
    bare = _REMARK.sub("", STRINGS.sub("", line))
    return len(_OPEN.findall(bare)) - len(_CLOSED.findall(bare))


def without_ends(lines: Sequence[str]) -> list[str]:
    """Return the lines of an entry without those below that close what was open before it."""
    depths = [*accumulate(map(_depth, lines))]
    last = next((place for place, depth in enumerate(depths) if depth < 0), len(lines))
    return [*lines[: max(last, 1)]]


def problems(
    lines: Sequence[str], first: int, code: str, ledger: Ledger[PatternOptions]
) -> list[Problem] | None:
    """Return what is wrong with an entry of too many lines; None where it is none.

    Where its code is on a line that is ignored, that is what the reader makes of an ignored entry.

    Args:
        lines: the lines of the entry.
        first: the number of its first line.
        code: what stands in the place of its code.
        ledger: knows the options, and accounts for the lines.
    """
    options, told = ledger.options, [*map(one_line, lines)]
    fits = is_code(code, options.pattern)
    if len(told) <= options.lines or not (fits or any(map(str.isdigit, code))):
        return None
    place = next((place for place, line in enumerate(told) if code in line), 0)
    number, own = first + place, told[place]
    if ledger.ignores(own, number):
        ledger.mark(Account.IGNORED, first, first + len(told) - 1)
        return [*ledger.hides(own, number, [(options.code_set, plain(code))])]
    ledger.mark(Account.REFUSED, first, first + len(told) - 1)
    what = f'the entry of "{shown(code)}" has {len(told)} lines, and `lines` is {options.lines}.'
    more = "" if fits else " and let `pattern` and `entry` take the code"
    do = f'Write `lines: "{len(told)}"` in provider.yml{more}.'
    by_hand = by_hand_advice("\n".join(told), plain(code))
    none = if_none(own, "If it lists no code, quote the line that has it under `prose`.")
    return [advised(ledger.file, first, what, do, by_hand, none)]


def cut(
    lines: Sequence[str], first: int, last: int, ledger: Ledger[PatternOptions]
) -> list[Problem]:
    """Refuse a row by hand whose text is cut where its last line ends: it goes on in the next one.

    Args:
        lines: the lines of the document.
        first: the number of the first line that the row quotes.
        last: that of the last one.
        ledger: knows the rows.
    """
    line, below = lines[last - 1], "".join(lines[last : last + 1])
    if ledger.options.every_line or not goes_on([line, below]):
        return []
    quoted = "\n".join(map(one_line, lines[first - 1 : last]))
    ends = one_line(_JOINT.sub("", line))
    row = next((row for row in ledger.options.rows if row.line == quoted), None)
    if not row or not ends.endswith(one_line(row.message)):
        return []
    ledger.mark(Account.REFUSED, first, last)
    what = f'the text by hand of "{shown(row.code)}" is cut: it goes on in the line below.'
    do = "Quote that line, too, with a line break between them, and the whole text."
    by_hand = by_hand_advice("\n".join([quoted, one_line(below)]), row.code)
    return [advised(ledger.file, last, what, do, by_hand)]
