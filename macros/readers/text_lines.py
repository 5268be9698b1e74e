"""Reader for text copies of pages: a line per code, in columns or the code first, then its message.

Refuses lines where the end of the code is a guess, and lines in which a second code stands: they
may be a range, a list, or two rows that ran together. Refuses a text read as one column that looks
like several; those that it has are read by `text_columns`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Advice, Problem, advised
from macros.readers import text_columns, text_wrapped
from macros.readers.advice import by_hand_advice, hiding_advice, if_none, leftover, shown
from macros.readers.ledger import Account, Ledger
from macros.readers.printed import (
    compiled,
    holds_a_code,
    is_code,
    is_no_text,
    plain,
    range_in_cell,
    says_something,
)
from macros.readers.rows import Document, Row
from macros.readers.text_split import bare, seems_to_begin_with, split
from macros.readers.text_wrapped import Above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.sources.reader_options import TextLinesOptions

_SIGN_FIRST = re.compile(r"[:：)\]】）]")  # noqa: RUF001 - East Asian
_PAGE = "If it lists no code, as the number of a page does not, quote it under `prose`."
_GUESS = "is a guess."
_SIGN_BEFORE_MORE = re.compile(r"[~〜～‐–—−…→,;/|、，；+=&]|-|\.\.")  # noqa: RUF001 - East Asian
_NUMBER_AND_COLON = re.compile(r"([0-9]+)\s*[:：]\s", re.ASCII)  # noqa: RUF001 - East Asian


def read(document: Document, ledger: Ledger[TextLinesOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each line that begins with a code."""
    options = ledger.options
    if options.in_columns:
        yield from text_columns.read(document, ledger)
        return
    if not options.one_column and (problem := text_columns.looks_like_several(document, options)):
        yield problem
    before: Row | None = None
    for result in _results(document, ledger):
        if isinstance(result, str):  # of a row that is refused it is the rest, too
            before = before and replace(before, message=f"{before.message}\n{result}")
            continue
        if before:
            yield before
        before = result if isinstance(result, Row) else None
        if not before:
            yield result
    if before:
        yield before


def _results(document: Document, ledger: Ledger[TextLinesOptions]) -> Iterator[Row | Problem | str]:
    """Yield what each line is; of one that goes on with the row right above, its text."""
    options = ledger.options
    above: Above | None = None
    nearest: Above | None = None  # the row above, be there blank lines between
    for number, line in enumerate(document.text.split("\n"), start=1):
        text, last, above = " ".join(line.split()), above, None
        nearest = last or nearest
        if not text:
            continue
        body = bare(text, options)
        code, message = split(body, options)
        hidden = code or seems_to_begin_with(body, options)
        if by_hand := ledger.by_hand(text, number, ledger.above):
            yield from by_hand
            row = by_hand[-1]
            above = Above(row.code, row.message, text_wrapped.indent(line), text)
        elif nearest and ledger.wraps(text, number):
            above = nearest._replace(last=text)
            yield text
        elif ledger.ignores(text, number):
            codes = [(ledger.sections.code_set(ledger.above), hidden)] if hidden else []
            yield from ledger.hides(text, number, codes)
            nearest = None
        elif ledger.is_heading(text, number):
            ledger.above, nearest = text, None
        else:
            ledger.mark(Account.ROW, number)
            result = _row(text, body, code, message.strip(), number, ledger)
            own = code or (result.code if isinstance(result, Row) else "")
            if own:
                above = Above(own, message.strip(), text_wrapped.indent(line), text)
            elif last and isinstance(result, Problem) and re.search(r"\w", text):
                above = last._replace(last=text)
                lists = holds_a_code(body.partition(" ")[0], options.pattern)
                yield text_wrapped.below(line, last, result, lists=lists)
                continue
            yield result


def _row(  # noqa: PLR0913, PLR0917 - all that is known of a line
    text: str, body: str, code: str, message: str, number: int, ledger: Ledger[TextLinesOptions]
) -> Row | Problem:
    options = ledger.options
    if options.separator == "space" and (ends := _range(body, options.pattern)):
        first, last, message = ends
        if message:
            code = f"{first}-{last}"
            place = ledger.file, number
            return Row(
                code,
                message,
                {},
                ledger.sections.code_set(ledger.above),
                *place,
                section=ledger.above,
                ends=(first, last),
            )
    if not code:
        hidden = seems_to_begin_with(body, options)
        do = [by_hand_advice(text, hidden)] if hidden else []
        rest = body.replace(hidden, "", 1)
        if hidden and any(map(str.isalpha, rest)) and not _other_code(rest, options.pattern):
            # A sentence that is broken before a code begins with one, too, but a range has two.
            do.append(if_none(text, "If it lists none, quote it under `prose`."))
        return leftover(ledger.file, number, text, *do)
    if fault := _fault(body, code, message, options):
        what = f'"{shown(text)}": {fault}'
        mend = "Mend the reader's options in provider.yml."
        if fault.endswith(_GUESS):
            return advised(ledger.file, number, what, mend, by_hand_advice(text), if_none(text))
        hide = f'If nothing can be quoted from it, ignore it and add "{code}" to `unreadable`.'
        listed = Advice(hide, hiding_advice([code], text).ways)
        return advised(
            *(ledger.file, number, what, mend),
            by_hand_advice(text, code),
            *(() if says_something(message) else (listed, if_none(text, _PAGE))),
        )
    code_set = ledger.sections.code_set(ledger.above)
    return Row(code, message, {}, code_set, ledger.file, number, section=ledger.above)


def _range(text: str, pattern: str) -> tuple[str, str, str] | None:
    """Return the ends of a range that a line begins with, and its message.

    With spaces around it a hyphen could as well stand between a code and its message, and a word
    of letters with which a message begins.
    """
    first, *others = text.split(" ", 3)
    if ends := range_in_cell(first, pattern):
        return *ends, " ".join(others)
    if others[:1] and others[0] != "-" and not (others[0].isalpha() and others[0] not in "至到"):
        *beginning, message = [first, *others, "", ""][:4]
        if ends := range_in_cell(" ".join(beginning), pattern):
            return *ends, message
    return None


def _ends_range(text: str, code: str, message: str) -> bool:
    """Tell whether a larger number and a colon stand behind a dash: 4001 - 4009: reserved."""
    found = _NUMBER_AND_COLON.match(message)
    is_dash = text.removesuffix(message).rstrip().endswith(("-", "–", "—"))  # noqa: RUF001
    return bool(found and is_dash and code.isdecimal() and int(code) < int(found[1]))


def _fault(text: str, code: str, message: str, options: TextLinesOptions) -> str | None:
    behind = message if options.separator == "sign" else text[len(code) :]
    pattern, stripped = options.pattern, behind.strip()
    if not stripped or is_no_text(stripped):
        return "the code has no message."
    begins = _ends_range(text, code, stripped) or is_code(stripped.split()[0], pattern)
    if begins or _SIGN_BEFORE_MORE.match(stripped):
        return "a second code or a range seems to follow the code."
    if options.separator != "sign" and _SIGN_FIRST.match(stripped):
        return "a sign stands between code and message, which is for the `separator` sign."
    if options.separator == "none" and (fault := _glued_fault(code, behind, pattern)):
        return fault
    if not options.messages_name_codes and (other := _other_code(stripped, pattern)):
        return f"another code, {other}, stands in its message (see `messages_name_codes`)."
    return None


def _glued_fault(code: str, behind: str, pattern: str) -> str | None:
    """Return why nobody can tell where a code ends behind which nothing stands."""
    if plain(behind)[0].isdigit():
        return f"a digit follows the code, so its end {_GUESS}"
    if any(is_code(code[:end], pattern) for end in range(1, len(code))):
        return f"with the pattern {pattern} the end of a glued code {_GUESS}"
    return None


def _other_code(message: str, pattern: str) -> str | None:
    """Return a code of two characters or more, with a digit, that stands alone among digits."""
    text = plain(message)
    for match in compiled(pattern).finditer(text):
        before, behind = match.span()
        around = text[max(before - 1, 0) : before] + text[behind : behind + 1]
        if len(match[0]) > 1 and re.search("[0-9]", match[0]) and not re.search("[0-9]", around):
            return match[0]
    return None
