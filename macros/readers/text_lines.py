"""Reader for text copies of pages: a line per code, the code first, then its message.

Refuses lines where the end of the code is a guess: a glued code of open length, a digit right
behind it, a second code or a range sign where the message should begin.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.model import Row
from macros.readers.ignored import Ignored, leftover, shown
from macros.readers.table import FULL_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model import Document
    from macros.reader_options import TextLinesOptions

_NOT_A_MESSAGE = re.compile(r"[~〜～–—,;/|、，；]|-\s|\.\.")  # noqa: RUF001 - East Asian signs


def read(
    document: Document, options: TextLinesOptions, ignored: Ignored
) -> Iterator[Row | Problem]:
    """Yield a row for each line that begins with a code."""
    headings = Ignored(options.headings)
    split = _split_glued if options.separator == "none" else _split_spaced
    for number, line in enumerate(document.text.split("\n"), start=1):
        text = " ".join(line.split())
        if not text or ignored.matches(text) or headings.matches(text):
            continue
        code, message = split(text, options.pattern)
        if not code:
            yield leftover(document.file, number, text)
        elif fault := _fault(code, message, options):
            what = f'"{shown(text)}": {fault}'
            do = "Mend the pattern in provider.yml, or ignore the line."
            yield Problem(document.file, number, what, do)
        else:
            yield Row(code, message.strip(), {}, options.code_set, document.file, number)
    for pattern in headings.unused():
        what = f'no line of this document matches the heading pattern "{pattern}".'
        yield Problem(document.file, 0, what, "Remove the pattern from provider.yml.")


def _split_spaced(text: str, pattern: str) -> tuple[str, str]:
    first, _, rest = text.partition(" ")
    first = first.translate(FULL_WIDTH)
    return (first, rest) if re.fullmatch(pattern, first, re.ASCII) else ("", text)


def _split_glued(text: str, pattern: str) -> tuple[str, str]:
    """Cut behind the longest beginning that is a code."""
    plain = text.translate(FULL_WIDTH)
    for end in range(len(plain), 0, -1):
        if re.fullmatch(pattern, plain[:end], re.ASCII):
            return plain[:end], text[end:]
    return "", text


def _fault(code: str, message: str, options: TextLinesOptions) -> str | None:
    words = message.split()
    if not words:
        return "the code has no message."
    if _NOT_A_MESSAGE.match(message.strip()):
        return "more codes or a range seem to follow the code."
    if options.separator == "none":
        if message.translate(FULL_WIDTH)[0].isdigit():
            return "a digit follows the code, so its end is a guess."
        if any(re.fullmatch(options.pattern, code[:end], re.ASCII) for end in range(1, len(code))):
            return f"with the pattern {options.pattern} the end of a glued code is a guess."
    elif re.fullmatch(options.pattern, words[0].translate(FULL_WIDTH), re.ASCII):
        return "a second code follows the code."
    return None
