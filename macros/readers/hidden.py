"""Codes in lines that `ignore` or `headings` match, in every format: none is lost without a word.

What a reader itself knows to list a code it tells the ledger; this is for all other lines that name
one: a sentence, a heading of a kind that lists none, a key.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.errors import Problem, advised
from macros.readers.advice import if_heading, shown
from macros.readers.facts import codes_named
from macros.sources.reader_options import PatternOptions, TreeOptions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options import Options

# In C and its kin, "#define" and its like are no comments.
COMMENT = re.compile(
    r"(?!\s*#\s*(?:define|undef|include|if|ifdef|ifndef|elif|else|endif|pragma|region|endregion)\b)"
    r"\s*(//+|#+|--|\*(?!/))\s*\w"
)
MARK = re.compile(r"//|#|--|\*")  # of a comment, before its text
BARE_COMMENT = re.compile(r"\s*(?://+|#+|--+|\*)\s*$")
# What is commented out in source code lists no code.
COMMENTED = re.compile(rf"{COMMENT.pattern}|\s*(?:<!--|/\*|//|;|--\s|#[~|])")
# What says that something is old, as in [Obsolete("Use 102")]: it lists no code, and is no text.
_IS_OLD = (
    r"\s*(?:\\|[A-Za-z]\w*\.)*(?i:obsolete|deprecated)(?:Attribute)?\s*(?:=\s*\"[^\"\n]*\"|"
    r"\((?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|\([^()\n]*\)|[^\"'()\n])*\))?"
)
# As in Swift: @available(*, deprecated, message: "Use 102")
_IS_OLD_THERE = r"\s*available\([^()\"\n]*\b(?:deprecated|obsoleted)\b(?:\"[^\"\n]*\"|[^()\"\n])*\)"
OLD = rf"(?:@{_IS_OLD}|@{_IS_OLD_THERE}|#?\[{{1,2}}{_IS_OLD}\s*\]{{1,2}})"
OLD_ONE = re.compile(OLD, re.ASCII)
OLD_ALONE = re.compile(rf"\s*{OLD}\s*", re.ASCII)
# What protobuf gives out no more: reserved 3, 5 to 6;
RESERVED = re.compile(r"\s*reserved[ \t]+[0-9][0-9a-z, \t]*;\s*", re.ASCII)
# What is compiled, or done again, where a number is so: #if (_MSC_VER >= 1300), } while (0)
CONDITION = re.compile(
    r"#[ \t]*(?:el)?if\b[^/]*(?:\bdefined\b|[A-Z_]{2}\w*[ \t]*\)?[ \t]*[<>=!])[^/]*"
    r"|\}?[ \t]*while[ \t]*\([ \t]*[0-9]+[ \t]*\)[ \t]*[;{\\]?"
)
_IN_BLOCK = re.compile(r"\s*\*")
# The number of an item, as a tree is told in lines: `errors[504]`.
_NUMBER = re.compile(r"\[[0-9]+\]", re.ASCII)


def is_comment(line: str) -> bool:
    """Tell whether a line of source code is a comment, or stands within a block of them."""
    return bool(COMMENTED.match(line) or _IN_BLOCK.match(line))


def problems(ledger: Ledger[Any], rows: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each code that ignored lines name alone, and that is not declared.

    Args:
        ledger: knows the lines.
        rows: the codes that have rows.
    """
    options: Options = ledger.options
    for (line, text), above in ledger.passed.items():
        is_comment = isinstance(options, PatternOptions) and COMMENTED.match(text)
        named = _NUMBER.sub("[]", text) if isinstance(options, TreeOptions) else text
        for code_set, pattern in _kinds(ledger, above):
            for code in codes_named(named, pattern):
                sent = options.sent(code)
                is_declared = not {code, sent}.isdisjoint(options.unreadable)
                is_lost = is_declared or not (is_comment or sent in rows)
                if is_lost and code not in ledger.told:
                    yield from ledger.hides(text, line, [(code_set, code)])
    yield from _headed(ledger, rows)


def _headed(ledger: Ledger[Any], rows: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each line that names a code, and that a pattern makes a heading.

    A pattern that is the line itself is none of those: whoever wrote it has seen the line.
    """
    for line, text in ledger.headed.items():
        named = (code for _, one in _kinds(ledger, text) for code in codes_named(text, one))
        code = next((one for one in named if ledger.options.sent(one) not in rows), None)
        if code is not None:
            what = f'`headings` has a pattern for "{shown(text)}", which names the code "{code}".'
            do = "If it lists the code, mend the pattern so that it does not match;"
            yield advised(ledger.file, line, what, do, if_heading(text, "if it is a heading"))


def _kinds(ledger: Ledger[Any], above: str | None) -> Iterator[tuple[str, str]]:
    """Yield the code sets that a line below a heading can be of, each with a pattern of codes."""
    options: Options = ledger.options
    parts = options.parts if isinstance(options, TreeOptions) else options.described_tables
    yield from ((part.code_set, part.pattern) for part in parts)
    if not parts:
        code_set = ledger.sections.code_set(above) or options.code_sets[0]
        yield from ((code_set, pattern) for pattern in options.patterns)
