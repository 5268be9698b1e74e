"""The row of an entry of the reader `pattern`: where its groups stand -> rows, or what is wrong.

Part of the reader `pattern`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemKind, advised
from macros.readers import codes_left, hidden, strings
from macros.readers.advice import by_hand_advice, hiding_advice, if_none_quoting, shown
from macros.readers.printed import is_code, plain
from macros.readers.rows import Row
from macros.texts import one_line

if TYPE_CHECKING:
    from macros.readers.ledger import Ledger
    from macros.readers.pattern_text import Found, Text
    from macros.sources.reader_options import PatternOptions

_COMPUTED = re.compile(r"<<|>>|[+*%|&^]|\s-\s")


def rows(
    text: Text, found: Found, index: int, ledger: Ledger[PatternOptions]
) -> list[Row | Problem]:
    """Return the row of an entry, or one for each of several labels with the same text.

    Args:
        text: the document.
        found: where the groups of the entry stand.
        index: the line on which it begins, counted from 0.
        ledger: knows the options.
    """
    key = "name" if text.constants else "code"
    start, _ = found[key]
    return [
        _row(text, {**found, key: (start + place, start + place + len(label))}, index, ledger)
        for label, place in text.labels(text.code(found))
    ]


def no_code(text: Text, found: Found, ledger: Ledger[PatternOptions]) -> Problem:
    """Return the problem of an entry with something else in the place of its code."""
    start, end = found["code"]
    said, pattern = text.whole[start:end], ledger.options.pattern
    file, index = ledger.file, text.line_at(start)
    if _COMPUTED.search(said):
        what = f'"{shown(said)}" is computed, so no line says which code it is.'
        do = (
            "Find a document that prints the code; or add a pattern for the line to `ignore`,"
            " and nothing is said of it."
        )
        return Problem(file, index + 1, what, do)
    what = f'"{shown(said)}" does not match the pattern of codes, {pattern}.'
    if "0-9" in pattern and not any(map(str.isdigit, said)):  # the key of a setting, say
        none = if_none_quoting(one_line(text.lines[index]), "if it is no code")
        return advised(
            *(file, index + 1, what, "Mend the pattern in provider.yml;", none),
            kind=ProblemKind.OTHER_FORM,
            text=said,
        )
    do = "Mend the pattern in provider.yml, or add a pattern for the line to `ignore`."
    return Problem(file, index + 1, what, do, kind=ProblemKind.OTHER_FORM, text=said)


def _row(text: Text, found: Found, index: int, ledger: Ledger[PatternOptions]) -> Row | Problem:
    options, file = ledger.options, ledger.file
    first = one_line(text.lines[index])
    if text.constants:
        name = text.code(found)
        line, code = text.constants.use(name)
        if not line:
            return text.constants.unknown(file, index + 1, name, text.lines)
    else:
        line, code = text.line_at(found["code"][0]) + 1, text.code(found)
    if not is_code(code, options.pattern):
        return no_code(text, found, ledger)
    shown_texts: dict[str, str] = {}
    for name, (start, end) in found.items():
        if not name or (name == "code" and not text.constants):
            continue
        said, before = text.whole[start:end], _mark_around(text, start, end)
        if options.escapes == "backslash":
            said = strings.undoubled(said, before, file)
        fault = strings.literal(said, before, file) if options.escapes else ""
        if fault := fault or strings.fault(said, before, options.escapes):
            what = f'"{shown(said)}" of the code "{code}" {fault}.'
            mend = "Mend `entry` or `escapes` in provider.yml."
            return advised(file, line, what, mend, by_hand_advice(first, plain(code)))
        above = text.whole[text.starts[text.line_at(start)] : start]
        marked = bool(hidden.MARK.search(above))
        if value := strings.value(said, before, options.escapes, is_comment=marked):
            shown_texts[name] = value
    message = shown_texts.pop("message", "")
    if not any(map(str.isalnum, message)):
        return _without_message(text, line, code, first, ledger)
    named, headings = ledger.kept_by_name(shown_texts)
    return Row(
        plain(code),
        message,
        shown_texts,
        options.code_set,
        file,
        line,
        named=named,
        headings=headings,
        text_line=text.line_at(found["message"][0]) + 1,
    )


def _without_message(
    text: Text, line: int, code: str, first: str, ledger: Ledger[PatternOptions]
) -> Problem:
    what = f'the code "{shown(code)}" has no message.'
    told = [one_line(text.lines[line - 1]), first]
    hide = hiding_advice([plain(code)], *(told if text.constants else told[:1]))
    comment = codes_left.commented(text.lines, line - 1, ledger.options.pattern)
    return advised(
        *(ledger.file, line, what, "Mend `entry` in provider.yml."),
        *((by_hand_advice(comment, plain(code)), hide.says) if comment else (hide,)),
        if_none_quoting(told[0]),
    )


def _mark_around(text: Text, start: int, end: int) -> str:
    """Return the sign before a text, or the mark behind it where a code stands before it."""
    before, behind = text.whole[max(start - 1, 0) : start], text.whole[end : end + 1]
    return behind if not before.strip() and behind in strings.MARKS else before
