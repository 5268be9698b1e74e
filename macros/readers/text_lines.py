"""Reader for text copies of pages: a line per code, the code first, then its message.

Refuses lines where the end of the code is a guess, and lines in which a second code stands: they
may be a range, a list, or two rows that ran together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers.ledger import Ledger, leftover, shown
from macros.readers.printed import is_code, plain
from macros.readers.rows import Document, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.sources.reader_options import TextLinesOptions

_SIGN_BEFORE_MORE = re.compile(r"[~〜～‐–—−…→,;/|、，；+=&]|-|\.\.")  # noqa: RUF001 - East Asian


def read(document: Document, ledger: Ledger[TextLinesOptions]) -> Iterator[Row | Problem]:
    """Yield a row for each line that begins with a code."""
    options = ledger.options
    split = _split_glued if options.separator == "none" else _split_spaced
    for number, line in enumerate(document.text.split("\n"), start=1):
        text = " ".join(line.split())
        if not text or ledger.ignores(text) or ledger.is_heading(text):
            continue
        code, message = split(text, options.pattern)
        if not code:
            yield leftover(document.file, number, text)
        elif fault := _fault(code, message, options):
            what = f'"{shown(text)}": {fault}'
            do = "Mend the reader's options in provider.yml, or ignore the line."
            yield Problem(document.file, number, what, do)
        else:
            yield Row(code, message.strip(), {}, options.code_set, document.file, number)


def _split_spaced(text: str, pattern: str) -> tuple[str, str]:
    first, _, rest = text.partition(" ")
    return (plain(first), rest) if is_code(first, pattern) else ("", text)


def _split_glued(text: str, pattern: str) -> tuple[str, str]:
    """Cut behind the longest beginning that is a code."""
    for end in range(len(text), 0, -1):
        if is_code(text[:end], pattern):
            return plain(text[:end]), text[end:]
    return "", text


def _fault(code: str, message: str, options: TextLinesOptions) -> str | None:
    stripped, pattern = message.strip(), options.pattern
    if not stripped:
        return "the code has no message."
    if _SIGN_BEFORE_MORE.match(stripped) or is_code(stripped.split()[0], pattern):
        return "a second code or a range seems to follow the code."
    if options.separator == "none" and plain(message)[0].isdigit():
        return "a digit follows the code, so its end is a guess."
    shorter = (code[:end] for end in range(1, len(code)))
    if options.separator == "none" and any(is_code(beginning, pattern) for beginning in shorter):
        return f"with the pattern {pattern} the end of a glued code is a guess."
    if not options.messages_name_codes and (other := _other_code(stripped, pattern)):
        return f"another code, {other}, stands in its message (see `messages_name_codes`)."
    return None


def _other_code(message: str, pattern: str) -> str | None:
    """Return a code of two characters or more, with a digit, that stands alone among digits."""
    text = plain(message)
    for match in re.finditer(pattern, text, re.ASCII):
        around = text[: match.start()][-1:] + text[match.end() :][:1]
        if len(match[0]) > 1 and re.search("[0-9]", match[0]) and not re.search("[0-9]", around):
            return match[0]
    return None
